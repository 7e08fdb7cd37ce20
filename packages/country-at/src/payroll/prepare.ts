import { dayNumber, type Minor } from '@samen/core/country'
import { LANDS, type Land } from '../parameters/levies.ts'
import { type CalendarMonth, calendarMonth, dayOfMonth, monthNumber, weekOf } from './calendar-month.ts'
import type { BranchTable, ContributionPlan } from './contribution-plan.ts'
import type { Law } from './law.ts'
import type { LevyPlan } from './levy-plan.ts'
import type { AustrianSituation, MonthTotals, YearTotals } from './situation.ts'

/** What a situation fixes before any gross is known. */
export interface Prepared {
  readonly calendar: CalendarMonth
  readonly contributions: ContributionPlan
  readonly levies: LevyPlan
  readonly free: boolean
  /** Days of insurance of this pay. */
  readonly days: number
  /** Highest base of current pay: the daily ceiling times the days. */
  readonly ceiling: Minor
  /** Highest base of special pay left in the year. */
  readonly specialRoom: Minor
  /** Part of the year this pay is for, as `numerator / denominator` times: 12 for a month, 360 / days otherwise. */
  readonly factor: bigint
  readonly divisor: bigint
  /** Totals of the month this pay is computed together with; zero where it stands alone. */
  readonly month: MonthTotals
  readonly year: YearTotals
  /** Weeks of the Vienna levy and the last of them. */
  readonly viennaWeeks: number
  readonly viennaLastWeek: number
  readonly viennaLevy: Minor
}

const MONTH: MonthTotals = Object.freeze({
  of: '',
  base: 0n,
  days: 0,
  taxable: 0n,
  tax: 0n,
  supplements: 0n,
  overtime: 0n,
  overtimeHours: 0,
})
const YEAR: YearTotals = Object.freeze({
  of: '',
  current: 0n,
  days: 0,
  special: 0n,
  specialBase: 0n,
  specialNet: 0n,
  specialTax: 0n,
  taxable: 0n,
  tax: 0n,
  employeeBonus: 0n,
})

const LAND_INDEX = Object.fromEntries(LANDS.map((land, index) => [land, index])) as Readonly<
  Record<Land, number>
>

let lastSituation: AustrianSituation | undefined
let lastLaw: Law | undefined
let lastPrepared: Prepared | undefined

/** Prepared once for all grosses a search tries. */
export function prepare(situation: AustrianSituation, law: Law): Prepared {
  if (situation === lastSituation && law === lastLaw && lastPrepared !== undefined) return lastPrepared
  lastPrepared = prepared(situation, law)
  lastSituation = situation
  lastLaw = law
  return lastPrepared
}

function prepared(situation: AustrianSituation, law: Law): Prepared {
  const { engagement, worker, period, toDate } = situation
  const { social } = law
  const calendar = calendarMonth(period.from)
  const free = engagement.status === 'free-contract'
  const born = worker.birthDate === undefined ? undefined : monthNumber(worker.birthDate)
  const beyond = (years: number) => born !== undefined && calendar.number > born + years * 12
  const contributions = law.contributionPlan({
    free,
    noAccident: beyond(social.accidentUntilAge),
    noUnemployment: beyond(social.unemploymentUntilAge),
    chamberOfLabour: engagement.chamberOfLabour,
    vienna: engagement.land === 'vienna',
    marginalLevy: engagement.marginalLevy,
  })
  const levies = law.levyPlan(
    {
      severanceFund: engagement.severanceFund === 'due',
      noFamilyFund: beyond(social.familyFundUntilAge),
      disabled: worker.disabled,
      chamberMember: engagement.chamberMember,
      land: engagement.land,
    },
    LAND_INDEX[engagement.land],
  )
  const days = insuranceDays(situation, calendar)
  // Special payments agreed or not decide the ceiling of free-service workers (ASVG § 45 (3)).
  const ceiling =
    free && engagement.specialPay === 'none'
      ? (social.freeContractCeiling * BigInt(days)) / 30n
      : social.dailyCeiling * BigInt(days)
  const year = toDate?.year?.of === calendar.year ? toDate.year : YEAR
  const specialRoom = social.specialCeiling - year.specialBase
  const byMonth = situation.pay !== 'part' || days === 30
  const weeks = viennaWeeks(situation, law, calendar)
  return {
    calendar,
    contributions,
    levies,
    free,
    days,
    ceiling,
    specialRoom: specialRoom < 0n ? 0n : specialRoom,
    factor: byMonth ? 12n : 360n,
    divisor: byMonth ? 1n : BigInt(days),
    month: monthSoFar(situation, calendar),
    year,
    viennaWeeks: weeks.count,
    viennaLastWeek: weeks.last,
    viennaLevy: social.viennaLevy * BigInt(weeks.count),
  }
}

