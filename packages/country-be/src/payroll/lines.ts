import type { Minor, PayslipLine, Why } from '@samen/core/country'
import type { ContributionPlan } from './contribution-plan.ts'

/** The personal social-security contribution. */
export const personalContribution = (
  base: Minor,
  contribution: Minor,
  plan: ContributionPlan,
): PayslipLine => ({
  code: 'social-security',
  kind: 'contribution',
  base,
  employeeRate: plan.employeeRate,
  employee: contribution,
  employer: 0n,
  authority: 'onss',
  why: plan.employeeWhy,
})

/** A part of the work bonus: a relief of the personal contribution. */
export const relief = (code: string, base: Minor, amount: Minor, why: Why): PayslipLine => ({
  code,
  kind: 'contribution',
  base,
  employee: -amount,
  employer: 0n,
  authority: 'onss',
  why,
})

const GROUP_INSURANCE: Why = Object.freeze({
  rule: 'group-insurance',
  source: 'Act of 28 April 2003 on supplementary pensions',
})

/** The own premium of the group insurance, withheld from the net wage. */
export const groupInsurance = (premium: Minor): PayslipLine => ({
  code: 'group-insurance',
  kind: 'contribution',
  base: premium,
  employee: premium,
  employer: 0n,
  authority: 'group-insurer',
  why: GROUP_INSURANCE,
})
