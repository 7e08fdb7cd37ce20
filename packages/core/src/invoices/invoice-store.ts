import { type ColumnType, sql } from 'kysely'
import { type IsoDate, type Minor, parseAmount } from '../country/index.ts'
import { copyRows, type Transaction } from '../database/index.ts'
import { notFound } from '../problem/index.ts'
import type { Credited } from './credit-note.ts'
import type { Invoice } from './invoice.ts'

export interface InvoiceTables {
  invoice: {
    office_id: string
    invoice_id: string
    legal_entity_id: string
    series: string
    number: bigint
    kind: Invoice['kind']
    credits: string | null
    contract_id: string
    client_id: string
    issued_on: IsoDate
    due_on: IsoDate
    currency: string
    net: Minor
    vat: Minor
    total: Minor
    levy: Minor
    payment_reference: string
    agreed_net: Minor | null
    billed_currency: string | null
    billed_total: Minor | null
    document: ColumnType<Record<string, unknown>, string, never>
    issued_at: ColumnType<Date, Date | undefined, never>
  }
}

export async function insertInvoices(
  trx: Transaction,
  officeId: string,
  invoices: readonly Invoice[],
): Promise<void> {
  await copyRows(
    trx,
    'invoice',
    INVOICE_COLUMNS,
    invoices.map((i) => [
      officeId,
      i.invoiceId,
      i.legalEntityId,
      i.series,
      i.number,
      i.kind,
      i.credits,
      i.contractId,
      i.clientId,
      i.issuedOn,
      i.dueOn,
      i.currency,
      i.net,
      i.vat,
      i.total,
      i.levy,
      i.paymentReference,
      i.agreedNet,
      i.document.billed?.currency ?? null,
      i.document.billed ? parseAmount(i.document.billed.total) : null,
      JSON.stringify(i.document),
    ]),
  )
}

const INVOICE_COLUMNS = [
  ...['office_id', 'invoice_id', 'legal_entity_id', 'series', 'number', 'kind', 'credits', 'contract_id'],
  ...[
    'client_id',
    'issued_on',
    'due_on',
    'currency',
    'net',
    'vat',
    'total',
    'levy',
    'payment_reference',
    'agreed_net',
    'billed_currency',
    'billed_total',
    'document',
  ],
]

/** @throws Problem `not-found` */
export async function invoiceById(trx: Transaction, officeId: string, invoiceId: string): Promise<Invoice> {
  const [invoice] = await invoicesById(trx, officeId, [invoiceId])
  if (!invoice) throw notFound('such invoice')
  return invoice
}

/**
 * The invoice or credit note of a company by its printed number, `INV-2026-00042`.
 *
 * @param entityNo the company's number in the office.
 * @throws Problem `not-found`
 */
export async function invoiceByNumber(
  trx: Transaction,
  officeId: string,
  entityNo: number,
  printed: string,
): Promise<Invoice> {
  const [, series, number] = /^([A-Z]{2,3}-\d{4})-(\d{1,12})$/.exec(printed) ?? []
  if (series === undefined || number === undefined) throw notFound('such invoice')
  const { rows } = await sql<Invoice>`
    select ${invoiceFields} from samen.invoice
     where office_id = ${officeId} and series = ${series} and number = ${BigInt(number)}
       and legal_entity_id = (select legal_entity_id from samen.legal_entity
                               where office_id = ${officeId} and entity_no = ${entityNo})`.execute(trx)
  if (!rows[0]) throw notFound('such invoice')
  return rows[0]
}

/** Those of the invoices that exist, in no order. */
export async function invoicesById(
  trx: Transaction,
  officeId: string,
  invoiceIds: readonly string[],
): Promise<Invoice[]> {
  const { rows } = await sql<Invoice>`
    select ${invoiceFields} from samen.invoice
     where office_id = ${officeId} and invoice_id = any(${invoiceIds}::uuid[])`.execute(trx)
  return rows
}

/** Invoices and credit notes of these contracts, in the order issued. */
export async function invoicesOfContracts(
  trx: Transaction,
  officeId: string,
  contractIds: readonly string[],
): Promise<Invoice[]> {
  const { rows } = await sql<Invoice>`
    select ${invoiceFields} from samen.invoice
     where office_id = ${officeId} and contract_id = any(${contractIds}::uuid[])
     order by issued_on, kind desc, series, number`.execute(trx)
  return rows
}

export interface InvoiceFilter {
  readonly clientId?: string
  readonly kind?: Invoice['kind']
  /** Part of the payment reference, digits compared only. */
  readonly reference?: string
  readonly limit?: number
  readonly offset?: number
}

/** A page of the office's invoices and credit notes, the latest first. */
export async function listInvoices(
  trx: Transaction,
  officeId: string,
  { clientId, kind, reference, limit = 50, offset = 0 }: InvoiceFilter = {},
): Promise<Invoice[]> {
  const digits = reference?.replace(/\D/g, '') || null
  const { rows } = await sql<Invoice>`
    select ${invoiceFields} from samen.invoice
     where office_id = ${officeId}
       and (${clientId ?? null}::uuid is null or client_id = ${clientId ?? null}::uuid)
       and (${kind ?? null}::text is null or kind = ${kind ?? null}::text)
       and (${digits}::text is null or regexp_replace(payment_reference, '\\D', '', 'g') like '%' || ${digits}::text || '%')
     order by issued_on desc, series desc, number desc limit ${Math.min(limit, 500)} offset ${offset}`.execute(
    trx,
  )
  return rows
}

const invoiceFields =
  sql.raw(`invoice_id as "invoiceId", legal_entity_id as "legalEntityId", series, number, kind,
  credits, contract_id as "contractId", client_id as "clientId", issued_on as "issuedOn", due_on as "dueOn", currency,
  net, vat, total, levy, payment_reference as "paymentReference", agreed_net as "agreedNet", document`)

/** The credit notes over an invoice or a deposit. */
export async function notesOf(trx: Transaction, officeId: string, invoiceId: string): Promise<Invoice[]> {
  const { rows } = await sql<Invoice>`
    select ${invoiceFields} from samen.invoice
     where office_id = ${officeId} and credits = ${invoiceId}`.execute(trx)
  return rows
}

/** What credit notes take back together. Pure. */
export function creditedBy(notes: readonly Pick<Invoice, 'net' | 'levy' | 'document'>[]): Credited {
  const parts = new Map<string, { base: Minor; vat: Minor }>()
  for (const { code, base, amount } of notes.flatMap(({ document }) => document.vat)) {
    const before = parts.get(code) ?? { base: 0n, vat: 0n }
    parts.set(code, { base: before.base + parseAmount(base), vat: before.vat + parseAmount(amount) })
  }
  const sum = (key: 'net' | 'levy') => notes.reduce((total, note) => total + note[key], 0n)
  return { net: sum('net'), levy: sum('levy'), parts }
}
