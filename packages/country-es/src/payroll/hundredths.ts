import type { Rate } from '@samen/core/country'

/** A rate in hundredths of a percent, as the withholding algorithm counts. */
export const inHundredths = ({ numerator, denominator }: Rate): bigint => (numerator * 10_000n) / denominator

const rates: Rate[] = []

/** The rate of hundredths of a percent, made as they are met. */
export function rateOf(hundredths: bigint): Rate {
  const index = Number(hundredths)
  let made = rates[index]
  if (made === undefined) {
    made = Object.freeze({ numerator: hundredths, denominator: 10_000n })
    rates[index] = made
  }
  return made
}
