import { type Minor, maximum, minimum } from '@samen/core/country'
import type { Law } from './law.ts'
import { periodsPaid, wagePeriodOf } from './period.ts'
import type { PremiumPlan } from './premium-plan.ts'
import type { DutchSituation, MonthTotals, YearTotals } from './situation.ts'

const MONTH: MonthTotals = Object.freeze({ of: '', wage: 0n, tax: 0n, labourCredit: 0n, maximum: 0n })
const YEAR: YearTotals = Object.freeze({
  of: '',
  wage: 0n,
  insuredWage: 0n,
  insuredMaximum: 0n,
  premiumWage: 0n,
  lowPremiumWage: 0n,
  healthWage: 0n,
  healthMaximum: 0n,
  healthBase: 0n,
})

/** The totals so far of the month worked; zero when those given belong to another month. */
export function monthSoFar({ toDate, period }: DutchSituation): MonthTotals {
  const given = toDate?.month
  return given !== undefined && period.from.startsWith(given.of) ? given : MONTH
}

/** The totals so far of the year of payment. */
export function yearSoFar({ toDate, paidOn }: DutchSituation): YearTotals {
  const given = toDate?.year
  return given !== undefined && paidOn.startsWith(given.of) ? given : YEAR
}

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
 * The premium maximum this pay adds to the year's. A month is granted once, whatever is paid in it; a special reward
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
  if (period === 'day') return wageMaximum.day * BigInt(periodsPaid(situation, period))
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
 * (Regeling Wfsv art. 3.5; Handboek Loonheffingen chapter 6). The anonymous rate knows no maximum.
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
