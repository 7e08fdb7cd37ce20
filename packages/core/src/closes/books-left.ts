import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'

/** What an office's books still have to bring to an end before the office can. */
export interface BooksLeft {
  /** Jobs that are neither paid out nor cancelled. */
  readonly openJobs: number
  /** Months with entries that are not closed, the first of them. */
  readonly openMonths: { readonly count: number; readonly first: IsoDate | null }
  /** What the office has or owes; equity aside, everything must have gone where it belongs. */
  readonly balances: readonly BalanceLeft[]
}

export interface BalanceLeft {
  readonly account: string
  readonly number: string
  readonly name: string
  readonly type: 'asset' | 'liability'
  readonly currency: string
  /** How many activities, clients, funds … it is about that are not at zero; one where it is about none. */
  readonly subjects: number
  /** Debit less credit of them all, in minor units. */
  readonly amount: Minor
}

export async function booksLeft(trx: Transaction, officeId: string): Promise<BooksLeft> {
  const { rows } = await sql<{ jobs: number; months: number; first: IsoDate | null }>`
    with open as (
      select distinct b.month from ledger_balance b
       where b.office_id = ${officeId} and b.month > coalesce((
         select max(p.period) from ledger_period p where p.office_id = ${officeId} and p.state = 'closed'), '-infinity'))
    select (select count(*)::int from contract
             where office_id = ${officeId} and state not in ('split', 'closed', 'cancelled')) as jobs,
           (select count(*)::int from open) as months,
           (select min(month) from open) as first`.execute(trx)
  const { jobs, months, first } = rows[0] as (typeof rows)[0]
  return {
    openJobs: jobs,
    openMonths: { count: months, first },
    balances: await balancesLeft(trx, officeId),
  }
}

/** Summed by subject, so that what one client owes does not hide what another has paid too much. */
async function balancesLeft(trx: Transaction, officeId: string): Promise<BalanceLeft[]> {
  const { rows } = await sql<BalanceLeft>`
    select a.account, a.national_number as number, a.name, a.type, e.currency, count(*)::int as subjects,
           sum(e.amount)::int8 as amount
      from (select account, subject, currency, sum(amount) as amount from ledger_entry
             where office_id = ${officeId} group by account, subject, currency having sum(amount) <> 0) e
      join ledger_account a on a.office_id = ${officeId} and a.account = e.account
     where a.type in ('asset', 'liability')
     group by a.office_id, a.account, e.currency
     order by a.national_number, a.account, e.currency`.execute(trx)
  return rows
}

/**
 * Whether a month, just closed, is the last of an office: its winding up is confirmed and the last day over by the month's end,
 * no later month was reported, and nothing is left in the books.
 */
export async function isLastMonth(trx: Transaction, officeId: string, period: string): Promise<boolean> {
  const { rows } = await sql<{ over: boolean | null }>`
    select samen.last_day_of_office(${officeId}::uuid) < ${`${period}-01`}::date + interval '1 month'
       and not exists (select from pack where office_id = ${officeId} and period > ${`${period}-01`}::date) as over`.execute(
    trx,
  )
  if (rows[0]?.over !== true) return false
  const { openJobs, openMonths, balances } = await booksLeft(trx, officeId)
  return openJobs + openMonths.count + balances.length === 0
}
