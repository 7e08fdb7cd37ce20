import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { type IsoDate, isIsoDate, monthOf } from '../country/index.ts'
import {
  type Database,
  inOffice,
  lockInOffice,
  officeDirectory,
  type Transaction,
} from '../database/index.ts'
import { groupLink } from '../federation/index.ts'
import { reopenPeriod, setPeriod } from '../ledger/index.ts'
import { isGroupPeriodClosed, packs } from '../packs/index.ts'
import { conflict, invalid, notFound, refused } from '../problem/index.ts'

export type MonthEventKind =
  | 'locked'
  | 'unlocked'
  | 'closed'
  | 'reopening-asked'
  | 'reopening-withdrawn'
  | 'reopened'

/** Something that happened to a month's lock: never changed, never removed. */
export interface MonthEvent {
  readonly eventId: string
  readonly kind: MonthEventKind
  readonly by: string
  readonly reason: string
  readonly at: Date
}

export interface MonthState {
  /** `2026-10` */
  readonly period: string
  /** `soft` takes reversals and corrections only, `closed` nothing. */
  readonly state: 'open' | 'soft' | 'closed'
  /** The request to reopen it that waits for a second person. */
  readonly asked: MonthEvent | null
}

/** Months shown at most, the latest. */
const MONTHS_MAX = 60

/** The months that have entries or were ever locked, the latest first, at most 60. */
export async function monthStates(trx: Transaction, officeId: string): Promise<MonthState[]> {
  const { rows } = await sql<Omit<MonthState, 'asked'>>`
    with known as (
      select distinct month as period from ledger_balance where office_id = ${officeId}
      union select period from ledger_period where office_id = ${officeId}),
    closed as (
      select max(period) as upto from ledger_period where office_id = ${officeId} and state = 'closed')
    select to_char(k.period, 'YYYY-MM') as period,
           case when k.period <= c.upto then 'closed' else coalesce(p.state, 'open') end as state
      from known k cross join closed c
      left join ledger_period p on p.office_id = ${officeId} and p.period = k.period
     order by k.period desc limit ${MONTHS_MAX}`.execute(trx)
  const asked = await pendingRequests(trx, officeId)
  return rows.map((month) => ({ ...month, asked: asked.get(month.period) ?? null }))
}

/** What happened to a month's lock, in order. */
export async function monthEvents(trx: Transaction, officeId: string, period: string): Promise<MonthEvent[]> {
  const { rows } = await sql<MonthEvent>`
    select event_id as "eventId", kind, acted_by as "by", reason, recorded_at as at from ledger_period_event
     where office_id = ${officeId} and period = ${firstDay(period)} order by event_id limit 500`.execute(trx)
  return rows
}

/**
 * Locks a month that is over for everything but reversals and corrections, or takes that lock off. One person does either;
 * doing it again changes nothing.
 *
 * @throws Problem `invalid-field` for the month or the reason; `conflict` when the month is closed.
 */
export async function lockMonth(
  trx: Transaction,
  context: OfficeContext,
  { period, locked, reason }: { period: string; locked: boolean; reason: string },
): Promise<MonthState> {
  const { officeId, today } = context
  const first = firstDay(period)
  if (today <= monthOf(first).to) throw invalid('period', `The month ${period} is not over yet.`)
  const why = checkedReason(reason)
  await lockPeriods(trx, officeId)
  const now = await stateOf(trx, officeId, period)
  if (now.state === 'closed') throw conflict(`The month ${period} is closed: two people can reopen it.`)
  if ((now.state === 'soft') === locked) return now
  await setPeriod(trx, first, locked ? 'soft' : 'open')
  await writeEvent(trx, context, { period, kind: locked ? 'locked' : 'unlocked', reason: why })
  return stateOf(trx, officeId, period)
}

/**
 * Asks that the latest closed month be opened again, for the reason somebody else will weigh. Asking again while it waits
 * changes nothing.
 *
 * @throws Problem `invalid-field` for the month or the reason; `conflict` when it is not the latest closed month.
 */
export async function askReopening(
  trx: Transaction,
  context: OfficeContext,
  { period, reason }: { period: string; reason: string },
): Promise<MonthState> {
  const { officeId } = context
  const why = checkedReason(reason)
  await lockPeriods(trx, officeId)
  await demandLatestClosed(trx, officeId, period)
  const now = await stateOf(trx, officeId, period)
  if (now.asked) return now
  await writeEvent(trx, context, { period, kind: 'reopening-asked', reason: why })
  return stateOf(trx, officeId, period)
}

/** Takes a request to reopen a month back. @throws Problem `not-found` when none waits. */
export async function withdrawReopening(
  trx: Transaction,
  context: OfficeContext,
  { period }: { period: string },
): Promise<MonthState> {
  await lockPeriods(trx, context.officeId)
  const { asked } = await stateOf(trx, context.officeId, period)
  if (!asked) throw notFound(`request to reopen ${period}`)
  await writeEvent(trx, context, { period, kind: 'reopening-withdrawn', answers: asked.eventId })
  return stateOf(trx, context.officeId, period)
}

