import { daysInMonth, type Minor, maximum, minimum } from '@samen/core/country'
import { wholeForints } from './forints.ts'
import { type Law, lawDay } from './law.ts'
import { monthSoFar, yearSoFar } from './running-totals.ts'
import { type HungarianSituation, isMandate, type MonthTotals } from './situation.ts'

/** What a gross is divided into, and what the employer owes on top of it. */
export interface Charges {
  /** Part charged by the general rules, and part charged with ekho. */
  readonly general: Minor
  readonly ekho: Minor
  /** The general part less the costs of a mandate. */
  readonly income: Minor
  /** Neither contribution nor social contribution tax: a pensioner, or insured elsewhere. */
  readonly free: boolean
  /** Least contribution base of the month so far with this pay. */
  readonly floor: Minor
  readonly missing: Minor
  readonly topUp: Minor
  readonly socialBase: Minor
  readonly social: Minor
  readonly relief: 'whole' | 'half' | undefined
  readonly relieved: Minor
  readonly reliefAmount: Minor
  readonly ekhoPayer: Minor
  /** Days and lump sum of simplified employment. */
  readonly days: number
  readonly dayCharge: Minor
}

export function chargesOf(situation: HungarianSituation, law: Law, gross: Minor): Charges {
  const { status } = situation.engagement
  if (status === 'casual' || status === 'seasonal' || status === 'film-extra') {
    const days = simplifiedDays(situation)
    return { ...NOTHING, days, dayCharge: law.dayCharge[status] * BigInt(days) }
  }
  const month = monthSoFar(situation)
  const ekho = ekhoPart(situation, law, month, gross)
  return chargesOn(situation, law, month, gross - ekho, ekho, incomeOf(situation, law, gross - ekho))
}

/** The same for an income whose costs are off already: a single step of the law is asked on it. */
export const chargesOnIncome = (situation: HungarianSituation, law: Law, income: Minor): Charges =>
  chargesOn(situation, law, monthSoFar(situation), income, 0n, income)

function chargesOn(
  situation: HungarianSituation,
  law: Law,
  month: MonthTotals,
  general: Minor,
  ekho: Minor,
  income: Minor,
): Charges {
  const { worker, engagement } = situation
  const { rules } = law
  const free = worker.pensioner || worker.socialSecurity === 'elsewhere'
  const ekhoPayer =
    ekho === 0n || (free && !rules.ekhoPayerReduced) ? 0n : wholeForints(ekho, rules.ekhoPayer)
  if (free) return { ...NOTHING, general, ekho, income, free, floor: month.floor, ekhoPayer }

  let floor = month.floor
  let missing = 0n
  let topUp = 0n
  let socialBase = income
  if (engagement.status !== 'mandate') {
    const base = month.base + income
    floor = minimum(law.floor, month.floor + floorOf(situation, law))
    missing = maximum(0n, floor - base)
    topUp = (missing === 0n ? 0n : wholeForints(missing, rules.socialSecurity)) - month.topUp
    socialBase = maximum(0n, maximum(base, floor) - month.socialBase)
  }
  const relief = engagement.relief === undefined ? undefined : reliefOf(situation, law)
  const relieved =
    relief === undefined ? 0n : minimum(socialBase, maximum(0n, rules.minimumWage.month - month.relieved))
  return {
    general,
    ekho,
    income,
    free,
    floor,
    missing,
    topUp,
    socialBase,
    social: wholeForints(socialBase, rules.socialTax),
    relief,
    relieved,
    reliefAmount:
      relieved === 0n ? 0n : wholeForints(relieved, relief === 'half' ? law.halfSocialTax : rules.socialTax),
    ekhoPayer,
    days: 0,
    dayCharge: 0n,
  }
}

/** Employer cost of a gross, without building lines. */
export function employerCost(situation: HungarianSituation, law: Law, gross: Minor): Minor {
  const c = chargesOf(situation, law, gross)
  return gross + c.topUp + c.social - c.reliefAmount + c.ekhoPayer + c.dayCharge
}

