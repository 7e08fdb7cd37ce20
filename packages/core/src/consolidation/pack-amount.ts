import { type Minor, rate } from '../country/index.ts'

/**
 * Minor units from a pack's decimal text. Not `parseAmount`: what an office's books hold in forints may be more than
 * anybody may type in.
 */
export function packAmount(text: string, decimals: number): Minor {
  const { numerator, denominator } = rate(text)
  const scaled = numerator * 10n ** BigInt(decimals)
  if (scaled % denominator !== 0n) throw new RangeError(`an amount has at most ${decimals} decimals`)
  return scaled / denominator
}
