import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { type IsoDate, monthOf } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { unfiledBy } from '../declarations/index.ts'
import { depreciationDue } from '../equipment/index.ts'
import { instalmentsDue } from '../loans/index.ts'
import { authorityMonths } from './authorities.ts'

/** One thing to look at before a month is closed. */
export interface ChecklistItem {
  readonly code:
    | 'run-not-posted'
    | 'wages-overdue'
    | 'jobs-not-invoiced'
    | 'receipts-waiting'
    | 'debits-waiting'
    | 'bank-differs'
    | 'hirings-undeclared'
    | 'declarations-due'
    | 'authorities-differ'
    | 'depreciation-due'
    | 'instalments-due'
  /** Whether the month cannot be closed because of it. */
  readonly blocks: boolean
  readonly count: number
  readonly detail: string
}

/** What still stands open at the end of a month (any day of it); empty when nothing does. */
export async function closeChecklist(
  trx: Transaction,
  context: Pick<OfficeContext, 'officeId' | 'plugin' | 'today'>,
  period: IsoDate,
): Promise<ChecklistItem[]> {
  const { officeId, plugin } = context
  const { from, to: end } = monthOf(period)
  // Offset 0 looks each wage's payslip up by its engagement: as a join the planner, which cannot know how many payslips an
  // office has, compared every wage with all of them.
  const { rows } = await sql<
    Record<'runs' | 'overdue' | 'jobs' | 'hirings' | 'receipts' | 'debits' | 'banks', number>
  >`
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
          and not exists (select from payslip p where p.office_id = ${officeId}
                and p.engagement_id = e.engagement_id offset 0)
      ) as overdue,
      (select count(*)::int from contract
        where office_id = ${officeId} and state in ('started', 'done') and ends_on <= ${end}) as jobs,
      (select count(*)::int from engagement e
         join contract c on c.office_id = e.office_id and c.contract_id = e.contract_id
        where e.office_id = ${officeId} and e.hiring_filed_at is null and ${plugin.hiring.required !== false}
          and c.starts_on between ${from} and ${end} and c.state in ('started', 'done', 'invoiced', 'closed')) as hirings,
      (select count(*)::int from waiting where amount > 0) as receipts,
      (select count(*)::int from waiting where amount < 0) as debits,
      (select count(*)::int from said
        where closing <> coalesce((select sum(b.debit - b.credit) from ledger_balance b
                where b.office_id = ${officeId} and b.account = 'bank' and b.legal_entity_id = said.legal_entity_id
                  and b.month <= ${end}), 0)) as banks`.execute(trx)
  const { runs, overdue, jobs, hirings, receipts, debits, banks } = rows[0] as (typeof rows)[0]
  const differing = (await authorityMonths(trx, context, period)).filter(
    ({ payslips, booked }) => payslips !== booked,
  )
  const equipment = await depreciationDue(trx, officeId, period)
  const loans = await instalmentsDue(trx, officeId, end)
  const unfiled = await unfiledBy(trx, context, end)
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
    {
      code: 'hirings-undeclared',
      blocks: false,
      count: hirings,
      detail: `${hirings} people began a job in the month without a hiring declaration (${plugin.hiring.name}) on record.`,
    },
    {
      code: 'declarations-due',
      blocks: false,
      count: unfiled.length,
      detail: `${unfiled.length} declarations whose last day has come by the end of the month are not on record as filed: ${namesOf(unfiled)}.`,
    },
    {
      code: 'authorities-differ',
      blocks: false,
      count: differing.length,
      detail: `The books do not owe ${differing.map(({ name }) => name).join(', ')} what the payslips of the month say: run samen verify.`,
    },
    {
      code: 'depreciation-due',
      blocks: false,
      count: equipment,
      detail: `${equipment} things of activities are not written off for the month: post its depreciation.`,
    },
    {
      code: 'instalments-due',
      blocks: false,
      count: loans,
      detail: `${loans} loans of activities have an instalment due that is not paid: collect the instalments.`,
    },
  ]
  return items.filter(({ count }) => count > 0)
}

/** The first three names; the page of declarations shows all. */
function namesOf(unfiled: readonly { readonly filing: { readonly name: string } }[]): string {
  const names = [...new Set(unfiled.map(({ filing }) => filing.name))]
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')
}
