import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { type IsoDate, isIsoDate, type Minor } from '../country/index.ts'
import { newId, type Transaction } from '../database/index.ts'
import { conflict, invalid, notFound, refused } from '../problem/index.ts'
import { listFunds } from './fund-store.ts'
import { transfer } from './spend.ts'

/** What an assembly decided to move from one fund to another. */
export interface TransferDraft {
  readonly fromFundId: string
  readonly toFundId: string
  /** Minor units, positive. */
  readonly amount: Minor
  /** The assembly's day. */
  readonly decidedOn: IsoDate
  /** Where its minutes say so, 1 to 300 characters. */
  readonly minutes: string
}

export interface FundTransfer extends TransferDraft {
  readonly fundTransferId: string
  readonly legalEntityId: string
  readonly currency: string
  readonly state: 'proposed' | 'approved' | 'withdrawn'
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly approvedBy: string | null
  readonly approvedAt: Date | null
  /** The day it was posted. */
  readonly effectiveOn: IsoDate | null
}

/**
 * Writes down what an assembly decided; nothing moves before a second person approves it. It is posted in the books of the
 * office's first legal entity.
 *
 * @throws Problem `invalid-field` for the amount, the same fund twice, a day to come or malformed, missing minutes; `not-found`
 *   for a fund; `refused` when the funds hold different currencies.
 */
export async function proposeTransfer(
  trx: Transaction,
  { officeId, by, now, today, id = newId }: OfficeContext,
  draft: TransferDraft,
): Promise<FundTransfer> {
  const { fromFundId, toFundId, amount, decidedOn, minutes } = draft
  if (amount <= 0n) throw invalid('amount', 'A transfer is greater than zero.')
  if (fromFundId === toFundId) throw invalid('toFundId', 'A transfer goes to another fund.')
  if (!isIsoDate(decidedOn) || decidedOn > today)
    throw invalid('decidedOn', 'The assembly has met: its day is written YYYY-MM-DD and not to come.')
  if (minutes.trim().length < 1 || minutes.length > 300)
    throw invalid('minutes', 'Say where the minutes stand, in 1 to 300 characters.')
  const funds = await listFunds(trx)
  const [from, to] = [fromFundId, toFundId].map((fundId) => funds.find((fund) => fund.fundId === fundId))
  if (!from || !to) throw notFound('such fund')
  if (from.currency !== to.currency) throw refused('Money moves between funds of one currency only.')
  const fundTransferId = id()
  const { rows } = await sql<{ id: string }>`
    insert into samen.fund_transfer (office_id, fund_transfer_id, legal_entity_id, from_fund_id, to_fund_id, currency,
      amount, decided_on, minutes, proposed_by, proposed_at)
    select ${officeId}, ${fundTransferId}, legal_entity_id, ${fromFundId}, ${toFundId}, ${from.currency}, ${amount},
           ${decidedOn}, ${minutes.trim()}, ${by}, ${now}
      from samen.legal_entity where office_id = ${officeId} order by entity_no limit 1
    returning fund_transfer_id as id`.execute(trx)
  if (rows.length === 0) throw conflict('This office has no legal entity whose books could hold it.')
  return transferById(trx, officeId, fundTransferId)
}

/**
 * A second person approves: the transfer is posted today, once. Approving again by anyone changes nothing.
 *
 * @throws Problem `not-found`; `refused` for the person who proposed it, and when the giving fund has less available;
 *   `conflict` for a withdrawn one.
 */
export async function approveTransfer(
  trx: Transaction,
  { officeId, by, now, today }: OfficeContext,
  fundTransferId: string,
): Promise<FundTransfer> {
  const found = await transferById(trx, officeId, fundTransferId, true)
  if (found.state === 'approved') return found
  if (found.state === 'withdrawn') throw conflict('This transfer was withdrawn: propose it anew.')
  if (found.proposedBy === by)
    throw refused('Another person than the one who proposed a transfer approves it.')
  const { fromFundId, toFundId, currency, amount, legalEntityId, decidedOn, minutes } = found
  await transfer(trx, {
    sourceId: fundTransferId,
    legalEntityId,
    currency,
    effectiveOn: today,
    fromFundId,
    toFundId,
    amount,
    description: `Assembly of ${decidedOn}: ${minutes}`,
  })
  await sql`
    update samen.fund_transfer
       set state = 'approved', approved_by = ${by}, approved_at = ${now}, effective_on = ${today}
     where office_id = ${officeId} and fund_transfer_id = ${fundTransferId}`.execute(trx)
  return transferById(trx, officeId, fundTransferId)
}

/** Takes back a proposal nobody approved. @throws Problem `not-found`; `conflict` for an approved one. */
export async function withdrawTransfer(
  trx: Transaction,
  { officeId }: OfficeContext,
  fundTransferId: string,
): Promise<FundTransfer> {
  const found = await transferById(trx, officeId, fundTransferId, true)
  if (found.state === 'withdrawn') return found
  if (found.state === 'approved')
    throw conflict('This transfer is posted: let an assembly decide the way back.')
  await sql`
    update samen.fund_transfer set state = 'withdrawn'
     where office_id = ${officeId} and fund_transfer_id = ${fundTransferId}`.execute(trx)
  return transferById(trx, officeId, fundTransferId)
}

/** The latest transfers, at most `limit`. */
export async function listTransfers(
  trx: Transaction,
  officeId: string,
  limit = 100,
): Promise<FundTransfer[]> {
  const { rows } = await sql<FundTransfer>`
    ${selectTransfers} where office_id = ${officeId} order by fund_transfer_id desc limit ${limit}`.execute(
    trx,
  )
  return rows
}

const selectTransfers = sql`
  select fund_transfer_id as "fundTransferId", legal_entity_id as "legalEntityId", from_fund_id as "fromFundId",
         to_fund_id as "toFundId", currency, amount, decided_on as "decidedOn", minutes, state,
         proposed_by as "proposedBy", proposed_at as "proposedAt", approved_by as "approvedBy",
         approved_at as "approvedAt", effective_on as "effectiveOn"
    from samen.fund_transfer`

async function transferById(
  trx: Transaction,
  officeId: string,
  fundTransferId: string,
  lock = false,
): Promise<FundTransfer> {
  const { rows } = await sql<FundTransfer>`
    ${selectTransfers} where office_id = ${officeId} and fund_transfer_id = ${fundTransferId}
    ${lock ? sql`for update` : sql``}`.execute(trx)
  if (!rows[0]) throw notFound('such transfer')
  return rows[0]
}
