import type { MonthTotals, SpanishSituation, YearTotals } from './situation.ts'

const MONTH: MonthTotals = Object.freeze({
  of: '',
  pay: 0n,
  days: 0,
  commonBase: 0n,
  professionalBase: 0n,
  solidarity: 0n,
  employerSolidarity: 0n,
})
const YEAR: YearTotals = Object.freeze({
  of: '',
  pay: 0n,
  tax: 0n,
  contributions: 0n,
  expectedPay: 0n,
  expectedContributions: 0n,
  difference: 0n,
  annualTax: 0n,
  artistPay: 0n,
  artistCommonBase: 0n,
  artistProfessionalBase: 0n,
  artistSolidarity: 0n,
})

/** The totals so far of the month worked; zero when those given belong to another month. */
export function monthSoFar({ toDate, period }: SpanishSituation): MonthTotals {
  const given = toDate?.month
  return given !== undefined && period.from.startsWith(given.of) ? given : MONTH
}

/** The totals so far of the year of payment. */
export function yearSoFar({ toDate, paidOn }: SpanishSituation): YearTotals {
  const given = toDate?.year
  return given !== undefined && paidOn.startsWith(given.of) ? given : YEAR
}
