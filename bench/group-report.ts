/**
 * The group's report of a month from the rollups, against adding the same figures up entry by entry.
 *
 *     node bench/group-report.ts [entries, a million unless told; 10000000 takes some minutes and 4 GB of disk]
 *
 * A group and nine offices in euro, forint and krona with five years of months. Starts a PostgreSQL of its own unless
 * DATABASE_URL names a server (a scratch database is made there and dropped). The entries are written by SQL, past the
 * ledger's checks; the packs are made from their balances, signed, and received as any other. The report is the whole
 * consolidation: figures of 60 months translated at their own rates. The scan adds the entries up by office and group account
 * and translates nothing; what both say of the euro offices must be the same.
 */
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { consolidate } from '@samen/core/consolidation'
import { addDays, formatAmount, type IsoDate } from '@samen/core/country'
import { type Database, inOffice, migrate, newId, openDatabase } from '@samen/core/database'
import { accountsOf, openAccounts } from '@samen/core/ledger'
import { openOffice } from '@samen/core/offices'
import type { PackAccount } from '@samen/core/packs'
import { recordRates } from '@samen/core/rates'
import { belgium } from '@samen/country-be'
import pg from 'pg'
import { startPostgres } from '../packages/api/src/embedded-postgres.ts'
import { PackSender } from '../packages/core/test/support/pack-sender.ts'
import { onServer } from './ledger-plain.ts'

