/** A percentage as people type it, exact: millionths of a percent. Undefined where it is not one. */
export function typedPercent(text: string): bigint | undefined {
  const match = /^(\d{1,3})(?:[.,](\d{1,6}))?$/.exec(text.trim().replace('%', '').trim())
  if (!match) return undefined
  const millionths = BigInt(match[1] ?? '0') * 1_000_000n + BigInt((match[2] ?? '').padEnd(6, '0'))
  return millionths <= HUNDRED ? millionths : undefined
}
export const HUNDRED = 100_000_000n

/** As the server takes it: decimal text without zeros at its end. */
export function percentText(millionths: bigint): string {
  const part = String(millionths % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${millionths / 1_000_000n}${part && `.${part}`}`
}
