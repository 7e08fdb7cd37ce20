import {
  addDays,
  CURRENCY_DECIMALS,
  formatAmount,
  formatRate,
  GROUP_CHART,
  type IsoDate,
  type Minor,
  monthOf,
  multiply,
} from '../country/index.ts'
import { type OfficeEntry, officeDirectory, type Transaction } from '../database/index.ts'
import { missingOffices, type PackFund, type PackStatistic } from '../packs/index.ts'
import { notFound } from '../problem/index.ts'
import type { RateSource, RateTable, UsedRate } from '../rates/index.ts'
import { booksReceived, type ReceivedBooks } from './books-received.ts'
import { packAmount } from './pack-amount.ts'
import {
  type GroupAccountType,
  groupAccountType,
  TRANSLATION_DIFFERENCE,
  type TranslatedBooks,
  translateBooks,
} from './translate.ts'

/** The group's figures of a month. Amounts are decimal text in major units; debit positive, credit negative. */
export interface Consolidation {
  readonly period: string
  readonly currency: string
  readonly offices: readonly ConsolidatedOffice[]
  /** Offices of the group whose pack of the month has not arrived: the figures are without them. */
  readonly missing: readonly { slug: string; name: string }[]
  readonly accounts: readonly ConsolidatedAccount[]
  readonly funds: readonly ConsolidatedFund[]
  readonly statistics: readonly ConsolidatedStatistic[]
  /** Sum of all accounts: zero, or the packs do not balance. */
  readonly difference: string
}

export interface ConsolidatedOffice {
  readonly slug: string
  readonly name: string
  readonly country: string
  readonly currency: string
  readonly packNo: number
  readonly hash: string
  /** Null where the office keeps the group's currency. */
  readonly closingRate: RateView | null
  readonly averageRate: RateView | null
  /** Effect of rates that changed: what assets and debts gained or lost in the group's currency since they arose. */
  readonly translationDifference: string
}

/** A rate for the reader; the computation uses the exact fraction. */
export interface RateView {
  /** Units of the office's currency for one unit of the group's, to six decimals. */
  readonly perUnit: string
  /** Day of a closing rate, last day of an average's month. */
  readonly day: IsoDate
  readonly firstQuotedOn: IsoDate
  readonly lastQuotedOn: IsoDate
  /** How many published figures it rests on. */
  readonly quotes: number
  readonly source: RateSource
}

export interface ConsolidatedAccount {
  readonly group: string
  readonly name: string
  readonly type: GroupAccountType
  /** At the end of the month, by office, and in all; income and expense from 1 January. */
  readonly byOffice: Readonly<Record<string, string>>
  readonly total: string
  /** What the month itself added; on assets and debts of an office with another currency also what its rate did. */
  readonly movementByOffice: Readonly<Record<string, string>>
  readonly movement: string
}

export type ConsolidatedFund = PackFund & { readonly office: string; readonly home: HomeAmounts }
export type ConsolidatedStatistic = PackStatistic & {
  readonly office: string
  readonly country: string
  readonly home: HomeAmounts
}

/** The amounts as the office stated them, in its own currency. */
export type HomeAmounts = Readonly<Record<string, string | null>>

/**
 * The packs the group received of a month (`2026-10`) in the group's currency, by account of the group chart and by
 * office (`translateBooks` says how). All accounts of all offices sum to zero to the cent.
 *
 * @throws Problem `rate-missing` when a rate that is needed is not there; `refused` when an office changed its currency.
 */
export async function consolidate(
  trx: Transaction,
  groupOfficeId: string,
  { period }: { period: string },
): Promise<Consolidation> {
  const directory = await officeDirectory(trx)
  const { currency, offices, rates } = await booksReceived(trx, groupEntry(directory, groupOfficeId), period)
  const month: IsoDate = `${period}-01`
  const translated = offices.map((office) => translateOffice(office, { month, to: currency, rates }))
  const decimals = CURRENCY_DECIMALS[currency] ?? 2
  const unbalanced = translated.reduce((sum, { end }) => sum + end.unbalanced, 0n)
  return {
    period,
    currency,
    offices: translated.map((one) => officeView(one, decimals)),
    missing: await missingOffices(trx, groupOfficeId, period),
    accounts: accountsView(translated, decimals),
    funds: translated.flatMap((one) => fundsView(one, decimals)),
    statistics: translated.flatMap((one) => statisticsView(one, decimals)),
    difference: formatAmount(unbalanced, decimals),
  }
}

/** @throws Problem `not-found` */
export function groupEntry(directory: readonly OfficeEntry[], groupOfficeId: string): OfficeEntry {
  const group = directory.find(({ officeId }) => officeId === groupOfficeId)
  if (!group) throw notFound('such group office')
  return group
}

/** One office's month, translated. */
export interface TranslatedOffice extends ReceivedBooks {
  readonly start: TranslatedBooks
  readonly end: TranslatedBooks
  /** Absent where the office keeps the group's currency. */
  readonly closingRate: UsedRate | undefined
  readonly averageRate: UsedRate | undefined
  /** The closing rate of the month before; absent too where nothing stood in the books then. */
  readonly openingRate: UsedRate | undefined
}

