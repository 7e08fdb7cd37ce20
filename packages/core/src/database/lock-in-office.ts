import { sql } from 'kysely'
import type { Transaction } from './database.ts'

/**
 * Makes all who take the lock of this purpose in this office wait for each other, until their transactions end. The triggers
 * of the ledger name their locks by the same function, so a purpose means one lock wherever it is taken.
 */
export async function lockInOffice(trx: Transaction, officeId: string, purpose: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(samen.ledger_lock(${officeId}::uuid, ${purpose}::text))`.execute(trx)
}

/** Takes the lock if nobody holds it. @returns whether it was taken. */
export async function tryLockInOffice(trx: Transaction, officeId: string, purpose: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(samen.ledger_lock(${officeId}::uuid, ${purpose}::text)) as taken`.execute(
    trx,
  )
  return rows[0]?.taken === true
}
