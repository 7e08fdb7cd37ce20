import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { printedNumber } from '../invoices/index.ts'
import type { MatchedBy } from './statement-store.ts'

/** A receipt, or a part of it, that was given to an invoice and has not been taken back. */
export interface ReceiptMatched {
  readonly bankMatchId: string
  readonly bankTransactionId: string
  readonly bookedOn: IsoDate
  readonly counterpartyName: string | null
  readonly counterpartyIban: string | null
  readonly invoiceId: string
  readonly number: string
  readonly clientId: string
  readonly clientName: string
  /** Minor units. */
  readonly amount: Minor
  readonly currency: string
  /** It pays the interest and costs of the invoice, not the invoice. */
  readonly isLatePayment: boolean
  readonly matchedBy: MatchedBy
  readonly decidedBy: string
  readonly matchedAt: Date
}

const MATCHES_MAX = 500

/** Receipts matched, the latest first; 100 unless told, at most 500. */
export async function latestMatches(
  trx: Transaction,
  officeId: string,
  { limit = 100, before }: { limit?: number; before?: string | undefined } = {},
): Promise<ReceiptMatched[]> {
  const { rows } = await sql<Omit<ReceiptMatched, 'number'> & { series: string; serial: bigint }>`
    select m.bank_match_id as "bankMatchId", m.bank_transaction_id as "bankTransactionId", t.booked_on as "bookedOn",
           t.counterparty_name as "counterpartyName", t.counterparty_iban as "counterpartyIban",
           i.invoice_id as "invoiceId", i.series, i.number as serial, i.client_id as "clientId", k.name as "clientName",
           m.amount, i.currency, m.late_payment_of is not null as "isLatePayment", m.matched_by as "matchedBy",
           m.decided_by as "decidedBy", m.matched_at as "matchedAt"
      from bank_match m
      join bank_transaction t on t.office_id = ${officeId} and t.bank_transaction_id = m.bank_transaction_id
      join invoice i on i.office_id = ${officeId} and i.invoice_id = coalesce(m.invoice_id, m.late_payment_of)
      join client k on k.office_id = ${officeId} and k.client_id = i.client_id
     where m.office_id = ${officeId} and m.undoes is null and (m.invoice_id is not null or m.late_payment_of is not null)
       and (${before ?? null}::uuid is null or m.bank_match_id < ${before ?? null})
       and not exists (select from bank_match u where u.office_id = ${officeId} and u.undoes = m.bank_match_id)
     order by m.bank_match_id desc limit ${Math.min(limit, MATCHES_MAX)}`.execute(trx)
  return rows.map(({ series, serial, ...match }) => ({
    ...match,
    number: printedNumber({ series, number: serial }),
  }))
}
