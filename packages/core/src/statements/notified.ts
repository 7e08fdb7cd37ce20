import { sql } from 'kysely'
import type { Minor } from '../country/index.ts'
import { copyRows, type Transaction } from '../database/index.ts'
import type { BankMessage, StatementTransaction } from './statement.ts'

/** That a statement holds money which a notification had brought into the books before. */
export interface Confirmation {
  readonly bankRef: string
  readonly amount: Minor
}

/**
 * What is booked already under the bank's own references, while the messages of one file are taken in. A notification and a
 * statement may tell of the same entry in either order: it is booked by whichever comes first. Only a statement is complete, so
 * what it says beyond what was notified is booked, and what a notification leaves untold waits for it.
 */
export class BookedEntries {
  readonly #notified: Map<string, Minor>
  readonly #known: Set<string>

  constructor(rows: readonly { iban: string; bankRef: string; notified: Minor }[]) {
    this.#known = new Set(rows.map(keyOf))
    this.#notified = new Map(rows.map((row) => [keyOf(row), row.notified]))
  }

  /** Of a message's transactions those that are news, and what it confirms. */
  newsOf(message: BankMessage): {
    readonly transactions: readonly StatementTransaction[]
    readonly confirmations: readonly Confirmation[]
    /** Entries of a notification that no statement could be told from: they are left for it. */
    readonly nameless: number
    /** Entries of which more was notified than the statement holds: what the bank kept back, unless a later statement holds the rest. */
    readonly short: readonly { readonly bankRef: string; readonly notified: Minor; readonly stated: Minor }[]
  } {
    const news =
      message.kind === 'notification' ? this.#newsOfNotification(message) : this.#newsOfStatement(message)
    for (const { bankRef } of message.transactions)
      if (bankRef) this.#known.add(keyOf({ iban: message.iban, bankRef }))
    return news
  }

  #newsOfNotification({ iban, transactions }: BankMessage) {
    const named = transactions.filter(({ bankRef }) => bankRef !== undefined)
    const news = named.filter(({ bankRef }) => !this.#known.has(keyOf({ iban, bankRef: bankRef as string })))
    for (const { bankRef, amount } of news) {
      const key = keyOf({ iban, bankRef: bankRef as string })
      this.#notified.set(key, (this.#notified.get(key) ?? 0n) + amount)
    }
    return { transactions: news, confirmations: [], nameless: transactions.length - named.length, short: [] }
  }

  #newsOfStatement({ iban, transactions }: BankMessage) {
    const confirmations: Confirmation[] = []
    const news: StatementTransaction[] = []
    const short: { bankRef: string; notified: Minor; stated: Minor }[] = []
    const taken = new Map<string, Minor>()
    for (const [bankRef, parts] of Map.groupBy(transactions, (one) => one.bankRef)) {
      if (bankRef === undefined) continue
      const key = keyOf({ iban, bankRef })
      const total = parts.reduce((sum, { amount }) => sum + amount, 0n)
      const notified = this.#notified.get(key) ?? 0n
      const confirmed = nearerZero(total, notified)
      if (confirmed === 0n) continue
      taken.set(bankRef, confirmed)
      confirmations.push({ bankRef, amount: confirmed })
      this.#notified.set(key, notified - confirmed)
      if (confirmed !== notified) short.push({ bankRef, notified, stated: total })
      // What is left of the entry has no part of its own any more: which of them were notified nobody says.
      if (confirmed !== total) news.push(restOf(parts, total - confirmed))
    }
    for (const one of transactions) if (one.bankRef === undefined || !taken.has(one.bankRef)) news.push(one)
    return { transactions: news, confirmations, nameless: 0, short }
  }
}

const keyOf = ({ iban, bankRef }: { iban: string; bankRef: string }) => `${iban} ${bankRef}`

/** The smaller of two amounts of one sign; nothing where the signs differ. */
function nearerZero(a: Minor, b: Minor): Minor {
  if (a > 0n && b > 0n) return a < b ? a : b
  if (a < 0n && b < 0n) return a > b ? a : b
  return 0n
}

function restOf(parts: readonly StatementTransaction[], amount: Minor): StatementTransaction {
  const { entryRef, bankRef, bookedOn, reversal, remittance, batchId } = parts[0] as StatementTransaction
  return {
    entryRef,
    bookedOn,
    amount,
    references: [],
    reversal,
    ...(bankRef && { bankRef }),
    ...(remittance && { remittance }),
    ...(batchId && { batchId }),
  }
}

/** What the office's books hold under the references of these messages. */
export async function bookedEntries(
  trx: Transaction,
  officeId: string,
  messages: readonly BankMessage[],
): Promise<BookedEntries> {
  const refs = [
    ...new Set(messages.flatMap(({ transactions }) => transactions.flatMap(({ bankRef }) => bankRef ?? []))),
  ]
  const { rows } = await sql<{ iban: string; bankRef: string; notified: Minor }>`
    select s.iban, t.bank_ref as "bankRef",
           (coalesce(sum(t.amount) filter (where s.kind = 'notification'), 0)
            - coalesce((select sum(c.amount) from bank_confirmation c
                          join bank_statement b on b.office_id = ${officeId} and b.bank_statement_id = c.bank_statement_id
                         where c.office_id = ${officeId} and c.bank_ref = t.bank_ref and b.iban = s.iban), 0))::int8 as notified
      from bank_transaction t
      join bank_statement s on s.office_id = ${officeId} and s.bank_statement_id = t.bank_statement_id
     where t.office_id = ${officeId} and t.bank_ref = any(${refs}::text[])
     group by s.iban, t.bank_ref`.execute(trx)
  return new BookedEntries(rows)
}

export async function insertConfirmations(
  trx: Transaction,
  officeId: string,
  bankStatementId: string,
  confirmations: readonly Confirmation[],
): Promise<void> {
  await copyRows(
    trx,
    'bank_confirmation',
    ['office_id', 'bank_statement_id', 'bank_ref', 'amount'],
    confirmations.map(({ bankRef, amount }) => [officeId, bankStatementId, bankRef, amount]),
  )
}
