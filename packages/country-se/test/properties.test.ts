import { computePayslip, type Minor } from '@samen/core/country'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SwedishSituation } from '../src/payroll/situation.ts'
import { rowOf } from '../src/payroll/tax-table.ts'
import { sweden } from '../src/plugin.ts'
import { parse } from './support/situations.ts'

const { payroll } = sweden

const worker = fc.record(
  {
    birthDate: fc.constantFrom(
      '1935-05-05',
      '1956-05-05',
      '1959-12-31',
      '1985-05-05',
      '2004-05-05',
      '2007-01-01',
    ),
    withholding: fc.constantFrom(
      'main',
      'main',
      'main',
      'side',
      'undecided',
      'student',
      'sink',
      'a-sink',
      'f-tax',
    ),
    taxTable: fc.integer({ min: 29, max: 42 }),
    column: fc.constantFrom(1, 2, 3, 4, 5, 6),
    adjustment: fc.constantFrom({ rate: '22' }, { amount: '4100' }, { rate: '18', until: '2025-06-30' }),
    socialSecurity: fc.constantFrom('sweden', 'elsewhere'),
  },
  { requiredKeys: [] },
)
const engagement = fc.record({
  status: fc.constant('artist'),
  contract: fc.constantFrom('open-ended', 'fixed-term', 'monthly', 'several-day', 'one-day'),
  pensionRate: fc.constantFrom('0', '0', '4.5'),
  establishment: fc.constantFrom(true, true, false),
})
const before = fc.constantFrom(
  undefined,
  {},
  { year: { pay: '600.00', charged: '0' } },
  {
    month: { taxable: '11999.50', tax: '1148.00', charged: '11999.50' },
    year: { pay: '90000.00', charged: '90000.00' },
  },
)
const monthOf = fc.constantFrom('2025-01', '2025-10', '2026-01', '2026-03', '2026-04', '2026-10', '2026-12')
const situation = fc
  .record({
    worker,
    engagement,
    monthOf,
    before,
    pay: fc.constantFrom('ordinary', 'part', 'one-off', 'holiday'),
  })
  // The one-off tables of 2025 are known for the first two columns alone.
  .filter(({ monthOf: of, pay, worker: { birthDate, column } }) =>
    of < '2026' && (pay === 'one-off' || pay === 'holiday')
      ? (column ?? 1) <= 2 && (column !== undefined || birthDate === undefined || birthDate > '1959')
      : true,
  )
  .map(({ monthOf: of, before: given, ...rest }) =>
    parse({
      ...rest,
      gross: '0',
      period: { from: `${of}-02`, to: `${of}-27` },
      ...(given && {
        toDate: {
          ...('month' in given && { month: { ...given.month, of } }),
          ...('year' in given && { year: { ...given.year, of: of.slice(0, 4) } }),
        },
      }),
    }),
  )
const gross = fc.oneof(
  fc.bigInt({ min: 0n, max: 300_000n }),
  fc.bigInt({ min: 0n, max: 12_000_000n }),
  fc.bigInt({ min: 0n, max: 300_000_000n }),
)

const netOf = (of: SwedishSituation, amount: Minor): Minor => {
  const { lines } = payroll.payslip(of, payroll.law(of), amount)
  return lines.reduce((net, line) => net - line.employee, amount)
}

/** The tax line of a pay: a share of it, or an amount by the table. */
const taxOf = (of: SwedishSituation, amount: Minor) =>
  payroll.payslip(of, payroll.law(of), amount).lines.find((line) => line.kind === 'wage-tax')

/**
 * By how much the law lets the net fall when the gross rises from `amount` by one öre: whole kronor of a share of the pay;
 * a step of the one-off table; a row of the monthly tables or, above them, a krona of income; the hundred kronor from which
 * a payment and the thousand from which a year is taxed. Undefined: by any amount.
 */
function legalFall(of: SwedishSituation, amount: Minor): Minor | undefined {
  const [now, next] = [taxOf(of, amount), taxOf(of, amount + 1n)]
  if (amount === 9_999n) return undefined
  if (of.toDate !== undefined && (of.toDate.year?.pay ?? 0n) + amount === 99_999n) return undefined
  if (now?.employeeRate && next?.employeeRate)
    return now.employeeRate.numerator === next.employeeRate.numerator ? 99n : undefined
  const taxed = (of.toDate?.month?.taxable ?? 0n) + amount
  if (taxed % 100n !== 99n) return 0n
  const kronor = Number(taxed / 100n)
  return kronor >= 80_000 || rowOf(kronor + 1) > rowOf(kronor) ? undefined : 0n
}

describe('for any worker, month and pay', () => {
  test('the lines sum to the totals', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const payslip = computePayslip(sweden, { ...of, gross: amount })
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
      { numRuns: 500 },
    )
  })

  test('tax is whole kronor, or all the cash there is, and never more than the cash', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const { wageTax, net } = computePayslip(sweden, { ...of, gross: amount })
        expect(wageTax % 100n === 0n || wageTax === amount).toBe(true)
        expect(wageTax >= 0n && net >= 0n).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('the net never falls when gross rises by an öre, but at the steps the law itself has', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const fall = legalFall(of, amount)
        if (fall !== undefined)
          expect(netOf(of, amount + 1n)).toBeGreaterThanOrEqual(netOf(of, amount) - fall)
      }),
      { numRuns: 2_000 },
    )
  })

  test('the employer cost rises with gross, and a budget finds the largest gross it can pay', () => {
    fc.assert(
      fc.property(situation, gross, (of, amount) => {
        const law = payroll.law(of)
        const cost = payroll.cost(of, law, amount)
        expect(payroll.cost(of, law, amount + 1n)).toBeGreaterThan(cost)
        const found = computePayslip(sweden, { ...of, gross: undefined, budget: cost })
        expect(found.gross).toBe(amount)
        expect(found.remainder).toBe(0n)
      }),
      { numRuns: 500 },
    )
  })

  test('totals do not depend on what was computed before in the batch, or in which order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(situation, gross), { minLength: 2, maxLength: 8 }), (batch) => {
        const compute = ([of, amount]: (typeof batch)[number]) =>
          computePayslip(sweden, { ...of, gross: amount }).lines
        const alone = batch.map((one) => compute(one))
        const backwards = [...batch].reverse().map(compute).reverse()
        expect(backwards).toEqual(alone)
      }),
    )
  })
})
