import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { findPosted, type Posting, plainArray, post } from '../ledger/index.ts'

export type MovementKind =
  | 'contribution'
  | 'advance'
  | 'repayment'
  | 'loss'
  | 'recovery'
  | 'spending'
  | 'transfer'

/** One line of what happened to a fund; several may stand behind one ledger transaction. */
export interface Movement {
  readonly fundId: string
  readonly kind: MovementKind
  /** Minor units. */
  readonly amount: Minor
  readonly advanceId?: string
  /** What a fund lent to an activity, in place of an advance on an invoice. */
  readonly loanId?: string
  readonly invoiceId?: string
  readonly payslipId?: string
  readonly clientId?: string
}

/** A posting and the movements it stands for. */
export interface FundPosting {
  readonly posting: Posting
  readonly movements: readonly Movement[]
}

/** Posts and records; what was posted before under the same key is recorded already. Returns the transaction ids. */
export async function record(
  trx: Transaction,
  officeId: string,
  facts: readonly FundPosting[],
): Promise<readonly string[]> {
  if (facts.length === 0) return []
  const { transactionIds } = await post(
    trx,
    officeId,
    facts.map(({ posting }) => posting),
  )
  const rows = facts.flatMap(({ posting, movements }, index) =>
    movements.map((movement, no) => ({
      ...movement,
      transactionId: transactionIds[index] as string,
      no: no + 1,
      currency: posting.entries[0]?.currency,
      effectiveOn: posting.effectiveOn,
    })),
  )
  await insertMovements(trx, officeId, rows)
  return transactionIds
}

/** A movement and the transaction of the ledger that it stands behind. */
export interface MovementRow extends Movement {
  readonly transactionId: string
  /** Its place among the movements of the transaction, from 1. */
  readonly no: number
  readonly currency: string | undefined
  readonly effectiveOn: IsoDate
}

/** Writes movements; those that stand there already are passed over. */
export async function insertMovements(
  trx: Transaction,
  officeId: string,
  rows: readonly MovementRow[],
): Promise<void> {
  await sql`
    insert into samen.fund_movement (office_id, transaction_id, movement_no, fund_id, kind, currency, amount,
      effective_on, advance_id, invoice_id, payslip_id, client_id, loan_id)
    select ${officeId}::uuid, *
      from unnest(${plainArray(rows.map(({ transactionId }) => transactionId))}::uuid[],
        ${plainArray(rows.map(({ no }) => no))}::int[],
        ${plainArray(rows.map(({ fundId }) => fundId))}::uuid[],
        ${plainArray(rows.map(({ kind }) => kind))}::text[],
        ${plainArray(rows.map(({ currency }) => currency))}::text[],
        ${plainArray(rows.map(({ amount }) => amount))}::int8[],
        ${plainArray(rows.map(({ effectiveOn }) => effectiveOn))}::date[],
        ${plainArray(rows.map(({ advanceId }) => advanceId))}::uuid[],
        ${plainArray(rows.map(({ invoiceId }) => invoiceId))}::uuid[],
        ${plainArray(rows.map(({ payslipId }) => payslipId))}::uuid[],
        ${plainArray(rows.map(({ clientId }) => clientId))}::uuid[],
        ${plainArray(rows.map(({ loanId }) => loanId))}::uuid[])
    on conflict do nothing`.execute(trx)
}

export interface StoredMovement extends Movement {
  readonly effectiveOn: IsoDate
}

/** The movements recorded under these keys in an earlier call; a key without any is absent. */
export async function recordedBefore(
  trx: Transaction,
  officeId: string,
  keys: readonly string[],
): Promise<Map<string, StoredMovement[]>> {
  const posted = await findPosted(trx, officeId, keys)
  if (posted.size === 0) return new Map()
  const { rows } = await sql<StoredMovement & { transactionId: string }>`
    select m.transaction_id as "transactionId", m.fund_id as "fundId", m.kind, m.amount,
           m.effective_on as "effectiveOn", m.advance_id as "advanceId", m.invoice_id as "invoiceId",
           m.payslip_id as "payslipId", m.client_id as "clientId"
      from samen.fund_movement m
     where m.office_id = ${officeId} and m.transaction_id = any(${plainArray([...posted.values()])}::uuid[])
     order by m.transaction_id, m.movement_no`.execute(trx)
  const byTransaction = Map.groupBy(rows, ({ transactionId }) => transactionId)
  return new Map([...posted].map(([key, id]) => [key, byTransaction.get(id) ?? []]))
}
