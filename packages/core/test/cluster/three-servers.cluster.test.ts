import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  ClusterDatabase,
  groupBalances,
  inOffice,
  officeDirectory,
  setUpCluster,
} from '../../src/database/index.ts'
import { openAccounts, post } from '../../src/ledger/index.ts'
import { openOffice } from '../../src/offices/index.ts'
import { accounts, between } from '../ledger/office.ts'
import { asOwner, type TestDatabase, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'

let database: TestDatabase
let cluster: ClusterDatabase
const offices = new Map<string, string>()
const officeOf = (slug: string) => offices.get(slug) as string
const addresses = () => database.workers as Record<'north' | 'south', string>

beforeAll(async () => {
  database = await testDatabase()
  if (!(database.db instanceof ClusterDatabase)) throw new Error('this run has one server alone')
  cluster = database.db
  for (const slug of ['east', 'island', 'lake', 'west']) await open(slug)
})
afterAll(() => database.drop())

/** Opens an office whose bank holds a hundred for each letter of its name. */
async function open(slug: string): Promise<string> {
  const { officeId } = await openOffice(cluster, testland, {
    slug,
    name: slug,
    role: 'group',
    legalEntities: [],
  })
  offices.set(slug, officeId)
  await inOffice(cluster, officeId, async (trx) => {
    await openAccounts(trx, officeId, accounts)
    await post(trx, officeId, [between('bank', 'client-receivable', BigInt(slug.length) * 100n)])
  })
  return officeId
}

/** The offices whose books lie on a server, seen past row-level security. */
const heldBy = (url: string) =>
  asOwner(url, async (owner) => {
    const { rows } = await owner.query<{ slug: string }>(
      'select distinct o.slug from samen.ledger_transaction join samen.office o using (office_id) order by 1',
    )
    return rows.map(({ slug }) => slug)
  })

test('the servers share the offices out among them, and an office’s books lie on one alone', async () => {
  expect(await heldBy(addresses().north)).toEqual(['east', 'lake'])
  expect(await heldBy(addresses().south)).toEqual(['island', 'west'])
  expect(await heldBy(database.url)).toEqual([])
})

test('every server knows all offices', async () => {
  for (const server of [cluster, ...cluster.workers.values()])
    expect((await officeDirectory(server)).map(({ slug }) => slug)).toEqual([
      'east',
      'island',
      'lake',
      'west',
    ])
})

test('the group sees the books of all servers, each added up where it lies', async () => {
  const sums = await groupBalances(cluster, '2026-12-01')
  const banks = sums.filter(({ group }) => group === 'G1100')
  expect(new Map(banks.map(({ officeId, debit }) => [officeId, debit]))).toEqual(
    new Map([...offices].map(([slug, officeId]) => [officeId, BigInt(slug.length) * 100n])),
  )
  expect(sums.reduce((sum, { debit, credit }) => sum + debit - credit, 0n)).toBe(0n)
  expect(await groupBalances(cluster, '2026-09-01')).toEqual([])
  const plan = await asOwner(database.url, async (owner) => {
    await owner.query(
      'set role samen_group_reader; set enable_partitionwise_join = on; set enable_partitionwise_aggregate = on',
    )
    const { rows } = await owner.query(
      `explain (costs off) select office_id, sum(debit) from samen_cluster.ledger_balance group by office_id`,
    )
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan.match(/Foreign Scan/g)).toHaveLength(2)
  expect(plan).not.toMatch(/(Group|Hash)Aggregate/)
})

test('the group’s view holds figures only, and the role that serves requests may not read it', async () => {
  const { rows } = await asOwner(database.url, (owner) =>
    owner.query<{ name: string }>(
      `select distinct option_value as name from information_schema.foreign_table_options
        where option_name = 'table_name' order by 1`,
    ),
  )
  expect(rows.map(({ name }) => name)).toEqual(['ledger_account', 'ledger_balance', 'ledger_period', 'pack'])
  await expect(sql`select from samen_cluster.ledger_balance`.execute(cluster)).rejects.toThrow(
    'permission denied',
  )
  const asReader = asOwner(addresses().north, async (owner) => {
    await owner.query('set role samen_group_reader')
    await owner.query('select from samen.member')
  })
  await expect(asReader).rejects.toThrow('permission denied')
})

test('nothing is written through the group’s view', async () => {
  const write = asOwner(database.url, (owner) =>
    owner.query('update samen_cluster.ledger_balance set debit = debit + 1'),
  )
  await expect(write).rejects.toThrow(/does not allow updates|cannot update/)
})

test('one office never sees another’s rows, on its own server or elsewhere', async () => {
  for (const other of ['lake', 'west'])
    expect(
      await inOffice(cluster, officeOf('east'), async (trx) => {
        const { rows } = await sql`select from ledger_entry where office_id = ${officeOf(other)}`.execute(trx)
        return rows.length
      }),
    ).toBe(0)
})

test('of two who open one office at once one is refused, though neither saw the other', async () => {
  const opening = () =>
    openOffice(cluster, testland, { slug: 'twin', name: 'Twin', role: 'group', legalEntities: [] })
  const outcomes = await Promise.allSettled([opening(), opening()])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await officeDirectory(cluster)).filter(({ slug }) => slug === 'twin')).toHaveLength(1)
})

test('an operator chooses the server of an office before it is opened; set-up again moves nobody', async () => {
  await asOwner(database.url, (owner) =>
    owner.query(`insert into samen_cluster.place values ('hill', 'south'), ('moor', 'south')`),
  )
  for (const slug of ['hill', 'moor']) await open(slug)
  expect(await setUpCluster({ url: database.url, workers: addresses() })).toBe(0)
  expect(await heldBy(addresses().south)).toEqual(['hill', 'island', 'moor', 'west'])
  const sums = await groupBalances(cluster, '2026-12-01')
  expect(new Set(sums.map(({ officeId }) => officeId))).toEqual(new Set(offices.values()))
})

test('a database that holds offices already cannot become part of a new cluster', async () => {
  await asOwner(database.url, (owner) => owner.query('alter schema samen_cluster rename to set_aside'))
  try {
    const again = setUpCluster({ url: database.url, workers: addresses() })
    await expect(again).rejects.toThrow('begin a cluster with empty databases')
  } finally {
    await asOwner(database.url, (owner) => owner.query('alter schema set_aside rename to samen_cluster'))
  }
})

test('while a server is away the others’ offices go on, and the group is told instead of shown a part', async () => {
  const name = new URL(addresses().south).pathname.slice(1)
  const south = (statement: string) =>
    asOwner(Object.assign(new URL(addresses().south), { pathname: '/postgres' }).href, (owner) =>
      owner.query(statement, statement.includes('$1') ? [name] : []),
    )
  await south(`alter database ${name} with allow_connections false`)
  await south('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1')
  try {
    const posted = await inOffice(cluster, officeOf('east'), (trx) =>
      post(trx, officeOf('east'), [between('bank', 'client-receivable', 5n)]),
    )
    expect(posted.posted).toBe(1)
    await expect(inOffice(cluster, officeOf('west'), async () => undefined)).rejects.toThrow()
    await expect(groupBalances(cluster, '2026-12-01')).rejects.toThrow('could not connect to server "south"')
  } finally {
    await south(`alter database ${name} with allow_connections true`)
  }
  expect(await inOffice(cluster, officeOf('west'), async () => 'back')).toBe('back')
})
