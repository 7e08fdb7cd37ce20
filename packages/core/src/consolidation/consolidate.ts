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
  type Rate,
} from '../country/index.ts'
import { type OfficeEntry, officeDirectory, type Transaction } from '../database/index.ts'
import { groupClosedAt, missingOffices, type PackFund, type PackStatistic } from '../packs/index.ts'
import { notFound } from '../problem/index.ts'
import type { RateSource, RateTable, UsedRate } from '../rates/index.ts'
import { type GroupAdjustment, groupAdjustments } from './adjustments.ts'
import { booksReceived, type ReceivedBooks } from './books-received.ts'
import type { Elimination } from './eliminate.ts'
import { columnsTotal, type GroupSheet, groupSheet, NO_COLUMNS, sheetColumns } from './group-sheet.ts'
import type { HoldingMethod } from './holding.ts'
import type { IncludedOffice } from './include-office.ts'
import type { Match } from './match.ts'
import { officeDifferences } from './office-differences.ts'
import { packAmount } from './pack-amount.ts'
import { readTerms, toleranceOn } from './terms-store.ts'
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
  /** What was taken out because offices did it among themselves. */
  readonly eliminations: readonly ConsolidatedElimination[]
  /** The group's own entries that count in the month. */
  readonly adjustments: readonly ConsolidatedAdjustment[]
  /** What offices say of each other and do not agree about, largest first; what agrees is not listed. */
  readonly differences: readonly OfficeDifference[]
  /** When the group closed the month; null while it is open. */
  readonly closedAt: string | null
  /** Packs that corrected others after the group had closed the month: its figures are restated. */
  readonly restated: readonly RestatedOffice[]
}

export interface GroupAmount {
  readonly group: string
  readonly amount: string
}

export interface ConsolidatedElimination {
  readonly kind: Elimination['kind']
  /** `balance`: in alphabetical order. `supply`, `margin`: who supplied first. `participation`: whose shares, alone. */
  readonly offices: readonly string[]
  readonly lines: readonly GroupAmount[]
}

export interface ConsolidatedAdjustment {
  readonly groupAdjustmentId: string
  readonly period: string
  readonly title: string
  readonly reason: string
  readonly proposedBy: string
  readonly approvedBy: string
  /** What it does to this month's figures: nothing once it is reversed within a year. */
  readonly lines: readonly GroupAmount[]
}

export interface OfficeDifference {
  readonly kind: Match['kind']
  readonly first: string
  readonly second: string
  readonly firstSays: string
  readonly secondSays: string
  readonly difference: string
  /** `alone`: the other's pack of the month is not there. */
  readonly state: Match['state']
  /** The first month of those in a row in which they did not agree; null while the other's pack is missing. */
  readonly since: string | null
}

