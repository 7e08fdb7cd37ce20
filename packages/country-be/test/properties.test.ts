import { computePayslip, type Minor } from '@samen/core/country'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BelgianSituation } from '../src/payroll/situation.ts'
import { belgium } from '../src/plugin.ts'
import { inTurn, parse, payslipOf } from './support.ts'

const { payroll } = belgium

const worker = fc.record({
  spouse: fc.constantFrom(
    undefined,
    { income: 'none' },
    { income: 'work' },
    { income: 'pension', netMonthly: '300.00' },
  ),
  children: fc.integer({ min: 0, max: 10 }),
  disabled: fc.boolean(),
  otherDependants: fc.integer({ min: 0, max: 2 }),
})
const engagement = fc.record({
  status: fc.constantFrom('employee', 'worker', 'artist'),
  contract: fc.constantFrom('open-ended', 'monthly', 'several-day', 'one-day'),
  hoursPerWeek: fc.constantFrom('38', '30.4', '19'),
  days: fc.integer({ min: 1, max: 23 }),
})
const monthOf = fc.constantFrom(
  '2025-01',
  '2025-05',
  '2025-08',
  '2026-01',
  '2026-03',
  '2026-05',
  '2026-07',
  '2026-10',
  '2026-12',
)
const situation = fc
  .record({ worker, engagement, monthOf, pay: fc.constantFrom('ordinary', 'part', 'one-off', 'settlement') })
  .map(({ monthOf: of, ...rest }) =>
    parse({ ...rest, gross: '0', period: { from: `${of}-02`, to: `${of}-27` } }),
  )
const gross = fc.bigInt({ min: 0n, max: 2_000_000n })

const netOf = (of: BelgianSituation, amount: Minor): Minor => {
  const { lines } = payroll.payslip(of, payroll.law(of), amount)
  return lines.reduce((net, line) => net - line.employee, amount)
}

/** Wages just above which a law lets the net fall: thresholds of the special contribution, at 100 % and at 108 %. */
const steps = [
  109_510n,
  194_538n,
  219_018n,
  328_529n,
  373_700n,
  410_000n,
  583_614n,
  657_054n,
  1_121_100n,
  1_230_000n,
]
const onStep = (amount: Minor, reach: Minor) =>
  steps.some((step) => [step, (step * 100n) / 108n].some((at) => amount <= at && amount + reach >= at - 2n))

describe('a payslip', () => {
  test('adds up: what the worker gets and what others get is what the employer spends', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const slip = computePayslip(belgium, { ...of, gross: amount })
        const toOthers = slip.lines.reduce(
          (sum, line) => sum + line.employee + (line.kind === 'mutual' ? 0n : line.employer),
          0n,
        )
        expect(slip.net + toOthers).toBe(slip.employerCost)
        expect(slip.wageTax).toBeGreaterThanOrEqual(0n)
        expect(slip.employeeContributions).toBeGreaterThanOrEqual(0n)
        expect(slip.taxable).toBeLessThanOrEqual(amount)
      }),
    )
  })

  test('costs what the quick computation says, and never less for a higher gross', () => {
    fc.assert(
      fc.property(situation, gross, fc.bigInt({ min: 1n, max: 100n }), (of, amount, more) => {
        const law = payroll.law(of)
        const { lines } = payroll.payslip(of, law, amount)
        const cost = lines.reduce((sum, line) => (line.kind === 'mutual' ? sum : sum + line.employer), amount)
        expect(payroll.cost(of, law, amount)).toBe(cost)
        expect(payroll.cost(of, law, amount + more)).toBeGreaterThan(cost)
      }),
    )
  })

  test('leaves more net for one euro more gross, but at the thresholds of the special contribution', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        fc.pre(of.pay !== 'one-off' && !onStep(amount, 100n))
        expect(netOf(of, amount + 100n)).toBeGreaterThan(netOf(of, amount))
      }),
      { numRuns: 500 },
    )
  })

  test('is the same whenever it is computed', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        expect(payroll.payslip(of, payroll.law(of), amount)).toEqual(
          payroll.payslip(of, payroll.law(of), amount),
        )
      }),
    )
  })
})

