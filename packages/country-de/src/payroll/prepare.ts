import { dayNumber, fullYears, type Minor } from '@samen/core/country'
import type { ContributionLaw } from '../parameters/index.ts'
import type { GermanLaw } from './law.ts'
import { type Share, type Shares, statedShare } from './shares.ts'
import type { GermanSituation, ToDate } from './situation.ts'

/** How a pay is insured. */
export type Kind = 'full' | 'zone' | 'minijob' | 'short-term' | 'unsteady'

/** Pay that may still be charged. */
export interface Room {
  readonly health: Minor
  readonly pension: Minor
}

/** Everything about a situation that does not depend on the gross. */
export interface Prepared {
  readonly law: ContributionLaw
  readonly shares: Shares
  /** The kind, where the amount of pay does not decide it. */
  readonly kind: Kind | undefined
  readonly minijobPossible: boolean
  readonly oneOff: boolean
  /** Beitragsgruppe of an insured employment. */
  readonly health: 'none' | 'general' | 'reduced'
  readonly pension: 'none' | 'both' | 'employer'
  readonly unemployment: 'none' | 'both' | 'employer'
  readonly care: boolean
  readonly healthShare: Share
  readonly supplement: Share
  readonly careWorker: Share
  readonly careEmployer: Share
  readonly saxony: boolean
  readonly careReductions: number
  readonly childless: boolean
  readonly private: boolean
  /** Social-insurance days of this pay, and of the month with what came before. */
  readonly days: number
  readonly monthDays: number
  /** Pay of this month that came before, and pay of the month elsewhere. */
  readonly earlier: Minor
  readonly other: Minor
  readonly ceiling: Room
  readonly room: Room
  /** One-off pay of January to March above `room` belongs to last year (SGB IV § 23a (4)): its room and shares. */
  readonly march: { readonly room: Room; readonly shares: Shares; readonly ceiling: Room } | undefined
  readonly sickPayLevy: Share | undefined
  readonly maternityLevy: Share | undefined
  /** The levies at the Minijob-Zentrale, where Minijobs and short-term work are levied. */
  readonly centreSickPayLevy: Share | undefined
  readonly centreMaternityLevy: Share | undefined
  readonly accident: Share
  readonly sameMonth: boolean
  readonly sameYear: boolean
  readonly previousYear:
    | { readonly days: number; readonly health: Minor; readonly pension: Minor }
    | undefined
}

let last: Prepared | undefined
let lastLaw: GermanLaw | undefined
let lastOf: GermanSituation | undefined

/** Works out what the gross does not change. The last answer is kept: a budget is inverted with dozens of grosses. */
export function prepare(situation: GermanSituation, law: GermanLaw): Prepared {
  if (
    last &&
    lastLaw === law &&
    lastOf &&
    (lastOf === situation ||
      (lastOf.engagement === situation.engagement &&
        lastOf.worker === situation.worker &&
        lastOf.period === situation.period &&
        lastOf.toDate === situation.toDate &&
        lastOf.pay === situation.pay))
  )
    return last
  last = prepared(situation, law)
  lastLaw = law
  lastOf = situation
  return last
}

