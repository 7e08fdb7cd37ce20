/**
 * Postings per second through the ledger against a plain insert of the same rows.
 *
 *     node bench/ledger.ts [seconds per measurement]
 *
 * Starts a PostgreSQL of its own unless DATABASE_URL names a server (a scratch database is made there and dropped).
 * A posting here is one entry: each transaction has two. Both plain inserts write the same two rows, in the same batches
 * and the same kind of database transaction, into a table that has a primary key and nothing else: no transaction row,
 * no row-level security, no balance, no hash, no idempotency, no index to read by. "Two-row" is one insert statement per
 * transaction; "array" is one statement for the whole batch, the quickest insert we know. Rounds alternate, so that all
 * three see the same machine.
 */
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, inOffice, migrate, newId, openDatabase } from '@samen/core/database'
import { openAccounts, type Posting, post } from '@samen/core/ledger'
import { startPostgres } from '../packages/api/src/embedded-postgres.ts'
import { onServer, plainInsert, plainTable, plainTwoRowInserts } from './ledger-plain.ts'

const seconds = Number(process.argv[2] ?? 3)
const rounds = 3
const clients = 8
const batchSizes = [1, 10, 100, 1_000]

const officeId = newId()
const legalEntityId = newId()
const activities = Array.from({ length: 5_000 }, newId)
const customers = Array.from({ length: 1_000 }, newId)

const accounts = ['client-receivable', 'activity-budget'].map((account) => ({
  account,
  type: account === 'client-receivable' ? ('asset' as const) : ('liability' as const),
  number: account,
  name: account,
  group: account === 'client-receivable' ? 'G1200' : 'G2100',
}))

let serial = 0
function nextPosting(): Posting {
  serial++
  const amount = BigInt(1_000 + (serial % 99_000))
  const day = String(1 + (serial % 28)).padStart(2, '0')
  return {
    key: `invoice:${newId()}`,
    kind: 'invoice',
    legalEntityId,
    effectiveOn: `2026-11-${day}`,
    description: `Invoice ${serial}`,
    source: { kind: 'invoice', id: newId() },
    entries: [
      { account: 'client-receivable', subject: pick(customers), currency: 'EUR', amount },
      { account: 'activity-budget', subject: pick(activities), currency: 'EUR', amount: -amount },
    ],
  }
}

const pick = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T

type Writer = (db: Database, postings: readonly Posting[]) => Promise<void>

const throughLedger: Writer = (db, postings) =>
  inOffice(db, officeId, async (trx) => {
    await post(trx, officeId, postings)
  })

const twoRow: Writer = (db, postings) =>
  inOffice(db, officeId, (trx) => plainTwoRowInserts(trx, officeId, postings))

const array: Writer = (db, postings) => inOffice(db, officeId, (trx) => plainInsert(trx, officeId, postings))

/** Entries per second that eight clients write, each in its own connection, batch after batch. */
async function measure(db: Database, write: Writer, batchSize: number): Promise<number> {
  const start = performance.now()
  const end = start + seconds * 1_000
  let entries = 0
  const client = async () => {
    while (performance.now() < end) {
      await write(db, Array.from({ length: batchSize }, nextPosting))
      entries += batchSize * 2
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return (entries * 1_000) / (performance.now() - start)
}

async function run(db: Database): Promise<void> {
  await inOffice(db, officeId, (trx) => openAccounts(trx, officeId, accounts))
  const writers = { twoRow, array, ledger: throughLedger }
  for (const write of Object.values(writers)) await measure(db, write, 100)
  console.log(`${clients} clients, ${rounds} rounds of ${seconds} s each; postings (entries) per second`)
  console.log('transactions a batch | plain two-row | plain array | ledger | ledger/two-row | ledger/array')
  for (const batchSize of batchSizes) {
    const rates = { twoRow: 0, array: 0, ledger: 0 }
    for (let round = 0; round < rounds; round++)
      for (const name of ['twoRow', 'array', 'ledger'] as const)
        rates[name] += (await measure(db, writers[name], batchSize)) / rounds
    const ratios = [rates.ledger / rates.twoRow, rates.ledger / rates.array]
    const columns = [rates.twoRow, rates.array, rates.ledger].map((rate) => rate.toFixed(0))
    console.log([batchSize, ...columns, ...ratios.map((ratio) => ratio.toFixed(2))].join(' | '))
  }
}

async function openServer(): Promise<{ url: string; close(): Promise<void> }> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, close: () => Promise.resolve() }
  const folder = await mkdtemp(join(tmpdir(), 'samen-bench-'))
  await chmod(folder, 0o711)
  const server = await startPostgres({ folder: join(folder, 'postgresql'), database: 'postgres' })
  const close = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: server.url, close }
}

const server = await openServer()
const name = `samen_bench_${randomBytes(6).toString('hex')}`
try {
  await onServer(server.url, `create database ${name}`)
  const address = new URL(server.url)
  address.pathname = `/${name}`
  await migrate({ url: address.href })
  await onServer(address.href, plainTable)
  const db = openDatabase({ url: address.href, max: clients })
  try {
    await run(db)
  } finally {
    await db.destroy()
    await onServer(server.url, `drop database if exists ${name} with (force)`)
  }
} finally {
  await server.close()
}
