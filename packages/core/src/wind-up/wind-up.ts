import { sql } from 'kysely'
import {
  type BooksLeft,
  booksLeft,
  type ChecklistItem,
  closeChecklist,
  takeBackLastPack,
} from '../closes/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { type IsoDate, isIsoDate } from '../country/index.ts'
import { type Database, lockInOffice, type Transaction } from '../database/index.ts'
import { hasGroup } from '../federation/index.ts'
import { aloneIn, insertPlace } from '../offices/index.ts'
import { lastPack } from '../packs/index.ts'
import { conflict, type Fault, refused, throwFaults } from '../problem/index.ts'

/** What an assembly decided: the office ends. */
export interface WindUp {
  readonly state: 'proposed' | 'confirmed' | 'finished'
  readonly decidedOn: IsoDate
  /** No job goes on after it. */
  readonly endsOn: IsoDate
  /** Where the decision stands in the minutes. */
  readonly minutes: string
  readonly proposedBy: string
  readonly confirmedBy: string | null
}

/** What still keeps an office from ending; empty when nothing does. */
export interface Unsettled extends BooksLeft {
  /** As a close of the office's last month would list it. */
  readonly checks: readonly ChecklistItem[]
  /** Packs that the group has not received. */
  readonly waitingPacks: number
  /** No month was reported to the group as the last one: the office's last month is to be closed, or its pack made again. */
  readonly lastPackMissing: boolean
}

/** The winding up that stands; nothing where none was proposed, or it was withdrawn. */
export async function windUpOf(trx: Transaction, officeId: string): Promise<WindUp | undefined> {
  const { rows } = await sql<WindUp>`
    select nullif(last.kind, 'withdrawn') as state, p.decided_on as "decidedOn",
           p.ends_on as "endsOn", p.minutes, p.by as "proposedBy",
           (select by from wind_up_step c where c.office_id = ${officeId} and c.kind = 'confirmed'
               and c.step_no > p.step_no) as "confirmedBy"
      from (select kind from wind_up_step where office_id = ${officeId} order by step_no desc limit 1) last,
           (select * from wind_up_step where office_id = ${officeId} and kind = 'proposed'
             order by step_no desc limit 1) p`.execute(trx)
  const [found] = rows
  return found?.state ? found : undefined
}

/**
 * Writes down what the assembly decided.
 *
 * @throws Problem naming the field for a day that is none, one before the decision, or minutes that are too long; `conflict`
 *   where a winding up stands already, or a job goes on after the last day.
 */
export async function proposeWindUp(
  trx: Transaction,
  context: OfficeContext,
  { decidedOn, endsOn, minutes }: Pick<WindUp, 'decidedOn' | 'endsOn' | 'minutes'>,
): Promise<void> {
  const { officeId, today } = context
  const faults: Fault[] = []
  const fault = (field: string, reason: string) => faults.push({ field, reason })
  for (const [field, day] of Object.entries({ decidedOn, endsOn }))
    if (!isIsoDate(day)) fault(field, 'A day is written YYYY-MM-DD and must exist.')
  if (faults.length === 0 && decidedOn > today) fault('decidedOn', 'The assembly has not met yet.')
  if (faults.length === 0 && endsOn < decidedOn) fault('endsOn', 'The last day lies before the decision.')
  const text = minutes.trim()
  if (text.length === 0 || text.length > 500)
    fault('minutes', 'Say where the decision stands, in 1 to 500 characters.')
  throwFaults(faults)
  await lockInOffice(trx, officeId, 'wind-up')
  if (await windUpOf(trx, officeId)) throw conflict('A winding up stands already: withdraw it first.')
  await refuseLongerJobs(trx, officeId, endsOn)
  await insertStep(trx, context, 'proposed', { decidedOn, endsOn, minutes: text })
}

/**
 * Another person confirms it: from now on no job goes on after the last day, and the database refuses one.
 *
 * @throws Problem `conflict` where none waits, or a job goes on after the last day; `refused` for who proposed it.
 */
export async function confirmWindUp(db: Database, context: OfficeContext): Promise<void> {
  // Alone, so that no job beyond the last day is being agreed at the same moment.
  await aloneIn(db, context.officeId, async (trx) => {
    const standing = await windUpOf(trx, context.officeId)
    if (standing?.state !== 'proposed') throw conflict('No winding up waits for a second person.')
    if (standing.proposedBy === context.by)
      throw refused('Who wrote the decision down cannot confirm it: another person does.')
    await refuseLongerJobs(trx, context.officeId, standing.endsOn)
    await insertStep(trx, context, 'confirmed')
  })
}

