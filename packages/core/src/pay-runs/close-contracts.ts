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
      from unnest(${[...new Set(contractIds)]}::uuid[]) job (contract_id)
     cross join lateral (select contract_id, state from contract
                          where office_id = ${officeId} and contract_id = job.contract_id offset 0 for update) c
     cross join lateral (select invoice_id, total from invoice
                          where office_id = ${officeId} and contract_id = c.contract_id and kind = 'invoice' offset 0) i
     ${settledOf(officeId)}
     cross join lateral (
           select count(*) as count from engagement e
            where e.office_id = ${officeId} and e.contract_id = c.contract_id
              and not exists (
                  select from payslip p
                   cross join lateral (select state from pay_run r
                                        where r.office_id = ${officeId} and r.pay_run_id = p.pay_run_id offset 0) r
                   where p.office_id = ${officeId} and p.engagement_id = e.engagement_id and r.state = 'posted')
           offset 0) unpaid
     where c.state = 'invoiced' and settled.amount >= i.total and unpaid.count = 0`.execute(trx)
  const ids = rows.map(({ contract_id }) => contract_id)
  await recordStep(trx, officeId, ids, 'closed', by, at)
  return ids
}

/** Opens a closed job again where its invoice is owed once more: a receipt that was not for it was taken back. */
export async function reopenContract(
  trx: Transaction,
  officeId: string,
  contractId: string,
  by: string,
  at: Date,
): Promise<void> {
  const { rows } = await sql`
    select from contract c
      join invoice i on i.office_id = ${officeId} and i.contract_id = c.contract_id and i.kind = 'invoice'
     ${settledOf(officeId)}
     where c.office_id = ${officeId} and c.contract_id = ${contractId} and c.state = 'closed' and settled.amount < i.total
       for update of c`.execute(trx)
  if (rows.length > 0) await recordStep(trx, officeId, [contractId], 'invoiced', by, at)
}

/** What of an invoice `i` is credited, paid or written off. */
const settledOf = (officeId: string) => sql`
     cross join lateral (
           select coalesce((select sum(total) from invoice where office_id = ${officeId} and credits = i.invoice_id), 0)
                + coalesce((select sum(amount) from bank_match
                             where office_id = ${officeId} and invoice_id = i.invoice_id), 0)
                + coalesce((select unspent_budget + vat_relief + fund_loss + uncovered from invoice_write_off
                             where office_id = ${officeId} and invoice_id = i.invoice_id), 0) as amount offset 0) settled`
