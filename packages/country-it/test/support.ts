import { computePayslip } from '@samen/core/country'
import type { ItalianSituation } from '../src/payroll/situation.ts'
import { italy } from '../src/plugin.ts'

export const parse = (situation: unknown): ItalianSituation => italy.payroll.situation.parse(situation)

/** The payslip of a situation as a stranger writes it. */
export const payslipOf = (situation: unknown) => computePayslip(italy, parse(situation))

/** Payslips one after the other, each with the running totals of the one before; `{}` before the first. */
export function inTurn(situations: readonly object[]) {
  let toDate: unknown = {}
  return situations.map((situation) => {
    const payslip = computePayslip(italy, {
      ...parse(situation),
      toDate: toDate as ItalianSituation['toDate'],
    })
    toDate = payslip.toDate
    return payslip
  })
}
