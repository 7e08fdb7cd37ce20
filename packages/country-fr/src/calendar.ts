import { addDays, easterSunday, type Holiday, type IsoDate } from '@samen/core/country'

/** Regions with holidays of their own: Alsace-Moselle and the overseas departments and collectivities. */
export const REGIONS = [
  'alsace-moselle',
  'guadeloupe',
  'guyane',
  'martinique',
  'mayotte',
  'reunion',
  'saint-barthelemy',
  'saint-martin',
] as const

/** Days on which the abolition of slavery is a holiday (loi 83-550; décret 83-1003; loi 2012-1404), month and day. */
const ABOLITION: Readonly<Record<string, string>> = {
  guadeloupe: '05-27',
  guyane: '06-10',
  martinique: '05-22',
  mayotte: '04-27',
  reunion: '12-20',
  'saint-barthelemy': '10-09',
  'saint-martin': '05-28',
}

const made = new Map<string, readonly Holiday[]>()

/** Public holidays of a year (Code du travail L3133-1), with a region its own as well (L3134-13, L3422-2). */
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
  const fixed = (day: string, key: string): Holiday => ({ date: `${year}-${day}`, key })
  const moving = (days: number, key: string): Holiday => ({ date: addDays(easter, days), key })
  const list = [
    fixed('01-01', 'new-year'),
    moving(1, 'easter-monday'),
    fixed('05-01', 'labour-day'),
    fixed('05-08', 'victory-1945'),
    moving(39, 'ascension'),
    moving(50, 'whit-monday'),
    fixed('07-14', 'national-day'),
    fixed('08-15', 'assumption'),
    fixed('11-01', 'all-saints'),
    fixed('11-11', 'armistice-1918'),
    fixed('12-25', 'christmas'),
  ]
  if (region === 'alsace-moselle') list.push(moving(-2, 'good-friday'), fixed('12-26', 'saint-stephen'))
  const abolition = region === undefined ? undefined : ABOLITION[region]
  if (abolition) list.push(fixed(abolition, 'abolition-of-slavery'))
  return list.sort((a, b) => byDate(a.date, b.date))
}

const byDate = (a: IsoDate, b: IsoDate) => (a < b ? -1 : a > b ? 1 : 0)
