import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgoClaim, sayConsent, workerClaims } from '../../src/claims/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { balance, verifyLedger } from '../../src/ledger/index.ts'
import { approvePayRun, discardPayRun, postPayRun } from '../../src/pay-runs/index.ts'
import { endToEndIdOf } from '../../src/payments/index.ts'
import { payslip, payslips, verifyPayslips } from '../../src/payslips/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'
import { major, WageScene } from '../support/wage-scene.ts'
import { overpay } from '../support/worker-claim.ts'

let database: TestDatabase
let scene: WageScene
let worker: { memberId: string; activityId: string }
let clientId: string
let payRunId: string

/** A worker who was paid one wage, and has another job every month. */
beforeAll(async () => {
  database = await testDatabase()
  scene = await WageScene.open(database.db)
  worker = await scene.worker()
  ;({ clientId } = await scene.client())
  await scene.job(worker, clientId, { endsOn: '2026-01-05' })
  ;({ payRunId } = await scene.pay('2026-01-15'))
})
afterAll(() => database.drop())

const today = '2026-02-10'
const say = (workerClaimId: string, agreed: boolean, memberId?: string) =>
  scene.do(today, (trx, context) =>
    sayConsent(trx, context, { workerClaimId, agreed, words: 'Said so on her own page', memberId }),
  )
const claimOf = (workerClaimId: string) =>
  scene.do(today, async (trx, { officeId }) => (await workerClaims(trx, officeId, { workerClaimId }))[0])
const slipsOf = (runId: string) =>
  scene.do(today, async (trx, { officeId }) =>
    Promise.all(
      (await payslips(trx, officeId, { payRunId: runId })).map(({ payslipId }) =>
        payslip(trx, officeId, payslipId),
      ),
    ),
  )
const computed = async (dueOn: string) => (await scene.compute(dueOn)).run?.payRunId as string
const finish = (runId: string, on: string) =>
  scene
    .do(on, (trx, context) => approvePayRun(trx, context, runId), 'kim')
    .then(() => scene.do(on, (trx, context) => postPayRun(trx, context, runId)))
const net = (account: string, subject?: string) =>
  scene.do(today, async (trx) => (await balance(trx, account, subject))[0]?.net ?? 0n)

test('a wage is kept back only with consent, at most a fifth of its net, and the rest of the net is paid', async () => {
  const claimId = await overpay(scene, {
    payRunId,
    memberId: worker.memberId,
    amount: 100_000n,
    aroseOn: '2026-01-20',
  })
  await scene.job(worker, clientId, { endsOn: '2026-02-02' })
  const without = await computed('2026-02-12')
  expect((await slipsOf(without))[0]?.setOffs).toEqual([])
  await scene.do(today, (trx, context) => discardPayRun(trx, context, without))

  const stranger = await scene.worker()
  await expect(say(claimId, true, stranger.memberId)).rejects.toMatchObject({ type: 'not-found' })
  expect(await say(claimId, true, worker.memberId)).toMatchObject({ agreed: true })
  await say(claimId, true)
  const run = await computed('2026-02-12')
  expect(await computed('2026-02-12')).toBe(run)
  const [slip] = await slipsOf(run)
  const kept = (slip?.net as bigint) / 5n
  expect(slip?.setOffs).toMatchObject([
    { workerClaimId: claimId, amount: kept, most: kept, source: 'Testland wages act, art. 23' },
  ])
  // The net, and so what is declared, is what it was without consent.
  expect((await claimOf(claimId))?.open).toBe(100_000n)
  await finish(run, '2026-02-12')
  await scene.do('2026-02-12', (trx, context) => postPayRun(trx, context, run))
  expect(await claimOf(claimId)).toMatchObject({
    open: 100_000n - kept,
    history: [{ decision: 'set-off', amount: kept, decidedOn: '2026-02-12' }],
  })
  expect(await net('worker-claim', worker.memberId)).toBe(100_000n - kept)
  const paid = (slip?.net as bigint) - kept
  await scene.statement('2026-02-13', [
    { amount: `-${major(paid)}`, endToEndId: endToEndIdOf(slip?.payslipId as string) },
  ])
  expect(await net('net-payable', run)).toBe(0n)
  expect(await scene.do(today, verifyPayslips)).toEqual([])
  expect(
    (await inOffice(scene.db, scene.officeId, verifyLedger, { isolation: 'repeatable read' })).broken,
  ).toBeUndefined()
})

