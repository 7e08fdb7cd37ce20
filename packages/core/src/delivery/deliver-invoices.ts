import { sql } from 'kysely'
import { clientById } from '../clients/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { type Database, inOffice, type Transaction } from '../database/index.ts'
import { deliver, enqueue } from '../outbox/index.ts'
import { conflict, Problem, refused } from '../problem/index.ts'
import { receiveSupplierInvoice } from '../supplier-invoices/index.ts'
import { CHANNELS, type Channel, carries, type DeliveryFormat } from './channel.ts'
import {
  cursorOfNetwork,
  deliveredContent,
  hear,
  insertDelivery,
  invoiceDeliveries,
  markFailed,
  markSent,
  moveCursor,
  noteProblem,
} from './delivery-store.ts'
import { billingAddress, mailInvoice } from './mail-invoices.ts'
import { obligationsOf, partiesOf, unmetBy, whatToDo } from './obligation.ts'
import { invoiceInFormat, readInvoiceToSend } from './read-invoice-to-send.ts'
import { type DeliveryConnection, deliveryConnections, deliveryRuleFor } from './rules.ts'
import { type ArrivedDocument, RefusedByNetworkError, type Transports } from './transport.ts'
import type { WrittenInvoice } from './write-format.ts'

/** The form of what is mailed where no rule names one. */
const ORDINARY: DeliveryFormat = 'peppol-ubl'

/**
 * Puts an issued invoice on its way as the rules of its day say: written in the rule's format, kept, and laid into the outbox.
 *
 * @param asked by e-mail, as a person decides, whatever the rules say; to the address told or the one known.
 * @returns the delivery's id; undefined where the rules let it leave by hand.
 * @throws Problem `not-found`; `conflict` when it is on its way or arrived; `refused` when it cannot be written so, or when the
 *   law wants it sent another way: it never leaves unlawfully.
 */
export async function queueInvoice(
  trx: Transaction,
  context: OfficeContext,
  invoiceId: string,
  asked?: { readonly channel: 'email'; readonly recipient?: string | undefined },
): Promise<string | undefined> {
  const { officeId, id } = context
  const { invoice, eInvoice } = await readInvoiceToSend(trx, context, invoiceId)
  const rule = await deliveryRuleFor(trx, officeId, {
    clientId: invoice.clientId,
    clientCountry: invoice.document.buyer.country,
    on: invoice.issuedOn,
  })
  const { publicBody } = await clientById(trx, officeId, invoice.clientId)
  const parties = partiesOf(invoice.document, publicBody)
  const obligations = obligationsOf(context.plugin, parties, invoice.issuedOn)
  const format = rule && (!asked || carries('email', rule.format)) ? rule.format : ORDINARY
  // What is reported to an authority is reported beside its way to the buyer: a person may mail it, a rule must report it.
  const unmet = asked
    ? unmetBy(
        obligations.filter(({ duty }) => duty !== 'report'),
        { channel: asked.channel, format, clientId: rule?.clientId ?? null },
      )
    : unmetBy(obligations, rule)
  if (unmet) throw refused(whatToDo(unmet), { field: 'channel' })
  const channel = asked?.channel ?? rule?.channel ?? 'none'
  if (channel === 'none') return undefined
  const { details } = rule ?? { details: {} }
  const underWay = (await invoiceDeliveries(trx, officeId, { invoiceIds: [invoiceId], channel })).find(
    ({ state }) => state !== 'failed',
  )
  if (underWay)
    throw conflict('The invoice is on its way already.', { invoiceDeliveryId: underWay.invoiceDeliveryId })
  const { endpoint } = eInvoice.buyer
  const address =
    channel === 'email' ? await billingAddress(trx, officeId, invoice, { details, asked }) : undefined
  const receiver = address ?? (endpoint ? `${endpoint.scheme}:${endpoint.id}` : null)
  const written = await invoiceInFormat(trx, context, invoiceId, format, details)
  const invoiceDeliveryId = id()
  await insertDelivery(trx, context, { invoiceDeliveryId, invoiceId, channel, format, receiver, ...written })
  if (address !== undefined) await mailInvoice(trx, context, invoiceDeliveryId, invoice, address)
  else
    await enqueue(trx, officeId, [
      { kind: 'delivery', idempotencyKey: invoiceDeliveryId, payload: { invoiceDeliveryId } },
    ])
  return invoiceDeliveryId
}

