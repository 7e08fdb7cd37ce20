import { type Database, migrate, openDatabase, setUpCluster } from '@samen/core/database'
import pg from 'pg'
import { workersNamed } from './cluster.ts'
import { homeFolder, openHome } from './home.ts'
import { useOwnDatabase } from './own-database.ts'
import type { Step } from './progress.ts'
import { Refusal } from './refusal.ts'

export interface DatabaseServers {
  /** The owner's address; a cluster's coordinator. */
  url: string
  /** The servers of a cluster that hold the offices, by name; none where one server holds everything. */
  workers?: Readonly<Record<string, string>> | undefined
}

export interface DatabaseAddress extends DatabaseServers {
  /** In words, without the password. */
  description: string
  release(): Promise<void>
}

/**
 * The PostgreSQL to use: the server at `DATABASE_URL` if that is set, else the data folder's own. Where `SAMEN_WORKERS` names
 * further servers, they are a cluster.
 *
 * @throws {Refusal} when it cannot be reached or started.
 */
export async function locateDatabase(
  home: string,
  given = process.env.DATABASE_URL,
  workerList = process.env.SAMEN_WORKERS,
): Promise<DatabaseAddress> {
  const workers = workersNamed(workerList)
  if (workers && !given)
    throw new Refusal(
      'SAMEN_WORKERS names servers of a cluster: set DATABASE_URL to the address of its coordinator.',
    )
  if (!given) {
    const { url, release } = await useOwnDatabase(home)
    return { url, release, description: `own PostgreSQL on port ${new URL(url).port}` }
  }
  const release = async () => undefined
  if (!workers) return { url: given, description: await tryOut('DATABASE_URL', given), release }
  const places = [await tryOut('DATABASE_URL', given)]
  for (const url of Object.values(workers)) places.push(await tryOut('SAMEN_WORKERS', url))
  return {
    url: given,
    workers,
    description: `${places[0]} and ${places.length - 1} that hold offices`,
    release,
  }
}

/** Brings the tables up to date. @throws {Refusal} with the reason when that fails. */
export async function migrateDatabase({ url, workers }: DatabaseServers, step?: Step): Promise<number> {
  try {
    if (workers) return await setUpCluster({ url, workers })
    const applied = await migrate({ url }, ({ done, total }) => step?.say(`${done} of ${total}`))
    return applied.length
  } catch (error) {
    throw new Refusal(`The database could not be brought up to date. ${reasonOf(error)}`)
  }
}

export interface Connection {
  db: Database
  /** The owner's address, for what the server's role may not do. */
  url: string
  close(): Promise<void>
}

/**
 * For a command: the database the running server uses, or the same one started for as long as the command takes.
 *
 * @throws {Refusal} when there is none to be had.
 */
export async function connect(): Promise<Connection> {
  const home = homeFolder()
  if (!process.env.DATABASE_URL) await openHome(home)
  const { url, workers, release } = await locateDatabase(home)
  try {
    await migrateDatabase({ url, workers })
  } catch (error) {
    await release()
    throw error
  }
  const db = openDatabase({ url, workers })
  return {
    db,
    url,
    async close() {
      await db.destroy()
      await release()
    },
  }
}

async function tryOut(setting: string, url: string): Promise<string> {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (!address || !/^postgres(ql)?:$/.test(address.protocol)) {
    throw new Refusal(
      `${setting} is not a PostgreSQL address: write it as postgres://user:password@host:5432/name.`,
    )
  }
  const place = `${address.hostname}:${address.port || 5432}${address.pathname}`
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    throw new Refusal(
      `The database at ${place} cannot be used (${reasonOf(error)}): check ${setting} and that its server runs, or unset it to use Samen's own.`,
    )
  }
  return `PostgreSQL at ${place}`
}

function reasonOf(error: unknown): string {
  // Where a name has several addresses, Node reports one failure for each, and none in the message.
  const first = error instanceof AggregateError ? error.errors[0] : error
  const message = first instanceof Error ? first.message : String(first)
  return message.split('\n')[0] ?? message
}
