import { sql } from 'kysely'
import { clientById } from '../clients/index.ts'
import type { OfficeContext } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { type Invoice, printedNumber } from '../invoices/index.ts'
import { isMailAddress, queueMail } from '../mail/index.ts'
import { invalid, refused } from '../problem/index.ts'
import type { FormatDetails } from './write-format.ts'

/** How long a message with an invoice may wait for a mail server. */
const WORTH_DAYS = 60

/**
 * The address an invoice is mailed to: the one told, the one for bills of the client's rule, or the client's own.
 *
 * @throws Problem `refused` where nobody knows the address; `invalid-field` for one that is none.
 */
export async function billingAddress(
  trx: Transaction,
  officeId: string,
  { clientId }: Pick<Invoice, 'clientId'>,
  {
    details: { billingEmail },
    asked,
  }: { details: FormatDetails; asked: { readonly recipient?: string | undefined } | undefined },
): Promise<string> {
  if (asked?.recipient !== undefined && !isMailAddress(asked.recipient))
    throw invalid('recipient', 'Not an e-mail address.')
  const address = asked?.recipient ?? billingEmail ?? (await clientById(trx, officeId, clientId)).email
  if (address === null || !isMailAddress(address))
    throw refused('No e-mail address of the client is known: add it to the client, or to a rule for it.')
  return address
}

/** Lays the message that carries a delivery's file and the invoice as PDF down to be sent. */
export async function mailInvoice(
  trx: Transaction,
  context: OfficeContext,
  invoiceDeliveryId: string,
  invoice: Invoice,
  recipient: string,
): Promise<void> {
  const { seller, buyer, language } = invoice.document
  await queueMail(trx, context, {
    kind: 'invoice',
    about: invoiceDeliveryId,
    recipient,
    recipientName: buyer.name,
    language,
    fields: {
      invoiceId: invoice.invoiceId,
      number: printedNumber(invoice),
      seller: seller.name,
      document: invoice.kind,
    },
    expiresAt: new Date(context.now.getTime() + WORTH_DAYS * 86_400_000),
  })
}

/**
 * Says of mailed invoices what became of their messages: of those that still wait, and of one whose message has moved since.
 * The latest copy of a message counts.
 */
export async function settleMailedInvoices(
  trx: Transaction,
  officeId: string,
  now: Date,
  invoiceDeliveryId?: string,
): Promise<void> {
  await sql`
    with latest as (
      select distinct on (m.about) m.about, m.mail_id, m.detail,
             case when m.state = 'queued' then 'queued'
                  when m.state in ('sent', 'handed-over') then 'sent' else 'failed' end as state
        from samen.mail m
       where m.office_id = ${officeId} and m.kind = 'invoice' and m.about in (
         select d.invoice_delivery_id::text from samen.invoice_delivery d
          where d.office_id = ${officeId} and d.channel = 'email'
            and (d.state = 'queued' or d.invoice_delivery_id = ${invoiceDeliveryId ?? null}::uuid))
       order by m.about, m.copy desc)
    update samen.invoice_delivery d
       set state = l.state, next_step = case l.state when 'sent' then 'done' else 'correct' end, detail = l.detail,
           remote_id = coalesce(d.remote_id, case l.state when 'sent' then l.mail_id::text end), changed_at = ${now}
      from latest l
     where d.office_id = ${officeId} and d.invoice_delivery_id::text = l.about and l.state not in ('queued', d.state)
       and not (l.state = 'sent' and exists (
         select from samen.invoice_delivery o
          where o.office_id = ${officeId} and o.invoice_id = d.invoice_id and o.channel = 'email' and o.state <> 'failed'
            and o.invoice_delivery_id <> d.invoice_delivery_id))`.execute(trx)
}
