import type { Minor } from '@samen/core/country'
import type { ContributionLaw } from '../parameters/index.ts'
import {
  ceilingOf,
  type March,
  marchOf,
  monthRoom,
  type PreviousYear,
  previousYearOf,
  type Room,
  yearRoom,
} from './ceilings.ts'
import { type Group, groupOf, type Kind, type KindKnown, kindOf, weeksAtMost } from './group.ts'
import { calendarDays, isWholeMonth } from './insurance-days.ts'
import type { GermanLaw } from './law.ts'
import { type Share, type Shares, statedShare } from './shares.ts'
import type { GermanSituation } from './situation.ts'

/** Everything about a situation that does not depend on the gross. */
export interface Prepared extends Group, KindKnown {
  readonly law: ContributionLaw
  readonly shares: Shares
  readonly oneOff: boolean
  readonly healthShare: Share
  readonly supplement: Share
  readonly careWorker: Share
  readonly careEmployer: Share
  readonly saxony: boolean
  readonly careReductions: number
  readonly childless: boolean
  readonly private: boolean
  /** Whether the pay is for a whole calendar month, as the wage tax sees it. */
  readonly wholeMonth: boolean
  /** Social-insurance days of this pay, and of the month with what came before. */
  readonly days: number
  readonly monthDays: number
  /** Pay of this month that came before, and pay of the month elsewhere. */
  readonly earlier: Minor
  readonly other: Minor
  readonly ceiling: Room
  readonly room: Room
  /** One-off pay of January to March above `room` belongs to last year (SGB IV § 23a (4)): its room and shares. */
  readonly march: March | undefined
  readonly sickPayLevy: Share | undefined
  readonly maternityLevy: Share | undefined
  /** The levies at the Minijob-Zentrale, where Minijobs and short-term work are levied. */
  readonly centreSickPayLevy: Share | undefined
  readonly centreMaternityLevy: Share | undefined
  readonly accident: Share
  readonly sameMonth: boolean
  readonly sameYear: boolean
  readonly previousYear:
    | PreviousYear
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
    wholeMonth: pay !== 'part' || isWholeMonth(period),
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

/** From the month after the 23rd birthday; not born before 1940 (SGB XI § 55 (3)). */
function isChildless({ worker, period }: GermanSituation): boolean {
  // Class II is for single parents alone.
  const parent =
    worker.parent ?? (worker.children > 0 || worker.childAllowances > 0n || worker.taxClass === 2)
  if (parent) return false
  const { birthDate } = worker
  if (birthDate === undefined) return true
  // A year of life is complete on the eve of the birthday; compared as text, which orders days.
  const from = `${Number(birthDate.slice(0, 4)) + 23}${birthDate.slice(4)}`
  return birthDate >= '1940-01-01' && from <= `${period.from.slice(0, 8)}01`
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
