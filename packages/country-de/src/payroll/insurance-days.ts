import type { GermanSituation } from './situation.ts'

type Days = GermanSituation['period']

/** From the first to the last day of the month. */
export const isWholeMonth = ({ from, to }: Days): boolean => from.endsWith('-01') && lastDay(to)

/** Social-insurance days: calendar days, and 30 for every whole month (BVV § 1 (1)). */
export function calendarDays(period: Days): number {
  return isWholeMonth(period)
    ? 30
    : Math.min(30, Number(period.to.slice(8)) - Number(period.from.slice(8)) + 1)
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
