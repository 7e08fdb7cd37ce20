import { computePayslip, type Minor } from '@samen/core/country'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HungarianSituation } from '../src/payroll/situation.ts'
import { hungary } from '../src/plugin.ts'
import { inTurn, parse } from './support.ts'

const { payroll } = hungary
const FORINT = 100n

const amount = fc.integer({ min: 0, max: 400_000 }).map(String)
const worker = fc.record(
  {
    birthDate: fc.constantFrom(
      '1955-01-01',
      '1986-06-06',
      '1987-01-01',
      '1996-03-31',
      '2001-10-10',
      '2006-02-28',
    ),
    motherOf: fc.integer({ min: 0, max: 5 }),
    under25Ceiling: amount,
    personalAllowance: fc.boolean(),
    pensioner: fc.constantFrom(false, false, false, true),
    socialSecurity: fc.constantFrom('hungary', 'hungary', 'hungary', 'elsewhere'),
    firstMarriage: fc.constantFrom({ marriedOn: '2025-01-11' }, { marriedOn: '2024-11-30', amount: '20000' }),
    family: fc.constantFrom(
      { dependants: 1 },
      { dependants: 3, beneficiaries: 2, ill: 1 },
      { dependants: 6 },
      { dependants: 2, amount: '90000' },
    ),
  },
  { requiredKeys: [] },
)
const relief = fc.constantFrom(
  { kind: 'entrant', since: '2025-01-07' },
  { kind: 'entrant', since: '2024-09-01' },
  { kind: 'mother-entrant', since: '2023-01-01' },
  { kind: 'unskilled' },
  { kind: 'agricultural' },
)
const engagement = fc
  .record(
    {
      status: fc.constantFrom(
        'employee',
        'employee',
        'employee',
        'mandate',
        'casual',
        'film-extra',
        'seasonal',
      ),
      qualification: fc.constantFrom('none', 'secondary'),
      ekho: fc.boolean(),
      ekhoBasis: fc.constantFrom('here', 'elsewhere'),
      minimumBase: fc.boolean(),
      insuredDays: fc.integer({ min: 0, max: 28 }),
      relief,
    },
    { requiredKeys: [] },
  )
  .map((one) =>
    one.status === undefined || /employee|mandate/.test(one.status)
      ? one
      : { ...one, ekho: false, days: 1 + ((one.insuredDays ?? 0) % 15) },
  )
const before = fc.constantFrom(
  undefined,
  {},
  {
    month: {
      general: '90000',
      under25: '90000',
      floor: '40000',
      base: '30000',
      topUp: '1850',
      socialBase: '40000',
    },
    year: { ekho: '59900000' },
  },
  {
    month: {
      mandate: '72000',
      mandateFloor: '87240',
      family: '50000',
      familyContribution: '4000',
      relieved: '200000',
    },
  },
)
const situation = fc
  .record({
    worker,
    engagement,
    of: fc.constantFrom('2025-01', '2025-02', '2025-06', '2025-07', '2025-10', '2026-01', '2026-10'),
    before,
    pay: fc.constantFrom('ordinary', 'part', 'one-off', 'holiday'),
  })
  .map(({ of, before: given, ...rest }) =>
    parse({
      ...rest,
      gross: '0',
      period: { from: `${of}-03`, to: `${of}-24` },
      ...(given && {
        toDate: {
          ...('month' in given && { month: { ...given.month, of } }),
          ...('year' in given && { year: { ...given.year, of: of.slice(0, 4) } }),
        },
      }),
    }),
  )
const gross = fc
  .oneof(
    fc.bigInt({ min: 0n, max: 150_000n }),
    fc.bigInt({ min: 0n, max: 1_500_000n }),
    fc.bigInt({ min: 0n, max: 70_000_000n }),
  )
  .map((forints) => forints * FORINT)

const netOf = (of: HungarianSituation, pay: Minor): Minor =>
  payroll.payslip(of, payroll.law(of), pay).lines.reduce((net, line) => net - line.employee, pay)
const isInsured = (of: HungarianSituation, pay: Minor): boolean =>
  payroll.payslip(of, payroll.law(of), pay).lines.some((line) => line.code === 'social-security-contribution')

describe('for any worker, relation, month and pay', () => {
  test('every line is whole forints, and the lines sum to the totals', () => {
    fc.assert(
      fc.property(situation, gross, (of, pay) => {
        const payslip = computePayslip(hungary, { ...of, gross: pay })
        let employer = 0n
        let employee = 0n
        for (const line of payslip.lines) {
          expect([line.employee % FORINT, line.employer % FORINT]).toEqual([0n, 0n])
          employer += line.employer
          employee += line.employee
        }
        expect(payslip.net).toBe(pay - employee)
        expect(payslip.employerCost).toBe(pay + employer)
        expect(payroll.cost(of, payroll.law(of), pay)).toBe(payslip.employerCost)
        expect(payslip.net >= 0n && payslip.net <= pay).toBe(true)
      }),
      { numRuns: 800 },
    )
  })

  test('ten forints more never lower the net, but where a mandate begins to insure', () => {
    fc.assert(
      fc.property(situation, gross, (of, pay) => {
        const more = pay + 10n * FORINT
        if (isInsured(of, pay) === isInsured(of, more) || of.engagement.status !== 'mandate')
          expect(netOf(of, more)).toBeGreaterThanOrEqual(netOf(of, pay))
        // Contribution and tax may both round up at one forint.
        if (isInsured(of, pay) === isInsured(of, pay + FORINT) || of.engagement.status !== 'mandate')
          expect(netOf(of, pay + FORINT)).toBeGreaterThanOrEqual(netOf(of, pay) - 2n * FORINT)
      }),
      { numRuns: 2_000 },
    )
  })

  test('the employer cost never falls while gross rises by a forint, and a budget finds the largest gross', () => {
    fc.assert(
      fc.property(situation, gross, (of, pay) => {
        const law = payroll.law(of)
        const cost = payroll.cost(of, law, pay)
        expect(payroll.cost(of, law, pay + FORINT)).toBeGreaterThanOrEqual(cost)
        const found = computePayslip(hungary, { ...of, gross: undefined, budget: cost + 37n })
        expect(found.gross % FORINT).toBe(0n)
        expect(found.employerCost).toBe(cost)
        expect(payroll.cost(of, law, found.gross + FORINT)).toBeGreaterThan(cost + 37n)
      }),
      { numRuns: 800 },
    )
  })

  test('a payslip does not depend on what was computed before in the batch, or in which order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(situation, gross), { minLength: 2, maxLength: 8 }), (batch) => {
        const compute = ([of, pay]: (typeof batch)[number]) => computePayslip(hungary, { ...of, gross: pay })
        const alone = batch.map(compute)
        expect([...batch].reverse().map(compute).reverse()).toEqual(alone)
      }),
    )
  })
})

