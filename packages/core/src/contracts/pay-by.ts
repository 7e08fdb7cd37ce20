import {
  type AnyCountryPlugin,
  type Holidays,
  type IsoDate,
  promiseClock,
  valueOn,
} from '../country/index.ts'

/** Answers the last pay day for many jobs of one country; remembers, because jobs end on few different days. */
export function payByOf(plugin: AnyCountryPlugin): (endsOn: IsoDate, region: string | null) => IsoDate {
  const holidays = remembered(plugin.holidays)
  const known = new Map<string, IsoDate>()
  return (endsOn, region) => {
    const key = `${endsOn} ${region ?? ''}`
    let payBy = known.get(key)
    if (payBy === undefined) {
      const days = valueOn('payDeadlineDays', plugin.payDeadlineDays, endsOn).value
      payBy = promiseClock(endsOn, days, holidays, region ?? undefined).payBy
      known.set(key, payBy)
    }
    return payBy
  }
}

function remembered(holidays: Holidays): Holidays {
  const known = new Map<string, ReturnType<Holidays>>()
  return (year, region) => {
    const key = `${year} ${region ?? ''}`
    const found = known.get(key) ?? holidays(year, region)
    known.set(key, found)
    return found
  }
}
