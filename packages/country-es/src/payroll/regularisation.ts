import { type Minor, maximum, minimum } from '@samen/core/country'
import type { Tax } from '../parameters/index.ts'
import { type AnnualQuota, territoryApplies } from './annual-quota.ts'
import { inHundredths } from './hundredths.ts'
import type { SpanishSituation, YearTotals } from './situation.ts'

/** The rate of what is still to be paid in a year, in hundredths of a percent, and the mortgage's part in it. */
export interface Regularised {
  readonly rate: bigint
  readonly mortgage: Minor
}

/**
 * What is still due of the year over the pay still to come (RIRPF art. 87; AEAT, Algoritmo 2026, p. 34 to 37).
 * Where living or family changed for the dearer, or a mortgage began or ended, the limits of art. 87.5 do not hold.
 */
export function regularise(
  situation: SpanishSituation,
  tax: Tax,
  annual: AnnualQuota,
  pay: Minor,
  before: YearTotals,
  least: bigint,
): Regularised {
  const left = pay - before.pay
  const mortgage = mortgageOf(situation, tax, pay, left, before)
  if (left <= 0n) return { rate: 0n, mortgage }
  const now = territoryApplies(situation, tax)
  const was = before.inTerritory ?? now
  const percent = (inTerritory: boolean) => (inTerritory ? tax.territoryPercent : 100n)
  // In millionths of a euro, times the annual pay: no step is rounded before the rate is cut.
  const due =
    annual.quota * (before.pay * percent(was) + left * percent(now)) - (before.tax + mortgage) * 10_000n * pay
  const exact = due <= 0n ? 0n : due / (pay * left)
  const most = inHundredths(now && was ? tax.mostRateTerritory : tax.mostRate)
  const rate = maximum(least, minimum(exact, most))
  const unlimited =
    before.rate === undefined ||
    now !== was ||
    (before.family === 'sole-earner' && situation.worker.family === 'other') ||
    (mortgagedBefore(situation, before) !== situation.worker.mortgage && before.expectedPay === pay)
  return { rate: unlimited ? rate : maximum(least, limited(rate, annual, left, before)), mortgage }
}

/** RIRPF art. 87.5: a smaller difference raises no rate, and a greater one costs no more than it grew by. */
function limited(rate: bigint, { base, minimum: least }: AnnualQuota, left: Minor, before: YearTotals) {
  const difference = base - least
  const earlier = maximum(0n, before.difference)
  if (earlier >= difference) return minimum(rate, before.rate as bigint)
  const annualTax = before.tax + taxAt(left, rate)
  const mostTax = before.annualTax + difference - earlier
  if (annualTax <= mostTax) return rate
  const rest = mostTax - before.tax
  return rest <= 0n ? 0n : (rest * 10_000n) / left
}

/** A rate of a pay, half up. */
export const taxAt = (pay: Minor, rate: bigint): Minor => (pay * rate + 5_000n) / 10_000n

/** What a mortgage takes off when the rate is first computed: two percent of the year's pay, cut to the cent. */
export const firstMortgage = ({ worker }: SpanishSituation, tax: Tax, pay: Minor): Minor =>
  worker.mortgage && pay < tax.mortgageBelow ? (pay * tax.mortgagePercent) / 100n : 0n

const mortgagedBefore = ({ worker }: SpanishSituation, { mortgaged }: YearTotals): boolean =>
  mortgaged ?? worker.mortgage

/** What a mortgage took off before; of the annual pay foreseen then where it was not noted. */
export const earlierMortgage = (situation: SpanishSituation, tax: Tax, before: YearTotals): Minor =>
  before.mortgage ?? firstMortgage(situation, tax, before.expectedPay)

/** The same at a regularisation: only pay still to come counts for a mortgage that began or ended. */
function mortgageOf(
  situation: SpanishSituation,
  tax: Tax,
  pay: Minor,
  left: Minor,
  before: YearTotals,
): Minor {
  const earlier = earlierMortgage(situation, tax, before)
  const changed = (from: Minor, change: Minor) =>
    maximum(0n, (from * 100n + change * tax.mortgagePercent) / 100n)
  const rest = maximum(0n, left)
  if (!situation.worker.mortgage)
    return mortgagedBefore(situation, before) ? changed(earlier, -rest) : earlier
  if (pay >= tax.mortgageBelow) return 0n
  const amount = earlier === 0n ? changed(0n, rest) : changed(earlier, pay - before.expectedPay)
  return minimum(amount, (tax.mortgageBelow * tax.mortgagePercent) / 100n)
}
