import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/database/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The test server's owner address, at database `postgres`. */
    databaseUrl: string
    /** The migrated database that every test database is a copy of. */
    templateDatabase: string
  }
}

export interface TestDatabase extends AsyncDisposable {
  /** The server's view: role `samen_server`, bound by row-level security. */
  db: Database
  /** The owner's address of the same database, for what the server may not do. */
  url: string
  drop(): Promise<void>
}

/**
 * A fresh, migrated database of its own, copied from the template in some 30 ms.
 *
 * ```ts
 * await using database = await testDatabase()
 * await inOffice(database.db, officeId, (trx) => …)
 * ```
 */
export async function testDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await asOwner(inject('databaseUrl'), (client) =>
    client.query(`create database ${name} template ${inject('templateDatabase')} strategy wal_log`),
  )
  const url = addressOf(name)
  const db = openDatabase({ url, ...options })
  const drop = async () => {
    await db.destroy()
    await asOwner(inject('databaseUrl'), (client) =>
      client.query(`drop database if exists ${name} with (force)`),
    )
  }
  return { db, url, drop, [Symbol.asyncDispose]: drop }
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

function addressOf(name: string): string {
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  return url.href
}