function prepared(situation: GermanSituation, germanLaw: GermanLaw): Prepared {
  const { worker, engagement, period, pay, toDate } = situation
  const { contributions: law, shares } = germanLaw
  const { status } = engagement
  const group = groupOf(situation)
  const oneOff = pay === 'one-off' || pay === 'holiday' || pay === 'settlement'
  const month = period.from.slice(0, 7)
  const sameMonth = toDate?.month === month
  const sameYear = toDate?.month?.slice(0, 4) === month.slice(0, 4)
  const own = toDate && sameMonth ? toDate : undefined
  const days = pay === 'part' || oneOff ? calendarDays(period) : 30
  const monthDays = Math.min(30, (own?.monthDays ?? 0) + (oneOff ? 0 : days))
  const whole = status === 'unsteady'
  const ceiling = ceilingOf(law, whole ? 30 : monthDays)
  const previousYear = previousYearOf(toDate, sameYear, month)
  const room = oneOff
    ? yearRoom(situation, law, sameYear ? toDate : undefined, sameMonth, days)
    : monthRoom(ceiling, own)
  const saxony = engagement.land === 'SN'
  const careReductions = Math.min(4, Math.max(0, worker.children - 1))
  const careByChildren = saxony ? shares.careSaxonyChildren : shares.careChildren
  const { u1Rate, u2Rate } = engagement
  const sickPayLevied = !oneOff && paysSickPayLevy(situation, law)
  const sickPayLevy = u1Rate && statedShare(u1Rate, false)
  const maternityLevy = u2Rate && statedShare(u2Rate, false)
  return {
    law,
    shares,
    ...kindOf(situation, law, group, oneOff),
    oneOff,
    health: group.health,
    pension: group.pension,
    unemployment: group.unemployment,
    care: group.care,
    healthShare: group.health === 'reduced' ? shares.healthReduced : shares.health,
    supplement: worker.supplementaryRate ? statedShare(worker.supplementaryRate, true) : shares.supplement,
    careWorker: careByChildren[careReductions] as Share,
    careEmployer: saxony ? shares.careSaxonyEmployer : shares.care,
    saxony,
    careReductions,
    childless: isChildless(situation),
    private: worker.insurance === 'private',
    days,
    monthDays,
    earlier: own?.monthPay ?? 0n,
    other: engagement.otherPay,
    ceiling,
    room,
    march: marchOf(germanLaw, oneOff, month, previousYear),
    sickPayLevy: sickPayLevied ? (sickPayLevy ?? shares.sickPayLevy) : undefined,
    maternityLevy: oneOff ? undefined : (maternityLevy ?? shares.maternityLevy),
    centreSickPayLevy: sickPayLevied ? (sickPayLevy ?? shares.minijobSickPayLevy) : undefined,
    centreMaternityLevy: oneOff ? undefined : (maternityLevy ?? shares.minijobMaternityLevy),
    accident: engagement.accidentRate ? statedShare(engagement.accidentRate, false) : shares.accident,
    sameMonth,
    sameYear,
    previousYear,
  }
}

type Group = Pick<Prepared, 'health' | 'pension' | 'unemployment' | 'care'>

const HEALTH = { 0: 'none', 1: 'general', 3: 'reduced', 6: 'none' } as const
const PENSION = { 0: 'none', 1: 'both', 3: 'employer', 5: 'none' } as const
const UNEMPLOYMENT = { 0: 'none', 1: 'both', 2: 'employer' } as const

/** Beitragsgruppe: as stated, else by insurance, length and kind of the work. */
function groupOf({ worker, engagement }: GermanSituation): Group {
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
function weeksAtMost(
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

function kindOf(
  { engagement, toDate, pay }: GermanSituation,
  law: ContributionLaw,
  group: Group,
  oneOff: boolean,
): Pick<Prepared, 'kind' | 'minijobPossible'> {
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

/** From the month after the 23rd birthday; not born before 1940 (SGB XI § 55 (3)). */
function isChildless({ worker, period }: GermanSituation): boolean {
  // Class II is for single parents alone.
  const parent =
    worker.parent ?? (worker.children > 0 || worker.childAllowances > 0n || worker.taxClass === 2)
  if (parent) return false
  const { birthDate } = worker
  if (birthDate === undefined) return true
  return birthDate >= '1940-01-01' && fullYears(birthDate, `${period.from.slice(0, 8)}01`) >= 23
}

function calendarDays({ from, to }: GermanSituation['period']): number {
  return Math.min(
    30,
    lastDay(to) && from.endsWith('-01') ? 30 : Number(to.slice(8)) - Number(from.slice(8)) + 1,
  )
}

function lastDay(day: string): boolean {
  const number = Number(day.slice(8))
  if (number === 31) return true
  if (number < 28) return false
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4))
  if (month === 2) return number === 29 || year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)
  return number === 30 && (month === 4 || month === 6 || month === 9 || month === 11)
}

/** Yearly ceilings / 360 × days, half up to the cent (BVV § 1 (1)). */
function ceilingOf(law: ContributionLaw, days: number): Room {
  const part = (year: Minor) => (year * BigInt(days) + 180n) / 360n
  return { health: part(law.healthCeiling), pension: part(law.pensionCeiling) }
}

