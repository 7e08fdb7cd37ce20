import type { Minor, Rate } from '@samen/core/country'

const FORINT = 100n

/** A rate of an amount in whole forints, half up: what every line of the monthly return states. Not for negative amounts. */
export function wholeForints(amount: Minor, { numerator, denominator }: Rate): Minor {
  const unit = denominator * FORINT
  return ((amount * numerator * 2n + unit) / (unit * 2n)) * FORINT
}

/** The next whole forint not below a rate of an amount: how minimum pay is derived. */
export function forintsUp(amount: Minor, { numerator, denominator }: Rate): Minor {
  const unit = denominator * FORINT
  return ((amount * numerator + unit - 1n) / unit) * FORINT
}

/** A rate of an amount, to the nearest hundred forints. */
export function nearestHundred(amount: Minor, { numerator, denominator }: Rate): Minor {
  const unit = denominator * FORINT * 100n
  return ((amount * numerator * 2n + unit) / (unit * 2n)) * FORINT * 100n
}
