import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId, serverConnection } from '../../src/database/index.ts'
import { readTables, type SealedTable } from '../support/any-row.ts'
import { asOwner, type TestDatabase, testDatabase } from '../support/database.ts'

/** Tables that belong to no office. The server's role must not reach them at all. */
const outsideOffices = ['samen.migration']

/**
 * The questions that may be answered across offices: which exist, and where a person who signs in has rights. Statistics of
 * the bank's tables are taken anew for all and tell nothing.
 */
const acrossOffices = [
  'function count_bank_tables()',
  'function office_directory()',
  'function rights_of(person text)',
]

const ours = newId()
const theirs = newId()
let database: TestDatabase
let server: pg.Client
let tables: SealedTable[] = []

beforeAll(async () => {
  database = await testDatabase()
  await asOwner(database.url, async (owner) => {
    await sampleTables(owner)
    tables = (await readTables(owner)).filter(({ name }) => !outsideOffices.includes(name))
    await seed(owner)
  })
  server = new pg.Client(serverConnection(database.url))
  await server.connect()
})
afterAll(async () => {
  await server.end()
  await database.drop()
})

/** The test must notice what it is there for, and know partitions, before any business table exists. */
async function sampleTables(owner: pg.Client): Promise<void> {
  await owner.query(`
    create table samen.sample_parted (
      office_id uuid, sample_id uuid, day date not null, primary key (office_id, sample_id)
    ) partition by list (office_id);
    create table samen.sample_part_one partition of samen.sample_parted for values in ('${ours}');
    create table samen.sample_part_rest partition of samen.sample_parted default;
    select samen.secure_office_table('samen.sample_parted')`)
}

