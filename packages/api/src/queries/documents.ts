import { contractById } from '@samen/core/contracts'
import type { AnyCountryPlugin } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { billingRecords, invoiceById, printedNumber } from '@samen/core/invoices'
import { legalEntities } from '@samen/core/legal-entities'
import { memberById } from '@samen/core/members'
import { payslip as payslipById } from '@samen/core/payslips'
import { notFound } from '@samen/core/problem'
import { invoiceDocument, type PdfSource, payslipDocument } from '../documents/index.ts'

/** A document that is read and not yet drawn: no transaction waits for the drawing. */
export interface ReadDocument {
  /** Of the file, without its ending. */
  readonly name: string
  readonly source: PdfSource
}

interface Where {
  readonly officeId: string
  readonly plugin: AnyCountryPlugin
}

/** An invoice or credit note to print, in the buyer's language. @throws Problem `not-found` */
export async function invoiceToPrint(
  trx: Transaction,
  { officeId, plugin }: Where,
  invoiceId: string,
): Promise<ReadDocument> {
  const invoice = await invoiceById(trx, officeId, invoiceId)
  const { reference } = await contractById(trx, officeId, invoice.contractId)
  const { locales, languages } = plugin
  // A legal mention in a language the country does not have is the country's own.
  const texts = locales[invoice.document.language] ?? locales[languages[0] ?? 'en'] ?? {}
  const records = await billingRecords(trx, officeId, { invoiceIds: [invoiceId] })
  const recordAddress = records.findLast(({ address }) => address !== null)?.address
  return {
    name: printedNumber(invoice),
    source: invoiceDocument(invoice, { reference, texts, recordAddress }),
  }
}

/**
 * A payslip to print, in the language asked for or else the member's.
 *
 * @throws Problem `not-found`, also where a member asks for another's or for one that was not paid.
 */
export async function payslipToPrint(
  trx: Transaction,
  { officeId, plugin }: Where,
  payslipId: string,
  { language: asked, memberId }: { language?: string | undefined; memberId?: string },
): Promise<ReadDocument> {
  const payslip = await payslipById(trx, officeId, payslipId)
  if (memberId !== undefined && (payslip.memberId !== memberId || payslip.payRunState !== 'posted'))
    throw notFound('such payslip')
  const member = await memberById(trx, officeId, payslip.memberId)
  const employer = (await legalEntities(trx, officeId)).find(
    ({ legalEntityId }) => legalEntityId === payslip.legalEntityId,
  )
  if (!employer) throw new Error(`payslip ${payslipId} has no employer`)
  const language = asked ?? member.language
  const texts = plugin.locales[language] ?? plugin.locales.en ?? {}
  return {
    name: `${payslip.contractReference}-${payslip.periodFrom}-${payslip.periodTo}`,
    source: payslipDocument(payslip, { employer, member, language, texts }),
  }
}
