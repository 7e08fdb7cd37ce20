import type { IsoDate, Minor, Rate } from '../country/index.ts'

export type FundKind = 'wage-guarantee' | 'development' | 'training' | 'solidarity' | 'insurance' | 'custom'

export interface Fund {
  readonly fundId: string
  readonly kind: FundKind
  /** ISO 4217. */
  readonly currency: string
  readonly name: string
}

/** A fund's part of every levy. */
export interface FundShare {
  readonly fundId: string
  readonly share: Rate
}

/** How levies in a currency are split from a day on, until the next rule. The shares sum to one. */
export interface AllocationRule {
  readonly currency: string
  readonly from: IsoDate
  readonly shares: readonly FundShare[]
}

/** What happened to a fund, in minor units. `transferred` and `contributed` may be negative, the others are not. */
export interface FundTotals {
  readonly contributed: Minor
  readonly recovered: Minor
  /** Received from other funds less given to them; over all funds of a currency it is zero. */
  readonly transferred: Minor
  readonly available: Minor
  readonly advanced: Minor
  readonly lost: Minor
  readonly spent: Minor
}

/**
 * By how much a fund misses `contributed + recovered + transferred = available + advanced + lost + spent`: always zero.
 */
export function identityGap(fund: FundTotals): Minor {
  const came = fund.contributed + fund.recovered + fund.transferred
  return came - fund.available - fund.advanced - fund.lost - fund.spent
}

/** What every operation on a fund names: the fact behind it, and whose books and which day it belongs to. */
export interface FundFact {
  /** The row behind it (invoice, bank match, write-off …): the same id means the same fact, done once. */
  readonly sourceId: string
  readonly legalEntityId: string
  readonly currency: string
  readonly effectiveOn: IsoDate
}
