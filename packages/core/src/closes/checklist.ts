import { sql } from 'kysely'
import { type IsoDate, monthOf } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'

/** One thing to look at before a month is closed. */
export interface ChecklistItem {
  readonly code:
    | 'run-not-posted'
    | 'wages-overdue'
    | 'jobs-not-invoiced'
    | 'receipts-waiting'
    | 'debits-waiting'
    | 'bank-differs'
  /** Whether the month cannot be closed because of it. */
  readonly blocks: boolean
  readonly count: number
  readonly detail: string
}

/** What still stands open at the end of a month (any day of it); empty when nothing does. */
export async function closeChecklist(
  trx: Transaction,
  officeId: string,
  period: IsoDate,
): Promise<ChecklistItem[]> {
  const end = monthOf(period).to
  const { rows } = await sql<Record<'runs' | 'overdue' | 'jobs' | 'receipts' | 'debits' | 'banks', number>>`
    with latest as (
      select distinct on (s.iban) s.legal_entity_id, s.closing from bank_statement s
       where s.office_id = ${officeId} and s.kind = 'statement' and s.to_on <= ${end}
       order by s.iban, s.to_on desc, s.imported_at desc),
    said as (select legal_entity_id, sum(closing) as closing from latest group by legal_entity_id),
    waiting as (
      select t.amount from bank_transaction t
       where t.office_id = ${officeId} and t.booked_on <= ${end}
         and abs(t.amount) > coalesce((select sum(b.amount) from bank_match b
               where b.office_id = ${officeId} and b.bank_transaction_id = t.bank_transaction_id), 0))
    select
      (select count(*)::int from pay_run
        where office_id = ${officeId} and state in ('computed', 'approved') and paid_on <= ${end}) as runs,
      (select count(*)::int from engagement e
         join contract c on c.office_id = e.office_id and c.contract_id = e.contract_id
        where e.office_id = ${officeId} and e.pay_by <= ${end} and c.state in ('started', 'done', 'invoiced')
          and not exists (select from payslip p where p.office_id = ${officeId} and p.engagement_id = e.engagement_id)
      ) as overdue,
      (select count(*)::int from contract
        where office_id = ${officeId} and state in ('started', 'done') and ends_on <= ${end}) as jobs,
      (select count(*)::int from waiting where amount > 0) as receipts,
      (select count(*)::int from waiting where amount < 0) as debits,
      (select count(*)::int from said
        where closing <> coalesce((select sum(b.debit - b.credit) from ledger_balance b
                where b.office_id = ${officeId} and b.account = 'bank' and b.legal_entity_id = said.legal_entity_id
                  and b.month <= ${end}), 0)) as banks`.execute(trx)
  const { runs, overdue, jobs, receipts, debits, banks } = rows[0] as (typeof rows)[0]
  const items: ChecklistItem[] = [
    {
      code: 'run-not-posted',
      blocks: true,
      count: runs,
      detail: 'A pay run of the month is not posted: post or discard it.',
    },
    {
      code: 'wages-overdue',
      blocks: false,
      count: overdue,
      detail: `${overdue} wages whose promised day lies in the month are not paid.`,
    },
    {
      code: 'jobs-not-invoiced',
      blocks: false,
      count: jobs,
      detail: `${jobs} jobs that ended in the month or before are not invoiced.`,
    },
    {
      code: 'receipts-waiting',
      blocks: false,
      count: receipts,
      detail: `${receipts} receipts still wait to be matched to an invoice.`,
    },
    {
      code: 'debits-waiting',
      blocks: false,
      count: debits,
      detail: `${debits} payments that left the account are not explained.`,
    },
    {
      code: 'bank-differs',
      blocks: false,
      count: banks,
      detail: `The bank account of ${banks} companies does not stand where the bank’s last statement of the month does: a statement is missing, or an opening balance.`,
    },
  ]
  return items.filter(({ count }) => count > 0)
}
