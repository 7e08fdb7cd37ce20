import { addDays, easterSunday, type Holiday } from '@samen/core/country'

const years = new Map<number, readonly Holiday[]>()

/** The thirteen public holidays (Arbeitsruhegesetz § 7); the same in every Land: days of a Land's saint are none. */
export function holidays(year: number): readonly Holiday[] {
  let list = years.get(year)
  if (list === undefined) {
    list = Object.freeze(publicHolidays(year))
    years.set(year, list)
  }
  return list
}

function publicHolidays(year: number): Holiday[] {
  const easter = easterSunday(year)
  return [
    { date: `${year}-01-01`, key: 'new-year' },
    { date: `${year}-01-06`, key: 'epiphany' },
    { date: addDays(easter, 1), key: 'easter-monday' },
    { date: `${year}-05-01`, key: 'national-holiday-of-labour' },
    { date: addDays(easter, 39), key: 'ascension' },
    { date: addDays(easter, 50), key: 'whit-monday' },
    { date: addDays(easter, 60), key: 'corpus-christi' },
    { date: `${year}-08-15`, key: 'assumption' },
    { date: `${year}-10-26`, key: 'national-day' },
    { date: `${year}-11-01`, key: 'all-saints' },
    { date: `${year}-12-08`, key: 'immaculate-conception' },
    { date: `${year}-12-25`, key: 'christmas' },
    { date: `${year}-12-26`, key: 'saint-stephen' },
  ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
