import { computePayslip, type PayslipLine } from '@samen/core/country'
import { france } from '../../src/plugin.ts'
import { asSituation, type Case } from './situations.ts'

/** What the simulator answered to one case, unrounded. */
export interface Answer {
  readonly given: Case
  readonly lines: Readonly<Record<string, { readonly employer: number; readonly employee: number }>>
  readonly reduction: number
  readonly figures: Readonly<Record<string, number>>
  readonly taxable: number
  readonly neutralRate: number
}

/** Half up to the cent. A ten-millionth is added because the simulator's binary fractions fall just short of exact halves. */
export const cents = (value: number): bigint =>
  value < 0 ? -cents(-value) : BigInt(Math.floor(value * 100 + 0.5 + 1e-5))

/** One value that differs: ours less the simulator's, in cents. */
export interface Difference {
  readonly where: string
  readonly ours: bigint
  readonly theirs: bigint
}

/** Lines that we charge in two tranches and the simulator in one value. */
const TRANCHES: Readonly<Record<string, readonly string[]>> = {
  pension: ['pension-t1', 'pension-t2'],
  ceg: ['ceg-t1', 'ceg-t2'],
  sickness: ['sickness', 'sickness-supplement'],
  family: ['family', 'family-supplement'],
}

/** All differences of one case, line by line and then the figures. */
export function differences(answer: Answer) {
  const { given } = answer
  const situation = france.payroll.situation.parse(asSituation(given))
  const payslip = computePayslip(france, situation)
  const byCode = new Map(payslip.lines.map((line) => [line.code, line]))
  const lines: Difference[] = []
  const compare = (list: Difference[], where: string, ours: bigint, theirs: bigint) => {
    if (ours !== theirs) list.push({ where, ours, theirs })
  }
  const known = new Set<string>()
  for (const [code, { employer, employee }] of Object.entries(answer.lines)) {
    const parts = (TRANCHES[code] ?? [code]).map((part) => {
      known.add(part)
      return byCode.get(part)
    })
    const sum = (side: 'employer' | 'employee') =>
      parts.reduce((total, line: PayslipLine | undefined) => total + (line?.[side] ?? 0n), 0n)
    compare(lines, `${code} employer`, sum('employer'), cents(employer))
    compare(lines, `${code} employee`, sum('employee'), cents(employee))
  }
  const granted = -['reduction-urssaf', 'reduction-pension'].reduce(
    (total, code) => total + (byCode.get(code)?.employer ?? 0n),
    0n,
  )
  compare(lines, 'reduction', granted, cents(answer.reduction))
  for (const code of ['reduction-urssaf', 'reduction-pension', 'withholding-tax']) known.add(code)
  const strangers = payslip.lines.filter((line) => !known.has(line.code)).map((line) => line.code)

  const totals: Difference[] = []
  compare(totals, 'gross', payslip.gross, cents(answer.figures.gross ?? 0))
  compare(totals, 'cost', payslip.employerCost, cents(answer.figures.cost ?? 0))
  compare(
    totals,
    'netBeforeTax',
    payslip.figures['net-before-tax'] ?? 0n,
    cents(answer.figures.netBeforeTax ?? 0),
  )
  compare(totals, 'netTaxable', payslip.figures['net-taxable'] ?? 0n, cents(answer.taxable))

  const withheld = byCode.get('withholding-tax')
  const rate = given.taxRate === undefined ? answer.neutralRate : Number(given.taxRate)
  const stated = withheld?.employeeRate
  const ourRate = stated ? (Number(stated.numerator) * 100) / Number(stated.denominator) : Number.NaN
  return { lines, totals, strangers, rateEqual: Math.abs(ourRate - rate) < 1e-9, payslip }
}
