import { addDays, easterSunday, type Holiday } from '@samen/core/country'

const years = new Map<number, readonly Holiday[]>()

/** The ten legal holidays (Royal Decree of 18 April 1974); the same in every region. */
export function holidays(year: number): readonly Holiday[] {
  let list = years.get(year)
  if (list === undefined) {
    list = Object.freeze(legalHolidays(year))
    years.set(year, list)
  }
  return list
}

function legalHolidays(year: number): Holiday[] {
  const easter = easterSunday(year)
  return [
    { date: `${year}-01-01`, key: 'new-year' },
    { date: addDays(easter, 1), key: 'easter-monday' },
    { date: `${year}-05-01`, key: 'labour-day' },
    { date: addDays(easter, 39), key: 'ascension' },
    { date: addDays(easter, 50), key: 'whit-monday' },
    { date: `${year}-07-21`, key: 'national-day' },
    { date: `${year}-08-15`, key: 'assumption' },
    { date: `${year}-11-01`, key: 'all-saints' },
    { date: `${year}-11-11`, key: 'armistice' },
    { date: `${year}-12-25`, key: 'christmas' },
  ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
