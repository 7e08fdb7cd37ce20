import { type RawBuilder, sql } from 'kysely'

/**
 * What a job's invoice, its deposit and its credit notes come to: one row of `net`, `total`, `levy`, minor units. A subquery
 * to stand in `cross join lateral`; `contractId` is a column of the query around it.
 */
export const billedSql = (officeId: string, contractId: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select coalesce(sum(case kind when 'credit-note' then -net else net end), 0)::int8 as net,
         coalesce(sum(case kind when 'credit-note' then -total else total end), 0)::int8 as total,
         coalesce(sum(case kind when 'credit-note' then -levy else levy end), 0)::int8 as levy
    from samen.invoice where office_id = ${officeId} and contract_id = ${contractId})`

/** What came in on a job's invoice and its deposit: one row of `amount`, minor units. Used as `billedSql`. */
export const receivedSql = (officeId: string, contractId: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select coalesce(sum(b.amount), 0)::int8 as amount
    from samen.invoice d
    join samen.bank_match b on b.office_id = ${officeId} and b.invoice_id = d.invoice_id
   where d.office_id = ${officeId} and d.contract_id = ${contractId} and d.kind <> 'credit-note')`

/** What is open of an invoice in another currency, in that, minor units. An expression of a query over invoices as `i`. */
export const billedOpenSql = sql`(i.billed_total
  - coalesce((select sum(n.billed_total) from samen.invoice n where n.office_id = i.office_id and n.credits = i.invoice_id), 0)
  - coalesce((select sum(b.billed_amount) from samen.bank_match b
               where b.office_id = i.office_id and b.invoice_id = i.invoice_id), 0))`
