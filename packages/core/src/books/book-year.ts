import type { IsoDate, Minor } from '../country/index.ts'
import type { LegalEntity } from '../legal-entities/index.ts'

/** An account under its national number; roles that a country puts under one number are one account here. */
export interface BookAccount {
  readonly number: string
  readonly name: string
  readonly type: 'asset' | 'liability' | 'equity' | 'income' | 'expense'
}

/** What an account brought into the year and what moved on it, minor units. */
export interface BookBalance extends BookAccount {
  /** ISO 4217. */
  readonly currency: string
  /**
   * Debit positive. Zero for income and expense: what they had in earlier years stands on the account of results brought
   * forward.
   */
  readonly opening: Minor
  /** Totals of the year, both positive. */
  readonly debit: Minor
  readonly credit: Minor
}

export interface BookEntry {
  /** The account's national number. */
  readonly number: string
  readonly currency: string
  /** Minor units; debit positive. */
  readonly amount: Minor
}

export interface BookTransaction {
  readonly transactionId: string
  /** What happened, as the ledger names it: `invoice`, `payslip`. */
  readonly kind: string
  readonly effectiveOn: IsoDate
  /** The day it was written into the ledger, in UTC. */
  readonly recordedOn: IsoDate
  /** The printed number of an invoice or the reference of a contract; else the id of what explains it. Never a name. */
  readonly reference: string
  readonly entries: readonly BookEntry[]
}

/** One legal entity's books of one fiscal year, as an export writes them. */
export interface BookYear {
  readonly entity: LegalEntity
  readonly currency: string
  readonly from: IsoDate
  readonly to: IsoDate
  /** The day the file is made. */
  readonly madeOn: IsoDate
  readonly accounts: readonly BookAccount[]
  readonly balances: readonly BookBalance[]
  readonly entryCount: bigint
  /** All transactions of the year in the order of recording, a page at a time; read once. */
  pages(): AsyncIterable<readonly BookTransaction[]>
}

/** Opening figures that are not zero; they sum to zero in each currency. */
export const openingLines = ({ balances }: Pick<BookYear, 'balances'>) =>
  balances
    .filter(({ opening }) => opening !== 0n)
    .map(({ number, name, currency, opening }) => ({ number, name, currency, amount: opening }))

/** Text that fits one cell of a line-based file: no tabs, line ends or other control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the characters it takes out
export const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\s]+/g, ' ').trim()

/** `2026-01-31` as `20260131`. */
export const compactDay = (day: IsoDate): string => day.replaceAll('-', '')
