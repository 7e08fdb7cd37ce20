import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'
import { closeGroupPeriod } from '../packs/index.ts'
import { consolidate } from './consolidate.ts'
import type { Consolidation } from './consolidation.ts'

/**
 * Closes a month of the group, and keeps its figures as they are: a pack corrected later restates the month, and both can
 * be read. Closing it again changes nothing; a month that was opened again and closed anew keeps the figures of its first
 * closing, beside which the later ones stand as restated.
 *
 * @throws Problem `conflict` naming the offices whose pack has not come; `rate-missing`; `refused`, as `consolidate`.
 */
export async function closeGroupMonth(
  trx: Transaction,
  groupOfficeId: string,
  { period, by }: { period: string; by: string },
): Promise<{ alreadyClosed: boolean }> {
  const { alreadyClosed } = await closeGroupPeriod(trx, groupOfficeId, { period, by })
  if (alreadyClosed) return { alreadyClosed }
  const figures = await consolidate(trx, groupOfficeId, { period })
  await sql`
    insert into samen.group_closed_figures (office_id, period, figures)
    values (${groupOfficeId}, ${`${period}-01`}, ${JSON.stringify(figures)}::jsonb)
    on conflict do nothing`.execute(trx)
  return { alreadyClosed: false }
}

/**
 * A month's figures as they were when the group closed it; undefined while it is open, and for a month that was closed
 * together with a later one.
 */
export async function closedFigures(
  trx: Transaction,
  groupOfficeId: string,
  period: string,
): Promise<Consolidation | undefined> {
  const { rows } = await sql<{ figures: Consolidation }>`
    select figures from samen.group_closed_figures
     where office_id = ${groupOfficeId} and period = ${`${period}-01`}::date`.execute(trx)
  return rows[0]?.figures
}
