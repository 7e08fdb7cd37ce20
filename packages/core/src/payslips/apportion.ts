import type { Minor } from '../country/index.ts'

/**
 * Splits an amount by weights so that the parts sum to it exactly: each part is rounded down, and the cents left over go
 * to the largest remainders, the earlier first among equals. Throws a RangeError for a negative amount or weight, or
 * weights that are all zero.
 */
export function apportion(amount: Minor, weights: readonly bigint[]): Minor[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  if (amount < 0n || whole <= 0n || weights.some((weight) => weight < 0n))
    throw new RangeError('an amount is split by weights of zero or more, at least one above zero')
  const parts = weights.map((weight) => (amount * weight) / whole)
  let left = Number(amount - parts.reduce((sum, part) => sum + part, 0n))
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (amount * weight) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  for (const { index } of byRemainder) {
    if (left-- <= 0) break
    parts[index] = (parts[index] as Minor) + 1n
  }
  return parts
}

/**
 * The parts of an amount for fractions that together are at most one; what they leave of the whole is in no part.
 * Throws a RangeError when they exceed one.
 */
export function apportionShares(
  amount: Minor,
  shares: readonly { readonly numerator: bigint; readonly denominator: bigint }[],
): Minor[] {
  const common = shares.reduce((lcm, { denominator }) => (lcm / gcd(lcm, denominator)) * denominator, 1n)
  const weights = shares.map(({ numerator, denominator }) => numerator * (common / denominator))
  const rest = common - weights.reduce((sum, weight) => sum + weight, 0n)
  if (rest < 0n) throw new RangeError('the shares of a contract exceed the whole')
  return apportion(amount, [...weights, rest]).slice(0, -1)
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}
