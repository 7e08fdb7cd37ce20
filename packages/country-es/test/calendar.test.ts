import { promiseClock, valueOn } from '@samen/core/country'
import HolidayTables from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { REGIONS } from '../src/calendar.ts'
import { spain } from '../src/plugin.ts'

describe('the Spanish calendar', () => {
  test('has the national holidays that date-holidays knows, from 2020 to 2040', () => {
    const known = new HolidayTables('ES')
    for (let year = 2020; year <= 2040; year++) {
      const expected = known
        .getHolidays(year)
        .filter((holiday) => holiday.type === 'public' && !holiday.substitute)
        .map((holiday) => holiday.date.slice(0, 10))
        .sort()
      expect(spain.holidays(year).map((holiday) => holiday.date)).toEqual(expected)
    }
  })

  test('has Maundy Thursday everywhere but in Catalonia and Valencia (DGT, 17 October 2025)', () => {
    for (const region of REGIONS) {
      const days = spain.holidays(2026, region).map(({ date }) => date)
      expect(days.includes('2026-04-02'), region).toBe(region !== 'CT' && region !== 'VC')
    }
  })

  test('gives Andalusia its day, on Monday when it falls on a Sunday', () => {
    const own = (year: number) => spain.holidays(year, 'AN').find(({ key }) => key === 'regional-day')?.date
    expect(own(2026)).toBe('2026-02-28')
    expect(own(2027)).toBe('2027-03-01')
  })

  test('a job that ends before the Constitution’s day is paid later for it', () => {
    const days = valueOn('payDeadlineDays', spain.payDeadlineDays, '2025-12-03').value
    expect(promiseClock('2026-12-03', days, spain.holidays).payBy).toBe('2026-12-15')
  })

  test('an unknown region has the national holidays', () => {
    expect(spain.holidays(2026, 'XX')).toEqual(spain.holidays(2026))
  })
})
