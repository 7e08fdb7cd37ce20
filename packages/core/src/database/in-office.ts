import { type IsolationLevel, sql } from 'kysely'
import { ClusterDatabase } from './cluster/cluster-database.ts'
import type { Database, Transaction } from './database.ts'

const retriesMax = 3

export interface InOfficeOptions {
  /** PostgreSQL's default, `read committed`, unless told. */
  isolation?: IsolationLevel
}

/**
 * Runs `work` in one transaction that sees and writes the rows of one office only; nothing else reaches office rows.
 * Of several servers it is the one that holds the office. Serialization failures and deadlocks run `work` again, at most three times: outside effects belong in the outbox.
 */
export async function inOffice<T>(
  db: Database,
  officeId: string,
  work: (trx: Transaction) => Promise<T>,
  { isolation }: InOfficeOptions = {},
): Promise<T> {
  const server = db instanceof ClusterDatabase ? await db.serverOf(officeId) : db
  for (let retries = 0; ; retries++) {
    try {
      const transaction = isolation ? server.transaction().setIsolationLevel(isolation) : server.transaction()
      return await transaction.execute(async (trx) => {
        // The role and path are also the connection's own; set again, because a connection pooler may drop those.
        await sql`select set_config('role', 'samen_server', true), set_config('search_path', 'samen', true),
          set_config('samen.office_id', ${officeId}, true)`.execute(trx)
        return work(trx)
      })
    } catch (error) {
      if (retries === retriesMax || !isRaceLost(error)) throw error
    }
  }
}

function isRaceLost(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === '40001' || code === '40P01'
}
