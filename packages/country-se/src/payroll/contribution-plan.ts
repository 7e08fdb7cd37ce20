import type { Minor, Rate, Why } from '@samen/core/country'
import { contributionParameters } from '../parameters/contributions.ts'
import type { SwedishRules } from './law.ts'

/** One contribution of the employer. */
export interface Component {
  readonly code: string
  readonly rate: Rate
  /** Rates up to and with this one, in hundredths of a percent: parts are rounded so that they add up to the whole. */
  readonly upTo: bigint
  readonly why: Why
}

/** The contributions due for one kind of worker and employer. */
export interface ContributionPlan {
  readonly components: readonly Component[]
  /** All rates together, in hundredths of a percent. */
  readonly whole: bigint
  /** All rates together for the young. */
  readonly reduced: bigint
  readonly youth: boolean
}

const SCALE = 10_000n

const COMPONENTS = [
  ['old-age-pension', 'oldAgePension'],
  ['survivors-pension', 'survivorsPension'],
  ['sickness-insurance', 'sicknessInsurance'],
  ['work-injury', 'workInjury'],
  ['parental-insurance', 'parentalInsurance'],
  ['labour-market', 'labourMarket'],
  ['general-payroll-tax', 'generalPayrollTax'],
] as const

/** All contributions; without a permanent establishment all but the general payroll tax. */
export function fullPlan(rules: SwedishRules, establishment: boolean, youth: boolean): ContributionPlan {
  const wanted = establishment ? COMPONENTS : COMPONENTS.slice(0, -1)
  let whole = 0n
  let reduced = 0n
  const components = wanted.map(([code, parameter], index): Component => {
    const rate = rules[parameter]
    if (rate.denominator !== SCALE) throw new RangeError(`${code} is not in hundredths of a percent`)
    whole += rate.numerator
    // The young owe the pension in full and half of each other contribution, cut to hundredths of a percent.
    reduced += index === 0 ? rate.numerator : rate.numerator / 2n
    return { code, rate, upTo: whole, why: whyOf(parameter) }
  })
  return { components, whole, reduced, youth }
}

/** Of the old only the old-age pension contribution is due. */
export function pensionOnlyPlan(rules: SwedishRules): ContributionPlan {
  const rate = rules.oldAgePension
  const component = { code: 'old-age-pension', rate, upTo: rate.numerator, why: PENSION_ONLY }
  return { components: [component], whole: rate.numerator, reduced: rate.numerator, youth: false }
}

const PENSION_ONLY: Why = Object.freeze({
  rule: 'pension-only',
  source: 'Socialavgiftslagen (2000:980) 2 kap. 27 §',
})

const whyOf = (parameter: (typeof COMPONENTS)[number][1]): Why =>
  Object.freeze({
    rule: parameter === 'generalPayrollTax' ? 'general-payroll-tax' : 'contribution',
    source: (contributionParameters[parameter].series[0]?.source ?? '').replace(/,.*/, ''),
  })

/** A rate in hundredths of a percent applied to an amount that is not negative, half up to the öre. */
export const share = (amount: Minor, hundredths: bigint): Minor =>
  (amount * hundredths * 2n + SCALE) / (SCALE * 2n)

/** The whole of a plan on a base of which `low` lies under the youth ceiling, rounded once. */
export const wholeOf = (plan: ContributionPlan, base: Minor, low: Minor): Minor =>
  low === 0n
    ? share(base, plan.whole)
    : (((base - low) * plan.whole + low * plan.reduced) * 2n + SCALE) / (SCALE * 2n)
