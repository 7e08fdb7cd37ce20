import { sql } from 'kysely'
import { mergedInto } from '../clients/index.ts'
import type { OfficeContext } from '../context/index.ts'
import type { IsoDate, Minor } from '../country/index.ts'
import { maximum, minimum } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { advance, takeBackRecovery, takeBackRepayment } from '../funds/index.ts'
import { receivedSql } from '../invoices/index.ts'
import { findPosted, moveSubjects, post, reverse } from '../ledger/index.ts'
import { reopenContract } from '../pay-runs/index.ts'
import { conflict, invalid, notFound } from '../problem/index.ts'
import { unlearnPayer } from './bank-memory.ts'
import { firstOpenDay } from './open-day.ts'
import { unmatchPosting } from './postings.ts'
import { insertMatches, lockBank, type MatchedBy, type NewMatch } from './statement-store.ts'

/** What became of a match that was taken back. */
export interface UndoneMatch {
  readonly bankTransactionId: string
  readonly invoiceId: string
  /** Minor units that wait for a person again. */
  readonly amount: Minor
  /** Minor units that the guarantee fund lends on the invoice again. */
  readonly lentAgain: Minor
}

const REASON_MAX = 500

/**
 * Takes a receipt back that was given to the wrong invoice: it waits again, the invoice is owed again and reminded of, the fund
 * has lent again what had returned to it, and what was learnt of the payer by it is forgotten. Booked today, or on the first
 * open day where today's month is closed; the books of closed months stay.
 *
 * @throws Problem `not-found`; `invalid-field` for the reason; `conflict` when the match was taken back before, is none of a
 *   client's receipt, the invoice was written off since, a deposit is taken off its job's invoice by now, or a wage was paid
 *   with the money; `refused` when the fund has not
 *   enough to lend again.
 *
 * @param isOfBank the bank has taken the money back already: what wages were paid with it, the fund lends though it lent nothing
 *   before, beyond the client's limit if need be.
 */
export async function undoMatch(
  trx: Transaction,
  context: OfficeContext,
  { bankMatchId, reason, isOfBank = false }: { bankMatchId: string; reason: string; isOfBank?: boolean },
): Promise<UndoneMatch> {
  const { officeId, by, now, today, id } = context
  if (reason.trim() === '' || reason.length > REASON_MAX)
    throw invalid(
      'reason',
      `Say why, in 1 to ${REASON_MAX} characters: who reads the books later wants to know.`,
    )
  await lockBank(trx, officeId)
  const match = await receiptMatch(trx, officeId, bankMatchId)
  const { bankTransactionId, invoiceId, amount, currency, legalEntityId } = match
  if (match.isTakenOff)
    throw conflict(
      'This deposit is taken off the invoice of its job already, as paid. Leave the match, and settle with who paid it by a receipt and a transfer of their own.',
    )
  const undoId = id()
  const on = (await firstOpenDay(trx, officeId))(today > match.bookedOn ? today : match.bookedOn)
  const purpose = match.isLatePayment ? { invoiceId: null, latePaymentOf: invoiceId } : { invoiceId }
  const undo = { bankMatchId: undoId, bankTransactionId, payslipId: null, ...purpose, amount: -amount }
  const billed = match.billedAmount === null ? {} : { billedAmount: -match.billedAmount }
  const why = { matchedBy: 'manual', reason } as const
  await insertMatches(
    trx,
    officeId,
    [{ ...undo, ...billed, ...why, undoes: bankMatchId }, ...undoneExchange(match, { id, undoId, ...why })],
    by,
  )
  const isRecovery = await takeBackRecovery(trx, { sourceId: bankMatchId, currency, effectiveOn: on, reason })
  if (match.writtenOff && !isRecovery && !match.isLatePayment)
    throw conflict(
      'The invoice was written off since, with what was owed then: a correction of the write-off comes first.',
    )
  await takeOutOfBooks(trx, context, match, { undoId, on, reason, isRecovery })
  const lentAgain =
    isRecovery || match.isLatePayment
      ? 0n
      : await lendAgain(
          trx,
          officeId,
          match,
          { sourceId: undoId, legalEntityId, currency, effectiveOn: on },
          isOfBank,
        )
  await reopenContract(trx, officeId, match.contractId, by, now)
  if (match.isLast && match.matchedBy === 'manual' && !match.isLatePayment)
    await unlearnPayer(trx, officeId, match, match.clientId)
  return { bankTransactionId, invoiceId, amount: amount + match.difference, lentAgain }
}

