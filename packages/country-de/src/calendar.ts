import { addDays, easterSunday, type Holiday, type IsoDate, weekday } from '@samen/core/country'
import { LANDS } from './parameters/index.ts'

/** The Länder, and Augsburg, which has a day of its own. */
export const REGIONS: readonly string[] = Object.freeze([...LANDS, 'BY-A'])

type Rule = readonly [key: string, day: string | number, lands: readonly string[], from?: number, to?: number]

/** Holidays of single Länder by their laws: a fixed day, or days after Easter. */
const OF_LANDS: readonly Rule[] = [
  ['epiphany', '01-06', ['BW', 'BY', 'ST']],
  ['womens-day', '03-08', ['BE'], 2019],
  ['womens-day', '03-08', ['MV'], 2023],
  ['easter-sunday', 0, ['BB']],
  ['liberation-day', '05-08', ['BE'], 2025, 2025],
  ['whit-sunday', 49, ['BB']],
  ['corpus-christi', 60, ['BW', 'BY', 'HE', 'NW', 'RP', 'SL']],
  ['peace-festival', '08-08', ['BY-A']],
  // In Bavaria in communes with more Catholics than Protestants, which most are.
  ['assumption', '08-15', ['BY', 'SL']],
  ['childrens-day', '09-20', ['TH'], 2019],
  ['reformation-day', '10-31', ['BB', 'MV', 'SN', 'ST', 'TH']],
  ['reformation-day', '10-31', ['HB', 'HH', 'NI', 'SH'], 2018],
  ['all-saints', '11-01', ['BW', 'BY', 'NW', 'RP', 'SL']],
]

const made = new Map<string, readonly Holiday[]>()

/** Public holidays of a year in all of Germany, with a Land those of the Land as well. */
export function holidays(year: number, region?: string): readonly Holiday[] {
  const key = `${year}-${region ?? ''}`
  let list = made.get(key)
  if (!list) {
    list = Object.freeze(holidaysOf(year, region))
    if (made.size < 10_000) made.set(key, list)
  }
  return list
}

function holidaysOf(year: number, region: string | undefined): Holiday[] {
  const easter = easterSunday(year)
  const on = (day: string | number) => (typeof day === 'string' ? `${year}-${day}` : addDays(easter, day))
  const list: Holiday[] = [
    { date: on('01-01'), key: 'new-year' },
    { date: on(-2), key: 'good-friday' },
    { date: on(1), key: 'easter-monday' },
    { date: on('05-01'), key: 'labour-day' },
    { date: on(39), key: 'ascension' },
    { date: on(50), key: 'whit-monday' },
    { date: on('10-03'), key: 'german-unity' },
    { date: on('12-25'), key: 'christmas' },
    { date: on('12-26'), key: 'second-christmas-day' },
  ]
  if (region !== undefined) {
    const lands = region === 'BY-A' ? ['BY', 'BY-A'] : [region]
    for (const [key, day, where, from = 0, to = 9999] of OF_LANDS)
      if (year >= from && year <= to && where.some((land) => lands.includes(land)))
        list.push({ date: on(day), key })
    if (region === 'SN') list.push({ date: repentance(year), key: 'repentance-day' })
  }
  return list.sort((a, b) => byDate(a.date, b.date))
}

/** Wednesday before 23 November. */
function repentance(year: number): IsoDate {
  for (let day = 22; day >= 16; day--) {
    const date = `${year}-11-${day}`
    if (weekday(date) === 3) return date
  }
  throw new RangeError(`no Wednesday before 23 November ${year}`)
}

const byDate = (a: IsoDate, b: IsoDate) => (a < b ? -1 : a > b ? 1 : 0)
