import { lawDay } from './law.ts'
import type { HungarianSituation, MonthTotals, YearTotals } from './situation.ts'

const MONTH: MonthTotals = Object.freeze({
  of: '',
  general: 0n,
  under25: 0n,
  personal: 0n,
  firstMarriage: 0n,
  family: 0n,
  familyContribution: 0n,
  floor: 0n,
  base: 0n,
  topUp: 0n,
  socialBase: 0n,
  relieved: 0n,
  mandate: 0n,
  mandateFloor: 0n,
  mandateCharged: 0n,
})
const YEAR: YearTotals = Object.freeze({ of: '', ekho: 0n })

/** The totals so far of the month the pay belongs to; zero when those given belong to another month. */
export function monthSoFar(situation: HungarianSituation): MonthTotals {
  const given = situation.toDate?.month
  return given !== undefined && lawDay(situation).startsWith(given.of) ? given : MONTH
}

/** The totals so far of the year the pay belongs to. */
export function yearSoFar(situation: HungarianSituation): YearTotals {
  const given = situation.toDate?.year
  return given !== undefined && lawDay(situation).startsWith(given.of) ? given : YEAR
}
