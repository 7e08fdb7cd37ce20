import { sql } from 'kysely'
import { clientById, declareBankrupt } from '../clients/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { addDays, type IsoDate, isIsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { conflict, type Fault, notFound, throwFaults } from '../problem/index.ts'
import { type ClientWrittenOff, writeOffClient } from '../write-offs/index.ts'

/** What can be agreed with a client who owes, or decided about it. */
export type StepKind =
  | 'promise'
  | 'dispute'
  | 'dispute-settled'
  | 'hand-over'
  | 'taken-back'
  | 'insolvency'
  | 'claim-filed'

export interface StepDraft {
  readonly kind: StepKind
  readonly clientId: string
  /** One invoice; absent: all the client owes. */
  readonly invoiceId?: string | undefined
  readonly happenedOn: IsoDate
  /** Promised, or filed as a claim: minor units. */
  readonly amount?: Minor | undefined
  /** Until when a promise holds. */
  readonly untilOn?: IsoDate | undefined
  readonly reason: string
  /** Names the step, so that telling it twice writes it once. */
  readonly collectionStepId?: string | undefined
}

export interface CollectionStep {
  readonly collectionStepId: string
  readonly clientId: string
  readonly invoiceId: string | null
  readonly kind: StepKind
  readonly happenedOn: IsoDate
  readonly amount: Minor | null
  readonly untilOn: IsoDate | null
  readonly reason: string
  readonly recordedBy: string
}

/** A promise reaches this far at most: later than that it is a dispute about when. */
export const PROMISE_DAYS_MAX = 180

const WHOLE_CLIENT: readonly StepKind[] = ['hand-over', 'taken-back', 'insolvency', 'claim-filed']

/**
 * Writes down what was agreed or decided. A promise and a dispute pause reminding; a hand-over to a collector and an
 * insolvency end it, and nothing is lent any more for work that begins later. Insolvency writes off what is open.
 *
 * @throws Problem naming the field; `not-found`; `conflict` when it does not fit how the client stands.
 */
export async function recordStep(
  trx: Transaction,
  context: OfficeContext,
  draft: StepDraft,
): Promise<{ step: CollectionStep; writtenOff: ClientWrittenOff | null }> {
  const { officeId, by, id } = context
  throwFaults(stepFaults(draft, context.today))
  const { clientId, kind, happenedOn, amount, untilOn } = draft
  const invoiceId = draft.invoiceId ?? null
  const collectionStepId = draft.collectionStepId ?? id()
  const reason = draft.reason.trim()
  // Who decides about the same client waits here.
  await sql`select 1 from samen.client where office_id = ${officeId} and client_id = ${clientId} for update`.execute(
    trx,
  )
  const client = await clientById(trx, officeId, clientId)
  const [known] = await collectionSteps(trx, officeId, { collectionStepId })
  if (known && known.clientId === clientId && known.kind === kind) return { step: known, writtenOff: null }
  if (known) throw conflict('Another step has this id.')
  if (invoiceId !== null) await demandInvoice(trx, officeId, clientId, invoiceId)
  if (kind === 'claim-filed' && client.bankruptOn === null)
    throw conflict('A claim is filed once the client is insolvent: record the insolvency first.')
  await sql`
    insert into samen.collection_step (office_id, collection_step_id, client_id, invoice_id, kind, happened_on, amount,
      until_on, reason, recorded_by)
    values (${officeId}, ${collectionStepId}, ${clientId}, ${invoiceId}, ${kind}, ${happenedOn}, ${amount ?? null},
      ${untilOn ?? null}, ${reason}, ${by})`.execute(trx)
  if (kind === 'hand-over' || kind === 'taken-back')
    await sql`
      update samen.client set handed_over_on = ${kind === 'hand-over' ? happenedOn : null}
       where office_id = ${officeId} and client_id = ${clientId}`.execute(trx)
  let writtenOff: ClientWrittenOff | null = null
  if (kind === 'insolvency') {
    await declareBankrupt(trx, officeId, clientId, happenedOn)
    writtenOff = await writeOffClient(trx, context, { clientId, on: happenedOn, reason })
  }
  const [step] = await collectionSteps(trx, officeId, { collectionStepId })
  return { step: step as CollectionStep, writtenOff }
}

function stepFaults(draft: StepDraft, today: IsoDate): Fault[] {
  const { kind, happenedOn, untilOn, amount, reason, invoiceId } = draft
  const faults: Fault[] = []
  const say = (field: string, text: string) => void faults.push({ field, reason: text })
  if (!isIsoDate(happenedOn) || happenedOn > today)
    say('happenedOn', 'A day written YYYY-MM-DD, not to come.')
  if (reason.trim().length < 1 || reason.length > 300) say('reason', 'Say why, in 1 to 300 characters.')
  if (kind === 'promise') {
    if (amount === undefined || amount <= 0n) say('amount', 'A promise names how much, above zero.')
    if (
      untilOn === undefined ||
      !isIsoDate(untilOn) ||
      untilOn < today ||
      untilOn > addDays(today, PROMISE_DAYS_MAX)
    )
      say('untilOn', `A promise holds until a day from today on, at most ${PROMISE_DAYS_MAX} days ahead.`)
  } else if (untilOn !== undefined) say('untilOn', 'Only a promise holds until a day.')
  if (kind === 'claim-filed' && (amount === undefined || amount <= 0n))
    say('amount', 'Say how much was filed, above zero.')
  if (invoiceId !== undefined && WHOLE_CLIENT.includes(kind))
    say('invoiceId', 'This is about all a client owes: name no invoice.')
  return faults
}

async function demandInvoice(trx: Transaction, officeId: string, clientId: string, invoiceId: string) {
  const { rows } = await sql`
    select 1 from samen.invoice where office_id = ${officeId} and client_id = ${clientId}
       and invoice_id = ${invoiceId} and kind <> 'credit-note'`.execute(trx)
  if (rows.length === 0) throw notFound('such invoice of this client')
}

/** Steps, the latest first; of a client, or one; 100 at most. */
export async function collectionSteps(
  trx: Transaction,
  officeId: string,
  { clientId, collectionStepId }: { clientId?: string; collectionStepId?: string },
): Promise<CollectionStep[]> {
  const { rows } = await sql<CollectionStep>`
    select collection_step_id as "collectionStepId", client_id as "clientId", invoice_id as "invoiceId", kind,
           happened_on as "happenedOn", amount, until_on as "untilOn", reason, recorded_by as "recordedBy"
      from samen.collection_step
     where office_id = ${officeId}
       and (${clientId ?? null}::uuid is null or client_id = ${clientId ?? null})
       and (${collectionStepId ?? null}::uuid is null or collection_step_id = ${collectionStepId ?? null})
     order by collection_step_id desc limit 100`.execute(trx)
  return rows
}
