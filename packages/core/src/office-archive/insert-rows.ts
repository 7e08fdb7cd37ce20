import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'
import type { OfficeTable } from './tables.ts'

/**
 * Writes a table's rows from their NDJSON parts, as the table's owner. Foreign keys and checks bind; a table whose rows name
 * each other is written in one statement, since a row may come before the one it names.
 *
 * @param known ids of people who were here before: their sign-ins are left as they are.
 */
export async function insertRows(
  trx: Transaction,
  table: OfficeTable,
  parts: AsyncIterable<Buffer>,
  known: () => readonly string[],
): Promise<void> {
  if (!table.namesItself) {
    for await (const part of parts) await insert(trx, table, linesOf(part), known())
    return
  }
  const stage = sql.table('samen_archive_stage')
  await sql`create temporary table ${stage} (line jsonb) on commit drop`.execute(trx)
  for await (const part of parts)
    await sql`insert into pg_temp.samen_archive_stage select line from (${linesOf(part)}) part`.execute(trx)
  await insert(trx, table, sql`select line from pg_temp.samen_archive_stage`, known())
  await sql`drop table pg_temp.samen_archive_stage`.execute(trx)
}

/** Which people of a part were here before. */
export async function knownPeople(trx: Transaction, part: Buffer): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from auth.person p where p.id in (select line ->> 'id' from (${linesOf(part)}) part)`.execute(
    trx,
  )
  return rows.map(({ id }) => id)
}

const linesOf = (part: Buffer) =>
  sql`select line::jsonb from string_to_table(${part.toString('utf8', 0, part.length - 1)}, E'\n') line`

async function insert(
  trx: Transaction,
  { name, columns, rowsOf }: OfficeTable,
  lines: ReturnType<typeof linesOf>,
  known: readonly string[],
): Promise<void> {
  const stored = columns.filter(({ computed }) => !computed)
  const values = stored.map((column) => sql`(line ->> ${sql.lit(column.name)})::${sql.raw(column.type)}`)
  const whose = sql`coalesce(line ->> 'person_id', line ->> 'id')`
  await sql`
    insert into ${sql.table(name)} (${sql.join(stored.map((column) => sql.id(column.name)))}) overriding system value
    select ${sql.join(values)} from (${lines}) part
     where ${rowsOf === 'office' ? sql`true` : sql`not ${whose} = any(${[...known]}::text[])`}`.execute(trx)
}
