import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { officeContext } from '../../src/context/index.ts'
import { fraction, percent } from '../../src/country/index.ts'
import { inOffice, newId, type Transaction } from '../../src/database/index.ts'
import {
  type AllocationRule,
  addAllocationRule,
  addBoundsRule,
  approveTransfer,
  contribute,
  type Fund,
  fundPositions,
  identityGap,
  listBoundsRules,
  listTransfers,
  openOwnFund,
  previewAllocation,
  proposeTransfer,
  verifyFunds,
  withdrawTransfer,
} from '../../src/funds/index.ts'
import { openOffice } from '../../src/offices/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testIban, testland, testNumber } from '../support/test-country.ts'

let database: TestDatabase
let officeId: string
let legalEntityId: string
let funds: Fund[]
let serial = 0
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const within = <T>(work: (trx: Transaction) => Promise<T>) => inOffice(database.db, officeId, work)
const as = (by: string, today = '2026-11-20') =>
  officeContext({ officeId, plugin: testland, by, today, now: new Date(`${today}T10:00:00Z`) })

beforeEach(async () => {
  serial++
  const opened = await openOffice(database.db, testland, {
    slug: `x${serial}`,
    name: 'Office',
    legalEntities: [
      {
        name: 'Samen Testland',
        companyNumber: testNumber(100 + serial, 10),
        vatNumber: testNumber(200 + serial, 10),
        iban: testIban(serial),
        street: 'Road 1',
        postCode: '1000',
        town: 'Town',
        country: 'XX',
        timeZone: 'Europe/Brussels',
      },
    ],
  })
  officeId = opened.officeId
  legalEntityId = opened.legalEntities[0]?.legalEntityId as string
  funds = (await within(fundPositions)).map(({ fundId, kind, currency, name }) => ({
    fundId,
    kind,
    currency,
    name,
  }))
})

const fund = (kind: Fund['kind']) => funds.find((one) => one.kind === kind)?.fundId as string
const levy = (amount: bigint, effectiveOn = '2026-06-10') => ({
  sourceId: newId(),
  legalEntityId,
  currency: 'EUR',
  effectiveOn,
  activityId: newId(),
  amount,
})
const even = (from = '2027-01-01'): AllocationRule => ({
  currency: 'EUR',
  from,
  shares: [
    { fundId: fund('training'), share: fraction(1n, 3n) },
    { fundId: fund('wage-guarantee'), share: fraction(1n, 3n) },
    { fundId: fund('solidarity'), share: fraction(1n, 3n) },
  ],
})
const year = { from: '2026-01-01', to: '2026-12-31' }
const available = async (kind: Fund['kind']) =>
  (await within(fundPositions)).find(({ fundId }) => fundId === fund(kind))?.available

async function exact() {
  expect(await within(verifyFunds)).toEqual([])
  for (const position of await within(fundPositions)) expect(identityGap(position)).toBe(0n)
}

