import { sql } from 'kysely'
import { newId, type Transaction } from '../database/index.ts'
import { conflict, invalid } from '../problem/index.ts'
import { hexArray, plainArray, textArray } from './array-literal.ts'
import { canonicalPosting, chainNext, chainStart } from './chain.ts'
import { asProblem, violated } from './ledger-problem.ts'
import { checkPosting, type Entry, POSTINGS_MAX, type Posting, periodOf } from './posting.ts'
import { findByKey } from './stored.ts'

export interface Posted {
  /** How many were written now, and how many stood there already with the same content. */
  readonly posted: number
  readonly alreadyPosted: number
  /** The id of each posting's transaction, in the order given. */
  readonly transactionIds: readonly string[]
}

/**
 * Times a key may be taken by another writer between our look and our insert before we give up. Each time one of the others
 * got on: as many writers of overlapping postings at once as this are served.
 */
const attemptsMax = 20

/**
 * Writes postings into the office's ledger as one hash-chained batch: one statement per table, whatever their number.
 * A key that was posted before with the same content is passed over in silence, so any caller may simply try again.
 *
 * @throws Problem `invalid-field` for a posting that `checkPosting` refuses or more than `POSTINGS_MAX` of them;
 *   `conflict` when a key was posted before with other content, or the month is closed; `refused` when a fund would be
 *   overdrawn; `not-found` for an account the office has not opened. After a problem the transaction must roll back.
 */
export async function post(
  trx: Transaction,
  officeId: string,
  postings: readonly Posting[],
): Promise<Posted> {
  if (postings.length > POSTINGS_MAX)
    throw invalid('postings', `At most ${POSTINGS_MAX} transactions are posted in one call.`)
  const fresh = distinct(postings)
  const ids = new Map<string, string>()
  let posted = 0
  for (let attempt = 1; fresh.size > 0; attempt++) {
    const { recordedAtMicros, known } = await lookUp(trx, officeId, [...fresh.keys()], attempt === 1)
    for (const { transactionId, posting } of known) {
      const given = fresh.get(posting.key) as Posting
      if (canonicalPosting(given) !== canonicalPosting(posting))
        throw conflict(`The key ${posting.key} was posted before with other content.`, { transactionId })
      ids.set(posting.key, transactionId)
      fresh.delete(posting.key)
    }
    if (fresh.size === 0) break
    const written = await insertBatch(trx, officeId, [...fresh.values()], recordedAtMicros)
    if (written) {
      posted = fresh.size
      for (const [key, id] of written) ids.set(key, id)
      break
    }
    if (attempt === attemptsMax) throw conflict('The same keys are being posted by others over and over.')
  }
  return {
    posted,
    alreadyPosted: postings.length - posted,
    transactionIds: postings.map(({ key }) => ids.get(key) as string),
  }
}

/**
 * What stands under these keys. On the first attempt only their ends are looked at: what is posted again is mostly
 * posted again from one of them, and if it is not, the unique key says so.
 */
async function lookUp(trx: Transaction, officeId: string, keys: readonly string[], first: boolean) {
  if (!first || keys.length <= 2) return findByKey(trx, officeId, keys)
  const ends = await findByKey(trx, officeId, [keys[0] as string, keys.at(-1) as string])
  return ends.known.length === 0 ? ends : findByKey(trx, officeId, keys)
}

function distinct(postings: readonly Posting[]): Map<string, Posting> {
  const byKey = new Map<string, Posting>()
  for (const [index, posting] of postings.entries()) {
    checkPosting(posting, `postings[${index}]`)
    const same = byKey.get(posting.key)
    if (!same) byKey.set(posting.key, posting)
    else if (canonicalPosting(same) !== canonicalPosting(posting))
      throw conflict(`The key ${posting.key} is given twice with different content.`)
  }
  return byKey
}

