import { sql } from 'kysely'
import type { Minor } from '../country/index.ts'
import { lockInOffice, type Transaction } from '../database/index.ts'

/** What the budget of an activity holds in a currency, and how much of it is promised to people for work. Minor units. */
export interface FreeBudget {
  readonly holds: Minor
  /** Wages still owed for invoiced jobs: purchases, equipment and instalments never eat what somebody was promised. */
  readonly reserved: Minor
  /** What is left to spend; may be negative. */
  readonly free: Minor
}

/**
 * Whoever spends budgets on something else than wages goes one after the other in an office: what is left is decided under
 * this lock. Wages need not wait: they use up what is reserved for them and no more.
 */
export async function lockBudgets(trx: Transaction, officeId: string): Promise<void> {
  await lockInOffice(trx, officeId, 'budgets')
}

/** What activities may spend beyond wages; ask by activity and currency. The caller holds `lockBudgets`. */
export async function freeBudgets(
  trx: Transaction,
  officeId: string,
  activityIds: readonly string[],
): Promise<(activityId: string, currency: string) => FreeBudget> {
  const ids = [...new Set(activityIds)]
  const { rows } = await sql<{ activityId: string; currency: string; holds: Minor; reserved: Minor }>`
    with holding as (
      select e.subject as activity_id, e.currency, -sum(e.amount) as holds
        from samen.ledger_entry e
       where e.office_id = ${officeId} and e.account = 'activity-budget' and e.subject = any(${ids}::uuid[])
       group by e.subject, e.currency
    ), job as (
      select c.activity_id, c.currency,
             sum(case i.kind when 'credit-note' then i.levy - i.net else i.net - i.levy end) - c.expenses as invoiced,
             coalesce((select sum(p.employer_cost - p.borne) from samen.payslip p
               join samen.pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id
              where p.office_id = ${officeId} and p.contract_id = c.contract_id and r.state = 'posted'), 0) as wages
        from samen.contract c
        join samen.invoice i on i.office_id = c.office_id and i.contract_id = c.contract_id
       where c.office_id = ${officeId} and c.activity_id = any(${ids}::uuid[]) and c.state = 'invoiced'
         and exists (select from samen.engagement g
                      where g.office_id = ${officeId} and g.contract_id = c.contract_id
                        and not exists (select from samen.payslip p
                          join samen.pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id
                         where p.office_id = ${officeId} and p.engagement_id = g.engagement_id and r.state = 'posted'))
       group by c.contract_id, c.activity_id, c.currency, c.expenses
    ), reserving as (
      select activity_id, currency, sum(greatest(invoiced - wages, 0)) as reserved from job group by activity_id, currency
    )
    select activity_id as "activityId", currency, coalesce(holds, 0)::int8 as holds,
           coalesce(reserved, 0)::int8 as reserved
      from holding full join reserving using (activity_id, currency)`.execute(trx)
  const known = new Map(rows.map((row) => [`${row.activityId} ${row.currency}`, row]))
  return (activityId, currency) => {
    const { holds, reserved } = known.get(`${activityId} ${currency}`) ?? { holds: 0n, reserved: 0n }
    return { holds, reserved, free: holds - reserved }
  }
}
