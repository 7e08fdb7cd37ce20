import { addDays, type IsoDate, type Minor, monthOf } from '../country/index.ts'
import { type OfficeEntry, officeDirectory, type Transaction } from '../database/index.ts'
import { notFound } from '../problem/index.ts'
import type { RateTable, UsedRate } from '../rates/index.ts'
import { type GroupAdjustment, groupAdjustments } from './adjustments.ts'
import { booksReceived, type ReceivedBooks } from './books-received.ts'
import { type GroupSheet, groupSheet } from './group-sheet.ts'
import { readTerms, toleranceOn } from './terms-store.ts'
import { type TranslatedBooks, translateBooks } from './translate.ts'

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
