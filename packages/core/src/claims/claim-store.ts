import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import { copyRows, lockInOffice, type Transaction } from '../database/index.ts'

export interface ClaimTables {
  worker_claim: {
    office_id: string
    worker_claim_id: string
    pay_run_id: string
    legal_entity_id: string
    member_id: string
    arose_on: IsoDate
    currency: string
    amount: Minor
  }
  worker_claim_decision: {
    office_id: string
    worker_claim_id: string
    decision_no: number
    decision: ClaimDecision
    fund_id: string | null
    bank_match_id: string | null
    payslip_id: string | null
    amount: Minor
    reason: string
    decided_by: string
    decided_on: IsoDate
  }
}

export type ClaimDecision = 'forgone' | 'paid-back' | 'set-off'

/** What settled a claim, or a part of it. */
export interface ClaimStep {
  readonly decision: ClaimDecision
  readonly amount: Minor
  readonly reason: string
  readonly decidedOn: IsoDate
}

/** What a worker was paid too much, as a correction found. Stands until somebody decides; a wage is reduced by it with consent alone. */
export interface WorkerClaim {
  readonly workerClaimId: string
  readonly payRunId: string
  readonly legalEntityId: string
  readonly memberId: string
  readonly memberName: string
  readonly aroseOn: IsoDate
  readonly currency: string
  readonly amount: Minor
  /** What no decision has settled yet. */
  readonly open: Minor
  /** The worker agrees that later wages keep something back for it. */
  readonly agreed: boolean
  /** The earliest first. */
  readonly history: readonly ClaimStep[]
}

export type NewClaim = Pick<
  WorkerClaim,
  'workerClaimId' | 'payRunId' | 'legalEntityId' | 'memberId' | 'aroseOn' | 'currency' | 'amount'
>

export async function insertClaims(
  trx: Transaction,
  officeId: string,
  claims: readonly NewClaim[],
): Promise<void> {
  await copyRows(
    trx,
    'worker_claim',
    [
      'office_id',
      'worker_claim_id',
      'pay_run_id',
      'legal_entity_id',
      'member_id',
      'arose_on',
      'currency',
      'amount',
    ],
    claims.map((claim) => [
      officeId,
      claim.workerClaimId,
      claim.payRunId,
      claim.legalEntityId,
      claim.memberId,
      claim.aroseOn,
      claim.currency,
      claim.amount,
    ]),
  )
}

/** Claims, the latest first; of one worker or run, or only the open ones. At most `limit`, 100 unless told. */
export async function workerClaims(
  trx: Transaction,
  officeId: string,
  {
    workerClaimId,
    memberId,
    payRunId,
    openOnly = false,
    beforeId,
    limit = 100,
  }: {
    workerClaimId?: string
    memberId?: string
    payRunId?: string
    openOnly?: boolean
    beforeId?: string
    limit?: number
  } = {},
): Promise<WorkerClaim[]> {
  const { rows } = await sql<
    Omit<WorkerClaim, 'history'> & { history: (Omit<ClaimStep, 'amount'> & { amount: string })[] }
  >`
    select k.worker_claim_id as "workerClaimId", k.pay_run_id as "payRunId", k.legal_entity_id as "legalEntityId",
           k.member_id as "memberId", m.given_name || ' ' || m.family_name as "memberName", k.arose_on as "aroseOn",
           k.currency, k.amount, k.amount - settled.amount as open, settled.history,
           coalesce((select c.agreed from worker_claim_consent c
                      where c.office_id = ${officeId} and c.worker_claim_id = k.worker_claim_id
                      order by c.consent_no desc limit 1), false) as agreed
      from worker_claim k
      join member m on m.office_id = k.office_id and m.member_id = k.member_id
     cross join lateral (select coalesce(sum(d.amount), 0)::int8 as amount,
                                coalesce(jsonb_agg(jsonb_build_object('decision', d.decision, 'amount', d.amount::text,
                                  'reason', d.reason, 'decidedOn', d.decided_on) order by d.decision_no), '[]') as history
                           from worker_claim_decision d
                          where d.office_id = ${officeId} and d.worker_claim_id = k.worker_claim_id) settled
     where k.office_id = ${officeId}
       and (${workerClaimId ?? null}::uuid is null or k.worker_claim_id = ${workerClaimId ?? null})
       and (${memberId ?? null}::uuid is null or k.member_id = ${memberId ?? null})
       and (${payRunId ?? null}::uuid is null or k.pay_run_id = ${payRunId ?? null})
       and (not ${openOnly}::boolean or k.amount > settled.amount)
       and (${beforeId ?? null}::uuid is null or k.worker_claim_id < ${beforeId ?? null})
     order by k.worker_claim_id desc limit ${Math.min(limit, 1000)}`.execute(trx)
  return rows.map(({ history, ...row }) => ({
    ...row,
    history: history.map(({ amount, ...step }) => ({ ...step, amount: BigInt(amount) })),
  }))
}

