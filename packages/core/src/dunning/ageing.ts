import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'

/** Days after the due day at which a bucket begins; the first holds what is not due yet. */
export const AGEING_DAYS = [null, 1, 31, 61, 91] as const

/** What clients owe by how late it is; `buckets` as `AGEING_DAYS`, minor units. */
export interface ClientAgeing {
  readonly clientId: string
  readonly name: string
  readonly rating: string
  readonly bankruptOn: IsoDate | null
  readonly handedOverOn: IsoDate | null
  readonly invoices: number
  /** Days of its latest open invoice, zero when none is overdue. */
  readonly overdueDays: number
  readonly buckets: readonly Minor[]
  readonly total: Minor
}

export interface Ageing {
  readonly total: Minor
  readonly buckets: readonly { readonly amount: Minor; readonly invoices: number }[]
  /** The clients that owe most after the due day, at most as many as asked. */
  readonly clients: readonly ClientAgeing[]
  readonly debtors: number
}

/** What the office's clients owe today in a currency, by age. One statement. */
export async function ageing(
  trx: Transaction,
  officeId: string,
  { today, currency, limit = 50 }: { today: IsoDate; currency: string; limit?: number },
): Promise<Ageing> {
  const { rows } = await sql<Omit<ClientAgeing, 'buckets'> & { buckets: Minor[]; counts: number[] }>`
    with open as (
      select i.client_id, i.total - credit.amount - receipt.amount as amount, ${today}::date - i.due_on as late
        from invoice i
       cross join lateral (select coalesce(sum(n.total), 0) as amount from invoice n
                            where n.office_id = ${officeId} and n.credits = i.invoice_id) credit
       cross join lateral (select coalesce(sum(b.amount), 0) as amount from bank_match b
                            where b.office_id = ${officeId} and b.invoice_id = i.invoice_id) receipt
       where i.office_id = ${officeId} and i.kind <> 'credit-note' and i.currency = ${currency}
         and i.total - credit.amount - receipt.amount > 0
         and not exists (select from invoice_write_off w
                          where w.office_id = ${officeId} and w.invoice_id = i.invoice_id)
    ), aged as (
      select client_id, amount, greatest(late, 0) as late,
             case when late < 1 then 1 when late < 31 then 2 when late < 61 then 3 when late < 91 then 4 else 5 end as bucket
        from open
    )
    select a.client_id as "clientId", k.name, k.rating, k.bankrupt_on as "bankruptOn",
           k.handed_over_on as "handedOverOn", count(*)::int as invoices, max(a.late)::int as "overdueDays",
           array[${sql.join([1, 2, 3, 4, 5].map((n) => sql`coalesce(sum(a.amount) filter (where a.bucket = ${n}), 0)::int8`))}] as buckets,
           array[${sql.join([1, 2, 3, 4, 5].map((n) => sql`(count(*) filter (where a.bucket = ${n}))::int`))}] as counts,
           sum(a.amount)::int8 as total
      from aged a join client k on k.office_id = ${officeId} and k.client_id = a.client_id
     group by a.client_id, k.name, k.rating, k.bankrupt_on, k.handed_over_on
     order by sum(a.amount) filter (where a.bucket > 1) desc nulls last, k.name, a.client_id`.execute(trx)
  return {
    total: rows.reduce((sum, { total }) => sum + total, 0n),
    debtors: rows.length,
    buckets: AGEING_DAYS.map((_, at) => ({
      amount: rows.reduce((sum, { buckets }) => sum + (buckets[at] ?? 0n), 0n),
      invoices: rows.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0),
    })),
    clients: rows.slice(0, limit).map(({ counts: _, ...client }) => client),
  }
}
