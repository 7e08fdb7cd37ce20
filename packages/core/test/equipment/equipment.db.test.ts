import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeChecklist } from '../../src/closes/index.ts'
import { percent } from '../../src/country/index.ts'
import {
  assetById,
  assetRegister,
  type Disposal,
  depreciateMonth,
  disposeAsset,
} from '../../src/equipment/index.ts'
import { balance, post, trialBalance } from '../../src/ledger/index.ts'
import { approveSupplierInvoice } from '../../src/supplier-invoices/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { buyEquipment } from '../support/equipment.ts'
import { WageScene } from '../support/wage-scene.ts'

const today = '2026-11-23'
let database: TestDatabase
let scene: WageScene
let activityId: string
let owed: bigint
let camera: string
let van: string

beforeAll(async () => {
  database = await testDatabase()
  scene = await WageScene.open(database.db)
  const worker = await scene.worker()
  activityId = worker.activityId
  const { clientId } = await scene.client()
  // A job whose wage is still owed: none of its money buys a thing.
  await scene.job(worker, clientId, { endsOn: '2026-06-01', fee: 200_000n })
  owed = -(await net('activity-budget', activityId))
  // What is left of earlier work, and the activity's to spend.
  await scene.do(today, (trx, { officeId, plugin: { currency } }) =>
    post(trx, officeId, [
      {
        key: 'left-of-earlier-work',
        kind: 'opening',
        legalEntityId: scene.legalEntityId,
        effectiveOn: '2026-01-05',
        entries: [
          { account: 'bank', currency, amount: 187_000n },
          { account: 'activity-budget', subject: activityId, currency, amount: -187_000n },
        ],
      },
    ]),
  )
})
afterAll(() => database.drop())

const buy = (changes: Partial<Parameters<typeof buyEquipment>[2]> = {}) =>
  buyEquipment(scene, today, {
    activityId,
    name: 'Camera',
    net: 100_000n,
    vat: 21_000n,
    boughtOn: '2026-07-10',
    months: 36,
    ...changes,
  })
const depreciate = (period: string) =>
  scene.do(today, (trx, context) => depreciateMonth(trx, context, { period }))
const dispose = (assetId: string, changes: Partial<Disposal> = {}) =>
  scene.do(today, (trx, context) =>
    disposeAsset(trx, context, assetId, {
      disposedOn: '2026-11-05',
      proceeds: 95_000n,
      vat: 0n,
      reason: 'Sold to a colleague',
      ...changes,
    }),
  )
const net = async (account: string, subject?: string) =>
  scene.do(today, async (trx) => (await balance(trx, account, subject))[0]?.net ?? 0n)
/** Income and expense of all months. */
const result = () =>
  scene.do(today, async (trx) =>
    (await trialBalance(trx, { upTo: today }))
      .filter(({ type }) => type === 'income' || type === 'expense')
      .reduce((sum, { debit, credit }) => sum + credit - debit, 0n),
  )

test('a camera is bought out of the budget: the money is tied up in it, and the result does not move', async () => {
  const [before, spendable] = [await result(), -(await net('activity-budget', activityId))]
  await expect(buy({ name: 'Crane', net: spendable - owed + 1n, vat: 0n })).rejects.toMatchObject({
    type: 'refused',
  })
  await expect(buy({ name: 'Nothing', months: 0, residual: 100_000n })).rejects.toMatchObject({
    field: 'equipment.months',
    extra: { faults: [{ field: 'equipment.months' }, { field: 'equipment.residual' }] },
  })
  expect(await scene.do(today, (trx) => assetRegister(trx, scene.officeId))).toEqual([])
  camera = await buy()
  const bought = await scene.do(today, (trx) => assetById(trx, scene.officeId, camera))
  expect(bought).toMatchObject({ bookValue: 100_000n, activityName: 'Activity 1', boughtOn: '2026-07-10' })
  const supplierInvoiceId = bought.supplierInvoiceId as string
  await expect(
    scene.do(today, (trx, context) =>
      approveSupplierInvoice(trx, context, { supplierInvoiceId, equipment: { name: 'Camera', months: 36 } }),
    ),
  ).rejects.toMatchObject({ type: 'conflict' })
  expect(-(await net('activity-budget', activityId))).toBe(spendable - 100_000n)
  expect(await net('activity-budget', camera)).toBe(-100_000n)
  // Owed, and so paid, as every supplier invoice is.
  expect(await net('supplier-payable', supplierInvoiceId)).toBe(-121_000n)
  expect(await net('vat-deductible')).toBe(21_000n)
  expect(await net('purchases')).toBe(0n)
  expect(await result()).toBe(before)
})

