/**
 * Money and rates, exact.
 *
 * An amount is a `bigint` of minor units (cents, öre, fillér). A rate is a fraction of two bigints. Nothing here
 * ever becomes a binary floating-point number, and every operation that rounds names how.
 */

/** An amount in minor units of its currency: `250000n` EUR is 2 500.00 €. */
export type Minor = bigint

/** An exact fraction, for instance 13.07 % = 1307/10000. The denominator is positive. */
export interface Rate {
  readonly numerator: bigint
  readonly denominator: bigint
}

/**
 * How a result that falls between two minor units is rounded.
 * - `half-up`: to the nearest, a tie away from zero (the commercial rounding most statutes mean)
 * - `half-even`: to the nearest, a tie to the even neighbour
 * - `down`: towards zero · `up`: away from zero
 * - `floor`: towards minus infinity · `ceiling`: towards plus infinity
 */
export type Rounding = 'half-up' | 'half-even' | 'down' | 'up' | 'floor' | 'ceiling'

/** Rounds the exact quotient `numerator / denominator` to an integer. Throws a RangeError on a zero denominator. */
export function divide(numerator: bigint, denominator: bigint, rounding: Rounding = 'half-up'): bigint {
  if (denominator < 0n) return divide(-numerator, -denominator, rounding)
  const quotient = numerator / denominator
  const rest = numerator - quotient * denominator
  if (rest === 0n) return quotient
  const away = numerator < 0n ? quotient - 1n : quotient + 1n
  switch (rounding) {
    case 'half-up':
      return (rest < 0n ? -rest : rest) * 2n >= denominator ? away : quotient
    case 'half-even': {
      const twice = (rest < 0n ? -rest : rest) * 2n
      if (twice === denominator) return quotient % 2n === 0n ? quotient : away
      return twice > denominator ? away : quotient
    }
    case 'down':
      return quotient
    case 'up':
      return away
    case 'floor':
      return numerator < 0n ? away : quotient
    case 'ceiling':
      return numerator < 0n ? quotient : away
  }
}

/** `amount × rate`, rounded to the minor unit. The one way a rate is applied to money. */
export function multiply(amount: Minor, rate: Rate, rounding: Rounding = 'half-up'): Minor {
  return divide(amount * rate.numerator, rate.denominator, rounding)
}

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,15}))?$/

/**
 * A rate from its decimal notation: `rate('0.1307')` is 1307/10000.
 * Throws a RangeError when the text is not a plain decimal number.
 */
export function rate(decimal: string): Rate {
  const match = DECIMAL.exec(decimal)
  if (!match) throw new RangeError(`"${decimal}" is not a decimal number`)
  const [, sign, whole, fraction = ''] = match
  const numerator = BigInt(`${sign}${whole}${fraction}`)
  return Object.freeze({ numerator, denominator: 10n ** BigInt(fraction.length) })
}

/** A rate from a percentage: `percent('13.07')` is 1307/10000. */
export function percent(decimal: string): Rate {
  const { numerator, denominator } = rate(decimal)
  return Object.freeze({ numerator, denominator: denominator * 100n })
}

/** A rate from two integers: `fraction(1n, 3n)`. Throws a RangeError unless the denominator is positive. */
export function fraction(numerator: bigint, denominator: bigint): Rate {
  if (denominator <= 0n) throw new RangeError('a rate needs a positive denominator')
  return Object.freeze({ numerator, denominator })
}

/**
 * Rounds a rate to a number of decimals, for laws that round a coefficient before they apply it
 * (the French reduction's four decimals, the Belgian J/D fraction's two).
 */
export function roundRate(value: Rate, decimals: number, rounding: Rounding = 'half-up'): Rate {
  const scale = 10n ** BigInt(decimals)
  return { numerator: divide(value.numerator * scale, value.denominator, rounding), denominator: scale }
}

/** A rate as a plain decimal text with trailing zeros removed; beyond `decimals` places it is rounded half up. */
export function formatRate(value: Rate, decimals = 6): string {
  const { numerator, denominator } = roundRate(value, decimals)
  return trimZeros(formatScaled(numerator, denominator.toString().length - 1))
}

/** A rate in percent as plain decimal text: 1307/10000 is `"13.07"`. */
export function formatPercent(value: Rate, decimals = 6): string {
  return formatRate({ numerator: value.numerator * 100n, denominator: value.denominator }, decimals)
}

/** Currencies that books are kept or prices told in, and how many decimals their minor unit has (ISO 4217). */
export const CURRENCY_DECIMALS: Readonly<Record<string, number>> = Object.freeze(
  Object.fromEntries(
    ['AUD', 'CAD', 'CHF', 'CZK', 'DKK', 'EUR', 'GBP', 'HUF', 'NOK', 'PLN', 'RON', 'SEK', 'USD'].map(
      (currency) => [currency, 2],
    ),
  ),
)

/**
 * The smallest amount banks move where it is more than the minor unit: a forint has fillér on paper alone. Transfers are
 * multiples of it, and so is what an invoice asks for.
 */
const SMALLEST_TRANSFER: Readonly<Record<string, Minor>> = Object.freeze({ HUF: 100n })

/** The smallest amount of a currency that a bank moves, in minor units: a cent, an öre, a forint. */
export const smallestTransfer = (currency: string): Minor => SMALLEST_TRANSFER[currency] ?? 1n

/** Largest amount accepted anywhere: ten billion major units. Keeps every sum far inside `int8`. */
export const AMOUNT_MAX: Minor = 1_000_000_000_000n

/**
 * Minor units from decimal text in major units: `parseAmount('2500.5')` is `250050n`.
 * Throws a RangeError for anything but a plain decimal with at most `decimals` decimals within ±AMOUNT_MAX.
 */
export function parseAmount(text: string, decimals = 2): Minor {
  const match = DECIMAL.exec(text)
  if (!match) throw new RangeError('an amount is a decimal number such as 2500.00')
  const [, sign, whole, cents = ''] = match
  if (cents.length > decimals && /[1-9]/.test(cents.slice(decimals)))
    throw new RangeError(`an amount has at most ${decimals} decimals`)
  const minor = BigInt(`${sign}${whole}${cents.slice(0, decimals).padEnd(decimals, '0')}`)
  if (minor > AMOUNT_MAX || minor < -AMOUNT_MAX) throw new RangeError('an amount is at most 10 000 000 000')
  return minor
}

/** Decimal text in major units, always with all decimals: `250050n` is `"2500.50"`. Inverse of `parseAmount`. */
export function formatAmount(amount: Minor, decimals = 2): string {
  return formatScaled(amount, decimals)
}

/** A literal in major units for parameter tables and tests: `euro('4005')` is `400500n`. */
export const euro = (text: string): Minor => parseAmount(text, 2)

export const minimum = (a: bigint, b: bigint): bigint => (a < b ? a : b)
export const maximum = (a: bigint, b: bigint): bigint => (a > b ? a : b)

/** The part of `amount` that lies between two bounds: what a bracket or a contribution ceiling sees. */
export function slice(amount: Minor, from: Minor, to: Minor | undefined): Minor {
  const top = to === undefined ? amount : minimum(amount, to)
  return maximum(0n, top - from)
}

function formatScaled(value: bigint, decimals: number): string {
  if (decimals === 0) return value.toString()
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  const at = digits.length - decimals
  return `${value < 0n ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}`
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
