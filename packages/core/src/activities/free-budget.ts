import { type RawBuilder, sql } from 'kysely'
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
      ${jobsOwingWages(officeId, ids)}
    ), reserving as (
      select activity_id, currency, sum(reserved) as reserved from job group by activity_id, currency
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

/** Jobs whose wages are not all paid, and what of their money is kept for these. */
const jobsOwingWages = (officeId: string, activityIds: readonly string[]): RawBuilder<unknown> => sql`
  select c.contract_id, c.activity_id, c.currency,
         greatest(sum(case i.kind when 'credit-note' then i.levy - coalesce(i.agreed_net, i.net)
                                else coalesce(i.agreed_net, i.net) - i.levy end) - c.expenses
         - coalesce((select sum(p.employer_cost - p.borne) from samen.payslip p
           join samen.pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id
          where p.office_id = ${officeId} and p.contract_id = c.contract_id and r.state = 'posted'), 0), 0) as reserved
    from samen.contract c
    join samen.invoice i on i.office_id = c.office_id and i.contract_id = c.contract_id
   where c.office_id = ${officeId} and c.activity_id = any(${activityIds}::uuid[]) and c.state = 'invoiced'
     and exists (select from samen.engagement g
                  where g.office_id = ${officeId} and g.contract_id = c.contract_id
                    and not exists (select from samen.payslip p
                      join samen.pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id
                     where p.office_id = ${officeId} and p.engagement_id = g.engagement_id and r.state = 'posted'))
   group by c.contract_id, c.activity_id, c.currency, c.expenses`

/** What a budget may give away at once, without lending on a client's word. Minor units. */
export interface ClearedBudget extends FreeBudget {
  /** Of what is free, what clients have still to pay and no fund has advanced. */
  readonly uncleared: Minor
  /** What is free and has been paid; may be negative. */
  readonly cleared: Minor
}

/**
 * What an activity may give another: a budget is fed when an invoice is issued, and whoever is given money may spend it before that
 * invoice is paid. Of each unpaid invoice its net part less the levy counts as not cleared, rounded up, less what the
 * guarantee fund advanced on it. The caller holds `lockBudgets`.
 */
export async function clearedBudget(
  trx: Transaction,
  officeId: string,
  activityId: string,
  currency: string,
): Promise<ClearedBudget> {
  const budget = (await freeBudgets(trx, officeId, [activityId]))(activityId, currency)
  const { rows } = await sql<{ uncleared: Minor }>`
    with job as (
      ${jobsOwingWages(officeId, [activityId])}
    ), awaited as (
      select i.contract_id,
             sum(ceil(greatest(i.total - credit.amount - receipt.amount - loss.amount, 0) * greatest(coalesce(i.agreed_net, i.net) - i.levy, 0)
                      / greatest(i.total, 1)::numeric) - lent.amount) as amount
        from samen.contract c
        join samen.invoice i on i.office_id = c.office_id and i.contract_id = c.contract_id
       cross join lateral (select coalesce(sum(n.total), 0) as amount from samen.invoice n
                            where n.office_id = ${officeId} and n.credits = i.invoice_id) credit
       cross join lateral (select coalesce(sum(b.amount), 0) as amount from samen.bank_match b
                            where b.office_id = ${officeId} and b.invoice_id = i.invoice_id) receipt
       cross join lateral (select coalesce(sum(w.unspent_budget + w.vat_relief + w.fund_loss + w.uncovered), 0) as amount
                             from samen.invoice_write_off w
                            where w.office_id = ${officeId} and w.invoice_id = i.invoice_id) loss
       cross join lateral (select coalesce(sum(a.amount - a.repaid - a.lost), 0) as amount from samen.fund_advance a
                            where a.office_id = ${officeId} and a.invoice_id = i.invoice_id) lent
       where c.office_id = ${officeId} and c.activity_id = ${activityId} and i.currency = ${currency}
         -- A deposit is nobody's budget until its job is invoiced.
         and (i.kind = 'invoice' or i.kind = 'deposit' and exists (select from samen.invoice f
               where f.office_id = ${officeId} and f.contract_id = i.contract_id and f.kind = 'invoice'))
       group by i.contract_id
    )
    select coalesce(sum(greatest(awaited.amount - coalesce(job.reserved, 0), 0)), 0)::int8 as uncleared
      from awaited left join job using (contract_id)`.execute(trx)
  const uncleared = rows[0]?.uncleared ?? 0n
  return { ...budget, uncleared, cleared: budget.free - uncleared }
}