test('a month writes off what is due, and what was left out before, once', async () => {
  const before = await result()
  // 20.00 of VAT that does not come back belong to the cost.
  van = await buy({
    name: 'Hand cart',
    net: 10_000n,
    vat: 2_100n,
    deductibleVat: 100n,
    months: 12,
    inUseFrom: '2026-09-01',
    declining: percent('50'),
  })
  const codes = await scene.do(today, async (trx, context) =>
    (await closeChecklist(trx, context, '2026-08-01')).map(({ code }) => code),
  )
  expect(codes).toContain('depreciation-due')
  await expect(depreciate('2026-11')).rejects.toMatchObject({ field: 'period' })
  // July and August of the camera, 1 000.00 / 36 twice; the cart is not in use yet.
  expect(await depreciate('2026-08')).toEqual({ period: '2026-08', assets: 1, amount: 5_556n })
  expect(await depreciate('2026-08')).toEqual({ period: '2026-08', assets: 0, amount: 0n })
  expect(await Promise.all([depreciate('2026-09'), depreciate('2026-09')])).toContainEqual({
    period: '2026-09',
    assets: 2,
    amount: 2_777n + 1_000n,
  })
  const [cart, first] = await scene.do(today, (trx) => assetRegister(trx, scene.officeId, { activityId }))
  expect([cart, first].map((asset) => asset?.bookValue).sort()).toEqual([11_000n, 91_667n])
  expect(await net('activity-budget', camera)).toBe(-91_667n)
  expect(await result()).toBe(before)
})

test('what is sold is written off until then; the gain is the activity’s to spend', async () => {
  const [before, spendable] = [await result(), -(await net('activity-budget', activityId))]
  await expect(dispose(camera, { disposedOn: '2026-07-01' })).rejects.toMatchObject({ field: 'disposedOn' })
  await expect(dispose(camera, { disposedOn: '2026-08-20' })).rejects.toMatchObject({ type: 'conflict' })
  const sold = await dispose(camera)
  // Four months of 36 at the end of October: 111.11.
  expect(sold).toMatchObject({ depreciated: 11_111n, bookValue: 0n, gain: 6_111n, disposedOn: '2026-11-05' })
  expect(await dispose(camera)).toEqual(sold)
  await expect(dispose(camera, { proceeds: 1n })).rejects.toMatchObject({ type: 'conflict' })
  expect(-(await net('activity-budget', activityId))).toBe(spendable + 95_000n)
  for (const account of ['fixed-assets', 'accumulated-depreciation', 'activity-budget'])
    expect(await net(account, camera)).toBe(0n)
  expect(await net('other-income')).toBe(-6_111n)
  expect(await net('unmatched-receipts', camera)).toBe(95_000n)
  expect(await result()).toBe(before)
})

test('what is thrown away leaves a loss the activity has borne already', async () => {
  const [before, spendable] = [await result(), await net('activity-budget', activityId)]
  expect(await dispose(van, { proceeds: 0n, reason: 'Broken' })).toMatchObject({ gain: -10_000n })
  expect(await net('other-expenses')).toBe(10_000n)
  expect(await net('activity-budget', activityId)).toBe(spendable)
  expect(await result()).toBe(before)
  expect(await scene.do(today, (trx) => assetRegister(trx, scene.officeId))).toEqual([])
  expect(await scene.do(today, (trx) => assetRegister(trx, scene.officeId, { disposed: true }))).toHaveLength(
    2,
  )
})
