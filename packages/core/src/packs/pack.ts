import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '../canonical/index.ts'

/**
 * An office's period-close report to the group: figures of the office as a whole, never of a person. Amounts are decimal
 * text in major units; debit positive, credit negative.
 */
export interface PackContent {
  readonly format: 'samen-pack-2'
  readonly office: { readonly slug: string; readonly name: string; readonly country: string }
  /** Calendar month, `2026-10`. */
  readonly period: string
  /** 1, 2 … in the office. */
  readonly packNo: number
  /** SHA-256 of the pack before in hexadecimal; null for the first. */
  readonly previousHash: string | null
  /** Number of the pack of the same month that this one corrects; null for the first of a month. */
  readonly supersedes: number | null
  /** What made the figures: the core and the country's plugin. */
  readonly versions: { readonly core: string; readonly plugin: string }
  readonly currency: string
  readonly accounts: readonly PackAccount[]
  /** What stands on the accounts this office keeps for another: balances, income, expense and shares, by its slug. */
  readonly intercompany: readonly PackIntercompany[]
  readonly funds: readonly PackFund[]
  readonly statistics: readonly PackStatistic[]
  readonly people: PackPeople
  /** Only where it is the last pack of an office that is wound up: no later month follows. */
  readonly final?: true | undefined
}

export interface PackIntercompany {
  readonly counterparty: string
  readonly account: string
  readonly closing: string
}

/** Counts of people; null where fewer than five, or where the others of the list would give it away. */
export interface PackPeople {
  /** Members at the month's end, and those who joined in it. */
  readonly members: number | null
  readonly registrations: number | null
  /** Of the people paid in the month. */
  readonly ages: readonly { readonly band: AgeBand; readonly workers: number | null }[]
  readonly genders: readonly { readonly gender: Gender; readonly workers: number | null }[]
}

export const AGE_BANDS = ['under-25', '25-34', '35-44', '45-54', '55-64', '65-plus'] as const
export type AgeBand = (typeof AGE_BANDS)[number]
/** `unknown`: not told, as where the country's law does not ask. */
export const GENDERS = ['f', 'm', 'x', 'unknown'] as const
export type Gender = (typeof GENDERS)[number]

export interface PackAccount {
  readonly account: string
  /** Number and name in the country's statutory chart. */
  readonly number: string
  readonly name: string
  /** Account of the group chart. */
  readonly group: string
  readonly opening: string
  readonly debit: string
  readonly credit: string
  readonly closing: string
}

export interface PackFund {
  readonly code: string
  readonly name: string
  readonly contributed: string
  readonly recovered: string
  readonly transferred: string
  readonly available: string
  readonly advanced: string
  readonly lost: string
  readonly spent: string
}

export interface PackStatistic {
  readonly sector: 'artistic' | 'cultural-industry' | 'other' | 'all'
  /** Invoiced in the month, net of VAT and credit notes. */
  readonly turnover: string
  /** Gross wages paid in the month; null with the count, since few people's wages are somebody's wage. */
  readonly wages: string | null
  /** People paid in the month; null where fewer than five, or where the others would give it away. */
  readonly activeWorkers: number | null
}

export interface Pack {
  readonly packNo: number
  readonly period: string
  readonly content: PackContent
  /** SHA-256 of the content's canonical JSON, hexadecimal. */
  readonly hash: string
  readonly previousHash: string | null
}

/** SHA-256 of the content as RFC 8785 writes it, in hexadecimal. */
export function packHash(content: PackContent): string {
  return createHash('sha256')
    .update(canonicalJson(content as unknown as Json))
    .digest('hex')
}

/** Fewer people than this are not counted: a number could be led back to a person. */
const COUNT_MIN = 5

const isFew = (count: number): boolean => count > 0 && count < COUNT_MIN

/** A count that may be told alone, which no list gives away. */
export const toldCount = (count: number): number | null => (isFew(count) ? null : count)

/**
 * Members at a month's end, or null where the months before would give a few away: members only ever join, so what is told
 * of two months and of those who joined between them tells how many of the others did.
 *
 * @param before what earlier months told, the latest last.
 */
export function toldMembers(
  { members, registrations }: { members: number; registrations: number },
  before: readonly Pick<PackPeople, 'members' | 'registrations'>[],
): number | null {
  const last = before.findLastIndex((told) => told.members !== null)
  if (last < 0) return toldCount(members)
  const since = [...before.slice(last + 1).map((told) => told.registrations), toldCount(registrations)]
  const joined = since.reduce<number>((sum, told) => sum + (told ?? 0), 0)
  const hidden = members - (before[last]?.members ?? 0) - joined
  return isFew(hidden) ? null : toldCount(members)
}

/**
 * The rows of a list that may not be told: the small ones, and as many more as it takes to hide them in the sum.
 *
 * @param together how many people some rows are about, each counted once.
 */
function tooFew<Row>(
  rows: readonly Row[],
  count: (row: Row) => number,
  together = (some: readonly Row[]) => some.reduce((sum, row) => sum + count(row), 0),
): Set<Row> {
  const counted = rows.filter((row) => count(row) > 0)
  const hidden = new Set(counted.filter((row) => isFew(count(row))))
  const bySize = counted.filter((row) => !hidden.has(row)).sort((a, b) => count(a) - count(b))
  for (const next of hidden.size === 0 ? [] : bySize) {
    if (hidden.size > 1 && together([...hidden]) >= COUNT_MIN) break
    hidden.add(next)
  }
  return hidden
}

/** Takes small counts out of a list whose sum is known, as `suppressSmall` does. */
export function suppressCounts<Row extends { readonly workers: number }>(
  rows: readonly Row[],
): (Omit<Row, 'workers'> & { workers: number | null })[] {
  const hidden = tooFew(rows, ({ workers }) => workers)
  return rows.map((row) => ({ ...row, workers: hidden.has(row) ? null : row.workers }))
}

type Counted = PackStatistic & { readonly activeWorkers: number; readonly wages: string }

/**
 * Takes small counts out, with the wages that belong to them. Because the total less the others tells what was taken
 * out, the next smallest sectors go too until that is more than one sector and no small number of people either.
 *
 * @param together how many people work in some sectors, those who work in several counted once.
 */
export function suppressSmall(
  sectors: readonly Counted[],
  total: Counted,
  together: (sectors: readonly PackStatistic['sector'][]) => number,
): PackStatistic[] {
  const hidden = tooFew(
    sectors,
    ({ activeWorkers }) => activeWorkers,
    (some) => together(some.map(({ sector }) => sector)),
  )
  const hideTotal = isFew(total.activeWorkers)
  return [...sectors, total].map((row) =>
    hidden.has(row) || (row === total && hideTotal) ? { ...row, activeWorkers: null, wages: null } : row,
  )
}
