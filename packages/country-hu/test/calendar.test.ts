import { isWorkingDay, promiseClock, weekday, workingDaysBetween } from '@samen/core/country'
import HolidayTables from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { hungary } from '../src/plugin.ts'

const { holidays } = hungary

describe('the Hungarian calendar', () => {
  test('has the public holidays that date-holidays knows, from 2020 to 2040', () => {
    const tables = new HolidayTables('HU')
    for (let year = 2020; year <= 2040; year++) {
      const expected = tables
        .getHolidays(year)
        .filter((holiday) => holiday.type === 'public')
        .map((holiday) => holiday.date.slice(0, 10))
        .sort()
      const own = holidays(year)
        .filter(({ key }) => key !== 'moved-rest-day' && key !== 'worked-saturday')
        .map(({ date }) => date)
      expect(own).toEqual(expected)
    }
  })

  test.each([2025, 2026])('in %i gives each moved rest day a Saturday that is worked', (year) => {
    const rest = holidays(year).filter(({ key }) => key === 'moved-rest-day')
    const work = holidays(year).filter(({ works }) => works)
    expect([rest.length, work.length]).toEqual([3, 3])
    for (const { date } of rest) {
      expect(weekday(date)).toBeLessThan(6)
      expect(isWorkingDay(date, holidays)).toBe(false)
    }
    for (const { date } of work) {
      expect(weekday(date)).toBe(6)
      expect(isWorkingDay(date, holidays)).toBe(true)
    }
  })

  test('has as many working days as without the exchanges', () => {
    const plain = (year: number) => holidays(year).filter(({ key }) => !/moved|worked/.test(key))
    for (const year of [2025, 2026])
      expect(workingDaysBetween(`${year}-01-01`, `${year}-12-31`, holidays)).toBe(
        workingDaysBetween(`${year}-01-01`, `${year}-12-31`, plain),
      )
  })

  test('a job that ends before a worked Saturday is paid a day sooner', () => {
    const { payBy, days } = promiseClock('2026-12-10', 7, holidays)
    expect(days.find(({ date }) => date === '2026-12-12')?.count).toBe(2)
    expect(payBy).toBe('2026-12-18')
    expect(promiseClock('2026-12-21', 3, holidays).payBy).toBe('2026-12-28')
  })
})
