import { addDays, easterSunday, type Holiday, weekday } from '@samen/core/country'

const years = new Map<number, readonly Holiday[]>()

/**
 * Public holidays (lag 1989:253 om allmänna helgdagar) and the three eves that count as Sundays (semesterlagen 3 a §):
 * on them banks are closed and nobody is paid.
 */
export function holidays(year: number): readonly Holiday[] {
  let list = years.get(year)
  if (list === undefined) {
    list = Object.freeze(holidaysOf(year))
    years.set(year, list)
  }
  return list
}

function holidaysOf(year: number): Holiday[] {
  const easter = easterSunday(year)
  const midsummer = saturdayFrom(`${year}-06-20`)
  return [
    { date: `${year}-01-01`, key: 'new-year' },
    { date: `${year}-01-06`, key: 'epiphany' },
    { date: addDays(easter, -2), key: 'good-friday' },
    { date: easter, key: 'easter-sunday' },
    { date: addDays(easter, 1), key: 'easter-monday' },
    { date: `${year}-05-01`, key: 'labour-day' },
    { date: addDays(easter, 39), key: 'ascension' },
    { date: addDays(easter, 49), key: 'whit-sunday' },
    { date: `${year}-06-06`, key: 'national-day' },
    { date: addDays(midsummer, -1), key: 'midsummer-eve' },
    { date: midsummer, key: 'midsummer-day' },
    { date: saturdayFrom(`${year}-10-31`), key: 'all-saints' },
    { date: `${year}-12-24`, key: 'christmas-eve' },
    { date: `${year}-12-25`, key: 'christmas' },
    { date: `${year}-12-26`, key: 'boxing-day' },
    { date: `${year}-12-31`, key: 'new-year-eve' },
  ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** The first Saturday on or after a day. */
const saturdayFrom = (date: string): string => addDays(date, (13 - weekday(date)) % 7)
