import { type Minor, maximum, minimum } from '@samen/core/country'
import type { Law } from './law.ts'
import { periodsPaid, wagePeriodOf } from './period.ts'
import type { PremiumPlan } from './premium-plan.ts'
import { daySoFar, monthSoFar } from './running-totals.ts'
import type { DutchSituation, YearTotals } from './situation.ts'

/** The part of a fee that bears nothing: an artist's small allowance and the tax office's cost decision. */
export const freePart = ({ engagement }: DutchSituation, law: Law): Minor =>
  minimum(engagement.smallAllowance, law.levies.smallAllowance * BigInt(engagement.performances)) +
  engagement.costDecision

/** The wage for wage tax, employee insurances and health alike (uniform wage concept). */
export function wageOf(situation: DutchSituation, law: Law, gross: Minor): Minor {
  const { engagement } = situation
  const wage = gross + engagement.taxableBenefits - engagement.pensionEmployee
  if (engagement.status !== 'artist') return maximum(0n, wage)
  return maximum(0n, wage - freePart(situation, law))
}

/**
 * The premium maximum this pay adds to the year's. A month and a single day are granted once, whatever is paid in it; a special reward
 * brings its month's only where nothing else did. Where the rest of the year is not known, a special reward bears
 * premiums up to the maximum of a whole year.
 */
export function maximumGranted(situation: DutchSituation, law: Law): Minor {
  const { wageMaximum } = law.levies
  const { pay } = situation
  if (pay === 'one-off' || pay === 'holiday' || pay === 'settlement') {
    if (situation.toDate === undefined) return wageMaximum.year
    return monthSoFar(situation).maximum === 0n ? wageMaximum.month : 0n
  }
  const period = wagePeriodOf(situation)
  if (period === 'day') {
    const days = periodsPaid(situation, period)
    return days === 1 && daySoFar(situation).of !== '' ? 0n : wageMaximum.day * BigInt(days)
  }
  if (period === 'month') return maximum(0n, wageMaximum.month - monthSoFar(situation).maximum)
  return wageMaximum[period]
}

/** The maximum the running totals remember: of a special reward taken alone, that of its month. */
export const maximumRemembered = (situation: DutchSituation, law: Law, granted: Minor): Minor =>
  situation.toDate === undefined && granted === law.levies.wageMaximum.year
    ? law.levies.wageMaximum.month
    : granted

/** What counts of a wage by the cumulative method (VCR), and what it was counted from. */
export interface Counted {
  readonly base: Minor
  readonly wages: Minor
  readonly maximum: Minor
  readonly before: Minor
}

const NOTHING: Counted = Object.freeze({ base: 0n, wages: 0n, maximum: 0n, before: 0n })

/**
 * Voortschrijdend cumulatief rekenen: the lower of all wages and all maximums of the year, less what was counted before
 * (Handboek Loonheffingen chapter 6). The anonymous rate knows no maximum.
 */
export function count(wages: Minor, most: Minor, before: Minor, anonymous: boolean): Counted {
  return { base: (anonymous ? wages : minimum(wages, most)) - before, wages, maximum: most, before }
}

export function insuredBase(
  situation: DutchSituation,
  plan: PremiumPlan,
  year: YearTotals,
  wage: Minor,
  granted: Minor,
): Counted {
  if (!plan.insured) return NOTHING
  return count(
    year.insuredWage + wage,
    year.insuredMaximum + granted,
    year.premiumWage,
    situation.worker.anonymous,
  )
}

export function healthBase(
  situation: DutchSituation,
  plan: PremiumPlan,
  year: YearTotals,
  wage: Minor,
  granted: Minor,
): Counted {
  if (plan.health === 'none') return NOTHING
  return count(
    year.healthWage + wage,
    year.healthMaximum + granted,
    year.healthBase,
    situation.worker.anonymous,
  )
}
