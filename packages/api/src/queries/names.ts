import type { Transaction } from '@samen/core/database'
import { sql } from 'kysely'

/** Names of the people behind user ids; jobs and imports have none. */
export async function namesOf(
  trx: Transaction,
  userIds: readonly (string | null)[],
): Promise<Map<string, string>> {
  const ids = [...new Set(userIds.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from auth.person where id = any(${ids}::text[])`.execute(trx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