/** The difference of rates goes with the match it belongs to. */
function undoneExchange(
  { exchange, bankTransactionId, difference }: ReceiptMatch,
  { id, undoId, ...why }: { id: () => string; undoId: string; matchedBy: 'manual'; reason: string },
): NewMatch[] {
  if (!exchange) return []
  const { bankMatchId: undoes, account, words } = exchange
  const match = { bankMatchId: id(), bankTransactionId, invoiceId: null, payslipId: null, account, words }
  return [{ ...match, ...why, undoes, exchangeOf: undoId, amount: -difference }]
}

/** The receipt waits again and the client owes again. What stands in the books under the match itself is reversed. */
async function takeOutOfBooks(
  trx: Transaction,
  { officeId }: OfficeContext,
  match: ReceiptMatch,
  { undoId, on, reason, isRecovery }: { undoId: string; on: IsoDate; reason: string; isRecovery: boolean },
): Promise<void> {
  const key = `bank-match:${match.bankMatchId}`
  const own = (await findPosted(trx, officeId, [key])).get(key)
  if (own) await reverse(trx, own, { effectiveOn: on, reason })
  else if (!isRecovery) await post(trx, officeId, [unmatchPosting({ ...match, undoId, reason }, on)])
  // What was booked under a client that was merged since came back under it.
  await moveSubjects(trx, officeId, {
    from: await mergedInto(trx, officeId, match.clientId),
    to: match.clientId,
    key: `client-merge:${undoId}`,
    kind: 'client-merge',
    effectiveOn: on,
    description: reason,
    source: { kind: 'bank-match', id: undoId },
  })
}

/** What wages of the job cost beyond what its invoice and its deposit still have is lent again; for the bank's sake, anew. */
async function lendAgain(
  trx: Transaction,
  officeId: string,
  match: ReceiptMatch,
  fact: { sourceId: string; legalEntityId: string; currency: string; effectiveOn: IsoDate },
  isOfBank: boolean,
): Promise<Minor> {
  const { invoiceId, contractId } = match
  const { rows } = await sql<{ cost: Minor; received: Minor }>`
    select coalesce((select sum(p.employer_cost - p.borne) from payslip p
                       join pay_run r on r.office_id = ${officeId} and r.pay_run_id = p.pay_run_id
                      where p.office_id = ${officeId} and p.contract_id = ${contractId} and r.state = 'posted'), 0)::int8 as cost,
           (select amount from ${receivedSql(officeId, sql`${contractId}::uuid`)} job)::int8 as received`.execute(
    trx,
  )
  const { cost, received } = rows[0] as (typeof rows)[number]
  const outstanding = maximum(0n, cost - received)
  const first = await takeBackRepayment(trx, { ...fact, invoiceId, outstanding })
  const lent = isOfBank && first.missing > 0n ? await lendAnew(trx, officeId, match, fact, first.missing) : 0n
  // With what is lent anew the rest is what had returned to the fund.
  const { lentAgain, missing } =
    lent > 0n ? await takeBackRepayment(trx, { ...fact, invoiceId, outstanding }) : first
  if (missing > 0n)
    throw conflict(
      'A wage of this job was paid with this money, and the fund had lent nothing for it: the money has gone on. Leave the match, and settle with the client what it paid for.',
    )
  return lentAgain + lent
}

/** Lends on wages of the job that needed no advance when they were paid, the earliest first. @returns how much. */
async function lendAnew(
  trx: Transaction,
  officeId: string,
  { invoiceId, contractId, clientId }: ReceiptMatch,
  { legalEntityId, currency, effectiveOn }: { legalEntityId: string; currency: string; effectiveOn: IsoDate },
  missing: Minor,
): Promise<Minor> {
  const { rows } = await sql<{ payslipId: string; cost: Minor }>`
    select p.payslip_id as "payslipId", (p.employer_cost - p.borne)::int8 as cost
      from payslip p join pay_run r on r.office_id = ${officeId} and r.pay_run_id = p.pay_run_id
     where p.office_id = ${officeId} and p.contract_id = ${contractId} and r.state = 'posted' and p.employer_cost > p.borne
       and not exists (select from fund_advance a where a.office_id = ${officeId} and a.payslip_id = p.payslip_id
                                                    and a.invoice_id = ${invoiceId})
     order by p.paid_on, p.payslip_id`.execute(trx)
  let rest = missing
  const wishes = rows.flatMap(({ payslipId, cost }) => {
    const amount = minimum(cost, rest)
    rest -= amount
    // The wages are paid: a limit can only be held against those to come.
    const wish = {
      payslipId,
      invoiceId,
      clientId,
      creditLimit: null,
      legalEntityId,
      currency,
      effectiveOn,
      amount,
    }
    return amount > 0n ? [wish] : []
  })
  return (await advance(trx, wishes)).reduce((sum, { granted }) => sum + granted, 0n)
}