const entries = Number(process.argv[2] ?? 1_000_000)
const rounds = 7
const months = Array.from(
  { length: 60 },
  (_, at) => `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
)
const last = months.at(-1) as string
const offices = ['at', 'be', 'de', 'es', 'fr', 'hu', 'it', 'nl', 'se'].map((slug) => ({
  slug,
  officeId: newId(),
  currency: { hu: 'HUF', se: 'SEK' }[slug] ?? 'EUR',
}))
const accounts = accountsOf(belgium).filter(({ account }) => !account.startsWith('fund-'))

/** Two entries a transaction, over all months and accounts. */
async function writeEntries(owner: pg.Client): Promise<void> {
  const each = Math.round(entries / offices.length / 2)
  await owner.query('set session_replication_role = replica; set synchronous_commit = off')
  for (const { officeId, currency } of offices) {
    await owner.query(
      `create temp table made as
         select gen_random_uuid() as id, n, 1 + (n::bigint * 7919) % 999983 as amount,
                (date '2021-01-01' + make_interval(months => n % 60))::date as month,
                ($1::text[])[1 + (n * 31) % $2] as debit, ($1::text[])[1 + (n * 17 + 5) % $2] as credit
           from generate_series(1, $3::int) n`,
      [accounts.map(({ account }) => account), accounts.length, each],
    )
    await owner.query(
      `insert into samen.ledger_transaction (office_id, transaction_id, batch_id, legal_entity_id, entry_count, effective_on,
         period, idempotency_key, kind, hash)
       select $1::uuid, id, $1::uuid, $1::uuid, 2, month + n % 28, month, n::text, 'bench', sha256('') from made`,
      [officeId],
    )
    await owner.query(
      `insert into samen.ledger_entry (office_id, transaction_id, amount, entry_no, currency, account)
       select $1::uuid, id, amount, 1, $2::text, debit from made union all select $1::uuid, id, -amount, 2, $2::text, credit from made`,
      [officeId, currency],
    )
    await owner.query(
      `insert into samen.ledger_balance (office_id, subject, legal_entity_id, debit, credit, month, stripe, currency, account)
       select $1::uuid, '00000000-0000-0000-0000-000000000000', $1::uuid, sum(debit), sum(credit), month, 0, $2::text, account
         from (select month, debit as account, amount as debit, 0 as credit from made
               union all select month, credit, 0, amount from made) m group by month, account`,
      [officeId, currency],
    )
    await owner.query('drop table made')
  }
  await owner.query('set session_replication_role = origin')
  await owner.query('analyze')
}

/** The packs of all months, from the balances. */
async function sendPacks(db: Database, group: string, owner: pg.Client): Promise<void> {
  const chart = new Map(accounts.map((one) => [one.account, one]))
  for (const { slug, officeId, currency } of offices) {
    const sender = new PackSender(slug, currency)
    await sender.pair(db, group)
    const { rows } = await owner.query<{ month: string; account: string; debit: string; credit: string }>(
      `select to_char(month, 'YYYY-MM') as month, account, debit::text, credit::text from samen.ledger_balance
        where office_id = $1`,
      [officeId],
    )
    const moved = Map.groupBy(rows, ({ month }) => month)
    const standing = new Map<string, bigint>()
    for (const period of months) {
      const lines = new Map(moved.get(period)?.map((row) => [row.account, row]))
      const lineOf = (account: string): PackAccount => {
        const { number = '', name = '', group: of = '' } = chart.get(account) ?? {}
        const { debit, credit } = lines.get(account) ?? { debit: '0', credit: '0' }
        const opening = standing.get(account) ?? 0n
        const closing = opening + BigInt(debit) - BigInt(credit)
        standing.set(account, closing)
        const [from, plus, less, to] = [opening, BigInt(debit), BigInt(credit), closing].map((amount) =>
          formatAmount(amount),
        ) as [string, string, string, string]
        return { account, number, name, group: of, opening: from, debit: plus, credit: less, closing: to }
      }
      const known = new Set([...standing.keys(), ...lines.keys()])
      await sender.send(db, group, { period, accounts: [...known].sort().map(lineOf) })
    }
  }
}

async function quoteRates(db: Database, group: string): Promise<void> {
  const days = Array.from({ length: 1_860 }, (_, at) => addDays('2020-12-20', at))
  const quotes = days.flatMap((day: IsoDate, at) => [
    { source: 'demo' as const, currency: 'HUF', day, quote: `${360 + (at % 50)}.25` },
    { source: 'demo' as const, currency: 'SEK', day, quote: `${10 + (at % 2)}.4${at % 10}` },
  ])
  const sha256 = Buffer.alloc(32)
  await inOffice(db, group, (trx) => recordRates(trx, group, quotes, { sha256, by: 'bench' }))
}

/** What stands on each group account of each office, entry by entry. */
const scan = (owner: pg.Client) =>
  owner.query<{ office: string; group: string; amount: string }>(
    `select e.office_id as office, a.group_account as group, sum(e.amount)::text as amount
       from samen.ledger_entry e
       join samen.ledger_transaction t on t.office_id = e.office_id and t.transaction_id = e.transaction_id
       join samen.ledger_account a on a.office_id = e.office_id and a.account = e.account
      where t.period <= $1 group by 1, 2`,
    [`${last}-01`],
  )

async function timed<T>(
  work: () => Promise<T>,
  times: number,
): Promise<{ ms: number; best: number; result: T }> {
  const took: number[] = []
  let result = await work()
  for (let round = 0; round < times; round++) {
    const start = performance.now()
    result = await work()
    took.push(performance.now() - start)
  }
  took.sort((a, b) => a - b)
  return { ms: took[Math.floor(times / 2)] as number, best: took[0] as number, result }
}

async function run(db: Database, owner: pg.Client): Promise<void> {
  const { officeId: group } = await openOffice(db, belgium, {
    slug: 'group',
    name: 'Group',
    role: 'group',
    legalEntities: [],
  })
  for (const { officeId } of offices)
    await inOffice(db, officeId, (trx) => openAccounts(trx, officeId, accounts))
  const began = performance.now()
  await writeEntries(owner)
  console.log(`${entries} entries written in ${((performance.now() - began) / 1_000).toFixed(0)} s`)
  await sendPacks(db, group, owner)
  await quoteRates(db, group)
  const report = await timed(
    () => inOffice(db, group, (trx) => consolidate(trx, group, { period: last })),
    rounds,
  )
  const scanned = await timed(() => scan(owner), 3)
  const before = process.cpuUsage()
  await inOffice(db, group, (trx) => consolidate(trx, group, { period: last }))
  const { user, system } = process.cpuUsage(before)
  compare(report.result.accounts, scanned.result.rows)
  console.log(
    `group report of ${last}, nine offices, 60 months, from rollups: ${report.ms.toFixed(0)} ms (best ${report.best.toFixed(0)})`,
  )
  console.log(`  of that, processor time of our own process: ${((user + system) / 1_000).toFixed(0)} ms`)
  console.log(`scan of the ${entries} entries, translating nothing: ${scanned.ms.toFixed(0)} ms`)
  console.log(`ratio: ${(scanned.ms / report.ms).toFixed(1)} ×`)
}

/** Balance-sheet figures of the offices in euro, which no rate touches, are the sums of their entries. */
function compare(
  figures: readonly { group: string; byOffice: Readonly<Record<string, string>> }[],
  sums: readonly { office: string; group: string; amount: string }[],
): void {
  let compared = 0
  for (const { office, group, amount } of sums) {
    const { slug, currency } = offices.find(({ officeId }) => officeId === office) as (typeof offices)[0]
    if (currency !== 'EUR' || !/^G[12]/.test(group)) continue
    const told = figures.find((one) => one.group === group)?.byOffice[slug]
    const sum = formatAmount(BigInt(amount))
    if (told !== sum) throw new Error(`${slug} ${group}: the report says ${told}, the entries ${sum}`)
    compared += 1
  }
  if (compared < 50) throw new Error(`only ${compared} figures were compared`)
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
  const db = openDatabase({ url: address.href, max: 2 })
  const owner = new pg.Client({ connectionString: address.href })
  await owner.connect()
  try {
    await run(db, owner)
  } finally {
    await owner.end()
    await db.destroy()
    await onServer(server.url, `drop database if exists ${name} with (force)`)
  }
} finally {
  await server.close()
}
