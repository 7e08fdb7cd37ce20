import { type RawBuilder, sql } from 'kysely'
import type { IsoDate, Minor, VatDocument, VatFigure, VatTreatment } from '../country/index.ts'
import { copyRows, lockInOffice, type Transaction } from '../database/index.ts'

export const VAT_FORMS = ['return', 'sales-list', 'one-stop-shop'] as const
export type VatFormKind = (typeof VAT_FORMS)[number]

/** A return or list that was filed. */
export interface FiledReturn {
  readonly vatReturnId: string
  readonly legalEntityId: string
  readonly form: VatFormKind
  readonly from: IsoDate
  readonly to: IsoDate
  readonly reference: string
  readonly boxes: readonly { readonly code: string; readonly amount: string }[]
  readonly filedOn: IsoDate
  readonly filedBy: string
}

/** A period's sums of one treatment. */
export interface TreatmentSum extends VatFigure {
  readonly documents: bigint
  /** The part that belonged to periods filed before, in `base` and `vat` already. */
  readonly lateBase: Minor
  readonly lateVat: Minor
}

/** One document's part of a box or treatment. */
export interface VatItem {
  readonly documentId: string
  readonly lineNo: number
  readonly kind: VatDocument
  readonly code: string
  readonly category: VatTreatment['category']
  readonly rate: string
  readonly base: Minor
  readonly vat: Minor
  readonly lateBase: Minor
  readonly lateVat: Minor
  /** Printed number of the invoice; for a purchase what the ledger says of it. */
  readonly number: string
  readonly date: IsoDate
  readonly clientName: string | null
  readonly clientNumber: string | null
  readonly contractId: string | null
}

/** Makes whoever files or chooses for an office's returns wait for each other. */
export async function lockReturns(trx: Transaction, officeId: string): Promise<void> {
  await lockInOffice(trx, officeId, 'vat-return')
}

/** The latest filed first, at most 200. */
export async function filedReturns(
  trx: Transaction,
  officeId: string,
  legalEntityId: string,
  form: VatFormKind,
): Promise<FiledReturn[]> {
  const { rows } = await sql<FiledReturn>`
    select vat_return_id as "vatReturnId", legal_entity_id as "legalEntityId", form, period_from as "from",
           period_to as "to", reference, boxes, filed_on as "filedOn", filed_by as "filedBy"
      from samen.vat_return
     where office_id = ${officeId} and legal_entity_id = ${legalEntityId} and form = ${form}
     order by period_from desc limit 200`.execute(trx)
  return rows
}

/** Where the filed periods begin and end; undefined when nothing was filed. */
export async function filedSpan(
  trx: Transaction,
  officeId: string,
  legalEntityId: string,
  form: VatFormKind,
): Promise<{ readonly first: IsoDate; readonly last: IsoDate } | undefined> {
  const { rows } = await sql<{ first: IsoDate | null; last: IsoDate | null }>`
    select min(period_from) as first, max(period_to) as last from samen.vat_return
     where office_id = ${officeId} and legal_entity_id = ${legalEntityId} and form = ${form}`.execute(trx)
  const { first, last } = rows[0] as (typeof rows)[0]
  return first === null || last === null ? undefined : { first, last }
}

/** The items of a filing as they were filed, in the columns of `itemsSql`. */
export const filedItemsSql = (officeId: string, vatReturnId: string): RawBuilder<unknown> => sql`
  select document_id, line_no, kind, code, category, rate, base, vat, late_base, late_vat from samen.vat_return_item
   where office_id = ${officeId} and vat_return_id = ${vatReturnId}`

/** Items by treatment, rate and kind of document. */
export async function treatmentSums(trx: Transaction, items: RawBuilder<unknown>): Promise<TreatmentSum[]> {
  const { rows } = await sql<TreatmentSum>`
    select kind as document, code, category, rate, sum(base)::int8 as base, sum(vat)::int8 as vat,
           count(distinct document_id)::int8 as documents, sum(late_base)::int8 as "lateBase",
           sum(late_vat)::int8 as "lateVat"
      from (${items}) i group by kind, code, category, rate order by code, rate, kind`.execute(trx)
  return rows
}

