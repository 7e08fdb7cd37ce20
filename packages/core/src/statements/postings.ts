import type { IsoDate, Minor } from '../country/index.ts'
import type { Entry, Posting } from '../ledger/index.ts'
import { exchangeEntries } from './exchange.ts'
import type { Matched } from './match.ts'
import type { BankTransaction } from './statement-store.ts'

/**
 * A bank transaction in the books: the bank account on one side; on the other what it was for, the client's debt or the
 * run's net wages (owed again where a payment came back), and for the rest the account of receipts that a human must look at.
 */
export function bankPosting({ transaction, parts, rest }: Matched, effectiveOn: IsoDate): Posting {
  const { bankTransactionId, legalEntityId, amount, currency } = transaction
  const entries: Entry[] = [{ account: 'bank', currency, amount }]
  const wages = new Map<string, Minor>()
  const owe = (payRunId: string, amount: Minor) => wages.set(payRunId, (wages.get(payRunId) ?? 0n) + amount)
  // Money on an invoice written off is no debt of the client any more: it waits there for the fund to take it.
  let waits = rest
  for (const part of parts) {
    if ('invoice' in part && part.recovers) waits += part.amount
    else if ('invoice' in part)
      entries.push(
        paid(part.invoice.clientId, part.amount, currency),
        ...exchangeEntries(part.billed?.difference ?? 0n, currency),
      )
    else if ('returned' in part) owe(part.returned.payRunId, -part.amount)
    else owe(part.wage.payRunId, part.amount)
  }
  for (const [payRunId, total] of wages)
    entries.push({ account: 'net-payable', subject: payRunId, currency, amount: total })
  if (waits !== 0n)
    entries.push({ account: 'unmatched-receipts', subject: bankTransactionId, currency, amount: -waits })
  return {
    key: `bank-transaction:${bankTransactionId}`,
    kind: kindOf(amount, wages.size > 0),
    legalEntityId,
    effectiveOn,
    source: { kind: 'bank-transaction', id: bankTransactionId },
    entries,
  }
}

function kindOf(amount: Minor, ofWages: boolean): string {
  if (amount > 0n) return ofWages ? 'wage-returned' : 'receipt'
  return ofWages ? 'wage-payment' : 'bank-debit'
}

/** A waiting receipt that a human gave to an invoice; `difference` is of an invoice in another currency, and 0 of others. */
export function matchPosting(
  match: { bankMatchId: string; clientId: string; amount: Minor; difference: Minor },
  {
    bankTransactionId,
    legalEntityId,
    currency,
  }: Pick<BankTransaction, 'bankTransactionId' | 'legalEntityId' | 'currency'>,
  effectiveOn: IsoDate,
): Posting {
  return {
    key: `bank-match:${match.bankMatchId}`,
    kind: 'receipt-matched',
    legalEntityId,
    effectiveOn,
    source: { kind: 'bank-match', id: match.bankMatchId },
    entries: [
      {
        account: 'unmatched-receipts',
        subject: bankTransactionId,
        currency,
        amount: match.amount + match.difference,
      },
      paid(match.clientId, match.amount, currency),
      ...exchangeEntries(match.difference, currency),
    ],
  }
}

/** A receipt that its reference had given to an invoice waits for a person, and the client owes again. */
export function unmatchPosting(
  match: {
    undoId: string
    reason: string
    bankTransactionId: string
    clientId: string
    legalEntityId: string
    currency: string
    amount: Minor
    difference: Minor
  },
  effectiveOn: IsoDate,
): Posting {
  const { undoId, reason, bankTransactionId, clientId, legalEntityId, currency, amount, difference } = match
  return {
    key: `bank-match:${undoId}`,
    kind: 'receipt-unmatched',
    legalEntityId,
    effectiveOn,
    description: reason,
    source: { kind: 'bank-match', id: undoId },
    entries: [
      paid(clientId, -amount, currency),
      ...exchangeEntries(difference, currency).map((entry) => ({ ...entry, amount: -entry.amount })),
      { account: 'unmatched-receipts', subject: bankTransactionId, currency, amount: -amount - difference },
    ],
  }
}

const paid = (clientId: string, amount: Minor, currency: string): Entry => ({
  account: 'client-receivable',
  subject: clientId,
  currency,
  amount: -amount,
})
