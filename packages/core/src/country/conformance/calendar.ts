import assert from 'node:assert/strict'
import { addDays, isIsoDate, isWorkingDay, promiseClock, workingDaysBetween } from '../calendar.ts'
import { NotWrittenError } from '../not-written.ts'
import { valueOn } from '../parameters.ts'
import { type Check, type Subject, YEARS } from './check.ts'

/** Easter Sundays as the churches' tables print them: what the computed ones are held against. */
const EASTER: Readonly<Record<number, string>> = {
  2024: '03-31',
  2025: '04-20',
  2026: '04-05',
  2027: '03-28',
  2028: '04-16',
  2029: '04-01',
  2030: '04-21',
}

/** Days after Easter Sunday of the feasts that move with it, by the key all plugins give them. */
const AFTER_EASTER: Readonly<Record<string, number>> = {
  'maundy-thursday': -3,
  'good-friday': -2,
  'easter-sunday': 0,
  'easter-monday': 1,
  ascension: 39,
  'whit-sunday': 49,
  'whit-monday': 50,
  'corpus-christi': 60,
}

/** Holidays, and the days counted by them. */
export const calendarChecks = ({ plugin }: Subject): Check[] => {
  const everywhere = (run: (region: string | undefined) => void) => () => {
    if (plugin.holidays(2026).length === 0)
      throw new NotWrittenError('src/calendar.ts', 'the public holidays of a year')
    for (const region of [undefined, ...plugin.regions]) run(region)
  }
  return [
    {
      title: 'knows its holidays of 2025 and 2026, in order, in every region',
      run: everywhere((region) => {
        for (const year of YEARS) {
          const dates = plugin.holidays(year, region).map((holiday) => holiday.date)
          const where = `${year}${region ? ` in ${region}` : ''}`
          assert.ok(dates.length >= 5, `${where}: only ${dates.length} holidays`)
          assert.deepEqual(dates, [...new Set(dates)].sort(), `${where}: holidays ascend, each once`)
          for (const date of dates)
            assert.ok(isIsoDate(date) && date.startsWith(String(year)), `${where}: ${date}`)
        }
      }),
    },
    {
      title: 'lets the feasts that move with Easter move with it',
      run: everywhere((region) => {
        for (const [year, easter] of Object.entries(EASTER))
          for (const { key, date } of plugin.holidays(Number(year), region)) {
            const days = AFTER_EASTER[key]
            if (days !== undefined)
              assert.equal(date, addDays(`${year}-${easter}`, days), `${key} of ${year}`)
          }
      }),
    },
    {
      title: 'counts working days as a paper calendar does',
      run: everywhere((region) => {
        for (const year of YEARS) {
          const marked = new Map(plugin.holidays(year, region).map((one) => [one.date, one.works === true]))
          let expected = 0
          for (let day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year; ) {
            const date = day.toISOString().slice(0, 10)
            const isWeekend = day.getUTCDay() === 0 || day.getUTCDay() === 6
            if (marked.get(date) ?? !isWeekend) expected++
            day = new Date(day.getTime() + 86_400_000)
          }
          assert.equal(
            workingDaysBetween(`${year}-01-01`, `${year}-12-31`, plugin.holidays, region),
            expected,
          )
        }
      }),
    },
    {
      title: 'promises a pay day for every job of the year, on a working day and in time',
      run: everywhere((region) => {
        for (let endedOn = '2026-01-01'; endedOn <= '2026-12-31'; endedOn = addDays(endedOn, 1)) {
          const within = valueOn('payDeadlineDays', plugin.payDeadlineDays, endedOn).value
          const { payBy } = promiseClock(endedOn, within, plugin.holidays, region)
          assert.ok(isWorkingDay(payBy, plugin.holidays, region), `${endedOn}: ${payBy} is no working day`)
          const days = workingDaysBetween(addDays(endedOn, 1), payBy, plugin.holidays, region)
          assert.equal(days, within, `${endedOn} to ${payBy}`)
        }
      }),
    },
  ]
}
