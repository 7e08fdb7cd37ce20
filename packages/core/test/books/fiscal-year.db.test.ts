import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  approveAppropriation,
  exportBooks,
  listAppropriations,
  proposeAppropriation,
  readStatements,
  readYearResults,
  withdrawAppropriation,
} from '../../src/books/index.ts'
import { inOffice, newId } from '../../src/database/index.ts'
import { balance, closePeriod, post } from '../../src/ledger/index.ts'
import { setFiscalYear } from '../../src/legal-entities/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { WageScene } from '../support/wage-scene.ts'
import { readCsv } from './readers.ts'

let database: TestDatabase
let scene: WageScene
beforeAll(async () => {
  database = await testDatabase()
  scene = await WageScene.open(database.db)
  await earn('2026-02-10', 50_000n)
  await earn('2026-05-10', 7_000n)
})
afterAll(() => database.drop())

/** Income that no budget takes: it stays with the company. */
const earn = (on: string, amount: bigint) =>
  scene.do(on, (trx) =>
    post(trx, scene.officeId, [
      {
        key: `test:${newId()}`,
        kind: 'test',
        legalEntityId: scene.legalEntityId,
        effectiveOn: on,
        entries: [
          { account: 'bank', currency: 'EUR', amount },
          { account: 'other-income', currency: 'EUR', amount: -amount },
        ],
      },
    ]),
  )

const rule = (from: string, months: number, reason = 'Assembly of 12 January') =>
  scene.do('2026-01-20', (trx, context) => setFiscalYear(trx, context, { entityNo: 1, from, months, reason }))
const statements = (period: string) =>
  inOffice(
    database.db,
    scene.officeId,
    (trx) => readStatements(trx, scene.context('2026-12-01'), { period, chart: 'national' }),
    { isolation: 'repeatable read' },
  )
const propose = (changes: Partial<Parameters<typeof proposeAppropriation>[2]> = {}) =>
  scene.do('2026-06-20', (trx, context) =>
    proposeAppropriation(trx, context, {
      entityNo: 1,
      yearTo: '2026-03-31',
      toReserves: 30_000n,
      decidedOn: '2026-06-15',
      minutes: 'Minutes of 15 June, item 4',
      ...changes,
    }),
  )

test('a company’s year may begin in another month: statements and files follow it', async () => {
  await expect(rule('2026-04-02', 12)).rejects.toMatchObject({ field: 'from' })
  await expect(rule('2026-04-01', 25)).rejects.toMatchObject({ field: 'months' })
  expect(await rule('2026-04-01', 12)).toHaveLength(1)
  expect(await rule('2026-04-01', 12)).toHaveLength(1)
  await expect(rule('2026-04-01', 9)).rejects.toMatchObject({ type: 'conflict' })

  const march = await statements('2026-03')
  expect(march).toMatchObject({ from: '2026-01-01', fromBefore: '2025-01-01', toBefore: '2025-03-31' })
  expect(march.profitAndLoss.result.amount).toBe(50_000n)
  const may = await statements('2026-05')
  expect(may).toMatchObject({ from: '2026-04-01', to: '2026-05-31', toBefore: '2025-05-31' })
  expect(may.profitAndLoss.result.amount).toBe(7_000n)
  expect(may.balanceSheet.equity.lines.slice(-2)).toMatchObject([
    { result: 'of-earlier-years', amount: 50_000n },
    { result: 'of-the-year', amount: 7_000n },
  ])
  const read = await inOffice(
    database.db,
    scene.officeId,
    async (trx) => {
      const file = await exportBooks(trx, scene.context('2027-05-01'), { format: 'csv', year: 2027 })
      const pieces: Uint8Array[] = []
      for await (const piece of file.content) pieces.push(piece)
      return { ...readCsv(Buffer.concat(pieces)), fileName: file.fileName }
    },
    { isolation: 'repeatable read' },
  )
  // The year to 31 March 2027 begins with what was earned before it on the account of results brought forward.
  expect(read.closing.get('1400')).toBe(-50_000n)
  expect(read.closing.get('7439')).toBe(-7_000n)
})

test('an assembly decides on a closed year’s result, two people post it, and no statement changes its sum', async () => {
  await expect(propose()).rejects.toThrow('is not closed')
  for (const month of ['2026-01-01', '2026-02-01', '2026-03-01'])
    await scene.do('2026-06-20', (trx) => closePeriod(trx, month))
  await expect(rule('2026-03-01', 12)).rejects.toMatchObject({ type: 'conflict' })
  await expect(propose({ yearTo: '2026-12-31' })).rejects.toMatchObject({ field: 'yearTo' })
  await expect(propose({ toReserves: 50_001n })).rejects.toMatchObject({ type: 'refused' })
  await expect(propose({ toReserves: -1n })).rejects.toMatchObject({ type: 'refused' })
  const first = await propose()
  await scene.do('2026-06-20', (trx, context) => withdrawAppropriation(trx, context, first.appropriationId))
  const { appropriationId } = await propose()
  await expect(propose()).rejects.toMatchObject({ type: 'conflict' })
  const approve = (by: string) =>
    scene.do('2026-06-21', (trx, context) => approveAppropriation(trx, context, appropriationId), by)
  await expect(approve('sam')).rejects.toMatchObject({ type: 'refused' })
  const before = await statements('2026-06')
  expect(await approve('kim')).toMatchObject({ state: 'approved', effectiveOn: '2026-06-21' })
  expect(await approve('ann')).toMatchObject({ approvedBy: 'kim' })
  const after = await statements('2026-06')
  expect(after.balanceSheet.equity.amount).toBe(before.balanceSheet.equity.amount)
  expect(after.balanceSheet.equity.lines).toMatchObject([
    { number: '1330', amount: 30_000n },
    { result: 'of-earlier-years', amount: 20_000n },
    { result: 'of-the-year', amount: 7_000n },
  ])
  expect(await scene.do('2026-06-21', (trx) => balance(trx, 'reserves'))).toMatchObject([{ net: -30_000n }])
  expect(await scene.do('2026-06-21', (trx) => listAppropriations(trx, scene.officeId))).toMatchObject([
    { state: 'approved', yearFrom: '2026-01-01' },
    { state: 'withdrawn' },
  ])
})

test('each year says how it went, what was set aside of it and what the next assembly may decide on', async () => {
  const read = () => scene.do('2026-06-21', (trx, context) => readYearResults(trx, context))
  expect(await read()).toEqual([
    {
      legalEntityId: scene.legalEntityId,
      // 500.00 of the closed year less the 300.00 set aside; the 70.00 of the running year are nobody's to decide on yet.
      broughtForward: 20_000n,
      reserves: 30_000n,
      years: [
        { from: '2026-04-01', to: '2027-03-31', state: 'running', result: 7_000n, toReserves: 0n },
        { from: '2026-01-01', to: '2026-03-31', state: 'decided', result: 50_000n, toReserves: 30_000n },
        { from: '2025-01-01', to: '2025-12-31', state: 'closed', result: 0n, toReserves: 0n },
        { from: '2024-01-01', to: '2024-12-31', state: 'closed', result: 0n, toReserves: 0n },
      ],
    },
  ])
  await earn('2026-04-10', -9_000n)
  expect((await read())[0]).toMatchObject({
    broughtForward: 20_000n,
    years: [{ result: -2_000n }, {}, {}, {}],
  })
})
