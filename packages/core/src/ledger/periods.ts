import { sql } from 'kysely'
import { addDays, type IsoDate } from '../country/index.ts'
import { lockInOffice, type Transaction } from '../database/index.ts'
import { currentOffice } from './current-office.ts'
import { asProblem } from './ledger-problem.ts'
import { periodOf } from './posting.ts'
import { seal } from './seal.ts'

export interface Period {
  /** First day of the month. */
  readonly period: IsoDate
  /** `soft` takes corrections and reversals only. */
  readonly state: 'open' | 'soft' | 'closed'
}

/** The months that have entries and are not closed, in order. */
export async function openPeriods(trx: Transaction): Promise<Period[]> {
  const { rows } = await sql<Period>`
    select m.month as period, coalesce(p.state, 'open') as state
      from (select distinct b.month from samen.ledger_balance b where b.office_id = samen.current_office()) m
      left join samen.ledger_period p on p.office_id = samen.current_office() and p.period = m.month
     where m.month > coalesce((select max(c.period) from samen.ledger_period c
                                where c.office_id = samen.current_office() and c.state = 'closed'), '-infinity')
     order by m.month`.execute(trx)
  return rows
}

/** Lets a month take corrections only, or opens it again. @throws Problem `conflict` when it is closed. */
export async function setPeriod(trx: Transaction, period: IsoDate, state: 'open' | 'soft'): Promise<void> {
  await write(trx, periodOf(period), state)
}

/**
 * Closes a month for good, and with it every month before: waits for the postings in flight, seals all batches, and from
 * then on the database takes no entry of that month. Closing it again changes nothing.
 *
 * @param period any day of the month.
 * @throws Problem `conflict` when an earlier month with entries is still open.
 */
export async function closePeriod(
  trx: Transaction,
  period: IsoDate,
): Promise<{ period: IsoDate; alreadyClosed: boolean }> {
  const month = periodOf(period)
  // The lock of the period trigger, taken now: what is in flight is to be in the seal.
  await lockInOffice(trx, await currentOffice(trx), 'periods')
  const { rows } = await sql<{ closed: boolean }>`
    select exists (select from samen.ledger_period p where p.office_id = samen.current_office()
      and p.period >= ${month}::date and p.state = 'closed') as closed`.execute(trx)
  if (rows[0]?.closed) return { period: month, alreadyClosed: true }
  await write(trx, month, 'closed')
  await seal(trx)
  return { period: month, alreadyClosed: false }
}

/**
 * Opens the latest closed month again; every month before it stays closed. The database asks for the record that two people
 * decided it (`ledger_period_event`), written in the same transaction.
 *
 * @param period any day of the month.
 * @throws Problem `conflict` without that record, or when a later month is closed.
 */
export async function reopenPeriod(trx: Transaction, period: IsoDate): Promise<void> {
  const month = periodOf(period)
  // Closing a month closes those before it, whether or not they have a row of their own: now they need one.
  await write(trx, periodOf(addDays(month, -1)), 'closed')
  await write(trx, month, 'open')
}

async function write(trx: Transaction, period: IsoDate, state: Period['state']): Promise<void> {
  try {
    await sql`
      insert into samen.ledger_period (office_id, period, state, closed_at)
      values (samen.current_office(), ${period}, ${state}, case when ${state} = 'closed' then now() end)
      on conflict (office_id, period) do update set state = excluded.state, closed_at = excluded.closed_at
        where ledger_period.state <> excluded.state`.execute(trx)
  } catch (error) {
    throw asProblem(error)
  }
}
