import { computePayslip, type Minor } from '@samen/core/country'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ItalianSituation } from '../src/payroll/situation.ts'
import { italy } from '../src/plugin.ts'
import { parse } from './support.ts'

const { payroll } = italy

const worker = fc.record(
  {
    region: fc.constantFrom('lombardia', 'lazio', 'bolzano', 'umbria', 'trento', 'friuli-venezia-giulia'),
    municipality: fc.constantFrom('F205', 'H501', 'L219', 'D969'),
    insuredBefore1996: fc.boolean(),
    creditsHere: fc.boolean(),
    integration: fc.boolean(),
    otherIncome: fc.constantFrom('0', '6000'),
    spouse: fc.boolean(),
    children: fc.constantFrom(0, 1, 3),
    childrenShare: fc.constantFrom('whole', 'half'),
    ascendants: fc.constantFrom(0, 1),
    surtaxesDue: fc.constantFrom({ regional: '402.17', municipal: '133.33', municipalAdvance: '57.14' }),
  },
  { requiredKeys: [] },
)
const engagement = fc.record(
  {
    fund: fc.constantFrom('fpld', 'fpls'),
    dancer: fc.boolean(),
    contract: fc.constantFrom('intermittent', 'intermittent-permanent', 'fixed-term', 'permanent'),
    availabilityPay: fc.boolean(),
    renewals: fc.constantFrom(0, 2),
    days: fc.constantFrom(0, 1, 12, 26),
    employees: fc.constantFrom('over-15', 'up-to-15', 'up-to-5', 'up-to-5-unused', 'outside'),
    injuryRate: fc.constantFrom('1.2'),
    thirteenth: fc.constantFrom('apart', 'set-aside'),
    ends: fc.constantFrom(false, false, true),
  },
  { requiredKeys: [] },
)
const before = fc.constantFrom(
  undefined,
  {},
  { month: { pay: '310.40', least: '116.26', base: '310', capped: '310' } },
  {
    socialYear: { capped: '119000', additional: '600' },
    year: { taxable: '98000', days: 240, tax: '30000' },
  },
  { year: { taxable: '11000', days: 200, tax: '900', integration: '600', wedge: '500' } },
)
const situation = fc
  .record({
    worker,
    engagement,
    before,
    of: fc.constantFrom('2025-01', '2025-10', '2026-03', '2026-10', '2026-12'),
    pay: fc.constantFrom('ordinary', 'part', 'one-off', 'settlement'),
  })
  .map(({ of, before: given, ...rest }) =>
    parse({
      ...rest,
      gross: '0',
      period: { from: `${of}-02`, to: `${of}-27` },
      ...(given && {
        toDate: {
          ...('month' in given && { month: { ...given.month, of } }),
          ...('socialYear' in given && { socialYear: { ...given.socialYear, of: of.slice(0, 4) } }),
          ...('year' in given && { year: { ...given.year, of: of.slice(0, 4) } }),
        },
      }),
    }),
  )
const gross = fc.oneof(
  fc.bigInt({ min: 0n, max: 60_000n }),
  fc.bigInt({ min: 0n, max: 600_000n }),
  fc.bigInt({ min: 0n, max: 50_000_000n }),
)

const payslipOf = (of: ItalianSituation, amount: Minor) => payroll.payslip(of, payroll.law(of), amount)
const netOf = (of: ItalianSituation, amount: Minor): Minor =>
  payslipOf(of, amount).lines.reduce((net, line) => net - line.employee, amount)

/** Incomes at which credits, bonuses and surtaxes begin, end or change their rate, in cents. */
const STEPS = [
  8_500, 15_000, 20_000, 25_000, 28_000, 29_000, 29_200, 30_000, 34_700, 35_000, 35_100, 35_200, 40_000,
  50_000, 80_000, 90_000,
]
  .concat([9_000, 10_000, 11_790, 12_000, 14_000, 23_000])
  .map((euros) => BigInt(euros) * 100n)

const pensionBase = (of: ItalianSituation, amount: Minor): Minor =>
  payslipOf(of, amount).lines.find(({ code }) => code === 'pension')?.base ?? 0n

/** Surtaxes of the year begin with the first cent of IRPEF. */
const hasSurtax = (of: ItalianSituation, amount: Minor): boolean =>
  payslipOf(of, amount).lines.some(({ code }) => code === 'regional-surtax-year')

