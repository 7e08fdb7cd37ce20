import type { Minor, PayslipLine, Rate } from '@samen/core/country'
import { portion } from './arithmetic.ts'
import { type ContributionPlan, type PayBases, payBases, planFor } from './contribution-plan.ts'
import type { Law } from './law.ts'
import type { BelgianSituation } from './situation.ts'

/** Employer cost of a gross: gross, contributions and provisions. Reductions go to the mutual account and do not count. */
export function employerCost(situation: BelgianSituation, law: Law, gross: Minor): Minor {
  const plan = planFor(situation, law)
  const bases = payBases(situation, law.social, plan, gross)
  const { items } = plan
  const insuranceRate = situation.engagement.workAccidentRate
  let cost = gross
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as (typeof items)[number]
    const on = bases[item.on]
    if (on === 0n) continue
    cost += portion(on, item.on === 'insured' && insuranceRate !== undefined ? insuranceRate : item.rate)
  }
  return cost
}

/** The employer's lines of a pay, each rounded to the cent. */
export function employerLines(
  plan: ContributionPlan,
  bases: PayBases,
  insuranceRate: Rate | undefined,
): PayslipLine[] {
  const lines: PayslipLine[] = []
  for (const item of plan.items) {
    const base = bases[item.on]
    if (base === 0n) continue
    const employerRate = item.on === 'insured' && insuranceRate !== undefined ? insuranceRate : item.rate
    lines.push({
      code: item.code,
      kind: item.kind,
      base,
      employerRate,
      employee: 0n,
      employer: portion(base, employerRate),
      authority: item.authority,
      why: item.why,
    })
  }
  return lines
}
