import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { type IsoDate, type Minor, valueOn } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { type Posting, post } from '../ledger/index.ts'
import { conflict } from '../problem/index.ts'
import { insertSetOffs, lockClaims } from './claim-store.ts'

/** The latest word of a worker about a claim `k` is that they agree. */
const agreed = sql`(select c.agreed from samen.worker_claim_consent c
  where c.office_id = k.office_id and c.worker_claim_id = k.worker_claim_id order by c.consent_no desc limit 1)`

const openOf = sql`k.amount - coalesce((select sum(d.amount) from samen.worker_claim_decision d
  where d.office_id = k.office_id and d.worker_claim_id = k.worker_claim_id), 0)`

/**
 * Writes down what the payslips of a computed run keep back for claims whose workers agreed: the oldest claim first, of each
 * payslip at most the part of its net that the law lets, rounded down. Nothing where the country's law is not known. The net
 * itself, and so what is declared, stays as it is. One statement.
 */
export async function planSetOffs(
  trx: Transaction,
  { officeId, plugin }: OfficeContext,
  { payRunId, paidOn }: { payRunId: string; paidOn: IsoDate },
): Promise<void> {
  if (!plugin.wageSetOff) return
  const { value: rate, source } = valueOn('wageSetOff', plugin.wageSetOff, paidOn)
  await sql`
    insert into samen.worker_claim_set_off (office_id, payslip_id, worker_claim_id, amount, most, rate_numerator,
      rate_denominator, source)
    with debt as (
      select k.worker_claim_id, k.member_id, k.legal_entity_id, k.currency, k.open,
             sum(k.open) over (partition by k.member_id, k.legal_entity_id, k.currency
                               order by k.arose_on, k.worker_claim_id) as upto
        from (select k.*, ${openOf} as open from samen.worker_claim k
               where k.office_id = ${officeId} and ${agreed}) k
       where k.open > 0
    ), room as (
      select p.payslip_id, p.member_id, p.legal_entity_id, p.currency, p.most,
             sum(p.most) over (partition by p.member_id, p.legal_entity_id, p.currency order by p.payslip_id) as upto
        from (select p.*, floor(p.net::numeric * ${rate.numerator} / ${rate.denominator})::int8 as most
                from samen.payslip p
               where p.office_id = ${officeId} and p.pay_run_id = ${payRunId}
                 and p.member_id in (select member_id from debt)) p
    )
    select ${officeId}, r.payslip_id, d.worker_claim_id,
           least(d.upto, r.upto) - greatest(d.upto - d.open, r.upto - r.most), r.most,
           ${rate.numerator}, ${rate.denominator}, ${source}
      from debt d join room r using (member_id, legal_entity_id, currency)
     where least(d.upto, r.upto) > greatest(d.upto - d.open, r.upto - r.most)`.execute(trx)
}

interface Planned {
  readonly payslipId: string
  readonly workerClaimId: string
  readonly memberId: string
  readonly legalEntityId: string
  readonly currency: string
  readonly amount: Minor
  /** The claim still holds what the run keeps back for it, and its worker still agrees. */
  readonly stands: boolean
}

/**
 * Settles claims by what the payslips of a run keep back, as the run is posted: the net that is not paid out clears the claim.
 * Call it before anything of the funds is touched: who decides about claims takes their lock first.
 *
 * @throws Problem `conflict` when a claim was settled otherwise, or a worker took the consent back, since the run was computed.
 */
export async function takeSetOffs(
  trx: Transaction,
  { officeId, by }: OfficeContext,
  { payRunId, paidOn }: { payRunId: string; paidOn: IsoDate },
): Promise<void> {
  const planned = await plannedOf(trx, officeId, payRunId)
  if (planned.length === 0) return
  await lockClaims(trx, officeId)
  const now = await plannedOf(trx, officeId, payRunId)
  if (now.some(({ stands }) => !stands))
    throw conflict(
      'A claim that a wage of this run pays back was settled meanwhile, or its worker does not agree any more: discard the run and compute it anew.',
    )
  await insertSetOffs(trx, officeId, { payRunId, decidedBy: by, decidedOn: paidOn })
  await post(
    trx,
    officeId,
    now.map(
      ({ payslipId, workerClaimId, memberId, legalEntityId, currency, amount }): Posting => ({
        key: `worker-claim-set-off:${workerClaimId}:${payslipId}`,
        kind: 'worker-claim-set-off',
        legalEntityId,
        effectiveOn: paidOn,
        source: { kind: 'worker-claim', id: workerClaimId },
        entries: [
          { account: 'net-payable', subject: payRunId, currency, amount },
          { account: 'worker-claim', subject: memberId, currency, amount: -amount },
        ],
      }),
    ),
  )
}

async function plannedOf(trx: Transaction, officeId: string, payRunId: string): Promise<Planned[]> {
  const { rows } = await sql<Planned>`
    select s.payslip_id as "payslipId", s.worker_claim_id as "workerClaimId", k.member_id as "memberId",
           k.legal_entity_id as "legalEntityId", k.currency, s.amount,
           ${agreed} and sum(s.amount) over (partition by s.worker_claim_id) <= ${openOf} as stands
      from samen.worker_claim_set_off s
      join samen.payslip p on p.office_id = s.office_id and p.payslip_id = s.payslip_id
      join samen.worker_claim k on k.office_id = s.office_id and k.worker_claim_id = s.worker_claim_id
     where s.office_id = ${officeId} and p.pay_run_id = ${payRunId}
     order by s.payslip_id, s.worker_claim_id`.execute(trx)
  return rows
}
