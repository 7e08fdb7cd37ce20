import { sql } from 'kysely'
import { addDays, type IsoDate, monthOf } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'

/**
 * The day on which a fact enters the books: its own, or the first day of the first open month when its month has been
 * closed before we heard of it.
 */
export async function firstOpenDay(trx: Transaction, officeId: string): Promise<(day: IsoDate) => IsoDate> {
  const { rows } = await sql<{ period: IsoDate | null }>`
    select max(period) as period from ledger_period
     where office_id = ${officeId} and state = 'closed'`.execute(trx)
  const closed = rows[0]?.period
  if (!closed) return (day) => day
  const open = addDays(monthOf(closed).to, 1)
  return (day) => (day < open ? open : day)
}
