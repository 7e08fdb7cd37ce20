import { sql } from 'kysely'
import { fraction, type IsoDate, type Minor, type Rate } from '../../country/index.ts'
import type { Transaction } from '../../database/index.ts'
import { ruleOn } from '../allocate.ts'
import { availableOf, guaranteeFund, listAllocationRules, listFunds } from '../fund-store.ts'
import type { DelayCount, HazardCount } from './observe.ts'

/** How far back is looked: what was long ago says little about now. */
const HISTORY_YEARS = 5

/** The fund as it stands on a day. */
export interface FundToday {
  readonly fundId: string
  readonly available: Minor
  readonly advanced: Minor
  /** The fund's part of every levy by the rule in force; zero without one. */
  readonly levyShare: Rate
}

export async function fundToday(trx: Transaction, currency: string, today: IsoDate): Promise<FundToday> {
  const { fundId } = guaranteeFund(await listFunds(trx), currency)
  const rule = ruleOn(await listAllocationRules(trx), currency, today)
  const available = (await availableOf(trx, [fundId])).get(fundId) ?? 0n
  const { rows } = await sql<{ advanced: Minor }>`
    select coalesce(sum(amount - repaid - lost), 0)::int8 as advanced from samen.fund_advance
     where office_id = samen.current_office() and fund_id = ${fundId} and repaid + lost < amount`.execute(trx)
  return {
    fundId,
    available,
    advanced: rows[0]?.advanced ?? 0n,
    levyShare: rule?.shares.find((share) => share.fundId === fundId)?.share ?? fraction(0n, 1n),
  }
}

/**
 * How invoices of the last years were paid, in days after their due day: those settled, and those still open (or written
 * off while open) after so many days. Credited invoices say nothing and are left out.
 */
export async function delayCounts(trx: Transaction, currency: string, today: IsoDate): Promise<DelayCount[]> {
  const { rows } = await sql<DelayCount>`
    with received as (
      select b.invoice_id, b.amount, t.booked_on,
             sum(b.amount) over (partition by b.invoice_id order by t.booked_on, b.bank_match_id) as so_far
        from samen.bank_match b
        join samen.bank_transaction t on t.office_id = b.office_id and t.bank_transaction_id = b.bank_transaction_id
       where b.office_id = samen.current_office() and b.invoice_id is not null and t.booked_on <= ${today}::date
         and b.undoes is null
         and not exists (select from samen.bank_match u where u.office_id = b.office_id and u.undoes = b.bank_match_id)
    ), outcome as (
      select i.due_on,
             (select min(r.booked_on) from received r where r.invoice_id = i.invoice_id and r.so_far >= i.total) as settled_on,
             coalesce((select w.written_off_on from samen.invoice_write_off w
                        where w.office_id = i.office_id and w.invoice_id = i.invoice_id), ${today}::date) as seen_until
        from samen.invoice i
       where i.office_id = samen.current_office() and i.kind = 'invoice' and i.currency = ${currency}
         and i.total > 0
         and i.issued_on between ${today}::date - ${HISTORY_YEARS}::int * 365 and ${today}::date
         and not exists (select from samen.invoice n where n.office_id = i.office_id and n.credits = i.invoice_id)
    )
    select (coalesce(settled_on, least(seen_until, ${today}::date)) - due_on)::int as days,
           count(settled_on)::int as settled, (count(*) - count(settled_on))::int as open
      from outcome group by 1 order by 1`.execute(trx)
  return rows
}

