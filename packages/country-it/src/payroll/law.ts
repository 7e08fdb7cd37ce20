import { type InForce, resolver } from '@samen/core/country'
import { socialParameters, taxParameters } from '../parameters/index.ts'
import { type ContributionPlan, PLAN_KEYS, planFor, planKey, type SocialRules } from './contribution-plan.ts'
import { taxYear } from './running-totals.ts'
import { type Scale, scaleOf } from './scale.ts'
import type { Engagement, ItalianSituation } from './situation.ts'

export type TaxRules = InForce<typeof taxParameters>

/** Social law of the month worked, and tax law of the year of payment. */
export interface Law {
  readonly social: SocialRules
  readonly tax: TaxRules
  readonly year: Scale
  /** The scale of the year in twelfths. */
  readonly month: Scale
  readonly plan: (engagement: Engagement) => ContributionPlan
}

const socialOn = resolver(socialParameters)
const taxOn = resolver(taxParameters)
const laws: Law[] = []
let last: Law | undefined

/** Memoised per pair of intervals between changes of the law. Throws `NoLawError` before 2025. */
export function lawFor(situation: ItalianSituation): Law {
  const social = socialOn(situation.period.from)
  const tax = taxOn(`${taxYear(situation)}-12-31`)
  if (last !== undefined && last.social === social && last.tax === tax) return last
  let law = laws.find((one) => one.social === social && one.tax === tax)
  if (law === undefined) {
    law = newLaw(social, tax)
    laws.push(law)
  }
  last = law
  return law
}

function newLaw(social: SocialRules, tax: TaxRules): Law {
  // Filled from the start: an array with far gaps is kept as a slower table.
  const plans: (ContributionPlan | undefined)[] = Array(PLAN_KEYS).fill(undefined)
  return Object.freeze({
    social,
    tax,
    year: scaleOf(tax.brackets, 1n),
    month: scaleOf(tax.brackets, 12n),
    plan(engagement: Engagement) {
      const key = planKey(engagement)
      let plan = plans[key]
      if (plan === undefined) {
        plan = planFor(social, engagement)
        plans[key] = plan
      }
      return plan
    },
  })
}
