import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { CURRENCY_DECIMALS, formatAmount, type IsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { findPosted, ledgerAccounts, post, reverse } from '../ledger/index.ts'
import { conflict, type Fault, invalid, throwFaults } from '../problem/index.ts'
import { waitingMovement } from './match-by-hand.ts'
import { firstOpenDay } from './open-day.ts'
import { insertMatches, lockBank } from './statement-store.ts'

/** Accounts that nothing else moves when money comes or goes. */
const OWN_ACCOUNTS: ReadonlySet<string> = new Set([
  'vat-payable',
  'share-capital',
  'other-income',
  'other-expenses',
  'interest-income',
  'interest-expense',
])

/** What payslips owe an authority or set aside, such as a holiday fund's part, leaves by the bank. */
const OF_PAYSLIPS = /^(authority-payable|provision):/

const WORDS_MAX = 300

/** An account that a person may book money at the bank to. */
export interface BookableAccount {
  readonly account: string
  /** In the national chart. */
  readonly number: string
  readonly name: string
}

/** Where money may be booked that belongs to no invoice, wage or claim, by national number. */
export async function bookableAccounts(trx: Transaction): Promise<BookableAccount[]> {
  const accounts = await ledgerAccounts(trx)
  return accounts
    .filter(({ account }) => OWN_ACCOUNTS.has(account) || OF_PAYSLIPS.test(account))
    .map(({ account, number, name }) => ({ account, number, name }))
}

export interface BookedByHand {
  readonly bankMatchId: string
  readonly bankTransactionId: string
  readonly account: BookableAccount
  readonly bookedOn: IsoDate
  readonly counterpartyName: string | null
  readonly currency: string
  /** Minor units, below zero for money that left. */
  readonly amount: Minor
  readonly words: string
  readonly decidedBy: string
}

/**
 * A person says what waiting money at the bank was, where it is no client's, worker's or supplier's: what an authority was paid
 * or paid back, VAT, the bank's charges or interest, a share. Booked on the day it is decided, all that waits unless an amount is told.
 *
 * @param amount minor units, positive, of money that came as of money that left.
 * @throws Problem `not-found`; `invalid-field` for an account that other work keeps, an amount above what waits, or words that
 *   say nothing; `conflict` when nothing waits.
 */
export async function bookByHand(
  trx: Transaction,
  context: OfficeContext,
  asked: { bankTransactionId: string; account: string; amount?: Minor | undefined; words: string },
): Promise<{ bankMatchId: string; amount: Minor; left: Minor }> {
  const { officeId, by, today, id } = context
  const { bankTransactionId, account } = asked
  const words = asked.words.trim()
  const faults: Fault[] = []
  if (words.length === 0 || words.length > WORDS_MAX)
    faults.push({ field: 'words', reason: `Say what it was, in 1 to ${WORDS_MAX} characters.` })
  if (!(await bookableAccounts(trx)).some((one) => one.account === account))
    faults.push({ field: 'account', reason: 'One of the accounts that money may be booked to by hand.' })
  throwFaults(faults)
  await lockBank(trx, officeId)
  const movement = await waitingMovement(trx, officeId, bankTransactionId)
  const { rest, currency, legalEntityId, bookedOn } = movement
  if (rest === 0n) throw conflict('Nothing of this movement waits any more.')
  const amount = asked.amount ?? rest
  if (amount <= 0n || amount > rest)
    throw invalid(
      'amount',
      `Lies above zero and within ${formatAmount(rest, CURRENCY_DECIMALS[currency] ?? 2)}: what waits.`,
    )
  const bankMatchId = id()
  const match = { bankMatchId, bankTransactionId, invoiceId: null, payslipId: null, account, words, amount }
  await insertMatches(trx, officeId, [{ ...match, matchedBy: 'manual' }], by)
  const openDay = await firstOpenDay(trx, officeId)
  const came = movement.amount > 0n ? amount : -amount
  await post(trx, officeId, [
    {
      key: `bank-match:${bankMatchId}`,
      kind: 'booked-by-hand',
      legalEntityId,
      effectiveOn: openDay(today > bookedOn ? today : bookedOn),
      description: words,
      source: { kind: 'bank-match', id: bankMatchId },
      entries: [
        { account: 'unmatched-receipts', subject: bankTransactionId, currency, amount: came },
        { account, currency, amount: -came },
      ],
    },
  ])
  return { bankMatchId, amount, left: rest - amount }
}

/**
 * Takes a booking by hand back: the money waits again. Booked today, or on the first open day.
 *
 * @throws Problem `invalid-field` for the reason; `conflict` when it was taken back before.
 */
export async function undoBooking(
  trx: Transaction,
  { officeId, by, today, id }: OfficeContext,
  { bankMatchId, reason }: { bankMatchId: string; reason: string },
): Promise<void> {
  if (reason.trim() === '' || reason.length > 500) throw invalid('reason', 'Say why, in 1 to 500 characters.')
  await lockBank(trx, officeId)
  const [booking] = await bookings(trx, officeId, { bankMatchId })
  if (!booking) throw conflict('This booking has been taken back already, or there is no such booking.')
  const { bankTransactionId, account, words, amount } = booking
  const key = `bank-match:${bankMatchId}`
  const posted = (await findPosted(trx, officeId, [key])).get(key)
  if (!posted) throw new Error(`booking ${bankMatchId} has no posting`)
  const size = amount < 0n ? -amount : amount
  const undo = { bankMatchId: id(), bankTransactionId, invoiceId: null, payslipId: null }
  const what = { account: account.account, words, amount: -size, undoes: bankMatchId, reason }
  await insertMatches(trx, officeId, [{ ...undo, ...what, matchedBy: 'manual' }], by)
  const openDay = await firstOpenDay(trx, officeId)
  await reverse(trx, posted, {
    effectiveOn: openDay(today > booking.bookedOn ? today : booking.bookedOn),
    reason,
  })
}

/** What was booked by hand and stands, the latest first; at most 100. */
export async function bookings(
  trx: Transaction,
  officeId: string,
  { bankMatchId }: { bankMatchId?: string } = {},
): Promise<BookedByHand[]> {
  const { rows } = await sql<BookedByHand>`
    select m.bank_match_id as "bankMatchId", m.bank_transaction_id as "bankTransactionId",
           jsonb_build_object('account', a.account, 'number', a.national_number, 'name', a.name) as account,
           t.booked_on as "bookedOn", t.counterparty_name as "counterpartyName", t.currency,
           (sign(t.amount) * m.amount)::int8 as amount, m.words, m.decided_by as "decidedBy"
      from bank_match m
      join bank_transaction t on t.office_id = ${officeId} and t.bank_transaction_id = m.bank_transaction_id
      join ledger_account a on a.office_id = ${officeId} and a.account = m.account
     where m.office_id = ${officeId} and m.account <> 'unmatched-receipts' and m.undoes is null and m.exchange_of is null
       and (${bankMatchId ?? null}::uuid is null or m.bank_match_id = ${bankMatchId ?? null})
       and not exists (select from bank_match u where u.office_id = ${officeId} and u.undoes = m.bank_match_id)
     order by m.bank_match_id desc limit 100`.execute(trx)
  return rows
}
