import type { Minor, PayslipLine, Rate, Why } from '@samen/core/country'
import { portion } from './arithmetic.ts'
import { type ContributionPlan, type PayBases, payBases, planFor } from './contribution-plan.ts'
import type { Law } from './law.ts'
import type { BelgianSituation } from './situation.ts'

const INSURANCE: Why = Object.freeze({
  rule: 'work-accident-insurance',
  source: 'Act of 10 April 1971, art. 49',
})

/** Employer cost of a gross: gross, contributions and provisions. Reductions go to the mutual account and do not count. */
export function employerCost(situation: BelgianSituation, law: Law, gross: Minor): Minor {
  const plan = planFor(situation, law)
  const bases = payBases(situation, law.social, plan, gross)
  const { items } = plan
  const insuranceRate = situation.engagement.workAccidentRate
  let cost = gross + insuranceCost(bases.insured, insuranceRate)
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as (typeof items)[number]
    const on = bases[item.on]
    if (on === 0n) continue
    cost += portion(on, item.rate)
  }
  return cost
}

/**
 * The employer's lines of a pay, each rounded to the cent. The premium of the work-accident policy is the office's own
 * contract: it has a line where its rate is stated, and none is invented where it is not.
 */
export function employerLines(
  plan: ContributionPlan,
  bases: PayBases,
  insuranceRate: Rate | undefined,
): PayslipLine[] {
  const lines: PayslipLine[] = []
  for (const item of plan.items) {
    const base = bases[item.on]
    if (base === 0n) continue
    lines.push({
      code: item.code,
      kind: item.kind,
      base,
      employerRate: item.rate,
      employee: 0n,
      employer: portion(base, item.rate),
      authority: item.authority,
      why: item.why,
    })
  }
  const insurance = insuranceLine(bases.insured, insuranceRate)
  if (insurance !== undefined) lines.push(insurance)
  return lines
}

/** The line of the work-accident policy on the pay it insures; none where its rate is not stated. */
export const insuranceLine = (insured: Minor, rate: Rate | undefined): PayslipLine | undefined =>
  rate === undefined || insured === 0n
    ? undefined
    : {
        code: 'work-accident-insurance',
        kind: 'provision',
        base: insured,
        employerRate: rate,
        employee: 0n,
        employer: portion(insured, rate),
        authority: 'work-accident-insurer',
        why: INSURANCE,
      }

/** What that line costs. */
export const insuranceCost = (insured: Minor, rate: Rate | undefined): Minor =>
  rate === undefined ? 0n : portion(insured, rate)