/**
 * A second person opens the latest closed month again. When it is closed anew, its pack supersedes the one before. A month
 * whose pack the group may have built on stays closed: the group has closed it, or, where the group is on another
 * server and cannot be asked here, has taken the pack in. What is wrong in it is then put right in an open month.
 *
 * @throws Problem `not-found` when nobody asked; `refused` for the person who asked, or as said above; `conflict` when it is
 *   not the latest closed month any more.
 */
export async function confirmReopening(
  db: Database,
  context: OfficeContext,
  { period }: { period: string },
): Promise<MonthState> {
  const { officeId, by } = context
  const hosted = (await officeDirectory(db)).find(({ role }) => role === 'group')
  const isClosedByGroup =
    hosted !== undefined &&
    hosted.officeId !== officeId &&
    (await inOffice(db, hosted.officeId, (trx) => isGroupPeriodClosed(trx, hosted.officeId, period)))
  return inOffice(db, officeId, async (trx) => {
    await lockPeriods(trx, officeId)
    const { asked } = await stateOf(trx, officeId, period)
    if (!asked) throw notFound(`request to reopen ${period}: one person asks first`)
    if (asked.by === by) throw refused('Another person than the one who asked reopens a month.')
    await demandLatestClosed(trx, officeId, period)
    await demandFree(trx, officeId, { period, isClosedByGroup })
    await writeEvent(trx, context, { period, kind: 'reopened', answers: asked.eventId })
    await reopenPeriod(trx, firstDay(period))
    return stateOf(trx, officeId, period)
  })
}

/** Refuses while a group counts on the month's figures. */
async function demandFree(
  trx: Transaction,
  officeId: string,
  { period, isClosedByGroup }: { period: string; isClosedByGroup: boolean },
): Promise<void> {
  const link = await groupLink(trx, officeId)
  const isRemote = link !== undefined && !link.leftAt
  const isTaken = (await packs(trx, officeId, { period })).some(({ deliveredAt }) => deliveredAt !== null)
  if (isRemote ? isTaken : isClosedByGroup && isTaken)
    throw refused(
      isRemote
        ? `The group has taken in the pack of ${period}: put it right by a correction in an open month.`
        : `The group has closed ${period}: put it right by a correction in an open month.`,
    )
}

async function demandLatestClosed(trx: Transaction, officeId: string, period: string): Promise<void> {
  const { rows } = await sql<{ latest: string | null }>`
    select to_char(max(period), 'YYYY-MM') as latest from ledger_period
     where office_id = ${officeId} and state = 'closed'`.execute(trx)
  const latest = rows[0]?.latest ?? null
  if (latest === null || latest < period) throw conflict(`The month ${period} is not closed.`)
  if (latest > period)
    throw conflict(`The month ${latest} is closed too: the latest closed month is reopened first.`)
}

/** Writes down what happened to a month's lock; in the caller's transaction. */
export async function writeEvent(
  trx: Transaction,
  { officeId, by, id }: OfficeContext,
  event: { period: string; kind: MonthEventKind; reason?: string; answers?: string },
): Promise<void> {
  await sql`
    insert into ledger_period_event (office_id, event_id, period, kind, acted_by, reason, answers)
    values (${officeId}, ${id()}, ${firstDay(event.period)}, ${event.kind}, ${by}, ${event.reason ?? ''},
      ${event.answers ?? null})`.execute(trx)
}

async function stateOf(trx: Transaction, officeId: string, period: string): Promise<MonthState> {
  const { rows } = await sql<Pick<MonthState, 'state'>>`
    select case when exists (select from ledger_period where office_id = ${officeId} and state = 'closed'
                                and period >= ${firstDay(period)}) then 'closed'
                else coalesce((select state from ledger_period
                                where office_id = ${officeId} and period = ${firstDay(period)}), 'open')
           end as state`.execute(trx)
  const { state } = rows[0] as (typeof rows)[0]
  return { period, state, asked: (await pendingRequests(trx, officeId)).get(period) ?? null }
}

async function pendingRequests(trx: Transaction, officeId: string): Promise<Map<string, MonthEvent>> {
  const { rows } = await sql<MonthEvent & { period: string }>`
    select to_char(period, 'YYYY-MM') as period, event_id as "eventId", kind, acted_by as "by", reason,
           recorded_at as at
      from ledger_period_event e
     where e.office_id = ${officeId} and e.kind = 'reopening-asked'
       and not exists (select from ledger_period_event a where a.office_id = e.office_id and a.answers = e.event_id)
     order by e.event_id`.execute(trx)
  return new Map(rows.map(({ period, ...event }) => [period, event]))
}

/** The lock that closing takes too. */
const lockPeriods = (trx: Transaction, officeId: string) => lockInOffice(trx, officeId, 'periods')

function firstDay(period: string): IsoDate {
  const first = `${period}-01`
  if (!isIsoDate(first)) throw invalid('period', 'A month is written YYYY-MM, such as 2026-10.')
  return first
}

function checkedReason(reason: string): string {
  const why = reason.trim()
  if (why.length < 1 || why.length > 300) throw invalid('reason', 'Say why, in 1 to 300 characters.')
  return why
}