/**
 * An issued invoice as a file to give out by hand, with the details the rules of its client say for the format.
 *
 * @throws Problem `not-found`; `refused` when it cannot be written so.
 */
export async function invoiceAsFile(
  trx: Transaction,
  context: OfficeContext,
  invoiceId: string,
  format: DeliveryFormat,
): Promise<WrittenInvoice> {
  const { invoice } = await readInvoiceToSend(trx, context, invoiceId)
  const rule = await deliveryRuleFor(trx, context.officeId, {
    clientId: invoice.clientId,
    clientCountry: invoice.document.buyer.country,
    on: invoice.issuedOn,
  })
  return invoiceInFormat(trx, context, invoiceId, format, rule?.details)
}

export interface Round {
  readonly queued: number
  readonly sent: number
  readonly heard: number
  readonly arrived: number
  /** Networks that did not answer: asked again in the next round, and none of the others waits for them. */
  readonly silent: readonly { readonly channel: Channel; readonly reason: string }[]
}

/**
 * One round of an office's invoices: newly issued ones are put on their way, queued ones handed to their networks, answers
 * heard, supplier invoices taken in. Each step is at least once and guarded to count once, so it may be interrupted anywhere.
 */
export async function deliverInvoices(
  db: Database,
  context: OfficeContext,
  transports: Transports,
): Promise<Round> {
  const { officeId, now } = context
  const { hasRules, connections } = await inOffice(db, officeId, async (trx) => {
    const { rows } = await sql<{ exists: boolean }>`
      select exists (select from samen.delivery_rule where office_id = ${officeId}) as exists`.execute(trx)
    return { hasRules: rows[0]?.exists === true, connections: await deliveryConnections(trx, officeId) }
  })
  const queued = hasRules ? await queueIssued(db, context) : 0
  const doors = new Map(connections.map((connection) => [connection.channel, connection]))
  const { delivered: sent } =
    doors.size > 0
      ? await deliver(
          db,
          officeId,
          'delivery',
          (message, trx) =>
            sendOne(trx, context, doors, transports, String(message.payload.invoiceDeliveryId)),
          { now, limit: 50 },
        )
      : { delivered: 0 }
  let heard = 0
  let arrived = 0
  const silent: { channel: Channel; reason: string }[] = []
  for (const channel of CHANNELS) {
    const door = doors.get(channel)
    if (!door) continue
    try {
      heard += await listen(db, context, door, transports)
      arrived += await takeIn(db, context, door, transports)
    } catch (error) {
      silent.push({ channel, reason: error instanceof Error ? error.message : String(error) })
    }
  }
  return { queued, sent, heard, arrived, silent }
}

async function queueIssued(db: Database, context: OfficeContext): Promise<number> {
  const { officeId, now } = context
  let queued = 0
  await deliver(
    db,
    officeId,
    'invoice',
    async (message, trx) => {
      const invoiceId = String(message.payload.invoiceId)
      await sql`savepoint queue_invoice`.execute(trx)
      try {
        if ((await queueInvoice(trx, context, invoiceId)) !== undefined) queued++
      } catch (error) {
        // Trying again changes nothing: somebody completes what is missing and sends it, or it was sent by hand.
        if (!(error instanceof Problem) || error.status >= 500) throw error
        await sql`rollback to savepoint queue_invoice`.execute(trx)
        if (error.type !== 'conflict') await noteProblem(trx, officeId, invoiceId, error.detail, now)
      }
    },
    { now },
  )
  return queued
}