/**
 * The assembly thought better of it, before it was finished; where the group was told of a last month, it is told otherwise.
 *
 * @throws Problem `conflict` where none stands.
 */
export async function withdrawWindUp(trx: Transaction, context: OfficeContext): Promise<void> {
  await lockInOffice(trx, context.officeId, 'wind-up')
  const standing = await windUpOf(trx, context.officeId)
  if (!standing || standing.state === 'finished')
    throw conflict('No winding up stands that could be withdrawn.')
  await insertStep(trx, context, 'withdrawn')
  await takeBackLastPack(trx, context)
}

/** What still has to be settled, as the books say it; nothing of it is typed. */
export async function unsettled(trx: Transaction, context: OfficeContext): Promise<Unsettled> {
  const { officeId, today } = context
  const { rows } = await sql<{ packs: number }>`
    select count(*)::int as packs from outbox
     where office_id = ${officeId} and kind = 'pack' and delivered_at is null`.execute(trx)
  // Nobody waits for the packs of an office that is in no group.
  const isAwaited = await hasGroup(trx, officeId)
  return {
    ...(await booksLeft(trx, officeId)),
    checks: await closeChecklist(trx, context, today),
    waitingPacks: isAwaited ? (rows[0]?.packs ?? 0) : 0,
    lastPackMissing: isAwaited && (await lastPack(trx, officeId))?.content.final !== true,
  }
}

/**
 * Ends the office: it can only be read and exported from then on, and the database refuses every write. Its packs, the last
 * of them delivered, stay with the group.
 *
 * @throws Problem `conflict` where no winding up is confirmed, its last day is not over, or something is not settled: the
 *   problem's member `unsettled` says what.
 */
export async function finishWindUp(db: Database, context: OfficeContext): Promise<void> {
  const { officeId, by, now, today } = context
  await aloneIn(db, officeId, async (trx) => {
    const standing = await windUpOf(trx, officeId)
    if (standing?.state !== 'confirmed') throw conflict('No winding up is confirmed that could be finished.')
    if (today <= standing.endsOn) throw conflict(`The office’s last day, ${standing.endsOn}, is not over.`)
    const left = await unsettled(trx, context)
    if (!isSettled(left))
      throw conflict(
        'Not everything is settled: settle first what the wind-up lists (its page, or "samen office wind-up").',
        {
          unsettled: JSON.parse(
            JSON.stringify(left, (_, item) => (typeof item === 'bigint' ? String(item) : item)),
          ),
        },
      )
    await insertStep(trx, context, 'finished')
    await insertPlace(trx, officeId, 'wound-up', { by, reason: standing.minutes, now })
  })
}

export const isSettled = (left: Unsettled): boolean =>
  left.checks.length + left.openJobs + left.waitingPacks + left.openMonths.count + left.balances.length ===
    0 && !left.lastPackMissing

async function refuseLongerJobs(trx: Transaction, officeId: string, endsOn: IsoDate): Promise<void> {
  const { rows } = await sql<{ title: string; ends_on: IsoDate }>`
    select title, ends_on from contract
     where office_id = ${officeId} and ends_on > ${endsOn} and state <> 'cancelled'
     order by ends_on desc, contract_id limit 1`.execute(trx)
  const [longest] = rows
  if (longest)
    throw conflict(
      `The job “${longest.title}” goes on until ${longest.ends_on}, after the last day: end or cancel it first, or choose a later day.`,
      { field: 'endsOn' },
    )
}

async function insertStep(
  trx: Transaction,
  { officeId, by, now }: OfficeContext,
  kind: WindUp['state'] | 'withdrawn',
  decision?: Pick<WindUp, 'decidedOn' | 'endsOn' | 'minutes'>,
): Promise<void> {
  await sql`
    insert into wind_up_step (office_id, step_no, kind, at, by, decided_on, ends_on, minutes)
    select ${officeId}, coalesce(max(step_no), 0) + 1, ${kind}, ${now}, ${by},
           ${decision?.decidedOn ?? null}, ${decision?.endsOn ?? null}, ${decision?.minutes ?? null}
      from wind_up_step where office_id = ${officeId}`.execute(trx)
}
