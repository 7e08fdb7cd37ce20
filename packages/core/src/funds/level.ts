import { type IsoDate, type Minor, maximum, minimum } from '../country/index.ts'

/** How full a fund should be. */
export interface FundBounds {
  readonly fundId: string
  /** Available at least, minor units; zero: none. */
  readonly floor: Minor
  /** Available at most, minor units; null: no cap. Not under the floor. */
  readonly cap: Minor | null
  /** Whose turn comes first: 1 before 2. Equal ones in the order of the rule. */
  readonly priority: number
}

/** Floors, caps and turns in a currency from a day on, until the next such rule. */
export interface BoundsRule {
  readonly currency: string
  readonly from: IsoDate
  readonly bounds: readonly FundBounds[]
}

export interface Move {
  readonly fromFundId: string
  readonly toFundId: string
  /** Minor units, positive. */
  readonly amount: Minor
}

export interface Levelling {
  readonly moves: readonly Move[]
  /** What funds still lack to their floor, and what stays above a cap because nobody has room. Minor units, positive. */
  readonly missing: ReadonlyMap<string, Minor>
  readonly over: ReadonlyMap<string, Minor>
}

/**
 * What would bring the funds within their bounds: what lies above caps fills floors first, then the room below caps, each
 * time in the order of priority; the fund whose turn comes last gives first. A fund gives only what lies above its own cap
 * and never gets more than its cap; a fund without bounds is left alone. Pure, exact; the moves sum to zero by nature.
 */
export function level(available: ReadonlyMap<string, Minor>, bounds: readonly FundBounds[]): Levelling {
  const turns = [...bounds].sort((a, b) => a.priority - b.priority)
  const now = new Map(turns.map(({ fundId }) => [fundId, available.get(fundId) ?? 0n]))
  const of = (fundId: string): Minor => now.get(fundId) as Minor
  const above = ({ fundId, cap }: FundBounds): Minor => (cap === null ? 0n : maximum(0n, of(fundId) - cap))
  const moves = new Map<string, Move>()
  const fill = (to: FundBounds, upTo: Minor | null) => {
    for (const from of turns.toReversed()) {
      if (from.fundId === to.fundId) continue
      const surplus = above(from)
      const amount = upTo === null ? surplus : minimum(surplus, maximum(0n, upTo - of(to.fundId)))
      if (amount <= 0n) continue
      now.set(from.fundId, of(from.fundId) - amount)
      now.set(to.fundId, of(to.fundId) + amount)
      const key = `${from.fundId} ${to.fundId}`
      moves.set(key, {
        fromFundId: from.fundId,
        toFundId: to.fundId,
        amount: (moves.get(key)?.amount ?? 0n) + amount,
      })
    }
  }
  for (const fund of turns) fill(fund, fund.floor)
  for (const fund of turns) fill(fund, fund.cap)
  const rest = (pick: (fund: FundBounds) => Minor) =>
    new Map(turns.flatMap((fund) => (pick(fund) > 0n ? [[fund.fundId, pick(fund)] as const] : [])))
  return {
    moves: [...moves.values()],
    missing: rest(({ fundId, floor }) => floor - of(fundId)),
    over: rest(above),
  }
}

/** The bounds in force for a currency on a day; none before the first rule. */
export function boundsOn(
  rules: readonly BoundsRule[],
  currency: string,
  day: IsoDate,
): readonly FundBounds[] {
  let found: BoundsRule | undefined
  for (const rule of rules)
    if (rule.currency === currency && rule.from <= day && (!found || rule.from > found.from)) found = rule
  return found?.bounds ?? []
}
