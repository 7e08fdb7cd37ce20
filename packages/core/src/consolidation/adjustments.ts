import { sql } from 'kysely'
import { GROUP_CHART, type IsoDate, type Minor } from '../country/index.ts'
import { newId, type Transaction } from '../database/index.ts'
import { plainArray, textArray } from '../ledger/index.ts'
import { conflict, type Fault, notFound, refused, throwFaults } from '../problem/index.ts'
import type { AdjustmentEntry } from './adjustment-lines.ts'
import { type GroupActor, outside, refuseClosed } from './terms-store.ts'

/** An entry of the group's own that no office books, in its currency. */
export interface AdjustmentDraft {
  /** The caller's own id, by which a draft sent twice is proposed once. */
  readonly groupAdjustmentId?: string
  /** The month it belongs to: `2026-10`. */
  readonly period: string
  /** Taken back in the month after, by itself. */
  readonly reverses: boolean
  /** 1 to 200 characters. */
  readonly title: string
  /** Why, for who reads the figures: 1 to 1000 characters. */
  readonly reason: string
  /** Minor units, debit positive, never zero; 2 to 50 lines that sum to zero. */
  readonly lines: readonly { readonly group: string; readonly amount: Minor }[]
}

export interface GroupAdjustment extends AdjustmentEntry {
  readonly period: string
  readonly title: string
  readonly reason: string
  readonly state: 'proposed' | 'approved' | 'withdrawn'
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

/**
 * Proposes an entry; the figures do not change before a second person approves it. The same draft under the same id again
 * answers what is there.
 *
 * @throws Problem `invalid-field` naming the line; `conflict` for a month the group has closed, or another draft of that id.
 */
export async function proposeAdjustment(
  trx: Transaction,
  { groupOfficeId, by, now }: GroupActor,
  draft: AdjustmentDraft,
): Promise<GroupAdjustment> {
  throwFaults(draftFaults(draft))
  const { period, reverses, title, reason, lines, groupAdjustmentId: id = newId() } = draft
  await refuseClosed(trx, groupOfficeId, period)
  await sql`
    insert into samen.group_adjustment (office_id, group_adjustment_id, period, reversed_in, title, reason,
      group_accounts, amounts, proposed_by, proposed_at)
    values (${groupOfficeId}, ${id}, ${`${period}-01`}, ${reverses ? monthAfter(period) : null}, ${title.trim()},
      ${reason.trim()}, ${textArray(lines.map(({ group }) => group))}::text[],
      ${plainArray(lines.map(({ amount }) => amount))}::int8[], ${by}, ${now})
    on conflict do nothing`.execute(trx)
  const stored = await adjustmentById(trx, groupOfficeId, id)
  if (wording(stored) !== wording({ ...draft, title: title.trim(), reason: reason.trim() }))
    throw conflict('Another adjustment has this id.')
  return stored
}

/** All that makes two drafts the same. */
const wording = (draft: Pick<AdjustmentDraft, 'period' | 'title' | 'reason' | 'lines'>) =>
  JSON.stringify([
    draft.period,
    draft.title,
    draft.reason,
    draft.lines.map(({ group, amount }) => [group, String(amount)]),
  ])

/**
 * A second person approves: from now on the entry is part of the figures. Approving again changes nothing.
 *
 * @throws Problem `not-found`; `refused` for the person who proposed it; `conflict` for a withdrawn one or a closed month.
 */
export async function approveAdjustment(
  trx: Transaction,
  { groupOfficeId, by, now }: GroupActor,
  id: string,
): Promise<GroupAdjustment> {
  const found = await adjustmentById(trx, groupOfficeId, id, true)
  if (found.state === 'approved') return found
  if (found.state === 'withdrawn') throw conflict('This adjustment was withdrawn: propose it anew.')
  if (found.proposedBy === by)
    throw refused('Another person than the one who proposed an adjustment approves it.')
  await refuseClosed(trx, groupOfficeId, found.period)
  return decide(trx, groupOfficeId, { id, state: 'approved', by, now })
}

/** Takes back a proposal nobody approved. @throws Problem `not-found`; `conflict` for an approved one. */
export async function withdrawAdjustment(
  trx: Transaction,
  { groupOfficeId, by, now }: GroupActor,
  id: string,
): Promise<GroupAdjustment> {
  const found = await adjustmentById(trx, groupOfficeId, id, true)
  if (found.state === 'withdrawn') return found
  if (found.state === 'approved')
    throw conflict('This adjustment is part of the figures: propose one that takes it back.')
  return decide(trx, groupOfficeId, { id, state: 'withdrawn', by, now })
}

/** Adjustments up to a month, the latest first; only those approved, if asked. All of them unless told. */
export async function groupAdjustments(
  trx: Transaction,
  groupOfficeId: string,
  {
    upTo = '9999-12',
    approved = false,
    limit = ADJUSTMENTS_MAX,
  }: { upTo?: string; approved?: boolean; limit?: number } = {},
): Promise<GroupAdjustment[]> {
  const { rows } = await sql<Row>`
    ${selectAdjustments}
     where office_id = ${groupOfficeId} and period <= ${`${upTo}-01`}::date
       and (not ${approved}::boolean or state = 'approved')
     order by group_adjustment_id desc limit ${limit}`.execute(trx)
  return rows.map(adjustmentOf)
}

/** More than any group writes in its life: the figures need all of them. */
const ADJUSTMENTS_MAX = 10_000

function draftFaults({ title, reason, lines }: AdjustmentDraft): Fault[] {
  const faults: Fault[] = []
  if (title.trim().length < 1 || title.length > 200)
    faults.push({ field: 'title', reason: 'Has 1 to 200 characters.' })
  if (reason.trim().length < 1 || reason.length > 1_000)
    faults.push({ field: 'reason', reason: 'Say why, in 1 to 1000 characters.' })
  if (lines.length < 2 || lines.length > 50)
    faults.push({ field: 'lines', reason: 'An entry has 2 to 50 lines.' })
  for (const [at, { group, amount }] of lines.entries()) {
    if (!Object.hasOwn(GROUP_CHART, group))
      faults.push({ field: `lines[${at}].group`, reason: 'An account of the group chart, such as G2700.' })
    if (amount === 0n || outside(amount))
      faults.push({
        field: `lines[${at}].amount`,
        reason: 'An amount is not zero and at most 10 000 000 000.',
      })
  }
  if (lines.reduce((sum, { amount }) => sum + amount, 0n) !== 0n)
    faults.push({ field: 'lines', reason: 'Debits and credits of an entry are equal.' })
  return faults
}

type Row = Omit<GroupAdjustment, 'lines'> & { groups: string[]; amounts: (string | bigint)[] }

const selectAdjustments = sql`
  select group_adjustment_id as "groupAdjustmentId", period as month, to_char(period, 'YYYY-MM') as period,
         reversed_in as "reversedIn", title, reason, group_accounts as groups, amounts, state,
         proposed_by as "proposedBy", proposed_at as "proposedAt", decided_by as "decidedBy", decided_at as "decidedAt"
    from samen.group_adjustment`

const adjustmentOf = ({ groups, amounts, ...row }: Row): GroupAdjustment => ({
  ...row,
  lines: groups.map((group, at) => ({ group, amount: BigInt(amounts[at] as string) })),
})

async function adjustmentById(
  trx: Transaction,
  groupOfficeId: string,
  id: string,
  lock = false,
): Promise<GroupAdjustment> {
  const { rows } = await sql<Row>`
    ${selectAdjustments} where office_id = ${groupOfficeId} and group_adjustment_id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(trx)
  if (!rows[0]) throw notFound('such adjustment')
  return adjustmentOf(rows[0])
}

async function decide(
  trx: Transaction,
  groupOfficeId: string,
  { id, state, by, now }: { id: string; state: GroupAdjustment['state']; by: string; now: Date },
): Promise<GroupAdjustment> {
  await sql`
    update samen.group_adjustment set state = ${state}, decided_by = ${by}, decided_at = ${now}
     where office_id = ${groupOfficeId} and group_adjustment_id = ${id}`.execute(trx)
  return adjustmentById(trx, groupOfficeId, id)
}

function monthAfter(period: string): IsoDate {
  const [year = 0, month = 0] = period.split('-').map(Number)
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}
