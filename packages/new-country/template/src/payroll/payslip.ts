import { type Minor, notWritten, type PayslipBody } from '@samen/core/country'
import type { Law } from './law.ts'
import type { NewlandSituation, ToDate } from './situation.ts'

const FILE = 'src/payroll/payslip.ts'

/** From gross to net: the earnings that sum to gross, and a line for each contribution, tax and provision. */
export function payslip(_situation: NewlandSituation, _law: Law, _gross: Minor): PayslipBody<ToDate> {
  return notWritten(FILE, 'payslip: the earnings and the lines from gross to net, each with its reason')
}

/** Gross and what the employer pays on top, to the cent as `payslip` has it, without building its lines. */
export function cost(_situation: NewlandSituation, _law: Law, _gross: Minor): Minor {
  return notWritten(FILE, 'cost: gross and the employer amounts of the lines')
}
