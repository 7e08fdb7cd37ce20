import type { Minor, Why } from '@samen/core/country'
import type { BonusPart, WorkBonusTable } from '../parameters/work-bonus.ts'
import { roundedShare } from './arithmetic.ts'
import type { MonthTotals, YearTotals } from './to-date.ts'

/** Work done and due in a month, in hundredths of days and hours. */
export interface Performance {
  readonly partTime: boolean
  /** J and H: paid days and hours of the month so far, this pay included. */
  readonly days: bigint
  readonly hours: bigint
  /** D and U: days and hours of a full-timer in the month. */
  readonly normalDays: bigint
  readonly normalHours: bigint
}

/** Work bonus of the month so far, this pay included. */
export interface WorkBonus {
  readonly a: Minor
  readonly b: Minor
  /** S: the month's wage as if worked full-time and in full. */
  readonly reference: Minor
  /** Share of a full month worked, in hundredths, at most 100. */
  readonly fraction: bigint
}

/**
 * Work bonus on all wages and days of the month so far, so that the last payment of the month brings it to what the law
 * grants on the whole month. Limited to the personal contribution and to the yearly cap; part B gives way first.
 */
export function workBonus(
  wages: Minor,
  contribution: Minor,
  performance: Performance,
  month: MonthTotals,
  year: YearTotals,
  table: WorkBonusTable,
): WorkBonus | undefined {
  const [worked, due] = performance.partTime
    ? [performance.hours, performance.normalHours]
    : [performance.days, performance.normalDays]
  if (worked === 0n || due === 0n) return undefined
  const complete = !performance.partTime && worked >= due
  const reference = complete ? wages : roundedShare(roundedShare(wages, 100n, worked), due, 100n)
  const fraction = worked >= due ? 100n : roundedShare(worked, 100n, due)
  let a = roundedShare(fullAmount(reference, table.a), fraction, 100n)
  let b = roundedShare(fullAmount(reference, table.b), fraction, 100n)
  const grantedBefore = year.bonus - month.bonusA - month.bonusB
  const leftOfYear = table.yearlyCap - grantedBefore
  const limit = leftOfYear < contribution ? leftOfYear : contribution
  if (a + b > limit) {
    if (a > limit) a = limit < 0n ? 0n : limit
    b = limit - a < 0n ? 0n : limit - a
  }
  return { a, b, reference, fraction }
}

function fullAmount(reference: Minor, part: BonusPart): Minor {
  if (reference <= part.floor) return part.maximum
  if (reference > part.top) return 0n
  // The product is not rounded apart: R = maximum − slope × (S − floor), rounded once (127.54 − 0.2739 × 50.00 = 113.85).
  const scaled = part.maximum * part.slope.denominator - (reference - part.floor) * part.slope.numerator
  return scaled <= 0n ? 0n : roundedShare(scaled, 1n, part.slope.denominator)
}

/** Why a part of the work bonus has its amount. */
export const workBonusWhy = (
  rule: string,
  bonus: WorkBonus,
  part: BonusPart,
  soFar: Minor,
  before: Minor,
): Why => ({
  rule,
  source: 'Act of 20 December 1999, art. 2; Royal Decree of 17 January 2000, art. 2',
  inputs: {
    reference: bonus.reference,
    maximum: part.maximum,
    floor: part.floor,
    top: part.top,
    slope: { numerator: part.slope.numerator, denominator: part.slope.denominator },
    fraction: { numerator: bonus.fraction, denominator: 100n },
    month: soFar,
    before,
  },
})
