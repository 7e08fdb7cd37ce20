import type { Minor } from '@samen/core/country'
import { portion, roundedShare } from './arithmetic.ts'
import type { Law } from './law.ts'
import { type CalendarMonth, regimeDays } from './running-totals.ts'
import type { BelgianSituation } from './situation.ts'

const NO_FIGURES: Readonly<Record<string, Minor>> = Object.freeze({})

/** Work of one pay and of a full-timer in its month, in hundredths of days and hours. */
export interface Work {
  readonly days: bigint
  readonly hours: bigint
  readonly normalDays: bigint
  readonly normalHours: bigint
}

export function workOf(situation: BelgianSituation, calendar: CalendarMonth): Work {
  const { engagement } = situation
  const perWeek = BigInt(engagement.daysPerWeek)
  const normalDays = engagement.normalDays ?? (calendar.normalDays[engagement.daysPerWeek] as bigint)
  const days = engagement.days ?? daysOfPeriod(situation, calendar, normalDays)
  return {
    days,
    hours: engagement.hours ?? roundedShare(days, engagement.hoursPerWeek, perWeek * 100n),
    normalDays,
    normalHours: roundedShare(normalDays, engagement.fullTimeHoursPerWeek, perWeek * 100n),
  }
}

/** A contract of up to this many days works all of them, weekends too; a longer one works the days of its regime. */
const SHORT_CONTRACT_DAYS = 5

/** Paid days where the situation states none: all days of a short contract, else the regime's days within the period. */
function daysOfPeriod(situation: BelgianSituation, calendar: CalendarMonth, normalDays: bigint): bigint {
  if (situation.pay === 'settlement') return 0n
  const { period, engagement } = situation
  const first = Number(period.from.slice(8, 10))
  const span = Number(period.to.slice(8, 10)) - first + 1
  if (span === calendar.days) return normalDays
  const short = engagement.contract === 'one-day' || engagement.contract === 'several-day'
  if (short && span <= SHORT_CONTRACT_DAYS) return BigInt(span) * 100n
  const from = calendar.firstDay + first - 1
  return regimeDays(from, from + span - 1, engagement.daysPerWeek)
}

/** The guaranteed minimum wage for the days or hours paid, and what the gross lacks of it. */
export function minimumWageFigures(
  situation: BelgianSituation,
  law: Law,
  gross: Minor,
  work: Work,
): Readonly<Record<string, Minor>> {
  const { engagement } = situation
  const partTime = engagement.hoursPerWeek < engagement.fullTimeHoursPerWeek
  const [worked, due] = partTime ? [work.hours, work.normalHours] : [work.days, work.normalDays]
  if (worked === 0n || due === 0n) return NO_FIGURES
  const full = minimumOf(situation, law.social)
  const minimum = worked >= due ? full : roundedShare(full, worked, due)
  return gross >= minimum
    ? { 'minimum-wage': minimum }
    : { 'minimum-wage': minimum, 'minimum-wage-shortfall': minimum - gross }
}

/** The minimum wage of a full month at the worker's age; whole where no birth date is known (collective agreements 43, 50). */
function minimumOf({ worker, engagement, period }: BelgianSituation, law: Law['social']): Minor {
  const born = worker.birthDate
  if (born === undefined) return law.minimumWage
  const birthday = `${period.from.slice(0, 4)}${born.slice(4)}`
  const age = Number(period.from.slice(0, 4)) - Number(born.slice(0, 4)) - (period.from < birthday ? 1 : 0)
  const shares = law.youngMinimumShares
  if (age < 17) return portion(law.minimumWage, shares.under17)
  if (age === 17) return portion(law.minimumWage, shares.at17)
  if (engagement.scheme !== 'student' || age > 20) return law.minimumWage
  if (age === 18) return portion(law.minimumWage, shares.studentAt18)
  return portion(law.minimumWage, age === 19 ? shares.studentAt19 : shares.studentAt20)
}
