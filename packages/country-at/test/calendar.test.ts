import { promiseClock, valueOn } from '@samen/core/country'
import HolidayTables from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { austria } from '../src/plugin.ts'

describe('the Austrian calendar', () => {
  test('has the thirteen public holidays that date-holidays knows, from 2020 to 2040', () => {
    const tables = new HolidayTables('AT')
    for (let year = 2020; year <= 2040; year++) {
      const expected = tables
        .getHolidays(year)
        .filter((holiday) => holiday.type === 'public')
        .map((holiday) => holiday.date.slice(0, 10))
        .sort()
      expect(austria.holidays(year).map((holiday) => holiday.date)).toEqual(expected)
    }
  })

  test('a job that ends before Christmas is paid on the seventh working day', () => {
    const days = valueOn('payDeadlineDays', austria.payDeadlineDays, '2025-12-23').value
    expect(promiseClock('2025-12-23', days, austria.holidays).payBy).toBe('2026-01-07')
  })
})