/** How long clients were watched, and how many failed, by sector and by how long the office had worked for them. */
export async function hazardCounts(trx: Transaction, today: IsoDate): Promise<HazardCount[]> {
  const { rows } = await sql<HazardCount>`
    with watched as (
      select c.sector, c.bankrupt_on, first.on_day as since,
             greatest(0, least(coalesce(c.bankrupt_on, ${today}::date), ${today}::date) - first.on_day) / 365.0 as years
        from samen.client c
        join lateral (select min(i.issued_on) as on_day from samen.invoice i
                       where i.office_id = c.office_id and i.client_id = c.client_id
                         and i.issued_on <= ${today}::date) first on first.on_day is not null
       where c.office_id = samen.current_office()
    ), band (age, from_year, to_year) as (values ('under-1', 0.0, 1.0), ('1-to-3', 1.0, 3.0), ('over-3', 3.0, 1000.0))
    select coalesce(w.sector, '') as sector, b.age,
           sum(greatest(0, least(w.years, b.to_year) - b.from_year))::float8 as "clientYears",
           count(*) filter (where w.bankrupt_on <= ${today}::date
                              and w.years >= b.from_year and w.years < b.to_year)::int as failures
      from watched w cross join band b
     group by 1, 2 having sum(greatest(0, least(w.years, b.to_year) - b.from_year)) > 0
     order by 1, 2`.execute(trx)
  return rows
}

/** A client as the office knows it: what it ordered in the window, and how long it has been one. */
export interface ClientFlow {
  readonly clientId: string
  readonly name: string
  readonly sector: string
  readonly yearsKnown: number
  readonly limit: Minor
  /** Invoices of the window and their sums, credit notes taken off. Minor units. */
  readonly invoices: number
  readonly net: Minor
  readonly levy: Minor
  readonly wage: Minor
  /** Usual days from issue to due day and from issue to the promised wage. */
  readonly toDue: number
  readonly toWage: number
}

/**
 * What each client that still stands ordered since `from`, the largest first; the wage part is what levy and expenses
 * leave of the fee. At most `limit` clients.
 */
export async function clientFlows(
  trx: Transaction,
  currency: string,
  { from, today, limit }: { from: IsoDate; today: IsoDate; limit: number },
): Promise<ClientFlow[]> {
  const { rows } = await sql<ClientFlow>`
    with credited as (
      select n.credits as invoice_id, sum(coalesce(n.agreed_net, n.net)) as net, sum(n.levy) as levy from samen.invoice n
       where n.office_id = samen.current_office() and n.kind = 'credit-note' group by 1
    ), billed as (
      select i.client_id, coalesce(i.agreed_net, i.net) - coalesce(d.net, 0) as net, i.levy - coalesce(d.levy, 0) as levy,
             greatest(0, coalesce(i.agreed_net, i.net) - coalesce(d.net, 0) - i.levy + coalesce(d.levy, 0) - c.expenses) as wage,
             i.due_on - i.issued_on as to_due,
             (select max(e.pay_by) from samen.engagement e
               where e.office_id = i.office_id and e.contract_id = i.contract_id) - i.issued_on as to_wage
        from samen.invoice i
        join samen.contract c on c.office_id = i.office_id and c.contract_id = i.contract_id
        left join credited d on d.invoice_id = i.invoice_id
       where i.office_id = samen.current_office() and i.kind = 'invoice' and i.currency = ${currency}
         and i.issued_on > ${from}::date and i.issued_on <= ${today}::date and coalesce(i.agreed_net, i.net) > coalesce(d.net, 0)
    ), flow as (
      select client_id, count(*)::int as invoices, sum(net)::int8 as net, sum(levy)::int8 as levy, sum(wage)::int8 as wage,
             round(avg(to_due))::int as to_due, coalesce(round(avg(to_wage)), 0)::int as to_wage
        from billed group by client_id
    )
    select c.client_id as "clientId", c.name, coalesce(c.sector, '') as sector, c.credit_limit as limit,
           ((${today}::date - (select min(i.issued_on) from samen.invoice i
                                where i.office_id = c.office_id and i.client_id = c.client_id)) / 365.0)::float8 as "yearsKnown",
           f.invoices, f.net, f.levy, f.wage, f.to_due as "toDue", f.to_wage as "toWage"
      from flow f join samen.client c on c.office_id = samen.current_office() and c.client_id = f.client_id
     where c.bankrupt_on is null or c.bankrupt_on > ${today}::date
     order by f.net desc, c.client_id limit ${limit}`.execute(trx)
  return rows
}

