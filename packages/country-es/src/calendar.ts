import { addDays, easterSunday, type Holiday, weekday } from '@samen/core/country'

/** Autonomous communities and cities by ISO 3166-2 code, without `ES-`. */
export const REGIONS = [
  ...['AN', 'AR', 'AS', 'CB', 'CE', 'CL', 'CM', 'CN', 'CT'],
  ...['EX', 'GA', 'IB', 'MC', 'MD', 'ML', 'NC', 'PV', 'RI', 'VC'],
]

/** The community’s own day, month and day. Local days and yearly substitutions are the municipality’s and the decree’s. */
const OWN_DAYS: Readonly<Record<string, string>> = {
  AN: '02-28',
  AR: '04-23',
  AS: '09-08',
  CB: '09-15',
  CE: '09-02',
  CL: '04-23',
  CM: '05-31',
  CN: '05-30',
  CT: '09-11',
  EX: '09-08',
  GA: '07-25',
  IB: '03-01',
  MC: '06-09',
  MD: '05-02',
  ML: '09-17',
  NC: '12-03',
  RI: '06-09',
  VC: '10-09',
}
const NO_MAUNDY_THURSDAY = ['CT', 'VC']
const EASTER_MONDAY = ['CT', 'IB', 'NC', 'PV', 'VC']

const years = new Map<string, readonly Holiday[]>()

/**
 * Paid public holidays (Estatuto de los Trabajadores art. 37.2, RD 2001/1983 art. 45): the ten national ones, with a region its
 * own day and those of Easter. Two local days and the Mondays that replace Sundays in some regions are not known here.
 */
export function holidays(year: number, region?: string): readonly Holiday[] {
  const key = `${year}${region ?? ''}`
  let list = years.get(key)
  if (list === undefined) {
    list = Object.freeze(holidaysOf(year, region))
    // Years and regions are few, but asked for by strangers.
    if (years.size > 2_000) years.clear()
    years.set(key, list)
  }
  return list
}

function holidaysOf(year: number, region: string | undefined): Holiday[] {
  const easter = easterSunday(year)
  const list: Holiday[] = [
    { date: `${year}-01-01`, key: 'new-year' },
    { date: `${year}-01-06`, key: 'epiphany' },
    { date: addDays(easter, -2), key: 'good-friday' },
    { date: `${year}-05-01`, key: 'labour-day' },
    { date: `${year}-08-15`, key: 'assumption' },
    { date: `${year}-10-12`, key: 'national-day' },
    { date: `${year}-11-01`, key: 'all-saints' },
    { date: `${year}-12-06`, key: 'constitution' },
    { date: `${year}-12-08`, key: 'immaculate-conception' },
    { date: `${year}-12-25`, key: 'christmas' },
  ]
  const own = region === undefined ? undefined : OWN_DAYS[region]
  if (region !== undefined && REGIONS.includes(region)) {
    if (!NO_MAUNDY_THURSDAY.includes(region)) list.push({ date: addDays(easter, -3), key: 'maundy-thursday' })
    if (EASTER_MONDAY.includes(region)) list.push({ date: addDays(easter, 1), key: 'easter-monday' })
    if (own !== undefined) {
      const date = `${year}-${own}`
      list.push({
        date: region === 'AN' && weekday(date) === 7 ? addDays(date, 1) : date,
        key: 'regional-day',
      })
    }
  }
  return list.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
