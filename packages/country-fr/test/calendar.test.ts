import { promiseClock } from '@samen/core/country'
import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { france } from '../src/plugin.ts'

const dates = (year: number, region?: string) => france.holidays(year, region).map(({ date }) => date)
const oracle = (year: number, ...place: string[]) =>
  new Holidays('FR', ...(place as [string]))
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10))
    .sort()

describe('public holidays', () => {
  test.each([2024, 2025, 2026, 2027, 2030])('of %i are those of date-holidays', (year) => {
    expect(dates(year)).toEqual(oracle(year))
  })
  test('of Alsace-Moselle are Good Friday and 26 December besides', () => {
    expect(dates(2026, 'alsace-moselle').filter((date) => !dates(2026).includes(date))).toEqual([
      '2026-04-03',
      '2026-12-26',
    ])
  })
  test('overseas remember the abolition of slavery', () => {
    const own = (region: string) => dates(2026, region).filter((date) => !dates(2026).includes(date))
    expect(
      Object.fromEntries(france.regions.filter((r) => r !== 'alsace-moselle').map((r) => [r, own(r)])),
    ).toEqual({
      guadeloupe: ['2026-05-27'],
      guyane: ['2026-06-10'],
      martinique: ['2026-05-22'],
      mayotte: ['2026-04-27'],
      reunion: ['2026-12-20'],
      'saint-barthelemy': ['2026-10-09'],
      'saint-martin': ['2026-05-28'],
    })
  })
})

test('a job done on 30 April 2026 is paid by 13 May, for two holidays lie between', () => {
  expect(promiseClock('2026-04-30', 7, france.holidays).payBy).toBe('2026-05-13')
})
