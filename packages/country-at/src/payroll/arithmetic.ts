import type { Minor, Rate } from '@samen/core/country'

/** `base × hundredths of a percent`, half up to the cent; for amounts that are not negative. */
export const share = (base: Minor, hundredths: bigint): Minor => (base * hundredths + 5_000n) / 10_000n

/** `amount × numerator / denominator`, half up; for amounts that are not negative. */
export const part = (amount: Minor, numerator: bigint, denominator: bigint): Minor =>
  (amount * numerator * 2n + denominator) / (denominator * 2n)

/** A rate as whole hundredths of a percent. Throws a RangeError for a finer one. */
export function hundredths({ numerator, denominator }: Rate): bigint {
  const scaled = numerator * 10_000n
  if (scaled % denominator !== 0n) throw new RangeError('contribution rates have at most two decimals')
  return scaled / denominator
}

export const rateOf = (hundredthsOfPercent: bigint): Rate =>
  Object.freeze({ numerator: hundredthsOfPercent, denominator: 10_000n })

export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)
export const notNegative = (amount: bigint): bigint => (amount < 0n ? 0n : amount)
