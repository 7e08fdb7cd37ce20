/** An amount as the server writes it: decimal text in major units. */
export type Amount = string

/** Exact minor units of an amount with at most two decimals. */
export function minor(amount: Amount): bigint {
  const negative = amount.startsWith('-')
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.')
  const value = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0').slice(0, 2))
  return negative ? -value : value
}

export function major(value: bigint): Amount {
  const absolute = value < 0n ? -value : value
  return `${value < 0n ? '-' : ''}${absolute / 100n}.${String(absolute % 100n).padStart(2, '0')}`
}

export const sum = (amounts: readonly Amount[]): Amount =>
  major(amounts.reduce((total, amount) => total + minor(amount), 0n))
export const negated = (amount: Amount): Amount => major(-minor(amount))
export const isZero = (amount: Amount): boolean => minor(amount) === 0n

/** For lengths on the screen only, never for an amount that is shown. */
export const size = (amount: Amount): number => Math.abs(Number(amount))

/**
 * What a person typed as an amount: any grouping, comma or point for decimals (`1.250,50`, `1 250.5`, `1250 Ft`).
 * Undefined where it is not one, or has more than two decimals.
 */
export function typedAmount(text: string): Amount | undefined {
  const compact = text.replace(/[\s\u00a0\u202f'’€]|Ft|kr/gi, '')
  const match = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(compact)
  if (!match?.[1]) return undefined
  const whole = match[1].replace(/[.,]/g, '').replace(/^0+(?=\d)/, '')
  if (whole.length > 9) return undefined
  return `${whole}.${(match[2] ?? '').padEnd(2, '0')}`
}

/** The same with a minus before what is taken back. */
export function typedSigned(text: string): Amount | undefined {
  const amount = typedAmount(text.replace(/^\s*[-−]/, ''))
  return amount && /^\s*[-−]/.test(text) ? negated(amount) : amount
}
