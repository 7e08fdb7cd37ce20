import type { IsoDate, Minor, Rate } from '../country/index.ts'

/**
 * How an office enters the group's figures.
 *
 * - `full`: the group controls it (IFRS 10): every figure whole, and what others own of it as minority interest;
 * - `proportionate`: a joint operation (IFRS 11): its share of every figure;
 * - `equity`: significant influence (IAS 28): its share of the net assets and of the result, one line each.
 */
export const HOLDING_METHODS = ['full', 'proportionate', 'equity'] as const
export type HoldingMethod = (typeof HOLDING_METHODS)[number]

export interface Holding {
  /** Slug of the office. */
  readonly office: string
  /** First day of the month from which it holds. */
  readonly from: IsoDate
  readonly method: HoldingMethod
  /** The group's share, more than zero and at most one. Exact: a third is 1/3. */
  readonly share: Rate
  /** Net assets on the day of joining in minor units of the group's currency; null where nobody stated them. */
  readonly acquiredNetAssets: Minor | null
}

export type HoldingTerms = Pick<Holding, 'method' | 'share' | 'acquiredNetAssets'>

export const WHOLE: Rate = Object.freeze({ numerator: 1n, denominator: 1n })
const NOTHING: Rate = Object.freeze({ numerator: 0n, denominator: 1n })

/** What holds where nobody wrote otherwise: the federation controls its offices and owns them whole. */
const ORDINARY: HoldingTerms = Object.freeze({ method: 'full', share: WHOLE, acquiredNetAssets: null })

/** What holds of an office in a month (any day of it), from all rows of the group. */
export function holdingOn(holdings: readonly Holding[], office: string, month: IsoDate): HoldingTerms {
  let found: Holding | undefined
  for (const one of holdings)
    if (one.office === office && one.from <= month && (!found || one.from > found.from)) found = one
  return found ?? ORDINARY
}

/** How much of its figures stands line by line in the group's: all, the share, or nothing. */
export const lineShare = ({ method, share }: HoldingTerms): Rate =>
  method === 'full' ? WHOLE : method === 'proportionate' ? share : NOTHING

/** What others than the group own of an office that stands in the figures whole. */
export const minorityShare = ({ method, share }: HoldingTerms): Rate =>
  method === 'full'
    ? { numerator: share.denominator - share.numerator, denominator: share.denominator }
    : NOTHING

export const times = (one: Rate, other: Rate): Rate => ({
  numerator: one.numerator * other.numerator,
  denominator: one.denominator * other.denominator,
})

/** A share as a fraction in lowest terms: `1`, `3/4`. */
export function shareText({ numerator, denominator }: Rate): string {
  let [a, b] = [numerator, denominator]
  while (b !== 0n) [a, b] = [b, a % b]
  return denominator === a ? String(numerator / a) : `${numerator / a}/${denominator / a}`
}
