import { sql } from 'kysely'
import type { Transaction } from './database.ts'

/** Column names with their PostgreSQL types, in the order of each row's values: `{ office_id: 'uuid', amount: 'int8' }`. */
export type BulkColumns = Readonly<Record<string, string>>

/**
 * Writes many rows with one statement per batch: one array a column, whatever the number of rows.
 * (COPY is not open to us: PostgreSQL refuses it on tables under row-level security.)
 */
export async function copyRows(
  trx: Transaction,
  table: string,
  columns: BulkColumns,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const names = Object.keys(columns)
  const types = Object.values(columns)
  const target = sql.join(names.map((name) => sql.ref(name)))
  for (let start = 0; start < rows.length; start += batchRowsMax) {
    const batch = rows.slice(start, start + batchRowsMax)
    const arrays = types.map(
      (type, column) => sql`${sql.val(batch.map((row) => row[column]))}::${sql.raw(`${type}[]`)}`,
    )
    await sql`insert into ${sql.table(table)} (${target}) select * from unnest(${sql.join(arrays)})`.execute(
      trx,
    )
  }
}

const batchRowsMax = 5_000
