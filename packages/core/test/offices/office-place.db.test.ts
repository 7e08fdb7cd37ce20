import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inOffice, type Transaction } from '../../src/database/index.ts'
import { keepOffice, moveOffice } from '../../src/offices/index.ts'
import { approvePayRun } from '../../src/pay-runs/index.ts'
import { asOwner, type TestDatabase, testDatabase } from '../support/database.ts'
import { WageScene } from '../support/wage-scene.ts'

/** An office that moves away while people work in it, and a neighbour. */
let place: TestDatabase
let scene: WageScene
let neighbour: WageScene
beforeAll(async () => {
  place = await testDatabase()
  scene = await WageScene.open(place.db, { slug: 'north' })
  neighbour = await WageScene.open(place.db, { slug: 'south' })
})
afterAll(() => place.drop())

const decision = (by: string) => ({
  by,
  reason: 'a server of its own',
  now: new Date('2026-02-01T10:00:00Z'),
})
const refusal = { type: 'conflict', detail: expect.stringContaining('can only be read here') }
const memberCount = async (trx: Transaction) =>
  (await sql<{ n: bigint }>`select count(*) as n from member`.execute(trx)).rows[0]?.n

test('who works in it is waited for, whoever comes after can only read, and a wage goes out in one place', async () => {
  const worker = await scene.worker()
  const { clientId } = await scene.client()
  await scene.job(worker, clientId, { endsOn: '2026-01-07' })
  const { run } = await scene.compute('2026-01-16')
  const approve = (by: string) =>
    scene.do('2026-01-16', (trx, context) => approvePayRun(trx, context, run?.payRunId ?? ''), by)

  // Somebody is in the middle of something when the office is moved.
  const order: string[] = []
  const goOn = Promise.withResolvers<void>()
  const inside = Promise.withResolvers<void>()
  const underWay = inOffice(place.db, scene.officeId, async (trx) => {
    inside.resolve()
    await goOn.promise
    await sql`update member set family_name = 'Renamed' where office_id = ${scene.officeId}`.execute(trx)
    order.push('who was inside')
  })
  await inside.promise
  const move = moveOffice(place.db, scene.officeId, decision('olga')).then(() => order.push('the move'))
  await waiting()
  const approval = expect(approve('kim')).rejects.toMatchObject(refusal)
  goOn.resolve()
  await Promise.all([underWay, move])
  expect(order).toEqual(['who was inside', 'the move'])
  await approval

  expect(await inOffice(place.db, scene.officeId, memberCount)).toBe(1n)
  await expect(scene.worker()).rejects.toMatchObject(refusal)
  await neighbour.worker()
})

test('it moves once, and not without a reason', async () => {
  await expect(
    moveOffice(place.db, neighbour.officeId, { ...decision('olga'), reason: ' ' }),
  ).rejects.toMatchObject({ type: 'invalid-field', field: 'reason' })
  await expect(moveOffice(place.db, scene.officeId, decision('olga'))).rejects.toMatchObject({
    type: 'conflict',
    detail: 'This office has moved away already.',
  })
})

test('a move that never happened is taken back, and what was said stays on record', async () => {
  await keepOffice(place.db, scene.officeId, decision('omar'))
  await scene.worker()
  await expect(keepOffice(place.db, scene.officeId, decision('omar'))).rejects.toMatchObject({
    type: 'conflict',
  })
  const { rows } = await inOffice(place.db, scene.officeId, (trx) =>
    sql`select place_no, kind, by from office_place order by place_no`.execute(trx),
  )
  expect(rows).toEqual([
    { place_no: 1, kind: 'moved', by: 'olga' },
    { place_no: 2, kind: 'stayed', by: 'omar' },
  ])
})

/** Until the move stands before the office's door. */
async function waiting(): Promise<void> {
  await asOwner(place.url, async (owner) => {
    for (;;) {
      const { rows } = await owner.query(
        `select 1 from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`,
      )
      if (rows.length > 0) return
    }
  })
}
