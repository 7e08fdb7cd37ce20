/**
 * The close of a month of many payslips, against a bare read of the same ledger.
 *
 *     node bench/close.ts [payslips, 20000 unless told]
 *
 * Starts a PostgreSQL of its own, builds the pay run's scene, pays it, and closes its month: the checklist with the
 * reconciliation of authorities, the verification of the whole ledger (every hash, sum, seal and balance), and the sealed,
 * signed pack. The reference reads every transaction with its entries once, in pages as the verification does, and hashes
 * their bare text; it checks nothing.
 */
import { createHash } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { authorityMonths, closeChecklist, sealMonth } from '@samen/core/closes'
import { type Database, inOffice, migrate, openDatabase } from '@samen/core/database'
import { verifyLedger } from '@samen/core/ledger'
import { approvePayRun, computePayRun, postPayRun } from '@samen/core/pay-runs'
import { sql } from 'kysely'
import { startPostgres } from '../packages/api/src/embedded-postgres.ts'
import { buildScene, dueOn } from './pay-run-scene.ts'

const count = Number(process.argv[2] ?? 20_000)
const period = dueOn.slice(0, 7)
const PAGE = 2_000

async function main(db: Database): Promise<void> {
  const scene = await timed(`scene: ${count} payslips paid`, async () => {
    const built = await buildScene(db, count)
    const { officeId, context } = built
    const { run } = await inOffice(db, officeId, (trx) => computePayRun(trx, context('sam'), { dueOn }))
    if (run?.payslips !== count) throw new Error(`${run?.payslips} payslips`)
    await inOffice(db, officeId, (trx) => approvePayRun(trx, context('kim'), run.payRunId))
    await inOffice(db, officeId, (trx) => postPayRun(trx, context('sam'), run.payRunId))
    return built
  })
  const { officeId, context } = scene
  const later = context('sam', '2026-12-02')
  const snapshot = { isolation: 'repeatable read' } as const
  const review = await timed('checklist and authorities', () =>
    inOffice(db, officeId, async (trx) => {
      await closeChecklist(trx, later, `${period}-01`)
      return authorityMonths(trx, later, `${period}-01`)
    }),
  )
  if (review.result.some(({ payslips, booked }) => payslips !== booked)) throw new Error('authorities differ')
  const verifying = await timed('verify the whole ledger', () =>
    inOffice(db, officeId, verifyLedger, snapshot),
  )
  if (verifying.broken) throw new Error(verifying.broken.detail)
  const sealing = await timed('checklist again, close, seal and sign the pack', () =>
    inOffice(db, officeId, (trx) => sealMonth(trx, later, { period })),
  )
  const bare = await timed('bare read of the same ledger', () => readBare(db, officeId))
  const total = verifying.seconds + sealing.seconds
  line(`close of a month of ${count} payslips`, total)
  process.stdout.write(
    `${verifying.transactions} transactions, ${verifying.entries} entries (${bare.result} read); ` +
      `${(total / bare.seconds).toFixed(2)} times the bare read\n`,
  )
}

async function readBare(db: Database, officeId: string): Promise<number> {
  const hash = createHash('sha256')
  let entries = 0
  await inOffice(db, officeId, async (trx) => {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const { rows: heads } = await sql<{ transaction_id: string }>`
        select * from samen.ledger_transaction
         where office_id = ${officeId} and transaction_id > ${after}::uuid order by transaction_id limit ${PAGE}`.execute(
        trx,
      )
      const last = heads.at(-1)
      if (!last) return
      const { rows } = await sql`
        select * from samen.ledger_entry
         where office_id = ${officeId} and transaction_id > ${after}::uuid
           and transaction_id <= ${last.transaction_id}::uuid order by transaction_id, entry_no`.execute(trx)
      for (const row of [...heads, ...rows]) hash.update(Object.values(row as object).join(' '))
      entries += rows.length
      after = last.transaction_id
    }
  })
  return entries
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
  await main(db).finally(() => db.destroy())
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
