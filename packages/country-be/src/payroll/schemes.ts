import type { Minor, PayslipBody } from '@samen/core/country'
import { amateurCost, amateurPay } from './amateur-pay.ts'
import { employerCost } from './employer-contributions.ts'
import { flexiCost, flexiPay } from './flexi-pay.ts'
import type { Law } from './law.ts'
import { belgianPayslip } from './payslip.ts'
import type { BelgianSituation } from './situation.ts'
import { studentCost, studentPay } from './student-pay.ts'
import type { ToDate } from './to-date.ts'

const PAYSLIP = {
  ordinary: belgianPayslip,
  student: studentPay,
  'flexi-job': flexiPay,
  'amateur-arts': amateurPay,
} as const
const COST = {
  ordinary: employerCost,
  student: studentCost,
  'flexi-job': flexiCost,
  'amateur-arts': amateurCost,
} as const

/** Gross to net of one pay, under the scheme of its engagement. */
export const payslipOfScheme = (situation: BelgianSituation, law: Law, gross: Minor): PayslipBody<ToDate> =>
  PAYSLIP[situation.engagement.scheme](situation, law, gross)

/** Employer cost of a gross, under the scheme of its engagement. */
export const costOfScheme = (situation: BelgianSituation, law: Law, gross: Minor): Minor =>
  COST[situation.engagement.scheme](situation, law, gross)
