import { Temporal } from 'temporal-polyfill'

/** A calendar day, `YYYY-MM-DD`. Compares correctly as text. */
export type IsoDate = string

/** A public holiday. `key` is stable and translated by the country's locales, `regions` limits it to parts of the country. */
export interface Holiday {
  readonly date: IsoDate
  readonly key: string
  /** The reverse of a holiday: a Saturday or Sunday that a decree made a working day in exchange for another day. */
  readonly works?: true
}

/** A country's public holidays of a year, ascending; with a region, those of that region too. */
export type Holidays = (year: number, region?: string) => readonly Holiday[]

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether a text is a real calendar day between 1900 and 2199. */
export function isIsoDate(text: string): boolean {
  const match = ISO_DATE.exec(text)
  if (!match) return false
  const year = Number(match[1])
  const month = Number(match[2])
  const day = Number(match[3])
  return (
    year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  )
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/**
 * Days since 1970-01-01 in the Gregorian calendar. Payroll loops compare and subtract these integers; they are a
 * hundred times cheaper than date objects.
 */
export function dayNumber(date: IsoDate): number {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The day with a given number: inverse of `dayNumber`. */
export function dayOf(number: number): IsoDate {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export const addDays = (date: IsoDate, days: number): IsoDate => dayOf(dayNumber(date) + days)

/** ISO weekday: Monday is 1, Sunday is 7. */
export function weekday(date: IsoDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** Calendar days from `from` to `to`, both included; 0 when `to` lies before `from`. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.max(0, dayNumber(to) - dayNumber(from) + 1)

/** First and last day of the month a day lies in. */
export function monthOf(date: IsoDate): {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly days: number
} {
  const days = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))
  const month = date.slice(0, 8)
  return { from: `${month}01`, to: `${month}${days}`, days }
}

/** First day of the calendar quarter a day lies in. */
export function quarterStart(date: IsoDate): IsoDate {
  const month = Number(date.slice(5, 7))
  return `${date.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
}

/** Monday to Friday and not a public holiday there, or a weekend day that was made a working day. */
export function isWorkingDay(date: IsoDate, holidays: Holidays, region?: string): boolean {
  const special = holidays(Number(date.slice(0, 4)), region).find((h) => h.date === date)
  return special === undefined ? weekday(date) <= 5 : special.works === true
}

/** Working days from `from` to `to`, both included. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, holidays: Holidays, region?: string): number {
  let count = 0
  const last = dayNumber(to)
  for (let number = dayNumber(from); number <= last; number++)
    if (isWorkingDay(dayOf(number), holidays, region)) count++
  return count
}

/** One day on the way to the pay day, for the promise clock: counted, or why it is not. */
export interface ClockDay {
  readonly date: IsoDate
  /** 1 … n on a working day; absent on a weekend or holiday. */
  readonly count?: number
  readonly skipped?: 'weekend' | { readonly holiday: string }
}

/**
 * The promise clock: the days after a job's end up to the n-th working day, which is the last day its wage may be paid.
 * Day 1 is the first working day after the end. Throws a RangeError when `workingDays` is not between 1 and 60.
 */
export function promiseClock(
  endedOn: IsoDate,
  workingDays: number,
  holidays: Holidays,
  region?: string,
): { readonly payBy: IsoDate; readonly days: readonly ClockDay[] } {
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > 60)
    throw new RangeError('a pay deadline lies 1 to 60 working days after the end')
  const days: ClockDay[] = []
  let date = endedOn
  let count = 0
  while (count < workingDays) {
    date = addDays(date, 1)
    const holiday = holidays(Number(date.slice(0, 4)), region).find((h) => h.date === date)
    if (holiday?.works) days.push({ date, count: ++count })
    else if (weekday(date) > 5) days.push({ date, skipped: 'weekend' })
    else if (holiday) days.push({ date, skipped: { holiday: holiday.key } })
    else days.push({ date, count: ++count })
  }
  return { payBy: date, days }
}

/** Easter Sunday of a year (Gregorian computus). */
export function easterSunday(year: number): IsoDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30,
  )
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return `${year}-${String(Math.floor(f / 31)).padStart(2, '0')}-${String((f % 31) + 1).padStart(2, '0')}`
}

/** Full years between two days: an age. Uses calendar arithmetic, so 29 February is born on 1 March in common years. */
export function fullYears(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'years' }).years
}
