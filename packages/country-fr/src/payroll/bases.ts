import { type Minor, maximum } from '@samen/core/country'
import type { Prepared } from './prepare.ts'

/** What a line's rate is applied to. */
export const BASE = {
  pay: 0,
  capped: 1,
  pensionT1: 2,
  pensionT2: 3,
  technical: 4,
  unemployment: 5,
  apec: 6,
  gross: 7,
  raisedPay: 8,
  raisedCapped: 9,
  sicknessSupplement: 10,
  familySupplement: 11,
  deathCover: 12,
} as const
export type BaseIndex = (typeof BASE)[keyof typeof BASE]

/** All bases of one gross, by `BASE`. */
export type Bases = readonly [
  Minor,
  Minor,
  Minor,
  Minor,
  Minor,
  Minor,
  Minor,
  Minor,
  Minor,
  Minor,
  Minor,
  Minor,
  Minor,
]

const least = (a: bigint, b: bigint) => (a < b ? a : b)

/**
 * The bases of a gross. With running totals each base is that of the year so far less what was charged before, so that
 * ceilings not used in one month serve another (CSS R243-10); it can then be negative.
 */
export function basesOf(p: Prepared, gross: Minor): Bases {
  const pay = p.deductionPercent === 0n ? gross : payAfterDeduction(p, gross)
  const { before } = p
  const payToDate = before.pay + pay
  const minimumWage = minimumWageToDate(p, pay)

  const capped = p.cappedApart
    ? least(pay, p.ceiling)
    : least(payToDate, before.ceiling + p.ceiling) - before.capped

  let pensionT1 = capped
  const pensionCeiling = before.pensionCeiling + p.pensionCeiling
  if (p.pensionApart) pensionT1 = least(payToDate, pensionCeiling) - before.pensionT1
  const above = payToDate > pensionCeiling
  const pensionT2 = (above ? least(payToDate, 8n * pensionCeiling) - pensionCeiling : 0n) - before.pensionT2
  const technical = (above ? least(payToDate, 8n * pensionCeiling) : 0n) - before.technical
  const four = 4n * pensionCeiling
  const unemployment = least(before.gross + gross, four) - before.unemployment
  const apec =
    p.deductionPercent === 0n && before.gross === before.pay
      ? unemployment
      : least(payToDate, four) - least(before.pay, 4n * before.pensionCeiling)

  const { sicknessThreshold, familyThreshold } = p
  return [
    pay,
    capped,
    pensionT1,
    pensionT2,
    technical,
    unemployment,
    apec,
    gross,
    p.raised ? raise(pay, p.raiseBy) : pay,
    p.raised ? raise(capped, p.raiseBy) : capped,
    sicknessThreshold === 0n
      ? 0n
      : (payToDate * 120_000n > sicknessThreshold * minimumWage ? payToDate : 0n) - before.sicknessSupplement,
    familyThreshold === 0n
      ? 0n
      : (payToDate * 120_000n > familyThreshold * minimumWage ? payToDate : 0n) - before.familySupplement,
    deathCoverBase(p, payToDate),
  ]
}

/** Pay up to a ceiling that part time does not lower. */
function deathCoverBase({ before, wholeCeiling, weeklyHours }: Prepared, payToDate: Minor): Minor {
  const whole = weeklyHours === 3500n ? before.ceiling : (before.ceiling * 3500n) / weeklyHours
  return least(payToDate, whole + wholeCeiling) - least(before.pay, whole)
}

/** Reference minimum wage of this pay, in 1/1200 cent: fixed by hours, or for a CESA by the pay itself up to a full month. */
export const minimumWageOf = (p: Prepared, pay: Minor): bigint =>
  p.minimumWageByPay && pay * 1200n < p.minimumWage ? pay * 1200n : p.minimumWage

const minimumWageToDate = (p: Prepared, pay: Minor): bigint => p.before.minimumWage + minimumWageOf(p, pay)

/** Gross less the specific deduction, within its yearly maximum and never below the minimum wage as published, to the cent. */
function payAfterDeduction(p: Prepared, gross: Minor): Minor {
  const deduction = least((gross * p.deductionPercent + 50n) / 100n, p.deductionLeft)
  const floor = least(gross, (p.minimumWage + 600n) / 1200n)
  return maximum(floor, gross - deduction)
}

/** `amount × (1 + by / 100 000)` to the cent. */
const raise = (amount: Minor, by: bigint): Minor => applied(amount, 100_000n + by)

/** `amount × rate` for a rate in hundred-thousandths, half up to the cent, a tie away from zero. */
export function applied(amount: Minor, rate: bigint): Minor {
  const exact = amount * rate
  return exact >= 0n ? (exact + 50_000n) / 100_000n : (exact - 50_000n) / 100_000n
}