/** The part above the minimum wage of the month, up to the ceiling of the year. */
function ekhoPart(situation: HungarianSituation, law: Law, month: MonthTotals, gross: Minor): Minor {
  const { engagement } = situation
  if (!engagement.ekho) return 0n
  const room = maximum(0n, law.rules.ekhoCeiling - yearSoFar(situation).ekho)
  if (isEkhoBasisElsewhere(situation)) return minimum(gross, room)
  const isGuaranteed = engagement.qualification === 'secondary' && law.rules.ekhoAboveGuaranteed
  const wage = isGuaranteed ? law.rules.guaranteedMinimum : law.rules.minimumWage
  return minimum(maximum(0n, gross - maximum(0n, wage.month - month.general)), room)
}

function isEkhoBasisElsewhere({ worker, engagement }: HungarianSituation): boolean {
  if (engagement.ekhoBasis !== undefined) return engagement.ekhoBasis === 'elsewhere'
  return worker.pensioner || worker.socialSecurity === 'elsewhere' || isMandate(engagement.status)
}

function incomeOf({ engagement }: HungarianSituation, { rules }: Law, general: Minor): Minor {
  if (!isMandate(engagement.status)) return general
  if (engagement.costs === undefined) return general - wholeForints(general, rules.costShare)
  return general - minimum(engagement.costs, wholeForints(general, rules.costsMost))
}

/** Least base of this pay’s days: the whole for a month, a thirtieth a calendar day for part of one. */
export function floorOf(situation: HungarianSituation, law: Law): Minor {
  const { engagement, pay } = situation
  if (!engagement.minimumBase || pay === 'one-off' || pay === 'holiday') return 0n
  if (engagement.ekho && isEkhoBasisElsewhere(situation)) return 0n
  const days = engagement.insuredDays ?? daysOf(situation)
  return days >= DAYS_OF_MONTH || days === daysOfMonth(situation)
    ? law.floor
    : (law.floor * BigInt(days)) / BigInt(DAYS_OF_MONTH)
}

/** The law counts a month as thirty days. */
const DAYS_OF_MONTH = 30

export const isWholeMonth = (situation: HungarianSituation): boolean =>
  daysOf(situation) === daysOfMonth(situation)

const daysOfMonth = ({ period }: HungarianSituation): number =>
  daysInMonth(Number(period.from.slice(0, 4)), Number(period.from.slice(5, 7)))

/** Days the lump sum is due for; leave and one-off payments have none of their own. */
export function simplifiedDays(situation: HungarianSituation): number {
  const { engagement, pay } = situation
  if (engagement.days !== undefined) return engagement.days
  return pay === 'one-off' || pay === 'holiday' ? 0 : daysOf(situation)
}

const daysOf = ({ period }: HungarianSituation): number =>
  Number(period.to.slice(8)) - Number(period.from.slice(8)) + 1

function reliefOf(situation: HungarianSituation, { rules }: Law): 'whole' | 'half' | undefined {
  const { relief } = situation.engagement
  if (relief === undefined || situation.engagement.status !== 'employee') return undefined
  if (relief.kind === 'unskilled' || relief.kind === 'agricultural') return 'half'
  const day = lawDay(situation)
  const month = relief.since === undefined ? 1 : monthNumber(day) - monthNumber(relief.since) + 1
  const [whole, half] =
    relief.kind === 'entrant'
      ? [rules.reliefFullMonths, rules.reliefHalfMonths]
      : [rules.motherReliefFullMonths, rules.motherReliefHalfMonths]
  if (month < 1 || month > whole + half) return undefined
  return month <= whole ? 'whole' : 'half'
}

/** Months since the year 0, to count months between two days. */
export const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

const NOTHING = {
  general: 0n,
  ekho: 0n,
  income: 0n,
  free: true,
  floor: 0n,
  missing: 0n,
  topUp: 0n,
  socialBase: 0n,
  social: 0n,
  relief: undefined,
  relieved: 0n,
  reliefAmount: 0n,
  ekhoPayer: 0n,
  days: 0,
  dayCharge: 0n,
} as const
