import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { IsoDate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import type { InvoiceDocument } from '../invoices/index.ts'
import { obligationsOf, partiesOf, whatToDo } from './obligation.ts'

/** An invoice that should be on its way and is not, and what to do about it. */
export interface UnsentInvoice {
  readonly invoiceId: string
  readonly detail: string
  readonly noticedAt: Date
}

/** Invoices looked at and shown, at most. */
const UNSENT_MAX = 200

/**
 * Invoices that a rule would send and that could not be written so, and those the law wants on a network and that are not on
 * one; the latest first. Whatever was done with their PDF, they do not count as sent.
 */
export async function unsentInvoices(trx: Transaction, context: OfficeContext): Promise<UnsentInvoice[]> {
  const { officeId } = context
  const { rows } = await sql<UnsentInvoice>`
    select distinct on (p.invoice_id) p.invoice_id as "invoiceId", p.detail, p.noticed_at as "noticedAt"
      from samen.delivery_problem p
     where p.office_id = ${officeId}
       and not exists (select from samen.invoice_delivery d
                        where d.office_id = ${officeId} and d.invoice_id = p.invoice_id)
     order by p.invoice_id desc, p.noticed_at desc limit ${UNSENT_MAX}`.execute(trx)
  const known = new Set(rows.map(({ invoiceId }) => invoiceId))
  const obliged = await obligedInvoices(trx, context)
  return [...rows, ...obliged.filter(({ invoiceId }) => !known.has(invoiceId))].slice(0, UNSENT_MAX)
}

async function obligedInvoices(
  trx: Transaction,
  { officeId, plugin }: OfficeContext,
): Promise<UnsentInvoice[]> {
  const duties = (plugin.eInvoicing?.obligations ?? []).filter(({ duty }) => duty !== 'receive')
  const from = duties.map((one) => one.from).sort()[0]
  if (from === undefined) return []
  const meant = (to: string) => duties.some((one) => one.to === to)
  const { rows } = await sql<{
    invoiceId: string
    issuedOn: IsoDate
    issuedAt: Date
    document: Pick<InvoiceDocument, 'seller' | 'buyer'>
    publicBody: boolean
  }>`
    select i.invoice_id as "invoiceId", i.issued_on as "issuedOn", i.issued_at as "issuedAt", i.document,
           c.public_body as "publicBody"
      from samen.invoice i
      join samen.client c on c.office_id = i.office_id and c.client_id = i.client_id
     where i.office_id = ${officeId} and i.issued_on >= ${from}
       and i.document -> 'seller' ->> 'country' = ${plugin.country}
       and i.document -> 'buyer' ->> 'country' = ${plugin.country}
       and (${meant('anybody')} or ${meant('public-body')} and c.public_body
            or ${meant('business')} and coalesce(i.document -> 'buyer' ->> 'vatNumber',
                                                 i.document -> 'buyer' ->> 'companyNumber', '') <> '')
       and not exists (select from samen.invoice_delivery d
                        where d.office_id = ${officeId} and d.invoice_id = i.invoice_id)
     order by i.issued_on desc, i.invoice_id desc limit ${UNSENT_MAX}`.execute(trx)
  return rows.flatMap(({ invoiceId, issuedOn, issuedAt, document, publicBody }) => {
    const [duty] = obligationsOf(plugin, partiesOf(document, publicBody), issuedOn)
    // A law that names forms and no network is kept by giving the file out, which nobody sees from here.
    if (!duty || duty.channels.length === 0) return []
    return [{ invoiceId, detail: whatToDo(duty), noticedAt: issuedAt }]
  })
}
