import { computePayslip, formatAmount, type Minor } from '@samen/core/country'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SpanishSituation } from '../src/payroll/situation.ts'
import { spain } from '../src/plugin.ts'
import { inTurn, parse } from './support/situations.ts'

const { payroll } = spain

const worker = fc.record(
  {
    birthDate: fc.constantFrom('1948-05-05', '1960-05-05', '1990-05-05'),
    family: fc.constantFrom('sole-earner', 'other'),
    children: fc.array(fc.record({ birthYear: fc.integer({ min: 2005, max: 2026 }), whole: fc.boolean() }), {
      maxLength: 4,
    }),
    ascendants: fc.array(
      fc.record({
        birthYear: fc.integer({ min: 1930, max: 1965 }),
        sharedBy: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 2 },
    ),
    disability: fc.constantFrom('none', '33', '65'),
    mortgage: fc.boolean(),
    pensioner: fc.constantFrom(false, false, true),
    retirementAge: fc.constantFrom(false, false, true),
    childMaintenance: fc.constantFrom('0', '3000'),
    territory: fc.constantFrom('common', 'ceuta-melilla', 'la-palma'),
    residence: fc.constantFrom('spain', 'spain', 'spain', 'union', 'elsewhere'),
    requestedRate: fc.constantFrom('5', '30'),
  },
  { requiredKeys: [] },
)
const engagement = fc
  .record(
    {
      status: fc.constantFrom('employee', 'artist', 'member'),
      contract: fc.constantFrom(
        'open-ended',
        'intermittent',
        'production',
        'substitution',
        'practice',
        'training',
      ),
      group: fc.integer({ min: 1, max: 11 }),
      days: fc.integer({ min: 1, max: 30 }),
      hours: fc.constantFrom('12.5', '80'),
      activity: fc.constantFrom('90', '93', 'd'),
      extraPays: fc.constantFrom('prorated', 'separate'),
      overtime: fc.constantFrom('0', '55.50'),
      exempt: fc.constantFrom('0', '100'),
      ceilingShare: fc.constantFrom('40', '100'),
      endIndemnity: fc.constantFrom('none', 'set-aside'),
      annualPay: fc.constantFrom('9000', '22000', '90000'),
      dayLabour: fc.constantFrom(false, false, true),
      taxedAs: fc.constantFrom('wages', 'wages', 'wages', 'arrears', 'course'),
    },
    { requiredKeys: [] },
  )
  .filter(({ status, contract }) => status !== 'artist' || contract !== 'training')
const before = fc.constantFrom(
  undefined,
  {},
  {
    month: { pay: '1000.00', days: 2, commonBase: '856.00', professionalBase: '856.00' },
    year: {
      pay: '8000.00',
      tax: '160.00',
      contributions: '500.00',
      rate: '2',
      expectedPay: '9000.00',
      difference: '-2000.00',
      annualTax: '180.00',
    },
  },
)
const situation = fc
  .record({
    worker,
    engagement,
    before,
    of: fc.constantFrom('2025-02', '2025-10', '2026-01', '2026-10', '2026-12'),
    pay: fc.constantFrom('ordinary', 'part', 'one-off', 'holiday', 'settlement'),
  })
  .map(({ of, before: given, ...rest }) =>
    parse({
      ...rest,
      gross: '0',
      period: { from: `${of}-01`, to: `${of}-20` },
      ...(given && {
        toDate: {
          ...('month' in given && { month: { ...given.month, of } }),
          ...('year' in given && { year: { ...given.year, of: of.slice(0, 4) } }),
        },
      }),
    }),
  )
const gross = fc.oneof(
  fc.bigInt({ min: 0n, max: 60_000n }),
  fc.bigInt({ min: 0n, max: 900_000n }),
  fc.bigInt({ min: 0n, max: 300_000_000n }),
)

const payslipOf = (of: SpanishSituation, amount: Minor) => computePayslip(spain, { ...of, gross: amount })

describe('for any worker, engagement and pay', () => {
  test('the lines sum to the totals, and the cost is that of the payslip', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const payslip = payslipOf(of, amount)
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
        expect(payslip.toDate).toBeDefined()
      }),
      { numRuns: 1_000 },
    )
  })

  test('each base is that of a contribution: rate times base, half up', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        for (const { kind, base, employerRate, employer, employeeRate, employee } of payslipOf(of, amount)
          .lines) {
          if (kind === 'provision') continue
          if (employerRate)
            expect(employer).toBe(
              (base * employerRate.numerator * 2n + employerRate.denominator) /
                (employerRate.denominator * 2n),
            )
          if (employeeRate && base >= 0n)
            expect(employee).toBe(
              (base * employeeRate.numerator * 2n + employeeRate.denominator) /
                (employeeRate.denominator * 2n),
            )
        }
      }),
    )
  })

  test('the rate lies between 0 and 47 %, and the tax is at most the pay', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const { wageTax } = payslipOf(of, amount)
        expect(wageTax >= 0n && wageTax <= (amount * 47n) / 100n + 1n).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('the net never falls when gross rises by a cent, but where the rate itself rises or a base is a step', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const [now, next] = [payslipOf(of, amount), payslipOf(of, amount + 1n)]
        const rateOf = (payslip: typeof now) =>
          payslip.lines.find(({ code }) => code === 'wage-tax')?.employeeRate?.numerator
        const rise = next.employeeContributions - now.employeeContributions
        // A step of the artists’ provisional bases raises the base by more than the pay.
        if (of.engagement.status === 'artist' && rise > 20n) return
        if (rateOf(now) === rateOf(next)) expect(next.net).toBeGreaterThanOrEqual(now.net - rise)
      }),
      { numRuns: 1_500 },
    )
  })

  test('the employer cost rises with gross but at the declared drops, and a budget finds the largest gross', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const law = payroll.law(of)
        const cost = payroll.cost(of, law, amount)
        const drops = payroll.costDrops?.(of, law) ?? []
        if (!drops.includes(amount + 1n)) expect(payroll.cost(of, law, amount + 1n)).toBeGreaterThan(cost)
        const found = computePayslip(spain, { ...of, gross: undefined, budget: cost })
        expect(found.gross).toBeGreaterThanOrEqual(amount)
        expect(found.employerCost <= cost).toBe(true)
        if (drops.length === 0) expect(found.gross).toBe(amount)
      }),
      { numRuns: 500 },
    )
  })

  test('totals do not depend on what was computed before in the batch, or in which order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(situation, gross), { minLength: 2, maxLength: 8 }), (batch) => {
        const compute = ([of, amount]: (typeof batch)[number]) => payslipOf(of, amount).lines
        const alone = batch.map((one) => compute(one))
        const backwards = [...batch].reverse().map(compute).reverse()
        expect(backwards).toEqual(alone)
      }),
    )
  })
})

