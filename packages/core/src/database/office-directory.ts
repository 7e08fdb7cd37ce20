import { sql } from 'kysely'
import type { Database, Transaction } from './database.ts'

export interface OfficeEntry {
  officeId: string
  slug: string
  name: string
  country: string
  role: 'national' | 'group'
  homeCurrency: string
}

/** All offices, by slug: the only question that is answered across offices. */
export async function officeDirectory(db: Database | Transaction): Promise<OfficeEntry[]> {
  const { rows } = await sql<OfficeEntry>`
    select office_id as "officeId", slug, name, country, role, home_currency as "homeCurrency"
      from samen.office_directory()`.execute(db)
  return rows
}
