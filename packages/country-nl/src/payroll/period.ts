import { dayNumber } from '@samen/core/country'
import type { DutchSituation, Engagement, WagePeriod } from './situation.ts'

export type ContractKind = NonNullable<Engagement['contract']>

/** Days for artists, else a fixed term, where the situation does not say. */
export const contractOf = ({ contract, status }: Engagement): ContractKind =>
  contract ?? (status === 'artist' ? 'one-day' : 'fixed-term')

const isShort = (contract: ContractKind): boolean => contract === 'one-day' || contract === 'several-day'

/** A contract of up to this many days works all of them, weekends too; a longer one works Monday to Friday. */
const SHORT_CONTRACT_DAYS = 5
const FULL_WEEK = 5

/**
 * The wage period (loontijdvak). Part of a month is paid by days where the worker has five days a week; with fewer the
 * month stays the period (Handboek Loonheffingen § 5.1.1).
 */
export function wagePeriodOf({ engagement, pay }: DutchSituation): WagePeriod {
  if (engagement.wagePeriod !== undefined) return engagement.wagePeriod
  if (engagement.status === 'artist' || isShort(contractOf(engagement))) return 'day'
  return pay === 'part' && engagement.daysPerWeek >= FULL_WEEK ? 'day' : 'month'
}

/** How many wage periods this pay covers: the days paid in the day table, else one. */
export function periodsPaid(situation: DutchSituation, period: WagePeriod): number {
  return period === 'day' ? daysPaid(situation) : 1
}

export function daysPaid({ period, engagement }: DutchSituation): number {
  if (engagement.days !== undefined) return engagement.days
  const first = Number(period.from.slice(8, 10))
  const span = Number(period.to.slice(8, 10)) - first + 1
  if (isShort(contractOf(engagement)) && span <= SHORT_CONTRACT_DAYS) return span
  // Day 0 of 1970 was a Thursday: three days after a Monday.
  const monday = (((dayNumber(period.from) + 3) % 7) + 7) % 7
  let days = 0
  for (let day = 0; day < span; day++) if ((monday + day) % 7 < 5) days++
  // Paid work at a weekend alone is work of those days.
  return days === 0 ? span : days
}

/** Paid hours in hundredths, where the situation tells them; a whole month has 52 twelfths of a week. */
export function hoursPaid(situation: DutchSituation): bigint | undefined {
  const { hours, hoursPerWeek, daysPerWeek } = situation.engagement
  if (hours !== undefined) return hours
  if (hoursPerWeek === undefined) return undefined
  switch (wagePeriodOf(situation)) {
    case 'day':
      return (hoursPerWeek * BigInt(daysPaid(situation))) / BigInt(daysPerWeek)
    case 'week':
      return hoursPerWeek
    case 'four-weeks':
      return hoursPerWeek * 4n
    case 'quarter':
      return hoursPerWeek * 13n
    case 'month':
      return situation.pay === 'part' ? undefined : (hoursPerWeek * 52n) / 12n
  }
}
