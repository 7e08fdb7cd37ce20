import { formatAmount, type Minor } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { billedOpenSql, printedNumber } from '@samen/core/invoices'
import { notFound } from '@samen/core/problem'
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Page } from '../answers/common.ts'
import type { client, invoice, invoiceState } from '../answers/invoices.ts'
import type { PageQuery } from '../routes/route.ts'
import { cursorOf, pageOf, rowsOf } from './page.ts'

type InvoiceAnswer = z.infer<typeof invoice>
type InvoiceState = z.infer<typeof invoiceState>

/**
 * An invoice and how it stands: what was credited, received and written off, and what is therefore open.
 *
 * @param invoices those to look at; all unless told.
 */
export const standing = (
  today: string,
  invoices: RawBuilder<unknown> = sql`samen.invoice`,
): RawBuilder<unknown> => sql`
  select i.*, ${billedOpenSql}::int8 as billed_open, k.name as client_name, s.credited, s.received, s.lost,
         case when i.kind <> 'credit-note' then greatest(i.total - s.credited - s.received - s.lost, 0) else 0 end as open,
         case when i.kind = 'credit-note' or s.credited >= i.total then 'credited'
              when s.received + s.credited >= i.total then 'paid'
              when s.lost > 0 then 'written-off'
              when i.due_on < ${today}::date then 'overdue'
              when s.received > 0 then 'partly-paid'
              else 'open' end as state
    from ${invoices} i
    join samen.client k on k.office_id = i.office_id and k.client_id = i.client_id
    cross join lateral (
      select coalesce((select sum(n.total) from samen.invoice n
                        where n.office_id = i.office_id and n.contract_id = i.contract_id and n.credits = i.invoice_id), 0)::int8 as credited,
             coalesce((select sum(b.amount) from samen.bank_match b
                        where b.office_id = i.office_id and b.invoice_id = i.invoice_id), 0)::int8 as received,
             coalesce((select w.unspent_budget + w.vat_relief + w.fund_loss + w.uncovered from samen.invoice_write_off w
                        where w.office_id = i.office_id and w.invoice_id = i.invoice_id), 0)::int8 as lost) s`

interface InvoiceRow {
  invoice_id: string
  series: string
  number: bigint
  kind: 'invoice' | 'deposit' | 'credit-note'
  credits: string | null
  contract_id: string
  client_id: string
  client_name: string
  issued_on: string
  due_on: string
  currency: string
  net: Minor
  vat: Minor
  total: Minor
  received: Minor
  open: Minor
  state: InvoiceState
  payment_reference: string
  billed_currency: string | null
  billed_total: Minor | null
  billed_open: Minor | null
}

/** Invoices and credit notes, the latest first. */
export async function invoicesPage(
  trx: Transaction,
  officeId: string,
  today: string,
  query: PageQuery & {
    state?: InvoiceState | undefined
    clientId?: string | undefined
    contractId?: string | undefined
  },
): Promise<Page<InvoiceAnswer>> {
  const after = cursorOf(query, ['day', 'id'])
  const page = sql`
     where office_id = ${officeId}
       and (${query.clientId ?? null}::uuid is null or client_id = ${query.clientId ?? null})
       and (${query.contractId ?? null}::uuid is null or contract_id = ${query.contractId ?? null})
       and (${after?.[0] ?? null}::date is null
            or (issued_on, invoice_id) < (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))`
  const order = sql`order by issued_on desc, invoice_id desc limit ${rowsOf(query)}`
  // How an invoice stands costs three look-ups: only where the state is asked for must that be known of all.
  const { rows } = query.state
    ? await sql<InvoiceRow>`
        select * from (${standing(today)}) s ${page} and state = ${query.state} ${order}`.execute(trx)
    : await sql<InvoiceRow>`
        select * from (${standing(today, sql`(select * from samen.invoice ${page} ${order})`)}) s ${order}`.execute(
        trx,
      )
  return pageOf(rows, query, (row) => [row.issued_on, row.invoice_id], invoiceAnswer)
}

/** @throws Problem `not-found` */
export async function invoiceAnswerOf(
  trx: Transaction,
  officeId: string,
  today: string,
  invoiceId: string,
): Promise<InvoiceAnswer> {
  const { rows } = await sql<InvoiceRow>`
    select * from (${standing(today)}) s where office_id = ${officeId} and invoice_id = ${invoiceId}`.execute(
    trx,
  )
  if (!rows[0]) throw notFound('such invoice')
  return invoiceAnswer(rows[0])
}

function invoiceAnswer(row: InvoiceRow): InvoiceAnswer {
  return {
    invoiceId: row.invoice_id,
    number: printedNumber(row),
    kind: row.kind,
    credits: row.credits,
    contractId: row.contract_id,
    client: { clientId: row.client_id, name: row.client_name },
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    currency: row.currency,
    net: formatAmount(row.net),
    vat: formatAmount(row.vat),
    total: formatAmount(row.total),
    paid: formatAmount(row.received),
    open: formatAmount(row.open),
    state: row.state,
    paymentReference: row.payment_reference,
    billed:
      row.billed_currency === null || row.billed_total === null
        ? null
        : {
            currency: row.billed_currency,
            total: formatAmount(row.billed_total),
            open: formatAmount(row.open === 0n ? 0n : (row.billed_open ?? 0n)),
          },
  }
}

interface ClientRow {
  client_id: string
  name: string
  country: string
  company_number: string | null
  vat_number: string | null
  sector: string | null
  payment_terms_days: number
  bankrupt_on: string | null
  credit_limit: Minor
  open: Minor
  overdue: Minor
  exposure: Minor
}

/** Clients by name, with what they owe and what the guarantee fund has advanced for them. */
export async function clientsPage(
  trx: Transaction,
  officeId: string,
  today: string,
  currency: string,
  query: PageQuery & { search?: string | undefined },
): Promise<Page<z.infer<typeof client>>> {
  const [after] = cursorOf(query, ['id']) ?? []
  const pattern = `%${(query.search ?? '').toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<ClientRow>`
    with page as (
      select * from samen.client
       where office_id = ${officeId} and merged_into is null and lower(name) like ${pattern}
         and (${after ?? null}::uuid is null
              or (lower(name), client_id) > (select lower(name), client_id from samen.client
                                              where office_id = ${officeId} and client_id = ${after ?? null}))
       order by lower(name), client_id limit ${rowsOf(query)})
    select p.*, coalesce(o.open, 0)::int8 as open, coalesce(o.overdue, 0)::int8 as overdue,
           coalesce((select sum(a.amount - a.repaid - a.lost) from samen.fund_advance a
                      where a.office_id = p.office_id and a.client_id = p.client_id
                        and a.repaid + a.lost < a.amount), 0)::int8 as exposure
      from page p
      left join lateral (
        select sum(s.open) as open, sum(s.open) filter (where s.due_on < ${today}::date) as overdue
          from (${standing(today)}) s where s.office_id = p.office_id and s.client_id = p.client_id) o on true
     order by lower(p.name), p.client_id`.execute(trx)
  return pageOf(
    rows,
    query,
    (row) => [row.client_id],
    (row) => ({
      clientId: row.client_id,
      name: row.name,
      country: row.country,
      companyNumber: row.company_number,
      vatNumber: row.vat_number,
      sector: row.sector,
      currency,
      paymentTermsDays: row.payment_terms_days,
      bankruptOn: row.bankrupt_on,
      open: formatAmount(row.open),
      overdue: formatAmount(row.overdue),
      exposure: formatAmount(row.exposure),
      creditLimit: formatAmount(row.credit_limit),
    }),
  )
}
