import { dayNumber, dayOf, type InForce, type Minor } from '@samen/core/country'
import type { amateurArtsParameters } from '../parameters/amateur-arts.ts'
import type { BelgianSituation } from './situation.ts'

/** The part of the law that limits amateur-arts allowances. */
export type AmateurLimits = InForce<typeof amateurArtsParameters>

/** The limit an allowance breaks: of the amount or of the travel, a day paid before, the days of the year or in a row. */
export type BrokenLimit = 'amount' | 'travel' | 'day' | 'year' | 'row'

const NONE_PAID: readonly string[] = []

/**
 * Which limit an allowance breaks; undefined within all of them. Above one of them the online service refuses the work and
 * it has to be declared as that of an ordinary artist (workinginthearts.be, questions of principals).
 */
export function brokenLimit(
  situation: BelgianSituation,
  amount: Minor,
  limits: AmateurLimits,
): BrokenLimit | undefined {
  const { engagement, toDate } = situation
  const travel = engagement.amateur?.travel ?? 0n
  const days = daysIn(situation)
  if (amount > mostPaid(situation, limits)) return 'amount'
  if (travel > limits.amateurTravelMaximum * BigInt(days)) return 'travel'
  if (daysUsed(situation) + days > limits.amateurDays) return 'year'
  if (days > limits.amateurRun) return 'row'
  const paid = toDate?.amateur?.days ?? NONE_PAID
  if (paid.length === 0) return undefined
  if (daysOf(situation).some((day) => paid.includes(day))) return 'day'
  return daysInRow(situation, paid) > limits.amateurRun ? 'row' : undefined
}

/** Each day of the pay: an allowance is owed by the day, and a pay covers days in a row. */
export function daysOf({ period }: BelgianSituation): string[] {
  const days: string[] = []
  for (let number = dayNumber(period.from); number <= dayNumber(period.to); number++) days.push(dayOf(number))
  return days
}

/** How many they are; a period lies within one month. */
export const daysIn = ({ period }: BelgianSituation): number =>
  Number(period.to.slice(8)) - Number(period.from.slice(8)) + 1

/** The most an allowance with its travel may come to. */
export const mostPaid = (situation: BelgianSituation, limits: AmateurLimits): Minor =>
  limits.amateurDayMaximum * BigInt(daysIn(situation)) + (situation.engagement.amateur?.travel ?? 0n)

/** Days of the year used before this pay, by all principals. */
export function daysUsed({ engagement, period, toDate }: BelgianSituation): number {
  const year = period.from.slice(0, 4)
  const here = toDate?.amateur?.days.filter((day) => day.startsWith(year)).length ?? 0
  return here + (engagement.amateur?.daysElsewhere ?? 0)
}

/** Days in a row the pay belongs to, those paid before and after it included. */
function daysInRow({ period }: BelgianSituation, paid: readonly string[]): number {
  let from = dayNumber(period.from)
  let to = dayNumber(period.to)
  while (paid.includes(dayOf(from - 1))) from--
  while (paid.includes(dayOf(to + 1))) to++
  return to - from + 1
}
