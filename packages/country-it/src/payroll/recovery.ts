import type { Minor } from '@samen/core/country'

/** A bonus that was not due is given back at once up to this amount, above it in equal parts. */
const AT_ONCE: Minor = 6_000n

/** D.L. 3/2020 art. 1 c. 3: eight parts from the pay of the settlement on. */
export const INTEGRATION_PARTS = 8
/** L. 207/2024 art. 1 c. 8: ten parts (AE circ. 4/E of 16-5-2025, p. 19). */
export const WEDGE_PARTS = 10

/** What of a bonus to be given back is left for next year’s pays. */
export function leftForLater(tooMuch: Minor, parts: number): Minor {
  if (tooMuch <= AT_ONCE) return 0n
  const count = BigInt(parts)
  return tooMuch - (tooMuch * 2n + count) / (count * 2n)
}
