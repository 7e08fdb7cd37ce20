import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { correctPack, sealMonth } from '../../src/closes/index.ts'
import type { OfficeContext } from '../../src/context/index.ts'
import { inOffice, newId, type Transaction } from '../../src/database/index.ts'
import { spend } from '../../src/funds/index.ts'
import { post } from '../../src/ledger/index.ts'
import { openOffice } from '../../src/offices/index.ts'
import { deliverPacks, missingOffices, woundUpOffices } from '../../src/packs/index.ts'
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

test('an office in no group owes nobody a last pack', async () => {
  expect(await left()).toMatchObject({ waitingPacks: 0, lastPackMissing: false })
})

describe('an office that has settled everything', () => {
  let other: WageScene
  let group: string
  const on = <T>(
    today: string,
    work: (trx: Transaction, context: OfficeContext) => Promise<T>,
    by = 'rosa',
  ) => other.do(today, work, by)
  const close = (today: string, period: string) =>
    on(today, (trx, context) => sealMonth(trx, context, { period }))
  const deliver = () => deliverPacks(place.db, other.officeId)
  const inGroup = <T>(work: Parameters<typeof inOffice<T>>[2]) => inOffice(place.db, group, work)
  /** Whether the group waits for its pack of a month. */
  const isAwaited = async (period: string) =>
    (await inGroup((trx) => missingOffices(trx, group, period))).some(({ slug }) => slug === 'south')
  const lastMonths = () => inGroup((trx) => woundUpOffices(trx, group))

  beforeAll(async () => {
    other = await WageScene.open(place.db, { slug: 'south', guarantee: 50_000n })
    const opened = { slug: 'group', name: 'Group', role: 'group', legalEntities: [] } as const
    group = (await openOffice(place.db, testland, opened)).officeId
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
  })

  test('tells the group with the pack of its last month, and of no earlier one', async () => {
    expect((await close('2026-02-02', '2026-01')).pack.content).not.toHaveProperty('final')
    await deliver()
    expect(await on('2026-03-02', unsettled)).toMatchObject({ balances: [], lastPackMissing: true })
    expect(await isAwaited('2026-03')).toBe(true)
    expect((await close('2026-03-02', '2026-02')).pack.content.final).toBe(true)
    expect(await on('2026-03-02', unsettled)).toMatchObject({ waitingPacks: 1, lastPackMissing: false })
    await deliver()
    expect(await lastMonths()).toEqual([{ office: 'south', lastPeriod: '2026-02' }])
    expect(await Promise.all(['2026-02', '2026-03'].map(isAwaited))).toEqual([false, false])
    await expect(close('2026-04-01', '2026-03')).rejects.toMatchObject({ type: 'conflict' })
  })

  test('takes that back when something is booked after all, and its next month is the last', async () => {
    const rounding = (account: string, amount: bigint) => ({ account, currency: 'EUR', amount })
    await on('2026-03-10', (trx, { officeId }) =>
      post(trx, officeId, [
        {
          key: 'late',
          kind: 'late',
          legalEntityId: other.legalEntityId,
          effectiveOn: '2026-03-10',
          entries: [rounding('other-income', -100n), rounding('purchases', 100n)],
        },
      ]),
    )
    expect((await close('2026-04-01', '2026-03')).pack).toMatchObject({ packNo: 4, content: { final: true } })
    await deliver()
    expect(await lastMonths()).toMatchObject([{ lastPeriod: '2026-03' }])
  })

  test('takes it back too when the assembly thinks better of it; decided again, the last pack is made anew', async () => {
    await on('2026-04-01', withdrawWindUp)
    await deliver()
    expect(await isAwaited('2026-04')).toBe(true)
    await on('2026-04-01', (trx, context) => proposeWindUp(trx, context, decision))
    await confirmWindUp(place.db, other.context('2026-04-01', 'kim'))
    expect(isSettled(await on('2026-04-01', unsettled))).toBe(false)
    await on('2026-04-01', (trx, context) => correctPack(trx, context, { period: '2026-03' }))
    await deliver()
    expect(isSettled(await on('2026-04-01', unsettled))).toBe(true)
  })

  test('ends for good: it can be read, and nothing can be written', async () => {
    await finishWindUp(place.db, other.context('2026-04-01', 'rosa'))

    expect(await on('2026-04-02', (trx) => windUpOf(trx, other.officeId))).toMatchObject({
      state: 'finished',
    })
    await expect(other.worker()).rejects.toMatchObject({
      type: 'conflict',
      detail: expect.stringContaining('can only be read here'),
    })
    const again = finishWindUp(place.db, other.context('2026-04-02', 'rosa'))
    await expect(again).rejects.toMatchObject({ type: 'conflict' })
  })
})
