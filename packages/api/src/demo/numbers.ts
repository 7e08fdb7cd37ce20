import { digitsModulo } from '@samen/core/country'

/*
 * Parts of numbers that pass every check and belong to nobody: the countries' files put them together from serials,
 * banks, towns and ranges that are not given out. The country packages judge every number made here.
 */

export const pad = (value: number, digits: number): string => String(value).padStart(digits, '0')

/** IBAN of a country from its account part. */
export function ibanOf(country: string, account: string): string {
  const digits = [...`${account}${country}00`].map((sign) => parseInt(sign, 36)).join('')
  return `${country}${pad(98 - digitsModulo(digits, 97), 2)}${account}`
}

/** The digit that makes a number fit Luhn's rule. */
export function luhnDigit(body: string): number {
  let sum = 0
  for (const [index, digit] of [...body].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return (10 - (sum % 10)) % 10
}

/** Sum of the digits, each times its weight; the weights begin anew when they are used up. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (const [index, digit] of [...digits].entries())
    sum += Number(digit) * (weights[index % weights.length] as number)
  return sum
}

/** Counts how often each key was asked before: 0, 1, 2 … */
export function counter(): (key: string) => number {
  const counts = new Map<string, number>()
  return (key) => {
    const count = counts.get(key) ?? 0
    counts.set(key, count + 1)
    return count
  }
}

/** The first number from `start` on that `make` can use: some serials have no check digit. */
export function firstFit(
  start: number,
  make: (serial: number) => string | undefined,
): readonly [serial: number, made: string] {
  for (let serial = start; ; serial++) {
    const made = make(serial)
    if (made !== undefined) return [serial, made]
  }
}
