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
  let cost = insuranceRate === undefined ? gross : gross + portion(bases.insured, insuranceRate)
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
  if (insuranceRate !== undefined && bases.insured > 0n)
    lines.push({
      code: 'work-accident-insurance',
      kind: 'provision',
      base: bases.insured,
      employerRate: insuranceRate,
      employee: 0n,
      employer: portion(bases.insured, insuranceRate),
      authority: 'work-accident-insurer',
      why: INSURANCE,
    })
  return lines
}
