import { computePayslip, type Minor } from '@samen/core/country'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HungarianSituation } from '../src/payroll/situation.ts'
import { hungary } from '../src/plugin.ts'
import { parse } from './support.ts'

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
    one.status === undefined || /employee|mandate/.test(one.status) ? one : { ...one, ekho: false },
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
