import { dayNumber } from '@samen/core/country'
import type { ContributionLaw } from '../parameters/index.ts'
import type { GermanSituation } from './situation.ts'

/** How a pay is insured. */
export type Kind = 'full' | 'zone' | 'minijob' | 'short-term' | 'unsteady'

/** Beitragsgruppe of an insured employment: which branches it belongs to, and who bears them. */
export interface Group {
  readonly health: 'none' | 'general' | 'reduced'
  readonly pension: 'none' | 'both' | 'employer'
  readonly unemployment: 'none' | 'both' | 'employer'
  readonly care: boolean
}

/** The kind of insurance, where the amount of pay does not decide it. */
export interface KindKnown {
  readonly kind: Kind | undefined
  /** Pay up to the limit makes it a Minijob. */
  readonly minijobPossible: boolean
}

const HEALTH = { 0: 'none', 1: 'general', 3: 'reduced', 6: 'none' } as const
const PENSION = { 0: 'none', 1: 'both', 3: 'employer', 5: 'none' } as const
const UNEMPLOYMENT = { 0: 'none', 1: 'both', 2: 'employer' } as const

/** Beitragsgruppe: as stated, else by insurance, length and kind of the work. */
export function groupOf({ worker, engagement }: GermanSituation): Group {
  const stated = engagement.contributionGroup
  if (stated)
    return {
      health: HEALTH[stated.charAt(0) as '0'],
      pension: PENSION[stated.charAt(1) as '0'],
      unemployment: UNEMPLOYMENT[stated.charAt(2) as '0'],
      care: stated.charAt(3) === '1',
    }
  const insured = worker.insurance === 'statutory'
  const unsteady = engagement.status === 'unsteady'
  const sickPay = engagement.sickPay ?? !(unsteady || weeksAtMost(engagement, 10, 'under'))
  return {
    health: insured ? (sickPay ? 'general' : 'reduced') : 'none',
    pension: 'both',
    unemployment: unsteady && engagement.professional ? 'none' : 'both',
    care: insured,
  }
}

/** Whether a contract lasts at most, or under, so many weeks; short kinds of contract do. */
export function weeksAtMost(
  { contract, startsOn, endsOn }: GermanSituation['engagement'],
  weeks: number,
  how: 'at-most' | 'under',
): boolean {
  if (startsOn !== undefined && endsOn !== undefined) {
    const days = dayNumber(endsOn) - dayNumber(startsOn) + 1
    return how === 'under' ? days < weeks * 7 : days <= weeks * 7
  }
  return contract === 'one-day' || contract === 'several-day'
}

export function kindOf(
  { engagement, toDate, pay }: GermanSituation,
  law: ContributionLaw,
  group: Group,
  oneOff: boolean,
): KindKnown {
  const fixed = (kind: Kind) => ({ kind, minijobPossible: false })
  const { status, contributionGroup: stated } = engagement
  if (status !== 'employee') return fixed(status)
  if (stated && (stated.startsWith('6') || stated.startsWith('05'))) return fixed('minijob')
  if (!engagement.zone || group.pension === 'employer' || pay === 'settlement') return fixed('full')
  const known =
    engagement.regularPay ?? (oneOff && toDate && toDate.lastPay > 0n ? toDate.lastPay : undefined)
  if (known === undefined)
    return oneOff ? fixed('full') : { kind: undefined, minijobPossible: stated === undefined }
  if (known <= law.minijobLimit && stated === undefined) return fixed('minijob')
  return known + engagement.otherPay > law.zoneTop
    ? fixed('full')
    : { kind: undefined, minijobPossible: false }
}
