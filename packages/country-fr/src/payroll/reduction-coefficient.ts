import type { Minor, Rate } from '@samen/core/country'
import type { ReductionFormula } from '../parameters/index.ts'

/** Unit of the reference minimum wage: 1/1200 of a cent, in which 1820/12 hours of it are a whole number. */
export const MINIMUM_WAGE_UNIT = 1200n

/**
 * The coefficient of the general reduction, in ten-thousandths, rounded half up as the decree says.
 *
 * The coefficient falls as pay rises against the minimum wage, so for each of its values there is a largest ratio
 * pay / minimum wage at which it is still reached. Those limits are exact integers fractions (the power of 7/4 is
 * inverted with integer roots of 60 binary places) and made once, on first use; a coefficient is found by comparing with
 * its two neighbours. A binary fraction only proposes where to start looking, it never decides.
 */
export interface Coefficient {
  /** For pay in cents and a minimum wage in `MINIMUM_WAGE_UNIT`s. */
  readonly of: (pay: Minor, minimumWage: bigint) => bigint
  readonly highest: bigint
  /** Largest ratio pay / minimum wage that reaches a coefficient of `value`. */
  readonly limit: (value: number) => Limit
  readonly lowest: number
}

/** A ratio as integers. */
export interface Limit {
  readonly numerator: bigint
  readonly denominator: bigint
}

export function coefficient(formula: ReductionFormula, raise?: Rate): Coefficient {
  const law = formula.kind === 'single' ? single(formula, raise) : thirtyTwo(formula, raise)
  const limits: Limit[] = []
  const limit = (value: number): Limit => {
    limits[value] ??= law.limit(BigInt(value))
    return limits[value] as Limit
  }
  const { lowest } = law
  const highest = Number(law.highest)
  return {
    lowest,
    limit,
    highest: law.highest,
    of(pay, minimumWage) {
      if (pay <= 0n || minimumWage <= 0n) return 0n
      const scaled = pay * MINIMUM_WAGE_UNIT
      const beyond = law.end.numerator * minimumWage
      if (law.end.open ? scaled * law.end.denominator >= beyond : scaled * law.end.denominator > beyond)
        return 0n
      let value = law.propose(Number(scaled) / Number(minimumWage))
      if (!(value >= lowest)) value = lowest
      if (value > highest) value = highest
      while (value < highest && reaches(scaled, minimumWage, limit(value + 1))) value++
      while (value > lowest && !reaches(scaled, minimumWage, limit(value))) value--
      return BigInt(value)
    },
  }
}

/** A formula whose maximum is lower by some ten-thousandths. */
export function lowered(formula: ReductionFormula, by: bigint): ReductionFormula {
  if (by === 0n) return formula
  return formula.kind === 'single'
    ? { ...formula, delta: formula.delta - by }
    : { ...formula, maximum: formula.maximum - by }
}

const reaches = (scaled: bigint, minimumWage: bigint, limit: Limit) =>
  scaled * limit.denominator <= limit.numerator * minimumWage

interface Formula {
  readonly highest: bigint
  readonly lowest: number
  /** Ratio from which there is no reduction; `open`: at it already. */
  readonly end: Limit & { readonly open: boolean }
  readonly limit: (value: bigint) => Limit
  readonly propose: (ratio: number) => number
}

/** RGDU: `round4(min(raise × (minimum + delta × x^1.75), minimum + delta))` with `x = ½ (3 / ratio − 1)`, below ratio 3. */
function single(
  { minimum, delta }: Extract<ReductionFormula, { kind: 'single' }>,
  raise: Rate = { numerator: 1n, denominator: 1n },
): Formula {
  const { numerator: up, denominator: down } = raise
  const lowest = (2n * minimum * up + down) / (2n * down)
  const factor = Number(up) / Number(down)
  return {
    highest: minimum + delta,
    lowest: Number(lowest),
    end: { numerator: 3n, denominator: 1n, open: true },
    limit(value) {
      // raise × (minimum + delta × q) = value − ½, solved for q = x^(7/4)
      const numerator = (2n * value - 1n) * down - 2n * minimum * up
      if (numerator <= 0n) return { numerator: 3n, denominator: 1n }
      const x = powerFourSevenths(numerator, 2n * delta * up)
      return { numerator: (3n * ONE * ONE) / (ONE + 2n * x), denominator: ONE }
    },
    propose: (ratio) =>
      Math.round(factor * (Number(minimum) + Number(delta) * (Math.max(0, 3 / ratio - 1) / 2) ** 1.75)),
  }
}

/** Until 2025: `round4(min(raise × maximum / 0.6 × (1.6 / ratio − 1), maximum))`, up to ratio 1.6. */
function thirtyTwo(
  { maximum }: Extract<ReductionFormula, { kind: 'thirty-two' }>,
  raise: Rate = { numerator: 1n, denominator: 1n },
): Formula {
  const { numerator: up, denominator: down } = raise
  const factor = Number(up) / Number(down)
  return {
    highest: maximum,
    lowest: 0,
    end: { numerator: 16n, denominator: 10n, open: false },
    limit(value) {
      // raise × maximum × (16 / ratio − 10) / 6 = value − ½, solved for ratio
      const share = (2n * value - 1n) * 3n * down
      if (share <= 0n) return { numerator: 16n, denominator: 10n }
      return { numerator: 16n * maximum * up, denominator: 10n * maximum * up + share }
    },
    propose: (ratio) => Math.round((factor * Number(maximum) * (1.6 / ratio - 1)) / 0.6),
  }
}

const BITS = 60n
const ONE = 1n << BITS

/** `(numerator / denominator) ^ (4/7)` in units of 2^-60, rounded down. */
function powerFourSevenths(numerator: bigint, denominator: bigint): bigint {
  return seventhRoot(((numerator ** 4n) << (7n * BITS)) / denominator ** 4n)
}

/** Largest integer whose seventh power does not exceed `value`, by Newton's method from above. */
function seventhRoot(value: bigint): bigint {
  if (value === 0n) return 0n
  let root = 1n << (BigInt(value.toString(2).length) / 7n + 1n)
  for (;;) {
    const next = (6n * root + value / root ** 6n) / 7n
    if (next >= root) return root
    root = next
  }
}
