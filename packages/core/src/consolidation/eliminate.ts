import { type IsoDate, type Minor, maximum, minimum, multiply } from '../country/index.ts'
import { counterpartyOf } from '../intercompany/index.ts'
import { type Holding, holdingOn, lineShare, minorityShare, times } from './holding.ts'
import type { IncludedLine, IncludedOffice } from './include-office.ts'
import { aboutWhom } from './match.ts'
import { ACCUMULATED_RESULT, GROUP_ONLY } from './translate.ts'

/**
 * What offices of the group did among themselves is taken out (IFRS 10.B86): a group owes itself nothing and earns nothing from
 * itself. Each elimination sums to zero. Where two offices say different things of each other, what both say is taken out
 * whole and what lies between is shown on an account of its own (G2990 of balances, G5990 of income and expense), so that no
 * internal balance is left and no result is made or lost.
 *
 * Of an office that stands proportionately only the group's share is internal: each side's figure is taken out times the
 * share by which the other stands line by line. Offices at equity are no part of the group's lines and stay outsiders;
 * a margin on what they hold is a group adjustment.
 */
export interface Elimination {
  readonly kind: 'balance' | 'supply' | 'participation' | 'margin'
  /** `balance`: in alphabetical order. `supply`, `margin`: who supplied first. `participation`: whose shares, alone. */
  readonly offices: readonly string[]
  /** Debit positive. */
  readonly lines: readonly GroupLine[]
}

export interface GroupLine {
  readonly group: string
  readonly amount: Minor
}

/** The seller's margin in what a buyer within the group still holds, as stated from a month on; zero ends it. */
export interface HeldMargin {
  readonly seller: string
  readonly buyer: string
  /** The asset's account of the group chart. */
  readonly group: string
  /** First day of the month. */
  readonly from: IsoDate
  /** Minor units of the group's currency. */
  readonly amount: Minor
}

export interface InsideGroup {
  readonly included: readonly IncludedOffice[]
  readonly holdings: readonly Holding[]
  readonly margins: readonly HeldMargin[]
  /** First day of the month that is stated, and of the year by which results are split. */
  readonly month: IsoDate
  readonly yearStart: IsoDate
}

export function eliminate(inside: InsideGroup): Elimination[] {
  return [...betweenOffices(inside), ...participations(inside), ...heldMargins(inside)].flatMap((one) => {
    const lines = summed(one.lines)
    return lines.length === 0 ? [] : [{ ...one, lines }]
  })
}

