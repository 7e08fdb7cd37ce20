import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'

/** The office this transaction works for. Throws when none is set: a programming error, not a problem of the user's. */
export async function currentOffice(trx: Transaction): Promise<string> {
  const { rows } = await sql<{ office: string | null }>`select samen.current_office() as office`.execute(trx)
  const office = rows[0]?.office
  if (!office) throw new Error('the ledger is used inside an office only')
  return office
}
