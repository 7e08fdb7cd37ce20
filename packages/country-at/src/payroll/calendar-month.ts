import { dayNumber, dayOf, daysInMonth } from '@samen/core/country'

/** What the calendar says about the month worked. */
export interface CalendarMonth {
  /** `2026-10` */
  readonly of: string
  readonly year: string
  readonly yearNumber: number
  /** Months since year 0, to count months from a birth. */
  readonly number: number
  readonly days: number
  /** Days since 1970-01-01 of its first day. */
  readonly firstDay: number
  /** Weeks (counted from 1970) whose Monday lies in the month. */
  readonly firstWeek: number
  readonly lastWeek: number
}

const months = new Map<string, CalendarMonth>()
let last: CalendarMonth | undefined

/** Facts of the calendar month a day lies in, kept for every month asked once. */
export function calendarMonth(date: string): CalendarMonth {
  if (last !== undefined && date.startsWith(last.of)) return last
  const of = date.slice(0, 7)
  let month = months.get(of)
  if (month === undefined) {
    const year = Number(of.slice(0, 4))
    const number = Number(of.slice(5, 7))
    const firstDay = dayNumber(`${of}-01`)
    const days = daysInMonth(year, number)
    month = Object.freeze({
      of,
      year: of.slice(0, 4),
      yearNumber: year,
      number: year * 12 + number,
      days,
      firstDay,
      firstWeek: weekOf(firstDay + 6),
      lastWeek: weekOf(firstDay + days - 1),
    })
    months.set(of, month)
  }
  last = month
  return month
}

/** Number of the week, Monday first, a day lies in; 1970-01-01 was a Thursday. */
export const weekOf = (day: number): number => Math.floor((day + 3) / 7)

const mondays: string[] = []

/** The Monday a week begins with. */
export function mondayOf(week: number): string {
  mondays[week] ??= dayOf(week * 7 - 3)
  return mondays[week]
}

/** Day of the month of an ISO date, without parsing the rest. */
export const dayOfMonth = (date: string): number => (date.charCodeAt(8) - 48) * 10 + date.charCodeAt(9) - 48

/** Months since year 0 of the month a day lies in. */
export const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