const forints = (most: number) => fc.integer({ min: 0, max: most })
const lineOf = (payslip: ReturnType<typeof inTurn>[number], code: string) =>
  payslip.lines.find((line) => line.code === code)
const total = (payslips: ReturnType<typeof inTurn>, code: string) =>
  payslips.reduce((sum, payslip) => {
    const line = lineOf(payslip, code)
    return sum + (line === undefined ? 0n : line.employee + line.employer)
  }, 0n)

describe('for any split of a month or a year', () => {
  const october = { from: '2026-10-01', to: '2026-10-31' }

  test('ekho is borne on sixty million a year at most, and the rest by the general rules', () => {
    fc.assert(
      fc.property(fc.array(forints(20_000_000), { minLength: 1, maxLength: 8 }), (grosses) => {
        const payslips = inTurn(
          grosses.map((gross, index) => ({
            gross: String(gross),
            pay: 'one-off',
            period: { from: `2026-0${index + 1}-01`, to: `2026-0${index + 1}-28` },
            worker: {},
            engagement: { ekho: true, ekhoBasis: 'elsewhere' },
          })),
        )
        const base = payslips.reduce((sum, payslip) => sum + (lineOf(payslip, 'ekho')?.base ?? 0n), 0n)
        const paid = BigInt(grosses.reduce((a, b) => a + b)) * FORINT
        expect(base).toBe(paid < 6_000_000_000n ? paid : 6_000_000_000n)
      }),
    )
  })

  test('a family allowance is worth 15 % of it at most, tax and contribution together', () => {
    const family = fc.record({ dependants: fc.integer({ min: 1, max: 5 }) })
    fc.assert(
      fc.property(fc.array(forints(700_000), { minLength: 1, maxLength: 5 }), family, (grosses, declared) => {
        const job = (worker: object) =>
          inTurn(
            grosses.map((gross) => ({
              gross: String(gross),
              pay: 'one-off',
              period: october,
              worker,
              engagement: {},
            })),
          )
        const [without, with_] = [job({}), job({ family: declared })]
        const net = (payslips: typeof without) => payslips.reduce((sum, { net: one }) => sum + one, 0n)
        const each = declared.dependants === 1 ? 133_340n : declared.dependants === 2 ? 266_660n : 440_000n
        const worth = (each * BigInt(declared.dependants) * 15n * FORINT) / 100n
        // A forint of rounding a payment.
        expect(net(with_) - net(without) <= worth + BigInt(grosses.length) * FORINT).toBe(true)
        expect(net(with_)).toBeGreaterThanOrEqual(net(without))
        for (const payslip of with_)
          expect(
            -(lineOf(payslip, 'family-contribution-allowance')?.employee ?? 0n) <=
              (lineOf(payslip, 'social-security-contribution')?.employee ?? 0n),
          ).toBe(true)
      }),
    )
  })

  test('the allowance of the young frees 715 765 a month and no more', () => {
    fc.assert(
      fc.property(fc.array(forints(600_000), { minLength: 1, maxLength: 5 }), (grosses) => {
        const payslips = inTurn(
          grosses.map((gross) => ({
            gross: String(gross),
            pay: 'one-off',
            period: october,
            worker: { birthDate: '2004-04-04' },
            engagement: {},
          })),
        )
        const taxed = payslips.reduce((sum, payslip) => sum + (lineOf(payslip, 'wage-tax')?.base ?? 0n), 0n)
        const paid = BigInt(grosses.reduce((a, b) => a + b))
        expect(taxed).toBe((paid > 715_765n ? paid - 715_765n : 0n) * FORINT)
      }),
    )
  })

  test('contribution of both sides is due on the minimum base at least, once for the month', () => {
    fc.assert(
      fc.property(forints(200_000), forints(200_000), (first, second) => {
        const payslips = inTurn([
          { gross: String(first), period: october, worker: {}, engagement: {} },
          { gross: String(second), pay: 'one-off', period: october, worker: {}, engagement: {} },
        ])
        const base = Math.max(first + second, 96_840)
        const borne =
          total(payslips, 'social-security-contribution') + total(payslips, 'minimum-base-contribution')
        const exact = (BigInt(base) * 185n) / 10n
        expect(borne - exact >= -2n * FORINT && borne - exact <= 2n * FORINT).toBe(true)
        const social = payslips.reduce(
          (sum, payslip) => sum + (lineOf(payslip, 'social-contribution-tax')?.base ?? 0n),
          0n,
        )
        expect(social).toBe(BigInt(base) * FORINT)
      }),
    )
  })
})
