import { type ColumnType, sql } from 'kysely'
import {
  copyRows,
  type Database,
  inOffice,
  newId,
  type Transaction,
  tryLockInOffice,
} from '../database/index.ts'
import { notFound } from '../problem/index.ts'
import {
  ATTEMPTS_MAX,
  nextAttempt,
  type OutboxDelivery,
  type OutboxKind,
  type OutboxMessage,
} from './outbox.ts'

export interface OutboxTables {
  outbox: {
    office_id: string
    outbox_id: string
    kind: string
    idempotency_key: string
    payload: ColumnType<Record<string, unknown>, string, never>
    created_at: ColumnType<Date, Date | undefined, never>
    attempts: ColumnType<number, number | undefined>
    due_at: ColumnType<Date, Date | undefined>
    delivered_at: Date | null
    last_error: string | null
  }
}

/** Writes messages into the outbox of the transaction's office; one whose key stands there already is passed over. */
export async function enqueue(
  trx: Transaction,
  officeId: string,
  messages: readonly OutboxMessage[],
  { id = newId }: { id?: () => string } = {},
): Promise<void> {
  const fresh = await unknownOf(trx, officeId, messages)
  await copyRows(
    trx,
    'outbox',
    ['office_id', 'outbox_id', 'kind', 'idempotency_key', 'payload'],
    fresh.map(({ kind, idempotencyKey, payload }) => [officeId, id(), kind, idempotencyKey, payload]),
  )
}

async function unknownOf(
  trx: Transaction,
  officeId: string,
  messages: readonly OutboxMessage[],
): Promise<OutboxMessage[]> {
  if (messages.length === 0) return []
  const { rows } = await sql<{ kind: string; idempotency_key: string }>`
    select kind, idempotency_key from samen.outbox
     where office_id = ${officeId} and kind = any(${[...new Set(messages.map(({ kind }) => kind))]}::text[])
       and idempotency_key = any(${messages.map(({ idempotencyKey }) => idempotencyKey)}::text[])`.execute(
    trx,
  )
  const known = new Set(rows.map((row) => `${row.kind} ${row.idempotency_key}`))
  return messages.filter(({ kind, idempotencyKey }) => {
    const key = `${kind} ${idempotencyKey}`
    return !known.has(key) && known.add(key)
  })
}

/** Brings a message to its receiver, or throws. It may get the same message again: the key tells. */
export type Deliverer = (message: OutboxDelivery, trx: Transaction) => Promise<void>

export interface DeliverOptions {
  /** Messages taken in one go. */
  limit?: number
  now?: Date
  /**
   * For messages of which none makes sense before the one before it: they go one after the other as they were written,
   * the first that fails holds up the rest and is tried for ever, and one server at a time sends them.
   */
  inOrder?: boolean
  /** Tries also what is not due yet. */
  regardless?: boolean
}

/**
 * Takes the messages of a kind that are due, oldest first, past those another server works on, and hands them to
 * `deliver`, at least once each. One that fails is tried again later; the others are not held up by it.
 */
export async function deliver(
  db: Database,
  officeId: string,
  kind: OutboxKind,
  deliverer: Deliverer,
  { limit = 100, now = new Date(), inOrder = false, regardless = false }: DeliverOptions = {},
): Promise<{ delivered: number; failed: number }> {
  return inOffice(db, officeId, async (trx) => {
    if (inOrder && !(await isAlone(trx, officeId, kind))) return { delivered: 0, failed: 0 }
    const order = inOrder ? sql`created_at, outbox_id` : sql`due_at, outbox_id`
    const { rows } = await sql<OutboxDelivery & { isDue: boolean }>`
      select outbox_id as "outboxId", kind, idempotency_key as "idempotencyKey", payload, attempts,
             created_at as "createdAt", due_at <= ${now} as "isDue"
        from samen.outbox
       where office_id = ${officeId} and kind = ${kind} and delivered_at is null
         and (due_at <= ${now} or ${inOrder || regardless})
       order by ${order} limit ${limit} for update skip locked`.execute(trx)
    const done: string[] = []
    let failed = 0
    for (const message of rows) {
      if (inOrder && (failed > 0 || !(message.isDue || regardless))) break
      // A deliverer's own statements fail without taking the transaction, and with it the record of the others, along.
      await sql`savepoint delivery`.execute(trx)
      try {
        await deliverer(message, trx)
        done.push(message.outboxId)
      } catch (error) {
        await sql`rollback to savepoint delivery`.execute(trx)
        failed++
        await recordFailure(trx, officeId, message, { error, now, giveUp: !inOrder })
      }
    }
    if (done.length > 0)
      await sql`
        update samen.outbox set delivered_at = ${now}, attempts = attempts + 1, last_error = null
         where office_id = ${officeId} and outbox_id = any(${done}::uuid[])`.execute(trx)
    return { delivered: done.length, failed }
  })
}

/** Makes what waits of a kind due at once, though attempts have failed. */
export async function tryAgain(trx: Transaction, officeId: string, kind: OutboxKind): Promise<void> {
  await sql`
    update samen.outbox set due_at = now()
     where office_id = ${officeId} and kind = ${kind} and delivered_at is null and due_at > now()`.execute(
    trx,
  )
}

/** Nobody else is sending messages of this kind for the office; until this transaction ends nobody will. */
const isAlone = (trx: Transaction, officeId: string, kind: OutboxKind): Promise<boolean> =>
  tryLockInOffice(trx, officeId, `deliver ${kind}`)

async function recordFailure(
  trx: Transaction,
  officeId: string,
  { outboxId, attempts }: OutboxDelivery,
  { error, now, giveUp }: { error: unknown; now: Date; giveUp: boolean },
): Promise<void> {
  const reason = (error instanceof Error ? error.message : String(error))
    .replaceAll('\u0000', '')
    .slice(0, 1_000)
  const next = nextAttempt(giveUp ? attempts + 1 : Math.min(attempts + 1, ATTEMPTS_MAX - 1), now)
  await sql`
    update samen.outbox
       set attempts = attempts + 1, last_error = ${reason}, due_at = ${next?.toISOString() ?? 'infinity'}::timestamptz
     where office_id = ${officeId} and outbox_id = ${outboxId}`.execute(trx)
}

export interface WaitingMessage {
  readonly outboxId: string
  readonly kind: OutboxKind
  readonly idempotencyKey: string
  readonly attempts: number
  readonly lastError: string | null
  readonly createdAt: Date
  /** Absent when nobody tries any more. */
  readonly dueAt: Date | null
}

/** What has not reached its receiver after at least one attempt, the longest waiting first. */
export async function undelivered(
  trx: Transaction,
  officeId: string,
  limit = 100,
): Promise<WaitingMessage[]> {
  const { rows } = await sql<WaitingMessage>`
    select outbox_id as "outboxId", kind, idempotency_key as "idempotencyKey", attempts, last_error as "lastError",
           created_at as "createdAt", case when isfinite(due_at) then due_at end as "dueAt"
      from samen.outbox where office_id = ${officeId} and delivered_at is null and attempts > 0
     order by created_at limit ${limit}`.execute(trx)
  return rows
}

/** Puts a given-up message back in line. @throws Problem `not-found` when there is none waiting. */
export async function retryDelivery(trx: Transaction, officeId: string, outboxId: string): Promise<void> {
  const { numAffectedRows } = await sql`
    update samen.outbox set due_at = now(), attempts = 0
     where office_id = ${officeId} and outbox_id = ${outboxId} and delivered_at is null`.execute(trx)
  if (numAffectedRows !== 1n) throw notFound('such undelivered message')
}
