import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { percent } from '../../src/country/index.ts'
import { inOffice, newId, type Transaction } from '../../src/database/index.ts'
import {
  type AdvanceRequest,
  addAllocationRule,
  advance,
  contribute,
  exposureByClient,
  type Fund,
  fundPositions,
  identityGap,
  openFunds,
  previewAdvances,
  recover,
  repay,
  spend,
  transfer,
  verifyFunds,
  writeOff,
} from '../../src/funds/index.ts'
import { balance, openAccounts, post, verifyLedger } from '../../src/ledger/index.ts'
import { accounts, between, entry, legalEntityId } from '../ledger/office.ts'
import { asOwner, type TestDatabase, testDatabase } from '../support/database.ts'

let database: TestDatabase
let office: string
let guarantee: Fund
let training: Fund
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const within = <T>(work: (trx: Transaction) => Promise<T>) => inOffice(database.db, office, work)

beforeEach(async () => {
  office = newId()
  const open = (kind: Fund['kind'], name: string): Fund => ({ fundId: newId(), kind, currency: 'EUR', name })
  guarantee = open('wage-guarantee', 'Wages')
  training = open('training', 'Training')
  await within(async (trx) => {
    await openAccounts(trx, office, accounts)
    await openFunds(trx, [guarantee, training])
    await addAllocationRule(trx, rule('2026-01-01', '75', '25'))
  })
})

const rule = (from: string, wages: string, courses: string) => ({
  currency: 'EUR',
  from,
  shares: [
    { fundId: training.fundId, share: percent(courses) },
    { fundId: guarantee.fundId, share: percent(wages) },
  ],
})

const fact = (sourceId = newId()) => ({ sourceId, legalEntityId, currency: 'EUR', effectiveOn: '2026-10-15' })
const levy = (amount: bigint, sourceId?: string) => ({ ...fact(sourceId), activityId: newId(), amount })
const request = (
  invoiceId: string,
  clientId: string,
  amount: bigint,
  creditLimit: bigint | null = null,
): AdvanceRequest => ({
  legalEntityId,
  currency: 'EUR',
  effectiveOn: '2026-10-15',
  payslipId: newId(),
  invoiceId,
  clientId,
  amount,
  creditLimit,
})

async function position(fund: Fund = guarantee) {
  const found = (await within(fundPositions)).find(({ fundId }) => fundId === fund.fundId)
  if (!found) throw new Error('the fund is gone')
  expect(identityGap(found)).toBe(0n)
  const { contributed, recovered, transferred, available, advanced, lost, spent } = found
  return { contributed, recovered, transferred, available, advanced, lost, spent }
}

const nothing = {
  contributed: 0n,
  recovered: 0n,
  transferred: 0n,
  available: 0n,
  advanced: 0n,
  lost: 0n,
  spent: 0n,
}

async function holds(): Promise<void> {
  expect(await within(verifyFunds)).toEqual([])
  const verification = await inOffice(database.db, office, (trx) => verifyLedger(trx), {
    isolation: 'repeatable read',
  })
  expect(verification.broken).toBeUndefined()
}

