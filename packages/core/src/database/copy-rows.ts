import { CompiledQuery, sql } from 'kysely'
import type { Transaction } from './database.ts'

/** What a column takes; objects are written as JSON, dates as time stamps. A JSON array must come as text. */
export type BulkValue = string | number | bigint | boolean | Date | null | Readonly<Record<string, unknown>>

/**
 * Writes many rows at once: few with one insert, many by COPY, at about the speed of a bare COPY. All the
 * table's checks, triggers and row-level security apply; a failure fails the transaction. Rows may be made while
 * they are written: a generator's work and the server's go side by side, and what it throws comes out here.
 *
 * ```ts
 * await copyRows(trx, 'payslip', ['office_id', 'payslip_id'], payslips.map((p) => [officeId, p.id]))
 * ```
 */
export async function copyRows(
  trx: Transaction,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly BulkValue[]>,
): Promise<void> {
  const rest = checkedRows(table, columns.length, rows)
  const first = [...rest.take(Math.floor(parametersMax / columns.length) + 1)]
  if (first.length === 0) return
  const target = sql.join(columns.map((column) => sql.ref(column)))
  if (first.length * columns.length <= parametersMax) {
    const tuples = first.map((row) => sql`(${sql.join(row.map((value) => sql.val(value)))})`)
    await sql`insert into ${sql.table(table)} (${target}) values ${sql.join(tuples)}`.execute(trx)
    return
  }
  // PostgreSQL refuses COPY into tables under row-level security, so the rows rest in a temporary table first.
  const stage = sql.table('samen_stage')
  await sql`create temporary table ${stage} on commit drop as select ${target} from ${sql.table(table)}
    with no data`.execute(trx)
  let failure: { error: unknown } | undefined
  const chunks = copyText(first, rest, (error) => {
    failure = { error }
  })
  try {
    await copyIn(trx, 'copy pg_temp.samen_stage from stdin', chunks)
  } catch (error) {
    // The server only knows that we gave up; why stands here.
    throw failure ? failure.error : error
  }
  await sql`insert into ${sql.table(table)} (${target}) select * from pg_temp.samen_stage`.execute(trx)
  await sql`drop table pg_temp.samen_stage`.execute(trx)
}

/** Below this many values a plain insert is quicker than making a temporary table. */
const parametersMax = 2_000
const rowsPerChunk = 500

/** One pass over the rows, in as many goes as the reader likes. */
function checkedRows(table: string, width: number, rows: Iterable<readonly BulkValue[]>) {
  const iterator = rows[Symbol.iterator]()
  const next = () => {
    const item = iterator.next()
    if (!item.done && item.value.length !== width)
      throw new RangeError(`A row for ${table} has ${item.value.length} values for ${width} columns`)
    return item
  }
  return {
    *take(count: number): Iterable<readonly BulkValue[]> {
      for (let taken = 0; taken < count; taken++) {
        const item = next()
        if (item.done) return
        yield item.value
      }
    },
  }
}

async function copyIn(trx: Transaction, statement: string, chunks: Iterable<string>): Promise<void> {
  const copy = CompiledQuery.raw(statement, [chunks])
  for await (const _ of trx.getExecutor().stream(copy, rowsPerChunk)) {
    // A copy returns nothing; reading it waits for its end.
  }
}

function* copyText(
  first: readonly (readonly BulkValue[])[],
  rest: ReturnType<typeof checkedRows>,
  onFailure: (error: unknown) => void,
): Iterable<string> {
  yield linesOf(first).text
  for (;;) {
    let lines: ReturnType<typeof linesOf>
    try {
      lines = linesOf(rest.take(rowsPerChunk))
    } catch (error) {
      onFailure(error)
      throw error
    }
    if (lines.count > 0) yield lines.text
    if (lines.count < rowsPerChunk) return
  }
}

function linesOf(rows: Iterable<readonly BulkValue[]>): { text: string; count: number } {
  let text = ''
  let count = 0
  for (const row of rows) {
    let separator = ''
    for (const value of row) {
      text += separator + fieldText(value)
      separator = '\t'
    }
    text += '\n'
    count++
  }
  return { text, count }
}

function fieldText(value: BulkValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return escapeField(value)
  if (typeof value !== 'object') return String(value)
  if (value instanceof Date) return value.toISOString()
  return escapeField(JSON.stringify(value))
}

function escapeField(text: string): string {
  return /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (sign) => fieldEscapes[sign] as string) : text
}

const fieldEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
