import { divide, formatAmount, type Minor } from '../country/index.ts'
import type { Entry } from '../ledger/index.ts'
import { invalid } from '../problem/index.ts'
import type { NewMatch, OpenInvoice } from './statement-store.ts'

/** What a receipt pays of an invoice in another currency. Minor units. */
export interface PaidBilled {
  /** In the invoice's currency. */
  readonly amount: Minor
  /** What came in beyond what the books had it at; below zero where less came. */
  readonly difference: Minor
}

/** An open part of an invoice in another currency. */
export type OpenBilled = Pick<OpenInvoice, 'open'> & { readonly billed: NonNullable<OpenInvoice['billed']> }

/**
 * What the books had an amount of the invoice's currency at: its part of what is open, so that the last payment clears both to the
 * cent. Pure.
 */
export const settledBy = ({ open, billed }: OpenBilled, amount: Minor): Minor =>
  divide(open * amount, billed.open)

/** Another amount than was paid would book the rest as a loss or a gain: further off than a fifth, no two days' rates are meant. */
const DIFFERENCE_PART_MAX = 5n

/** Whether what came in beyond or below what the books had can be a difference of rates. Pure. */
export const isOfRates = (difference: Minor, settled: Minor): boolean =>
  (difference < 0n ? -difference : difference) * DIFFERENCE_PART_MAX <= settled

/**
 * What a part of a receipt pays of an invoice in another currency.
 *
 * @param received minor units of the office's currency; @param amount of the invoice's.
 * @throws Problem `invalid-field` for more than is open, or a rate that cannot be meant.
 */
export function paidBilled(
  invoice: OpenBilled,
  { received, amount, field }: { received: Minor; amount: Minor; field: string },
): PaidBilled & { readonly settled: Minor } {
  const { billed } = invoice
  if (amount <= 0n || amount > billed.open)
    throw invalid(
      field,
      `Lies above zero and within the ${formatAmount(billed.open)} ${billed.currency} that are still owed.`,
    )
  const settled = settledBy(invoice, amount)
  const difference = received - settled
  if (!isOfRates(difference, settled))
    throw invalid(
      field,
      `${formatAmount(amount)} ${billed.currency} stand in the books at ${formatAmount(settled)}, and ${formatAmount(received)} came in: so far apart are no two days' rates. Say what of the invoice was paid.`,
    )
  return { amount, difference, settled }
}

/** The difference in the books: a gain, or a loss. Nothing where there is none. */
export const exchangeEntries = (difference: Minor, currency: string): Entry[] =>
  difference === 0n ? [] : [{ account: accountOf(difference), currency, amount: -difference }]

const accountOf = (difference: Minor) => (difference > 0n ? 'exchange-gain' : 'exchange-loss')

/** The difference as a part of the receipt of its own, beside the match it belongs to. */
export const exchangeMatches = (
  { bankMatchId, bankTransactionId }: Pick<NewMatch, 'bankMatchId' | 'bankTransactionId'>,
  { difference, id, words }: { difference: Minor; id: () => string; words: string },
  matchedBy: NewMatch['matchedBy'],
): NewMatch[] =>
  difference === 0n
    ? []
    : [
        {
          bankMatchId: id(),
          bankTransactionId,
          invoiceId: null,
          payslipId: null,
          account: accountOf(difference),
          words,
          exchangeOf: bankMatchId,
          amount: difference,
          matchedBy,
        },
      ]
