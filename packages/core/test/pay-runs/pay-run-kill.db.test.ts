import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, inject, test } from 'vitest'
import { officeContext } from '../../src/context/index.ts'
import { computeCorrection } from '../../src/corrections/index.ts'
import { type Database, inOffice, openDatabase } from '../../src/database/index.ts'
import { verifyFunds } from '../../src/funds/index.ts'
import { balance, verifyLedger } from '../../src/ledger/index.ts'
import { approvePayRun, computePayRun, postPayRun } from '../../src/pay-runs/index.ts'
import { verifyPayslips } from '../../src/payslips/index.ts'
import { asOwner, testDatabase } from '../support/database.ts'
import { laterLaw, testland } from '../support/test-country.ts'
import { WageScene } from '../support/wage-scene.ts'

const jobs = 40
const workers = 8
const seed = 20_261_123

/** What is killed: a pay run, or a correction of what a pay run paid. */
interface Story {
  readonly corrects: boolean
  readonly kills: number
  readonly dueOn: string
  /** Payments and payment files when it is over. */
  readonly payments: number
  readonly messages: number
}
const wages: Story = { corrects: false, kills: 30, dueOn: '2026-11-23', payments: jobs, messages: 1 }
const correction: Story = {
  corrects: true,
  kills: 12,
  dueOn: '2026-11-25',
  payments: jobs + workers,
  messages: 2,
}

test.each([
  [`a pay run killed at ${wages.kills} points and started again pays each wage once, and the same`, wages],
  [`a correction killed at ${correction.kills} points corrects each payslip once, and the same`, correction],
] as const)('%s', { timeout: 300_000 }, async (_, story) => {
  const { kills } = story
  const { template, officeId, drop } = await preparedTemplate(story)
  const expected = await undisturbed(template, officeId, story)
  const spans_ms = await inCopy(template, async (url) => spansOf(await readyChild(), url, officeId, story))
  const random = randomFrom(seed)
  const states = new Set<string>()
  let next = readyChild()
  for (let kill = 0; kill < kills; kill++) {
    const child = await next
    next = readyChild()
    // The last one comes when all is done: a kill after the end must undo nothing.
    const after = kill === kills - 1 ? 'posted' : (STAGES[kill % 3] as Stage)
    // The first three hit between two steps for sure, on any machine; the others wherever chance has it.
    const holds = kill < 3
    const delay_ms = holds ? 0 : random() * spans_ms[after] * 1.2
    await inCopy(template, async (url) => {
      await killedRun(child, url, officeId, story, { after, holds, delay_ms })
      states.add(await stateLeft(url, officeId, story))
      await finish(url, officeId, story)
      const point = `killed ${delay_ms.toFixed(1)} ms after it was ${after}`
      expect(await outcome(url, officeId), point).toEqual(expected)
    })
  }
  ;(await next).process.kill('SIGKILL')
  // The kills must have met the run in each of its states, else this proves nothing.
  expect([...states].sort()).toEqual(['approved', 'computed', 'nothing', 'posted'])
  await drop()
})

/** What stands in the database after a kill: a whole step or none of it. */
async function stateLeft(url: string, officeId: string, story: Story): Promise<string> {
  const before = story.corrects ? jobs : 0
  return withDatabase(url, (db) =>
    inOffice(db, officeId, async (trx) => {
      const kind = story.corrects ? 'correction' : 'wages'
      const runs = await trx.selectFrom('pay_run').select('state').where('kind', '=', kind).execute()
      const slips = await trx.selectFrom('payslip').select('payslip_id').execute()
      const payments = await trx.selectFrom('payment').select('payslip_id').execute()
      const [run] = runs
      expect(runs.length).toBeLessThanOrEqual(1)
      expect(slips.length).toBe(before + (run ? jobs : 0))
      expect(payments.length).toBe(run?.state === 'posted' ? story.payments : before)
      return run?.state ?? 'nothing'
    }),
  )
}

/** The run started again, as a person would. */
async function finish(url: string, officeId: string, { corrects, dueOn }: Story): Promise<void> {
  await withDatabase(url, async (db) => {
    const context = (by: string) =>
      officeContext({
        officeId,
        plugin: corrects ? laterLaw : testland,
        by,
        now: new Date(`${dueOn}T10:00:00Z`),
      })
    const { run } = await inOffice(db, officeId, (trx) =>
      corrects ? computeCorrection(trx, context('sam')) : computePayRun(trx, context('sam'), { dueOn }),
    )
    const payRunId = run?.payRunId as string
    await inOffice(db, officeId, (trx) => approvePayRun(trx, context('kim'), payRunId))
    await inOffice(db, officeId, (trx) => postPayRun(trx, context('sam'), payRunId))
  })
}

