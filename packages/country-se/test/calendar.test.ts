import { promiseClock, valueOn } from '@samen/core/country'
import HolidayTables from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { sweden } from '../src/plugin.ts'

describe('the Swedish calendar', () => {
  test('has the public holidays and the three bank-closed eves that date-holidays knows, from 2020 to 2040', () => {
    const tables = new HolidayTables('SE')
    for (let year = 2020; year <= 2040; year++) {
      const expected = tables
        .getHolidays(year)
        .filter((holiday) => holiday.type === 'public' || holiday.type === 'bank')
        .map((holiday) => holiday.date.slice(0, 10))
        .sort()
      expect(sweden.holidays(year).map((holiday) => holiday.date)).toEqual(expected)
    }
  })

  test('has midsummer day on the Saturday from 20 to 26 June and All Saints’ Day on that from 31 October', () => {
    const on = (year: number, key: string) =>
      sweden.holidays(year).find((holiday) => holiday.key === key)?.date
    expect(on(2026, 'midsummer-day')).toBe('2026-06-20')
    expect(on(2021, 'midsummer-day')).toBe('2021-06-26')
    expect(on(2026, 'all-saints')).toBe('2026-10-31')
    expect(on(2027, 'all-saints')).toBe('2027-11-06')
  })

  test('a job that ends two days before Christmas Eve waits for the banks', () => {
    const days = valueOn('payDeadlineDays', sweden.payDeadlineDays, '2026-12-22').value
    expect(promiseClock('2026-12-22', days, sweden.holidays).payBy).toBe('2027-01-07')
  })
})
