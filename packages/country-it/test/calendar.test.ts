import { promiseClock, valueOn } from '@samen/core/country'
import HolidayTables from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { italy } from '../src/plugin.ts'

const dates = (year: number, town?: string) => italy.holidays(year, town).map(({ date }) => date)

describe('the Italian calendar', () => {
  test('has the public holidays date-holidays knows, and Saint Francis again from 2026', () => {
    const tables = new HolidayTables('IT')
    for (let year = 2015; year <= 2035; year++) {
      const known = tables
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10))
      const expected = new Set(year >= 2026 ? [...known, `${year}-10-04`] : known)
      expect(dates(year)).toEqual([...expected].sort())
    }
  })

  test('has each town’s patron saint, once where it is a public holiday anyway', () => {
    expect(dates(2026, 'H501')).toContain('2026-06-29')
    expect(dates(2026, 'F205')).toContain('2026-12-07')
    expect(dates(2026)).not.toContain('2026-12-07')
    expect(dates(2026, 'L736')).toEqual(dates(2026))
    expect(dates(2025, 'A944')).toContain('2025-10-04')
    for (const town of italy.regions) expect(dates(2025, town).length).toBeGreaterThanOrEqual(12)
  })

  test('a job in Milan before Saint Ambrose is paid a day later than in Rome', () => {
    const days = valueOn('payDeadlineDays', italy.payDeadlineDays, '2026-12-02').value
    expect(promiseClock('2026-12-02', days, italy.holidays, 'H501').payBy).toBe('2026-12-14')
    expect(promiseClock('2026-12-02', days, italy.holidays, 'F205').payBy).toBe('2026-12-15')
  })
})
