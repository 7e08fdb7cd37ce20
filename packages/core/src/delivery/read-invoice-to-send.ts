import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { contractById } from '../contracts/index.ts'
import type { Transaction } from '../database/index.ts'
import { checkInvoice, type EInvoice, UnwritableError } from '../e-invoice/index.ts'
import { asEInvoice, type Invoice, invoiceById } from '../invoices/index.ts'
import { takeNumbers } from '../legal-entities/index.ts'
import { refused } from '../problem/index.ts'
import type { DeliveryFormat } from './channel.ts'
import {
  type CreditContext,
  type FormatDetails,
  forFormat,
  type WrittenInvoice,
  writeFormat,
} from './write-format.ts'

export interface InvoiceToSend {
  readonly invoice: Invoice
  readonly eInvoice: EInvoice
}

/** An issued invoice in the model of EN 16931, in the buyer's language where the country has it. @throws Problem `not-found` */
export async function readInvoiceToSend(
  trx: Transaction,
  { officeId, plugin: { locales, languages } }: OfficeContext,
  invoiceId: string,
): Promise<InvoiceToSend> {
  const invoice = await invoiceById(trx, officeId, invoiceId)
  const { reference } = await contractById(trx, officeId, invoice.contractId)
  const texts = locales[invoice.document.language] ?? locales[languages[0] ?? 'en'] ?? {}
  return { invoice, eInvoice: asEInvoice(invoice, { reference, texts }) }
}

/**
 * An issued invoice as a file of a format, checked by the rules of what it claims to be.
 *
 * @throws Problem `not-found`; `refused` with the findings when it would break a rule its receiver applies, or naming what
 *   the format wants and the invoice lacks: nothing that may be sent back goes out.
 */
export async function invoiceInFormat(
  trx: Transaction,
  context: OfficeContext,
  invoiceId: string,
  format: DeliveryFormat,
  details: FormatDetails = {},
): Promise<WrittenInvoice & { readonly eInvoice: EInvoice }> {
  const issued = await readInvoiceToSend(trx, context, invoiceId)
  const { invoice } = issued
  const eInvoice =
    format === IN_EURO && invoice.document.billed
      ? await inOwnCurrency(trx, context, invoice)
      : issued.eInvoice
  const claimed = forFormat(eInvoice, format, details)
  const { valid, findings } = checkInvoice(claimed)
  if (!valid)
    throw refused(
      `As an e-invoice it would be sent back: ${findings[0]?.text} Complete the client's or the company's data; an issued invoice is corrected by a credit note and a new one.`,
      { findings: findings.map(({ rule, level, place, text }) => ({ rule, level, place, text })) },
    )
  try {
    const written = writeFormat(eInvoice, format, {
      details,
      // Only the exchange system wants its files numbered; a number is not used up for any other.
      fileNumber:
        format === 'fatturapa'
          ? await takeNumbers(trx, context.officeId, invoice.legalEntityId, 'SDI', 1)
          : 0n,
      credit:
        invoice.kind === 'credit-note' ? await creditContext(trx, context.officeId, invoice) : undefined,
      language: invoice.document.language,
      exchangeRate: invoice.document.billed?.rate,
    })
    return { ...written, eInvoice: claimed }
  } catch (error) {
    if (error instanceof UnwritableError)
      throw refused(`It cannot be written as ${format}: ${error.message}`, { format })
    throw error
  }
}

/** Italy's exchange system is told what an invoice in another currency comes to in euro (DPR 633/1972, art. 13 (4) and 21 (2)). */
const IN_EURO: DeliveryFormat = 'fatturapa'

/** The invoice as the books have it, with what the client pays said in words. */
async function inOwnCurrency(
  trx: Transaction,
  { officeId, plugin: { locales, languages } }: OfficeContext,
  invoice: Invoice,
): Promise<EInvoice> {
  const { billed, ...document } = invoice.document
  const { reference } = await contractById(trx, officeId, invoice.contractId)
  const texts = locales[document.language] ?? locales[languages[0] ?? 'en'] ?? {}
  const written = asEInvoice({ ...invoice, document }, { reference, texts })
  if (!billed) return written
  const { currency, total, rate, rateOn, rateSource } = billed
  const text = `${currency} ${total}; 1 ${currency} = ${rate} ${invoice.currency} (${rateSource.toUpperCase()}, ${rateOn})`
  return { ...written, notes: [...(written.notes ?? []), { text }] }
}

async function creditContext(trx: Transaction, officeId: string, note: Invoice): Promise<CreditContext> {
  const { rows } = await sql<{ earlier: number; lines: number; isWhole: boolean }>`
    select count(*) filter (where kind = 'credit-note')::int as earlier,
           sum(jsonb_array_length(document -> 'lines'))::int as lines,
           bool_or(kind <> 'credit-note' and total = ${note.total}) as "isWhole"
      from samen.invoice
     where office_id = ${officeId} and (invoice_id = ${note.credits} or credits = ${note.credits})
       and (kind <> 'credit-note' or (series, number) < (${note.series}, ${note.number}))`.execute(trx)
  const { earlier, lines, isWhole } = rows[0] as (typeof rows)[0]
  return {
    isWhole: isWhole && earlier === 0,
    index: earlier + 1,
    linesBefore: lines,
    performed: note.document.performed,
  }
}
