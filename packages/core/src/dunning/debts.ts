import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { billedOpenSql } from '../invoices/index.ts'

/** Why nobody reminds of an invoice for now. */
export type Pause = 'promise' | 'dispute' | 'handed-over' | 'insolvent'

/** An invoice that is open after its due day, with everything a letter and a decision need. */
export interface OverdueInvoice {
  readonly invoiceId: string
  readonly series: string
  readonly number: bigint
  readonly clientId: string
  readonly clientName: string
  readonly language: string
  readonly email: string | null
  /** A consumer: neither a company number nor a VAT number is known. */
  readonly consumer: boolean
  readonly legalEntityId: string
  readonly currency: string
  readonly issuedOn: IsoDate
  readonly dueOn: IsoDate
  readonly paymentReference: string
  readonly total: Minor
  /** What was to be paid once credit notes are taken off. */
  readonly principal: Minor
  readonly open: Minor
  /** Of one in another currency: what is open in that. */
  readonly billed: { readonly currency: string; readonly open: Minor } | null
  readonly payments: readonly { readonly on: IsoDate; readonly amount: Minor }[]
  /** The last level reached and when; 0 and null when never reminded. */
  readonly level: number
  readonly remindedOn: IsoDate | null
  readonly firstRemindedOn: IsoDate | null
  readonly pause: Pause | null
  /** Until when a promise holds; what is disputed about it. */
  readonly pauseUntil: IsoDate | null
  readonly pauseReason: string | null
  /** Of interest and costs, what was paid and booked. */
  readonly latePaid: Minor
}

/** Invoices looked at in one go. */
export const OVERDUE_MAX = 20_000

/**
 * Every invoice open after its due day, of all clients or one, the longest overdue first. One statement.
 *
 * @param invoiceId that one, though it were paid in full: for what the law still adds to it.
 */
export async function overdueInvoices(
  trx: Transaction,
  officeId: string,
  today: IsoDate,
  { clientId, invoiceId }: { clientId?: string; invoiceId?: string } = {},
): Promise<OverdueInvoice[]> {
  const { rows } = await sql<
    Omit<OverdueInvoice, 'payments' | 'billed'> & {
      payments: { on: string; amount: string }[] | null
      billedCurrency: string | null
      billedOpen: Minor
    }
  >`
    select i.invoice_id as "invoiceId", i.series, i.number, i.client_id as "clientId", k.name as "clientName",
           k.language, k.email, k.company_number is null and k.vat_number is null as consumer,
           i.legal_entity_id as "legalEntityId", i.currency, i.issued_on as "issuedOn", i.due_on as "dueOn",
           i.payment_reference as "paymentReference", i.total, (i.total - credit.total)::int8 as principal,
           greatest(0, i.total - credit.total - receipt.amount)::int8 as open, receipt.parts as payments,
           i.billed_currency as "billedCurrency", case when i.billed_currency is null then 0 else ${billedOpenSql} end::int8 as "billedOpen",
           coalesce(letter.level, 0) as level, letter.last as "remindedOn", letter.first as "firstRemindedOn",
           case when k.bankrupt_on is not null then 'insolvent' when k.handed_over_on is not null then 'handed-over'
                when dispute.kind = 'dispute' then 'dispute'
                when promise.until_on >= ${today}::date then 'promise' end as pause,
           case when promise.until_on >= ${today}::date then promise.until_on end as "pauseUntil",
           case when dispute.kind = 'dispute' then dispute.reason end as "pauseReason",
           coalesce((select sum(b.amount) from bank_match b
                      where b.office_id = ${officeId} and b.late_payment_of = i.invoice_id), 0)::int8 as "latePaid"
      from invoice i
      join client k on k.office_id = ${officeId} and k.client_id = i.client_id
     cross join lateral (select coalesce(sum(n.total), 0) as total from invoice n
                          where n.office_id = ${officeId} and n.credits = i.invoice_id) credit
     cross join lateral (select coalesce(sum(b.amount), 0) as amount,
                                jsonb_agg(jsonb_build_object('on', t.booked_on, 'amount', b.amount::text)
                                          order by t.booked_on) as parts
                           from bank_match b
                           join bank_transaction t on t.office_id = ${officeId} and t.bank_transaction_id = b.bank_transaction_id
                          where b.office_id = ${officeId} and b.invoice_id = i.invoice_id) receipt
      left join lateral (select max(d.level) as level, max(d.sent_on) as last, min(d.sent_on) as first
                           from dunning_reminder d
                          where d.office_id = ${officeId} and d.invoice_id = i.invoice_id) letter on true
      left join lateral (select s.kind, s.reason from collection_step s
                          where s.office_id = ${officeId} and s.client_id = i.client_id
                            and (s.invoice_id = i.invoice_id or s.invoice_id is null)
                            and s.kind in ('dispute', 'dispute-settled')
                          order by s.collection_step_id desc limit 1) dispute on true
      left join lateral (select s.until_on from collection_step s
                          where s.office_id = ${officeId} and s.client_id = i.client_id
                            and (s.invoice_id = i.invoice_id or s.invoice_id is null) and s.kind = 'promise'
                          order by s.collection_step_id desc limit 1) promise on true
     where i.office_id = ${officeId} and i.kind <> 'credit-note' and i.due_on < ${today}::date
       and (${clientId ?? null}::uuid is null or i.client_id = ${clientId ?? null})
       and (i.invoice_id = ${invoiceId ?? null}
            or (${invoiceId ?? null}::uuid is null and i.total - credit.total - receipt.amount > 0
                and not exists (select from invoice_write_off w
                                 where w.office_id = ${officeId} and w.invoice_id = i.invoice_id)))
     order by i.due_on, i.invoice_id limit ${OVERDUE_MAX}`.execute(trx)
  return rows.map(({ payments, billedCurrency, billedOpen, ...row }) => ({
    ...row,
    billed: billedCurrency === null ? null : { currency: billedCurrency, open: billedOpen },
    payments: (payments ?? []).map(({ on, amount }) => ({ on, amount: BigInt(amount) })),
  }))
}