/** What chooses items: a list of alternatives, each naming what the item must be. Empty: all. */
export type ItemFilter = readonly {
  readonly documents?: readonly string[]
  readonly categories?: readonly string[]
  readonly rates?: readonly string[]
  readonly codes?: readonly string[]
}[]

/** Single documents of a period, by day and number, a page at a time. */
export async function itemsPage(
  trx: Transaction,
  officeId: string,
  items: RawBuilder<unknown>,
  {
    filter,
    clientNumber,
    limit,
    offset,
  }: {
    filter: ItemFilter
    clientNumber?: string | undefined
    limit: number
    offset: number
  },
): Promise<VatItem[]> {
  const one = (column: string, allowed: readonly string[] | undefined) =>
    allowed ? [sql`i.${sql.ref(column)} = any(${[...allowed]}::text[])`] : []
  const alternatives = filter.map(({ documents, categories, rates, codes }) => {
    const all = [
      ...one('kind', documents),
      ...one('category', categories),
      ...one('rate', rates),
      ...one('code', codes),
    ]
    return all.length > 0 ? sql`(${sql.join(all, sql` and `)})` : sql`true`
  })
  const chosen = alternatives.length > 0 ? sql`(${sql.join(alternatives, sql` or `)})` : sql`true`
  const { rows } = await sql<VatItem>`
    select i.document_id as "documentId", i.line_no as "lineNo", i.kind, i.code, i.category, i.rate, i.base, i.vat,
           i.late_base as "lateBase", i.late_vat as "lateVat",
           coalesce(v.series || '-' || lpad(v.number::text, greatest(5, length(v.number::text)), '0'), t.description, '') as number,
           coalesce(v.issued_on, t.effective_on) as date, v.document -> 'buyer' ->> 'name' as "clientName",
           v.document -> 'buyer' ->> 'vatNumber' as "clientNumber", v.contract_id as "contractId"
      from (${items}) i
      left join samen.invoice v on v.office_id = ${officeId} and v.invoice_id = i.document_id
      left join samen.ledger_transaction t
        on t.office_id = ${officeId} and t.transaction_id = i.document_id and i.kind in ('purchase', 'purchase-credit')
     where ${chosen}
       and (${clientNumber ?? null}::text is null or v.document -> 'buyer' ->> 'vatNumber' = ${clientNumber ?? null})
     order by date, number, i.document_id, i.line_no limit ${limit} offset ${offset}`.execute(trx)
  return rows
}

/** A client's part of the list of sales in the Union. */
export interface SalesListLine {
  readonly country: string
  readonly vatNumber: string
  readonly name: string
  readonly documents: bigint
  readonly base: Minor
  readonly lateBase: Minor
}

/** By the client's number as the invoices carry it; those without a number stand under an empty one. */
export async function salesListLines(
  trx: Transaction,
  officeId: string,
  items: RawBuilder<unknown>,
): Promise<SalesListLine[]> {
  const { rows } = await sql<SalesListLine>`
    select v.document -> 'buyer' ->> 'country' as country, coalesce(v.document -> 'buyer' ->> 'vatNumber', '') as "vatNumber",
           min(v.document -> 'buyer' ->> 'name') as name, count(distinct i.document_id)::int8 as documents,
           sum(i.base)::int8 as base, sum(i.late_base)::int8 as "lateBase"
      from (${items}) i join samen.invoice v on v.office_id = ${officeId} and v.invoice_id = i.document_id
     group by 1, 2 order by 1, 2 limit 20000`.execute(trx)
  return rows
}

