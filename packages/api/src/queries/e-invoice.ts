import type { OfficeContext } from '@samen/core/context'
import { contractById } from '@samen/core/contracts'
import type { AnyCountryPlugin } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { checkInvoice, type EInvoice } from '@samen/core/e-invoice'
import { asEInvoice, invoiceById } from '@samen/core/invoices'
import { refused } from '@samen/core/problem'

/**
 * An issued invoice in the model of EN 16931, in the buyer's language where the country has it.
 *
 * @throws Problem `not-found`; `refused` with the findings when it would break a rule its receiver applies: nothing that
 *   may be sent back goes out.
 */
export async function eInvoiceOf(
  trx: Transaction,
  { officeId }: OfficeContext,
  invoiceId: string,
  { locales, languages }: AnyCountryPlugin,
): Promise<EInvoice> {
  const invoice = await invoiceById(trx, officeId, invoiceId)
  const { reference } = await contractById(trx, officeId, invoice.contractId)
  const texts = locales[invoice.document.language] ?? locales[languages[0] ?? 'en'] ?? {}
  const written = asEInvoice(invoice, { reference, texts })
  const { valid, findings } = checkInvoice(written)
  if (valid) return written
  const [first] = findings
  throw refused(
    `As an e-invoice it would be sent back: ${first?.text} Complete the client's or the company's data; an issued invoice is corrected by a credit note and a new one.`,
    { findings: findings.map(({ rule, level, place, text }) => ({ rule, level, place, text })) },
  )
}
