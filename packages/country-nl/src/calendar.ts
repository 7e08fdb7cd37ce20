import { addDays, easterSunday, type Holiday, weekday } from '@samen/core/country'

const years = new Map<number, readonly Holiday[]>()
const SUNDAY = 7
/** By custom and collective agreements Liberation Day is a day off every five years only. */
const LUSTRUM = 5

/**
 * Days off everywhere: the acknowledged holidays of the Algemene termijnenwet, art. 3, Sundays aside. That act also has
 * 5 May of every year, on which most people work.
 */
export function holidays(year: number): readonly Holiday[] {
  let list = years.get(year)
  if (list === undefined) {
    list = Object.freeze(acknowledged(year))
    years.set(year, list)
  }
  return list
}

function acknowledged(year: number): Holiday[] {
  const easter = easterSunday(year)
  const birthday = `${year}-04-27`
  const list: Holiday[] = [
    { date: `${year}-01-01`, key: 'new-year' },
    { date: addDays(easter, 1), key: 'easter-monday' },
    { date: weekday(birthday) === SUNDAY ? `${year}-04-26` : birthday, key: 'kings-day' },
    { date: addDays(easter, 39), key: 'ascension' },
    { date: addDays(easter, 50), key: 'whit-monday' },
    { date: `${year}-12-25`, key: 'christmas' },
    { date: `${year}-12-26`, key: 'boxing-day' },
  ]
  if (year % LUSTRUM === 0) list.push({ date: `${year}-05-05`, key: 'liberation-day' })
  return list.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
