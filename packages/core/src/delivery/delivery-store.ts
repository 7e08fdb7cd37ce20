import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { notFound } from '../problem/index.ts'
import type { Channel, DeliveryFormat, Way } from './channel.ts'
import { type DeliveryState, meaningOf, type NextStep, stateAfter } from './state.ts'
import type { WrittenInvoice } from './write-format.ts'

/** One way of an invoice out of the house. */
export interface InvoiceDelivery {
  readonly invoiceDeliveryId: string
  readonly invoiceId: string
  readonly channel: Way
  readonly format: DeliveryFormat
  readonly fileName: string
  readonly receiver: string | null
  readonly instructions: Readonly<Record<string, string>>
  readonly sha256: string
  readonly state: DeliveryState
  readonly next: NextStep
  /** The network's number of it. */
  readonly remoteId: string | null
  readonly code: string | null
  readonly detail: string | null
  readonly queuedAt: Date
  readonly changedAt: Date
}

export async function insertDelivery(
  trx: Transaction,
  { officeId, by, now }: OfficeContext,
  delivery: Pick<InvoiceDelivery, 'invoiceDeliveryId' | 'invoiceId' | 'channel' | 'format' | 'receiver'> &
    WrittenInvoice,
): Promise<void> {
  const sha256 = createHash('sha256').update(delivery.content).digest()
  await sql`
    insert into samen.invoice_delivery (office_id, invoice_delivery_id, invoice_id, channel, format, file_name, receiver,
      instructions, content, sha256, state, next_step, queued_by, queued_at, changed_at)
    values (${officeId}, ${delivery.invoiceDeliveryId}, ${delivery.invoiceId}, ${delivery.channel}, ${delivery.format},
      ${delivery.fileName}, ${delivery.receiver}, ${JSON.stringify(delivery.instructions)}, ${delivery.content},
      ${sha256}, 'queued', 'wait', ${by}, ${now}, ${now})`.execute(trx)
}

const fields =
  sql.raw(`d.invoice_delivery_id as "invoiceDeliveryId", d.invoice_id as "invoiceId", d.channel, d.format,
  d.file_name as "fileName", d.receiver, d.instructions, encode(d.sha256, 'hex') as sha256, d.state,
  d.next_step as next, d.remote_id as "remoteId", d.code, d.detail, d.queued_at as "queuedAt",
  d.changed_at as "changedAt"`)

/** Deliveries, the latest first; at most `limit`, 100 unless told. */
export async function invoiceDeliveries(
  trx: Transaction,
  officeId: string,
  {
    invoiceIds,
    deliveryId,
    channel,
    states,
    beforeId,
    limit = 100,
  }: {
    invoiceIds?: readonly string[]
    deliveryId?: string
    channel?: Way
    states?: readonly DeliveryState[]
    beforeId?: string | undefined
    limit?: number
  } = {},
): Promise<InvoiceDelivery[]> {
  const { rows } = await sql<InvoiceDelivery>`
    select ${fields} from samen.invoice_delivery d
     where d.office_id = ${officeId}
       and (${invoiceIds ?? null}::uuid[] is null or d.invoice_id = any(${invoiceIds ?? null}::uuid[]))
       and (${deliveryId ?? null}::uuid is null or d.invoice_delivery_id = ${deliveryId ?? null})
       and (${channel ?? null}::text is null or d.channel = ${channel ?? null})
       and (${states ?? null}::text[] is null or d.state = any(${states ?? null}::text[]))
       and (${beforeId ?? null}::uuid is null or d.invoice_delivery_id < ${beforeId ?? null})
     order by d.invoice_delivery_id desc limit ${Math.min(limit, 1000)}`.execute(trx)
  return rows
}

/** What was sent, byte for byte. @throws Problem `not-found` */
export async function deliveredContent(
  trx: Transaction,
  officeId: string,
  invoiceDeliveryId: string,
): Promise<{ fileName: string; content: string }> {
  const { rows } = await sql<{ fileName: string; content: string }>`
    select file_name as "fileName", content from samen.invoice_delivery
     where office_id = ${officeId} and invoice_delivery_id = ${invoiceDeliveryId}`.execute(trx)
  if (!rows[0]) throw notFound('such delivery')
  return rows[0]
}

/** The network has taken a file under a number of its own. */
export async function markSent(
  trx: Transaction,
  officeId: string,
  invoiceDeliveryId: string,
  remoteId: string,
  now: Date,
): Promise<void> {
  await sql`
    update samen.invoice_delivery set state = 'sent', remote_id = ${remoteId}, changed_at = ${now}
     where office_id = ${officeId} and invoice_delivery_id = ${invoiceDeliveryId} and state = 'queued'`.execute(
    trx,
  )
}

