import type { Minor, PayslipLine, Why } from '@samen/core/country'
import type { Share } from './shares.ts'

/** A contribution of either side. Objects of few shapes, because a batch makes millions of them. */
export function contribution(
  code: string,
  base: Minor,
  worker: Share | undefined,
  employer: Share | undefined,
  employeeAmount: Minor,
  employerAmount: Minor,
  authority: string,
  why: Why,
): PayslipLine {
  if (worker && employer)
    return {
      code,
      kind: 'contribution',
      base,
      employeeRate: worker.rate,
      employerRate: employer.rate,
      employee: employeeAmount,
      employer: employerAmount,
      authority,
      why,
    }
  if (employer)
    return {
      code,
      kind: 'contribution',
      base,
      employerRate: employer.rate,
      employee: employeeAmount,
      employer: employerAmount,
      authority,
      why,
    }
  if (worker)
    return {
      code,
      kind: 'contribution',
      base,
      employeeRate: worker.rate,
      employee: employeeAmount,
      employer: employerAmount,
      authority,
      why,
    }
  return {
    code,
    kind: 'contribution',
    base,
    employee: employeeAmount,
    employer: employerAmount,
    authority,
    why,
  }
}

export const because = (rule: string, source: string): Why => Object.freeze({ rule, source })
