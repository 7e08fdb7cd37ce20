import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { CURRENCY_DECIMALS, formatAmount, type IsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { type Entry, post } from '../ledger/index.ts'
import { closeContracts } from '../pay-runs/index.ts'
import { conflict, invalid, notFound } from '../problem/index.ts'
import { rememberPayer } from './bank-memory.ts'
import { exchangeMatches, type OpenBilled, paidBilled } from './exchange.ts'
import { firstOpenDay } from './open-day.ts'
import { matchPosting } from './postings.ts'
import { type Receipt, settleReceipts } from './settle.ts'
import {
  insertMatches,
  lockBank,
  type NewMatch,
  type OpenInvoice,
  openInvoicesById,
} from './statement-store.ts'

/** A part of a receipt and the invoice a person gives it to. */
export interface PartByHand {
  readonly invoiceId: string
  /**
   * Minor units of the receipt; the smaller of what waits and what is owed or was written off, unless told. Of an invoice in another
   * currency: all that waits, unless told.
   */
  readonly amount?: Minor | undefined
  /** What that pays of an invoice in another currency, in that; what the payer's bank was told, unless told here. */
  readonly billedAmount?: Minor | undefined
}

/** Invoices one receipt is split over in one go. */
export const PARTS_BY_HAND_MAX = 50

/**
 * A person says which invoices a waiting receipt, or parts of it, were for: all of the parts or none. Booked on the day it is
 * decided. Whose account and name the payer's were is remembered for the next time.
 *
 * @throws Problem `not-found`; `invalid-field` for an amount above what waits or is owed, or no part at all; `conflict` when
 *   the two belong to different companies or the transaction is no receipt.
 */
export async function matchByHand(
  trx: Transaction,
  context: OfficeContext,
  { bankTransactionId, parts }: { bankTransactionId: string; parts: readonly PartByHand[] },
): Promise<{ amount: Minor; left: Minor; parts: readonly { invoiceId: string; amount: Minor }[] }> {
  const { officeId, by, now, today, id } = context
  checkParts(parts)
  await lockBank(trx, officeId)
  const transaction = await waitingMovement(trx, officeId, bankTransactionId)
  if (transaction.amount < 0n) throw conflict('Money that left the account pays no invoice.')
  const invoices = await openInvoicesById(
    trx,
    officeId,
    parts.map(({ invoiceId }) => invoiceId),
  )
  const openDay = await firstOpenDay(trx, officeId)
  const on = openDay(today > transaction.bookedOn ? today : transaction.bookedOn)
  let left = transaction.rest
  const receipts = parts.map((part, index): Receipt => {
    const invoice = invoices.get(part.invoiceId)
    if (!invoice) throw notFound('such invoice')
    const at = parts.length > 1 ? `parts[${index}].` : ''
    const waiting = { ...transaction, rest: left }
    const fact = { bankMatchId: id(), bankTransactionId, invoice, recovers: invoice.writtenOff > 0n, on }
    const { billed } = invoice
    if (billed) {
      const paid = billedOf(part, { ...invoice, billed }, waiting, at)
      left -= paid.received
      return { ...fact, amount: paid.settled, billed: paid }
    }
    if (part.billedAmount !== undefined)
      throw invalid(`${at}billedAmount`, 'Is told of an invoice in another currency alone.')
    const amount = amountOf(part, invoice, waiting, `${at}amount`)
    left -= amount
    return { ...fact, amount }
  })
  await insertMatches(
    trx,
    officeId,
    receipts.flatMap(({ bankMatchId, invoice, amount, billed }): NewMatch[] => [
      {
        bankMatchId,
        bankTransactionId,
        invoiceId: invoice.invoiceId,
        payslipId: null,
        amount,
        matchedBy: 'manual',
        ...(billed && { billedAmount: billed.amount }),
      },
      ...exchangeMatches(
        { bankMatchId, bankTransactionId },
        { difference: billed?.difference ?? 0n, id, words: invoice.number },
        'manual',
      ),
    ]),
    by,
  )
  await post(
    trx,
    officeId,
    receipts
      .filter(({ recovers }) => !recovers)
      .map(({ bankMatchId, invoice, amount, billed }) =>
        matchPosting(
          { bankMatchId, clientId: invoice.clientId, amount, difference: billed?.difference ?? 0n },
          transaction,
          on,
        ),
      ),
  )
  await settleReceipts(trx, officeId, receipts)
  const matched = receipts.map(({ invoice }) => invoice)
  await closeContracts(
    trx,
    officeId,
    matched.map(({ contractId }) => contractId),
    by,
    now,
  )
  await rememberPayer(
    trx,
    context,
    transaction,
    matched.map(({ clientId }) => clientId),
  )
  return {
    amount: transaction.rest - left,
    left,
    parts: receipts.map(({ invoice, amount }) => ({ invoiceId: invoice.invoiceId, amount })),
  }
}

function checkParts(parts: readonly PartByHand[]): void {
  if (parts.length < 1 || parts.length > PARTS_BY_HAND_MAX)
    throw invalid('parts', `A receipt is given to 1 to ${PARTS_BY_HAND_MAX} invoices in one go.`)
  if (new Set(parts.map(({ invoiceId }) => invoiceId)).size < parts.length)
    throw invalid('parts', 'An invoice stands here twice.')
}

/** What a receipt pays of an invoice in another currency, and how much of the receipt that is. */
function billedOf(
  { amount: told, billedAmount }: PartByHand,
  invoice: OpenInvoice & OpenBilled,
  transaction: Waiting,
  at: string,
) {
  const { billed } = invoice
  refuseForeign(invoice, transaction)
  const { rest, instructedAmount, instructedCurrency } = transaction
  const received = told ?? rest
  if (rest <= 0n) throw conflict('Nothing waits on this receipt.')
  if (received <= 0n || received > rest)
    throw invalid(`${at}amount`, `Lies above zero and within ${formatAmount(rest)}: what waits.`)
  const isTold = instructedCurrency === billed.currency && received === transaction.amount
  const amount = billedAmount ?? (isTold ? instructedAmount : null)
  if (amount === null)
    throw invalid(
      `${at}billedAmount`,
      `Say how much of the ${formatAmount(billed.open)} ${billed.currency} it pays: the bank does not tell.`,
    )
  return { ...paidBilled(invoice, { received, amount, field: `${at}billedAmount` }), received }
}

function refuseForeign(invoice: OpenInvoice, transaction: Waiting): void {
  if (invoice.legalEntityId !== transaction.legalEntityId || invoice.currency !== transaction.currency)
    throw conflict('The receipt and the invoice belong to different companies or currencies.')
}

function amountOf(
  { amount: told }: PartByHand,
  invoice: OpenInvoice,
  transaction: Waiting,
  field: string,
): Minor {
  refuseForeign(invoice, transaction)
  const owed = invoice.open + invoice.writtenOff
  const most = transaction.rest < owed ? transaction.rest : owed
  if (told === undefined && most <= 0n)
    throw conflict('Nothing waits on this receipt, or nothing is open on this invoice.')
  const amount = told ?? most
  if (amount <= 0n || amount > most) {
    const decimals = CURRENCY_DECIMALS[invoice.currency] ?? 2
    throw invalid(
      field,
      `Lies above zero and within ${formatAmount(most, decimals)}: what waits and is still owed.`,
    )
  }
  return amount
}

/** What a receipt is given to that is no invoice, and the accounts that receive it. */
export interface OtherPurpose {
  /** The invoice whose interest and costs it pays, or the claim on a worker: one of the two. */
  readonly of: { readonly latePaymentOf: string } | { readonly workerClaimId: string }
  /** Company and currency it must belong to. */
  readonly legalEntityId: string
  readonly currency: string
  /** At most this much is taken, minor units. */
  readonly most: Minor
  readonly kind: string
  /** Where a part of the receipt goes: entries that sum to minus that part. */
  readonly entriesOf: (amount: Minor) => readonly Entry[]
}

/**
 * A human says what else a waiting receipt, or a part of it, was for. Booked on the day it is decided.
 *
 * @param amount minor units; the smaller of what waits and `most`, unless told.
 * @throws Problem as `matchByHand`.
 */
export async function takeReceipt(
  trx: Transaction,
  context: OfficeContext,
  { bankTransactionId, amount: told }: { bankTransactionId: string; amount?: Minor | undefined },
  purpose: OtherPurpose,
): Promise<{ bankMatchId: string; amount: Minor; left: Minor }> {
  const { officeId, by, today, id } = context
  await lockBank(trx, officeId)
  const transaction = await waitingMovement(trx, officeId, bankTransactionId)
  if (transaction.amount < 0n) throw conflict('Money that left the account pays nothing to us.')
  if (purpose.legalEntityId !== transaction.legalEntityId || purpose.currency !== transaction.currency)
    throw conflict('The receipt belongs to another company or currency.')
  const most = transaction.rest < purpose.most ? transaction.rest : purpose.most
  if (told === undefined && most <= 0n) throw conflict('Nothing waits on this receipt, or nothing is owed.')
  const amount = told ?? most
  if (amount <= 0n || amount > most) {
    const decimals = CURRENCY_DECIMALS[purpose.currency] ?? 2
    throw invalid(
      'amount',
      `Lies above zero and within ${formatAmount(most, decimals)}: what waits and is owed.`,
    )
  }
  const bankMatchId = id()
  const { of, currency, legalEntityId } = purpose
  const match = { bankMatchId, bankTransactionId, invoiceId: null, payslipId: null, ...of, amount }
  await insertMatches(trx, officeId, [{ ...match, matchedBy: 'manual' }], by)
  const openDay = await firstOpenDay(trx, officeId)
  await post(trx, officeId, [
    {
      key: `bank-match:${bankMatchId}`,
      kind: purpose.kind,
      legalEntityId,
      effectiveOn: openDay(today > transaction.bookedOn ? today : transaction.bookedOn),
      source: { kind: 'bank-match', id: bankMatchId },
      entries: [
        { account: 'unmatched-receipts', subject: bankTransactionId, currency, amount },
        ...purpose.entriesOf(amount),
      ],
    },
  ])
  return { bankMatchId, amount, left: transaction.rest - amount }
}

/** Money at the bank, and what of it waits. */
interface Waiting {
  readonly bankTransactionId: string
  readonly legalEntityId: string
  readonly bookedOn: IsoDate
  readonly amount: Minor
  readonly currency: string
  readonly counterpartyName: string | null
  readonly counterpartyIban: string | null
  readonly rest: Minor
  readonly instructedCurrency: string | null
  readonly instructedAmount: Minor | null
}

/** @throws Problem `not-found` */
export async function waitingMovement(
  trx: Transaction,
  officeId: string,
  bankTransactionId: string,
): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select t.bank_transaction_id as "bankTransactionId", s.legal_entity_id as "legalEntityId",
           t.booked_on as "bookedOn", t.amount, t.currency, t.counterparty_name as "counterpartyName",
           t.counterparty_iban as "counterpartyIban", t.instructed_currency as "instructedCurrency",
           t.instructed_amount as "instructedAmount",
           (abs(t.amount) - coalesce((select sum(b.amount) from bank_match b
             where b.office_id = ${officeId} and b.bank_transaction_id = t.bank_transaction_id), 0))::int8 as rest
      from bank_transaction t
      join bank_statement s on s.office_id = ${officeId} and s.bank_statement_id = t.bank_statement_id
     where t.office_id = ${officeId} and t.bank_transaction_id = ${bankTransactionId}`.execute(trx)
  if (!rows[0]) throw notFound('such bank transaction')
  return rows[0]
}
