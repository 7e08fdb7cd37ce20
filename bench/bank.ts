/**
 * A bank statement taken in and matched, against the same work line by line: `node bench/bank.ts [lines, 10000 unless told]`
 *
 * Starts a PostgreSQL of its own with its ordinary, durable settings. Builds a Belgian office with as many open invoices as the
 * statement has lines. Of ten lines seven carry their reference, two only a name and an amount, one nothing that helps. Measured
 * are the import (read, store, match, books, fund) and the suggestions for all that waits. Beside them, in the same run, the bare
 * minimum of a program that goes through the lines one by one: for each it looks up the invoice, writes the transaction and the
 * match, in one database transaction, without books, fund, or suggestions; on the first thousand lines, per line. Processor time
 * (Linux) is this process's and the server's, all of its sessions: what the work takes on a machine that others do not want.
 */
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatAmount } from '@samen/core/country'
import { type Database, inOffice, migrate, newId, openDatabase, type Transaction } from '@samen/core/database'
import { importStatement, type WaitingTransaction, waitingTransactions } from '@samen/core/statements'
import { belgium } from '@samen/country-be'
import { sql } from 'kysely'
import pg from 'pg'
import { startPostgres } from '../packages/api/src/embedded-postgres.ts'
import { buildScene } from './pay-run-scene.ts'

const count = Number(process.argv[2] ?? 10_000)
const SECONDS_GOAL = 5
/** Of `/proc`, on every Linux. */
const TICKS_PER_SECOND = 100
const on = '2026-11-20'

interface Owed {
  readonly id: string
  readonly total: bigint
  readonly reference: string
  readonly client: string
}

async function main(db: Database, owner: pg.Client): Promise<void> {
  const { officeId, context } = await timed(`scene: ${count} open invoices`, () => buildScene(db, count))
  // Invoices that have waited for weeks are known to the planner; what the statement brings it learns by itself.
  await owner.query('analyze samen.invoice, samen.contract, samen.client')
  const { owed, iban } = await inOffice(db, officeId, async (trx) => ({
    owed: (
      await sql<Owed>`
        select i.invoice_id as id, i.total, i.payment_reference as reference, k.name as client
          from samen.invoice i join samen.client k using (office_id, client_id)
         where i.office_id = ${officeId} order by i.number`.execute(trx)
    ).rows,
    iban: (
      await sql<{ iban: string }>`select iban from samen.legal_entity where office_id = ${officeId}`.execute(
        trx,
      )
    ).rows[0]?.iban as string,
  }))
  const bare = await timed('line by line, the first thousand lines', () =>
    inOffice(db, officeId, (trx) => lineByLine(trx, officeId, owed.slice(0, 1_000))).catch(rolledBack),
  )
  const bytes = new TextEncoder().encode(statement(iban, owed))
  const taken = await timed(`import ${(bytes.length / 1e6).toFixed(1)} MB`, () =>
    inOffice(db, officeId, (trx) => importStatement(trx, context('sam', on), { name: 'bench.xml', bytes })),
  )
  const listed = await timed('suggestions for all that waits', () =>
    inOffice(db, officeId, (trx) => allWaiting(trx, officeId)),
  )
  const { matched, waiting } = taken.result
  const suggested = listed.result.filter(({ suggestions }) => suggestions.length > 0).length
  const ours = (taken.seconds + listed.seconds) / count
  process.stdout.write(
    `${matched.receipts} matched, ${waiting} wait, ${suggested} of them with a suggestion; ` +
      `${(taken.seconds + listed.seconds).toFixed(1)} s, ${(taken.processor + listed.processor).toFixed(1)} s of processor ` +
      `(goal: ${SECONDS_GOAL} s for 10,000 lines), ` +
      `${(bare.seconds / 1_000 / ours).toFixed(2)} × as fast a line as the bare work line by line\n`,
  )
}

async function allWaiting(trx: Transaction, officeId: string): Promise<WaitingTransaction[]> {
  const all: WaitingTransaction[] = []
  for (;;) {
    const last = all.at(-1)
    const page = await waitingTransactions(trx, officeId, belgium.identifiers, { limit: 500, after: last })
    all.push(...page)
    if (page.length < 500) return all
  }
}

/** Thrown at the end, so that the reference leaves nothing behind. */
class RolledBack extends Error {}

const rolledBack = (error: unknown) => {
  if (!(error instanceof RolledBack)) throw error
}