test('what was settled or taken back since a run was computed is not kept back: the run is computed anew', async () => {
  const [standing] = await scene.do(today, (trx, { officeId }) =>
    workerClaims(trx, officeId, { memberId: worker.memberId, openOnly: true }),
  )
  const first = standing?.workerClaimId as string
  const small = await overpay(scene, {
    payRunId: (await scene.do(today, (trx, { officeId }) => payslips(trx, officeId, {})))[0]
      ?.payRunId as string,
    memberId: worker.memberId,
    amount: 700n,
    aroseOn: '2026-01-10',
  })
  await say(small, true)
  await scene.job(worker, clientId, { endsOn: '2026-03-02' })
  await scene.job(worker, clientId, { endsOn: '2026-03-03' })
  const run = await computed('2026-03-12')
  const slips = await slipsOf(run)
  // The older claim first, whole; what the law leaves of both wages goes to the other.
  const parts = slips.flatMap(({ setOffs }) => setOffs)
  const of = (id: string) =>
    parts.filter(({ workerClaimId }) => workerClaimId === id).reduce((sum, { amount }) => sum + amount, 0n)
  expect(of(small)).toBe(700n)
  expect(of(small) + of(first)).toBe(slips.reduce((sum, one) => sum + one.net / 5n, 0n))
  for (const { net: whole, setOffs } of slips)
    expect(setOffs.reduce((sum, { amount }) => sum + amount, 0n)).toBe(whole / 5n)

  await scene.do(today, (trx, context) => approvePayRun(trx, context, run), 'kim')
  const posting = () => scene.do('2026-03-12', (trx, context) => postPayRun(trx, context, run))
  await say(first, false)
  await expect(posting()).rejects.toMatchObject({ type: 'conflict' })
  await say(first, true)
  await scene.do(today, (trx, context) =>
    forgoClaim(trx, context, { workerClaimId: small, reason: 'Our mistake' }),
  )
  await expect(posting()).rejects.toMatchObject({ type: 'conflict' })
  await scene.do(today, (trx, context) => discardPayRun(trx, context, run))
  await say(first, false)
  const anew = await computed('2026-03-12')
  expect((await slipsOf(anew)).flatMap(({ setOffs }) => setOffs)).toEqual([])
  await scene.do(today, (trx, context) => discardPayRun(trx, context, anew))
})

test('where the law is not known nothing is agreed, and the database itself keeps to the law', async () => {
  const [claim] = await scene.do(today, (trx, { officeId }) =>
    workerClaims(trx, officeId, { openOnly: true }),
  )
  const { wageSetOff: _, ...lawless } = testland
  scene.plugin = lawless
  await expect(say(claim?.workerClaimId as string, true)).rejects.toMatchObject({
    type: 'refused',
    detail: expect.stringContaining('not known'),
  })
  scene.plugin = testland
  const run = await computed('2026-03-12')
  const [slip] = await slipsOf(run)
  const keep = (most: bigint) =>
    scene.do(today, (trx, { officeId }) =>
      sql`insert into samen.worker_claim_set_off (office_id, payslip_id, worker_claim_id, amount, most, rate_numerator,
            rate_denominator, source)
          values (${officeId}, ${slip?.payslipId}, ${claim?.workerClaimId}, ${most}, ${most}, 1, 5, 'None')`.execute(
        trx,
      ),
    )
  const fifth = (slip?.net as bigint) / 5n
  await expect(keep(fifth + 1n)).rejects.toThrow('beyond what the law lets')
  await scene.do(today, (trx, context) => approvePayRun(trx, context, run), 'kim')
  await expect(keep(fifth)).rejects.toThrow('only a computed run')
})
