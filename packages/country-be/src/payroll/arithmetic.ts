import type { Minor, Rate } from '@samen/core/country'

/** `amount × numerator / denominator`, half up; for amounts that are not negative, where it is the commercial rounding. */
export const roundedShare = (amount: Minor, numerator: bigint, denominator: bigint): Minor =>
  (amount * numerator * 2n + denominator) / (denominator * 2n)

/** A rate applied to an amount that is not negative, half up to the cent. */
export const portion = (amount: Minor, rate: Rate): Minor =>
  (amount * rate.numerator * 2n + rate.denominator) / (rate.denominator * 2n)

/** The sum of two rates of the same denominator, such as two percentages with two decimals. */
export function sum(a: Rate, b: Rate): Rate {
  if (a.denominator !== b.denominator) throw new RangeError('rates of different precision are not added here')
  return Object.freeze({ numerator: a.numerator + b.numerator, denominator: a.denominator })
}