async function lineByLine(trx: Transaction, officeId: string, owed: readonly Owed[]): Promise<void> {
  const statementId = newId()
  await sql`insert into samen.bank_statement (office_id, bank_statement_id, legal_entity_id, iban, statement_ref, to_on, currency,
              opening, closing, imported_by)
            select ${officeId}, ${statementId}, legal_entity_id, iban, 'bare', ${on}::date, 'EUR', 0, 0, 'bench'
              from samen.legal_entity where office_id = ${officeId}`.execute(trx)
  for (const [at, { reference, total }] of owed.entries()) {
    const { rows } = await sql<{ id: string }>`
      select invoice_id as id from samen.invoice
       where office_id = ${officeId} and payment_reference = ${reference}`.execute(trx)
    const transactionId = newId()
    await sql`insert into samen.bank_transaction (office_id, bank_transaction_id, bank_statement_id, entry_ref, booked_on, amount,
                currency, payment_reference)
              values (${officeId}, ${transactionId}, ${statementId}, ${`E${at}`}, ${on}::date, ${total}, 'EUR', ${reference})`.execute(
      trx,
    )
    await sql`insert into samen.bank_match (office_id, bank_match_id, bank_transaction_id, invoice_id, amount, matched_by, decided_by)
              values (${officeId}, ${newId()}, ${transactionId}, ${rows[0]?.id}, ${total}, 'reference', 'bench')`.execute(
      trx,
    )
  }
  throw new RolledBack()
}

function statement(iban: string, owed: readonly Owed[]): string {
  const money = (amount: bigint) => `<Amt Ccy="EUR">${formatAmount(amount)}</Amt><CdtDbtInd>CRDT</CdtDbtInd>`
  const balance = (code: string, amount: bigint) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${money(amount)}<Dt><Dt>${on}</Dt></Dt></Bal>`
  const entries = owed.map(({ total, reference, client }, at) => {
    const kind = at % 10 < 7 ? 'reference' : at % 10 < 9 ? 'name' : 'nothing'
    const amount = kind === 'nothing' ? total + 1n : total
    const name =
      kind === 'nothing' ? `Stranger ${at}` : kind === 'name' ? `${client.toUpperCase()} SRL` : client
    const text =
      kind === 'reference'
        ? `<Strd><CdtrRefInf><Ref>${reference}</Ref></CdtrRefInf></Strd>`
        : '<Ustrd>merci</Ustrd>'
    return (
      `<Ntry>${money(amount)}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${on}</Dt></BookgDt><AcctSvcrRef>E${at}</AcctSvcrRef>` +
      `<NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>${name}</Nm></Pty></Dbtr></RltdPties><RmtInf>${text}</RmtInf></TxDtls></NtryDtls></Ntry>`
    )
  })
  const closing = owed.reduce((sum, { total }, at) => sum + total + (at % 10 === 9 ? 1n : 0n), 0n)
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>BENCH</Id>
<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>${balance('OPBD', 0n)}${balance('CLBD', closing)}
${entries.join('\n')}
</Stmt></BkToCstmrStmt></Document>`
}

interface Timed<T> {
  readonly result: T
  readonly seconds: number
  readonly processor: number
}

async function timed<T>(label: string, work: () => Promise<T>): Promise<Timed<T> & T> {
  const [start, before] = [performance.now(), await processorSeconds()]
  const result = await work()
  const seconds = (performance.now() - start) / 1_000
  const processor = (await processorSeconds()) - before
  process.stdout.write(
    `${label.padEnd(48)} ${seconds.toFixed(2).padStart(8)} s ${processor.toFixed(2).padStart(8)} s processor\n`,
  )
  return { ...result, result, seconds, processor }
}

/** What this process and the server with its sessions have used so far. */
async function processorSeconds(): Promise<number> {
  const server = Number.parseInt(await readFile(join(folder, 'postgresql/data/postmaster.pid'), 'utf8'), 10)
  let sum = 0
  for (const name of await readdir('/proc')) {
    const pid = Number(name)
    const stat = pid > 0 ? await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '') : ''
    const [, parent, , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (pid === process.pid || pid === server || Number(parent) === server)
      sum += (Number(user) + Number(system)) / TICKS_PER_SECOND
  }
  return sum
}

const folder = await mkdtemp(join(tmpdir(), 'samen-bench-'))
await chmod(folder, 0o711)
const server = await startPostgres({ folder: join(folder, 'postgresql'), database: 'postgres' })
try {
  await migrate({ url: server.url })
  const db = openDatabase({ url: server.url })
  const owner = new pg.Client(server.url)
  await owner.connect()
  try {
    await main(db, owner)
  } finally {
    await db.destroy()
    await owner.end()
  }
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
