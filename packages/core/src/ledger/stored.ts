import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'
import { plainArray, textArray } from './array-literal.ts'
import type { ChainLink } from './chain.ts'
import type { Entry, Posting } from './posting.ts'

/** A transaction as its row says, with the hash that stands there. */
export interface StoredTransaction extends ChainLink {
  readonly batchId: string
  readonly entryCount: number
  readonly hash: string
}

/** Columns of `ledger_transaction t` as `StoredTransaction` reads them. */
const transactionColumns = sql.raw(`
  t.transaction_id as "transactionId", t.batch_id as "batchId", t.entry_count as "entryCount",
  (extract(epoch from t.recorded_at) * 1000000)::int8 as "recordedAtMicros", t.idempotency_key as key, t.kind,
  t.legal_entity_id as "legalEntityId", t.effective_on as "effectiveOn", t.description, t.source_kind as "sourceKind",
  t.source_id as "sourceId", t.reverses, encode(t.hash, 'hex') as hash`)

interface TransactionRow {
  transactionId: string
  batchId: string
  entryCount: number
  recordedAtMicros: bigint
  key: string
  kind: string
  legalEntityId: string
  effectiveOn: string
  description: string
  sourceKind: string | null
  sourceId: string | null
  reverses: string | null
  hash: string
}

/** What stands in the ledger under these keys, and the moment this database transaction records at. */
export async function findByKey(
  trx: Transaction,
  officeId: string,
  keys: readonly string[],
): Promise<{ recordedAtMicros: bigint; known: StoredTransaction[] }> {
  // Lateral with offset 0 forces a look-up per key: with old statistics the planner would read the whole ledger.
  const { rows } = await sql<{ now: bigint; ids: string[] }>`
    select (extract(epoch from now()) * 1000000)::int8 as now,
      coalesce((select array_agg(found.id) from unnest(${textArray(keys)}::text[]) k,
        lateral (select t.transaction_id::text as id from samen.ledger_transaction t
          where t.office_id = ${officeId} and t.idempotency_key = k offset 0) found), '{}') as ids`.execute(
    trx,
  )
  const { now, ids } = rows[0] as (typeof rows)[number]
  return { recordedAtMicros: now, known: ids.length === 0 ? [] : await findById(trx, officeId, ids) }
}

/** The transactions with their entries, in no particular order; unknown ids are passed over. */
export async function findById(
  trx: Transaction,
  officeId: string,
  ids: readonly string[],
): Promise<StoredTransaction[]> {
  const { rows } = await sql<TransactionRow>`
    select ${transactionColumns} from samen.ledger_transaction t
     where t.office_id = ${officeId} and t.transaction_id = any(${plainArray(ids)}::uuid[])`.execute(trx)
  return withEntries(trx, officeId, rows)
}

/** A page of the office's transactions in the order of their ids. */
export async function transactionsAfter(
  trx: Transaction,
  officeId: string,
  after: string,
  limit: number,
): Promise<StoredTransaction[]> {
  const { rows } = await sql<TransactionRow>`
    select ${transactionColumns} from samen.ledger_transaction t
     where t.office_id = ${officeId} and t.transaction_id > ${after}::uuid
     order by t.transaction_id limit ${limit}`.execute(trx)
  return withEntries(trx, officeId, rows)
}

async function withEntries(
  trx: Transaction,
  officeId: string,
  rows: readonly TransactionRow[],
): Promise<StoredTransaction[]> {
  const entries = new Map<string, Entry[]>(rows.map(({ transactionId }) => [transactionId, []]))
  const found = await sql<Entry & { transactionId: string }>`
    select e.transaction_id as "transactionId", e.account, e.subject, e.currency, e.amount
      from samen.ledger_entry e
     where e.office_id = ${officeId} and e.transaction_id = any(${plainArray([...entries.keys()])}::uuid[])
     order by e.transaction_id, e.entry_no`.execute(trx)
  for (const { transactionId, ...entry } of found.rows) entries.get(transactionId)?.push(entry)
  return rows.map((row) => ({
    transactionId: row.transactionId,
    batchId: row.batchId,
    entryCount: row.entryCount,
    recordedAtMicros: row.recordedAtMicros,
    hash: row.hash,
    posting: asPosting(row, entries.get(row.transactionId) as Entry[]),
  }))
}

function asPosting(row: TransactionRow, entries: readonly Entry[]): Posting {
  return {
    key: row.key,
    kind: row.kind,
    legalEntityId: row.legalEntityId,
    effectiveOn: row.effectiveOn,
    description: row.description,
    ...(row.sourceKind !== null && row.sourceId !== null
      ? { source: { kind: row.sourceKind, id: row.sourceId } }
      : {}),
    ...(row.reverses !== null ? { reverses: row.reverses } : {}),
    entries,
  }
}

/** The transactions that stand in the ledger under these keys: key → transaction id. */
export async function findPosted(
  trx: Transaction,
  officeId: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const { known } = await findByKey(trx, officeId, keys)
  return new Map(known.map(({ posting, transactionId }) => [posting.key, transactionId]))
}
