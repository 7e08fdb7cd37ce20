import { computePayslip } from '@samen/core/country'
import type { SpanishSituation } from '../../src/payroll/situation.ts'
import { spain } from '../../src/plugin.ts'

export const parse = (situation: unknown): SpanishSituation => spain.payroll.situation.parse(situation)

/** Payslips one after the other, each with the running totals of the one before; `{}` before the first. */
export function inTurn(situations: readonly object[]) {
  let toDate: unknown = {}
  return situations.map((situation) => {
    const payslip = computePayslip(spain, {
      ...parse(situation),
      toDate: toDate as SpanishSituation['toDate'],
    })
    toDate = payslip.toDate
    return payslip
  })
}

export const october = { from: '2026-10-01', to: '2026-10-31' }
