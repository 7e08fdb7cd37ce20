import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  askReopening,
  authorityMonths,
  closeChecklist,
  closeMonth,
  confirmReopening,
  lockMonth,
  monthEvents,
  monthStates,
  withdrawReopening,
} from '../../src/closes/index.ts'
import { inOffice, newId } from '../../src/database/index.ts'
import { post, reverse } from '../../src/ledger/index.ts'
import { openOffice } from '../../src/offices/index.ts'
import { closeGroupPeriod, deliverPacks, packs } from '../../src/packs/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'
import { WageScene } from '../support/wage-scene.ts'

const now = '2026-11-23'
let database: TestDatabase
let scene: WageScene
let group: string
beforeAll(async () => {
  database = await testDatabase()
  const opened = await openOffice(database.db, testland, {
    slug: 'group',
    name: 'Group',
    role: 'group',
    legalEntities: [],
  })
  group = opened.officeId
  scene = await WageScene.open(database.db, { slug: 'north' })
  const { clientId } = await scene.client()
  await scene.job(await scene.worker(), clientId, { endsOn: '2026-10-09', fee: 100_000n })
  await scene.pay('2026-10-20')
})
afterAll(() => database.drop())

const receive = (on: string, amount: bigint) =>
  scene.do(on, (trx) =>
    post(trx, scene.officeId, [
      {
        key: `test:${newId()}`,
        kind: 'test',
        legalEntityId: scene.legalEntityId,
        effectiveOn: on,
        entries: [
          { account: 'bank', currency: 'EUR', amount },
          { account: 'unmatched-receipts', currency: 'EUR', amount: -amount },
        ],
      },
    ]),
  )
const lock = (locked: boolean, period = '2026-10') =>
  scene.do(now, (trx, context) => lockMonth(trx, context, { period, locked, reason: 'Being reviewed' }))
const close = (period: string) => closeMonth(database.db, scene.context(now), { period })
const ask = (period = '2026-10', reason = 'A supplier invoice came late') =>
  scene.do(now, (trx, context) => askReopening(trx, context, { period, reason }))
const confirm = (by: string, period = '2026-10') =>
  confirmReopening(database.db, scene.context(now, by), { period })
const kinds = async (period = '2026-10') =>
  (await scene.do(now, (trx) => monthEvents(trx, scene.officeId, period))).map(({ kind, by }) => [kind, by])

test('a month locked softly takes reversals and nothing else, until somebody unlocks it', async () => {
  const { transactionIds } = await receive('2026-10-21', 100n)
  await expect(lock(true, '2026-11')).rejects.toMatchObject({ field: 'period' })
  expect(await lock(true)).toMatchObject({ state: 'soft' })
  expect(await lock(true)).toMatchObject({ state: 'soft' })
  await expect(receive('2026-10-21', 100n)).rejects.toThrow('locked for all but corrections')
  await scene.do(now, (trx) =>
    reverse(trx, transactionIds[0] as string, { effectiveOn: '2026-10-22', reason: 'Twice' }),
  )
  expect(await lock(false)).toMatchObject({ state: 'open' })
  await receive('2026-10-21', 100n)
  expect(await kinds()).toEqual([
    ['locked', 'sam'],
    ['unlocked', 'sam'],
  ])
})

test('what the books owe each authority is what the payslips of the month say', async () => {
  const months = await scene.do(now, (trx, context) => authorityMonths(trx, context, '2026-10-31'))
  const health = months.find(({ code }) => code === 'health-fund')
  expect(health?.payslips).toBeGreaterThan(0n)
  for (const { opening, payslips, booked, other, closing } of months) {
    expect(booked).toBe(payslips)
    expect(opening + booked + other).toBe(closing)
  }
  const codes = () =>
    scene.do(now, async (trx, context) =>
      (await closeChecklist(trx, context, '2026-10-01')).map(({ code }) => code),
    )
  expect(await codes()).not.toContain('authorities-differ')
  // Somebody rewrites a payslip beside the books.
  const { asOwner } = await import('../support/database.ts')
  const url = await database.urlOf(scene.officeId)
  const rewrite = (by: number) =>
    asOwner(url, async (client) => {
      await client.query('set session_replication_role = replica')
      await client.query(`alter table samen.payslip disable trigger all`)
      await client.query(
        `update samen.payslip set owed = jsonb_set(owed, '{health-fund}', to_jsonb(((owed->>'health-fund')::int8 + $2)::text))
          where office_id = $1`,
        [scene.officeId, by],
      )
      await client.query(`alter table samen.payslip enable trigger all`)
    })
  await rewrite(1)
  expect(await codes()).toContain('authorities-differ')
  await rewrite(-1)
})

