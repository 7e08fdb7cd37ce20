import { type RawBuilder, sql } from 'kysely'
import { lockInOffice, type Transaction } from '../database/index.ts'
import { notFound } from '../problem/index.ts'
import type { SupplierInvoice, SupplierInvoiceFacts, SupplierInvoiceState } from './supplier-invoice.ts'

export interface NewSupplierInvoice extends SupplierInvoiceFacts {
  readonly supplierInvoiceId: string
  readonly arrivedBy: string
  readonly receivedAt: Date
  readonly receivedBy: string
}

export async function insertSupplierInvoice(
  trx: Transaction,
  officeId: string,
  supplierInvoice: NewSupplierInvoice,
): Promise<void> {
  const row = {
    office_id: officeId,
    supplier_invoice_id: supplierInvoice.supplierInvoiceId,
    legal_entity_id: supplierInvoice.legalEntityId,
    kind: supplierInvoice.kind,
    supplier_key: supplierInvoice.supplierKey,
    supplier_name: supplierInvoice.supplierName,
    supplier_country: supplierInvoice.supplierCountry,
    supplier_vat_number: supplierInvoice.supplierVatNumber,
    number: supplierInvoice.number,
    issued_on: supplierInvoice.issuedOn,
    due_on: supplierInvoice.dueOn,
    credits_number: supplierInvoice.creditsNumber,
    currency: supplierInvoice.currency,
    net: supplierInvoice.net,
    vat: supplierInvoice.vat,
    rounding: supplierInvoice.rounding,
    total: supplierInvoice.total,
    prepaid: supplierInvoice.prepaid,
    vat_parts: JSON.stringify(supplierInvoice.vatParts),
    iban: supplierInvoice.iban,
    bic: supplierInvoice.bic,
    payment_reference: supplierInvoice.paymentReference,
    syntax: supplierInvoice.syntax,
    findings: JSON.stringify(supplierInvoice.findings),
    breaks_rules: supplierInvoice.breaksRules,
    arrived_by: supplierInvoice.arrivedBy,
    received_at: supplierInvoice.receivedAt,
    received_by: supplierInvoice.receivedBy,
    state: 'received',
  }
  const columns = Object.keys(row).map((name) => sql.ref(name))
  await sql`
    insert into samen.supplier_invoice (${sql.join(columns)}, rule_sets)
    values (${sql.join(Object.values(row))}, ${[...supplierInvoice.ruleSets]}::text[])`.execute(trx)
}

export async function insertOriginal(
  trx: Transaction,
  officeId: string,
  file: { supplierInvoiceId: string; name: string; sha256: Buffer; content: Uint8Array },
): Promise<void> {
  await sql`
    insert into samen.supplier_invoice_original (office_id, supplier_invoice_id, name, sha256, content)
    values (${officeId}, ${file.supplierInvoiceId}, ${file.name}, ${file.sha256}, ${Buffer.from(file.content)})`.execute(
    trx,
  )
}

/** The file as it arrived. @throws Problem `not-found`, also for what was entered by hand. */
export async function supplierOriginal(
  trx: Transaction,
  officeId: string,
  supplierInvoiceId: string,
): Promise<{ name: string; sha256: string; content: Buffer }> {
  const { rows } = await sql<{ name: string; sha256: string; content: Buffer }>`
    select name, encode(sha256, 'hex') as sha256, content from samen.supplier_invoice_original
     where office_id = ${officeId} and supplier_invoice_id = ${supplierInvoiceId}`.execute(trx)
  if (!rows[0]) throw notFound('file of such a supplier invoice')
  return rows[0]
}

/**
 * Of the supplier invoices that were not refused: the one that came in this very file, or says the same number of the same supplier.
 *
 * @param sha256 of the file; null where the supplier invoice is on paper.
 */
export async function findDouble(
  trx: Transaction,
  officeId: string,
  {
    supplierKey,
    kind,
    number,
    issuedOn,
  }: Pick<SupplierInvoiceFacts, 'supplierKey' | 'kind' | 'number' | 'issuedOn'>,
  sha256: Buffer | null,
): Promise<{ supplierInvoiceId: string; sameFile: boolean } | undefined> {
  const { rows } = await sql<{ supplierInvoiceId: string; sameFile: boolean }>`
    select s.supplier_invoice_id as "supplierInvoiceId", coalesce(o.sha256 = ${sha256}::bytea, false) as "sameFile"
      from samen.supplier_invoice s
      left join samen.supplier_invoice_original o
        on o.office_id = s.office_id and o.supplier_invoice_id = s.supplier_invoice_id
     where s.office_id = ${officeId} and s.state <> 'refused'
       and (o.sha256 = ${sha256}::bytea
            or (s.supplier_key = ${supplierKey} and s.kind = ${kind} and s.number = ${number}
                and extract(year from s.issued_on) = extract(year from ${issuedOn}::date)))
     limit 1`.execute(trx)
  return rows[0]
}

export interface SupplierInvoiceQuestion {
  readonly supplierInvoiceIds?: readonly string[]
  readonly state?: SupplierInvoiceState | undefined
  /** Of the member's activities, and those the member brought and nobody has assigned. */
  readonly memberId?: string
  readonly broughtBy?: string
  readonly beforeId?: string | undefined
  readonly limit?: number
}

