import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { addDays, type IsoDate, monthOf } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { depreciateMonth } from '../equipment/index.ts'
import { collectInstalments } from '../loans/index.ts'

/** What an office does by itself once a day. */
export const DAILY_WORK = ['instalments', 'depreciation'] as const
export type DailyWork = (typeof DAILY_WORK)[number]

/** Books on `on`; `run` does it. */
interface Work {
  readonly on: IsoDate
  readonly run: (trx: Transaction, context: OfficeContext) => Promise<unknown>
}

const WORK: Record<DailyWork, (today: IsoDate) => Work> = {
  instalments: (today) => ({ on: today, run: collectInstalments }),
  // Of the month that is over. What its months left out comes with it.
  depreciation: (today) => {
    const on = addDays(monthOf(today).from, -1)
    return { on, run: (trx, context) => depreciateMonth(trx, context, { period: on.slice(0, 7) }) }
  },
}

/**
 * Takes instalments that are due, or writes off the month that is over, once a day and by one server only; false when that
 * was done today, or the month it books in is locked or closed. An instalment a budget does not hold beyond its wages stays
 * due and is tried again tomorrow.
 */
export async function doDailyWork(
  trx: Transaction,
  context: OfficeContext,
  work: DailyWork,
): Promise<boolean> {
  const { officeId, today } = context
  const { on, run } = WORK[work](today)
  // Two servers at once: the second waits for the first's row, and then finds the day done.
  const { rows } = await sql`
    insert into samen.daily_work as done (office_id, work, done_on)
    select ${officeId}, ${work}, ${today}::date
     where not exists (
       select from samen.ledger_period p
        where p.office_id = ${officeId}
          and (p.state = 'closed' and p.period >= date_trunc('month', ${on}::timestamp)::date
               or p.state = 'soft' and p.period = date_trunc('month', ${on}::timestamp)::date))
    on conflict (office_id, work) do update set done_on = excluded.done_on where done.done_on < excluded.done_on
    returning 1`.execute(trx)
  if (rows.length === 0) return false
  await run(trx, context)
  return true
}
