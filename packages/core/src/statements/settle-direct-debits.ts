import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { CURRENCY_DECIMALS, formatAmount, type IsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { post } from '../ledger/index.ts'
import { conflict, Problem } from '../problem/index.ts'
import { waitingMovement } from './match-by-hand.ts'
import { type BankTransaction, insertMatches } from './statement-store.ts'
import { undoMatch } from './undo-match.ts'

/** A direct debit of ours that the bank has not reported yet. */
export interface PendingDebit {
  readonly directDebitId: string
  readonly invoiceId: string
  readonly legalEntityId: string
  readonly endToEndId: string
  readonly blockId: string
  readonly messageId: string
  readonly amount: Minor
}

const BACK_IN_A_FILE_MAX = 1000

/** Debits whose money may have come: by the id the bank carried through, or as the block or file that it books as one. */
export async function pendingDebits(
  trx: Transaction,
  officeId: string,
  { endToEndIds, batchIds }: { endToEndIds: readonly string[]; batchIds: readonly string[] },
): Promise<PendingDebit[]> {
  if (endToEndIds.length === 0 && batchIds.length === 0) return []
  const { rows } = await sql<PendingDebit>`
    select d.direct_debit_id as "directDebitId", d.invoice_id as "invoiceId", o.legal_entity_id as "legalEntityId",
           d.end_to_end_id as "endToEndId", d.block_id as "blockId", f.message_id as "messageId", d.amount
      from samen.direct_debit d
      join samen.direct_debit_order o
        on o.office_id = ${officeId} and o.direct_debit_order_id = d.direct_debit_order_id and o.state = 'released'
      join samen.payment_file f
        on f.office_id = ${officeId} and f.direct_debit_order_id = d.direct_debit_order_id
     where d.office_id = ${officeId} and d.outcome is null and d.bank_transaction_id is null
       and (d.end_to_end_id = any(${endToEndIds}::text[]) or d.block_id = any(${batchIds}::text[])
            or f.message_id = any(${batchIds}::text[]))
     order by d.direct_debit_id`.execute(trx)
  return rows
}

/** Which debits each receipt brings, to the cent: one by one, or as a block or file. By the transaction's id. Pure. */
export function debitsIn(
  transactions: readonly BankTransaction[],
  pending: readonly PendingDebit[],
): ReadonlyMap<string, readonly PendingDebit[]> {
  const byEndToEnd = new Map(pending.map((debit) => [debit.endToEndId, debit]))
  const byBlock = Map.groupBy(pending, ({ blockId }) => blockId)
  const byMessage = Map.groupBy(pending, ({ messageId }) => messageId)
  const taken = new Set<string>()
  const found = new Map<string, readonly PendingDebit[]>()
  for (const {
    bankTransactionId,
    amount,
    reversal,
    endToEndId = '',
    batchId = '',
    legalEntityId,
  } of transactions) {
    if (amount <= 0n || reversal) continue
    const one = byEndToEnd.get(endToEndId)
    const debits = (one ? [one] : (byBlock.get(batchId) ?? byMessage.get(batchId) ?? [])).filter(
      (debit) => !taken.has(debit.directDebitId) && debit.legalEntityId === legalEntityId,
    )
    if (debits.length === 0 || debits.reduce((sum, debit) => sum + debit.amount, 0n) !== amount) continue
    for (const { directDebitId } of debits) taken.add(directDebitId)
    found.set(bankTransactionId, debits)
  }
  return found
}

export async function markCollected(
  trx: Transaction,
  officeId: string,
  collected: ReadonlyMap<string, readonly PendingDebit[]>,
): Promise<void> {
  const pairs = [...collected].flatMap(([transactionId, debits]) =>
    debits.map(({ directDebitId }) => ({ transactionId, directDebitId })),
  )
  if (pairs.length === 0) return
  await sql`
    update samen.direct_debit d set bank_transaction_id = came.transaction_id
      from unnest(${pairs.map(({ directDebitId }) => directDebitId)}::uuid[],
                  ${pairs.map(({ transactionId }) => transactionId)}::uuid[]) came (direct_debit_id, transaction_id)
     where d.office_id = ${officeId} and d.direct_debit_id = came.direct_debit_id`.execute(trx)
}

/** Codes after which another attempt under the same mandate would fail as well (EPC173-14). */
const ENDS_MANDATE: ReadonlySet<string> = new Set(['AC01', 'AC04', 'AC13', 'AG01', 'MD01', 'MD07'])

interface Collected {
  readonly directDebitId: string
  readonly mandateId: string
  readonly invoiceId: string
  readonly legalEntityId: string
  readonly endToEndId: string
  readonly amount: Minor
  /** The receipt by which it came, and its match; none where the invoice had been paid already. */
  readonly receiptId: string
  readonly bankMatchId: string | null
}

/**
 * Takes collections back that the bank returned or refunded: the client owes again and is reminded again, the guarantee fund lends
 * again, and the money that left cancels the money that had come. A mandate that cannot be used any more ends. What cannot be taken
 * back by rule waits for a person. Runs after the receipts of the same file are matched.
 *
 * @returns the transactions that are explained by it, and what a person is told.
 */
export async function takeBackDebits(
  trx: Transaction,
  context: OfficeContext,
  transactions: readonly BankTransaction[],
  openDay: (day: IsoDate) => IsoDate,
): Promise<{ explained: Set<string>; warnings: string[] }> {
  const explained = new Set<string>()
  const warnings: string[] = []
  const back = transactions.filter(
    ({ amount, reversal, endToEndId }) => amount < 0n && reversal && endToEndId,
  )
  const debits = await collectedDebits(trx, context.officeId, back)
  for (const transaction of back.slice(0, BACK_IN_A_FILE_MAX)) {
    const debit = debits.get(transaction.endToEndId as string)
    const { amount, legalEntityId, currency, returnReason = '?' } = transaction
    if (debit?.amount !== -amount || debit.legalEntityId !== legalEntityId) continue
    debits.delete(debit.endToEndId)
    const text = `${formatAmount(debit.amount, CURRENCY_DECIMALS[currency] ?? 2)} ${currency} of ${transaction.counterpartyName ?? 'a client'}`
    await sql`savepoint direct_debit_back`.execute(trx)
    try {
      await takeBack(trx, context, debit, transaction, openDay)
      explained.add(transaction.bankTransactionId)
      warnings.push(`A direct debit came back (${returnReason}): ${text} is owed again.`)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await sql`rollback to savepoint direct_debit_back`.execute(trx)
      warnings.push(`A direct debit came back (${returnReason}) and waits for you: ${text}. ${error.message}`)
    }
  }
  return { explained, warnings }
}

async function takeBack(
  trx: Transaction,
  context: OfficeContext,
  { directDebitId, mandateId, bankMatchId, receiptId, amount }: Collected,
  transaction: BankTransaction,
  openDay: (day: IsoDate) => IsoDate,
): Promise<void> {
  const { officeId, by, today, id } = context
  const { bankTransactionId, returnReason, legalEntityId, currency, bookedOn } = transaction
  const reason = `Direct debit returned by the bank${returnReason ? `: ${returnReason}` : ''}`
  if (bankMatchId) await undoMatch(trx, context, { bankMatchId, reason, isOfBank: true })
  const receipt = await waitingMovement(trx, officeId, receiptId)
  if (receipt.rest < amount)
    throw conflict('The money that came by it was given to something else since: take that match back first.')
  const cancelled = { invoiceId: null, payslipId: null, account: 'unmatched-receipts', words: reason, amount }
  await insertMatches(
    trx,
    officeId,
    [receiptId, bankTransactionId].map((transactionId) => ({
      ...cancelled,
      bankMatchId: id(),
      bankTransactionId: transactionId,
      matchedBy: 'end-to-end',
    })),
    by,
  )
  await post(trx, officeId, [
    {
      key: `direct-debit-returned:${directDebitId}`,
      kind: 'direct-debit-returned',
      legalEntityId,
      effectiveOn: openDay(today > bookedOn ? today : bookedOn),
      description: reason,
      source: { kind: 'bank-transaction', id: bankTransactionId },
      entries: [
        { account: 'unmatched-receipts', subject: receiptId, currency, amount },
        { account: 'unmatched-receipts', subject: bankTransactionId, currency, amount: -amount },
      ],
    },
  ])
  await sql`
    update samen.direct_debit set outcome = 'returned', outcome_on = ${bookedOn}, outcome_reason = ${returnReason ?? '?'}
     where office_id = ${officeId} and direct_debit_id = ${directDebitId}`.execute(trx)
  if (returnReason && ENDS_MANDATE.has(returnReason))
    await sql`
      update samen.mandate set ended_on = ${today}, ended_by = ${by}, end_reason = ${reason}
       where office_id = ${officeId} and mandate_id = ${mandateId} and ended_on is null`.execute(trx)
}

async function collectedDebits(
  trx: Transaction,
  officeId: string,
  back: readonly BankTransaction[],
): Promise<Map<string, Collected>> {
  if (back.length === 0) return new Map()
  const { rows } = await sql<Collected>`
    select d.direct_debit_id as "directDebitId", d.mandate_id as "mandateId", d.invoice_id as "invoiceId",
           o.legal_entity_id as "legalEntityId", d.end_to_end_id as "endToEndId", d.amount,
           d.bank_transaction_id as "receiptId",
           (select m.bank_match_id from samen.bank_match m
             where m.office_id = ${officeId} and m.bank_transaction_id = d.bank_transaction_id
               and m.invoice_id = d.invoice_id and m.undoes is null
               and not exists (select from samen.bank_match u
                                where u.office_id = ${officeId} and u.undoes = m.bank_match_id)
             order by m.bank_match_id limit 1) as "bankMatchId"
      from samen.direct_debit d
      join samen.direct_debit_order o
        on o.office_id = ${officeId} and o.direct_debit_order_id = d.direct_debit_order_id
     where d.office_id = ${officeId} and d.outcome is null and d.bank_transaction_id is not null
       and d.end_to_end_id = any(${back.map(({ endToEndId }) => endToEndId)}::text[])`.execute(trx)
  return new Map(rows.map((row) => [row.endToEndId, row]))
}
