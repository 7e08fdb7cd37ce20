import {
  addDays,
  easterSunday,
  type Holidays,
  type IsoDate,
  isWorkingDay,
  weekday,
} from '../country/index.ts'

/** What decides on which days a country's banks settle transfers in its own currency. */
export interface BankCountry {
  readonly currency: string
  readonly holidays: Holidays
}

/** Closing days of TARGET besides weekends, month and day; Good Friday and Easter Monday move with Easter. */
const FIXED_CLOSINGS: ReadonlySet<string> = new Set(['01-01', '05-01', '12-25', '12-26'])

/**
 * Whether a country's banks settle transfers on a day. Euro transfers follow TARGET alone, whatever the national holidays
 * (ECB, TARGET long-term calendar). Other currencies follow the country's own working days from Monday to Friday: a
 * Saturday that a decree made a working day is no day the clearing can be relied on.
 */
export function isBankDay({ currency, holidays }: BankCountry, day: IsoDate): boolean {
  if (weekday(day) > 5) return false
  return currency === 'EUR' ? isTargetDay(day) : isWorkingDay(day, holidays)
}

function isTargetDay(day: IsoDate): boolean {
  if (FIXED_CLOSINGS.has(day.slice(5))) return false
  const easter = easterSunday(Number(day.slice(0, 4)))
  return day !== addDays(easter, -2) && day !== addDays(easter, 1)
}

/** The day itself, or the first bank day after it. */
export function bankDayFrom(country: BankCountry, day: IsoDate): IsoDate {
  let candidate = day
  while (!isBankDay(country, candidate)) candidate = addDays(candidate, 1)
  return candidate
}
