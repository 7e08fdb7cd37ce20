import { sql } from 'kysely'
import type { IsoDate, Minor } from '../../country/index.ts'
import type { Transaction } from '../../database/index.ts'
import type { DayAmount, DueSum } from './cockpit.ts'

export interface HistoryDay {
  readonly on: IsoDate
  readonly available: Minor
  readonly advanced: Minor
}

/** What stood available and advanced at the end of each day since `from`, from the fund's movements. */
export async function fundHistory(
  trx: Transaction,
  fundId: string,
  from: IsoDate,
  today: IsoDate,
): Promise<HistoryDay[]> {
  const { rows } = await sql<HistoryDay>`
    with moved as (
      select greatest(effective_on, ${from}::date) as on_day,
             sum(case when kind in ('contribution', 'recovery', 'repayment', 'transfer') then amount
                      when kind = 'loss' and advance_id is not null then 0
                      else -amount end) as available,
             sum(case when kind = 'advance' then amount
                      when kind = 'repayment' or (kind = 'loss' and advance_id is not null) then -amount
                      else 0 end) as advanced
        from samen.fund_movement
       where office_id = samen.current_office() and fund_id = ${fundId} and effective_on <= ${today}::date
       group by 1
    )
    select d::date::text as "on",
           (sum(coalesce(m.available, 0)) over (order by d))::int8 as available,
           (sum(coalesce(m.advanced, 0)) over (order by d))::int8 as advanced
      from generate_series(${from}::date, ${today}::date, interval '1 day') d
      left join moved m on m.on_day = d::date
     order by d`.execute(trx)
  return rows
}

export interface LentFigures {
  /** Days the money that is out has been out, weighted by amount; null when none is out. */
  readonly daysOut: number | null
  /** Settled since `from`: came back, and lost. Minor units. */
  readonly repaid: Minor
  readonly lost: Minor
}

export async function lentFigures(
  trx: Transaction,
  fundId: string,
  from: IsoDate,
  today: IsoDate,
): Promise<LentFigures> {
  const { rows } = await sql<LentFigures>`
    select (select (sum((amount - repaid - lost) * (${today}::date - granted_on)) / sum(amount - repaid - lost))::float8
              from samen.fund_advance
             where office_id = samen.current_office() and fund_id = ${fundId} and repaid + lost < amount) as "daysOut",
           coalesce(sum(amount) filter (where kind = 'repayment'), 0)::int8 as repaid,
           coalesce(sum(amount) filter (where kind = 'loss'), 0)::int8 as lost
      from samen.fund_movement
     where office_id = samen.current_office() and fund_id = ${fundId} and effective_on > ${from}::date
       and effective_on <= ${today}::date`.execute(trx)
  return rows[0] as LentFigures
}

/** Open invoices by due day, as days from today. */
export async function dueSums(trx: Transaction, currency: string, today: IsoDate): Promise<DueSum[]> {
  const { rows } = await sql<DueSum>`
    with moved as (
      select i.invoice_id, i.total
             - coalesce((select sum(n.total) from samen.invoice n
                          where n.office_id = i.office_id and n.credits = i.invoice_id), 0)
             - coalesce((select sum(b.amount) from samen.bank_match b
                          where b.office_id = i.office_id and b.invoice_id = i.invoice_id), 0) as open, i.due_on
        from samen.invoice i join samen.client c on c.office_id = i.office_id and c.client_id = i.client_id
       where i.office_id = samen.current_office() and i.kind <> 'credit-note' and i.currency = ${currency}
         and i.issued_on <= ${today}::date and c.bankrupt_on is null
         and not exists (select from samen.invoice_write_off w
                          where w.office_id = i.office_id and w.invoice_id = i.invoice_id)
    )
    select (due_on - ${today}::date)::int as "dueOn", sum(open)::int8 as open
      from moved where open > 0 group by 1 order by 1`.execute(trx)
  return rows
}

/** What of the employer's cost reached the workers' accounts since `from`, as two sums; zeros when nothing was paid. */
export async function netOfCost(
  trx: Transaction,
  from: IsoDate,
): Promise<{ readonly net: Minor; readonly cost: Minor }> {
  const { rows } = await sql<{ net: Minor; cost: Minor }>`
    select coalesce(sum(net), 0)::int8 as net, coalesce(sum(employer_cost), 0)::int8 as cost from samen.payslip p
     where p.office_id = samen.current_office() and p.paid_on > ${from}::date`.execute(trx)
  return rows[0] as { net: Minor; cost: Minor }
}

/** Budgets of jobs done whose wages have not gone out, by the promised day as days from today. */
export async function wageBudgets(trx: Transaction, currency: string, today: IsoDate): Promise<DayAmount[]> {
  const { rows } = await sql<DayAmount>`
    select (e.pay_by - ${today}::date)::int as day,
           sum((coalesce(i.agreed_net, i.net) + coalesce((i.document #>> '{deposit,net}')::numeric * 100, 0) - i.levy - k.expenses) * e.share_numerator / e.share_denominator)::int8 as amount
      from samen.engagement e
      join samen.contract k on k.office_id = e.office_id and k.contract_id = e.contract_id
      join samen.invoice i on i.office_id = e.office_id and i.contract_id = e.contract_id and i.kind = 'invoice'
     where e.office_id = samen.current_office() and i.currency = ${currency} and k.state <> 'cancelled'
       and i.issued_on <= ${today}::date
       and not exists (select from samen.invoice n where n.office_id = i.office_id and n.credits = i.invoice_id)
       and not exists (select from samen.payslip p join samen.pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id
                        where p.office_id = e.office_id and p.engagement_id = e.engagement_id and r.state = 'posted')
     group by 1 order by 1`.execute(trx)
  return rows
}

export interface CashToday {
  /** In the bank, and owed to authorities (contributions, wage tax, value-added tax less what is to recover). Minor units. */
  readonly bank: Minor
  readonly owed: Minor
}

export async function cashToday(trx: Transaction, currency: string): Promise<CashToday> {
  const { rows } = await sql<CashToday>`
    select coalesce(sum(debit - credit) filter (where account = 'bank'), 0)::int8 as bank,
           coalesce(sum(credit - debit) filter (where account <> 'bank'), 0)::int8 as owed
      from samen.ledger_balance
     where office_id = samen.current_office() and currency = ${currency}
       and (account in ('bank', 'vat-payable', 'vat-relief') or account like 'authority-payable:%')`.execute(
    trx,
  )
  return rows[0] as CashToday
}
