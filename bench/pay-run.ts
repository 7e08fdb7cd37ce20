/**
 * A pay run of many payslips, stage by stage, against the bare COPY of the rows it writes.
 *
 *     node bench/pay-run.ts [payslips, 20000 unless told]
 *
 * Starts a PostgreSQL of its own with its ordinary, durable settings. Builds a Belgian office with half as many workers
 * as payslips (each has two jobs) and clients of whom none has paid, so that every wage is also an advance. Then computes,
 * stores, approves and posts the run, and at last copies the very rows the run wrote, in the order of their keys, into
 * tables that have the same columns and a primary key and nothing else.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, inOffice, migrate, openDatabase } from '@samen/core/database'
import { approvePayRun, computePayRun, postPayRun } from '@samen/core/pay-runs'
import { paymentFileContent, paymentFiles } from '@samen/core/payments'
import { startPostgres } from '../packages/api/src/embedded-postgres.ts'
import { copyBare } from './pay-run-bare.ts'
import { buildScene, dueOn } from './pay-run-scene.ts'

const count = Number(process.argv[2] ?? 20_000)

async function main(db: Database, url: string): Promise<void> {
  const scene = await timed(`scene: ${count} jobs done and invoiced`, () => buildScene(db, count))
  const { officeId, context } = scene
  const computing = await timed('compute and store', () =>
    inOffice(db, officeId, (trx) => computePayRun(trx, context('sam'), { dueOn })),
  )
  const { run, leftOut } = computing.result
  if (run?.payslips !== count) throw new Error(`${run?.payslips} payslips, ${JSON.stringify(leftOut[0])}`)
  const approving = await timed('approve', () =>
    inOffice(db, officeId, (trx) => approvePayRun(trx, context('kim'), run.payRunId)),
  )
  const posting = await timed('post: books, advances, pain.001', () =>
    inOffice(db, officeId, (trx) => postPayRun(trx, context('sam'), run.payRunId)),
  )
  const file = await inOffice(db, officeId, async (trx) => {
    const [first] = await paymentFiles(trx, officeId, run.payRunId)
    return paymentFileContent(trx, officeId, first?.paymentFileId as string)
  })
  const total = computing.seconds + approving.seconds + posting.seconds
  const bare = await copyBare(url, run.payRunId)
  for (const { table, rows, megabytes, seconds } of bare)
    line(`bare COPY ${table}: ${rows} rows, ${megabytes.toFixed(1)} MB`, seconds)
  const bareTotal = bare.reduce((sum, { seconds }) => sum + seconds, 0)
  line('bare COPY in all', bareTotal)
  line(`pay run of ${count} payslips`, total)
  process.stdout.write(
    `pain.001 ${(file.content.length / 1e6).toFixed(1)} MB; ${Math.round(count / total)} payslips a second; ` +
      `${(total / bareTotal).toFixed(2)} times the bare COPY (goal: under 20 s, at most 3 times)\n`,
  )
}

async function timed<T>(label: string, work: () => Promise<T>): Promise<{ result: T; seconds: number } & T> {
  const start = performance.now()
  const result = await work()
  const seconds = (performance.now() - start) / 1_000
  line(label, seconds)
  return { ...result, result, seconds }
}

function line(label: string, seconds: number): void {
  process.stdout.write(`${label.padEnd(62)}${seconds.toFixed(2).padStart(8)} s\n`)
}

const folder = await mkdtemp(join(tmpdir(), 'samen-bench-'))
await chmod(folder, 0o711)
const server = await startPostgres({ folder: join(folder, 'postgresql'), database: 'postgres' })
try {
  await migrate({ url: server.url })
  const db = openDatabase({ url: server.url })
  await main(db, server.url).finally(() => db.destroy())
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
