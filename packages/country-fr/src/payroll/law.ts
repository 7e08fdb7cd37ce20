import { resolver, valueOn } from '@samen/core/country'
import { CONTRIBUTIONS, type ContributionLaw, WITHHOLDING, type WithholdingLaw } from '../parameters/index.ts'
import { type Profile, profileOf } from './profile.ts'
import { profileKey } from './profile-key.ts'
import { type Coefficient, coefficient, lowered } from './reduction-coefficient.ts'
import type { Engagement, FrenchSituation } from './situation.ts'

/** The law in force for a situation, resolved once per interval between two changes. */
export interface FrenchLaw {
  readonly contributions: ContributionLaw
  readonly withholding: WithholdingLaw
  /** Month in which the reduction's formula last changed: running totals of before do not enter it. */
  readonly reductionSince: string
  readonly profile: (engagement: Engagement) => Profile
  /** `pensionPart`: complementary pension within the maximum, in ten-thousandths; the general 6.01 % when absent. */
  readonly coefficient: (large: boolean, leaveFund: boolean, pensionPart?: bigint) => Coefficient
}

const contributionsOn = resolver(CONTRIBUTIONS)
const withholdingOn = resolver(WITHHOLDING)
const made = new Map<ContributionLaw, Map<WithholdingLaw, FrenchLaw>>()
let last: FrenchLaw | undefined

/** Contributions by the days worked, withholding by the day of payment. Memoised. Throws `NoLawError` before 2025. */
export function frenchLaw(situation: FrenchSituation): FrenchLaw {
  const contributions = contributionsOn(situation.period.to)
  const withholding = withholdingOn(situation.paidOn)
  if (last?.contributions === contributions && last.withholding === withholding) return last
  const byWithholding = made.get(contributions) ?? new Map<WithholdingLaw, FrenchLaw>()
  last = byWithholding.get(withholding) ?? newLaw(contributions, withholding, situation.period.to)
  byWithholding.set(withholding, last)
  made.set(contributions, byWithholding)
  return last
}

function newLaw(contributions: ContributionLaw, withholding: WithholdingLaw, day: string): FrenchLaw {
  const profiles = new Map<number, Profile>()
  const coefficients = new Map<number, Coefficient>()
  const general = contributions.reductionPension
  return Object.freeze({
    contributions,
    withholding,
    reductionSince: valueOn('reductionSmall', CONTRIBUTIONS.reductionSmall, day).from.slice(0, 7),
    profile(engagement: Engagement) {
      const key = profileKey(engagement)
      const known = profiles.get(key)
      if (known) return known
      const profile = profileOf(contributions, engagement)
      profiles.set(key, profile)
      return profile
    },
    coefficient(large: boolean, leaveFund: boolean, pensionPart = general) {
      const key = Number(pensionPart) * 4 + (large ? 1 : 0) + (leaveFund ? 2 : 0)
      let known = coefficients.get(key)
      if (!known) {
        const formula = large ? contributions.reductionLarge : contributions.reductionSmall
        known = coefficient(
          lowered(formula, general - pensionPart),
          leaveFund ? contributions.reductionLeaveFund : undefined,
        )
        coefficients.set(key, known)
      }
      return known
    },
  })
}
