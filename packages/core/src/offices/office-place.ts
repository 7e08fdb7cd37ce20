import { sql } from 'kysely'
import { type Database, inOffice, type Transaction } from '../database/index.ts'
import { ownKeyChain } from '../federation/index.ts'
import { conflict, invalid } from '../problem/index.ts'

export type Place = 'moved' | 'stayed' | 'arrived' | 'wound-up'

/** Who said it, and why; at most 200 and 500 characters. */
export interface PlaceDecision {
  readonly by: string
  readonly reason: string
  readonly now: Date
}

/**
 * The office goes on elsewhere: from the end of this call on it can only be read here, whoever asks. Waits for whoever works in
 * it, at most a minute. An archive that is written afterwards holds everything that was ever written here.
 *
 * @throws Problem `invalid-field` for the reason; `conflict` when it has moved already, an e-mail is on its way at this moment, or somebody kept the office busy.
 */
export async function moveOffice(db: Database, officeId: string, decision: PlaceDecision): Promise<void> {
  checkReason(decision)
  await aloneIn(db, officeId, async (trx) => {
    const place = await placeOf(trx, officeId)
    if (place === 'moved') throw conflict('This office has moved away already.')
    if (place === 'wound-up') throw conflict('This office was wound up: export it without --move.')
    await refuseMailOnItsWay(trx, officeId)
    // What is exported afterwards is signed, and a first key could not be made any more.
    await ownKeyChain(trx, officeId)
    await insertPlace(trx, officeId, 'moved', decision)
  })
}

/**
 * A move that never happened: the office works on here. Whoever says so answers for that it works nowhere else.
 *
 * @throws Problem `invalid-field` for the reason; `conflict` when it has not moved.
 */
export async function keepOffice(db: Database, officeId: string, decision: PlaceDecision): Promise<void> {
  checkReason(decision)
  await aloneIn(db, officeId, async (trx) => {
    if ((await placeOf(trx, officeId)) !== 'moved')
      throw conflict('This office has not moved: it works here.')
    await insertPlace(trx, officeId, 'stayed', decision)
  })
}

function checkReason({ reason }: PlaceDecision): void {
  if (reason.trim() === '' || reason.length > 500) throw invalid('reason', 'Say why, in 1 to 500 characters.')
}

/** An archive brought it: what was said of its old place does not hold here. */
export const officeArrived = (trx: Transaction, officeId: string, decision: PlaceDecision): Promise<void> =>
  insertPlace(trx, officeId, 'arrived', decision)

/** What was said last of where an office works; undefined where it was opened and works. */
export async function placeOf(trx: Transaction, officeId: string): Promise<Place | undefined> {
  const { rows } = await sql<{ place: Place | null }>`
    select samen.office_place_of(${officeId}::uuid) as place`.execute(trx)
  return rows[0]?.place ?? undefined
}

/** Whether it can only be read here. */
export const isClosedHere = async (trx: Transaction, officeId: string): Promise<boolean> =>
  (await closureOf(trx, officeId)) !== undefined

/** Why and since when an office can only be read here. */
export interface Closure {
  readonly kind: 'moved' | 'wound-up'
  readonly since: Date
  /** Where it went, or where the minutes say that it ended. */
  readonly reason: string
}

/** Why an office can only be read here; undefined where it works. */
export async function closureOf(trx: Transaction, officeId: string): Promise<Closure | undefined> {
  const { rows } = await sql<Closure>`
    select kind, at as since, reason
      from (select * from office_place where office_id = ${officeId} order by place_no desc limit 1) last
     where kind in ('moved', 'wound-up')`.execute(trx)
  return rows[0]
}

/** What was sent and is not written down yet would be sent a second time from the new place. */
async function refuseMailOnItsWay(trx: Transaction, officeId: string): Promise<void> {
  const { rows } = await sql`
    select from mail where office_id = ${officeId} and state = 'queued' and claimed_until > now() limit 1`.execute(
    trx,
  )
  if (rows.length > 0)
    throw conflict('An e-mail of the office is on its way at this moment: try again in a few minutes.')
}

/** Waits for whoever works in the office, a minute at most. */
export async function aloneIn<T>(
  db: Database,
  officeId: string,
  work: (trx: Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await inOffice(db, officeId, work, { alone: true })
  } catch (error) {
    if ((error as { code?: unknown }).code !== '55P03') throw error
    throw conflict('Somebody kept the office busy for a minute: try again when less is going on.')
  }
}

export async function insertPlace(
  trx: Transaction,
  officeId: string,
  kind: Place,
  { by, reason, now }: PlaceDecision,
): Promise<void> {
  await sql`
    insert into office_place (office_id, place_no, kind, at, by, reason)
    select ${officeId}, coalesce(max(place_no), 0) + 1, ${kind}, ${now}, ${by}, ${reason}
      from office_place where office_id = ${officeId}`.execute(trx)
}
