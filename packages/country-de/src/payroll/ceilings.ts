import type { Minor } from '@samen/core/country'
import type { ContributionLaw } from '../parameters/index.ts'
import type { GermanLaw } from './law.ts'
import type { Shares } from './shares.ts'
import type { GermanSituation, ToDate } from './situation.ts'

/** Pay that may still be charged. */
export interface Room {
  readonly health: Minor
  readonly pension: Minor
}

/** What a year before charged with the same employer. */
export type PreviousYear = ToDate['previousYear']

/** Last year's room for one-off pay of January to March, with the shares of last December. */
export interface March {
  readonly room: Room
  readonly ceiling: Room
  readonly shares: Shares
}

/** Yearly ceilings / 360 × days, half up to the cent (BVV § 1 (1)). */
export function ceilingOf(law: ContributionLaw, days: number): Room {
  const part = (year: Minor) => (year * BigInt(days) + 180n) / 360n
  return { health: part(law.healthCeiling), pension: part(law.pensionCeiling) }
}

const positive = (value: bigint) => (value > 0n ? value : 0n)

export function monthRoom(ceiling: Room, toDate: ToDate | undefined): Room {
  if (!toDate) return ceiling
  return {
    health: positive(ceiling.health - toDate.monthHealth),
    pension: positive(ceiling.pension - toDate.monthPension),
  }
}

/** Ceilings of the year to the end of this month less what was charged (SGB IV § 23a (3)). */
export function yearRoom(
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

/** Totals of the year before: carried along, or those of a `toDate` that is still last year's. */
export function previousYearOf(toDate: ToDate | undefined, sameYear: boolean, month: string): PreviousYear {
  if (!toDate?.month) return toDate?.previousYear
  if (sameYear) return toDate.previousYear
  return Number(toDate.month.slice(0, 4)) === Number(month.slice(0, 4)) - 1
    ? { days: toDate.days, health: toDate.health, pension: toDate.pension }
    : undefined
}

/** One-off pay of January to March may belong to last year, where the employment existed (SGB IV § 23a (4)). */
export function marchOf(
  law: GermanLaw,
  oneOff: boolean,
  month: string,
  previousYear: PreviousYear,
): March | undefined {
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

/** What of `gross` may be charged under a ceiling, shared with pay elsewhere by its height (SGB IV § 22 (2)). */
export function chargeable(gross: Minor, room: Minor, ceiling: Minor, other: Minor): Minor {
  const own = gross < room ? gross : room
  if (other === 0n) return own
  const others = other < ceiling ? other : ceiling
  if (own + others <= ceiling) return own
  return (2n * ceiling * own + own + others) / (2n * (own + others))
}
