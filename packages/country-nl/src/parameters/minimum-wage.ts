import { datedValues, type Minor, parseAmount } from '@samen/core/country'

/** Gross minimum wage an hour by age, from 15 (index 0) to 21 and above (index 6). */
export type HourlyMinimum = readonly Minor[]

const hourly = (amounts: string): HourlyMinimum => amounts.split(' ').map((text) => parseAmount(text))

const GOVERNMENT = 'rijksoverheid.nl, bedragen minimumloon'

/** The floor under wages, by the days worked. */
export const MINIMUM_WAGE = {
  minimumWage: datedValues<HourlyMinimum>(
    'table',
    'Wettelijk minimumloon an hour, ages 15 to 21',
    [
      '2025-01-01',
      hourly('4.22 4.85 5.55 7.03 8.44 11.25 14.06'),
      'svb.nl and vertiadvies.nl, 1 January 2025',
    ],
    [
      '2025-07-01',
      hourly('4.32 4.97 5.69 7.20 8.64 11.52 14.40'),
      'pcheck.nl and vertiadvies.nl, 1 July 2025',
    ],
    ['2026-01-01', hourly('4.41 5.07 5.81 7.36 8.83 11.77 14.71'), `${GOVERNMENT} 2026`],
    ['2026-07-01', hourly('4.50 5.17 5.92 7.50 8.99 11.99 14.99'), `${GOVERNMENT} 2026`],
  ),
}
