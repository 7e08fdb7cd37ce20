import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inOffice } from '../../src/database/index.ts'
import { accountsOf, balance } from '../../src/ledger/index.ts'
import {
  bookableAccounts,
  bookByHand,
  bookings,
  undoBooking,
  waitingTransactions,
} from '../../src/statements/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { WageScene } from '../support/wage-scene.ts'

/** Contributions that left the account, the bank's charges, and a share that came in. */
let place: TestDatabase
let scene: WageScene
beforeAll(async () => {
  place = await testDatabase()
  scene = await WageScene.open(place.db)
  await scene.statement('2026-02-05', [
    { amount: '-120.00', name: 'Social Security', free: 'contributions January' },
    { amount: '-2.50', name: 'Bank', free: 'charges' },
    { amount: '30.00', name: 'Ana', free: 'my share' },
  ])
})
afterAll(() => place.drop())

const waits = () => scene.do('2026-02-06', (trx) => waitingTransactions(trx, scene.officeId, []))
const idOf = async (name: string) => {
  const { rows } = await inOffice(place.db, scene.officeId, (trx) =>
    sql<{
      id: string
    }>`select bank_transaction_id as id from bank_transaction where counterparty_name = ${name}`.execute(trx),
  )
  return rows[0]?.id ?? ''
}
const book = async (name: string, account: string, amount?: bigint, words = 'what the letter says') => {
  const bankTransactionId = await idOf(name)
  return scene.do('2026-02-06', (trx, context) =>
    bookByHand(trx, context, { bankTransactionId, account, amount, words }),
  )
}
const netOf = (account: string) =>
  inOffice(place.db, scene.officeId, async (trx) => (await balance(trx, account))[0]?.net ?? 0n)

test('only accounts that nothing else keeps are offered: no budgets, no funds, no receivables', async () => {
  const offered = (await scene.do('2026-02-06', (trx) => bookableAccounts(trx))).map(({ account }) => account)
  expect(offered).toEqual(expect.arrayContaining(['vat-payable', 'other-expenses', 'share-capital']))
  const ofPayslips = accountsOf(scene.plugin).filter(({ account }) => account.includes(':'))
  expect(ofPayslips.length).toBeGreaterThan(0)
  expect(offered).toEqual(expect.arrayContaining(ofPayslips.map(({ account }) => account)))
  for (const kept of ['activity-budget', 'fund-available', 'client-receivable', 'net-payable', 'bank'])
    expect(offered).not.toContain(kept)
})

test('what is wrong is told at its field, and nothing changes', async () => {
  await expect(book('Bank', 'activity-budget')).rejects.toMatchObject({ field: 'account' })
  await expect(book('Bank', 'other-expenses', 251n)).rejects.toMatchObject({ field: 'amount' })
  await expect(book('Bank', 'other-expenses', 0n)).rejects.toMatchObject({ field: 'amount' })
  await expect(book('Bank', 'other-expenses', 250n, '  ')).rejects.toMatchObject({ field: 'words' })
  expect(await waits()).toHaveLength(3)
})

test('money that left and money that came go where a person says, whole or in parts', async () => {
  const [authority] = (await scene.do('2026-02-06', (trx) => bookableAccounts(trx))).filter(({ account }) =>
    account.startsWith('authority-payable:'),
  )
  const account = authority?.account ?? ''
  expect(await book('Social Security', account, 10_000n)).toMatchObject({ amount: 10_000n, left: 2_000n })
  expect(await book('Social Security', account)).toMatchObject({ amount: 2_000n, left: 0n })
  await book('Bank', 'other-expenses')
  await book('Ana', 'share-capital')
  expect(await waits()).toEqual([])
  expect(await netOf(account)).toBe(12_000n)
  expect(await netOf('other-expenses')).toBe(250n)
  expect(await netOf('share-capital')).toBe(-3_000n)
  expect(await netOf('unmatched-receipts')).toBe(0n)
  await expect(book('Ana', 'share-capital')).rejects.toMatchObject({ type: 'conflict' })
})

test('a booking is taken back once: the money waits again, and the books keep both', async () => {
  const list = () => scene.do('2026-02-06', (trx) => bookings(trx, scene.officeId))
  const [charges] = (await list()).filter(({ account }) => account.account === 'other-expenses')
  expect(charges).toMatchObject({ amount: -250n, words: 'what the letter says', counterpartyName: 'Bank' })
  const undo = (reason: string) =>
    scene.do('2026-02-07', (trx, context) =>
      undoBooking(trx, context, { bankMatchId: charges?.bankMatchId ?? '', reason }),
    )
  await expect(undo(' ')).rejects.toMatchObject({ field: 'reason' })
  await undo('it was interest')
  await expect(undo('again')).rejects.toMatchObject({ type: 'conflict' })
  expect(await waits()).toMatchObject([{ counterpartyName: 'Bank', rest: 250n }])
  expect(await netOf('other-expenses')).toBe(0n)
  await book('Bank', 'interest-expense')
  expect(await waits()).toEqual([])
  expect(await list()).toHaveLength(4)
})
