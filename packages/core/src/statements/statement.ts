import type { IsoDate, Minor } from '../country/index.ts'
import { invalid, type Problem } from '../problem/index.ts'

interface Booked {
  readonly iban: string
  /** The bank's own identification of the statement. */
  readonly reference: string
  readonly fromOn?: IsoDate
  readonly toOn: IsoDate
  readonly currency: string
  readonly transactions: readonly StatementTransaction[]
}

/** A bank's account statement, exact and checked: `opening + Σ transactions = closing`. */
export interface Statement extends Booked {
  readonly kind: 'statement'
  readonly opening: Minor
  readonly closing: Minor
}

/** What a bank tells of single entries before, or in more detail than, its statement; it holds no balances. */
export interface Notification extends Booked {
  readonly kind: 'notification'
}

export type BankMessage = Statement | Notification

export interface StatementTransaction {
  /** The bank's reference, or its place in the statement; unique within it. */
  readonly entryRef: string
  /** The bank's reference of the whole entry, by which a notification and a statement speak of the same money. */
  readonly bankRef?: string
  readonly bookedOn: IsoDate
  /** Money in is positive. */
  readonly amount: Minor
  /** What the payer told its bank to pay, where that was in another currency. */
  readonly instructed?: { readonly currency: string; readonly amount: Minor }
  readonly counterpartyName?: string
  readonly counterpartyIban?: string
  /** Structured payment references found, compact: digits of a +++…+++ communication, or RF… */
  readonly references: readonly string[]
  readonly remittance?: string
  readonly endToEndId?: string
  /** Where the bank books a payment file as one entry: the block or message it answers. */
  readonly batchId?: string
  /** Takes back an earlier booking, or returns a payment that did not arrive. */
  readonly reversal: boolean
  /** Why a payment came back, by its ISO 20022 code: `AC04` the account is closed. */
  readonly returnReason?: string
}

/** Files beyond this are refused before they are read. */
export const STATEMENT_BYTES_MAX = 20 * 1024 * 1024

export const unreadable = (detail: string, field = 'file'): Problem =>
  invalid(field, `The statement cannot be read: ${detail}.`)

/** Banks repeat their reference for the parts of a batch; the second gets a number behind it. */
export function distinctRefs(transactions: readonly StatementTransaction[]): readonly StatementTransaction[] {
  const seen = new Set<string>()
  return transactions.map((transaction) => {
    const { entryRef } = transaction
    let unique = entryRef
    for (let number = 2; seen.has(unique); number++) unique = `${entryRef}#${number}`
    seen.add(unique)
    return { ...transaction, entryRef: unique }
  })
}

export const REMITTANCE_MAX = 500
export const NAME_MAX = 200