test('a closed month opens by two people, and its next pack supersedes the first', async () => {
  await close('2026-01')
  await expect(ask()).rejects.toThrow('is not closed')
  const first = await close('2026-10')
  await expect(lock(true)).rejects.toMatchObject({ type: 'conflict' })
  await expect(ask('2026-01')).rejects.toThrow('latest closed month')
  await expect(ask('2026-10', ' ')).rejects.toMatchObject({ field: 'reason' })
  await expect(confirm('kim')).rejects.toMatchObject({ type: 'not-found' })
  await ask()
  expect((await ask()).asked).toMatchObject({ by: 'sam', reason: 'A supplier invoice came late' })
  await expect(confirm('sam')).rejects.toMatchObject({ type: 'refused' })
  await scene.do(now, (trx, context) => withdrawReopening(trx, context, { period: '2026-10' }), 'ann')
  await expect(confirm('kim')).rejects.toMatchObject({ type: 'not-found' })
  await ask()
  expect(await confirm('kim')).toMatchObject({ state: 'open', asked: null })
  expect(await deliverPacks(database.db, scene.officeId)).toMatchObject({ delivered: 1, failed: 1 })
  const states = await scene.do(now, (trx) => monthStates(trx, scene.officeId))
  expect(states.map(({ period, state }) => [period, state])).toEqual([
    ['2026-10', 'open'],
    ['2026-09', 'closed'],
    ['2026-01', 'closed'],
  ])
  await expect(receive('2026-09-30', 1n)).rejects.toThrow('is closed')
  await receive('2026-10-30', 500n)
  const second = await close('2026-10')
  expect(second).toMatchObject({ alreadyClosed: false, pack: { packNo: 3 } })
  expect(second.pack.content.supersedes).toBe(first.pack.packNo)
  expect(second.pack.content.people).toEqual(first.pack.content.people)
  expect(await close('2026-10')).toMatchObject({ alreadyClosed: true, pack: { packNo: 3 } })
  expect(await deliverPacks(database.db, scene.officeId)).toMatchObject({ delivered: 2, failed: 0 })
  expect(await kinds()).toEqual([
    ['locked', 'sam'],
    ['unlocked', 'sam'],
    ['closed', 'sam'],
    ['reopening-asked', 'sam'],
    ['reopening-withdrawn', 'ann'],
    ['reopening-asked', 'sam'],
    ['reopened', 'kim'],
    ['closed', 'sam'],
  ])
})

test('a month reopened and closed with nothing changed keeps its pack', async () => {
  await ask()
  await confirm('kim')
  expect(await close('2026-10')).toMatchObject({ alreadyClosed: false, pack: { packNo: 3 } })
  expect(await scene.do(now, (trx) => packs(trx, scene.officeId))).toHaveLength(3)
})

test('a month the group has closed stays closed', async () => {
  await inOffice(database.db, group, (trx) => closeGroupPeriod(trx, group, { period: '2026-10', by: 'gus' }))
  await ask()
  await expect(confirm('kim')).rejects.toThrow('The group has closed 2026-10')
  expect(await close('2026-10')).toMatchObject({ alreadyClosed: true })
})

test('the database opens no closed month without the record of two people, nor loses that record', async () => {
  const attempt = (statement: ReturnType<typeof sql>) => scene.do(now, (trx) => statement.execute(trx))
  const office = scene.officeId
  await expect(
    attempt(sql`update ledger_period set state = 'open', closed_at = null where office_id = ${office}`),
  ).rejects.toMatchObject({ constraint: 'ledger_period_open' })
  await expect(attempt(sql`delete from ledger_period_event where office_id = ${office}`)).rejects.toThrow()
  const request = await scene.do(now, (trx) => monthEvents(trx, office, '2026-10'))
  const asked = request.findLast(({ kind }) => kind === 'reopening-asked')
  await expect(
    attempt(sql`
      insert into ledger_period_event (office_id, event_id, period, kind, acted_by, reason, answers)
      values (${office}, ${newId()}, '2026-10-01', 'reopened', 'sam', '', ${asked?.eventId})`),
  ).rejects.toMatchObject({ constraint: 'ledger_reopened_by_second_person' })
})
