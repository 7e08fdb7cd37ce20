import { type InForce, resolver } from '@samen/core/country'
import { socialParameters, taxParameters } from '../parameters/index.ts'
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

const socialLaw = resolver(socialParameters)
const taxLaw = resolver(taxParameters)
const laws = new Map<SocialLaw, Map<TaxLaw, Law>>()
let last: Law | undefined

/** Memoised per pair of intervals between two changes of the law. Throws `NoLawError` before 2025. */
export function lawFor(situation: BelgianSituation): Law {
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