async function sendOne(
  trx: Transaction,
  { officeId, now }: OfficeContext,
  doors: ReadonlyMap<Channel, DeliveryConnection>,
  transports: Transports,
  invoiceDeliveryId: string,
): Promise<void> {
  const [delivery] = await invoiceDeliveries(trx, officeId, { deliveryId: invoiceDeliveryId })
  if (delivery?.state !== 'queued') return
  const { channel, format, fileName, receiver, instructions } = delivery
  // What leaves by e-mail is no message of this kind.
  if (channel === 'email') return
  const door = doors.get(channel)
  if (!door) throw new Error(`no connection to ${channel} is set`)
  const { content } = await deliveredContent(trx, officeId, invoiceDeliveryId)
  try {
    const remoteId = await transports[channel].send(door, {
      idempotencyKey: invoiceDeliveryId,
      channel,
      format,
      fileName,
      receiver,
      instructions,
      content,
    })
    await markSent(trx, officeId, invoiceDeliveryId, remoteId, now)
  } catch (error) {
    if (!(error instanceof RefusedByNetworkError)) throw error
    await markFailed(trx, officeId, invoiceDeliveryId, error.message, now)
  }
}

/** Deliveries whose fate is not final, asked for in one go. */
const PENDING_MAX = 200

async function listen(
  db: Database,
  { officeId, now }: OfficeContext,
  door: DeliveryConnection,
  transports: Transports,
): Promise<number> {
  const { channel } = door
  const { after, pending } = await inOffice(db, officeId, async (trx) => ({
    after: await cursorOfNetwork(trx, officeId, channel, 'responses'),
    pending: (
      await invoiceDeliveries(trx, officeId, { channel, states: ['sent'], limit: PENDING_MAX })
    ).flatMap(({ remoteId }) => (remoteId === null ? [] : [remoteId])),
  }))
  const { responses, next } = await transports[channel].responses(door, pending, after)
  if (responses.length === 0) return 0
  return inOffice(db, officeId, async (trx) => {
    let heard = 0
    for (const response of responses)
      if ((await hear(trx, officeId, channel, response, now)) === 'heard') heard++
    if (next !== undefined) await moveCursor(trx, officeId, channel, 'responses', next)
    return heard
  })
}

async function takeIn(
  db: Database,
  context: OfficeContext,
  door: DeliveryConnection,
  transports: Transports,
): Promise<number> {
  const { officeId } = context
  const { channel } = door
  const after = await inOffice(db, officeId, (trx) => cursorOfNetwork(trx, officeId, channel, 'incoming'))
  const { documents, next } = await transports[channel].incoming(door, after)
  for (const document of documents) await arrive(db, context, channel, document)
  if (next !== undefined)
    await inOffice(db, officeId, (trx) => moveCursor(trx, officeId, channel, 'incoming', next))
  return documents.length
}

/** A file becomes a supplier invoice, or its refusal is kept with it; once, though it comes again. */
async function arrive(
  db: Database,
  context: OfficeContext,
  channel: Channel,
  { documentId, name, bytes }: ArrivedDocument,
): Promise<void> {
  const { officeId, now } = context
  const keep = (trx: Transaction, outcome: { supplierInvoiceId: string } | { problem: string }) =>
    sql`
    insert into samen.delivery_arrival (office_id, channel, document_id, name, supplier_invoice_id, problem, content,
      arrived_at)
    values (${officeId}, ${channel}, ${documentId}, ${name.slice(0, 200) || 'document.xml'},
      ${'problem' in outcome ? null : outcome.supplierInvoiceId},
      ${'problem' in outcome ? outcome.problem.slice(0, 1_000) : null},
      ${'problem' in outcome ? Buffer.from(bytes) : null}, ${now}) on conflict do nothing`.execute(trx)
  const isKnown = await inOffice(db, officeId, async (trx) => {
    const { rows } = await sql<{ known: boolean }>`
      select exists (select from samen.delivery_arrival
                      where office_id = ${officeId} and channel = ${channel} and document_id = ${documentId})
        as known`.execute(trx)
    return rows[0]?.known === true
  })
  if (isKnown) return
  try {
    await inOffice(db, officeId, async (trx) => {
      const supplierInvoiceId = await receiveSupplierInvoice(trx, context, {
        name,
        bytes,
        arrivedBy: channel,
      })
      await keep(trx, { supplierInvoiceId })
    })
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    const { detail } = error
    await inOffice(db, officeId, (trx) => keep(trx, { problem: detail }))
  }
}
