import { divide } from '../country/index.ts'

/** Decimal text as a bigint of ten decimals: the most the model takes, so nothing is lost. */
export const SCALE = 10_000_000_000n

export function scaled(text: string): bigint {
  const point = text.indexOf('.')
  if (point < 0) return BigInt(text) * SCALE
  return BigInt(text.slice(0, point) + text.slice(point + 1).padEnd(10, '0'))
}

/** Absent is nothing. */
export const scaledOr0 = (text: string | undefined): bigint => (text === undefined ? 0n : scaled(text))

/** To two decimals as XPath's `round` does, a tie upwards: how the published rules compare sums. */
export const cents = (value: bigint): bigint => {
  const unit = SCALE / 100n
  return divide(value + unit / 2n, unit, 'floor')
}

/** The exact product of two scaled numbers, scaled, a rest below ten decimals rounded half up. */
export const times = (a: bigint, b: bigint): bigint => divide(a * b, SCALE)

export const decimalsOf = (text: string): number => {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

/** Of a scaled number, without zeros at the end: for sentences. */
export function plain(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(11, '0')
  const text = `${digits.slice(0, -10)}.${digits.slice(-10)}`.replace(/0+$/, '').replace(/\.$/, '')
  return value < 0n ? `-${text}` : text
}
