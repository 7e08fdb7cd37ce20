import {
  CURRENCY_DECIMALS,
  formatAmount,
  formatRate,
  GROUP_CHART,
  type Minor,
  multiply,
} from '../country/index.ts'
import type { UsedRate } from '../rates/index.ts'
import type {
  ConsolidatedAccount,
  ConsolidatedFund,
  ConsolidatedOffice,
  ConsolidatedStatistic,
  RateView,
} from './consolidation.ts'
import type { GroupFigures, TranslatedOffice } from './group-figures.ts'
import { columnsTotal, NO_COLUMNS, sheetColumns } from './group-sheet.ts'
import { shareText } from './holding.ts'
import type { IncludedOffice } from './include-office.ts'
import { packAmount } from './pack-amount.ts'
import { groupAccountType, TRANSLATION_DIFFERENCE } from './translate.ts'

export function officeView(
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

export function accountsView({ translated, sheet }: GroupFigures, decimals: number): ConsolidatedAccount[] {
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
export function fundsView(
  { pack, books, closingRate }: TranslatedOffice,
  decimals: number,
): ConsolidatedFund[] {
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
export function statisticsView(
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

export function rateView(used: UsedRate): RateView
export function rateView(used: UsedRate | undefined): RateView | null
export function rateView(used: UsedRate | undefined): RateView | null {
  if (!used) return null
  const { rate, day, firstQuotedOn, lastQuotedOn, quotes, source } = used
  const perUnit = formatRate({ numerator: rate.denominator, denominator: rate.numerator })
  return { perUnit, day, firstQuotedOn, lastQuotedOn, quotes, source }
}