describe('an allocation rule, before it takes force,', () => {
  test('is tried on the real levies, each split again to the cent', async () => {
    await within((trx) =>
      contribute(trx, [
        levy(1_000n),
        levy(1_001n, '2026-06-11'),
        levy(-500n, '2026-07-01'),
        levy(9n, '2025-12-31'),
      ]),
    )
    const preview = await within((trx) => previewAllocation(trx, { rule: even(), ...year }))
    expect(preview).toMatchObject({ levies: 3, total: 1_501n })
    const by = Object.fromEntries(
      preview.funds.map(({ kind, got, would, difference }) => [kind, { got, would, difference }]),
    )
    // A third each; the odd cents of 1 000, 1 001 and −500 go to the guarantee first, then to the first named.
    expect(by).toEqual({
      'wage-guarantee': { got: 751n, would: 501n, difference: -250n },
      development: { got: 450n, would: 0n, difference: -450n },
      training: { got: 150n, would: 500n, difference: 350n },
      solidarity: { got: 150n, would: 500n, difference: 350n },
    })
    expect(
      preview.months.filter(({ period }) => period === '2026-07').map(({ got, would }) => [got, would]),
    ).toContainEqual([-250n, -167n])
  })

  test('gives what the rule really gives once it is in force', async () => {
    const amounts = [1n, 2n, 100n, 101n, 33_334n, -1n, -50n, -33_333n, 89_999n, 7n]
    const [day, later] = ['2028-02-01', '2029-02-01']
    const flow = (on: string) => amounts.map((amount) => levy(amount, on))
    await within((trx) => contribute(trx, [levy(10_000_000n, '2020-01-01'), ...flow(day)]))
    const before = await within((trx) => previewAllocation(trx, { rule: even(), from: day, to: day }))
    expect(before.levies).toBe(amounts.length)
    expect(before.funds.reduce((sum, { difference }) => sum + difference, 0n)).toBe(0n)
    await within(async (trx) => {
      await addAllocationRule(trx, even('2029-01-01'))
      await contribute(trx, flow(later))
    })
    const after = await within((trx) => previewAllocation(trx, { rule: even(), from: later, to: later }))
    expect(after.funds.map(({ got }) => got)).toEqual(before.funds.map(({ would }) => would))
    expect(after.funds.every(({ difference }) => difference === 0n)).toBe(true)
    await exact()
  })

  test('shows what its floors and caps would move, and who would stand below zero', async () => {
    await within((trx) => contribute(trx, [levy(10_000n)]))
    const preview = await within((trx) =>
      previewAllocation(trx, {
        rule: even(),
        ...year,
        bounds: [
          { fundId: fund('wage-guarantee'), floor: 4_000n, cap: null, priority: 1 },
          { fundId: fund('training'), floor: 0n, cap: 2_000n, priority: 2 },
        ],
      }),
    )
    expect(preview.levelling.moves).toEqual([
      { fromFundId: fund('training'), toFundId: fund('wage-guarantee'), amount: 1_333n },
    ])
    expect(preview.funds.find(({ kind }) => kind === 'wage-guarantee')?.availableThen).toBe(3_334n)
  })

  test('writes nothing, and a wrong one is refused by its field', async () => {
    const wrong = { ...even(), shares: even().shares.slice(0, 2) }
    await expect(within((trx) => previewAllocation(trx, { rule: wrong, ...year }))).rejects.toMatchObject({
      field: 'shares',
    })
    await expect(
      within((trx) => previewAllocation(trx, { rule: even(), from: '2026-02-01', to: '2026-01-01' })),
    ).rejects.toMatchObject({ field: 'to' })
  })
})

describe('floors and caps', () => {
  const rule = (floor: bigint) => ({
    currency: 'EUR',
    from: '2027-01-01',
    bounds: [{ fundId: fund('wage-guarantee'), floor, cap: 9_000n, priority: 1 }],
  })
  test('are written once for a day, and never changed', async () => {
    await within((trx) => addBoundsRule(trx, rule(500n)))
    await within((trx) => addBoundsRule(trx, rule(500n)))
    expect(await within(listBoundsRules)).toEqual([rule(500n)])
    await expect(within((trx) => addBoundsRule(trx, rule(600n)))).rejects.toMatchObject({ type: 'conflict' })
    await expect(within((trx) => addBoundsRule(trx, rule(9_001n)))).rejects.toMatchObject({
      field: 'bounds[0].cap',
    })
    await expect(
      within((trx) => sql`update samen.fund_bounds_rule set floors = '{1}'`.execute(trx)),
    ).rejects.toThrow()
  })
})

