import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from './canonical-json.ts'

/**
 * An office's period-close report to the group: figures of the office as a whole, never of a person. Amounts are decimal
 * text in major units; debit positive, credit negative.
 */
export interface PackContent {
  readonly format: 'samen-pack-1'
  readonly office: { readonly slug: string; readonly name: string; readonly country: string }
  /** Calendar month, `2026-10`. */
  readonly period: string
  /** 1, 2 … in the office. */
  readonly packNo: number
  /** SHA-256 of the pack before in hexadecimal; null for the first. */
  readonly previousHash: string | null
  readonly currency: string
  readonly accounts: readonly PackAccount[]
  readonly funds: readonly PackFund[]
  readonly statistics: readonly PackStatistic[]
}

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

/**
 * Takes small counts out, with the wages that belong to them. Because the total less the others tells what was taken
 * out, the next smallest sectors go too until that is more than one sector and no small count either.
 */
export function suppressSmall(
  sectors: readonly (PackStatistic & { readonly activeWorkers: number; readonly wages: string })[],
  total: PackStatistic & { readonly activeWorkers: number; readonly wages: string },
): PackStatistic[] {
  const counted = sectors.filter(({ activeWorkers }) => activeWorkers > 0)
  const hidden = new Set(counted.filter(({ activeWorkers }) => activeWorkers < COUNT_MIN))
  const bySize = counted
    .filter((sector) => !hidden.has(sector))
    .sort((a, b) => a.activeWorkers - b.activeWorkers)
  for (const next of hidden.size === 0 ? [] : bySize) {
    const people = [...hidden].reduce((sum, { activeWorkers }) => sum + activeWorkers, 0)
    if (hidden.size > 1 && people >= COUNT_MIN) break
    hidden.add(next)
  }
  const hideTotal = total.activeWorkers > 0 && total.activeWorkers < COUNT_MIN
  return [...sectors, total].map((row) =>
    hidden.has(row) || (row === total && hideTotal) ? { ...row, activeWorkers: null, wages: null } : row,
  )
}