const pay = fc.bigInt({ min: 40_000n, max: 900_000n })
const whole = (month: number) => {
  const of = `2026-${String(month).padStart(2, '0')}`
  return { from: `${of}-01`, to: `${of}-${new Date(Date.UTC(2026, month, 0)).getUTCDate()}` }
}

describe('for any twelve months', () => {
  test('of rising pay the year ends at the quota of the whole year, but for the cut of the rate', () => {
    fc.assert(
      fc.property(fc.array(pay, { minLength: 12, maxLength: 12 }), worker, (pays, who) => {
        const rising = [...pays].sort((a, b) => Number(a - b))
        const year = rising.reduce((sum, gross) => sum + gross, 0n)
        const payslips = inTurn(
          rising.map((gross, index) => ({
            gross: formatAmount(gross),
            period: whole(index + 1),
            // The law of La Palma changes within the year; a mortgage ends with 33 007.20, and art. 87.5 spares the jump.
            worker: {
              ...who,
              mortgage: who.mortgage === true && year < 3_300_720n,
              residence: 'spain',
              requestedRate: undefined,
              territory: who.territory === 'la-palma' ? 'common' : who.territory,
            },
            engagement: { contract: 'open-ended' },
          })),
        )
        const withheld = payslips.reduce((sum, { wageTax }) => sum + wageTax, 0n)
        const last = payslips.at(-1)?.lines.find(({ code }) => code === 'wage-tax')?.why.inputs
        const rest = (last?.quota as Minor) - (last?.mortgage as Minor)
        const due = rest > 0n ? rest : 0n
        expect(withheld - due <= 12n).toBe(true)
        expect(due - withheld <= year / 10_000n + 12n).toBe(true)
      }),
      { numRuns: 120 },
    )
  })

  test('a rate that a worse year asks for is never above 47 %, nor below what the contract asks at least', () => {
    fc.assert(
      fc.property(fc.array(pay, { minLength: 3, maxLength: 8 }), (pays) => {
        const payslips = inTurn(
          pays.map((gross, index) => ({
            gross: formatAmount(gross),
            pay: 'part',
            period: { from: `2026-0${index + 1}-05`, to: `2026-0${index + 1}-09` },
            worker: {},
            engagement: { status: 'artist' },
          })),
        )
        for (const { wageTax, gross } of payslips)
          expect(wageTax >= (gross * 2n) / 100n && wageTax <= (gross * 47n) / 100n + 1n).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('an artist’s bases of a month stay under its ceiling, and a settled year bears the tax base of its pay', () => {
    const gig = fc.record({
      gross: fc.bigInt({ min: 4_748n, max: 700_000n }),
      month: fc.integer({ min: 1, max: 12 }),
    })
    fc.assert(
      fc.property(fc.array(gig, { minLength: 1, maxLength: 12 }), (given) => {
        const gigs = [...given].sort((a, b) => a.month - b.month)
        const common = { worker: {}, engagement: { status: 'artist' } }
        const payslips = inTurn([
          ...gigs.map(({ gross, month }, index) => {
            const day = `2026-${String(month).padStart(2, '0')}-${String(index + 10)}`
            return { ...common, pay: 'part', gross: formatAmount(gross), period: { from: day, to: day } }
          }),
          { ...common, pay: 'settlement', gross: '0', period: { from: '2026-12-31', to: '2026-12-31' } },
        ])
        const byMonth = new Map<number, bigint>()
        gigs.forEach(({ month }, index) => {
          const base = payslips[index]?.figures['common-base'] ?? 0n
          byMonth.set(month, (byMonth.get(month) ?? 0n) + base)
        })
        for (const base of byMonth.values()) expect(base).toBeLessThanOrEqual(510_120n)
        const paid = gigs.reduce((sum, { gross }) => sum + gross, 0n)
        const provisional = [...byMonth.values()].reduce((sum, base) => sum + base, 0n)
        const settled = payslips.at(-1)?.lines.find(({ code }) => code === 'common-contingencies-settled')
        const definitive = paid < 6_121_440n ? paid : 6_121_440n
        expect(provisional + (settled?.base ?? 0n)).toBe(definitive > provisional ? definitive : provisional)
      }),
      { numRuns: 150 },
    )
  })
})
