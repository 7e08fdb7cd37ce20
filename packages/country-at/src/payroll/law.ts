import { type InForce, type Minor, resolver } from '@samen/core/country'
import { socialParameters, taxParameters } from '../parameters/index.ts'
import { type ContributionPlan, contributionPlan, type Profile, profileKey } from './contribution-plan.ts'
import { type LevyPlan, type LevyProfile, levyKey, levyPlan } from './levy-plan.ts'
import type { AustrianSituation } from './situation.ts'

export type SocialLaw = InForce<typeof socialParameters>
export type TaxLaw = InForce<typeof taxParameters>

/** A band of the tariff as `percent × income − deduction`. */
export interface TariffBand {
  readonly upTo: Minor | null
  readonly percent: bigint
  /** In cents times percent. */
  readonly deduction: bigint
}

/** The law in force for a situation: contributions by the days worked, wage tax by the day of payment. */
export interface Law {
  readonly social: SocialLaw
  readonly tax: TaxLaw
  readonly tariff: readonly TariffBand[]
  readonly contributionPlan: (profile: Profile) => ContributionPlan
  readonly levyPlan: (profile: LevyProfile, landIndex: number) => LevyPlan
}

const socialLaw = resolver(socialParameters)
const taxLaw = resolver(taxParameters)
const laws = new Map<SocialLaw, Map<TaxLaw, Law>>()
let last: Law | undefined

/** Memoised per pair of intervals between two changes of the law. Throws `NoLawError` before 2025. */
export function lawFor(situation: AustrianSituation): Law {
  const social = socialLaw(situation.period.from)
  const tax = taxLaw(situation.paidOn)
  if (last !== undefined && last.social === social && last.tax === tax) return last
  const byTax = laws.get(social) ?? new Map<TaxLaw, Law>()
  laws.set(social, byTax)
  last = byTax.get(tax) ?? newLaw(social, tax)
  byTax.set(tax, last)
  return last
}

function newLaw(social: SocialLaw, tax: TaxLaw): Law {
  const contributionPlans: ContributionPlan[] = []
  const levyPlans: LevyPlan[] = []
  return Object.freeze({
    social,
    tax,
    tariff: tariffOf(tax),
    contributionPlan(profile: Profile) {
      const key = profileKey(profile)
      contributionPlans[key] ??= contributionPlan(profile, social)
      return contributionPlans[key]
    },
    levyPlan(profile: LevyProfile, landIndex: number) {
      const key = levyKey(profile, landIndex)
      levyPlans[key] ??= levyPlan(profile, social)
      return levyPlans[key]
    },
  })
}

/** Each band's deduction makes the tariff continuous: it takes back what the lower bands ask less of. */
function tariffOf(tax: TaxLaw): readonly TariffBand[] {
  let deduction = 0n
  let floor = 0n
  let before = 0n
  return Object.freeze(
    tax.tariff.map(({ upTo, percent }) => {
      deduction += floor * (percent - before)
      before = percent
      floor = upTo ?? floor
      return Object.freeze({ upTo, percent, deduction })
    }),
  )
}
