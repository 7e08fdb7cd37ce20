import { sql } from 'kysely'
import { newId, type Transaction } from '../database/index.ts'
import { conflict, invalid, notFound, refused } from '../problem/index.ts'
import { isGroupPeriodClosed, lockGroupPeriods } from './group-periods.ts'

/** A closed month of the group that somebody wants open again, or that was opened. */
export interface GroupReopening {
  readonly groupReopeningId: string
  /** `2026-09`: this month and every later closed one. */
  readonly period: string
  readonly reason: string
  readonly state: 'asked' | 'confirmed' | 'withdrawn'
  readonly askedBy: string
  readonly askedAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  /** The last month closed again since; null while all of them are open. */
  readonly closedThrough: string | null
}

/**
 * Asks for a closed month of the group to be opened again, and with it every later one: late packs of it are taken then, and
 * its figures are those of all packs. Nothing is open before somebody else confirms.
 *
 * @throws Problem `invalid-field` for the reason; `conflict` when the month is open, or another reopening is asked for.
 */
export async function askGroupReopening(
  trx: Transaction,
  groupOfficeId: string,
  { period, reason, by }: { period: string; reason: string; by: string },
): Promise<GroupReopening> {
  const why = reason.trim()
  if (why.length < 1 || why.length > 300) throw invalid('reason', 'A reason has 1 to 300 characters.')
  await lockGroupPeriods(trx, groupOfficeId)
  if (!(await isGroupPeriodClosed(trx, groupOfficeId, period)))
    throw conflict(`The group's month ${period} is open.`)
  const waiting = (await groupReopenings(trx, groupOfficeId)).find(({ state }) => state === 'asked')
  if (waiting)
    throw conflict(
      `${waiting.askedBy} has asked for ${waiting.period} to be opened again: confirm or withdraw that first.`,
    )
  const groupReopeningId = newId()
  await sql`
    insert into group_reopening (office_id, group_reopening_id, period, reason, asked_by, asked_at)
    values (${groupOfficeId}, ${groupReopeningId}, ${`${period}-01`}, ${why}, ${by}, now())`.execute(trx)
  return theOne(trx, groupOfficeId, groupReopeningId)
}

/**
 * The second person opens the month again, or lets it be. Deciding the same again changes nothing.
 *
 * @throws Problem `not-found`; `refused` when the person who asked confirms; `conflict` when it was decided otherwise.
 */
export async function decideGroupReopening(
  trx: Transaction,
  groupOfficeId: string,
  {
    groupReopeningId,
    decision,
    by,
  }: { groupReopeningId: string; decision: 'confirmed' | 'withdrawn'; by: string },
): Promise<GroupReopening> {
  await lockGroupPeriods(trx, groupOfficeId)
  const asked = await theOne(trx, groupOfficeId, groupReopeningId)
  if (asked.state === decision) return asked
  if (asked.state !== 'asked') throw conflict(`This was ${asked.state} by ${asked.decidedBy} already.`)
  if (decision === 'confirmed' && asked.askedBy === by)
    throw refused('Whoever asks does not confirm: a second person of the group does.')
  // By the database's clock, as closings are: which came first decides whether a month is open.
  await sql`
    update group_reopening set state = ${decision}, decided_by = ${by}, decided_at = now()
     where office_id = ${groupOfficeId} and group_reopening_id = ${groupReopeningId}`.execute(trx)
  return theOne(trx, groupOfficeId, groupReopeningId)
}

/** All that were ever asked for, the latest first. */
export async function groupReopenings(trx: Transaction, groupOfficeId: string): Promise<GroupReopening[]> {
  const { rows } = await sql<GroupReopening>`
    select group_reopening_id as "groupReopeningId", to_char(period, 'YYYY-MM') as period, reason, state,
           asked_by as "askedBy", asked_at as "askedAt", decided_by as "decidedBy", decided_at as "decidedAt",
           to_char(closed_through, 'YYYY-MM') as "closedThrough"
      from group_reopening where office_id = ${groupOfficeId}
     order by asked_at desc, group_reopening_id desc limit 200`.execute(trx)
  return rows
}

async function theOne(trx: Transaction, groupOfficeId: string, id: string): Promise<GroupReopening> {
  const found = (await groupReopenings(trx, groupOfficeId)).find(
    ({ groupReopeningId }) => groupReopeningId === id,
  )
  if (!found) throw notFound('such reopening')
  return found
}
