import type { MonthTotals, SwedishSituation, YearTotals } from './situation.ts'

const MONTH: MonthTotals = Object.freeze({ of: '', taxable: 0n, tax: 0n, charged: 0n })
const YEAR: YearTotals = Object.freeze({ of: '', pay: 0n, charged: 0n })

/** The totals so far of the month of payment; zero when those given belong to another month. */
export function monthSoFar({ toDate, paidOn }: SwedishSituation): MonthTotals {
  const given = toDate?.month
  return given !== undefined && paidOn.startsWith(given.of) ? given : MONTH
}

/** The totals so far of the year of payment. */
export function yearSoFar({ toDate, paidOn }: SwedishSituation): YearTotals {
  const given = toDate?.year
  return given !== undefined && paidOn.startsWith(given.of) ? given : YEAR
}

/** Full years of age on 1 January of a year of payment; one born on 1 January reaches the age that day, not before the year. */
export const ageAtYearStart = (birthDate: string, paidOn: string): number =>
  Number(paidOn.slice(0, 4)) - 1 - Number(birthDate.slice(0, 4))
