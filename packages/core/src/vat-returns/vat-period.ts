import { addDays, type IsoDate, isIsoDate, type VatPeriod } from '../country/index.ts'
import { invalid } from '../problem/index.ts'

/** The days a return covers. */
export interface PeriodDays {
  readonly from: IsoDate
  readonly to: IsoDate
}

const MONTHS: Readonly<Record<VatPeriod, number>> = { month: 1, quarter: 3, year: 12 }

/** The month, quarter or year a day lies in; quarters and years are those of the calendar. */
export function periodAround(kind: VatPeriod, day: IsoDate): PeriodDays {
  const year = Number(day.slice(0, 4))
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / MONTHS[kind]) * MONTHS[kind]
  const from = firstOfMonth(year, first)
  return { from, to: addDays(firstOfMonth(year, first + MONTHS[kind]), -1) }
}

/** The period after or before another, of any kind. */
export const nextPeriod = (kind: VatPeriod, { to }: PeriodDays): PeriodDays =>
  periodAround(kind, addDays(to, 1))
export const previousPeriod = (kind: VatPeriod, { from }: PeriodDays): PeriodDays =>
  periodAround(kind, addDays(from, -1))

/**
 * The day that names a period, from how people write it: `2026-10`, `2026-Q4`, `2026`, or a day in it.
 *
 * @throws Problem `invalid-field` on `period`
 */
export function dayOfPeriod(text: string): IsoDate {
  const quarter = /^(\d{4})-Q([1-4])$/i.exec(text)
  const day = quarter
    ? firstOfMonth(Number(quarter[1]), (Number(quarter[2]) - 1) * 3)
    : `${text}${'-01-01'.slice(text.length === 4 ? 0 : text.length === 7 ? 3 : 6)}`
  if (!isIsoDate(day))
    throw invalid('period', 'A period is a month (2026-10), a quarter (2026-Q4) or a year (2026).')
  return day
}

/** How a period is written: `2026-10`, `2026-Q4`, `2026`. */
export function periodName({ from, to }: PeriodDays): string {
  const months = Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1
  const year = from.slice(0, 4)
  if (months === 12) return year
  return months === 1 ? from.slice(0, 7) : `${year}-Q${Math.ceil(Number(to.slice(5, 7)) / 3)}`
}

const firstOfMonth = (year: number, month: number): IsoDate => {
  const years = year + Math.floor(month / 12)
  return `${String(years).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
}
