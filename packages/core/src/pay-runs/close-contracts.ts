import { sql } from 'kysely'
import { recordStep } from '../contracts/index.ts'
import type { Transaction } from '../database/index.ts'

/**
 * Closes those of the given jobs that owe nothing any more in either direction: every engagement has its posted payslip,
 * and the invoice is paid, credited or written off in full. @returns the jobs closed now.
 */
export async function closeContracts(
  trx: Transaction,
  officeId: string,
  contractIds: readonly string[],
  by: string,
  at: Date,
): Promise<string[]> {
  if (contractIds.length === 0) return []
  const { rows } = await sql<{ contract_id: string }>`
    select c.contract_id
      from contract c
      join invoice i on i.office_id = c.office_id and i.contract_id = c.contract_id and i.kind = 'invoice'
     where c.office_id = ${officeId} and c.contract_id = any(${[...new Set(contractIds)]}::uuid[])
       and c.state = 'invoiced'
       and i.total <= coalesce((select sum(n.total) from invoice n where n.office_id = ${officeId} and n.credits = i.invoice_id), 0)
                    + coalesce((select sum(b.amount) from bank_match b where b.office_id = ${officeId} and b.invoice_id = i.invoice_id), 0)
                    + coalesce((select w.unspent_budget + w.vat_relief + w.fund_loss + w.uncovered from invoice_write_off w
                                 where w.office_id = ${officeId} and w.invoice_id = i.invoice_id), 0)
       and not exists (
         select from engagement e
          where e.office_id = ${officeId} and e.contract_id = c.contract_id
            and not exists (select from payslip p join pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id
                             where p.office_id = ${officeId} and p.engagement_id = e.engagement_id and r.state = 'posted'))
       for update of c`.execute(trx)
  const ids = rows.map(({ contract_id }) => contract_id)
  await recordStep(trx, officeId, ids, 'closed', by, at)
  return ids
}
