import { type Minor, maximum, multiply, type Rate } from '../country/index.ts'

/** What one fund keeps of its losses and what it passes on. */
export interface TreatyTerms {
  /** Of each loss this much stays with the fund. Minor units. */
  readonly retentionPerLoss: Minor
  /** Of what is above, this much of a year stays too. */
  readonly retentionPerYear: Minor
  /** Of what is above both, this share is ceded. */
  readonly share: Rate
  /** Of what the fund receives in levies, this share is the premium. */
  readonly premium: Rate
}

export interface CededLosses {
  /** Lost, less what came back, minor units. */
  readonly gross: Minor
  /** Above the retention of each loss. */
  readonly excess: Minor
  readonly ceded: Minor
  /** What stays with the fund: with what is ceded it is the gross loss, to the cent. */
  readonly kept: Minor
}

/**
 * Splits a year's losses between the fund and its reinsurer: of each loss the part above its retention, of their sum the
 * part above the year's retention, of that the share, rounded down. More loss never cedes less, and never keeps less. Pure.
 *
 * @param losses one per unpaid invoice, less what came back of it.
 */
export function cedeLosses(losses: readonly Minor[], terms: TreatyTerms): CededLosses {
  const gross = losses.reduce((sum, loss) => sum + maximum(0n, loss), 0n)
  const excess = losses.reduce((sum, loss) => sum + maximum(0n, loss - terms.retentionPerLoss), 0n)
  const ceded = multiply(maximum(0n, excess - terms.retentionPerYear), terms.share, 'down')
  return { gross, excess, ceded, kept: gross - ceded }
}

/** The premium of a month's levies; nothing when credit notes took back more than came in. Half up. Pure. */
export const premiumOf = (levies: Minor, { premium }: Pick<TreatyTerms, 'premium'>): Minor =>
  multiply(maximum(0n, levies), premium, 'half-up')

/** What one year's losses changed in a month. Amounts in major units as text. */
export interface CessionLine {
  readonly lossYear: number
  readonly gross: string
  /** Ceded of that year's losses in all, and the change of this month: negative when something came back. */
  readonly ceded: string
  readonly change: string
}

/** A month's account as one office sends it to the other. */
export interface CessionStatement {
  readonly format: 'samen-cession-1'
  /** Slugs of the office that cedes and the one that assumes. */
  readonly from: string
  readonly to: string
  readonly currency: string
  /** `2026-10` */
  readonly period: string
  readonly lines: readonly CessionLine[]
  readonly premium: string
}
