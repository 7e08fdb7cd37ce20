import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgoClaim, workerClaims } from '../../src/claims/index.ts'
import { closeChecklist } from '../../src/closes/index.ts'
import { monthStatistics } from '../../src/closes/statistics.ts'
import {
  type CorrectionRequest,
  computeCorrection,
  previewCorrection,
  storedCorrection,
} from '../../src/corrections/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { fundPositions, verifyFunds } from '../../src/funds/index.ts'
import { balance, verifyLedger } from '../../src/ledger/index.ts'
import { approvePayRun, discardPayRun, type PayRun, postPayRun } from '../../src/pay-runs/index.ts'
import { paymentFileContent, paymentFiles } from '../../src/payments/index.ts'
import { payslip, payslips, verifyPayslips } from '../../src/payslips/index.ts'
import { writeOffClient } from '../../src/write-offs/index.ts'
import { asOwner, type TestDatabase, testDatabase } from '../support/database.ts'
import { testlandUnder } from '../support/test-country.ts'
import { major, WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
let scene: WageScene
let slug = 0
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

async function fresh(options: { guarantee?: bigint } = {}) {
  scene = await WageScene.open(database.db, { slug: `c${++slug}`, ...options })
  return scene
}

async function booksHold(at = scene) {
  const { broken } = await inOffice(at.db, at.officeId, verifyLedger, { isolation: 'repeatable read' })
  expect(broken).toBeUndefined()
  expect(await inOffice(at.db, at.officeId, verifyFunds)).toEqual([])
  expect(await inOffice(at.db, at.officeId, verifyPayslips)).toEqual([])
}

const today = '2026-12-15'
const net = (account: string) => scene.do(today, async (trx) => (await balance(trx, account))[0]?.net ?? 0n)
const preview = (request: CorrectionRequest = {}) =>
  scene.do(today, (trx, context) => previewCorrection(trx, context, request))
const compute = (request: CorrectionRequest = {}, by?: string) =>
  scene.do(today, (trx, context) => computeCorrection(trx, context, request), by)

async function correct(request: CorrectionRequest = {}): Promise<PayRun> {
  const { run } = await compute(request)
  if (!run) throw new Error('nothing differs')
  await scene.do(today, (trx, context) => approvePayRun(trx, context, run.payRunId), 'kim')
  return scene.do(today, (trx, context) => postPayRun(trx, context, run.payRunId))
}

/** A wage of 1440.00 gross, paid on 23 November: 360.00 of the employer, 151.20 and 57.76 withheld. */
async function paidWage(options: { paid?: boolean } = {}) {
  const worker = await scene.worker()
  const { clientId } = await scene.client()
  const job = await scene.job(worker, clientId, { endsOn: '2026-11-12' })
  if (options.paid)
    await scene.statement('2026-11-20', [
      { amount: major(job.invoice.total), structured: job.invoice.paymentReference },
    ])
  await scene.pay('2026-11-23')
  return { worker, clientId, job }
}

test('a contribution that was too high comes back to the worker, in the current period', async () => {
  await fresh()
  const { worker } = await paidWage()
  scene.plugin = testlandUnder('1.1.0', { health: [{ from: '2026-11-01', rate: '9' }] })
  const seen = await preview()
  // Health 9 % instead of 10.5 % of 1440.00: 129.60, so 21.60 less. Taxable rises by it, tax by a fifth: 4.32.
  expect(seen).toMatchObject({
    from: '2026-01-01',
    paidOn: '2026-12-15',
    payslips: 1,
    workers: 1,
    toWorkers: 1_728n,
    claims: 0n,
    borne: 0n,
    leftOut: [],
    difference: {
      employeeContributions: -2_160n,
      taxable: 2_160n,
      wageTax: 432n,
      net: 1_728n,
      employerCost: 0n,
    },
    authorities: [
      { authority: 'health-fund', before: 15_120n + 36_000n - 1_440n, difference: -2_160n },
      { authority: 'treasury', before: 5_776n, difference: 432n },
    ],
  })
  expect(seen.largest[0]?.payslips[0]?.lines).toMatchObject([
    {
      code: 'health',
      employee: '-21.60',
      employer: '0.00',
      employeeRate: '9%',
      before: { employee: '151.20' },
    },
    { code: 'wage-tax', employee: '4.32', before: { employee: '57.76' } },
  ])
  expect((await scene.do(today, (trx) => payslips(trx, scene.officeId, {}))).length).toBe(1)

  const run = await correct()
  expect(run).toMatchObject({ kind: 'correction', state: 'posted', payslips: 1, net: 1_728n, gross: 0n })
  const { authorities, difference, largest, before } = await scene.do(today, (trx) =>
    storedCorrection(trx, scene.officeId, run.payRunId),
  )
  expect({ authorities, difference, largest, before }).toEqual({
    authorities: seen.authorities,
    difference: seen.difference,
    largest: seen.largest,
    before: seen.before,
  })
  const [file] = await scene.do(today, (trx) => paymentFiles(trx, scene.officeId, run.payRunId))
  const { content } = await scene.do(today, (trx) =>
    paymentFileContent(trx, scene.officeId, file?.paymentFileId as string),
  )
  expect(content).toContain('<InstdAmt Ccy="EUR">17.28</InstdAmt>')
  const [delta, original] = await scene.do(today, (trx) => payslips(trx, scene.officeId, {}))
  expect(delta).toMatchObject({
    corrects: original?.payslipId,
    periodFrom: '2026-11-12',
    paidOn: '2026-12-15',
    gross: 0n,
    net: 1_728n,
  })
  expect(await net('gross-wages')).toBe(144_000n)
  await booksHold()

  // The law now says what was paid.
  expect((await preview()).payslips).toBe(0)
  expect(await compute()).toEqual({ run, isNew: false, leftOut: [] })
  expect(await compute({ from: '2026-11-01' })).toEqual({ isNew: false, leftOut: [] })

  // The next wage of the month starts from the corrected totals: 1310.40 taxed, 62.08 withheld.
  const { clientId } = await scene.client()
  await scene.job(worker, clientId, { endsOn: '2026-11-30' })
  await scene.pay('2026-12-10')
  const [next] = await scene.do(today, (trx) => payslips(trx, scene.officeId, { memberId: worker.memberId }))
  const whole = await scene.do(today, (trx) => payslip(trx, scene.officeId, next?.payslipId as string))
  expect(whole.lines.find(({ code }) => code === 'wage-tax')?.why.inputs).toMatchObject({
    before: '62.08',
    taxed: '2620.80',
  })
})

test('an employer rate published late falls on what the job has left, then on a fund', async () => {
  await fresh()
  const { clientId } = await scene.client()
  const job = await scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12', fee: 200_001n })
  await scene.pay('2026-11-23')
  const budgetBefore = await net('activity-budget')
  const [fundBefore] = await scene.do(today, fundPositions)
  scene.plugin = testlandUnder('1.1.0', { employer: [{ from: '2026-11-01', rate: '25.5' }] })
  const run = await correct()
  // 0.5 % of 1440.01 is 7.20; the levy of 200.00 leaves a budget of 1800.01, of which 1440.01 and 360.00 used all.
  expect(run).toMatchObject({ net: 0n, employerCost: 720n, borne: 720n })
  const [fund] = await scene.do(today, fundPositions)
  expect(fund?.spent).toBe(720n)
  expect((fund?.available as bigint) + 720n).toBe(fundBefore?.available)
  expect(await net('activity-budget')).toBe(budgetBefore)
  expect(await scene.do(today, (trx) => paymentFiles(trx, scene.officeId, run.payRunId))).toEqual([])
  await booksHold()

  // The rate is taken back: the fund gets its money again, and no more.
  scene.plugin = testlandUnder('1.2.0', { employer: [{ from: '2026-11-01', rate: '24' }] })
  const back = await correct()
  expect(back).toMatchObject({ employerCost: -2_160n, borne: -720n })
  expect((await scene.do(today, fundPositions))[0]?.spent).toBe(0n)
  // The rest, 14.40, is the job's budget again, and the guarantee fund need not lend it any more.
  expect((await scene.do(today, fundPositions))[0]?.advanced).toBe(180_001n - 1_440n)
  expect(await net('activity-budget')).toBe(budgetBefore - 1_440n)
  await booksHold()

  const report = await scene.statement('2026-12-16', [
    { amount: major(job.invoice.total), structured: job.invoice.paymentReference },
  ])
  expect(report).toMatchObject({ repaid: String(180_001n - 1_440n), contractsClosed: 1 })
  await booksHold()
})

test('what a worker was paid too much stands as a claim and no wage is reduced by it', async () => {
  await fresh()
  const { worker, clientId } = await paidWage()
  scene.plugin = testlandUnder('1.1.0', { health: [{ from: '2026-11-01', rate: '12' }] })
  const run = await correct()
  // 1.5 % of 1440.00 is 21.60 more, tax 4.32 less.
  expect(run.net).toBe(-1_728n)
  const [claim] = await scene.do(today, (trx) => workerClaims(trx, scene.officeId))
  expect(claim).toMatchObject({ memberId: worker.memberId, amount: 1_728n, open: 1_728n })
  expect(await net('worker-claim')).toBe(1_728n)
  await booksHold()
  await scene.job(worker, clientId, { endsOn: '2026-11-30' })
  const wage = await scene.pay('2026-12-10')
  const [payment] = await scene.do(today, (trx) =>
    trx.selectFrom('payment_file').select('total').where('pay_run_id', '=', wage.payRunId).execute(),
  )
  expect(payment?.total).toBe(wage.net)

  const forgo = () =>
    scene.do(today, (trx, context) =>
      forgoClaim(trx, context, { workerClaimId: claim?.workerClaimId as string, reason: 'Our own mistake' }),
    )
  await expect(
    scene.do(today, (trx, context) =>
      forgoClaim(trx, context, { workerClaimId: claim?.workerClaimId as string, reason: ' ' }),
    ),
  ).rejects.toThrow('says why')
  expect(await Promise.all([forgo(), forgo()])).toMatchObject([{ open: 0n }, { open: 0n }])
  expect(await net('worker-claim')).toBe(0n)
  expect((await scene.do(today, fundPositions))[0]?.spent).toBe(1_728n)
  expect(await scene.do(today, (trx) => workerClaims(trx, scene.officeId, { openOnly: true }))).toEqual([])
  await booksHold()
})

test('the differences of one worker are one payment, though one payslip loses what another gains', async () => {
  await fresh()
  const worker = await scene.worker()
  const { clientId } = await scene.client()
  for (const endsOn of ['2026-10-12', '2026-11-12']) {
    await scene.job(worker, clientId, { endsOn })
    await scene.pay(endsOn === '2026-10-12' ? '2026-10-21' : '2026-11-23')
  }
  // Testland reads the law of the day of payment: more in October, less from November on.
  scene.plugin = testlandUnder('1.1.0', {
    health: [
      { from: '2026-10-01', rate: '11' },
      { from: '2026-11-01', rate: '9' },
    ],
  })
  const run = await correct()
  const slips = await scene.do(today, (trx) => payslips(trx, scene.officeId, { payRunId: run.payRunId }))
  expect(slips.map((slip) => slip.net)).toEqual([1_728n, -576n])
  const payments = await scene.do(today, (trx) =>
    trx.selectFrom('payment').select(['amount', 'payslip_id']).execute(),
  )
  expect(payments.map(({ amount }) => amount)).toContain(1_152n)
  expect(payments).toHaveLength(3)
  expect(await scene.do(today, (trx) => workerClaims(trx, scene.officeId))).toEqual([])
  await booksHold()
})

test('where no fund has the money, the worker is left out by name and nothing of hers is stored', async () => {
  await fresh({ guarantee: 180_100n })
  await paidWage()
  // A levy of 200.00 came in with the invoice; less than 200.00 and 1.00 are left after an advance of 1800.00.
  scene.plugin = testlandUnder('1.1.0', { employer: [{ from: '2026-11-01', rate: '40' }] })
  const { run, leftOut } = await compute()
  expect(run).toBeUndefined()
  expect(leftOut).toMatchObject([{ reason: 'funds-cannot-bear' }])
  expect(leftOut[0]?.detail).toContain('216.00 EUR')
})

test('a job written off gives what it gains to the fund that bore its loss', async () => {
  await fresh()
  const { clientId } = await paidWage()
  await scene.do('2026-12-01', (trx, context) =>
    writeOffClient(trx, context, { clientId, on: '2026-12-01', reason: 'Bankrupt' }),
  )
  scene.plugin = testlandUnder('1.1.0', { employer: [{ from: '2026-11-01', rate: '24' }] })
  const budget = await net('activity-budget')
  const run = await correct()
  expect(run).toMatchObject({ employerCost: -1_440n, borne: -1_440n })
  expect((await scene.do(today, fundPositions))[0]).toMatchObject({ recovered: 1_440n, spent: 0n })
  expect(await net('activity-budget')).toBe(budget)
  await booksHold()
})

test('a correction is no wage: its month counts neither workers nor wages for it, and is closed only when it is posted', async () => {
  await fresh()
  for (let at = 0; at < 5; at++) {
    const { clientId } = await scene.client()
    await scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12' })
  }
  await scene.pay('2026-11-23')
  const statistics = (month: string) =>
    scene.do(today, async (trx) => {
      const all = (await monthStatistics(trx, scene.officeId, month, 2)).find(
        ({ sector }) => sector === 'all',
      )
      return [all?.activeWorkers, all?.wages]
    })
  const november = await statistics('2026-11-01')
  const december = await statistics('2026-12-01')
  expect(november).toEqual([5, '7200.00'])
  scene.plugin = testlandUnder('1.1.0', { health: [{ from: '2026-11-01', rate: '9' }] })
  const { run } = await compute()
  const open = await scene.do(today, (trx) => closeChecklist(trx, scene.context(today), '2026-12-01'))
  expect(open).toContainEqual(expect.objectContaining({ code: 'run-not-posted', blocks: true, count: 1 }))
  await scene.do(today, (trx, context) => approvePayRun(trx, context, run?.payRunId as string), 'kim')
  await scene.do(today, (trx, context) => postPayRun(trx, context, run?.payRunId as string))
  expect(await statistics('2026-11-01')).toEqual(november)
  expect(await statistics('2026-12-01')).toEqual(december)
})

test('one run at a time: a correction waits for a pay run and a pay run for a correction', async () => {
  await fresh()
  const { worker, clientId } = await paidWage()
  scene.plugin = testlandUnder('1.1.0', { health: [{ from: '2026-11-01', rate: '9' }] })
  await scene.job(worker, clientId, { endsOn: '2026-11-30' })
  const { run } = await scene.compute('2026-12-10')
  await expect(compute()).rejects.toThrow('post or discard')
  await scene.do(today, (trx, context) => discardPayRun(trx, context, run?.payRunId as string))
  const correction = await compute()
  expect(correction.isNew).toBe(true)
  expect((await compute()).isNew).toBe(false)
  await expect(compute({ from: '2026-11-01' })).rejects.toThrow('post or discard')
  await expect(scene.compute(today)).rejects.toThrow('The correction of 2026-12-15 is computed')
  const id = correction.run?.payRunId as string
  await expect(scene.do(today, (trx, context) => approvePayRun(trx, context, id))).rejects.toThrow(
    'another person',
  )
  await scene.do(today, (trx, context) => discardPayRun(trx, context, id))
  expect((await scene.compute(today)).run?.payslips).toBe(1)
})

test('three people who correct at the same moment make one correction', async () => {
  await fresh()
  await paidWage()
  scene.plugin = testlandUnder('1.1.0', { health: [{ from: '2026-11-01', rate: '9' }] })
  const computed = await Promise.all(['sam', 'kim', 'lou'].map((by) => compute({}, by)))
  expect(new Set(computed.map(({ run }) => run?.payRunId)).size).toBe(1)
  expect(computed.filter(({ isNew }) => isNew)).toHaveLength(1)
  const run = computed[0]?.run as PayRun
  await scene.do(
    today,
    (trx, context) => approvePayRun(trx, context, run.payRunId),
    run.preparedBy === 'kim' ? 'lou' : 'kim',
  )
  await Promise.all(
    [1, 2, 3].map(() => scene.do(today, (trx, context) => postPayRun(trx, context, run.payRunId))),
  )
  expect(await net('net-payable')).toBe(-(144_000n - 15_120n - 5_776n) - 1_728n)
  await booksHold()
})

test('only the days asked for are looked at, and a day to come is refused', async () => {
  await fresh()
  const { worker } = await paidWage()
  scene.plugin = testlandUnder('1.1.0', { health: [{ from: '2026-11-01', rate: '9' }] })
  expect((await preview({ from: '2026-11-13' })).payslips).toBe(0)
  expect((await preview({ from: '2026-11-12', memberId: worker.memberId })).payslips).toBe(1)
  const other = await scene.worker()
  expect((await preview({ memberId: other.memberId })).payslips).toBe(0)
  await expect(preview({ from: '2026-12-16' })).rejects.toThrow('looks back')
  await expect(preview({ from: '2026-02-30' })).rejects.toThrow('must exist')
})

test('a payslip row that says something else than the books is found by verification', async () => {
  await fresh()
  await paidWage()
  const [slip] = await scene.do(today, (trx) => payslips(trx, scene.officeId, {}))
  await asOwner(database.url, async (client) => {
    await client.query(`set samen.office_id = '${scene.officeId}'`)
    await client.query('alter table samen.payslip disable trigger keep_approved_update')
    await client.query(
      `update samen.payslip set net = net + 100, wage_tax = wage_tax - 100 where payslip_id = $1`,
      [slip?.payslipId],
    )
    await client.query('alter table samen.payslip enable trigger keep_approved_update')
  })
  expect(await inOffice(scene.db, scene.officeId, verifyPayslips)).toEqual([
    {
      payslipId: slip?.payslipId,
      detail:
        'The payslip and its posting name different amounts: net 123204 and 123104, employer cost 180000 and 180000, in minor units.',
    },
  ])
})

test('the database takes one difference per payslip and correction, and never a second wage', async () => {
  await fresh()
  await paidWage()
  scene.plugin = testlandUnder('1.1.0', { health: [{ from: '2026-11-01', rate: '9' }] })
  await correct()
  const again = (changes: string) =>
    asOwner(database.url, async (client) => {
      await client.query(`set samen.office_id = '${scene.officeId}'`)
      await client.query('alter table samen.payslip disable trigger keep_approved_insert')
      try {
        await client.query(
          `insert into samen.payslip select (jsonb_populate_record(p, jsonb_build_object('payslip_id', gen_random_uuid()) || '${changes}')).*
             from samen.payslip p where office_id = $1 and corrects is not null`,
          [scene.officeId],
        )
      } finally {
        await client.query('alter table samen.payslip enable trigger keep_approved_insert')
      }
    })
  await expect(again('{}')).rejects.toThrow('payslip_correction')
  await expect(
    again('{"corrects": null, "net": 0, "employee_contributions": 0, "wage_tax": 0}'),
  ).rejects.toThrow('payslip_wage')
  await expect(again('{"gross": 1, "net": 1729, "employer_cost": 1}')).rejects.toThrow('payslip_gross_kept')
})
