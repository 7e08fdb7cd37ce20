import type { Minor } from '@samen/core/country'
import type { Band } from '../parameters/index.ts'

/** A progressive scale ready to be applied: bounds as multiples of the amount, so that twelfths stay exact. */
export interface Scale {
  readonly parts: bigint
  readonly bands: readonly {
    /** Lower and upper bound times `parts`, in cents of the year. */
    readonly from: bigint
    readonly upTo: bigint | undefined
    /** Rate in thousandths of a percent. */
    readonly rate: bigint
    /** Tax on everything below `from`, in cents times thousandths of a percent. */
    readonly below: bigint
  }[]
}

const THOUSANDTHS = 100_000n

/** A scale of the year, or of a twelfth of it. Throws where a rate is finer than a thousandth of a percent. */
export function scaleOf(bands: readonly Band[], parts: bigint): Scale {
  let from = 0n
  let below = 0n
  const ready = bands.map(({ upTo, rate }) => {
    const thousandths = (rate.numerator * THOUSANDTHS) / rate.denominator
    if (thousandths * rate.denominator !== rate.numerator * THOUSANDTHS)
      throw new RangeError('a rate of a scale has at most three decimals')
    const band = { from, upTo, rate: thousandths, below }
    if (upTo !== undefined) {
      below += (upTo - from) * thousandths
      from = upTo
    }
    return band
  })
  return Object.freeze({ parts, bands: Object.freeze(ready) })
}

/** Tax on an amount of one part of the year, half up to the cent; nothing on nothing or less. */
export function taxBy({ parts, bands }: Scale, amount: Minor): Minor {
  if (amount <= 0n) return 0n
  const yearly = amount * parts
  for (const { from, upTo, rate, below } of bands)
    if (upTo === undefined || yearly <= upTo) {
      const divisor = THOUSANDTHS * parts
      return ((below + (yearly - from) * rate) * 2n + divisor) / (divisor * 2n)
    }
  throw new RangeError('the last band of a scale has no end')
}
