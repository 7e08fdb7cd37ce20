import { dayNumber, daysInMonth } from '@samen/core/country'
import type { SpanishSituation } from './situation.ts'

/** Days of a month in the groups paid by the month, and in every proportion of a month. */
export const MONTH_DAYS = 30

export const groupOf = ({ engagement }: SpanishSituation): number =>
  engagement.group ?? (engagement.status === 'artist' ? 3 : 7)

/** Days insured: a whole month has 30 in the groups paid by the month, its calendar days in those paid by the day. */
export function daysOf(situation: SpanishSituation): number {
  const { engagement, period } = situation
  if (engagement.days !== undefined) return engagement.days
  const first = Number(period.from.slice(8))
  const calendar = Number(period.to.slice(8)) - first + 1
  if (engagement.status === 'artist' || groupOf(situation) > 7) return calendar
  const whole = daysInMonth(Number(period.from.slice(0, 4)), Number(period.from.slice(5, 7)))
  return calendar === whole ? MONTH_DAYS : Math.min(MONTH_DAYS, calendar)
}

/** First and last day of the contract, as far as known: a job paid in part is a contract of its days. */
export function contractDays({ engagement, pay, period }: SpanishSituation) {
  const job = pay === 'part' && engagement.contract !== 'open-ended' && engagement.contract !== 'intermittent'
  return {
    from: engagement.contractFrom ?? (job ? period.from : undefined),
    to: engagement.contractTo ?? (job ? period.to : undefined),
  }
}

export const isPermanent = ({ engagement }: SpanishSituation): boolean =>
  engagement.contract === 'open-ended' || engagement.contract === 'intermittent'

/** Days of a contract of known length; undefined where either end is not known. */
export function contractLength(situation: SpanishSituation): number | undefined {
  const { from, to } = contractDays(situation)
  return from === undefined || to === undefined ? undefined : dayNumber(to) - dayNumber(from) + 1
}
