import { computePayslip, type PayslipLine } from '@samen/core/country'
import { france } from '../../src/plugin.ts'
import { RELIEFS } from './rules.ts'
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

/**
 * CSG and CRDS that tax does not let off are one value here where there is overtime: we charge those on it apart.
 */
const notDeductible = ['csg-non-deductible', 'crds']

/** The simulator cuts unemployment by the specific deduction, which it does not do since July 2017 (annexes 8 and 10). */
const NOT_CUT = ['unemployment', 'wage-guarantee']

/**
 * All differences of one case, but for three defects of the simulator: it ends the deduction on overtime of 20 staff and
 * more a year too early, knows no relief on complementary hours (CSS L241-17 I 3°), and from 2026 grants technicians, whose
 * employers pay less complementary pension, the general maximum of the reduction.
 */
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
  const asked = Object.entries(answer.lines).filter(
    ([code]) =>
      !(given.deduction && NOT_CUT.includes(code)) &&
      !(code === 'overtime-deduction' && given.month < '2026' && given.staff >= 20) &&
      !(code === 'overtime-reduction' && given.weeklyHours < 35),
  )
  for (const code of RELIEFS) known.add(code)
  if (given.deduction) for (const code of [...NOT_CUT, 'unemployment-show']) known.add(code)
  if (given.overtime) {
    const ours = [...notDeductible, 'csg-overtime'].reduce((total, code) => {
      known.add(code)
      return total + (byCode.get(code)?.employee ?? 0n)
    }, 0n)
    const theirs = notDeductible.reduce((total, code) => total + (answer.lines[code]?.employee ?? 0), 0)
    compare(lines, 'csg-of-overtime employee', ours, cents(theirs))
  }
  for (const [code, amounts] of asked) {
    if (given.overtime && notDeductible.includes(code)) continue
    const sign = RELIEFS.includes(code) ? -1 : 1
    const employer = amounts.employer * sign
    const employee = amounts.employee * sign
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
  const lowered = given.deduction && given.month >= '2026'
  if (!lowered) compare(lines, 'reduction', granted, cents(answer.reduction))
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