/** A part of a month of its own stands alone; what is paid for the whole month is computed with what came before. */
function monthSoFar({ pay, engagement, toDate }: AustrianSituation, calendar: CalendarMonth): MonthTotals {
  const given = toDate?.month
  const alone = pay === 'part' || engagement.contract !== 'continuous'
  return given === undefined || given.of !== calendar.of || alone ? MONTH : given
}

/** Thirty for a whole month, else the calendar days of the employment, free days inside included. */
function insuranceDays({ pay, period, engagement }: AustrianSituation, calendar: CalendarMonth): number {
  if (engagement.insuranceDays !== undefined) return engagement.insuranceDays
  if (pay === 'ordinary' || pay === 'settlement' || pay === 'one-off') return 30
  const days = dayOfMonth(period.to) - dayOfMonth(period.from) + 1
  return days >= calendar.days || days > 30 ? 30 : days
}

const NO_WEEKS = Object.freeze({ count: 0, last: 0 })

/**
 * Started weeks of the Vienna levy. A week that began in the month before belongs to that month, unless the job began
 * within it; a week charged before is not charged again.
 */
function viennaWeeks(situation: AustrianSituation, { social }: Law, calendar: CalendarMonth) {
  const { engagement, worker, period, pay, toDate } = situation
  if (
    engagement.land !== 'vienna' ||
    engagement.status !== 'employee' ||
    engagement.hoursPerWeek <= social.viennaLevyHours ||
    worker.disabled ||
    pay === 'one-off' ||
    pay === 'holiday' ||
    (worker.birthDate !== undefined && reached(worker.birthDate, social.viennaLevyUntilAge, period.from))
  )
    return NO_WEEKS
  let first = calendar.firstWeek
  let last = calendar.lastWeek
  if (pay === 'part') {
    const from = calendar.firstDay + dayOfMonth(period.from) - 1
    const begun = engagement.contract === 'continuous' && from === calendar.firstDay
    first = begun ? calendar.firstWeek : weekOf(from)
    last = weekOf(calendar.firstDay + dayOfMonth(period.to) - 1)
  }
  if (toDate?.viennaWeek !== undefined) {
    const charged = weekOf(dayNumber(toDate.viennaWeek))
    if (charged >= first) first = charged + 1
  }
  return first > last ? NO_WEEKS : { count: last - first + 1, last }
}

/** Whether a birthday lies before a day. */
const reached = (birthDate: string, years: number, on: string): boolean =>
  `${Number(birthDate.slice(0, 4)) + years}${birthDate.slice(4)}` < on

/** Current and special part of a gross. */
export interface Split {
  readonly current: Minor
  readonly special: Minor
}

/** All-in pay holds two of fourteen monthly wages as special pay, rounded down so that it never exceeds the sixth. */
export function split({ pay, engagement }: AustrianSituation, gross: Minor): Split {
  if (pay === 'one-off') return { current: 0n, special: gross }
  if (engagement.specialPay !== 'included') return { current: gross, special: 0n }
  const special = gross / 7n
  return { current: gross - special, special }
}

/**
 * Whether the pay is marginal. Of a job of a month or longer the pay of a whole month counts, even where it began or
 * ended within the month; of a shorter one what is paid for it; of casual work the pay of the day (ASVG § 5 (2)).
 */
export function isMarginal(situation: AustrianSituation, law: Law, p: Prepared, base: Minor): boolean {
  const { engagement, pay } = situation
  const limit = law.social.marginalLimit
  if (engagement.marginal !== undefined) return engagement.marginal
  if (pay === 'one-off' || pay === 'holiday')
    return engagement.monthlyWage !== undefined && engagement.monthlyWage <= limit
  if (pay === 'part' && engagement.contract === 'continuous') return base * 30n <= limit * BigInt(p.days)
  return base <= limit
}

/** The table of current pay on a base, by the step of unemployment insurance the base reaches. */
export const currentTable = (law: Law, p: Prepared, base: Minor, marginal: boolean): BranchTable =>
  marginal ? p.contributions.marginal : (p.contributions.current[step(law, base)] as BranchTable)

export const specialTable = (law: Law, p: Prepared, base: Minor, marginal: boolean): BranchTable =>
  marginal ? p.contributions.marginalSpecial : (p.contributions.special[step(law, base)] as BranchTable)

function step({ social }: Law, base: Minor): number {
  const steps = social.unemploymentSteps
  let index = 0
  for (; index < steps.length - 1; index++) if (base <= (steps[index]?.upTo as Minor)) return index
  return index
}
