import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import type { DebitScheme } from '../payments/index.ts'

/** Collections of one company that go to the bank together. */
export interface DirectDebitOrder {
  readonly directDebitOrderId: string
  readonly legalEntityId: string
  readonly collectOn: IsoDate
  readonly notifiedOn: IsoDate
  readonly state: 'prepared' | 'released' | 'discarded'
  readonly debits: number
  readonly total: Minor
  readonly preparedBy: string
  readonly preparedAt: Date
  readonly releasedBy: string | null
  readonly releasedAt: Date | null
  readonly paymentFileId: string | null
  /** Of the collections, how many have come in, and how many came back or were refused. */
  readonly collected: number
  readonly failed: number
}

/** One collection of an order. */
export interface OrderedDebit {
  readonly directDebitId: string
  readonly invoiceId: string
  readonly series: string
  readonly serial: bigint
  readonly paymentReference: string
  readonly clientName: string
  readonly mandateId: string
  readonly mandateReference: string
  readonly signedOn: IsoDate
  readonly scheme: DebitScheme
  readonly recurring: boolean
  readonly debtorName: string
  readonly iban: string
  readonly amount: Minor
  readonly endToEndId: string
  readonly blockId: string
  readonly collected: boolean
  readonly outcome: 'returned' | 'refused' | null
  readonly outcomeOn: IsoDate | null
  /** The bank's ISO 20022 code, or a person's words. */
  readonly outcomeReason: string | null
}

/** Orders, the latest first; at most `limit`, 100 unless told. */
export async function directDebitOrders(
  trx: Transaction,
  officeId: string,
  {
    orderId,
    beforeId,
    limit = 100,
  }: { orderId?: string; beforeId?: string | undefined; limit?: number } = {},
): Promise<DirectDebitOrder[]> {
  const { rows } = await sql<DirectDebitOrder>`
    select o.direct_debit_order_id as "directDebitOrderId", o.legal_entity_id as "legalEntityId",
           o.collect_on as "collectOn", o.notified_on as "notifiedOn", o.state, o.debits, o.total,
           o.prepared_by as "preparedBy", o.prepared_at as "preparedAt", o.released_by as "releasedBy",
           o.released_at as "releasedAt", f.payment_file_id as "paymentFileId", became.collected, became.failed
      from samen.direct_debit_order o
      left join samen.payment_file f on f.office_id = ${officeId} and f.direct_debit_order_id = o.direct_debit_order_id
     cross join lateral (select count(*) filter (where d.bank_transaction_id is not null and d.outcome is null)::int as collected,
                                count(*) filter (where d.outcome is not null)::int as failed
                           from samen.direct_debit d
                          where d.office_id = ${officeId} and d.direct_debit_order_id = o.direct_debit_order_id) became
     where o.office_id = ${officeId}
       and (${orderId ?? null}::uuid is null or o.direct_debit_order_id = ${orderId ?? null})
       and (${beforeId ?? null}::uuid is null or o.direct_debit_order_id < ${beforeId ?? null})
     order by o.direct_debit_order_id desc limit ${Math.min(limit, 1000)}`.execute(trx)
  return rows
}

/** The collections of an order, by block and id. */
export async function debitsOfOrder(
  trx: Transaction,
  officeId: string,
  orderId: string,
): Promise<OrderedDebit[]> {
  const { rows } = await sql<OrderedDebit>`
    select d.direct_debit_id as "directDebitId", d.invoice_id as "invoiceId", i.series, i.number as serial,
           i.payment_reference as "paymentReference", k.name as "clientName", m.mandate_id as "mandateId",
           m.reference as "mandateReference", m.signed_on as "signedOn", m.scheme, m.recurring,
           m.debtor_name as "debtorName", m.iban, d.amount, d.end_to_end_id as "endToEndId", d.block_id as "blockId",
           d.bank_transaction_id is not null as collected, d.outcome, d.outcome_on as "outcomeOn",
           d.outcome_reason as "outcomeReason"
      from samen.direct_debit d
      join samen.invoice i on i.office_id = ${officeId} and i.invoice_id = d.invoice_id
      join samen.client k on k.office_id = ${officeId} and k.client_id = i.client_id
      join samen.mandate m on m.office_id = ${officeId} and m.mandate_id = d.mandate_id
     where d.office_id = ${officeId} and d.direct_debit_order_id = ${orderId}
     order by d.block_id, d.direct_debit_id`.execute(trx)
  return rows
}

/** Invoices in a collection that has not failed, but for those of one order. */
export async function livingDebits(
  trx: Transaction,
  officeId: string,
  besides?: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ invoiceId: string }>`
    select invoice_id as "invoiceId" from samen.direct_debit
     where office_id = ${officeId} and outcome is null
       and direct_debit_order_id is distinct from ${besides ?? null}::uuid`.execute(trx)
  return new Set(rows.map(({ invoiceId }) => invoiceId))
}

/** What a person heard from the bank: that it refused collections whose money never came. */
export async function markRefused(
  trx: Transaction,
  officeId: string,
  refusal: { orderId: string; invoiceIds: readonly string[] | null; on: IsoDate; reason: string },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update samen.direct_debit set outcome = 'refused', outcome_on = ${refusal.on}, outcome_reason = ${refusal.reason}
     where office_id = ${officeId} and direct_debit_order_id = ${refusal.orderId} and outcome is null
       and bank_transaction_id is null
       and (${refusal.invoiceIds}::uuid[] is null or invoice_id = any(${refusal.invoiceIds}::uuid[]))`.execute(
    trx,
  )
  return Number(numAffectedRows ?? 0n)
}
