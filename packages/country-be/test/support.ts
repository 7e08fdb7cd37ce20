import { type ComputedPayslip, computePayslip, formatAmount } from '@samen/core/country'
import type { BelgianSituation } from '../src/payroll/situation.ts'
import type { ToDate } from '../src/payroll/to-date.ts'
import { belgium } from '../src/plugin.ts'

export const parse = (situation: unknown): BelgianSituation => belgium.payroll.situation.parse(situation)
export const payslipOf = (situation: unknown): ComputedPayslip => computePayslip(belgium, parse(situation))

/** Payslips one after another, each with the totals the one before returned; other gross amounts where they are given. */
export function inTurn(situations: readonly object[], grosses?: readonly bigint[]): ComputedPayslip[] {
  const payslips: ComputedPayslip[] = []
  let toDate: ToDate | undefined
  for (const [index, situation] of situations.entries()) {
    const gross = grosses?.[index]
    const payslip = computePayslip(belgium, {
      ...parse(situation),
      ...(gross !== undefined && { gross }),
      toDate,
    } as BelgianSituation)
    payslips.push(payslip)
    toDate = payslip.toDate as ToDate
  }
  return payslips
}

export const total = (payslips: readonly ComputedPayslip[], code: string): string => {
  let employee = 0n
  let employer = 0n
  for (const payslip of payslips)
    for (const line of payslip.lines)
      if (line.code === code) {
        employee += line.employee
        employer += line.employer
      }
  return formatAmount(employee === 0n ? employer : employee)
}

export const month = (of: string) => {
  const last = new Date(Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5, 7)), 0)).getUTCDate()
  return { from: `${of}-01`, to: `${of}-${last}` }
}
