import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgoClaim, workerClaims } from '../../src/claims/index.ts'
import { verifyFunds } from '../../src/funds/index.ts'
import { balance } from '../../src/ledger/index.ts'
import { payBackClaim, waitingTransactions } from '../../src/statements/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'
import { WageScene } from '../support/wage-scene.ts'
import { overpay } from '../support/worker-claim.ts'

let database: TestDatabase
let scene: WageScene
let memberId: string
let workerClaimId: string
let receipts: string[]
const today = '2026-12-15'

/** A worker was paid 100 euro too much; 60 and 70 euro wait at the bank. */
beforeAll(async () => {
  database = await testDatabase()
  scene = await WageScene.open(database.db)
  const worker = await scene.worker()
  memberId = worker.memberId
  const { clientId } = await scene.client()
  await scene.job(worker, clientId, { endsOn: '2026-11-02' })
  const { payRunId } = await scene.pay('2026-11-12')
  workerClaimId = await overpay(scene, { payRunId, memberId, amount: 10_000n, aroseOn: '2026-12-01' })
  await scene.statement('2026-12-10', [
    { amount: '60.00', name: 'Ada' },
    { amount: '70.00', name: 'Ada' },
  ])
  const waiting = await scene.do(today, (trx, { officeId }) =>
    waitingTransactions(trx, officeId, testland.identifiers),
  )
  receipts = waiting
    .toSorted((a, b) => Number(a.amount - b.amount))
    .map(({ bankTransactionId }) => bankTransactionId)
})
afterAll(() => database.drop())

const payBack = (bankTransactionId: string, amount?: bigint) =>
  scene.do(today, (trx, context) => payBackClaim(trx, context, { workerClaimId, bankTransactionId, amount }))
const stands = () =>
  scene.do(today, async (trx) => (await balance(trx, 'worker-claim', memberId))[0]?.net ?? 0n)
const open = () =>
  scene.do(
    today,
    async (trx, { officeId }) => (await workerClaims(trx, officeId, { workerClaimId }))[0]?.open,
  )

test('a claim is paid back by receipts, in parts, never beyond what is open, whoever comes at the same time', async () => {
  const [sixty, seventy] = receipts as [string, string]
  await expect(payBack(sixty, 6_001n)).rejects.toMatchObject({ field: 'amount' })
  expect(await payBack(sixty)).toMatchObject({ open: 4_000n })
  expect([await open(), await stands()]).toEqual([4_000n, 4_000n])
  await expect(payBack(sixty)).rejects.toMatchObject({ type: 'conflict' })
  await expect(payBack(seventy, 4_001n)).rejects.toMatchObject({ field: 'amount' })
  const both = await Promise.allSettled([payBack(seventy, 3_000n), payBack(seventy, 3_000n)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect([await open(), await stands()]).toEqual([1_000n, 1_000n])
})

test('what is left of it can still be forgone, and then nothing can be paid back any more', async () => {
  const forgone = await scene.do(today, (trx, context) =>
    forgoClaim(trx, context, { workerClaimId, reason: 'Our mistake' }),
  )
  expect(forgone.open).toBe(0n)
  expect([await open(), await stands()]).toEqual([0n, 0n])
  await expect(payBack(receipts[1] as string)).rejects.toMatchObject({ type: 'conflict' })
  expect(await scene.do(today, verifyFunds)).toEqual([])
  const left = await scene.do(today, (trx, { officeId }) =>
    waitingTransactions(trx, officeId, testland.identifiers),
  )
  expect(left.map(({ rest }) => rest)).toEqual([4_000n])
})
