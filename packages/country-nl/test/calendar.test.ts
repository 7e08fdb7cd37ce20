import { promiseClock, valueOn } from '@samen/core/country'
import HolidayTables from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { netherlands } from '../src/plugin.ts'

describe('the Dutch calendar', () => {
  test('has the holidays on working days that date-holidays knows, from 2020 to 2040', () => {
    const tables = new HolidayTables('NL')
    const isSunday = (date: string) => new Date(`${date}T12:00:00Z`).getUTCDay() === 0
    for (let year = 2020; year <= 2040; year++) {
      const days = (dates: readonly string[]) => [...new Set(dates.filter((date) => !isSunday(date)))].sort()
      const expected = tables
        .getHolidays(year)
        .filter((holiday) => holiday.type === 'public')
        .map((holiday) => holiday.date.slice(0, 10))
      // Known there as a school holiday; a day off for most in these years.
      if (year % 5 === 0) expected.push(`${year}-05-05`)
      expect(days(netherlands.holidays(year).map((holiday) => holiday.date)), String(year)).toEqual(
        days(expected),
      )
    }
  })

  test('celebrates the King’s birthday on Saturday where it falls on a Sunday', () => {
    expect(netherlands.holidays(2025)).toContainEqual({ date: '2025-04-26', key: 'kings-day' })
    expect(netherlands.holidays(2026)).toContainEqual({ date: '2026-04-27', key: 'kings-day' })
  })

  test('a job that ends on Wednesday before Christmas is paid on the seventh working day', () => {
    const days = valueOn('payDeadlineDays', netherlands.payDeadlineDays, '2025-12-24').value
    expect(promiseClock('2025-12-24', days, netherlands.holidays).payBy).toBe('2026-01-07')
  })
})
