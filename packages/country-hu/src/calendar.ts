import { addDays, easterSunday, type Holiday } from '@samen/core/country'

const years = new Map<number, readonly Holiday[]>()

/** Rest days of a year and the Saturdays on which they are worked, by the minister’s decree. */
interface MovedDays {
  readonly rest: readonly string[]
  readonly work: readonly string[]
}

/** 11/2024. (IV. 8.) NGM rendelet for 2025, 10/2025. (IV. 30.) NGM rendelet for 2026; later years have no decree yet. */
const MOVED: Readonly<Record<number, MovedDays>> = {
  2025: {
    rest: ['2025-05-02', '2025-10-24', '2025-12-24'],
    work: ['2025-05-17', '2025-10-18', '2025-12-13'],
  },
  2026: {
    rest: ['2026-01-02', '2026-08-21', '2026-12-24'],
    work: ['2026-01-10', '2026-08-08', '2026-12-12'],
  },
}

/** Public holidays (Mt. 102. §), the rest days moved to a weekday, and the Saturdays worked for them. */
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
  const { rest, work } = MOVED[year] ?? { rest: [], work: [] }
  return [
    { date: `${year}-01-01`, key: 'new-year' },
    { date: `${year}-03-15`, key: 'revolution-1848' },
    { date: addDays(easter, -2), key: 'good-friday' },
    { date: easter, key: 'easter-sunday' },
    { date: addDays(easter, 1), key: 'easter-monday' },
    { date: `${year}-05-01`, key: 'labour-day' },
    { date: addDays(easter, 49), key: 'whit-sunday' },
    { date: addDays(easter, 50), key: 'whit-monday' },
    { date: `${year}-08-20`, key: 'state-foundation' },
    { date: `${year}-10-23`, key: 'revolution-1956' },
    { date: `${year}-11-01`, key: 'all-saints' },
    { date: `${year}-12-25`, key: 'christmas' },
    { date: `${year}-12-26`, key: 'boxing-day' },
    ...rest.map((date) => ({ date, key: 'moved-rest-day' })),
    ...work.map((date) => ({ date, key: 'worked-saturday', works: true as const })),
  ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
