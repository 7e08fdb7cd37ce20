import { promiseClock, valueOn } from '@samen/core/country'
import HolidayTables from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { belgium } from '../src/plugin.ts'

describe('the Belgian calendar', () => {
  test('has the ten legal holidays that date-holidays knows, from 2020 to 2040', () => {
    const tables = new HolidayTables('BE')
    for (let year = 2020; year <= 2040; year++) {
      const expected = tables
        .getHolidays(year)
        .filter((holiday) => holiday.type === 'public')
        .map((holiday) => holiday.date.slice(0, 10))
        .sort()
      expect(belgium.holidays(year).map((holiday) => holiday.date)).toEqual(expected)
    }
  })

  test('a job that ends on Wednesday before Christmas is paid on the seventh working day', () => {
    const days = valueOn('payDeadlineDays', belgium.payDeadlineDays, '2025-12-24').value
    expect(promiseClock('2025-12-24', days, belgium.holidays).payBy).toBe('2026-01-06')
  })
})