interface ReceiptMatch {
  readonly bankMatchId: string
  readonly bankTransactionId: string
  readonly invoiceId: string
  readonly contractId: string
  readonly clientId: string
  readonly legalEntityId: string
  readonly currency: string
  readonly amount: Minor
  /** Of an invoice in another currency: what it paid in that, the difference of rates, and the part of the receipt that is that. */
  readonly billedAmount: Minor | null
  readonly difference: Minor
  readonly exchange: { readonly bankMatchId: string; readonly account: string; readonly words: string } | null
  readonly bookedOn: IsoDate
  readonly counterpartyIban: string | null
  readonly counterpartyName: string | null
  readonly matchedBy: MatchedBy
  readonly isLatePayment: boolean
  readonly writtenOff: boolean
  /** Of a deposit that the invoice of its job has taken off already. */
  readonly isTakenOff: boolean
  /** No other part of the receipt is given to this client by a person. */
  readonly isLast: boolean
}

async function receiptMatch(trx: Transaction, officeId: string, bankMatchId: string): Promise<ReceiptMatch> {
  const { rows } = await sql<ReceiptMatch & { isUndo: boolean; isUndone: boolean }>`
    select m.bank_match_id as "bankMatchId", m.bank_transaction_id as "bankTransactionId", i.invoice_id as "invoiceId",
           i.contract_id as "contractId", i.client_id as "clientId", i.legal_entity_id as "legalEntityId", i.currency,
           m.amount, m.billed_amount as "billedAmount", coalesce(x.amount, 0)::int8 as difference,
           case when x.bank_match_id is not null
                then jsonb_build_object('bankMatchId', x.bank_match_id, 'account', x.account, 'words', x.words) end as exchange,
           t.booked_on as "bookedOn", t.counterparty_iban as "counterpartyIban",
           t.counterparty_name as "counterpartyName", m.matched_by as "matchedBy",
           m.late_payment_of is not null as "isLatePayment", m.undoes is not null as "isUndo",
           exists (select from bank_match u where u.office_id = ${officeId} and u.undoes = m.bank_match_id) as "isUndone",
           exists (select from invoice_write_off w
                    where w.office_id = ${officeId} and w.invoice_id = i.invoice_id) as "writtenOff",
           m.late_payment_of is null and i.kind = 'deposit'
             and exists (select from invoice j where j.office_id = ${officeId} and j.contract_id = i.contract_id
                                                 and j.kind = 'invoice') as "isTakenOff",
           not exists (select from bank_match o
                         join invoice oi on oi.office_id = ${officeId} and oi.invoice_id = o.invoice_id
                        where o.office_id = ${officeId} and o.bank_transaction_id = m.bank_transaction_id
                          and o.bank_match_id <> m.bank_match_id and o.undoes is null and o.matched_by = 'manual'
                          and oi.client_id = i.client_id
                          and not exists (select from bank_match u
                                           where u.office_id = ${officeId} and u.undoes = o.bank_match_id)) as "isLast"
      from bank_match m
      join bank_transaction t on t.office_id = ${officeId} and t.bank_transaction_id = m.bank_transaction_id
      left join bank_match x on x.office_id = ${officeId} and x.exchange_of = m.bank_match_id and x.undoes is null
      left join invoice i on i.office_id = ${officeId} and i.invoice_id = coalesce(m.invoice_id, m.late_payment_of)
     where m.office_id = ${officeId} and m.bank_match_id = ${bankMatchId}`.execute(trx)
  const [match] = rows
  if (!match) throw notFound('such match')
  if (match.isUndo || match.isUndone) throw conflict('This match has been taken back already.')
  if (match.invoiceId === null)
    throw conflict(
      'Only a client’s receipt is taken back here: a wage or a supplier invoice that the bank reports comes back by the bank, and what a worker paid back is corrected on the claim.',
    )
  return match
}