/** An invoice that is open on the day: what the fund has lent on it, and what it would still lend. */
export interface OpenClaim {
  readonly clientId: string
  readonly name: string
  readonly sector: string
  readonly yearsKnown: number
  readonly limit: Minor
  /** Days from today, negative when past. */
  readonly issuedOn: number
  readonly wageOn: number
  readonly dueOn: number
  /** Open without value-added tax, lent and not back, and the budget whose wage has not gone out. Minor units. */
  readonly net: Minor
  readonly advanced: Minor
  readonly wageToCome: Minor
}

/** The open invoices of clients that still stand, the largest first. At most `limit`. */
export async function openClaims(
  trx: Transaction,
  currency: string,
  { today, limit }: { today: IsoDate; limit: number },
): Promise<OpenClaim[]> {
  const { rows } = await sql<OpenClaim>`
    select i.client_id as "clientId", c.name, coalesce(c.sector, '') as sector, c.credit_limit as limit,
           ((${today}::date - (select min(x.issued_on) from samen.invoice x
                                where x.office_id = i.office_id and x.client_id = i.client_id)) / 365.0)::float8 as "yearsKnown",
           (i.issued_on - ${today}::date)::int as "issuedOn", (i.due_on - ${today}::date)::int as "dueOn",
           (wage.pay_by - ${today}::date)::int as "wageOn",
           ((i.total - credit.total - receipt.amount) * (i.net - credit.net) / (i.total - credit.total))::int8 as net,
           lent.amount::int8 as advanced,
           (case when wage.paid then 0
                 else greatest(0, coalesce(i.agreed_net, i.net) - credit.agreed - i.levy + credit.levy - k.expenses - receipt.amount) end)::int8 as "wageToCome"
      from samen.invoice i
      join samen.client c on c.office_id = i.office_id and c.client_id = i.client_id
      join samen.contract k on k.office_id = i.office_id and k.contract_id = i.contract_id
     cross join lateral (select coalesce(sum(n.total), 0) as total, coalesce(sum(n.net), 0) as net,
                                coalesce(sum(coalesce(n.agreed_net, n.net)), 0) as agreed,
                                coalesce(sum(n.levy), 0) as levy
                           from samen.invoice n where n.office_id = i.office_id and n.credits = i.invoice_id) credit
     cross join lateral (select coalesce(sum(b.amount), 0) as amount from samen.bank_match b
                          where b.office_id = i.office_id and b.invoice_id = i.invoice_id) receipt
     cross join lateral (select coalesce(sum(a.amount - a.repaid - a.lost), 0) as amount from samen.fund_advance a
                          where a.office_id = i.office_id and a.invoice_id = i.invoice_id) lent
     cross join lateral (select coalesce(max(e.pay_by), i.issued_on) as pay_by,
                                not exists (select from samen.engagement o
                                             where o.office_id = i.office_id and o.contract_id = i.contract_id
                                               and not exists (select from samen.payslip p
                                                     join samen.pay_run r on r.office_id = p.office_id
                                                                         and r.pay_run_id = p.pay_run_id
                                                    where p.office_id = o.office_id and p.engagement_id = o.engagement_id
                                                      and r.state = 'posted')) as paid
                           from samen.engagement e
                          where e.office_id = i.office_id and e.contract_id = i.contract_id) wage
     where i.office_id = samen.current_office() and i.kind = 'invoice' and i.currency = ${currency}
       and i.issued_on <= ${today}::date and i.total - credit.total - receipt.amount > 0
       and (c.bankrupt_on is null or c.bankrupt_on > ${today}::date)
       and not exists (select from samen.invoice_write_off w
                        where w.office_id = i.office_id and w.invoice_id = i.invoice_id)
     order by net desc, i.invoice_id limit ${limit}`.execute(trx)
  return rows
}

/** Days from the office's first invoice to today, both counted; zero without one. */
export async function daysOfHistory(trx: Transaction, today: IsoDate): Promise<number> {
  const { rows } = await sql<{ days: number }>`
    select coalesce(${today}::date - min(issued_on) + 1, 0)::int as days from samen.invoice
     where office_id = samen.current_office() and issued_on <= ${today}::date`.execute(trx)
  return rows[0]?.days ?? 0
}