/** Only whose row it is matters here: checks are dropped, foreign keys and triggers set aside. */
async function seed(owner: pg.Client): Promise<void> {
  const { rows: checks } = await owner.query<{ statement: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as statement from pg_constraint
     where connamespace = 'samen'::regnamespace and contype = 'c' and conrelid <> 0 and coninhcount = 0`)
  for (const { statement } of checks) await owner.query(statement)
  await owner.query('set session_replication_role = replica')
  for (const table of tables) {
    for (const office of [ours, theirs]) {
      await insert(owner, table, office).catch((error: Error) => {
        if (table.isPartition && error.message.includes('partition constraint')) return
        throw new Error(`${table.name}: ${error.message}`)
      })
    }
  }
}

function insert(client: pg.Client, { name, columns }: SealedTable, office: string): Promise<unknown> {
  const names = columns.map((column) => column.name).join(', ')
  const values = columns
    .map((column) => (column.name === 'office_id' ? '$1::uuid' : column.expression))
    .join(', ')
  return client.query(`insert into ${name} (${names}) overriding system value values (${values})`, [office])
}

/** Runs as the server within our office and takes everything back. Answers the rows touched, or why it may not. */
async function attempt(work: () => Promise<unknown>): Promise<number | string> {
  await server.query('begin')
  await server.query(`select set_config('samen.office_id', $1, true)`, [ours])
  try {
    return ((await work()) as pg.QueryResult).rowCount ?? 0
  } catch (error) {
    return (error as Error).message
  } finally {
    await server.query('rollback')
  }
}

describe('no statement reads or writes another office’s row in any table', () => {
  test('the catalogue was read', () => {
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['samen.office', 'samen.sample_parted', 'samen.sample_part_one']),
    )
  })

  test('every table is keyed by office first, with row-level security on and forced', () => {
    const open = tables.filter(
      (table) => table.firstKeyColumn !== 'office_id' || !table.secured || !table.forced,
    )
    expect(open.map(({ name }) => name)).toEqual([])
  })

  test('every table shows our row and hides theirs', async () => {
    for (const { name, isPartition } of tables) {
      const { rows } = await asOwner(database.url, (owner) => owner.query(`select office_id from ${name}`))
      const seeded = new Set(rows.map((row) => row.office_id))
      // Otherwise the table was never tried: both offices' rows must be there to be seen or hidden.
      if (!isPartition) expect({ name, seeded }).toEqual({ name, seeded: new Set([ours, theirs]) })
      const ourCount = rows.filter((row) => row.office_id === ours).length
      const seen = {
        theirs: await attempt(() => server.query(`select 1 from ${name} where office_id = $1`, [theirs])),
        ours: await attempt(() => server.query(`select 1 from ${name} where office_id = $1`, [ours])),
        all: await attempt(() => server.query(`select 1 from ${name}`)),
      }
      expect({ name, seen }).toEqual({ name, seen: { theirs: 0, ours: ourCount, all: ourCount } })
    }
  })

  test('no table takes a row in their name', async () => {
    for (const table of tables) {
      const outcome = await attempt(() => insert(server, table, theirs))
      expect(`${table.name}: ${outcome}`).toMatch(/row-level security|permission denied|partition constraint/)
    }
  })

  test('their rows cannot be changed, taken over, locked, deleted or truncated', async () => {
    for (const { name } of tables) {
      const statements = [
        `update ${name} set office_id = office_id where office_id = '${theirs}'`,
        `update ${name} set office_id = '${ours}' where office_id = '${theirs}'`,
        `delete from ${name} where office_id = '${theirs}'`,
        `select 1 from ${name} where office_id = '${theirs}' for update`,
      ]
      for (const statement of statements) {
        const outcome = await attempt(() => server.query(statement))
        expect(`${statement}: ${outcome}`).toMatch(/: 0$|: permission denied|is append-only/)
      }
      const truncated = await attempt(() => server.query(`truncate ${name}`))
      expect(`${name}: ${truncated}`).toMatch(/permission denied|cannot truncate a table referenced/)
    }
  })

  test('our rows cannot be given to them', async () => {
    for (const { name, isPartition } of tables) {
      const outcome = await attempt(() =>
        server.query(`update ${name} set office_id = '${theirs}' where office_id = '${ours}'`),
      )
      // A partition may hold no row of ours. Any refusal will do: a table may have a rule of its own that comes first.
      if (outcome === 0) expect({ name, isPartition }).toEqual({ name, isPartition: true })
      else expect(`${name}: ${outcome}`).not.toMatch(/: \d+$/)
    }
  })

  test('with no office set the server sees nothing at all', async () => {
    for (const { name } of tables) {
      expect({ name, seen: (await server.query(`select 1 from ${name}`)).rowCount }).toEqual({
        name,
        seen: 0,
      })
    }
  })

  test('tables that belong to no office are closed to the server', async () => {
    for (const name of outsideOffices) {
      expect(await attempt(() => server.query(`select 1 from ${name}`))).toMatch(/permission denied/)
    }
  })

  test('no view and no function lets the server around the wall', async () => {
    const { rows } = await asOwner(database.url, (owner) =>
      owner.query<{ what: string }>(`
        select format('view %s', c.relname) as what from pg_class c
         where c.relnamespace = 'samen'::regnamespace and c.relkind in ('v', 'm')
           and not coalesce('security_invoker=true' = any(c.reloptions), false)
        union all
        select format('function %s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)) from pg_proc p
         where p.pronamespace = 'samen'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype
           and has_function_privilege('samen_server', p.oid, 'execute')`),
    )
    expect(rows.map(({ what }) => what).sort()).toEqual(acrossOffices)
  })
})

test('a table whose key does not begin with the office cannot be secured', async () => {
  const make = asOwner(database.url, (owner) =>
    owner.query(`
      create table samen.sample_wrong (sample_id uuid primary key, office_id uuid);
      select samen.secure_office_table('samen.sample_wrong')`),
  )
  await expect(make).rejects.toThrow(/primary key of samen.sample_wrong must begin with office_id/)
})
