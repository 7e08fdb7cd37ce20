import { promiseClock } from '@samen/core/country'
import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { LANDS } from '../src/parameters/index.ts'
import { germany } from '../src/plugin.ts'

const dates = (year: number, region?: string) => germany.holidays(year, region).map(({ date }) => date)
const oracle = (year: number, ...place: string[]) =>
  [
    ...new Set(
      new Holidays('DE', ...(place as [string]))
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10)),
    ),
  ].sort()

describe('public holidays', () => {
  test.each([2024, 2025, 2026, 2027, 2030])('of %i are those of date-holidays', (year) => {
    expect(dates(year)).toEqual(oracle(year))
  })
  test.each(LANDS)('of %s are those of date-holidays', (land) => {
    // The Assumption is a holiday of most Bavarian communes; the oracle asks for each.
    const ours = (year: number) =>
      dates(year, land).filter((date) => land !== 'BY' || !date.endsWith('08-15'))
    const theirs = (year: number) =>
      oracle(year, land).filter((date) => land !== 'BY' || !date.endsWith('08-15'))
    for (const year of [2025, 2026, 2027]) expect(ours(year)).toEqual(theirs(year))
  })
  test('of Augsburg are one more than Bavaria’s', () => {
    expect(dates(2026, 'BY-A').filter((date) => !dates(2026, 'BY').includes(date))).toEqual(['2026-08-08'])
  })
})

test('a job done in Berlin on 30 April 2026 is paid by 12 May', () => {
  expect(promiseClock('2026-04-30', 7, germany.holidays, 'BE').payBy).toBe('2026-05-12')
})
