import { afterAll, beforeAll, expect, test } from 'vitest'
import { percent } from '../../src/country/index.ts'
import { type DailyWork, doDailyWork } from '../../src/daily-work/index.ts'
import { newId } from '../../src/database/index.ts'
import { assetById } from '../../src/equipment/index.ts'
import { post, setPeriod } from '../../src/ledger/index.ts'
import { approveLoan, loanById, proposeLoan } from '../../src/loans/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { buyEquipment } from '../support/equipment.ts'
import { WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
let scene: WageScene
let activityId: string
const loanId = newId()

beforeAll(async () => {
  database = await testDatabase()
  scene = await WageScene.open(database.db)
  ;({ activityId } = await scene.worker())
  await scene.do('2026-01-05', (trx) =>
    post(trx, scene.officeId, [
      {
        key: 'test:budget',
        kind: 'opening',
        legalEntityId: scene.legalEntityId,
        effectiveOn: '2026-01-05',
        entries: [
          { account: 'bank', currency: 'EUR', amount: 100_000n },
          { account: 'activity-budget', subject: activityId, currency: 'EUR', amount: -100_000n },
        ],
      },
    ]),
  )
  await scene.do('2026-01-10', (trx, context) =>
    proposeLoan(trx, context, {
      loanId,
      activityId,
      fundId: null,
      principal: 120_000n,
      firstDueOn: '2026-02-10',
      instalments: 3,
      rate: percent('0'),
      purpose: 'A mixing desk',
    }),
  )
  await scene.do('2026-01-10', (trx, context) => approveLoan(trx, context, loanId), 'kim')
})
afterAll(() => database.drop())

const day = (on: string, work: DailyWork) =>
  scene.do(on, (trx, context) => doDailyWork(trx, context, work), 'daily work')
const loan = () => scene.do('2026-06-01', (trx) => loanById(trx, scene.officeId, loanId))

test('an instalment leaves the budget on its day, once, whatever the number of servers', async () => {
  expect(await day('2026-02-09', 'instalments')).toBe(true)
  expect(await loan()).toMatchObject({ paid: 0 })
  const both = await Promise.all([day('2026-02-10', 'instalments'), day('2026-02-10', 'instalments')])
  expect(both.toSorted()).toEqual([false, true])
  expect(await loan()).toMatchObject({ paid: 1, outstanding: 80_000n })
})

test('while the month is locked nothing is taken; once it is open, on the same day, it is', async () => {
  await scene.do('2026-03-10', (trx) => setPeriod(trx, '2026-03-01', 'soft'))
  expect(await day('2026-03-10', 'instalments')).toBe(false)
  await scene.do('2026-03-10', (trx) => setPeriod(trx, '2026-03-01', 'open'))
  expect(await day('2026-03-10', 'instalments')).toBe(true)
  expect(await loan()).toMatchObject({ paid: 2 })
})

test('equipment is written off by itself once its month is over', async () => {
  const assetId = await buyEquipment(scene, '2026-03-12', {
    activityId,
    name: 'Camera',
    net: 24_000n,
    boughtOn: '2026-03-12',
    months: 24,
  })
  const depreciated = async () =>
    (await scene.do('2026-06-01', (trx) => assetById(trx, scene.officeId, assetId))).depreciated
  await day('2026-03-31', 'depreciation')
  expect(await depreciated()).toBe(0n)
  await day('2026-04-01', 'depreciation')
  await day('2026-04-02', 'depreciation')
  expect(await depreciated()).toBe(1_000n)
})
