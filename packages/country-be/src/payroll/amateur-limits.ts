import { dayNumber, dayOf, formatAmount, type InForce, type Minor } from '@samen/core/country'
import type { amateurArtsParameters } from '../parameters/amateur-arts.ts'
import type { Refusal } from './scheme-refusals.ts'
import type { BelgianSituation } from './situation.ts'

/** The part of the law that limits amateur-arts allowances. */
export type AmateurLimits = InForce<typeof amateurArtsParameters>

/** Each day of the pay: an allowance is owed by the day, and a pay covers days in a row. */
export function daysOf({ period }: BelgianSituation): string[] {
  const days: string[] = []
  for (let number = dayNumber(period.from); number <= dayNumber(period.to); number++) days.push(dayOf(number))
  return days
}

/**
 * The limit an allowance breaks; undefined within all of them. Above one of them the online service refuses the work and
 * it has to be declared as that of an ordinary artist (workinginthearts.be, questions of principals).
 */
export function amateurRefusal(
  situation: BelgianSituation,
  amount: Minor,
  limits: AmateurLimits,
): Refusal | undefined {
  const { travel, daysElsewhere } = situation.engagement.amateur ?? NO_FACTS
  const days = daysOf(situation)
  const count = BigInt(days.length)
  const paid = situation.toDate?.amateur?.days ?? []
  const year = situation.period.from.slice(0, 4)
  const used = paid.filter((day) => day.startsWith(year)).length + daysElsewhere
  if (days.some((day) => paid.includes(day)))
    return {
      path: ['period', 'from'],
      message: `a day paid by allowance before: one principal pays a day once, at most ${formatAmount(limits.amateurDayMaximum)}`,
    }
  if (used + days.length > limits.amateurDays)
    return {
      path: ['period', 'to'],
      message: `${used} of ${limits.amateurDays} days of ${year} are used: engage the artist under scheme "ordinary"`,
    }
  if (longestRun(days, paid) > limits.amateurRun)
    return {
      path: ['period', 'to'],
      message: `more than ${limits.amateurRun} days in a row for one principal: engage the artist under scheme "ordinary"`,
    }
  if (travel > limits.amateurTravelMaximum * count)
    return {
      path: ['engagement', 'amateur', 'travel'],
      message: `travel is refunded up to ${formatAmount(limits.amateurTravelMaximum)} a day: ${formatAmount(limits.amateurTravelMaximum * count)} for this pay`,
    }
  const most = limits.amateurDayMaximum * count + travel
  if (amount > most)
    return {
      path: [],
      message: `an allowance is at most ${formatAmount(limits.amateurDayMaximum)} a day: ${formatAmount(most)} for this pay, travel included; pay more under scheme "ordinary"`,
    }
  return undefined
}

const NO_FACTS = { travel: 0n, daysElsewhere: 0 }

/** Days in a row the pay belongs to, those paid before and after it included. */
function longestRun(days: readonly string[], paid: readonly string[]): number {
  let from = dayNumber(days[0] as string)
  let to = dayNumber(days[days.length - 1] as string)
  const known = new Set(paid)
  while (known.has(dayOf(from - 1))) from--
  while (known.has(dayOf(to + 1))) to++
  return to - from + 1
}
