import { type Minor, minimum, type Rate } from '@samen/core/country'
import { ageColumn, ageOn } from './age.ts'
import type { Law } from './law.ts'
import { contractOf, hoursPaid, wagePeriodOf } from './period.ts'
import { monthSoFar } from './running-totals.ts'
import type { DutchSituation, Engagement } from './situation.ts'

/** One premium on the premium wage, as every payslip of a profile shows it. */
export interface Premium {
  readonly code: string
  readonly rate: Rate
  readonly source: string
}

/** The premiums of a profile. Which apply does not depend on the wage. */
export interface PremiumPlan {
  /** Employee insurances, all on the same premium wage; none for the uninsured. The Whk premium comes on top. */
  readonly premiums: readonly Premium[]
  readonly insured: boolean
  /** The low AWf premium of an open-ended contract, which may be revised to the high one; that of the young may not. */
  readonly revisable: boolean
  readonly health: 'levy' | 'contribution' | 'none'
  readonly holidayAllowance: 'set-aside' | 'included' | 'none'
}

const HANDBOOK = 'Wfsv; Handboek Loonheffingen'
const AGENCY_SECTOR = 52

/** The plan of a situation, one per profile and law. */
export function planFor(situation: DutchSituation, law: Law): PremiumPlan {
  const { engagement, worker, paidOn } = situation
  const { levies } = law
  const pensioner = ageColumn(worker.birthDate, paidOn, levies.pensionAge) !== 'below'
  const severance = engagement.severance
  const insured =
    !pensioner && !severance && engagement.status !== 'director' && worker.residence === 'netherlands'
  const low = insured && situation.pay !== 'settlement' && lowUnemployment(situation, law)
  const revisable = low && permanent(engagement)
  const health = healthOf(engagement)
  const allowance = engagement.holidayAllowance ?? defaultAllowance(engagement)
  const key =
    (((((insured ? 1 : 0) * 2 + (low ? 1 : 0)) * 2 + (revisable ? 1 : 0)) * 2 +
      (engagement.employerSize === 'small' ? 1 : 0)) *
      3 +
      (health === 'levy' ? 0 : health === 'none' ? 1 : 2)) *
      3 +
    (allowance === 'set-aside' ? 0 : allowance === 'included' ? 1 : 2)
  const known = law.plans[key]
  if (known) return known
  const plan: PremiumPlan = Object.freeze({
    premiums: insured ? premiumsOf(law, low, engagement.employerSize === 'small') : [],
    insured,
    revisable,
    health,
    holidayAllowance: allowance,
  })
  law.plans[key] = plan
  return plan
}

const defaultAllowance = ({ status }: Engagement) =>
  status === 'artist' || status === 'director' ? 'none' : 'set-aside'

/** Health insurance: artists settle it themselves, directors have it withheld. */
function healthOf({ status }: Engagement): PremiumPlan['health'] {
  if (status === 'artist') return 'none'
  return status === 'director' ? 'contribution' : 'levy'
}

function premiumsOf({ levies }: Law, low: boolean, small: boolean): readonly Premium[] {
  return Object.freeze([
    low
      ? { code: 'unemployment-low', rate: levies.unemploymentLow, source: `${HANDBOOK} § 7.2` }
      : { code: 'unemployment-high', rate: levies.unemploymentHigh, source: `${HANDBOOK} § 7.2` },
    small
      ? { code: 'disability-low', rate: levies.disabilityLow, source: `${HANDBOOK} § 7.5` }
      : { code: 'disability-high', rate: levies.disabilityHigh, source: `${HANDBOOK} § 7.5` },
    { code: 'childcare', rate: levies.childcare, source: `Wet kinderopvang; ${HANDBOOK} § 7.5` },
  ])
}

const YOUNG = 21

/**
 * The low AWf premium: a written open-ended contract that is not on call, training at work, and small jobs of workers
 * under 21. An agency clause or an artist's short agreement has the high one.
 */
function lowUnemployment(situation: DutchSituation, { levies }: Law): boolean {
  const { engagement, worker } = situation
  if (engagement.unemployment !== undefined) return engagement.unemployment === 'low'
  if (engagement.status === 'artist') return levies.artistUnemployment === 'low'
  if (engagement.apprentice && engagement.status !== 'agency') return true
  if (worker.birthDate !== undefined && ageOn(worker.birthDate, situation.period.from) < YOUNG) {
    const most = levies.youngHours[wagePeriodOf(situation) === 'four-weeks' ? 'four-weeks' : 'month']
    const hours = hoursPaid(situation)
    // All hours of the month at this employer count, in whole hours.
    if (hours !== undefined && monthSoFar(situation).hours + hours < BigInt(most) * 100n + 50n) return true
  }
  return permanent(engagement)
}

const permanent = (engagement: Engagement): boolean =>
  contractOf(engagement) === 'open-ended' &&
  engagement.written &&
  !engagement.onCall &&
  engagement.status !== 'agency'

/** The employer's Whk rate: its own decision, its sector's, or the average of all employers. */
export function returnToWorkRate({ engagement }: DutchSituation, { levies }: Law): Rate {
  if (engagement.returnToWorkRate !== undefined) return engagement.returnToWorkRate
  const sector = engagement.status === 'agency' ? AGENCY_SECTOR : engagement.sector
  const bySector = engagement.employerSize === 'small' || engagement.status === 'agency'
  return (
    (bySector && sector !== undefined ? levies.returnToWorkSectors[sector] : undefined) ?? levies.returnToWork
  )
}

/** A share of an amount, cut to the cent: premiums may be rounded in the payer's favour (Handboek § 6.1). */
export const cut = (amount: Minor, rate: Rate): Minor => {
  const product = amount * rate.numerator
  const share = product / rate.denominator
  return product < 0n && share * rate.denominator !== product ? share - 1n : share
}

/** Half of the WGA part of the Whk premium, at most the whole premium. */
export const recovered = (premium: Minor, base: Minor, disability: Rate): Minor => {
  const half = cut(base, { numerator: disability.numerator, denominator: disability.denominator * 2n })
  return base > 0n ? minimum(half, premium) : 0n
}
