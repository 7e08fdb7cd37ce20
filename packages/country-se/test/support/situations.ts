import { computePayslip } from '@samen/core/country'
import type { SwedishSituation } from '../../src/payroll/situation.ts'
import { sweden } from '../../src/plugin.ts'

export const parse = (situation: unknown): SwedishSituation => sweden.payroll.situation.parse(situation)

/** The payslip of a situation as a stranger writes it. */
export const payslipOf = (situation: unknown) => computePayslip(sweden, parse(situation))

/** Payslips one after the other, each with the running totals of the one before; `{}` before the first. */
export function inTurn(situations: readonly object[]) {
  let toDate: unknown = {}
  return situations.map((situation) => {
    const payslip = computePayslip(sweden, {
      ...parse(situation),
      toDate: toDate as SwedishSituation['toDate'],
    })
    toDate = payslip.toDate
    return payslip
  })
}

export const october = { from: '2026-10-01', to: '2026-10-31' }