/** Everything that must be the same however often the run was killed. */
async function outcome(url: string, officeId: string) {
  return withDatabase(url, async (db) => {
    const { broken, transactions, entries } = await inOffice(db, officeId, verifyLedger, {
      isolation: 'repeatable read',
    })
    return inOffice(db, officeId, async (trx) => {
      const slips = await trx
        .selectFrom('payslip')
        .selectAll()
        .orderBy('engagement_id')
        .orderBy('period_from')
        .orderBy('corrects')
        .execute()
      const payments = await trx.selectFrom('payment').selectAll().execute()
      const files = await trx.selectFrom('payment_file').selectAll().execute()
      const content = slips.map(({ payslip_id: _, pay_run_id: __, ...slip }) => slip)
      return {
        payslips: createHash('sha256')
          .update(JSON.stringify(content, (_, item) => (typeof item === 'bigint' ? `${item}n` : item)))
          .digest('hex'),
        paid: new Set(payments.map((payment) => payment.payslip_id)).size,
        payments: payments.length,
        total: payments.reduce((sum, { amount }) => sum + amount, 0n),
        inFile: files.map((file) => [
          file.payments,
          file.total,
          file.content.match(/<CdtTrfTxInf>/g)?.length,
        ]),
        messages: (await trx.selectFrom('outbox').select('kind').where('kind', '=', 'payment-file').execute())
          .length,
        owed: (await balance(trx, 'net-payable'))[0]?.net,
        ledger: { broken, transactions, entries },
        funds: await verifyFunds(trx),
        faults: await verifyPayslips(trx),
      }
    })
  })
}

async function undisturbed(template: string, officeId: string, story: Story) {
  return inCopy(template, async (url) => {
    await finish(url, officeId, story)
    const result = await outcome(url, officeId)
    const { payments, messages } = story
    expect(result).toMatchObject({ paid: payments, payments, messages, funds: [], faults: [] })
    expect(result.owed).toBe(-result.total)
    expect(result.ledger.broken).toBeUndefined()
    return result
  })
}

/** What a child says it has reached. */
const STAGES = ['ready', 'computed', 'approved', 'posted'] as const
type Stage = (typeof STAGES)[number]

interface Child {
  readonly process: ChildProcess
  /** Waits until it has said so; false when it ended before. */
  reached(stage: Stage): Promise<boolean>
}

const childScript = fileURLToPath(new URL('../support/pay-run-child.ts', import.meta.url))

/** A child that has read its program and waits for its task: the kills shall hit the work, not the start. */
async function readyChild(): Promise<Child> {
  const child = spawn(process.execPath, [childScript], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const reached = async (stage: Stage) => {
    for (let said = await lines.next(); !said.done; said = await lines.next())
      if (said.value === stage) return true
    return false
  }
  if (!(await reached('ready'))) throw new Error('the child did not start')
  return { process: child, reached }
}

function giveTask(
  { process: child }: Child,
  url: string,
  officeId: string,
  { dueOn, corrects }: Story,
  holdAfter: Stage | null = null,
): void {
  child.stdin?.write(`${JSON.stringify({ url, officeId, dueOn, corrects, holdAfter })}\n`)
}

/** How long each stage lasts in a run that nobody disturbs. */
async function spansOf(
  child: Child,
  url: string,
  officeId: string,
  story: Story,
): Promise<Record<Stage, number>> {
  const spans = { ready: 0, computed: 0, approved: 0, posted: 0 }
  let start = performance.now()
  giveTask(child, url, officeId, story)
  for (const [at, stage] of STAGES.slice(1).entries()) {
    if (!(await child.reached(stage))) throw new Error(`the child was never ${stage}`)
    spans[STAGES[at] as Stage] = performance.now() - start
    start = performance.now()
  }
  child.process.kill('SIGKILL')
  return spans
}

/** Gives the child its task and, some time after a stage, the end; it may have come to its own end before. */
async function killedRun(
  child: Child,
  url: string,
  officeId: string,
  story: Story,
  { after, holds, delay_ms }: { after: Stage; holds: boolean; delay_ms: number },
): Promise<void> {
  giveTask(child, url, officeId, story, holds ? after : null)
  if (after !== 'ready') await child.reached(after)
  await setTimeout(delay_ms)
  child.process.kill('SIGKILL')
  if (child.process.exitCode === null && child.process.signalCode === null) await once(child.process, 'exit')
}

/** A database with the jobs done and invoiced, and paid where they are corrected, to be copied for every kill. */
async function preparedTemplate({ corrects }: Story) {
  const database = await testDatabase()
  const scene = await WageScene.open(database.db, { slug: 'kill' })
  const people = await Promise.all(Array.from({ length: workers }, () => scene.worker()))
  const { clientId } = await scene.client({ creditLimit: 100_000_000n })
  const paying = await scene.client()
  for (let at = 0; at < jobs; at++) {
    const job = await scene.job(
      people[at % workers] as (typeof people)[0],
      at % 5 ? clientId : paying.clientId,
      {
        endsOn: '2026-11-12',
        fee: BigInt(50_000 + at * 1_371),
      },
    )
    if (at % 5 === 0)
      await scene.statement('2026-11-13', [{ amount: '200.00', structured: job.invoice.paymentReference }])
  }
  if (corrects) await scene.pay(wages.dueOn)
  await database.db.destroy()
  const drop = () => onServer(`drop database if exists ${nameOf(database.url)} with (force)`)
  return { template: nameOf(database.url), officeId: scene.officeId, drop }
}

async function inCopy<T>(template: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(`create database ${name} template ${template} strategy file_copy`)
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  try {
    return await work(url.href)
  } finally {
    await onServer(`drop database if exists ${name} with (force)`)
  }
}

const onServer = (statement: string) => asOwner(inject('databaseUrl'), (client) => client.query(statement))
const nameOf = (url: string) => new URL(url).pathname.slice(1)

async function withDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase({ url, max: 2 })
  return work(db).finally(() => db.destroy())
}

/** Mulberry32: the same delays in every run, as parts of the span. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