/** Makes who decides about the same claim wait for each other. */
export async function lockClaims(trx: Transaction, officeId: string): Promise<void> {
  await lockInOffice(trx, officeId, 'worker-claim')
}

export async function insertForgone(
  trx: Transaction,
  officeId: string,
  decision: {
    workerClaimId: string
    fundId: string
    amount: Minor
    reason: string
    decidedBy: string
    decidedOn: IsoDate
  },
): Promise<void> {
  await sql`
    insert into worker_claim_decision (office_id, worker_claim_id, decision_no, decision, fund_id, amount, reason,
      decided_by, decided_on)
    select ${officeId}, ${decision.workerClaimId},
           (select coalesce(max(decision_no), 0) + 1 from worker_claim_decision
             where office_id = ${officeId} and worker_claim_id = ${decision.workerClaimId}),
           'forgone', ${decision.fundId}, ${decision.amount}, ${decision.reason}, ${decision.decidedBy},
           ${decision.decidedOn}`.execute(trx)
}

/** Writes down that a receipt, or a part of it, paid a claim back. */
export async function insertPaidBack(
  trx: Transaction,
  officeId: string,
  paid: {
    workerClaimId: string
    bankMatchId: string
    amount: Minor
    reason: string
    decidedBy: string
    decidedOn: IsoDate
  },
): Promise<void> {
  await sql`
    insert into worker_claim_decision (office_id, worker_claim_id, decision_no, decision, bank_match_id, amount, reason,
      decided_by, decided_on)
    select ${officeId}, ${paid.workerClaimId},
           (select coalesce(max(decision_no), 0) + 1 from worker_claim_decision
             where office_id = ${officeId} and worker_claim_id = ${paid.workerClaimId}),
           'paid-back', ${paid.bankMatchId}, ${paid.amount}, ${paid.reason}, ${paid.decidedBy}, ${paid.decidedOn}`.execute(
    trx,
  )
}

/** Writes down that the payslips of a run keep back what they were computed to: each settles its part of a claim. */
export async function insertSetOffs(
  trx: Transaction,
  officeId: string,
  { payRunId, decidedBy, decidedOn }: { payRunId: string; decidedBy: string; decidedOn: IsoDate },
): Promise<void> {
  await sql`
    insert into worker_claim_decision (office_id, worker_claim_id, decision_no, decision, payslip_id, amount, reason,
      decided_by, decided_on)
    select s.office_id, s.worker_claim_id,
           (select coalesce(max(d.decision_no), 0) from worker_claim_decision d
             where d.office_id = s.office_id and d.worker_claim_id = s.worker_claim_id)
             + row_number() over (partition by s.worker_claim_id order by s.payslip_id),
           'set-off', s.payslip_id, s.amount, 'Kept back from the wage of ' || c.reference, ${decidedBy}, ${decidedOn}
      from worker_claim_set_off s
      join payslip p on p.office_id = s.office_id and p.payslip_id = s.payslip_id
      join contract c on c.office_id = p.office_id and c.contract_id = p.contract_id
     where s.office_id = ${officeId} and p.pay_run_id = ${payRunId}`.execute(trx)
}
