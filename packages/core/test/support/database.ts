import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import {
  ClusterDatabase,
  type Database,
  openDatabase,
  setUpCluster,
  takeClusterApart,
} from '../../src/database/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The test server's owner address, at database `postgres`. */
    databaseUrl: string
    /** The migrated database that every test database is a copy of. */
    templateDatabase: string
    /** Further servers: tests that ask for a database get a cluster, in which these hold the offices. */
    workerUrls: Readonly<Record<string, string>> | undefined
  }
}

export interface TestDatabase extends AsyncDisposable {
  /** The server's view: role `samen_server`, bound by row-level security. */
  db: Database
  /** The owner's address of the same database, for what the server may not do. */
  url: string
  /** The owners' addresses of the servers that hold the offices, by name; none where there is one server alone. */
  workers: Readonly<Record<string, string>> | undefined
  /** The owner's address of the database in which the office's rows lie. */
  urlOf(officeId: string): Promise<string>
  drop(): Promise<void>
}

/**
 * A fresh, migrated database of its own, copied from the template in some 30 ms.
 *
 * ```ts
 * await using database = await testDatabase()
 * await inOffice(database.db, officeId, (trx) => …)
 * ```
 *
 * Where the run has several servers it is a cluster of databases, and `url` the coordinator's.
 */
export async function testDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  const servers = [inject('databaseUrl'), ...Object.values(inject('workerUrls') ?? {})]
  await Promise.all(
    servers.map((server) =>
      asOwner(server, (client) =>
        client.query(`create database ${name} template ${inject('templateDatabase')} strategy wal_log`),
      ),
    ),
  )
  const at = (server: string) => Object.assign(new URL(server), { pathname: `/${name}` }).href
  const url = at(inject('databaseUrl'))
  const given = inject('workerUrls')
  const workers = given && Object.fromEntries(Object.entries(given).map(([key, server]) => [key, at(server)]))
  if (workers) await setUpCluster({ url, workers })
  const db = openDatabase({ url, workers, ...options })
  const urlOf = async (officeId: string) =>
    db instanceof ClusterDatabase ? (workers?.[await db.serverNameOf(officeId)] as string) : url
  const drop = async () => {
    await db.destroy()
    if (workers) await takeClusterApart({ url, workers })
    for (const server of servers)
      await asOwner(server, (client) => client.query(`drop database if exists ${name} with (force)`))
  }
  return { db, url, workers, urlOf, drop, [Symbol.asyncDispose]: drop }
}

/** Runs `work` on a connection of the tables' owner: to set a scene that the server's role cannot. */
export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
