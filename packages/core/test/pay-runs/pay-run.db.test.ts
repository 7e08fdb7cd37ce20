import { afterAll, beforeAll, expect, test } from 'vitest'
import { inOffice } from '../../src/database/index.ts'
import { fundPositions, verifyFunds } from '../../src/funds/index.ts'
import { balance, verifyLedger } from '../../src/ledger/index.ts'
import { approvePayRun, discardPayRun, postPayRun, previewPayRun } from '../../src/pay-runs/index.ts'
import { paymentFileContent, paymentFiles } from '../../src/payments/index.ts'
import { payslip, payslips } from '../../src/payslips/index.ts'
import { asOwner, type TestDatabase, testDatabase } from '../support/database.ts'
import { major, WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
let scene: WageScene
let slug = 0
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

async function fresh(options: { guarantee?: bigint } = {}) {
  scene = await WageScene.open(database.db, { slug: `x${++slug}`, ...options })
  return scene
}

async function booksHold(at = scene) {
  const { broken } = await inOffice(at.db, at.officeId, verifyLedger, { isolation: 'repeatable read' })
  expect(broken).toBeUndefined()
  expect(await inOffice(at.db, at.officeId, verifyFunds)).toEqual([])
}

const net = (account: string) =>
  scene.do('2026-11-23', async (trx) => (await balance(trx, account))[0]?.net ?? 0n)

test('a wage goes out on the seventh working day though the client has not paid', async () => {
  await fresh()
  const worker = await scene.worker()
  const { clientId } = await scene.client()
  // Thursday 12 November; the seventh working day after it is Monday 23 November.
  const job = await scene.job(worker, clientId, { endsOn: '2026-11-12' })
  expect((await scene.compute('2026-11-20')).run).toBeUndefined()
  const run = await scene.pay('2026-11-23')
  expect(run).toMatchObject({
    state: 'posted',
    payslips: 1,
    paidOn: '2026-11-23',
    late: 0,
    approvedBy: 'kim',
  })
  // 2000.00 less the levy of 10 % is a budget of 1800.00; 1440.00 gross and 25 % of it cost exactly that.
  expect(run.gross).toBe(144_000n)
  expect(run.employerCost).toBe(180_000n)
  expect(run.advance).toBe(180_000n)
  const [file] = await scene.do('2026-11-23', (trx) => paymentFiles(trx, scene.officeId, run.payRunId))
  const { content } = await scene.do('2026-11-23', (trx) =>
    paymentFileContent(trx, scene.officeId, file?.paymentFileId as string),
  )
  expect(content).toContain(`<InstdAmt Ccy="EUR">${major(run.net)}</InstdAmt>`)
  expect(content).toContain(job.reference)
  const [fund] = await scene.do('2026-11-23', fundPositions)
  expect(fund?.advanced).toBe(180_000n)
  expect(await net('net-payable')).toBe(-run.net)
  expect(await net('gross-wages')).toBe(144_000n)
  expect(await net('mutual-reductions')).toBe(-1_440n)
  await booksHold()
})

test('a wage whose client has paid in full does not wait for its day and needs no advance', async () => {
  await fresh()
  const { clientId } = await scene.client()
  const job = await scene.job(await scene.worker(), clientId, { endsOn: '2026-11-19' })
  await scene.statement('2026-11-20', [
    { amount: major(job.invoice.total), structured: job.invoice.paymentReference },
  ])
  const run = await scene.pay('2026-11-23')
  expect(run).toMatchObject({ payslips: 1, advance: 0n })
  await booksHold()
})

test('the fund advances only what a part payment leaves open, and gets it back when the rest comes', async () => {
  await fresh()
  const { clientId } = await scene.client()
  const job = await scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12' })
  await scene.statement('2026-11-20', [{ amount: '500.00', structured: job.invoice.paymentReference }])
  const run = await scene.pay('2026-11-23')
  expect(run.advance).toBe(130_000n)
  const rest = major(job.invoice.total - 50_000n)
  const report = await scene.statement('2026-11-24', [
    { amount: rest, structured: job.invoice.paymentReference },
  ])
  expect(report).toMatchObject({ repaid: '130000', contractsClosed: 1, waiting: 0 })
  const [fund] = await scene.do('2026-11-24', fundPositions)
  expect(fund?.advanced).toBe(0n)
  await booksHold()
})

test('a client that pays between computing and posting is advanced less than was computed', async () => {
  await fresh()
  const { clientId } = await scene.client()
  const job = await scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12' })
  const { run } = await scene.compute('2026-11-23')
  expect(run?.advance).toBe(180_000n)
  await scene.statement('2026-11-23', [{ amount: '1000.00', structured: job.invoice.paymentReference }])
  await scene.pay('2026-11-23')
  const [fund] = await scene.do('2026-11-24', fundPositions)
  expect(fund?.advanced).toBe(80_000n)
  await booksHold()
})

test('each job left out says why, and the others are paid', async () => {
  await fresh({ guarantee: 400_000n })
  const good = await scene.client()
  const cautious = await scene.client({ creditLimit: 100_000n })
  const jobs = {
    paid: await scene.job(await scene.worker(), good.clientId, { endsOn: '2026-11-10' }),
    limited: await scene.job(await scene.worker(), cautious.clientId, { endsOn: '2026-11-12' }),
    poor: await scene.job(await scene.worker(), good.clientId, { endsOn: '2026-11-12', fee: 900_000n }),
    uninvoiced: await scene.job(await scene.worker(), good.clientId, {
      endsOn: '2026-11-12',
      invoiced: false,
    }),
    waiting: await scene.job(await scene.worker(), good.clientId, { endsOn: '2026-11-20' }),
    invalid: await scene.job(await scene.worker(), good.clientId, { endsOn: '2026-11-12' }),
    undeclared: await scene.job(await scene.worker(), good.clientId, { endsOn: '2026-11-12' }),
  }
  // What no use case allows may still stand in a migrated database.
  await asOwner(database.url, async (client) => {
    await client.query(`set samen.office_id = '${scene.officeId}'`)
    await client.query(`update samen.engagement set terms = '{"status":"king"}' where contract_id = $1`, [
      jobs.invalid.contractId,
    ])
    await client.query(`update samen.engagement set hiring_filed_at = null where contract_id = $1`, [
      jobs.undeclared.contractId,
    ])
  })
  const { run, leftOut, waiting } = await scene.compute('2026-11-23')
  expect(run?.payslips).toBe(1)
  expect(waiting).toBe(1)
  const reasons = Object.fromEntries(leftOut.map((one) => [one.contractReference, one.reason]))
  expect(reasons).toEqual({
    [jobs.limited.reference]: 'client-limit',
    [jobs.poor.reference]: 'fund-cannot-advance',
    [jobs.uninvoiced.reference]: 'not-invoiced',
    [jobs.invalid.reference]: 'situation-invalid',
    [jobs.undeclared.reference]: 'hiring-missing',
  })
  expect(leftOut.find(({ reason }) => reason === 'situation-invalid')?.field).toBe('engagement.status')
})

test('several payslips of a worker in a run carry on from each other, and the next run from the last', async () => {
  await fresh()
  const worker = await scene.worker()
  const { clientId } = await scene.client()
  for (const endsOn of ['2026-11-10', '2026-11-09', '2026-11-12'])
    await scene.job(worker, clientId, { endsOn })
  const run = await scene.pay('2026-11-23')
  const slips = await scene.do('2026-11-23', (trx) =>
    payslips(trx, scene.officeId, { payRunId: run.payRunId }),
  )
  // 1288.80 of each is taxable; the month's exempt 1000.00 counts once.
  expect(slips.map(({ periodFrom, wageTax }) => [periodFrom, wageTax])).toEqual([
    ['2026-11-12', 25_776n],
    ['2026-11-10', 25_776n],
    ['2026-11-09', 5_776n],
  ])
  await scene.job(worker, clientId, { endsOn: '2026-11-16' })
  const next = await scene.pay('2026-11-25')
  const [slip] = await scene.do('2026-11-25', (trx) =>
    payslips(trx, scene.officeId, { payRunId: next.payRunId }),
  )
  expect(slip?.wageTax).toBe(25_776n)
  const whole = await scene.do('2026-11-25', (trx) => payslip(trx, scene.officeId, slip?.payslipId as string))
  expect(whole.lines.find(({ code }) => code === 'wage-tax')).toEqual({
    code: 'wage-tax',
    kind: 'wage-tax',
    base: '1288.80',
    employeeRate: '20%',
    employee: '257.76',
    employer: '0.00',
    authority: 'treasury',
    why: {
      rule: 'tax-on-the-month',
      source: 'Invented Act, art. 1',
      inputs: { taxed: '5155.20', exempt: '1000.00', before: '573.28' },
    },
  })
})

test('a job over two months is paid as two payslips whose budgets sum to the cent', async () => {
  await fresh()
  const { clientId } = await scene.client()
  await scene.job(await scene.worker(), clientId, {
    startsOn: '2026-10-26',
    endsOn: '2026-11-12',
    fee: 333_333n,
  })
  const run = await scene.pay('2026-11-23')
  const slips = await scene.do('2026-11-23', (trx) =>
    payslips(trx, scene.officeId, { payRunId: run.payRunId }),
  )
  expect(slips.map(({ periodFrom, periodTo }) => [periodFrom, periodTo])).toEqual([
    ['2026-11-01', '2026-11-12'],
    ['2026-10-26', '2026-10-31'],
  ])
  expect(slips.reduce((sum, { budget }) => sum + budget, 0n)).toBe(333_333n - 33_333n)
  await booksHold()
})

test('who prepared a run cannot approve it, and an unapproved run is not paid', async () => {
  await fresh()
  const { clientId } = await scene.client()
  await scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12' })
  const { run } = await scene.compute('2026-11-23')
  const payRunId = run?.payRunId as string
  await expect(scene.do('2026-11-23', (trx, context) => postPayRun(trx, context, payRunId))).rejects.toThrow(
    'only an approved run',
  )
  await expect(
    scene.do('2026-11-23', (trx, context) => approvePayRun(trx, context, payRunId)),
  ).rejects.toThrow('another person')
  await expect(
    asOwner(database.url, (client) =>
      client.query(
        `update samen.pay_run set state = 'approved', approved_by = prepared_by where pay_run_id = $1`,
        [payRunId],
      ),
    ),
  ).rejects.toThrow('second_person_approves')
})

test('a run computed or posted again is the same run; nobody is paid twice', async () => {
  await fresh()
  const { clientId } = await scene.client()
  await scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12' })
  const first = await scene.compute('2026-11-23')
  const second = await scene.compute('2026-11-23', 'kim')
  expect(first.isNew).toBe(true)
  expect(second).toEqual({ ...first, isNew: false })
  const run = await scene.pay('2026-11-23')
  expect(await scene.pay('2026-11-23')).toEqual(run)
  expect(await net('net-payable')).toBe(-run.net)
})

test('two people who compute, approve and post at the same moment make one run', async () => {
  await fresh()
  const { clientId } = await scene.client()
  for (let at = 0; at < 5; at++) await scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12' })
  const computed = await Promise.all(['sam', 'kim', 'lou'].map((by) => scene.compute('2026-11-23', by)))
  const ids = new Set(computed.map(({ run }) => run?.payRunId))
  expect(ids.size).toBe(1)
  expect(computed.filter(({ isNew }) => isNew)).toHaveLength(1)
  const [payRunId] = [...ids] as [string]
  const preparedBy = computed[0]?.run?.preparedBy
  const approver = preparedBy === 'kim' ? 'lou' : 'kim'
  await scene.do('2026-11-23', (trx, context) => approvePayRun(trx, context, payRunId), approver)
  const posted = await Promise.all(
    [1, 2, 3].map(() => scene.do('2026-11-23', (trx, context) => postPayRun(trx, context, payRunId))),
  )
  expect(new Set(posted.map(({ postedAt }) => postedAt?.getTime())).size).toBe(1)
  const files = await scene.do('2026-11-23', (trx) => paymentFiles(trx, scene.officeId, payRunId))
  expect(files).toHaveLength(1)
  expect(await net('net-payable')).toBe(-(computed[0]?.run?.net as bigint))
  await booksHold()
})

test('a discarded run gives its jobs back, even after approval; a posted one is final', async () => {
  await fresh()
  const { clientId } = await scene.client()
  await scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12' })
  const { run } = await scene.compute('2026-11-23')
  await expect(scene.compute('2026-11-24')).rejects.toThrow('post or discard it')
  await scene.do('2026-11-23', (trx, context) => approvePayRun(trx, context, run?.payRunId as string), 'kim')
  await scene.do('2026-11-23', (trx, context) => discardPayRun(trx, context, run?.payRunId as string))
  const paid = await scene.pay('2026-11-23')
  expect(paid).toMatchObject({ runNo: 2, payslips: 1 })
  await expect(
    scene.do('2026-11-23', (trx, context) => discardPayRun(trx, context, paid.payRunId)),
  ).rejects.toThrow('stay so')
})

test('the database itself keeps an approved payslip, and the figures of a run, as they are', async () => {
  await fresh()
  const { clientId } = await scene.client()
  await scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12' })
  const { payRunId } = await scene.pay('2026-11-23')
  const tries = [
    `update samen.payslip set net = net where pay_run_id = $1`,
    `delete from samen.payslip where pay_run_id = $1`,
    `update samen.pay_run set net = net + 1 where pay_run_id = $1`,
    `update samen.pay_run set state = 'computed', approved_by = null, posted_at = null where pay_run_id = $1`,
  ]
  for (const statement of tries)
    await expect(
      asOwner(database.url, (client) => client.query(`${statement} -- `, [payRunId])),
    ).rejects.toThrow(/never changed|does not go/)
})

test('a preview stores nothing', async () => {
  await fresh()
  const { clientId } = await scene.client()
  await scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12' })
  const preview = await scene.do('2026-11-23', (trx, context) =>
    previewPayRun(trx, context, { dueOn: '2026-11-23' }),
  )
  expect(preview).toMatchObject({ payslips: 1, employerCost: 180_000n, advance: 180_000n })
  expect(await scene.do('2026-11-23', (trx) => payslips(trx, scene.officeId, {}))).toEqual([])
})
