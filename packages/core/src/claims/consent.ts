import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { conflict, invalid, notFound, refused } from '../problem/index.ts'
import { lockClaims, type WorkerClaim, workerClaims } from './claim-store.ts'

export interface Consent {
  readonly workerClaimId: string
  /** False: the worker takes it back. */
  readonly agreed: boolean
  /** How it was said: 1 to 300 characters. */
  readonly words: string
  /** Whose claim it must be, where the worker says it. */
  readonly memberId?: string | undefined
}

/**
 * A worker agrees that later wages keep something back for a claim, or takes that back; from the next run that is computed. Saying
 * the same again changes nothing.
 *
 * @throws Problem `not-found`, also for another worker's claim; `invalid-field`; `refused` in a country whose law is not known here;
 *   `conflict` when nothing of the claim is open.
 */
export async function sayConsent(
  trx: Transaction,
  { officeId, plugin, by, today }: OfficeContext,
  { workerClaimId, agreed, words, memberId }: Consent,
): Promise<WorkerClaim> {
  const how = words.trim()
  if (how.length < 1 || how.length > 300)
    throw invalid('words', 'Say how the worker agreed, in 1 to 300 characters.')
  await lockClaims(trx, officeId)
  const [claim] = await workerClaims(trx, officeId, { workerClaimId, ...(memberId && { memberId }) })
  if (!claim) throw notFound('such claim')
  if (claim.agreed === agreed) return claim
  if (agreed && !plugin.wageSetOff)
    throw refused(
      `What the law of ${plugin.name} lets be kept back from a wage is not known here: let it be paid back by bank.`,
    )
  if (agreed && claim.open === 0n) throw conflict('Nothing of this claim is open any more.')
  await sql`
    insert into samen.worker_claim_consent (office_id, worker_claim_id, consent_no, agreed, words, recorded_by, recorded_on)
    select ${officeId}, ${workerClaimId},
           (select coalesce(max(consent_no), 0) + 1 from samen.worker_claim_consent
             where office_id = ${officeId} and worker_claim_id = ${workerClaimId}),
           ${agreed}, ${how}, ${by}, ${today}`.execute(trx)
  return { ...claim, agreed }
}
