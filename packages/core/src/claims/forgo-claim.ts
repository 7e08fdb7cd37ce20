import type { OfficeContext } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { availableOf, bear, bearingFunds } from '../funds/index.ts'
import { conflict, invalid, notFound, refused } from '../problem/index.ts'
import { insertForgone, lockClaims, type WorkerClaim, workerClaims } from './claim-store.ts'

/**
 * Somebody decides that a worker need not give back what was paid too much: a mutualised fund bears the whole open amount
 * (the solidarity fund, else the wage-guarantee fund). Deciding again on a settled claim changes nothing.
 *
 * @throws Problem `not-found`; `invalid-field` for an empty reason; `refused` when no fund has the money; `conflict` when
 *   the day's month is closed or the office has no fund.
 */
export async function forgoClaim(
  trx: Transaction,
  context: OfficeContext,
  { workerClaimId, reason }: { workerClaimId: string; reason: string },
): Promise<WorkerClaim> {
  const { officeId, by, today } = context
  const why = reason.trim()
  if (why.length < 1 || why.length > 300)
    throw invalid('reason', 'A decision says why, in 1 to 300 characters.')
  await lockClaims(trx, officeId)
  const [claim] = await workerClaims(trx, officeId, { workerClaimId })
  if (!claim) throw notFound('such claim')
  if (claim.open === 0n) return claim
  const { currency, legalEntityId, open: amount } = claim
  const funds = await bearingFunds(trx, currency)
  if (funds.length === 0) throw conflict(`This office has no fund in ${currency} that could bear it.`)
  const available = await availableOf(
    trx,
    funds.map(({ fundId }) => fundId),
  )
  const fund = funds.find(({ fundId }) => (available.get(fundId) ?? 0n) >= amount)
  if (!fund) throw refused('No fund has that much available.')
  const decision = {
    workerClaimId,
    fundId: fund.fundId,
    amount,
    reason: why,
    decidedBy: by,
    decidedOn: today,
  }
  await insertForgone(trx, officeId, decision)
  await bear(trx, [
    {
      sourceId: workerClaimId,
      legalEntityId,
      currency,
      effectiveOn: today,
      fundId: fund.fundId,
      amount,
      to: { account: 'worker-claim', subject: claim.memberId },
    },
  ])
  return { ...claim, open: 0n }
}