describe('a month paid in parts', () => {
  // Hundreds of euros, so that 13.07 % of each part is exact and only what the law cumulates is compared.
  const parts = fc.array(
    fc.record({ hundreds: fc.integer({ min: 1, max: 12 }), days: fc.integer({ min: 1, max: 6 }) }),
    {
      minLength: 2,
      maxLength: 5,
    },
  )

  test('leaves the same net as the month paid at once', () => {
    fc.assert(
      fc.property(parts, worker, (list, who) => {
        const pay = (amount: number, days: number) => ({
          gross: `${amount}.00`,
          pay: 'part',
          period: { from: '2026-10-01', to: '2026-10-31' },
          worker: who,
          engagement: { status: 'employee', days },
        })
        const split = inTurn(list.map(({ hundreds, days }) => pay(hundreds * 100, days)))
        const sum = (of: 'hundreds' | 'days') => list.reduce((so, part) => so + part[of], 0)
        const whole = payslipOf(pay(sum('hundreds') * 100, sum('days')))
        for (const of of ['net', 'wageTax', 'employeeContributions', 'taxable'] as const)
          expect(split.reduce((so, slip) => so + slip[of], 0n)).toBe(whole[of])
      }),
    )
  })
})

describe('a special scheme', () => {
  const who = fc.record({ children: fc.integer({ min: 0, max: 3 }) })
  const student = fc
    .record({
      worker: who,
      status: fc.constantFrom('employee', 'worker', 'artist'),
      hours: fc.integer({ min: 0, max: 200 }),
      hoursElsewhere: fc.integer({ min: 400, max: 700 }),
      workAccidentRate: fc.constantFrom(undefined, '0.92'),
    })
    .map(({ worker: of, status, hours, hoursElsewhere, workAccidentRate }) =>
      parse({
        gross: '0',
        period: { from: '2026-10-01', to: '2026-10-31' },
        worker: of,
        engagement: {
          status,
          workAccidentRate,
          scheme: 'student',
          contract: 'monthly',
          student: { hours, hoursElsewhere },
        },
      }),
    )
  const flexi = fc
    .record({
      worker: who,
      before: fc.integer({ min: 15_000, max: 19_000 }),
      pensioner: fc.boolean(),
    })
    .map(({ worker: of, before, pensioner }) =>
      parse({
        gross: '0',
        period: { from: '2026-10-01', to: '2026-10-31' },
        worker: of,
        engagement: { status: 'employee', scheme: 'flexi-job', flexi: { pensioner } },
        toDate: { flexi: { of: '2026', pay: `${before}.00` } },
      }),
    )
  const amateur = fc
    .record({
      travel: fc.integer({ min: 0, max: 23 }),
      principalTotal: fc.constantFrom(undefined, '0', '540.00', '584.99', '900.00'),
    })
    .map(({ travel, principalTotal }) =>
      parse({
        gross: '0',
        period: { from: '2026-10-17', to: '2026-10-17' },
        worker: {},
        engagement: {
          status: 'artist',
          scheme: 'amateur-arts',
          contract: 'one-day',
          amateur: { travel: `${travel}.00`, principalTotal },
        },
      }),
    )
  const any = fc.oneof(student, flexi, amateur)

  test('adds up, costs what the quick computation says, and never less for a higher gross', () => {
    fc.assert(
      fc.property(any, gross, fc.bigInt({ min: 1n, max: 100n }), (of, amount, more) => {
        const law = payroll.law(of)
        const slip = computePayslip(belgium, { ...of, gross: amount })
        expect(payroll.cost(of, law, amount)).toBe(slip.employerCost)
        expect(payroll.cost(of, law, amount + more)).toBeGreaterThan(slip.employerCost)
        expect(slip.earnings.reduce((sum, earning) => sum + earning.amount, 0n)).toBe(amount)
        expect(slip.wageTax).toBeGreaterThanOrEqual(0n)
        expect(slip.net).toBeLessThanOrEqual(amount)
      }),
    )
  })

  test('of a student splits a pay by its hours and loses no cent of it', () => {
    fc.assert(
      fc.property(student, gross, (of, amount) => {
        const { lines } = payroll.payslip(of, payroll.law(of), amount)
        const base = (code: string) => lines.find((line) => line.code === code)?.base ?? 0n
        const beyond = base('social-security')
        const raised = of.engagement.status !== 'employee'
        const left = amount - base('student-contribution')
        expect(beyond).toBe(raised ? (left * 108n + 50n) / 100n : left)
      }),
    )
  })

  test('of a flexi-job frees exactly the ceiling of the year, however it is paid out', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 900_000n }), { minLength: 2, maxLength: 6 }), (pays) => {
        const slips = inTurn(
          pays.map(() => ({
            gross: '0',
            period: { from: '2026-10-01', to: '2026-10-31' },
            worker: {},
            engagement: { status: 'employee', scheme: 'flexi-job' },
          })),
          pays,
        )
        const paid = pays.reduce((sum, pay) => sum + pay, 0n)
        const free = paid - slips.reduce((sum, slip) => sum + slip.taxable, 0n)
        expect(free).toBe(paid < 1_800_000n ? paid : 1_800_000n)
      }),
    )
  })
})
