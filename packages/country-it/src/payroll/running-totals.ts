import { dayNumber } from '@samen/core/country'
import type {
  ItalianSituation,
  MonthTotals,
  PayMonthTotals,
  SocialYearTotals,
  YearTotals,
} from './situation.ts'

const MONTH: MonthTotals = Object.freeze({ of: '', pay: 0n, least: 0n, base: 0n, capped: 0n })
const SOCIAL_YEAR: SocialYearTotals = Object.freeze({ of: '', base: 0n, capped: 0n, additional: 0n })
const PAY_MONTH: PayMonthTotals = Object.freeze({
  of: '',
  taxable: 0n,
  gross: 0n,
  credits: 0n,
  surtaxed: false,
})
const YEAR: YearTotals = Object.freeze({
  of: '',
  taxable: 0n,
  days: 0,
  month: '',
  monthDays: 0,
  tax: 0n,
  integration: 0n,
  wedge: 0n,
})

/** Totals so far of the month worked; zero when those given belong to another month. */
export function monthSoFar({ toDate, period }: ItalianSituation): MonthTotals {
  const given = toDate?.month
  return given !== undefined && period.from.startsWith(given.of) ? given : MONTH
}

export function socialYearSoFar({ toDate, period }: ItalianSituation): SocialYearTotals {
  const given = toDate?.socialYear
  return given !== undefined && period.from.startsWith(given.of) ? given : SOCIAL_YEAR
}

export function payMonthSoFar({ toDate, paidOn }: ItalianSituation): PayMonthTotals {
  const given = toDate?.payMonth
  return given !== undefined && paidOn.startsWith(given.of) ? given : PAY_MONTH
}

export function yearSoFar(situation: ItalianSituation): YearTotals {
  const given = situation.toDate?.year
  return given !== undefined && given.of === taxYear(situation) ? given : YEAR
}

/** Pay of last year that is paid by 12 January still belongs to last year (TUIR art. 51 c. 1). */
export function taxYear({ period, paidOn }: ItalianSituation): string {
  const paid = paidOn.slice(0, 4)
  const worked = period.from.slice(0, 4)
  return worked < paid && paidOn.slice(5) <= '01-12' && Number(worked) === Number(paid) - 1 ? worked : paid
}

/** Calendar days, and Mondays to Saturdays, of a period. */
export interface PeriodDays {
  readonly calendar: number
  readonly weekdays: number
}

const kept = new Map<string, PeriodDays>()
const KEPT_MAX = 2_000
let lastFrom = ''
let lastTo = ''
let last: PeriodDays = { calendar: 0, weekdays: 0 }

/** Facts of a period, kept for those asked before; 29 February counts for no credit (AE circ. 29/E/2020). */
export function periodDays(from: string, to: string): PeriodDays {
  if (from === lastFrom && to === lastTo) return last
  const key = from + to
  let days = kept.get(key)
  if (days === undefined) {
    days = count(from, to)
    if (kept.size >= KEPT_MAX) kept.clear()
    kept.set(key, days)
  }
  lastFrom = from
  lastTo = to
  last = days
  return days
}

function count(from: string, to: string): PeriodDays {
  const first = dayNumber(from)
  const end = dayNumber(to)
  let weekdays = 0
  for (let day = first; day <= end; day++) if ((((day + 3) % 7) + 7) % 7 < 6) weekdays++
  const leap = from.slice(5) <= '02-29' && to.slice(5) === '02-29' ? 1 : 0
  return Object.freeze({ calendar: end - first + 1 - leap, weekdays: Math.min(26, weekdays) })
}
