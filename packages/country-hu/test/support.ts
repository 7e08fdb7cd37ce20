import { type ComputedPayslip, computePayslip } from '@samen/core/country'
import type { HungarianSituation, ToDate } from '../src/payroll/situation.ts'
import { hungary } from '../src/plugin.ts'

export const parse = (situation: unknown): HungarianSituation => hungary.payroll.situation.parse(situation)
export const payslipOf = (situation: unknown): ComputedPayslip => computePayslip(hungary, parse(situation))

/** Payslips one after another, each with the totals the one before returned; nothing came before the first. */
export function inTurn(situations: readonly object[]): ComputedPayslip[] {
  let toDate: ToDate = {}
  return situations.map((situation) => {
    const payslip = computePayslip(hungary, { ...parse(situation), toDate })
    toDate = payslip.toDate as ToDate
    return payslip
  })
}

export const october = { from: '2026-10-01', to: '2026-10-31' }
