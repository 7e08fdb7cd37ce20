import { fraction, type InForce, type Minor, type Rate, resolver } from '@samen/core/country'
import { parameters } from '../parameters/index.ts'
import { nearestHundred, wholeForints } from './forints.ts'
import { type HungarianSituation, isMandate } from './situation.ts'

export type HungarianRules = InForce<typeof parameters>

/** The law in force on a day, with the amounts the statutes derive from the minimum wage. */
export interface Law {
  readonly rules: HungarianRules
  /** Least contribution base of a whole month, and so the income from which a mandate insures. */
  readonly floor: Minor
  /** Rate of the reliefs that take half of the social contribution tax. */
  readonly halfSocialTax: Rate
  /** Lump sum of a day of simplified employment. */
  readonly dayCharge: { readonly casual: Minor; readonly seasonal: Minor; readonly 'film-extra': Minor }
  /** Highest net pay of a film extra’s day. */
  readonly filmExtraMost: Minor
  /** Pay of a day of simplified employment that is no income of the worker. */
  readonly freeDay: { readonly none: Minor; readonly secondary: Minor }
}

const rulesOn = resolver(parameters)
const laws = new Map<HungarianRules, Law>()
let last: Law | undefined

/** Memoised per interval between two changes of the law. Throws `NoLawError` before 2025. */
export function lawFor(situation: HungarianSituation): Law {
  const rules = rulesOn(lawDay(situation))
  if (last !== undefined && last.rules === rules) return last
  let law = laws.get(rules)
  if (law === undefined) {
    law = newLaw(rules)
    laws.set(rules, law)
  }
  last = law
  return law
}

/**
 * The day whose law applies. Wages belong to the month they are for; those of an earlier year paid after 10 January, and
 * fees of mandates always, to the day they are paid (Szja tv. 25. § and 9. §).
 */
export function lawDay({ engagement, period, paidOn }: HungarianSituation): string {
  if (isMandate(engagement.status)) return paidOn
  const year = paidOn.slice(0, 4)
  return year > period.to.slice(0, 4) && paidOn > `${year}-01-10` ? paidOn : period.to
}

function newLaw(rules: HungarianRules): Law {
  const { minimumWage, guaranteedMinimum } = rules
  const half = rules.reliefHalfShare
  return Object.freeze({
    rules,
    floor: wholeForints(minimumWage.month, rules.minimumBaseShare),
    halfSocialTax: fraction(
      rules.socialTax.numerator * half.numerator,
      rules.socialTax.denominator * half.denominator,
    ),
    dayCharge: Object.freeze({
      casual: nearestHundred(minimumWage.month, rules.casualRate),
      seasonal: nearestHundred(minimumWage.month, rules.seasonalRate),
      'film-extra': nearestHundred(minimumWage.month, rules.filmExtraRate),
    }),
    filmExtraMost: nearestHundred(minimumWage.month, rules.filmExtraMost),
    freeDay: Object.freeze({
      none: wholeForints(minimumWage.day, rules.casualFree),
      secondary: wholeForints(
        (rules.casualFreeGuaranteed ? guaranteedMinimum : minimumWage).day,
        rules.casualFree,
      ),
    }),
  })
}
