import type { IsoDate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { conflict, notFound } from '../problem/index.ts'
import { currentOffice } from './current-office.ts'
import { post } from './post.ts'
import type { Posting } from './posting.ts'
import { findById } from './stored.ts'

export interface Reversal {
  /** The day the correction counts for: a day of an open month. */
  readonly effectiveOn: IsoDate
  /** For the person who reads the books later. */
  readonly reason: string
}

/** The posting that takes another back: the same entries with the signs turned. Pure. */
export function reversalOf(
  transactionId: string,
  posting: Posting,
  { effectiveOn, reason }: Reversal,
): Posting {
  return {
    key: `reversal:${transactionId}`,
    kind: 'reversal',
    legalEntityId: posting.legalEntityId,
    effectiveOn,
    description: reason,
    ...(posting.source ? { source: posting.source } : {}),
    reverses: transactionId,
    entries: posting.entries.map((entry) => ({ ...entry, amount: -entry.amount })),
  }
}

/**
 * Takes a transaction back by its opposite. Repeating the same reversal changes nothing.
 *
 * @returns the id of the reversing transaction.
 * @throws Problem `not-found`; `conflict` when it was reversed otherwise before, is itself a reversal, or the month is
 *   closed; `refused` when a fund no longer has the money.
 */
export async function reverse(
  trx: Transaction,
  transactionId: string,
  reversal: Reversal,
): Promise<{ transactionId: string }> {
  const officeId = await currentOffice(trx)
  const [found] = await findById(trx, officeId, [transactionId])
  if (!found) throw notFound('such transaction in the ledger')
  if (found.posting.kind === 'reversal') throw conflict('A reversal is not reversed: post the fact again.')
  const { transactionIds } = await post(trx, officeId, [reversalOf(transactionId, found.posting, reversal)])
  return { transactionId: transactionIds[0] as string }
}
