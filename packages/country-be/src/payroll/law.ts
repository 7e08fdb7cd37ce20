import { type InForce, resolver } from '@samen/core/country'
import type { socialParameters, taxParameters } from '../parameters/index.ts'
import type { ContributionPlan } from './contribution-plan.ts'
import type { BelgianSituation } from './situation.ts'

export type SocialLaw = InForce<typeof socialParameters>
export type TaxLaw = InForce<typeof taxParameters>

/** The law in force for a situation: social law by the days worked, tax law by the day of payment. */
export interface Law {
  readonly social: SocialLaw
  readonly tax: TaxLaw
  /** Contribution plans by profile, filled as profiles are met. */
  readonly plans: (ContributionPlan | undefined)[]
}

/** What is in force for a situation, memoised per pair of intervals between two changes of the law. Throws `NoLawError` before 2025. */
export function lawOf(
  socialSet: typeof socialParameters,
  taxSet: typeof taxParameters,
): (situation: BelgianSituation) => Law {
  const socialLaw = resolver(socialSet)
  const taxLaw = resolver(taxSet)
  const laws = new Map<SocialLaw, Map<TaxLaw, Law>>()
  let last: Law | undefined
  return (situation) => {
    const social = socialLaw(situation.period.from)
    const tax = taxLaw(situation.paidOn)
    if (last !== undefined && last.social === social && last.tax === tax) return last
    let byTax = laws.get(social)
    if (byTax === undefined) {
      byTax = new Map()
      laws.set(social, byTax)
    }
    let law = byTax.get(tax)
    if (law === undefined) {
      law = { social, tax, plans: [] }
      byTax.set(tax, law)
    }
    last = law
    return law
  }
}