export function translateOffice(
  office: ReceivedBooks,
  { month, to, rates }: { month: IsoDate; to: string; rates: RateTable },
): TranslatedOffice {
  const { currency } = office.books
  const same = currency === to
  const { from: first, to: last } = monthOf(month)
  const start = translateBooks(office.books, { month, at: 'start', to, rates })
  const isNew = start.parts.length === 0
  return {
    ...office,
    start,
    end: translateBooks(office.books, { month, at: 'end', to, rates }),
    closingRate: same ? undefined : rates.closing(currency, to, last),
    averageRate: same ? undefined : rates.average(currency, to, month),
    openingRate: same || isNew ? undefined : rates.closing(currency, to, addDays(first, -1)),
  }
}

export function rateView(used: UsedRate): RateView
export function rateView(used: UsedRate | undefined): RateView | null
export function rateView(used: UsedRate | undefined): RateView | null {
  if (!used) return null
  const { rate, day, firstQuotedOn, lastQuotedOn, quotes, source } = used
  const perUnit = formatRate({ numerator: rate.denominator, denominator: rate.numerator })
  return { perUnit, day, firstQuotedOn, lastQuotedOn, quotes, source }
}

function officeView(
  { pack, books, end, closingRate, averageRate }: TranslatedOffice,
  decimals: number,
): ConsolidatedOffice {
  return {
    ...pack.content.office,
    currency: books.currency,
    packNo: pack.packNo,
    hash: pack.hash,
    closingRate: rateView(closingRate),
    averageRate: rateView(averageRate),
    translationDifference: formatAmount(end.difference, decimals),
  }
}

function accountsView(offices: readonly TranslatedOffice[], decimals: number): ConsolidatedAccount[] {
  const sums = new Map<string, { end: Map<string, Minor>; start: Map<string, Minor> }>()
  const add = (group: string, at: 'start' | 'end', office: string, amount: Minor) => {
    const into = sums.get(group) ?? { end: new Map(), start: new Map() }
    sums.set(group, into)
    into[at].set(office, (into[at].get(office) ?? 0n) + amount)
  }
  for (const { pack, start, end, closingRate } of offices) {
    // An account of the pack is named though nothing stands on it.
    for (const { group } of pack.content.accounts) add(group, 'end', pack.office, 0n)
    for (const { group, amount } of end.parts) add(group, 'end', pack.office, amount)
    for (const { group, amount } of start.parts) add(group, 'start', pack.office, amount)
    if (!closingRate) continue
    add(TRANSLATION_DIFFERENCE, 'end', pack.office, end.difference)
    add(TRANSLATION_DIFFERENCE, 'start', pack.office, start.difference)
  }
  const text = (amount: Minor) => formatAmount(amount, decimals)
  const total = (amounts: readonly Minor[]) => text(amounts.reduce((sum, one) => sum + one, 0n))
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, { start, end }]) => {
      const slugs = [...new Set([...end.keys(), ...start.keys()])]
      const moved = slugs.map((slug) => (end.get(slug) ?? 0n) - (start.get(slug) ?? 0n))
      return {
        group,
        name: GROUP_CHART[group] ?? group,
        type: groupAccountType(group),
        byOffice: Object.fromEntries(slugs.map((slug) => [slug, text(end.get(slug) ?? 0n)])),
        total: total([...end.values()]),
        movementByOffice: Object.fromEntries(slugs.map((slug, at) => [slug, text(moved[at] as Minor)])),
        movement: total(moved),
      }
    })
}

/** Positions at the closing rate; what came in takes up the rounding, so that the fund's own identity holds. */
function fundsView({ pack, books, closingRate }: TranslatedOffice, decimals: number): ConsolidatedFund[] {
  const homeDecimals = CURRENCY_DECIMALS[books.currency] ?? 2
  const amount = (text: string): Minor => {
    const home = packAmount(text, homeDecimals)
    return closingRate ? multiply(home, closingRate.rate) : home
  }
  const text = (minor: Minor) => formatAmount(minor, decimals)
  return pack.content.funds.map((fund) => {
    const { code, name, ...home } = fund
    const [recovered, transferred, available, advanced, lost, spent] = [
      amount(fund.recovered),
      amount(fund.transferred),
      amount(fund.available),
      amount(fund.advanced),
      amount(fund.lost),
      amount(fund.spent),
    ] as const
    return {
      office: pack.office,
      code,
      name,
      contributed: text(available + advanced + lost + spent - recovered - transferred),
      recovered: text(recovered),
      transferred: text(transferred),
      available: text(available),
      advanced: text(advanced),
      lost: text(lost),
      spent: text(spent),
      home,
    }
  })
}

/** The month's turnover and wages at its average rate. */
function statisticsView(
  { pack, books, averageRate }: TranslatedOffice,
  decimals: number,
): ConsolidatedStatistic[] {
  const homeDecimals = CURRENCY_DECIMALS[books.currency] ?? 2
  const amount = (text: string): string => {
    const home = packAmount(text, homeDecimals)
    return formatAmount(averageRate ? multiply(home, averageRate.rate) : home, decimals)
  }
  const { slug, country } = pack.content.office
  return pack.content.statistics.map((row) => ({
    ...row,
    office: slug,
    country,
    turnover: amount(row.turnover),
    wages: row.wages === null ? null : amount(row.wages),
    home: { turnover: row.turnover, wages: row.wages },
  }))
}
