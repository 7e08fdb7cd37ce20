import { type ComputedPayslip, computePayslip } from '@samen/core/country'
import type { DutchSituation, ToDate } from '../src/payroll/situation.ts'
import { netherlands } from '../src/plugin.ts'

export const parse = (situation: unknown): DutchSituation => netherlands.payroll.situation.parse(situation)
export const payslipOf = (situation: unknown): ComputedPayslip =>
  computePayslip(netherlands, parse(situation))

/** Payslips one after another, each with the totals the one before returned; nothing came before the first. */
export function inTurn(situations: readonly object[]): ComputedPayslip[] {
  const payslips: ComputedPayslip[] = []
  let toDate: ToDate = {}
  for (const situation of situations) {
    const payslip = computePayslip(netherlands, { ...parse(situation), toDate } as DutchSituation)
    payslips.push(payslip)
    toDate = payslip.toDate as ToDate
  }
  return payslips
}

export const month = (of: string) => {
  const last = new Date(Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5, 7)), 0)).getUTCDate()
  return { from: `${of}-01`, to: `${of}-${last}` }
}