describe('levies', () => {
  test('fill the funds by the rule of their day, and the odd cent is the guarantee fund’s', async () => {
    const first = levy(1_002n)
    const credited = { ...levy(-1_002n), activityId: first.activityId }
    await within((trx) => contribute(trx, [first]))
    expect(await position()).toEqual({ ...nothing, contributed: 752n, available: 752n })
    expect(await position(training)).toEqual({ ...nothing, contributed: 250n, available: 250n })
    expect(await within((trx) => balance(trx, 'activity-budget', first.activityId))).toMatchObject([
      { net: 1_002n },
    ])
    await within((trx) => contribute(trx, [first, credited]))
    expect(await position()).toEqual(nothing)
    expect(await position(training)).toEqual(nothing)
    await holds()
  })

  test('before the first rule are refused, and a later rule begins on its day', async () => {
    await within((trx) => addAllocationRule(trx, rule('2026-10-15', '50', '50')))
    await within((trx) => contribute(trx, [levy(100n), { ...levy(100n), effectiveOn: '2026-10-14' }]))
    expect(await position()).toMatchObject({ contributed: 125n })
    const early = within((trx) => contribute(trx, [{ ...levy(100n), effectiveOn: '2025-12-31' }]))
    await expect(early).rejects.toMatchObject({ type: 'conflict' })
  })

  test('a rule is never replaced, must be whole, and names funds of the office', async () => {
    await within((trx) => addAllocationRule(trx, rule('2026-01-01', '75', '25')))
    await expect(
      within((trx) => addAllocationRule(trx, rule('2026-01-01', '60', '40'))),
    ).rejects.toMatchObject({
      type: 'conflict',
    })
    await expect(
      within((trx) => addAllocationRule(trx, rule('2027-01-01', '60', '39'))),
    ).rejects.toMatchObject({
      field: 'shares',
    })
    const strange = {
      currency: 'EUR',
      from: '2027-01-01',
      shares: [{ fundId: newId(), share: percent('100') }],
    }
    await expect(within((trx) => addAllocationRule(trx, strange))).rejects.toMatchObject({
      field: 'shares[0].fundId',
    })
    const raw = asOwner(database.url, (owner) =>
      owner.query(
        `insert into samen.fund_allocation_rule values ($1, 'EUR', '2028-01-01', array[$2::uuid], '{99}', 100)`,
        [office, guarantee.fundId],
      ),
    )
    await expect(raw).rejects.toThrow(/sums_to_one/)
  })
})

