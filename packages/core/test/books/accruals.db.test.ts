import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AccrualDraft,
  accrue,
  listAccruals,
  readProvisions,
  readStatements,
} from '../../src/books/index.ts'
import type { AnyCountryPlugin } from '../../src/country/index.ts'
import { inOffice, newId } from '../../src/database/index.ts'
import { accountsOf, closePeriod, openAccounts } from '../../src/ledger/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'
import { WageScene } from '../support/wage-scene.ts'

/** Testland, where the health contribution is set aside by the office instead of being owed to a fund. */
const saving: AnyCountryPlugin = {
  ...testland,
  authorities: testland.authorities.map((one) =>
    one.code === 'health-fund' ? { ...one, kind: 'provision', name: 'Holiday pay' } : one,
  ),
}
const today = '2026-11-23'
let database: TestDatabase
let scene: WageScene
beforeAll(async () => {
  database = await testDatabase()
  scene = await WageScene.open(database.db)
  scene.plugin = saving
  await scene.do('2026-01-02', (trx) => openAccounts(trx, scene.officeId, accountsOf(saving)))
  const { clientId } = await scene.client()
  const worker = await scene.worker()
  for (const endsOn of ['2026-09-09', '2026-10-09'])
    await scene.job(worker, clientId, { endsOn, fee: 100_000n })
  await scene.pay('2026-09-18')
  await scene.job(await scene.worker(), clientId, { endsOn: '2026-10-10', fee: 150_000n })
  await scene.pay('2026-10-20')
})
afterAll(() => database.drop())

const id = newId()
const record = (changes: Partial<AccrualDraft> = {}) =>
  scene.do(today, (trx, context) =>
    accrue(trx, context, {
      accrualId: id,
      entityNo: 1,
      period: '2026-10',
      account: 'purchases',
      amount: 30_000n,
      reason: 'Audit of the year, a twelfth',
      ...changes,
    }),
  )
const expenses = async (period: string) => {
  const { profitAndLoss } = await inOffice(
    database.db,
    scene.officeId,
    (trx) => readStatements(trx, scene.context(today), { period, chart: 'group' }),
    { isolation: 'repeatable read' },
  )
  return profitAndLoss.expenses.lines.find(({ number }) => number === 'G5400')?.amount ?? 0n
}

test('what is accrued counts in its month and is taken back on the first of the next, once', async () => {
  expect(await record()).toMatchObject({ reversedOn: '2026-11-01', amount: 30_000n, period: '2026-10' })
  expect(await record()).toMatchObject({ accrualId: id })
  await expect(record({ amount: 1n })).rejects.toMatchObject({ type: 'conflict' })
  await expect(record({ accrualId: newId(), account: 'bank' as never })).rejects.toMatchObject({
    field: 'account',
  })
  expect(await expenses('2026-10')).toBe(30_000n)
  expect(await expenses('2026-11')).toBe(0n)
  expect(await scene.do(today, (trx) => listAccruals(trx, scene.officeId, '2026-10'))).toHaveLength(1)
})

test('provisions begin, grow by payslips and end; each worker’s part sums to what was set aside', async () => {
  const read = (period: string) =>
    inOffice(database.db, scene.officeId, (trx) => readProvisions(trx, scene.context(today), { period }), {
      isolation: 'repeatable read',
    })
  const october = await read('2026-10')
  const [holiday] = october.provisions
  expect(holiday).toMatchObject({ name: 'Holiday pay', opening: 0n, used: 0n })
  expect(holiday?.setAside).toBeGreaterThan(0n)
  expect(holiday?.closing).toBe(holiday?.setAside)
  expect(october.workers).toHaveLength(2)
  expect(october.workers.reduce((sum, { setAside }) => sum + setAside, 0n)).toBe(holiday?.setAside)
  const next = await read('2027-01')
  expect(next.provisions[0]).toMatchObject({ opening: holiday?.closing, setAside: 0n })
  expect(next.workers.map(({ setAside }) => setAside)).toEqual([0n, 0n])
  expect(next.workers.reduce((sum, { toDate }) => sum + toDate, 0n)).toBe(holiday?.closing)
})

test('a closed month takes no accrual, and then nothing of it stands in the next either', async () => {
  for (const month of ['2026-01-01', '2026-09-01', '2026-10-01'])
    await scene.do(today, (trx) => closePeriod(trx, month))
  await expect(record({ accrualId: newId() })).rejects.toMatchObject({ type: 'conflict' })
  expect(await expenses('2026-11')).toBe(0n)
})
