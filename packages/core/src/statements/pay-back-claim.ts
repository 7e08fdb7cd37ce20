import { insertPaidBack, lockClaims, type WorkerClaim, workerClaims } from '../claims/index.ts'
import type { OfficeContext } from '../context/index.ts'
import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { conflict, notFound } from '../problem/index.ts'
import { takeReceipt } from './match-by-hand.ts'
import { lockBank } from './statement-store.ts'

/**
 * A worker paid back what had been paid too much: a human gives a waiting receipt, or a part of it, to the claim.
 *
 * @param amount minor units; the smaller of what waits and what is open, unless told.
 * @throws Problem `not-found`; `conflict` when nothing of the claim is open, or the receipt is another company's;
 *   `invalid-field` for an amount beyond what waits or is open.
 */
export async function payBackClaim(
  trx: Transaction,
  context: OfficeContext,
  asked: { workerClaimId: string; bankTransactionId: string; amount?: Minor | undefined },
): Promise<WorkerClaim> {
  const { officeId, by, today } = context
  const { workerClaimId } = asked
  // The bank's lock first, as everywhere: two who hold one each would wait for each other.
  await lockBank(trx, officeId)
  await lockClaims(trx, officeId)
  const [claim] = await workerClaims(trx, officeId, { workerClaimId })
  if (!claim) throw notFound('such claim')
  const { open, legalEntityId, currency, memberId } = claim
  if (open === 0n) throw conflict('Nothing of this claim is open any more.')
  const { bankMatchId, amount } = await takeReceipt(trx, context, asked, {
    of: { workerClaimId },
    legalEntityId,
    currency,
    most: open,
    kind: 'worker-claim-paid',
    entriesOf: (taken) => [{ account: 'worker-claim', subject: memberId, currency, amount: -taken }],
  })
  await insertPaidBack(trx, officeId, {
    workerClaimId,
    bankMatchId,
    amount,
    reason: 'Paid back by bank transfer',
    decidedBy: by,
    decidedOn: today,
  })
  return { ...claim, open: open - amount }
}