/** Nobody will take this file as it is. */
export async function markFailed(
  trx: Transaction,
  officeId: string,
  invoiceDeliveryId: string,
  detail: string,
  now: Date,
): Promise<void> {
  await sql`
    update samen.invoice_delivery set state = 'failed', next_step = 'correct', detail = ${detail.slice(0, 1_000)},
           changed_at = ${now}
     where office_id = ${officeId} and invoice_delivery_id = ${invoiceDeliveryId} and state = 'queued'`.execute(
    trx,
  )
}

/** What the network said of one delivery. */
export interface NetworkResponse {
  /** The network's number of the answer: heard twice it counts once. */
  readonly responseId: string
  readonly remoteId: string
  /** As `meaningOf` knows it. */
  readonly code: string
  readonly detail?: string | undefined
}

/**
 * Takes an answer of a network: kept once, and the delivery moves on where the answer says more than was known.
 *
 * A code of which we know no meaning is kept with it and moves nothing.
 *
 * @returns `unknown` for an answer about something we did not send, which is passed over; `known` for one that was heard before.
 */
export async function hear(
  trx: Transaction,
  officeId: string,
  channel: Channel,
  { responseId, remoteId, code, detail }: NetworkResponse,
  now: Date,
): Promise<'heard' | 'known' | 'unknown'> {
  const answer = meaningOf(channel, code)
  const { rows } = await sql<{ invoiceDeliveryId: string; state: DeliveryState }>`
    select invoice_delivery_id as "invoiceDeliveryId", state from samen.invoice_delivery
     where office_id = ${officeId} and channel = ${channel} and remote_id = ${remoteId} for update`.execute(
    trx,
  )
  const [delivery] = rows
  if (!delivery) return 'unknown'
  const said = detail?.slice(0, 1_000) ?? null
  const { numAffectedRows } = await sql`
    insert into samen.invoice_delivery_event (office_id, channel, response_id, invoice_delivery_id, state, code, detail,
      heard_at)
    values (${officeId}, ${channel}, ${responseId}, ${delivery.invoiceDeliveryId}, ${answer?.state ?? delivery.state},
      ${code.slice(0, 40)}, ${said},
      ${now}) on conflict do nothing`.execute(trx)
  if (numAffectedRows !== 1n) return 'known'
  if (answer && stateAfter(delivery.state, answer))
    await sql`
      update samen.invoice_delivery set state = ${answer.state}, next_step = ${answer.next}, code = ${code},
             detail = ${said}, changed_at = ${now}
       where office_id = ${officeId} and invoice_delivery_id = ${delivery.invoiceDeliveryId}`.execute(trx)
  return 'heard'
}

/** All that was heard of a delivery, in the order it was heard. */
export async function deliveryEvents(
  trx: Transaction,
  officeId: string,
  invoiceDeliveryId: string,
): Promise<{ code: string; state: DeliveryState; detail: string | null; heardAt: Date }[]> {
  const { rows } = await sql<{ code: string; state: DeliveryState; detail: string | null; heardAt: Date }>`
    select code, state, detail, heard_at as "heardAt" from samen.invoice_delivery_event
     where office_id = ${officeId} and invoice_delivery_id = ${invoiceDeliveryId}
     order by heard_at, response_id limit 200`.execute(trx)
  return rows
}

export async function cursorOfNetwork(
  trx: Transaction,
  officeId: string,
  channel: Channel,
  kind: 'responses' | 'incoming',
): Promise<string | undefined> {
  const { rows } = await sql<{ cursor: string }>`
    select cursor from samen.delivery_cursor
     where office_id = ${officeId} and channel = ${channel} and kind = ${kind}`.execute(trx)
  return rows[0]?.cursor
}

export async function moveCursor(
  trx: Transaction,
  officeId: string,
  channel: Channel,
  kind: 'responses' | 'incoming',
  cursor: string,
): Promise<void> {
  await sql`
    insert into samen.delivery_cursor (office_id, channel, kind, cursor)
    values (${officeId}, ${channel}, ${kind}, ${cursor})
    on conflict (office_id, channel, kind) do update set cursor = excluded.cursor`.execute(trx)
}

export async function noteProblem(
  trx: Transaction,
  officeId: string,
  invoiceId: string,
  detail: string,
  now: Date,
): Promise<void> {
  await sql`
    insert into samen.delivery_problem (office_id, invoice_id, noticed_at, detail)
    values (${officeId}, ${invoiceId}, ${now}, ${detail.slice(0, 1_000)}) on conflict do nothing`.execute(trx)
}
