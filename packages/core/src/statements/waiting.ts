import { sql } from 'kysely'
import type { Identifier, IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { billedOpenSql, printedNumber } from '../invoices/index.ts'
import { bankRules, knownPayers } from './bank-memory.ts'
import { plainName } from './names.ts'
import { type Suggestion, suggester, type WaitingInvoice } from './suggest.ts'

/** A bank transaction that waits, wholly or in part, for a human, with the invoices it may have been meant for. */
export interface WaitingTransaction {
  readonly bankTransactionId: string
  readonly legalEntityId: string
  readonly bookedOn: IsoDate
  readonly amount: Minor
  /** What of it is not explained yet; never negative. */
  readonly rest: Minor
  readonly currency: string
  /** What the payer's bank was told to pay, where that was in another currency. */
  readonly instructedCurrency: string | null
  readonly instructedAmount: Minor | null
  readonly counterpartyName: string | null
  readonly counterpartyIban: string | null
  readonly paymentReference: string | null
  readonly remittance: string | null
  readonly endToEndId: string | null
  readonly reversal: boolean
  /** The likeliest first; none for money that left or came back. */
  readonly suggestions: readonly Suggestion[]
}

/** Where a list goes on: the day and id of the last one seen. */
export interface WaitingAfter {
  readonly bookedOn: IsoDate
  readonly bankTransactionId: string
}

const WAITING_MAX = 500
/** Open invoices looked at, the earliest due first. */
const INVOICES_MAX = 100_000

/** The office's work list, oldest first; 100 unless told, at most 500. */
export async function waitingTransactions(
  trx: Transaction,
  officeId: string,
  identifiers: readonly Identifier[],
  { limit = 100, after }: { limit?: number; after?: WaitingAfter | undefined } = {},
): Promise<WaitingTransaction[]> {
  const { rows } = await sql<Omit<WaitingTransaction, 'suggestions'>>`
    select t.bank_transaction_id as "bankTransactionId", s.legal_entity_id as "legalEntityId",
           t.booked_on as "bookedOn", t.amount, (abs(t.amount) - matched.amount)::int8 as rest, t.currency,
           t.instructed_currency as "instructedCurrency", t.instructed_amount as "instructedAmount",
           t.counterparty_name as "counterpartyName", t.counterparty_iban as "counterpartyIban",
           t.payment_reference as "paymentReference", t.remittance, t.end_to_end_id as "endToEndId", t.reversal
      from bank_transaction t
      join bank_statement s on s.office_id = ${officeId} and s.bank_statement_id = t.bank_statement_id
     cross join lateral (select coalesce(sum(b.amount), 0) as amount from bank_match b
                          where b.office_id = ${officeId} and b.bank_transaction_id = t.bank_transaction_id) matched
     where t.office_id = ${officeId} and abs(t.amount) > matched.amount
       and (${after?.bookedOn ?? null}::date is null
            or (t.booked_on, t.bank_transaction_id) > (${after?.bookedOn ?? null}::date, ${after?.bankTransactionId ?? null}::uuid))
     order by t.booked_on, t.bank_transaction_id limit ${Math.min(limit, WAITING_MAX)}`.execute(trx)
  const receipts = rows.filter(isReceipt)
  if (receipts.length === 0) return rows.map((row) => ({ ...row, suggestions: [] }))
  const suggest = suggester({
    invoices: await openInvoices(trx, officeId),
    payers: await knownPayers(trx, officeId, {
      ibans: receipts.flatMap(({ counterpartyIban }) => counterpartyIban ?? []),
      names: receipts.flatMap(({ counterpartyName }) =>
        counterpartyName ? plainName(counterpartyName) : [],
      ),
    }),
    rules: await bankRules(trx, officeId),
    identifiers,
  })
  return rows.map((row) => ({ ...row, suggestions: isReceipt(row) ? suggest(row) : [] }))
}

const isReceipt = ({ amount, reversal }: { amount: Minor; reversal: boolean }) => amount > 0n && !reversal

async function openInvoices(trx: Transaction, officeId: string): Promise<WaitingInvoice[]> {
  // Lateral with offset 0 forces a look-up per job: with statistics from before a long statement it would be a scan each.
  const { rows } = await sql<
    Omit<WaitingInvoice, 'number' | 'billed'> & {
      series: string
      serial: bigint
      billedCurrency: string | null
      billedOpen: Minor
    }
  >`
    select i.invoice_id as "invoiceId", i.client_id as "clientId", k.name as "clientName", i.series, i.number as serial,
           i.payment_reference as "paymentReference", i.legal_entity_id as "legalEntityId", i.currency,
           i.due_on as "dueOn", due.amount as open, i.billed_currency as "billedCurrency",
           case when i.billed_currency is null then 0 else ${billedOpenSql} end::int8 as "billedOpen"
      from contract c
     cross join lateral (select * from invoice where office_id = ${officeId} and contract_id = c.contract_id
                            and kind <> 'credit-note' offset 0) i
      join client k on k.office_id = ${officeId} and k.client_id = i.client_id
     cross join lateral (select (i.total
             - coalesce((select sum(n.total) from invoice n where n.office_id = ${officeId} and n.credits = i.invoice_id), 0)
             - coalesce((select sum(b.amount) from bank_match b where b.office_id = ${officeId} and b.invoice_id = i.invoice_id), 0)
           )::int8 as amount) due
     where c.office_id = ${officeId} and c.state in ('order', 'started', 'done', 'invoiced') and due.amount > 0
       and not exists (select from invoice_write_off w where w.office_id = ${officeId} and w.invoice_id = i.invoice_id)
     order by i.due_on, i.invoice_id limit ${INVOICES_MAX}`.execute(trx)
  return rows.map(({ series, serial, billedCurrency, billedOpen, ...invoice }) => ({
    ...invoice,
    billed: billedCurrency === null ? null : { currency: billedCurrency, open: billedOpen },
    number: printedNumber({ series, number: serial }),
  }))
}