describe('the guarantee fund', () => {
  beforeEach(() => within((trx) => contribute(trx, [levy(1_000n)])))

  test('lends, gets back what the client pays, and keeps out of what is over', async () => {
    const [invoice, client] = [newId(), newId()]
    const wishes = [
      request(invoice, client, 300n),
      request(invoice, client, 200n),
      request(invoice, client, 251n),
    ]
    expect(await within((trx) => previewAdvances(trx, wishes))).toMatchObject([
      { granted: 300n, reason: 'within-limits', available: 750n, exposure: 0n },
      { granted: 200n, reason: 'within-limits', available: 450n, exposure: 300n },
      { granted: 0n, reason: 'fund-exhausted', available: 250n, exposure: 500n },
    ])
    const decisions = await within((trx) => advance(trx, wishes))
    expect(decisions.map(({ granted }) => granted)).toEqual([300n, 200n, 0n])
    expect(await position()).toEqual({ ...nothing, contributed: 750n, available: 250n, advanced: 500n })
    expect(await within(exposureByClient)).toEqual([
      { clientId: client, currency: 'EUR', outstanding: 500n, advances: 2 },
    ])

    const again = await within((trx) => advance(trx, wishes.slice(0, 2)))
    expect(again.map(({ granted, reason }) => [granted, reason])).toEqual([
      [300n, 'already-granted'],
      [200n, 'already-granted'],
    ])
    const paid = { ...fact(), invoiceId: invoice, amount: 350n }
    expect(await within((trx) => repay(trx, [paid]))).toEqual([{ repaid: 350n }])
    expect(
      await within((trx) => repay(trx, [paid, { ...fact(), invoiceId: invoice, amount: 999n }])),
    ).toEqual([{ repaid: 350n }, { repaid: 150n }])
    expect(await position()).toEqual({ ...nothing, contributed: 750n, available: 750n })
    expect(await within((trx) => repay(trx, [{ ...fact(), invoiceId: newId(), amount: 5n }]))).toEqual([
      { repaid: 0n },
    ])
    expect(await within(exposureByClient)).toEqual([])
    await holds()
  })

  test('bears the loss of a client that fails, as far as it can, once, and takes what still comes in', async () => {
    const [invoice, client, activity] = [newId(), newId(), newId()]
    await within((trx) => advance(trx, [request(invoice, client, 600n)]))
    const item = {
      ...fact(),
      invoiceId: invoice,
      clientId: client,
      activityId: activity,
      open: 1_815n,
      vat: 315n,
      takenBack: 100n,
    }
    const result = { fundLoss: 750n, advancedLost: 600n, uncovered: 650n }
    expect(await within((trx) => writeOff(trx, [item]))).toEqual([result])
    expect(await within((trx) => writeOff(trx, [item]))).toEqual([result])
    expect(await position()).toEqual({ ...nothing, contributed: 750n, lost: 750n })
    const net = async (account: string, subject?: string) =>
      (await within((trx) => balance(trx, account, subject)))[0]?.net
    expect(await net('client-receivable', client)).toBe(-1_815n)
    expect(await net('vat-relief')).toBe(315n)
    expect(await net('activity-budget', activity)).toBe(100n)
    expect(await net('uncovered-loss')).toBe(650n)

    const late = { ...fact(), invoiceId: invoice, clientId: client, amount: 121n, vat: 21n }
    for (let time = 0; time < 2; time++) await within((trx) => recover(trx, [late]))
    expect(await position()).toEqual({
      ...nothing,
      contributed: 750n,
      recovered: 100n,
      available: 100n,
      lost: 750n,
    })
    expect(await net('bank')).toBe(121n)
    expect(await net('vat-payable')).toBe(-21n)
    await holds()
  })

  test('shares its last money between write-offs of one call', async () => {
    const item = (open: bigint) => ({
      ...fact(),
      invoiceId: newId(),
      clientId: newId(),
      activityId: newId(),
      open,
      vat: 0n,
      takenBack: 0n,
    })
    expect(await within((trx) => writeOff(trx, [item(500n), item(500n)]))).toMatchObject([
      { fundLoss: 500n, uncovered: 0n },
      { fundLoss: 250n, uncovered: 250n },
    ])
    await expect(within((trx) => writeOff(trx, [{ ...item(5n), vat: 6n }]))).rejects.toMatchObject({
      field: 'writeOffs[0]',
    })
    await holds()
  })

  test('lends no more than it has and no client more than he may owe, to ten who ask at once', async () => {
    const client = newId()
    const ask = () =>
      within((trx) => advance(trx, [request(newId(), newId(), 100n), request(newId(), client, 50n, 120n)]))
    const decisions = (await Promise.all(Array.from({ length: 10 }, ask))).flat()
    const granted = decisions.reduce((sum, decision) => sum + decision.granted, 0n)
    expect(granted).toBe(700n)
    expect((await within(exposureByClient)).find(({ clientId }) => clientId === client)?.outstanding).toBe(
      100n,
    )
    await holds()
  })

  test('takes one payment once, though it is reported by five at once', async () => {
    const [invoice, client] = [newId(), newId()]
    await within((trx) => advance(trx, [request(invoice, client, 300n)]))
    const paid = { ...fact(), invoiceId: invoice, amount: 200n }
    const answers = await Promise.all(Array.from({ length: 5 }, () => within((trx) => repay(trx, [paid]))))
    expect(answers.flat()).toEqual(Array.from({ length: 5 }, () => ({ repaid: 200n })))
    expect(await position()).toMatchObject({ available: 650n, advanced: 100n })
    await holds()
  })

  test('spends and gives to another fund what it has and nothing more', async () => {
    const course = { ...fact(), fundId: training.fundId, amount: 200n, to: { account: 'bank' } }
    for (let time = 0; time < 2; time++) await within((trx) => spend(trx, course))
    await expect(within((trx) => spend(trx, { ...course, ...fact(), amount: 51n }))).rejects.toMatchObject({
      type: 'refused',
    })
    await within((trx) =>
      transfer(trx, { ...fact(), fromFundId: guarantee.fundId, toFundId: training.fundId, amount: 100n }),
    )
    expect(await position(training)).toEqual({
      ...nothing,
      contributed: 250n,
      transferred: 100n,
      spent: 200n,
      available: 150n,
    })
    expect(await position()).toMatchObject({ transferred: -100n, available: 650n })
    await holds()
  })
})

test('an office without a guarantee fund lends nothing', async () => {
  office = newId()
  await expect(within((trx) => advance(trx, [request(newId(), newId(), 1n)]))).rejects.toMatchObject({
    type: 'conflict',
  })
})