const positive = (value: bigint) => (value > 0n ? value : 0n)

function monthRoom(ceiling: Room, toDate: ToDate | undefined): Room {
  if (!toDate) return ceiling
  return {
    health: positive(ceiling.health - toDate.monthHealth),
    pension: positive(ceiling.pension - toDate.monthPension),
  }
}

/** Ceilings of the year to the end of this month less what was charged (SGB IV § 23a (3)). */
function yearRoom(
  { period, engagement, toDate: given }: GermanSituation,
  law: ContributionLaw,
  toDate: ToDate | undefined,
  sameMonth: boolean,
  days: number,
): Room {
  if (toDate) {
    const known = toDate.days + (sameMonth && toDate.monthDays > 0 ? 0 : days)
    const ceiling = ceilingOf(law, Math.min(360, known))
    return {
      health: positive(ceiling.health - toDate.health),
      pension: positive(ceiling.pension - toDate.pension),
    }
  }
  if (given) return ceilingOf(law, days)
  // Nothing is known: employed since January, or since the start of the contract, at the regular pay.
  const first = engagement.startsOn?.slice(0, 4) === period.from.slice(0, 4) ? engagement.startsOn : undefined
  const months = Number(period.from.slice(5, 7)) - (first ? Number(first.slice(5, 7)) - 1 : 0)
  const count = BigInt(Math.max(1, months))
  const ceiling = ceilingOf(law, 30 * Math.max(1, months))
  const monthly = ceilingOf(law, 30)
  const regular = engagement.regularPay ?? 0n
  const charged = (most: Minor) => (regular < most ? regular : most) * count
  return {
    health: positive(ceiling.health - charged(monthly.health)),
    pension: positive(ceiling.pension - charged(monthly.pension)),
  }
}

function previousYearOf(toDate: ToDate | undefined, sameYear: boolean, month: string) {
  if (!toDate?.month) return toDate?.previousYear
  if (sameYear) return toDate.previousYear
  return Number(toDate.month.slice(0, 4)) === Number(month.slice(0, 4)) - 1
    ? { days: toDate.days, health: toDate.health, pension: toDate.pension }
    : undefined
}

function marchOf(
  law: GermanLaw,
  oneOff: boolean,
  month: string,
  previousYear: Prepared['previousYear'],
): Prepared['march'] {
  if (!oneOff || Number(month.slice(5)) > 3 || !previousYear || previousYear.days === 0) return undefined
  const { contributions, shares } = law.previous()
  const ceiling = ceilingOf(contributions, Math.min(360, previousYear.days))
  return {
    shares,
    ceiling,
    room: {
      health: positive(ceiling.health - previousYear.health),
      pension: positive(ceiling.pension - previousYear.pension),
    },
  }
}

function paysSickPayLevy({ engagement }: GermanSituation, law: ContributionLaw): boolean {
  if (engagement.status === 'unsteady' || weeksAtMost(engagement, 4, 'at-most')) return false
  return engagement.u1Rate !== undefined || engagement.staff <= law.sickPayLevyStaff
}

/** How this gross is insured: a Minijob, in the transition zone, or like any other employment. */
export function kindAt(p: Prepared, gross: Minor): Kind {
  if (p.kind) return p.kind
  const pay = p.earlier + gross
  if (p.minijobPossible && pay <= p.law.minijobLimit) return 'minijob'
  const days = BigInt(p.oneOff ? 30 : p.monthDays)
  return pay * 30n + p.other * days <= p.law.zoneTop * days ? 'zone' : 'full'
}

/** What of `gross` may be charged under a ceiling, shared with pay elsewhere by its height (SGB IV § 22 (2)). */
export function chargeable(gross: Minor, room: Minor, ceiling: Minor, other: Minor): Minor {
  const own = gross < room ? gross : room
  if (other === 0n) return own
  const others = other < ceiling ? other : ceiling
  if (own + others <= ceiling) return own
  return (2n * ceiling * own + own + others) / (2n * (own + others))
}
