import type { Minor, Rate } from '../country/index.ts'
import type { AllocationRule } from './fund.ts'

/**
 * Splits an amount over shares that sum to one, exactly to the minor unit: each share is rounded towards zero, and the
 * cents left over go to the largest remainders, one each; among equal remainders `first` is served first, then the
 * order of the shares. A negative amount gives the negative of the split, so a credit note takes back what the invoice
 * gave.
 *
 * @param first index of the share that wins ties: the wage-guarantee fund's.
 * @throws RangeError when the shares do not sum to one or one of them is negative.
 */
export function allocate(amount: Minor, shares: readonly Rate[], first = 0): Minor[] {
  if (amount < 0n) return allocate(-amount, shares, first).map((part) => -part)
  const { numerators, denominator } = commonDenominator(shares)
  if (numerators.some((numerator) => numerator < 0n)) throw new RangeError('a share is not negative')
  if (numerators.reduce((sum, numerator) => sum + numerator, 0n) !== denominator)
    throw new RangeError('the shares do not sum to one')
  const parts = numerators.map((numerator) => (amount * numerator) / denominator)
  const left = Number(amount - parts.reduce((sum, part) => sum + part, 0n))
  const remainders = numerators.map((numerator, index) => ({
    index,
    remainder: (amount * numerator) % denominator,
  }))
  remainders.sort((a, b) => {
    if (a.remainder !== b.remainder) return a.remainder < b.remainder ? 1 : -1
    return Number(b.index === first) - Number(a.index === first) || a.index - b.index
  })
  for (const { index } of remainders.slice(0, left)) parts[index] = (parts[index] as Minor) + 1n
  return parts
}

/** The same shares over one denominator: how a rule is stored. Throws a RangeError when there is no share. */
export function commonDenominator(shares: readonly Rate[]): { numerators: bigint[]; denominator: bigint } {
  if (shares.length === 0) throw new RangeError('there is no share')
  const denominator = shares.reduce(
    (lcm, share) => (lcm / gcd(lcm, share.denominator)) * share.denominator,
    1n,
  )
  return {
    numerators: shares.map((share) => share.numerator * (denominator / share.denominator)),
    denominator,
  }
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** The rule in force for a currency on a day; undefined before the first. */
export function ruleOn(
  rules: readonly AllocationRule[],
  currency: string,
  day: string,
): AllocationRule | undefined {
  let found: AllocationRule | undefined
  for (const rule of rules)
    if (rule.currency === currency && rule.from <= day && (!found || rule.from > found.from)) found = rule
  return found
}
