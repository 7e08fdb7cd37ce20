import { dayNumber, daysInMonth } from '@samen/core/country'
import type { BelgianSituation } from './situation.ts'
import type { MonthTotals, PayMonthTotals, QuarterTotals, ToDate, YearTotals } from './to-date.ts'

const MONTH: MonthTotals = Object.freeze({
  of: '',
  gross: 0n,
  base: 0n,
  contribution: 0n,
  days: 0n,
  hours: 0n,
  bonusA: 0n,
  bonusB: 0n,
  special: 0n,
})
const PAY_MONTH: PayMonthTotals = Object.freeze({
  of: '',
  taxable: 0n,
  tax: 0n,
  relief: 0n,
  bonusA: 0n,
  bonusB: 0n,
  premium: 0n,
})
const QUARTER: QuarterTotals = Object.freeze({
  of: '',
  gross: 0n,
  ordinary: 0n,
  base: 0n,
  days: 0n,
  hours: 0n,
  special: 0n,
  structural: 0n,
})
const YEAR: YearTotals = Object.freeze({ of: '', bonus: 0n })

/** The totals so far of the month worked; zero when those given belong to another month. */
export function monthSoFar(situation: BelgianSituation, of: string): MonthTotals {
  const given = situation.toDate?.month
  return given !== undefined && given.of === of ? given : MONTH
}

/** The totals so far of the month of payment. */
export function payMonthSoFar(situation: BelgianSituation, of: string): PayMonthTotals {
  const given = situation.toDate?.payMonth
  return given !== undefined && given.of === of ? given : PAY_MONTH
}

export function quarterSoFar(situation: BelgianSituation, of: string): QuarterTotals {
  const given = situation.toDate?.quarter
  return given !== undefined && given.of === of ? given : QUARTER
}

export function yearSoFar(situation: BelgianSituation, of: string): YearTotals {
  const given = situation.toDate?.year
  return given !== undefined && given.of === of ? given : YEAR
}

const NO_TOTALS: Pick<ToDate, 'student' | 'flexi' | 'amateur'> = Object.freeze({})

/** The totals of the special schemes, handed on as they came by a pay that is none of theirs. */
export function schemeTotals({ toDate }: BelgianSituation): Pick<ToDate, 'student' | 'flexi' | 'amateur'> {
  if (toDate === undefined) return NO_TOTALS
  const { student, flexi, amateur } = toDate
  if (student === undefined && flexi === undefined && amateur === undefined) return NO_TOTALS
  return { student, flexi, amateur }
}

/** What the calendar says about the month worked. */
export interface CalendarMonth {
  readonly of: string
  readonly quarter: string
  readonly year: string
  readonly yearNumber: number
  /** The third month of its quarter, in which the special contribution is settled. */
  readonly closesQuarter: boolean
  readonly days: number
  /** Days since 1970-01-01 of its first day. */
  readonly firstDay: number
  /** Days of a full-timer in hundredths, by days per week of the regime (1 … 6), Monday first; public holidays are paid days. */
  readonly normalDays: readonly bigint[]
}

const months = new Map<string, CalendarMonth>()
let last: CalendarMonth | undefined

/** Facts of the calendar month a day lies in, kept for every month asked once. */
export function calendarMonth(date: string): CalendarMonth {
  const of = date.slice(0, 7)
  if (last !== undefined && last.of === of) return last
  let month = months.get(of)
  if (month === undefined) {
    month = describe(of)
    months.set(of, month)
  }
  last = month
  return month
}

function describe(of: string): CalendarMonth {
  const year = Number(of.slice(0, 4))
  const number = Number(of.slice(5, 7))
  const firstDay = dayNumber(`${of}-01`)
  const lastDay = firstDay + daysInMonth(year, number) - 1
  return Object.freeze({
    of,
    quarter: `${of.slice(0, 4)}-Q${Math.ceil(number / 3)}`,
    year: of.slice(0, 4),
    yearNumber: year,
    closesQuarter: number % 3 === 0,
    days: lastDay - firstDay + 1,
    firstDay,
    normalDays: [0, 1, 2, 3, 4, 5, 6].map((perWeek) => regimeDays(firstDay, lastDay, perWeek)),
  })
}

/** Days of a regime between two days, both included, in hundredths: the first `perWeek` days of each week from Monday. */
export function regimeDays(firstDay: number, lastDay: number, perWeek: number): bigint {
  let days = 0
  for (let number = firstDay; number <= lastDay; number++) if ((((number + 3) % 7) + 7) % 7 < perWeek) days++
  return BigInt(days) * 100n
}

/**
 * The special contribution follows the quarter's wages at a settlement, for short contracts, and in the last month of the
 * quarter where the running totals are known (`{}`: nothing came before); a month asked alone gets the monthly advance.
 */
export function settlesQuarter(situation: BelgianSituation, calendar: CalendarMonth): boolean {
  const { contract } = situation.engagement
  return (
    situation.pay === 'settlement' ||
    contract === 'one-day' ||
    contract === 'several-day' ||
    (calendar.closesQuarter && situation.toDate !== undefined)
  )
}