/** Supplier invoices, the latest first; at most `limit`, 100 unless told. */
export async function supplierInvoices(
  trx: Transaction,
  officeId: string,
  { supplierInvoiceIds, state, memberId, broughtBy, beforeId, limit = 100 }: SupplierInvoiceQuestion = {},
): Promise<SupplierInvoice[]> {
  const conditions: RawBuilder<unknown>[] = [sql`s.office_id = ${officeId}`]
  if (supplierInvoiceIds)
    conditions.push(sql`s.supplier_invoice_id = any(${[...supplierInvoiceIds]}::uuid[])`)
  if (state) conditions.push(sql`s.state = ${state}`)
  if (beforeId) conditions.push(sql`s.supplier_invoice_id < ${beforeId}`)
  if (memberId)
    conditions.push(sql`(s.activity_id in (select activity_id from samen.activity_member
                          where office_id = ${officeId} and member_id = ${memberId})
                         or (s.activity_id is null and s.received_by = ${broughtBy ?? ''}))`)
  const { rows } = await sql<SupplierInvoice>`
    select s.supplier_invoice_id as "supplierInvoiceId", s.legal_entity_id as "legalEntityId", s.kind,
           s.supplier_key as "supplierKey", s.supplier_name as "supplierName", s.supplier_country as "supplierCountry",
           s.supplier_vat_number as "supplierVatNumber", s.number, s.issued_on as "issuedOn", s.due_on as "dueOn",
           s.credits_number as "creditsNumber", s.currency, s.net, s.vat, s.rounding, s.total, s.prepaid,
           s.vat_parts as "vatParts", s.iban, s.bic, s.payment_reference as "paymentReference", s.syntax,
           s.rule_sets as "ruleSets", s.findings, s.breaks_rules as "breaksRules", s.arrived_by as "arrivedBy",
           s.received_at as "receivedAt", s.received_by as "receivedBy", s.state, s.activity_id as "activityId",
           a.name as "activityName", s.assigned_by as "assignedBy", s.decided_by as "decidedBy",
           s.decided_at as "decidedAt", s.reason, s.deductible_vat as "deductibleVat",
           s.self_assessed_vat as "selfAssessedVat", s.cost, f.asset_id as "assetId", s.booked_on as "bookedOn", s.pay_to as "payTo",
           case when p.state is null then 'none' when p.state = 'prepared' then 'prepared'
                when p.is_paid then 'paid' else 'released' end as payment,
           s.iban is not null and exists (
             select from samen.supplier_invoice e
              where e.office_id = ${officeId} and e.supplier_key = s.supplier_key and e.state = 'approved'
                and e.supplier_invoice_id < s.supplier_invoice_id and e.pay_to <> s.iban)
           and not exists (
             select from samen.supplier_invoice e
              where e.office_id = ${officeId} and e.supplier_key = s.supplier_key and e.state = 'approved'
                and e.supplier_invoice_id < s.supplier_invoice_id and e.pay_to = s.iban) as "newAccount"
      from samen.supplier_invoice s
      left join samen.activity a on a.office_id = s.office_id and a.activity_id = s.activity_id
      left join samen.fixed_asset f on f.office_id = s.office_id and f.supplier_invoice_id = s.supplier_invoice_id
      left join lateral (
        select o.state, x.amount = 0 or exists (
                 select from samen.bank_match b
                  where b.office_id = ${officeId} and b.supplier_invoice_id = s.supplier_invoice_id) as is_paid
          from samen.supplier_payment x
          join samen.supplier_payment_order o
            on o.office_id = x.office_id and o.supplier_payment_order_id = x.supplier_payment_order_id
         where x.office_id = ${officeId} and x.supplier_invoice_id = s.supplier_invoice_id) p on true
     where ${sql.join(conditions, sql` and `)}
     order by s.supplier_invoice_id desc limit ${Math.min(limit, 1000)}`.execute(trx)
  return rows
}

/** @throws Problem `not-found` */
export async function supplierInvoiceById(
  trx: Transaction,
  officeId: string,
  supplierInvoiceId: string,
): Promise<SupplierInvoice> {
  const [supplierInvoice] = await supplierInvoices(trx, officeId, { supplierInvoiceIds: [supplierInvoiceId] })
  if (!supplierInvoice) throw notFound('such supplier invoice')
  return supplierInvoice
}

/** Makes who decides about supplier invoices of the office wait for each other. */
export async function lockSupplierInvoices(trx: Transaction, officeId: string): Promise<void> {
  await lockInOffice(trx, officeId, 'supplier-invoices')
}

/** Changes what of a supplier invoice may change; the database refuses the rest. */
export async function changeSupplierInvoice(
  trx: Transaction,
  officeId: string,
  supplierInvoiceId: string,
  changes: Readonly<Record<string, string | bigint | Date | null>>,
): Promise<void> {
  const assignments = Object.entries(changes).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  await sql`
    update samen.supplier_invoice set ${sql.join(assignments)}
     where office_id = ${officeId} and supplier_invoice_id = ${supplierInvoiceId}`.execute(trx)
}
