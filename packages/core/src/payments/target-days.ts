import { addDays, easterSunday, type IsoDate, weekday } from '../country/index.ts'

/** Closing days of TARGET besides weekends, month and day; Good Friday and Easter Monday move with Easter. */
const FIXED_CLOSINGS: ReadonlySet<string> = new Set(['01-01', '05-01', '12-25', '12-26'])

/** Whether banks settle euro transfers on a day (ECB, TARGET long-term calendar). */
export function isTargetDay(day: IsoDate): boolean {
  if (weekday(day) > 5 || FIXED_CLOSINGS.has(day.slice(5))) return false
  const easter = easterSunday(Number(day.slice(0, 4)))
  return day !== addDays(easter, -2) && day !== addDays(easter, 1)
}

/** The day itself, or the first TARGET day after it. */
export function targetDayFrom(day: IsoDate): IsoDate {
  let candidate = day
  while (!isTargetDay(candidate)) candidate = addDays(candidate, 1)
  return candidate
}
