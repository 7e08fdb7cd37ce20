import { afterAll, beforeAll, expect, test } from 'vitest'
import { percent } from '../../src/country/index.ts'
import { inOffice, newId } from '../../src/database/index.ts'
import { fundPositions, openOwnFund, transfer, verifyFunds } from '../../src/funds/index.ts'
import { balance, verifyLedger } from '../../src/ledger/index.ts'
import {
  approveLoan,
  collectInstalments,
  type LoanDraft,
  loanById,
  loanPayments,
  proposeLoan,
  repayEarly,
  setLoanRate,
  withdrawLoan,
} from '../../src/loans/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
let scene: WageScene
let activityId: string
let guarantee: string
const fundId = newId()
const [own, ofFund] = [newId(), newId()]

beforeAll(async () => {
  database = await testDatabase()
  scene = await WageScene.open(database.db)
  ;({ activityId } = await scene.worker())
  await scene.do('2026-01-05', async (trx) => {
    await openOwnFund(trx, { fundId, name: 'Tools', currency: 'EUR' })
    guarantee = (await fundPositions(trx)).find(({ kind }) => kind === 'wage-guarantee')?.fundId as string
    await transfer(trx, {
      sourceId: newId(),
      legalEntityId: scene.legalEntityId,
      currency: 'EUR',
      effectiveOn: '2026-01-05',
      fromFundId: guarantee,
      toFundId: fundId,
      amount: 500_000n,
    })
  })
})
afterAll(() => database.drop())

const propose = (changes: Partial<LoanDraft> = {}) =>
  scene.do('2026-01-10', (trx, context) =>
    proposeLoan(trx, context, {
      loanId: own,
      activityId,
      fundId: null,
      principal: 120_000n,
      firstDueOn: '2026-02-10',
      instalments: 3,
      rate: percent('6'),
      purpose: 'A mixing desk',
      ...changes,
    }),
  )
const approve = (loanId: string, by = 'kim') =>
  scene.do('2026-01-10', (trx, context) => approveLoan(trx, context, loanId), by)
const collect = (on: string) => scene.do(on, (trx, context) => collectInstalments(trx, context))
const net = (account: string, subject?: string) =>
  scene.do('2026-01-10', async (trx) => (await balance(trx, account, subject))[0]?.net ?? 0n)
const available = async (id: string) =>
  (await scene.do('2026-01-10', fundPositions)).find((fund) => fund.fundId === id)

test('two people lend; the activity has the money, the office the claim', async () => {
  await expect(propose({ fundId: guarantee, loanId: newId() })).rejects.toThrow('lends to nobody')
  await expect(propose({ firstDueOn: '2026-01-10', instalments: 0 })).rejects.toThrow()
  expect(await propose()).toMatchObject({ state: 'proposed', outstanding: 120_000n })
  expect(await propose()).toMatchObject({ loanId: own })
  await expect(propose({ principal: 1n })).rejects.toMatchObject({ type: 'conflict' })
  await expect(approve(own, 'sam')).rejects.toMatchObject({ type: 'refused' })
  expect(await approve(own)).toMatchObject({
    state: 'lent',
    lentOn: '2026-01-10',
    next: { principal: 40_000n, interest: 600n },
  })
  expect(await approve(own)).toMatchObject({ approvedBy: 'kim' })
  await expect(
    scene.do('2026-01-10', (trx, context) => withdrawLoan(trx, context, own)),
  ).rejects.toMatchObject({ type: 'conflict' })
  expect(await net('activity-budget', activityId)).toBe(-120_000n)
  expect(await net('activity-loan', own)).toBe(120_000n)
})

test('a fund lends what it has available; what is lent is advanced, and its interest is the fund’s', async () => {
  await propose({ loanId: ofFund, fundId, principal: 240_000n, instalments: 12 })
  await approve(ofFund)
  expect(await available(fundId)).toMatchObject({ available: 260_000n, advanced: 240_000n })
  expect(await scene.do('2026-01-10', verifyFunds)).toEqual([])
  const tooMuch = newId()
  await propose({ loanId: tooMuch, fundId, principal: 260_001n })
  await expect(approve(tooMuch)).rejects.toMatchObject({ type: 'refused' })
  await scene.do('2026-01-10', (trx, context) => withdrawLoan(trx, context, tooMuch))
})

test('instalments leave the budget on their day, once', async () => {
  expect(await collect('2026-02-09')).toMatchObject({ instalments: 0 })
  // 400.00 and 6.00 to the office, 200.00 and 12.00 to the fund.
  const [one, other] = await Promise.all([collect('2026-02-10'), collect('2026-02-10')])
  expect([one, other]).toContainEqual({ instalments: 2, principal: 60_000n, interest: 1_800n, overdue: 0 })
  expect([one, other]).toContainEqual({ instalments: 0, principal: 0n, interest: 0n, overdue: 0 })
  expect(await net('activity-budget', activityId)).toBe(-(360_000n - 61_800n))
  expect(await net('interest-income')).toBe(-600n)
  expect(await available(fundId)).toMatchObject({
    contributed: 1_200n,
    available: 281_200n,
    advanced: 220_000n,
  })
})

test('a changed rate, an early payment and a budget that is empty', async () => {
  await scene.do('2026-02-11', (trx, context) =>
    setLoanRate(trx, context, own, { from: '2026-03-01', rate: percent('12') }),
  )
  const requestId = newId()
  const early = (amount: bigint, loanId = own) =>
    scene.do('2026-02-12', (trx, context) => repayEarly(trx, context, { loanId, amount, requestId }))
  await expect(early(80_001n)).rejects.toMatchObject({ field: 'amount' })
  expect(await early(20_000n)).toMatchObject({
    outstanding: 60_000n,
    next: { principal: 30_000n, interest: 600n },
  })
  expect(await early(20_000n)).toMatchObject({ outstanding: 60_000n })
  await expect(early(1n)).rejects.toMatchObject({ type: 'conflict' })
  const rest = -(await net('activity-budget', activityId))
  // Nearly everything is paid back to the fund: the next instalments find 100.00.
  await scene.do('2026-02-12', (trx, context) =>
    repayEarly(trx, context, { loanId: ofFund, amount: 220_000n, requestId: newId() }),
  )
  await scene.do('2026-02-12', (trx, context) =>
    repayEarly(trx, context, { loanId: own, amount: rest - 220_000n - 10_000n, requestId: newId() }),
  )
  expect(await net('activity-budget', activityId)).toBe(-10_000n)
  const owed = (await scene.do('2026-02-12', (trx) => loanById(trx, scene.officeId, own))).outstanding
  expect(owed).toBe(11_800n)
  // 59.00 and 1.18 fit the 100.00 that are left; 59.00 and 0.59 do not fit what is left then, and stay due as a whole.
  expect(await collect('2026-04-30')).toEqual({
    instalments: 1,
    principal: 5_900n,
    interest: 118n,
    overdue: 1,
  })
  expect(await scene.do('2026-02-12', (trx) => loanPayments(trx, scene.officeId, ofFund))).toMatchObject([
    { paymentNo: 1, instalment: 1, principal: 20_000n, interest: 1_200n },
    { paymentNo: 2, instalment: null, principal: 220_000n, interest: 0n },
  ])
  expect(await available(fundId)).toMatchObject({ advanced: 0n })
  expect(await scene.do('2026-01-10', verifyFunds)).toEqual([])
  const verified = await inOffice(database.db, scene.officeId, verifyLedger, { isolation: 'repeatable read' })
  expect(verified.broken).toBeUndefined()
})
