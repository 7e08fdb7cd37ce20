import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'
import { isOffices, type OfficeTable } from './tables.ts'

/** Some rows of a table as NDJSON: a row is an object of column names and PostgreSQL's own text of their values, or null. */
export interface TablePart {
  readonly content: Buffer
  readonly rows: number
}

const partBytes = 4 * 1024 * 1024
const rowsMax = 5_000

/** Makes PostgreSQL write values in one way on every server; and compile nothing, as each statement is run once. */
export async function writeAlike(trx: Transaction): Promise<void> {
  await sql`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
    set_config('intervalstyle', 'postgres', true), set_config('bytea_output', 'hex', true),
    set_config('extra_float_digits', '1', true), set_config('jit', 'off', true)`.execute(trx)
}

/** All rows of an office's table, in the order of its key, in parts of some megabytes; one part is in memory at a time. */
export async function* tableParts(
  trx: Transaction,
  table: OfficeTable,
  officeId: string,
): AsyncGenerator<TablePart, void, undefined> {
  const cursor = sql.id('samen_archive')
  await sql`declare ${cursor} no scroll cursor for
    select ${rowAsText(table)} as line from ${sql.table(table.name)} where ${isOffices(table, officeId)}
     order by ${sql.join(table.key.map((name) => sql.id(name)))}`.execute(trx)
  let lines: string[] = []
  let bytes = 0
  // One row tells nothing of the next: the number asked for grows while rows are small, and shrinks with the largest seen.
  for (let count = 1; ; ) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(count)} from ${cursor}`.execute(trx)
    let largest = 1
    for (const { line } of rows) {
      lines.push(line)
      bytes += line.length
      largest = Math.max(largest, line.length)
    }
    const isLast = rows.length < count
    if (lines.length > 0 && (isLast || bytes >= partBytes)) {
      yield { content: Buffer.from(`${lines.join('\n')}\n`), rows: lines.length }
      lines = []
      bytes = 0
    }
    if (isLast) break
    count = Math.max(1, Math.min(rowsMax, count * 4, Math.floor(partBytes / largest)))
  }
  await sql`close ${cursor}`.execute(trx)
}

/** SHA-256 of a table's rows as the archive has them: the same if and only if the rows are. */
export async function tableHash(trx: Transaction, table: OfficeTable, officeId: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const { content } of tableParts(trx, table, officeId)) hash.update(content)
  return hash.digest('hex')
}

function rowAsText({ columns }: OfficeTable) {
  const names = columns.map(({ name }) => sql.lit(name))
  const values = columns.map(({ name }) => sql`${sql.id(name)}::text`)
  return sql`jsonb_object(array[${sql.join(names)}]::text[], array[${sql.join(values)}]::text[])::text`
}
