import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

export interface Migration {
  /** The file's name without `.sql`: `0001-foundation`. */
  name: string
  sql: string
}

export interface MigrateOptions {
  /** The owner's address: whoever runs this owns the tables. */
  url: string
  /** The SQL files of this package unless told. */
  migrations?: readonly Migration[]
}

/** Which step is done, of how many that were still to do. */
export type MigrationProgress = (step: { name: string; done: number; total: number }) => void

/**
 * Brings the database up to date: each file not yet recorded runs in a transaction of its own, in order. Servers
 * that start together wait for each other. Throws when an applied file has changed since, or is gone.
 *
 * @returns the names of the migrations applied now.
 */
export async function migrate(
  { url, migrations }: MigrateOptions,
  onProgress: MigrationProgress = () => undefined,
): Promise<string[]> {
  const known = migrations ?? (await readMigrations())
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(journal)
    const pending = await findPending(client, known)
    for (const [index, migration] of pending.entries()) {
      await apply(client, migration)
      onProgress({ name: migration.name, done: index + 1, total: pending.length })
    }
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** "samen" in ASCII, as one number: a lock only this program takes. */
const lockKey = 0x73616d656en

const journal = `
  set client_min_messages = warning;
  create schema if not exists samen;
  create table if not exists samen.migration (
    name       text primary key,
    checksum   text not null,
    applied_at timestamptz not null default now()
  )`

async function readMigrations(): Promise<Migration[]> {
  const folder = new URL('migrations/', import.meta.url)
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file) => ({
      name: file.slice(0, -'.sql'.length),
      sql: await readFile(new URL(file, folder), 'utf8'),
    })),
  )
}

async function findPending(client: pg.Client, known: readonly Migration[]): Promise<Migration[]> {
  refuseSharedNumbers(known)
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from samen.migration order by name',
  )
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]))
  for (const { name, sql } of known) {
    const checksum = applied.get(name)
    if (checksum !== undefined && checksum !== checksumOf(sql)) {
      throw new Error(
        `The migration ${name} was changed after it was applied to this database: restore the file and put the change in a new one.`,
      )
    }
  }
  const names = new Set(known.map(({ name }) => name))
  const missing = rows.find(({ name }) => !names.has(name))
  if (missing) {
    throw new Error(
      `This database has the migration ${missing.name}, which this version of Samen does not know: start the newer version.`,
    )
  }
  return known.filter(({ name }) => !applied.has(name))
}

function refuseSharedNumbers(known: readonly Migration[]): void {
  const byNumber = new Map<string, string>()
  for (const { name } of known) {
    const number = name.slice(0, 4)
    const other = byNumber.get(number)
    if (other) throw new Error(`The migrations ${other} and ${name} share a number: renumber the later one.`)
    byNumber.set(number, name)
  }
}

async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into samen.migration (name, checksum) values ($1, $2)', [
      name,
      checksumOf(sql),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`The migration ${name} failed and was undone: ${reason}`, { cause: error })
  }
}

function checksumOf(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
}