export async function insertReturn(
  trx: Transaction,
  officeId: string,
  filed: FiledReturn & { readonly filedAt: Date },
  items: RawBuilder<unknown>,
): Promise<void> {
  await copyRows(
    trx,
    'vat_return',
    [
      ...['office_id', 'vat_return_id', 'legal_entity_id', 'form', 'period_from', 'period_to', 'reference'],
      ...['boxes', 'filed_on', 'filed_by', 'filed_at'],
    ],
    [
      [
        officeId,
        filed.vatReturnId,
        filed.legalEntityId,
        filed.form,
        filed.from,
        filed.to,
        filed.reference,
        JSON.stringify(filed.boxes),
        filed.filedOn,
        filed.filedBy,
        filed.filedAt,
      ],
    ],
  )
  await sql`
    insert into samen.vat_return_item (office_id, vat_return_id, document_id, line_no, kind, code, category, rate, base, vat,
                                       late_base, late_vat)
    select ${officeId}::uuid, ${filed.vatReturnId}::uuid, i.* from (${items}) i`.execute(trx)
}

/** VAT of a period by the ledger and by the documents behind it, as owed; the two are the same unless something is wrong. */
export interface VatAgreement {
  /** Charged on invoices less credit notes. */
  readonly charged: { readonly books: Minor; readonly documents: Minor }
  /** Given back for debts that are lost. */
  readonly relieved: { readonly books: Minor; readonly documents: Minor }
  /** In money that came in after all on debts given up. */
  readonly recovered: Minor
  /** What suppliers charged and may be deducted. */
  readonly deductible: Minor
}

export async function vatAgreement(
  trx: Transaction,
  officeId: string,
  legalEntityId: string,
  { from, to }: { from: IsoDate; to: IsoDate },
): Promise<VatAgreement> {
  const { rows } = await sql<
    Record<'charged' | 'relieved' | 'recovered' | 'beside' | 'deductible' | 'issued' | 'lost', Minor>
  >`
    select b.charged, b.relieved, b.deductible, r.recovered, r.beside, i.issued, w.lost
      from (select coalesce(sum(credit - debit) filter (where account = 'vat-payable'), 0)::int8 as charged,
                   coalesce(sum(debit - credit) filter (where account = 'vat-relief'), 0)::int8 as relieved,
                   coalesce(sum(debit - credit) filter (where account = 'vat-deductible'), 0)::int8 as deductible
              from samen.ledger_balance
             where office_id = ${officeId} and legal_entity_id = ${legalEntityId}
               and account in ('vat-payable', 'vat-relief', 'vat-deductible')
               and month between ${from}::date and ${to}::date) b,
           (select coalesce(-sum(e.amount) filter (where 'recovery' in (t.kind, o.kind)), 0)::int8 as recovered,
                   coalesce(-sum(e.amount), 0)::int8 as beside
              from samen.ledger_transaction t
              join samen.ledger_entry e on e.office_id = t.office_id and e.transaction_id = t.transaction_id
              left join samen.ledger_transaction o on o.office_id = t.office_id and o.transaction_id = t.reverses
             where t.office_id = ${officeId} and t.legal_entity_id = ${legalEntityId}
               and (t.kind in ('recovery', 'booked-by-hand') or o.kind in ('recovery', 'booked-by-hand'))
               and t.effective_on between ${from}::date and ${to}::date and e.account = 'vat-payable') r,
           (select coalesce(sum(case when kind = 'credit-note' then -vat else vat end), 0)::int8 as issued
              from samen.invoice
             where office_id = ${officeId} and legal_entity_id = ${legalEntityId}
               and issued_on between ${from}::date and ${to}::date) i,
           (select coalesce(sum(w.vat_relief), 0)::int8 as lost
              from samen.invoice_write_off w
              join samen.invoice v on v.office_id = w.office_id and v.invoice_id = w.invoice_id
             where w.office_id = ${officeId} and v.legal_entity_id = ${legalEntityId}
               and w.written_off_on between ${from}::date and ${to}::date) w`.execute(trx)
  const { charged, relieved, recovered, beside, deductible, issued, lost } = rows[0] as (typeof rows)[0]
  return {
    // What moved there beside invoices: recoveries, and what was paid.
    charged: { books: charged - beside, documents: issued },
    relieved: { books: relieved, documents: lost },
    recovered,
    deductible,
  }
}
