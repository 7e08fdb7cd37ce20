import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'

/** A payslip whose row and whose postings do not say the same, in an English sentence. */
export interface PayslipFault {
  readonly payslipId: string
  readonly detail: string
}

/**
 * Ties every posted payslip to its postings: gross, net, employer contributions and cost, the mutual account and every
 * authority, to the cent. An empty list is the proof; at most 100 faults. Belongs to `samen verify`: the ledger's hashes
 * prove the postings, this proves the rows a worker reads.
 */
export async function verifyPayslips(trx: Transaction): Promise<PayslipFault[]> {
  const { rows } = await sql<PayslipFault>`
    with posted as (
      select t.source_id as payslip_id,
             coalesce(sum(e.amount) filter (where e.account = 'gross-wages'), 0) as gross,
             coalesce(-sum(e.amount) filter (where e.account = 'net-payable'), 0) as net,
             coalesce(sum(e.amount) filter (where e.account = 'employer-contributions'), 0) as employer_contributions,
             coalesce(sum(e.amount) filter (where e.account = 'activity-budget'), 0) as employer_cost,
             coalesce(-sum(e.amount) filter (where e.account = 'mutual-reductions'), 0) as mutualised,
             coalesce(jsonb_object_agg(split_part(e.account, ':', 2), (-e.amount)::text)
                        filter (where e.account like 'authority-payable:%' or e.account like 'provision:%'), '{}') as owed
        from ledger_transaction t
        join ledger_entry e on e.office_id = t.office_id and e.transaction_id = t.transaction_id
       where t.office_id = samen.current_office() and t.kind = 'payslip'
       group by t.source_id
    ), said as (
      select p.payslip_id, p.gross, p.net, p.employer_contributions, p.employer_cost, p.mutualised, p.owed
        from payslip p
        join pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id and r.state = 'posted'
       where p.office_id = samen.current_office()
    )
    select payslip_id as "payslipId",
           case when s.gross is null then 'The books hold a payslip that was not posted, or does not exist any more.'
                when b.gross is null then 'The payslip was posted, but the books know nothing of it.'
                else 'The payslip and its posting name different amounts: net ' || s.net || ' and ' || b.net
                     || ', employer cost ' || s.employer_cost || ' and ' || b.employer_cost || ', in minor units.'
           end as detail
      from said s full join posted b using (payslip_id)
     where (coalesce(s.gross, 0), coalesce(s.net, 0), coalesce(s.employer_contributions, 0),
            coalesce(s.employer_cost, 0), coalesce(s.mutualised, 0), coalesce(s.owed, '{}'))
           is distinct from
           (coalesce(b.gross, 0), coalesce(b.net, 0), coalesce(b.employer_contributions, 0),
            coalesce(b.employer_cost, 0), coalesce(b.mutualised, 0), coalesce(b.owed, '{}'))
     order by payslip_id limit 100`.execute(trx)
  return rows
}