/** Every amount the law compares with a step, found in the explanations of a payslip. */
function compared(of: ItalianSituation, amount: Minor): bigint[] {
  const { lines, taxable } = payslipOf(of, amount)
  const year = (of.toDate?.year?.taxable ?? 0n) + taxable
  const months = [1n, 12n, 13n].flatMap((times) => [taxable * times, taxable * times + of.worker.otherIncome])
  const inputs = lines.flatMap(({ why }) => [why.inputs?.income, why.inputs?.fullYear])
  return [year, year + of.worker.otherIncome, ...months, ...inputs.filter((one) => typeof one === 'bigint')]
}

/**
 * A cent more of gross may lower the net: contributions go by whole euro of pay (a step of some ten cents), credits by four
 * decimals of a quotient (a step of some twelve cents), and incomes pass the steps of the law (by any amount). The first
 * cent of pay calls for the least base, the first cent of IRPEF for surtaxes, and a daily pay may pass into the next band
 * of days.
 */
function isLegalStep(of: ItalianSituation, amount: Minor): boolean {
  if (pensionBase(of, amount + 1n) - pensionBase(of, amount) > 100n) return true
  if (hasSurtax(of, amount) !== hasSurtax(of, amount + 1n)) return true
  const now = compared(of, amount)
  const next = compared(of, amount + 100n)
  if (now.length !== next.length) return true
  return now.some((income, at) =>
    STEPS.some((step) => income - 1_300n <= step && (next[at] as bigint) + 1_300n >= step),
  )
}

describe('for any worker, month and pay', () => {
  test('the lines sum to the totals, and the quick cost is that of the payslip', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const payslip = computePayslip(italy, { ...of, gross: amount })
        let employer = 0n
        let employee = 0n
        for (const line of payslip.lines) {
          employer += line.employer
          employee += line.employee
        }
        expect(payslip.gross - employee).toBe(payslip.net)
        expect(payslip.gross + employer).toBe(payslip.employerCost)
        expect(payslip.earnings.reduce((sum, { amount: part }) => sum + part, 0n)).toBe(amount)
        expect(payroll.cost(of, payroll.law(of), amount)).toBe(payslip.employerCost)
      }),
      { numRuns: 1_000 },
    )
  })

  test('contributions of the month are whole euro times a rate, whatever its pays', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const { figures, toDate } = payslipOf(of, amount)
        expect(Number(figures['contribution-base']) % 100).toBe(0)
        expect(toDate).toBeDefined()
      }),
    )
  })

  test('nobody pays for working: the net is never below zero when nothing is settled', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        if (of.pay !== 'settlement' && !of.engagement.ends)
          expect(netOf(of, amount)).toBeGreaterThanOrEqual(0n)
      }),
      { numRuns: 1_000 },
    )
  })

  test('the net never falls by more than roundings when gross rises by a cent, but at the steps of the law', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        if (isLegalStep(of, amount)) return
        expect(netOf(of, amount + 1n)).toBeGreaterThanOrEqual(netOf(of, amount) - 60n)
      }),
      { numRuns: 4_000 },
    )
  })

  test('the employer cost never falls while gross rises, and a budget finds the largest gross it can pay', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const law = payroll.law(of)
        const cost = payroll.cost(of, law, amount)
        expect(payroll.cost(of, law, amount + 1n)).toBeGreaterThanOrEqual(cost)
        const found = computePayslip(italy, { ...of, gross: undefined, budget: cost })
        expect(found.gross).toBeGreaterThanOrEqual(amount)
        expect(found.employerCost).toBeLessThanOrEqual(cost)
        expect(payroll.cost(of, law, found.gross + 1n)).toBeGreaterThan(cost)
      }),
      { numRuns: 500 },
    )
  })

  test('totals do not depend on what was computed before in the batch, or in which order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(situation, gross), { minLength: 2, maxLength: 8 }), (batch) => {
        const compute = ([of, amount]: (typeof batch)[number]) =>
          computePayslip(italy, { ...of, gross: amount }).lines
        const alone = batch.map((one) => compute(one))
        const backwards = [...batch].reverse().map(compute).reverse()
        expect(backwards).toEqual(alone)
      }),
    )
  })
})
