import { type Minor, rate } from '../country/index.ts'

/**
 * Minor units from a pack's decimal text. Not `parseAmount`: what an office's books hold in forints may be more than
 * anybody may type in.
 */
export function packAmount(text: string, decimals: number): Minor {
  // All of them, as long as every currency has cents; thousands are read for one report.
  if (decimals === 2 && /^-?\d+\.\d\d$/.test(text)) return BigInt(text.replace('.', ''))
  const { numerator, denominator } = rate(text)
  const scaled = numerator * 10n ** BigInt(decimals)
  if (scaled % denominator !== 0n) throw new RangeError(`an amount has at most ${decimals} decimals`)
  return scaled / denominator
}
