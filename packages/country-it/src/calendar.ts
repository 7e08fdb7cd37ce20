import { addDays, easterSunday, type Holiday } from '@samen/core/country'

/** Patron saint’s day of the towns in the surtax table, by cadastral code. */
const PATRONS: Readonly<Record<string, string>> = {
  H501: '06-29',
  F205: '12-07',
  L219: '06-24',
  F839: '09-19',
  A944: '10-04',
  D612: '06-24',
  L736: '04-25',
  D969: '06-24',
  A662: '05-08',
  G273: '07-15',
  L781: '05-21',
  L424: '11-03',
  A271: '05-04',
  A326: '09-07',
  A345: '06-10',
  A794: '08-26',
  B157: '02-15',
  B354: '10-30',
  B519: '04-23',
  C352: '07-16',
  F257: '01-31',
  G337: '01-13',
  G478: '01-29',
  G942: '05-30',
  H294: '10-14',
  L378: '06-26',
  L483: '07-12',
}

/** Towns whose patron saint’s day is known, by cadastral code. */
export const towns: readonly string[] = Object.freeze(Object.keys(PATRONS))

const kept = new Map<string, readonly Holiday[]>()

/** Public holidays (L. 260/1949, L. 54/1977; 4 October again since L. 151/2025); with a town, its patron saint’s day. */
export function holidays(year: number, town = ''): readonly Holiday[] {
  const key = `${year}${PATRONS[town] ?? ''}`
  let list = kept.get(key)
  if (list === undefined) {
    list = Object.freeze(holidaysOf(year, PATRONS[town]))
    kept.set(key, list)
  }
  return list
}

function holidaysOf(year: number, patron: string | undefined): Holiday[] {
  const easter = easterSunday(year)
  const list: Holiday[] = [
    { date: `${year}-01-01`, key: 'new-year' },
    { date: `${year}-01-06`, key: 'epiphany' },
    { date: easter, key: 'easter-sunday' },
    { date: addDays(easter, 1), key: 'easter-monday' },
    { date: `${year}-04-25`, key: 'liberation' },
    { date: `${year}-05-01`, key: 'labour-day' },
    { date: `${year}-06-02`, key: 'republic' },
    { date: `${year}-08-15`, key: 'assumption' },
    { date: `${year}-11-01`, key: 'all-saints' },
    { date: `${year}-12-08`, key: 'immaculate-conception' },
    { date: `${year}-12-25`, key: 'christmas' },
    { date: `${year}-12-26`, key: 'saint-stephen' },
  ]
  if (year >= 2026) list.push({ date: `${year}-10-04`, key: 'saint-francis' })
  // Easter Monday may fall on 25 April.
  const days = list.filter(({ date }, at) => list.findIndex((one) => one.date === date) === at)
  if (patron !== undefined && !days.some(({ date }) => date === `${year}-${patron}`))
    days.push({ date: `${year}-${patron}`, key: 'patron-saint' })
  return days.sort((a, b) => (a.date < b.date ? -1 : 1))
}
