import { Temporal } from 'temporal-polyfill'
import type { AnyCountryPlugin, IsoDate } from '../country/index.ts'
import { newId } from '../database/index.ts'

/** Where a use case is done, under which country's law, by whom and when. */
export interface OfficeContext {
  readonly officeId: string
  readonly plugin: AnyCountryPlugin
  /** Who acts: a user's id, or the name of a job. */
  readonly by: string
  /** The moment of acting. */
  readonly now: Date
  /** The office's calendar day of acting: what is issued today carries it. */
  readonly today: IsoDate
  /** Makes ids: `newId`, unless a demo wants the same ids every time. */
  readonly id: () => string
}

/** A context with the usual clock and ids; `today` is the day at `timeZone` unless told. */
export function officeContext(given: {
  officeId: string
  plugin: AnyCountryPlugin
  by: string
  now?: Date
  today?: IsoDate
  timeZone?: string
  id?: () => string
}): OfficeContext {
  const { officeId, plugin, by, now = new Date(), timeZone = DEFAULT_TIME_ZONE, id = newId } = given
  return { officeId, plugin, by, now, today: given.today ?? localDay(now, timeZone), id }
}

/** All countries of the federation keep Central European Time; a legal entity elsewhere states its own. */
export const DEFAULT_TIME_ZONE = 'Europe/Brussels'

/** The calendar day at a place, at a moment. */
export function localDay(moment: Date, timeZone: string): IsoDate {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}

const starts = new Map<string, number>()

/** The moment a calendar day begins at a place, in milliseconds since 1970. */
export function startOfDay(day: IsoDate, timeZone: string): number {
  const key = `${day} ${timeZone}`
  let start = starts.get(key)
  if (start === undefined) {
    start = Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds
    if (starts.size >= startsMax) starts.clear()
    starts.set(key, start)
  }
  return start
}

const startsMax = 5_000

export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}
