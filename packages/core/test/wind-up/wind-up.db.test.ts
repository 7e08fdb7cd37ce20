import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealMonth } from '../../src/closes/index.ts'
import type { OfficeContext } from '../../src/context/index.ts'
import { newId, type Transaction } from '../../src/database/index.ts'
import { spend } from '../../src/funds/index.ts'
import { openOffice } from '../../src/offices/index.ts'
import { deliverPacks } from '../../src/packs/index.ts'
import {
  confirmWindUp,
  finishWindUp,
  isSettled,
  proposeWindUp,
  unsettled,
  windUpOf,
  withdrawWindUp,
} from '../../src/wind-up/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'
import { WageScene } from '../support/wage-scene.ts'

/** An office with a guarantee fund, some money in the bank and one job. One story. */
let place: TestDatabase
let scene: WageScene
beforeAll(async () => {
  place = await testDatabase()
  scene = await WageScene.open(place.db, { slug: 'north' })
})
afterAll(() => place.drop())

const decision = { decidedOn: '2026-01-05', endsOn: '2026-02-28', minutes: 'minutes of 5 January, item 3' }
const left = () => scene.do('2026-03-02', (trx, context) => unsettled(trx, context))

test('a decision that cannot be is refused at its field', async () => {
  const propose = (changed: Partial<typeof decision>) =>
    scene.do('2026-01-10', (trx, context) => proposeWindUp(trx, context, { ...decision, ...changed }), 'rosa')
  await expect(propose({ decidedOn: '2026-01-11' })).rejects.toMatchObject({ field: 'decidedOn' })
  await expect(propose({ endsOn: '2026-01-04' })).rejects.toMatchObject({ field: 'endsOn' })
  await expect(propose({ endsOn: '2026-02-30' })).rejects.toMatchObject({ field: 'endsOn' })
  await expect(propose({ minutes: ' ' })).rejects.toMatchObject({ field: 'minutes' })
})

test('two people put it on record, and it can be withdrawn', async () => {
  const as = (by: string, work: Parameters<WageScene['do']>[1]) => scene.do('2026-01-10', work, by)
  await as('rosa', (trx, context) => proposeWindUp(trx, context, decision))
  const confirm = (by: string) => confirmWindUp(place.db, scene.context('2026-01-10', by))
  await expect(confirm('rosa')).rejects.toMatchObject({ type: 'refused' })
  await confirm('kim')
  await as('kim', withdrawWindUp)
  expect(await as('kim', (trx) => windUpOf(trx, scene.officeId))).toBeUndefined()
  await as('rosa', (trx, context) => proposeWindUp(trx, context, decision))
  await confirm('kim')
  expect(await as('kim', (trx) => windUpOf(trx, scene.officeId))).toEqual({
    state: 'confirmed',
    ...decision,
    proposedBy: 'rosa',
    confirmedBy: 'kim',
  })
})

test('from then on the database takes no job that goes on after the last day', async () => {
  const worker = await scene.worker()
  const { clientId } = await scene.client()
  await expect(scene.job(worker, clientId, { endsOn: '2026-03-01' })).rejects.toMatchObject({
    type: 'conflict',
    detail: expect.stringContaining('2026-02-28'),
  })
  await scene.job(worker, clientId, { endsOn: '2026-01-14' })
  expect(await left()).toMatchObject({ openJobs: 1, checks: [{ code: 'wages-overdue' }] })
})

test('it does not end before everything has gone where it belongs', async () => {
  const finish = (today: string) => finishWindUp(place.db, scene.context(today, 'rosa'))
  await expect(finish('2026-02-28')).rejects.toMatchObject({ detail: expect.stringContaining('is not over') })
  await expect(finish('2026-03-02')).rejects.toMatchObject({
    detail: expect.stringContaining('Not everything is settled'),
    extra: { unsettled: { openJobs: 1 } },
  })
})

test('settled and closed, it ends for good: it can be read, and nothing can be written', async () => {
  const other = await WageScene.open(place.db, { slug: 'south', guarantee: 50_000n })
  await openOffice(place.db, testland, { slug: 'group', name: 'Group', role: 'group', legalEntities: [] })
  const on = <T>(
    today: string,
    work: (trx: Transaction, context: OfficeContext) => Promise<T>,
    by = 'rosa',
  ) => other.do(today, work, by)
  await on('2026-01-10', (trx, context) => proposeWindUp(trx, context, decision))
  await confirmWindUp(place.db, other.context('2026-01-10', 'kim'))
  const before = await on('2026-02-02', unsettled)
  expect(before.openMonths).toEqual({ count: 1, first: '2026-01-01' })
  // The assembly gives the fund back to the activity that fed it.
  const [fund] = await on('2026-01-20', async (trx) => {
    const { rows } = await sql<{ fund: string; activity: string }>`
      select max(subject::text) filter (where account = 'fund-available') as fund,
             max(subject::text) filter (where account = 'activity-budget') as activity from ledger_entry`.execute(
      trx,
    )
    return rows
  })
  expect(before.balances).toMatchObject([
    { account: 'fund-available', amount: -50_000n, subjects: 1 },
    { account: 'activity-budget', amount: 50_000n },
  ])
  await on('2026-01-20', (trx) =>
    spend(trx, {
      sourceId: newId(),
      legalEntityId: other.legalEntityId,
      currency: 'EUR',
      effectiveOn: '2026-01-20',
      fundId: fund?.fund ?? '',
      amount: 50_000n,
      to: { account: 'activity-budget', subject: fund?.activity ?? '' },
    }),
  )
  await on('2026-02-02', (trx, context) => sealMonth(trx, context, { period: '2026-01' }))
  expect(await on('2026-03-02', unsettled)).toMatchObject({ waitingPacks: 1, balances: [] })
  await deliverPacks(place.db, other.officeId)
  expect(isSettled(await on('2026-03-02', unsettled))).toBe(true)
  await finishWindUp(place.db, other.context('2026-03-02', 'rosa'))

  expect(await on('2026-03-03', (trx) => windUpOf(trx, other.officeId))).toMatchObject({ state: 'finished' })
  await expect(other.worker()).rejects.toMatchObject({
    type: 'conflict',
    detail: expect.stringContaining('can only be read here'),
  })
  const again = finishWindUp(place.db, other.context('2026-03-03', 'rosa'))
  await expect(again).rejects.toMatchObject({ type: 'conflict' })
})
