import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  dayNumber,
  dayOf,
  daysBetween,
  easterSunday,
  fullYears,
  type Holidays,
  isIsoDate,
  monthOf,
  promiseClock,
  quarterStart,
  weekday,
  workingDaysBetween,
} from '../../src/country/calendar.ts'

const day = fc.integer({ min: -25_000, max: 84_000 }).map(dayOf)
const none: Holidays = () => []

describe('day numbers', () => {
  test('agree with the calendar library on date, weekday and distance', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = [Temporal.PlainDate.from(a), Temporal.PlainDate.from(b)]
        expect(dayOf(dayNumber(a))).toBe(from.toString())
        expect(weekday(a)).toBe(from.dayOfWeek)
        expect(dayNumber(b) - dayNumber(a)).toBe(from.until(to).days)
      }),
    )
  })

  test('count both ends of a period', () => {
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(4)
    expect(daysBetween('2026-03-02', '2026-03-01')).toBe(0)
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  })
})

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '26-01-01',
  '2026-1-1',
  '2026-04-31',
  '',
  '2026-01-01T00:00',
])('"%s" is not a day', (text) => {
  expect(isIsoDate(text)).toBe(false)
})

test('a month and a quarter know their bounds', () => {
  expect(monthOf('2024-02-10')).toEqual({ from: '2024-02-01', to: '2024-02-29', days: 29 })
  expect(quarterStart('2026-09-30')).toBe('2026-07-01')
  expect(quarterStart('2026-10-01')).toBe('2026-10-01')
})

test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter %i falls on %s', (year, sunday) => {
  expect(easterSunday(year)).toBe(sunday)
})

test('someone born on 29 February is a year older on 1 March', () => {
  expect(fullYears('2008-02-29', '2026-02-28')).toBe(17)
  expect(fullYears('2008-02-29', '2026-03-01')).toBe(18)
})

describe('the promise clock', () => {
  const armistice: Holidays = (year) => [{ date: `${year}-11-11`, key: 'armistice' }]

  test('a job that ended on Wednesday 4 November 2026 is paid by Monday 16 November, past two weekends and a holiday', () => {
    const { payBy, days } = promiseClock('2026-11-04', 7, armistice)
    expect(payBy).toBe('2026-11-16')
    expect(days).toHaveLength(12)
    expect(days.find(({ date }) => date === '2026-11-11')?.skipped).toEqual({ holiday: 'armistice' })
    expect(days.at(-1)).toEqual({ date: '2026-11-16', count: 7 })
  })

  test('counts a Saturday that a decree made a working day in exchange for another', () => {
    const exchanged: Holidays = () => [
      { date: '2026-08-08', key: 'worked-saturday', works: true },
      { date: '2026-08-21', key: 'moved-rest-day' },
    ]
    expect(promiseClock('2026-08-06', 2, exchanged).payBy).toBe('2026-08-08')
    expect(promiseClock('2026-08-20', 1, exchanged).payBy).toBe('2026-08-24')
    expect(workingDaysBetween('2026-08-03', '2026-08-23', exchanged)).toBe(15)
  })

  test('always holds exactly its number of working days, and ends on one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), (endedOn, workingDays) => {
        const { payBy } = promiseClock(endedOn, workingDays, armistice)
        expect(workingDaysBetween(addDays(endedOn, 1), payBy, armistice)).toBe(workingDays)
        expect(weekday(payBy)).toBeLessThan(6)
      }),
    )
  })

  test.each([0, 61, 1.5])('refuses a deadline of %d days', (workingDays) => {
    expect(() => promiseClock('2026-11-04', workingDays, none)).toThrow(RangeError)
  })
})
