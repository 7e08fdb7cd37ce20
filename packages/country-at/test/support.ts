import { type ComputedPayslip, computePayslip } from '@samen/core/country'
import type { AustrianSituation, ToDate } from '../src/payroll/situation.ts'
import { austria } from '../src/plugin.ts'

export const parse = (situation: unknown): AustrianSituation => austria.payroll.situation.parse(situation)
export const payslipOf = (situation: unknown): ComputedPayslip => computePayslip(austria, parse(situation))

/** Payslips one after another, each with the totals the one before returned. */
export function inTurn(situations: readonly object[]): ComputedPayslip[] {
  const payslips: ComputedPayslip[] = []
  let toDate: ToDate | undefined
  for (const situation of situations) {
    const payslip = computePayslip(austria, { ...parse(situation), toDate } as AustrianSituation)
    payslips.push(payslip)
    toDate = payslip.toDate as ToDate
  }
  return payslips
}

export const month = (of: string) => {
  const last = new Date(Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5, 7)), 0)).getUTCDate()
  return { from: `${of}-01`, to: `${of}-${last}` }
}