export interface RestatedOffice {
  readonly office: string
  readonly packNo: number
  readonly supersedes: number
  readonly receivedAt: string
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
  readonly method: HoldingMethod
  /** The group's share as a fraction: `1`, `3/4`. */
  readonly share: string
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
  /** At the end of the month, by office as its method says, and in all; income and expense from 1 January. */
  readonly byOffice: Readonly<Record<string, string>>
  /** What others own of offices that stand in the figures whole. */
  readonly minority: string
  readonly eliminations: string
  readonly adjustments: string
  /** The sum of the columns. */
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
 * The packs the group received of a month (`2026-10`) in the group's currency, by account of the group chart and by office
 * (`translateBooks` says how), each office by its method and share (`includeOffice`), without what offices did among themselves
 * (`eliminate`), with the group's own entries. All accounts sum to zero to the cent.
 *
 * @throws Problem `rate-missing` when a rate that is needed is not there; `refused` when an office changed its currency.
 */
export async function consolidate(
  trx: Transaction,
  groupOfficeId: string,
  { period }: { period: string },
): Promise<Consolidation> {
  const figures = await groupFigures(trx, groupOfficeId, period)
  const { currency, translated, sheet, adjustments } = figures
  const decimals = CURRENCY_DECIMALS[currency] ?? 2
  const text = (amount: Minor) => formatAmount(amount, decimals)
  const amounts = (lines: readonly { group: string; amount: Minor }[]) =>
    lines.map(({ group, amount }) => ({ group, amount: text(amount) }))
  const closedAt = await groupClosedAt(trx, groupOfficeId, period)
  const accounts = accountsView(figures, decimals)
  return {
    period,
    currency,
    offices: translated.map((one, at) => officeView(one, sheet.end.offices[at] as IncludedOffice, decimals)),
    missing: await missingOffices(trx, groupOfficeId, period),
    accounts,
    funds: translated.flatMap((one) => fundsView(one, decimals)),
    statistics: translated.flatMap((one) => statisticsView(one, decimals)),
    difference: text(accounts.reduce((sum, { total }) => sum + packAmount(total, decimals), 0n)),
    eliminations: sheet.end.eliminations.map(({ kind, offices, lines }) => ({
      kind,
      offices,
      lines: amounts(lines),
    })),
    adjustments: sheet.end.adjustments.map(({ groupAdjustmentId, lines }) => {
      const { title, reason, period, proposedBy, decidedBy } = adjustments.find(
        (one) => one.groupAdjustmentId === groupAdjustmentId,
      ) as GroupAdjustment
      const own = { groupAdjustmentId, period, title, reason, proposedBy, approvedBy: decidedBy ?? '' }
      return { ...own, lines: amounts(lines) }
    }),
    differences: officeDifferences(figures).map(({ firstSays, secondSays, since, ...match }) => ({
      ...match,
      firstSays: text(firstSays),
      secondSays: text(secondSays),
      difference: text(firstSays + secondSays),
      since: since?.slice(0, 7) ?? null,
    })),
    closedAt: closedAt?.toISOString() ?? null,
    restated: translated.flatMap(({ pack: { office, packNo, supersedes, receivedAt } }) =>
      supersedes !== null && closedAt !== undefined && receivedAt > closedAt
        ? [{ office, packNo, supersedes, receivedAt: receivedAt.toISOString() }]
        : [],
    ),
  }
}

/** A month's packs, translated, and what the group makes of them at its end and as it began. */
export interface GroupFigures {
  readonly period: string
  readonly currency: string
  readonly rates: RateTable
  readonly translated: readonly TranslatedOffice[]
  readonly sheet: { readonly end: GroupSheet; readonly start: GroupSheet }
  readonly adjustments: readonly GroupAdjustment[]
  /** Minor units. */
  readonly tolerance: Minor
}

export async function groupFigures(
  trx: Transaction,
  groupOfficeId: string,
  period: string,
): Promise<GroupFigures> {
  const directory = await officeDirectory(trx)
  const { currency, offices, rates } = await booksReceived(trx, groupEntry(directory, groupOfficeId), period)
  const month: IsoDate = `${period}-01`
  const translated = offices.map((office) => translateOffice(office, { month, to: currency, rates }))
  const { tolerances, ...written } = await readTerms(trx, groupOfficeId)
  const adjustments = await groupAdjustments(trx, groupOfficeId, { upTo: period, approved: true })
  const terms = { ...written, adjustments }
  const yearStart: IsoDate = `${period.slice(0, 4)}-01-01`
  const sheetOf = (at: 'start' | 'end', stated: IsoDate) =>
    groupSheet(
      translated.map(({ pack, [at]: books }) => ({ office: pack.office, books })),
      terms,
      { month: stated, yearStart },
    )
  const monthBefore = monthOf(addDays(month, -1)).from
  return {
    period,
    currency,
    rates,
    translated,
    sheet: { end: sheetOf('end', month), start: sheetOf('start', monthBefore) },
    adjustments,
    tolerance: toleranceOn(tolerances, month),
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
  /** First day of the month. */
  readonly month: IsoDate
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
    month,
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
  { holding: { method, share } }: IncludedOffice,
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
    method,
    share: shareText(share),
  }
}

/** A share as a fraction in lowest terms: `1`, `3/4`. */
export function shareText({ numerator, denominator }: Rate): string {
  let [a, b] = [numerator, denominator]
  while (b !== 0n) [a, b] = [b, a % b]
  return denominator === a ? String(numerator / a) : `${numerator / a}/${denominator / a}`
}

function accountsView({ translated, sheet }: GroupFigures, decimals: number): ConsolidatedAccount[] {
  const [ends, starts] = [sheetColumns(sheet.end), sheetColumns(sheet.start)]
  const slugs = new Map<string, Set<string>>()
  const name = (group: string, office: string) => {
    const known = slugs.get(group) ?? new Set()
    slugs.set(group, known.add(office))
  }
  for (const { pack, closingRate } of translated) {
    // An account of the pack is named though nothing stands on it.
    for (const { group } of pack.content.accounts) name(group, pack.office)
    if (closingRate) name(TRANSLATION_DIFFERENCE, pack.office)
  }
  for (const columns of [ends, starts])
    for (const [group, { byOffice }] of columns) for (const office of byOffice.keys()) name(group, office)
  const text = (amount: Minor) => formatAmount(amount, decimals)
  return [...new Set([...slugs.keys(), ...ends.keys(), ...starts.keys()])].sort().map((group) => {
    const [end, start] = [ends.get(group) ?? NO_COLUMNS, starts.get(group) ?? NO_COLUMNS]
    const offices = [...(slugs.get(group) ?? [])]
    const byOffice = (amount: (office: string) => Minor) =>
      Object.fromEntries(offices.map((office) => [office, text(amount(office))]))
    return {
      group,
      name: GROUP_CHART[group] ?? group,
      type: groupAccountType(group),
      byOffice: byOffice((office) => end.byOffice.get(office) ?? 0n),
      minority: text(end.minority),
      eliminations: text(end.eliminations),
      adjustments: text(end.adjustments),
      total: text(columnsTotal(end)),
      movementByOffice: byOffice(
        (office) => (end.byOffice.get(office) ?? 0n) - (start.byOffice.get(office) ?? 0n),
      ),
      movement: text(columnsTotal(end) - columnsTotal(start)),
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
