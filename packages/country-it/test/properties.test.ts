import { computePayslip, type Minor } from '@samen/core/country'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ItalianSituation } from '../src/payroll/situation.ts'
import { italy } from '../src/plugin.ts'
import { inTurn, parse } from './support.ts'

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
    regionalCredit: fc.constantFrom('0', '340'),
    bonusesDue: fc.constantFrom({ integration: '410.33', wedge: '99.99' }),
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
    surcharge: fc.constantFrom('due', 'exempt'),
    severancePaid: fc.constantFrom({ amount: '1500.00', revaluation: '100.00', months: 14 }),
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

const lastDay = (month: number) => [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number
const monthOf = (month: number) => {
  const of = `2026-${String(month).padStart(2, '0')}`
  return { from: `${of}-01`, to: `${of}-${lastDay(month)}` }
}
const euros = (cents: bigint) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`
const yearOfPays = fc.record({
  worker: fc.record(
    {
      region: fc.constantFrom('lombardia', 'lazio', 'trento'),
      municipality: fc.constantFrom('F205', 'H501', 'L424'),
      insuredBefore1996: fc.boolean(),
      spouse: fc.boolean(),
      children: fc.constantFrom(0, 2),
      otherIncome: fc.constantFrom('0', '9000'),
    },
    { requiredKeys: [] },
  ),
  engagement: fc.record({
    fund: fc.constantFrom('fpld', 'fpls'),
    contract: fc.constantFrom('intermittent', 'fixed-term', 'permanent'),
    ends: fc.boolean(),
  }),
  pays: fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.bigInt({ min: 0n, max: 1_500_000n })), {
    minLength: 1,
    maxLength: 14,
  }),
})
type YearOfPays = typeof yearOfPays extends fc.Arbitrary<infer T> ? T : never

/** The payslips of a year in order, closed by a settlement of nothing in December. */
function payslipsOf({ worker, engagement, pays }: YearOfPays) {
  const { ends, ...contract } = engagement
  const sorted = [...pays].sort(([a], [b]) => a - b)
  const situations = sorted.map(([month, amount]) => ({
    gross: euros(amount),
    pay: 'part',
    period: monthOf(month),
    worker,
    engagement: contract,
  }))
  const settlement = { gross: '0', pay: 'settlement', period: monthOf(12), worker }
  return inTurn([...situations, { ...settlement, engagement: { ...contract, taxDays: 0, ends } }])
}

describe('for any year of pays', () => {
  test('what was withheld and settled is the tax of the year on all that was paid', () => {
    fc.assert(
      fc.property(yearOfPays, (given) => {
        const payslips = payslipsOf(given)
        const last = payslips.at(-1)
        const taxable = payslips.reduce((sum, one) => sum + one.taxable, 0n)
        const sumOf = (pick: (line: (typeof payslips)[number]['lines'][number]) => boolean) =>
          payslips.reduce(
            (sum, one) => one.lines.reduce((part, line) => (pick(line) ? part + line.employee : part), sum),
            0n,
          )
        const beyond = sumOf(({ code }) => code === 'beyond-pay' || code === 'bonuses-later')
        const withheld = sumOf(({ authority }) => authority === 'agenzia-entrate') - beyond
        const toDate = last?.toDate as { year: { taxable: bigint; days: number; tax: bigint } }
        const surtaxes = sumOf(({ authority }) => authority === 'region' || authority === 'municipality')
        expect(toDate.year.taxable).toBe(taxable)
        const atOnce = parse({
          ask: 'wage-tax',
          taxable: euros(taxable),
          pay: 'settlement',
          period: monthOf(12),
          worker: given.worker,
          engagement: { ...given.engagement, taxDays: 0 },
          toDate: { year: { of: '2026', days: toDate.year.days } },
        })
        const lines = payroll.wageTax(atOnce, payroll.law(atOnce), taxable)
        const due = (authorities: readonly string[]) =>
          lines.reduce(
            (sum, { authority, employee }) => sum + (authorities.includes(authority) ? employee : 0n),
            0n,
          )
        expect(withheld).toBe(due(['agenzia-entrate']))
        expect(surtaxes).toBe(due(['region', 'municipality']))
      }),
      { numRuns: 300 },
    )
  })

  test('the pension is charged up to the ceiling of the year, and the rest bears solidarity in the show workers’ fund', () => {
    fc.assert(
      fc.property(yearOfPays, (given) => {
        const payslips = payslipsOf(given)
        const baseOf = (code: string) =>
          payslips.reduce(
            (sum, one) =>
              one.lines.reduce((part, line) => (line.code === code ? part + line.base : part), sum),
            0n,
          )
        const base = baseOf('unemployment')
        const pension = baseOf('pension')
        if (!given.worker.insuredBefore1996) expect(pension).toBe(base < 12_229_500n ? base : 12_229_500n)
        else if (given.engagement.fund === 'fpld') expect(pension).toBe(base)
        if (given.engagement.fund !== 'fpls') return
        expect(pension + baseOf('solidarity')).toBe(base)
        expect(baseOf('discontinuity-solidarity')).toBe(base > 12_229_500n ? base - 12_229_500n : 0n)
      }),
      { numRuns: 300 },
    )
  })
})

describe('for any days of a show worker insured before 1996', () => {
  test('the pension is charged on whole ceilings of the day or on the pay, at most eight for each day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 26 }),
        fc.bigInt({ min: 0n, max: 30_000_000n }),
        (days, amount) => {
          const { lines } = payslipOf(
            parse({
              gross: '0',
              period: { from: '2026-10-01', to: '2026-10-31' },
              worker: { insuredBefore1996: true },
              engagement: { fund: 'fpls', days },
            }),
            amount,
          )
          const of = (code: string) => lines.find((line) => line.code === code)?.base ?? 0n
          const ceilings = 89_200n * BigInt(days)
          expect(of('pension') + of('solidarity')).toBe(of('unemployment'))
          expect(of('pension')).toBeLessThanOrEqual(ceilings * 8n)
          if (of('solidarity') > 0n) expect(of('pension') % ceilings).toBe(0n)
          expect(of('pension-additional')).toBe(
            of('pension') > 18_000n * BigInt(days) ? of('pension') - 18_000n * BigInt(days) : 0n,
          )
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('for any TFR', () => {
  test('a year of pays sets aside a part in 13.5 less half a percent, to the cent of each month', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 200_000n, max: 600_000n }), { minLength: 12, maxLength: 12 }),
        (pays) => {
          const payslips = inTurn(
            pays.map((amount, at) => ({
              gross: euros(amount),
              period: monthOf(at + 1),
              worker: { insuredBefore1996: true },
              engagement: { contract: 'permanent' },
            })),
          )
          const aside = payslips.reduce(
            (sum, { lines }) => sum + (lines.find(({ code }) => code === 'severance')?.employer ?? 0n),
            0n,
          )
          const gross = pays.reduce((sum, amount) => sum + amount, 0n)
          // 2/27 of the pay less 1/200 of it: 373/5400.
          const exact = (gross * 373n) / 5_400n
          expect(aside - exact).toBeLessThan(24n)
          expect(exact - aside).toBeLessThan(24n)
        },
      ),
      { numRuns: 50 },
    )
  })

  test('its tax is between nothing and 43 % of what was not taxed before, and more TFR never leaves less', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 40_000_000n }),
        fc.integer({ min: 1, max: 480 }),
        fc.constantFrom('fixed-term', 'permanent'),
        (amount, months, contract) => {
          const left = (cents: bigint) => {
            const { lines } = payslipOf(
              parse({
                gross: '0',
                period: { from: '2026-10-01', to: '2026-10-31' },
                worker: {},
                engagement: { contract, severancePaid: { amount: euros(cents), months } },
              }),
              0n,
            )
            const tax = lines
              .filter(({ code }) => code.startsWith('severance-') && code !== 'severance-paid')
              .reduce((sum, { employee }) => sum + employee, 0n)
            expect(tax).toBeGreaterThanOrEqual(0n)
            expect(tax * 100n).toBeLessThanOrEqual(cents * 43n + 100n)
            return cents - tax
          }
          expect(left(amount + 100n)).toBeGreaterThanOrEqual(left(amount) - 1n)
        },
      ),
      { numRuns: 500 },
    )
  })
})

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
      { numRuns: 600 },
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
      { numRuns: 600 },
    )
  })

  test('the net never falls by more than roundings when gross rises by a cent, but at the steps of the law', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        if (isLegalStep(of, amount)) return
        expect(netOf(of, amount + 1n)).toBeGreaterThanOrEqual(netOf(of, amount) - 60n)
      }),
      { numRuns: 2_000 },
    )
  }, 30_000)

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