/** What may happen to a fund, on a handful of clients and invoices so that it meets itself. */
const operation = fc.oneof(
  fc.record({
    do: fc.constant('contribute' as const),
    amount: fc.bigInt({ min: -500n, max: 3_000n }).filter((sum) => sum !== 0n),
  }),
  fc.record({
    do: fc.constant('advance' as const),
    at: fc.nat(4),
    amount: fc.bigInt({ min: 1n, max: 900n }),
  }),
  fc.record({ do: fc.constant('repay' as const), at: fc.nat(4), amount: fc.bigInt({ min: 1n, max: 900n }) }),
  fc.record({
    do: fc.constant('write-off' as const),
    at: fc.nat(4),
    amount: fc.bigInt({ min: 1n, max: 900n }),
    part: fc.nat(100),
  }),
  fc.record({
    do: fc.constant('recover' as const),
    at: fc.nat(4),
    amount: fc.bigInt({ min: 1n, max: 300n }),
  }),
  fc.record({ do: fc.constant('spend' as const), amount: fc.bigInt({ min: 1n, max: 300n }) }),
  fc.record({ do: fc.constant('transfer' as const), amount: fc.bigInt({ min: 1n, max: 300n }) }),
)

test('whatever happens to the funds, in whatever order and twice, they are exact to the cent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 25 }), async (operations) => {
      const subjects = Array.from({ length: 5 }, () => ({
        invoiceId: newId(),
        clientId: newId(),
        activityId: newId(),
      }))
      for (const step of operations) {
        const source = fact()
        const payslipId = newId()
        const about = subjects['at' in step ? step.at : 0] as (typeof subjects)[number]
        const run = async (trx: Transaction): Promise<unknown> => {
          if (step.do === 'contribute')
            return contribute(trx, [{ ...levy(step.amount, source.sourceId), ...about }])
          if (step.do === 'advance')
            return advance(trx, [
              { ...request(about.invoiceId, about.clientId, step.amount, 1_500n), payslipId },
            ])
          if (step.do === 'repay') return repay(trx, [{ ...source, ...about, amount: step.amount }])
          if (step.do === 'recover') return recover(trx, [{ ...source, ...about, amount: step.amount }])
          if (step.do === 'spend')
            return spend(trx, {
              ...source,
              fundId: training.fundId,
              amount: step.amount,
              to: { account: 'bank' },
            })
          if (step.do === 'transfer')
            return transfer(trx, {
              ...source,
              fromFundId: guarantee.fundId,
              toFundId: training.fundId,
              amount: step.amount,
            })
          const vat = (step.amount * 21n) / 121n
          const takenBack = ((step.amount - vat) * BigInt(step.part)) / 100n
          return writeOff(trx, [{ ...source, ...about, open: step.amount, vat, takenBack }])
        }
        const refused = (error: { type?: string }) => {
          if (error.type !== 'refused') throw error
          return 'refused'
        }
        const first = await within(run).catch(refused)
        const afterOnce = await within(fundPositions)
        if (first !== 'refused') await within(run)
        const afterTwice = await within(fundPositions)
        expect(afterTwice).toEqual(afterOnce)
        for (const fund of afterTwice) {
          expect(identityGap(fund)).toBe(0n)
          expect(fund.available >= 0n && fund.advanced >= 0n && fund.lost >= 0n).toBe(true)
        }
        expect(afterTwice.reduce((sum, fund) => sum + fund.transferred, 0n)).toBe(0n)
      }
      await holds()
    }),
    { numRuns: 25 },
  )
})

test('money of a fund that does not exist, and an advance that disagrees with the ledger, are found', async () => {
  await within((trx) => contribute(trx, [levy(1_000n)]))
  await within((trx) => advance(trx, [request(newId(), newId(), 100n)]))
  const stray = newId()
  await within((trx) =>
    post(trx, office, [
      between('bank', 'bank', 7n, { entries: [entry('bank', 7n), entry('fund-available', -7n, stray)] }),
    ]),
  )
  await asOwner(database.url, (owner) =>
    owner.query('update samen.fund_advance set repaid = 1 where office_id = $1', [office]),
  )
  const faults = await within(verifyFunds)
  expect(new Map(faults.map(({ fundId, detail }) => [fundId, detail]))).toEqual(
    new Map([
      [guarantee.fundId, 'The ledger has 100 advanced, the advances and loans sum to 99.'],
      [stray, 'The ledger holds money of a fund that does not exist.'],
    ]),
  )
})