function betweenOffices({ included, holdings, month }: InsideGroup): Elimination[] {
  const known = new Set(included.map(({ office }) => office))
  const found = new Map<string, Elimination & { lines: GroupLine[] }>()
  for (const { office, lines } of included) {
    const internal = lines.filter(({ account, group }) => aboutWhom(office, account.account, group))
    for (const own of Map.groupBy(
      internal,
      (line) => `${line.account.account} ${line.day} ${line.group}`,
    ).values()) {
      const { account, group, day } = own[0] as IncludedLine
      const about = aboutWhom(office, account.account, group)
      const other = about?.pair.find((slug) => slug !== office)
      if (!about || other === undefined || !known.has(other)) continue
      const asOf = about.kind === 'balance' ? month : day
      const amount = multiply(sumOf(own), lineShare(holdingOn(holdings, other, asOf)))
      const key = `${about.kind} ${about.pair.join(' ')}`
      const one = found.get(key) ?? { kind: about.kind, offices: about.pair, lines: [] }
      found.set(key, one)
      const rest = about.kind === 'balance' ? GROUP_ONLY.balancesThatDiffer : GROUP_ONLY.resultsThatDiffer
      one.lines.push({ group, amount: -amount }, { group: rest, amount })
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

/**
 * Shares one office holds of another, against what they stand for in the other's equity: the group's part of the net assets
 * stated for the day of joining, else as much of its share capital. What was paid beyond is goodwill.
 */
function participations({ included }: InsideGroup): Elimination[] {
  const shares = new Map<string, IncludedLine[]>()
  for (const { office, lines } of included)
    for (const line of lines) {
      const kept = counterpartyOf(line.account.account)
      if (kept?.role !== 'participation' || kept.counterparty === office) continue
      const known = shares.get(kept.counterparty)
      if (known) known.push(line)
      else shares.set(kept.counterparty, [line])
    }
  return included.flatMap((owned): Elimination[] => {
    const held = shares.get(owned.office) ?? []
    const cost = sumOf(held)
    if (held.length === 0 || cost === 0n) return []
    const capital = maximum(
      -sumOf([...owned.lines, ...owned.minority].filter(({ group }) => group === SHARE_CAPITAL)),
      0n,
    )
    const { acquiredNetAssets, share } = owned.holding
    const acquired =
      acquiredNetAssets === null ? minimum(capital, maximum(cost, 0n)) : multiply(acquiredNetAssets, share)
    const fromCapital = maximum(minimum(capital, acquired), 0n)
    const lines = [
      ...held.map(({ group, amount }) => ({ group, amount: -amount })),
      { group: SHARE_CAPITAL, amount: fromCapital },
      { group: ACCUMULATED_RESULT, amount: acquired - fromCapital },
      { group: GROUP_ONLY.goodwill, amount: cost - acquired },
    ]
    return [{ kind: 'participation', offices: [owned.office], lines }]
  })
}

const SHARE_CAPITAL = 'G3400'

/** A gain one office made on what another holds is none of the group's until it is sold on or used up. */
function heldMargins({ included, holdings, margins, month, yearStart }: InsideGroup): Elimination[] {
  const known = new Set(included.map(({ office }) => office))
  const stated = Map.groupBy(margins, ({ seller, buyer, group }) => `${seller} ${buyer} ${group}`)
  return [...stated.values()].flatMap((rows): Elimination[] => {
    const { seller, buyer, group } = rows[0] as HeldMargin
    if (!known.has(seller) || !known.has(buyer)) return []
    const selling = holdingOn(holdings, seller, month)
    const inside = times(lineShare(selling), lineShare(holdingOn(holdings, buyer, month)))
    const standing = multiply(
      marginOn(rows, (from) => from <= month),
      inside,
    )
    const before = multiply(
      marginOn(rows, (from) => from < yearStart && from <= month),
      inside,
    )
    const others = (amount: Minor) => multiply(amount, minorityShare(selling))
    const lines = [
      { group, amount: -standing },
      { group: MARGIN_INCOME, amount: standing - before },
      { group: ACCUMULATED_RESULT, amount: before },
      // What others own of the seller bears its part.
      { group: GROUP_ONLY.minorityInterest, amount: others(standing) },
      { group: GROUP_ONLY.minorityResult, amount: others(before) - others(standing) },
      { group: ACCUMULATED_RESULT, amount: -others(before) },
    ]
    return [{ kind: 'margin', offices: [seller, buyer], lines }]
  })
}

/** Where the seller's gain stands. */
const MARGIN_INCOME = 'G4300'

function marginOn(rows: readonly HeldMargin[], counts: (from: IsoDate) => boolean): Minor {
  let latest: HeldMargin | undefined
  for (const row of rows) if (counts(row.from) && (!latest || row.from > latest.from)) latest = row
  return latest?.amount ?? 0n
}

function summed(lines: readonly GroupLine[]): GroupLine[] {
  const sums = new Map<string, Minor>()
  for (const { group, amount } of lines) sums.set(group, (sums.get(group) ?? 0n) + amount)
  return [...sums].filter(([, amount]) => amount !== 0n).map(([group, amount]) => ({ group, amount }))
}

const sumOf = (lines: readonly { readonly amount: Minor }[]): Minor =>
  lines.reduce((sum, { amount }) => sum + amount, 0n)
