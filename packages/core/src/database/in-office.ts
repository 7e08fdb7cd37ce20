import { type IsolationLevel, sql } from 'kysely'
import { conflict } from '../problem/index.ts'
import { ClusterDatabase } from './cluster/cluster-database.ts'
import type { Database, Transaction } from './database.ts'

const retriesMax = 3

export interface InOfficeOptions {
  /** PostgreSQL's default, `read committed`, unless told. */
  isolation?: IsolationLevel
  /** Waits until nobody else works in the office and lets nobody in before the end; writes where the office is closed, too. */
  alone?: boolean
}

/**
 * Runs `work` in one transaction that sees and writes the rows of one office only; nothing else reaches office rows.
 * Of several servers it is the one that holds the office. Where the office has moved to another server or was wound up it can only read. Serialization failures and deadlocks run `work` again, at most three times: outside effects belong in the outbox.
 *
 * @throws Problem `conflict` for a write where the office has moved away or was wound up, and for a job after the end of one that is being wound up.
 */
export async function inOffice<T>(
  db: Database,
  officeId: string,
  work: (trx: Transaction) => Promise<T>,
  { isolation, alone = false }: InOfficeOptions = {},
): Promise<T> {
  const server = db instanceof ClusterDatabase ? await db.serverOf(officeId) : db
  for (let retries = 0; ; retries++) {
    try {
      const transaction = isolation ? server.transaction().setIsolationLevel(isolation) : server.transaction()
      return await transaction.execute(async (trx) => {
        // The role and path are also the connection's own; set again, because a connection pooler may drop those.
        await sql`select set_config('role', 'samen_server', true), set_config('search_path', 'samen', true),
          samen.enter_office(${officeId}::uuid, ${alone})`.execute(trx)
        return work(trx)
      })
    } catch (error) {
      if (codeOf(error) === READ_ONLY) throw conflict(CLOSED_HERE)
      if (codeOf(error) === AFTER_THE_END) throw conflict((error as Error).message)
      if (retries === retriesMax || !isRaceLost(error)) throw error
    }
  }
}

const CLOSED_HERE =
  'This office can only be read here: it was wound up, or it has moved to another server. If it moved, work in it at its new address; if it never went there, who runs this server takes it back with "samen office stay".'

/** What the database says of a job that goes on after an office that is being wound up has ended. */
const AFTER_THE_END = 'SW001'
/** PostgreSQL's code for a write in a transaction that only reads. */
const READ_ONLY = '25006'

function isRaceLost(error: unknown): boolean {
  const code = codeOf(error)
  return code === '40001' || code === '40P01'
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code