/** The ids by key; undefined, and nothing written, when another writer has just taken one of the keys. */
async function insertBatch(
  trx: Transaction,
  officeId: string,
  postings: readonly Posting[],
  recordedAtMicros: bigint,
): Promise<Map<string, string> | undefined> {
  const batchId = newId()
  const ids = postings.map(() => newId())
  const hashes: string[] = []
  let last = chainStart(officeId, batchId)
  for (const [index, posting] of postings.entries()) {
    last = chainNext(last, { transactionId: ids[index] as string, recordedAtMicros, posting })
    hashes.push(last)
  }
  await sql`savepoint ledger_post`.execute(trx)
  try {
    await sql`
      insert into samen.ledger_batch (office_id, batch_id, transaction_count, first_id, last_id, hash)
      values (${officeId}, ${batchId}, ${postings.length}, ${ids[0]}, ${ids.at(-1)}, decode(${last}, 'hex'))`.execute(
      trx,
    )
    await insertTransactions(trx, officeId, batchId, ids, hashes, postings)
    await insertEntries(trx, officeId, ids, postings)
  } catch (error) {
    if (!violated(error, 'ledger_transaction_key')) throw asProblem(error)
    await sql`rollback to savepoint ledger_post`.execute(trx)
    return undefined
  }
  await sql`release savepoint ledger_post`.execute(trx)
  return new Map(postings.map(({ key }, index) => [key, ids[index] as string]))
}

async function insertTransactions(
  trx: Transaction,
  officeId: string,
  batchId: string,
  ids: readonly string[],
  hashes: readonly string[],
  postings: readonly Posting[],
): Promise<void> {
  await sql`
    insert into samen.ledger_transaction (office_id, batch_id, transaction_id, legal_entity_id,
      entry_count, effective_on, period, source_id, reverses, idempotency_key, kind, source_kind, description, hash)
    select ${officeId}::uuid, ${batchId}::uuid, *
      from unnest(${plainArray(ids)}::uuid[],
        ${plainArray(postings.map(({ legalEntityId }) => legalEntityId))}::uuid[],
        ${plainArray(postings.map(({ entries }) => entries.length))}::int[],
        ${plainArray(postings.map(({ effectiveOn }) => effectiveOn))}::date[],
        ${plainArray(postings.map(({ effectiveOn }) => periodOf(effectiveOn)))}::date[],
        ${plainArray(postings.map(({ source }) => source?.id))}::uuid[],
        ${plainArray(postings.map(({ reverses }) => reverses))}::uuid[],
        ${textArray(postings.map(({ key }) => key))}::text[],
        ${textArray(postings.map(({ kind }) => kind))}::text[],
        ${textArray(postings.map(({ source }) => source?.kind))}::text[],
        ${textArray(postings.map(({ description }) => description ?? ''))}::text[],
        ${hexArray(hashes)}::bytea[])`.execute(trx)
}

async function insertEntries(
  trx: Transaction,
  officeId: string,
  ids: readonly string[],
  postings: readonly Posting[],
): Promise<void> {
  const owners: number[] = []
  const numbers: number[] = []
  const entries: Entry[] = []
  for (const [index, posting] of postings.entries()) {
    for (const [at, entry] of posting.entries.entries()) {
      owners.push(index + 1)
      numbers.push(at + 1)
      entries.push(entry)
    }
  }
  // Each id travels once: an entry names its transaction by the place in the list.
  await sql`
    insert into samen.ledger_entry (office_id, transaction_id, entry_no, account, subject, currency, amount)
    select ${officeId}::uuid, (${plainArray(ids)}::uuid[])[e.owner], e.entry_no, e.account, e.subject, e.currency, e.amount
      from unnest(${plainArray(owners)}::int[], ${plainArray(numbers)}::int[],
        ${plainArray(entries.map(({ account }) => account))}::text[],
        ${plainArray(entries.map(({ subject }) => subject))}::uuid[],
        ${plainArray(entries.map(({ currency }) => currency))}::text[],
        ${plainArray(entries.map(({ amount }) => amount))}::int8[])
        as e (owner, entry_no, account, subject, currency, amount)`.execute(trx)
}
