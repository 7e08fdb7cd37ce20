import { once } from 'node:events'
import pg from 'pg'

/** The rows a run wrote, by table: which of them, and the key of the bare table. */
const WRITTEN: readonly { table: string; key: string; where: string }[] = [
  { table: 'pay_run', key: 'office_id, pay_run_id', where: 'pay_run_id = $run' },
  { table: 'payslip', key: 'office_id, payslip_id', where: 'pay_run_id = $run' },
  { table: 'payment_file', key: 'office_id, payment_file_id', where: 'pay_run_id = $run' },
  { table: 'payment', key: 'office_id, payslip_id', where: 'true' },
  { table: 'fund_advance', key: 'office_id, advance_id', where: 'true' },
  { table: 'fund_movement', key: 'office_id, transaction_id, movement_no', where: "kind = 'advance'" },
  { table: 'ledger_transaction', key: 'office_id, transaction_id', where: "kind in ('payslip', 'advance')" },
  {
    table: 'ledger_entry',
    key: 'office_id, transaction_id, entry_no',
    where:
      "transaction_id in (select transaction_id from samen.ledger_transaction where kind in ('payslip', 'advance'))",
  },
]

export interface BareCopy {
  readonly table: string
  readonly rows: number
  readonly megabytes: number
  readonly seconds: number
}

/** Copies the same rows into same-shaped tables with a primary key only; the text is made beforehand and not timed. */
export async function copyBare(url: string, payRunId: string): Promise<BareCopy[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('create schema bare')
    const results: BareCopy[] = []
    for (const { table, key, where } of WRITTEN) {
      const { rows } = await client.query<{ columns: string }>(
        `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
          where attrelid = 'samen.${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      )
      const columns = rows[0]?.columns
      const selected = `select ${columns} from samen.${table} where ${where.replace('$run', `'${payRunId}'`)} order by ${key}`
      await client.query(`create table bare.${table} as ${selected} with no data`)
      await client.query(`alter table bare.${table} add primary key (${key})`)
      const chunks = await copyOut(client, `copy (${selected}) to stdout`)
      const start = performance.now()
      await copyIn(client, `copy bare.${table} from stdin`, chunks)
      const seconds = (performance.now() - start) / 1_000
      const count = await client.query<{ count: string }>(`select count(*) from bare.${table}`)
      const megabytes = chunks.reduce((sum, { length }) => sum + length, 0) / 1e6
      results.push({ table, rows: Number(count.rows[0]?.count), megabytes, seconds })
    }
    return results
  } finally {
    await client.end()
  }
}

/** pg's hooks for the copy protocol. */
interface CopyQuery {
  handleCopyData(message: { chunk: Buffer }): void
  handleCopyInResponse(connection: CopyConnection): void
}

interface CopyConnection {
  stream: NodeJS.WritableStream & { writableNeedDrain: boolean }
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
}

async function copyOut(client: pg.Client, statement: string): Promise<Buffer[]> {
  const rows: Buffer[] = []
  await submit(client, statement, { handleCopyData: ({ chunk }) => void rows.push(Buffer.from(chunk)) })
  // Chunks as large as a sensible writer's.
  const chunks: Buffer[] = []
  for (let at = 0; at < rows.length; at += 500) chunks.push(Buffer.concat(rows.slice(at, at + 500)))
  return chunks
}

async function copyIn(client: pg.Client, statement: string, chunks: readonly Buffer[]): Promise<void> {
  await submit(client, statement, {
    async handleCopyInResponse(connection) {
      for (const chunk of chunks) {
        connection.sendCopyFromChunk(chunk)
        if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
      }
      connection.endCopyFrom()
    },
  })
}

function submit(client: pg.Client, statement: string, hooks: Partial<CopyQuery>): Promise<void> {
  return new Promise((resolve, reject) => {
    const callback = (error: Error | null) => (error ? reject(error) : resolve())
    client.query(Object.assign(new pg.Query(statement), hooks, { callback }))
  })
}
