import { sql } from 'kysely'
import { lockInOffice, officeDirectory, type Transaction } from '../database/index.ts'
import { federationOffices } from '../federation/index.ts'
import { conflict } from '../problem/index.ts'
import { receivedPacks, woundUpOffices } from './received-packs.ts'

/** Whether the group has closed a month (`2026-10`), by itself or with a later one, and has not opened it again since. */
export async function isGroupPeriodClosed(
  trx: Transaction,
  groupOfficeId: string,
  period: string,
): Promise<boolean> {
  const { rows } = await sql<{ closed: boolean }>`
    select exists (
      select from group_period p
       where p.office_id = ${groupOfficeId} and p.period >= ${`${period}-01`}::date
         and not exists (
           select from group_reopening r
            where r.office_id = p.office_id and r.state = 'confirmed' and r.decided_at >= p.closed_at
              and r.period <= ${`${period}-01`}::date
              and (r.closed_through is null or r.closed_through < ${`${period}-01`}::date))) as closed`.execute(
    trx,
  )
  return rows[0]?.closed === true
}

/** When the group first closed a month, by itself or with a later one, whether or not it was opened again since. */
export async function groupClosedAt(
  trx: Transaction,
  groupOfficeId: string,
  period: string,
): Promise<Date | undefined> {
  const { rows } = await sql<{ closedAt: Date }>`
    select closed_at as "closedAt" from group_period
     where office_id = ${groupOfficeId} and period >= ${`${period}-01`}::date
     order by closed_at limit 1`.execute(trx)
  return rows[0]?.closedAt
}

/** A month the group closed by itself, not together with a later one. */
export interface GroupMonth {
  /** `2026-09` */
  readonly period: string
  readonly closedBy: string
  /** The first closing: opened again and closed anew, a month keeps it. */
  readonly closedAt: Date
  /** Opened again since, and not closed anew. */
  readonly isOpen: boolean
  /** Offices whose pack was corrected after that closing: the month's figures are restated. */
  readonly restatedBy: readonly string[]
}

/** The months the group closed, the latest first, at most `limit`. */
export async function groupMonths(
  trx: Transaction,
  groupOfficeId: string,
  limit = 60,
): Promise<GroupMonth[]> {
  const { rows } = await sql<GroupMonth>`
    select to_char(p.period, 'YYYY-MM') as period, p.closed_by as "closedBy", p.closed_at as "closedAt",
           exists (
             select from group_reopening r
              where r.office_id = p.office_id and r.state = 'confirmed' and r.decided_at >= p.closed_at
                and r.period <= p.period and (r.closed_through is null or r.closed_through < p.period)) as "isOpen",
           array(
             select distinct k.from_office from received_pack k
              where k.office_id = p.office_id and k.period = p.period and k.supersedes is not null
                and k.received_at > p.closed_at
              order by k.from_office) as "restatedBy"
      from group_period p
     where p.office_id = ${groupOfficeId}
     order by p.period desc limit ${limit}`.execute(trx)
  return rows
}

/** Whoever closes a month of the group or opens one again goes alone. */
export const lockGroupPeriods = (trx: Transaction, groupOfficeId: string) =>
  lockInOffice(trx, groupOfficeId, 'group periods')

/**
 * Closes a month of the group, and with it every month before: its figures are final until two people open it again
 * (`askGroupReopening`). Closing it again changes nothing.
 *
 * @throws Problem `conflict` naming the offices whose pack has not come: theirs would be refused for ever.
 */
export async function closeGroupPeriod(
  trx: Transaction,
  groupOfficeId: string,
  { period, by }: { period: string; by: string },
): Promise<{ alreadyClosed: boolean }> {
  await lockGroupPeriods(trx, groupOfficeId)
  if (await isGroupPeriodClosed(trx, groupOfficeId, period)) return { alreadyClosed: true }
  const missing = await missingOffices(trx, groupOfficeId, period)
  if (missing.length > 0)
    throw conflict(`${missing.map(({ name }) => name).join(', ')}: no pack of ${period} has come.`, {
      missing: missing.map(({ slug }) => slug),
    })
  const first = `${period}-01`
  await sql`
    update group_reopening set closed_through = greatest(closed_through, ${first}::date)
     where office_id = ${groupOfficeId} and state = 'confirmed' and period <= ${first}`.execute(trx)
  // A month opened again keeps the row of its first closing.
  await sql`insert into group_period (office_id, period, closed_by) values (${groupOfficeId}, ${first}, ${by})
    on conflict do nothing`.execute(trx)
  return { alreadyClosed: false }
}

/** The offices of the group, on this server and beyond, whose pack of a month has not come; without those that left, or were wound up before it. */
export async function missingOffices(
  trx: Transaction,
  groupOfficeId: string,
  period: string,
): Promise<{ slug: string; name: string }[]> {
  const paired = await federationOffices(trx, groupOfficeId)
  const left = paired.filter(({ leftAt }) => leftAt).map(({ slug }) => slug)
  const ended = (await woundUpOffices(trx, groupOfficeId)).filter(({ lastPeriod }) => lastPeriod < period)
  const gone = new Set([...left, ...ended.map(({ office }) => office)])
  const hosted = (await officeDirectory(trx)).filter(({ role }) => role === 'national')
  const members = new Map([...hosted, ...paired].map(({ slug, name }) => [slug, name]))
  const present = new Set(
    (await receivedPacks(trx, groupOfficeId, { period, limit: 1_000 })).map(({ office }) => office),
  )
  return [...members]
    .filter(([slug]) => !gone.has(slug) && !present.has(slug))
    .map(([slug, name]) => ({ slug, name }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
}