describe('a transfer an assembly decided', () => {
  const draft = (amount = 300n) => ({
    fromFundId: fund('development'),
    toFundId: fund('wage-guarantee'),
    amount,
    decidedOn: '2026-11-14',
    minutes: 'Assembly of November, point 4',
  })
  const propose = (amount?: bigint) => within((trx) => proposeTransfer(trx, as('sam'), draft(amount)))

  test('moves when a second person approves it, once, and the funds stay exact', async () => {
    await within((trx) => contribute(trx, [levy(1_000n)]))
    const { fundTransferId } = await propose()
    expect(await available('development')).toBe(300n)
    await expect(within((trx) => approveTransfer(trx, as('sam'), fundTransferId))).rejects.toMatchObject({
      type: 'refused',
    })
    const approved = await within((trx) => approveTransfer(trx, as('kim'), fundTransferId))
    expect(approved).toMatchObject({ state: 'approved', approvedBy: 'kim', effectiveOn: '2026-11-20' })
    await within((trx) => approveTransfer(trx, as('lou'), fundTransferId))
    expect(await available('development')).toBe(0n)
    expect(await available('wage-guarantee')).toBe(800n)
    expect(await within((trx) => listTransfers(trx, officeId))).toEqual([approved])
    await exact()
  })

  test('two approvals at the same moment post it once', async () => {
    await within((trx) => contribute(trx, [levy(1_000n)]))
    const { fundTransferId } = await propose(100n)
    await Promise.all(
      ['kim', 'lou'].map((by) => within((trx) => approveTransfer(trx, as(by), fundTransferId))),
    )
    expect(await available('development')).toBe(200n)
    await exact()
  })

  test('stays a proposal when the fund does not have the money, and nothing has moved', async () => {
    const { fundTransferId } = await propose()
    await expect(within((trx) => approveTransfer(trx, as('kim'), fundTransferId))).rejects.toMatchObject({
      type: 'refused',
    })
    expect((await within((trx) => listTransfers(trx, officeId)))[0]?.state).toBe('proposed')
    await exact()
  })

  test('can be withdrawn before and not after, and its terms never change', async () => {
    await within((trx) => contribute(trx, [levy(1_000n)]))
    const [first, second] = [await propose(), await propose(10n)]
    const withdrawn = await within((trx) => withdrawTransfer(trx, as('sam'), first.fundTransferId))
    expect(withdrawn.state).toBe('withdrawn')
    await expect(
      within((trx) => approveTransfer(trx, as('kim'), first.fundTransferId)),
    ).rejects.toMatchObject({
      type: 'conflict',
    })
    await expect(
      within((trx) => sql`update samen.fund_transfer set amount = 999 where state = 'proposed'`.execute(trx)),
    ).rejects.toThrow(/never changed/)
    await within((trx) => approveTransfer(trx, as('kim'), second.fundTransferId))
    await expect(
      within((trx) => withdrawTransfer(trx, as('sam'), second.fundTransferId)),
    ).rejects.toMatchObject({
      type: 'conflict',
    })
  })

  test.each([
    ['amount', { amount: 0n }],
    ['decidedOn', { decidedOn: '2026-11-21' }],
    ['minutes', { minutes: ' ' }],
  ])('is refused for its %s', async (field, changes) => {
    await expect(
      within((trx) => proposeTransfer(trx, as('sam'), { ...draft(), ...changes })),
    ).rejects.toMatchObject({ field })
  })
})

test('an office writes a fund of its own, and a rule feeds it', async () => {
  const own = { fundId: newId(), currency: 'EUR', name: 'Instruments' }
  await within((trx) => openOwnFund(trx, own))
  await within((trx) => openOwnFund(trx, own))
  await expect(
    within((trx) => openOwnFund(trx, { ...own, fundId: newId(), name: 'instruments' })),
  ).rejects.toMatchObject({ type: 'conflict' })
  await within(async (trx) => {
    await addAllocationRule(trx, {
      currency: 'EUR',
      from: '2026-05-01',
      shares: [
        { fundId: fund('wage-guarantee'), share: percent('90') },
        { fundId: own.fundId, share: percent('10') },
      ],
    })
    await contribute(trx, [levy(1_000n)])
  })
  const position = (await within(fundPositions)).find(({ fundId }) => fundId === own.fundId)
  expect(position).toMatchObject({ kind: 'custom', available: 100n })
  await exact()
})
