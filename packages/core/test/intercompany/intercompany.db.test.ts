import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealMonth } from '../../src/closes/index.ts'
import {
  bookIntercompany,
  INTERCOMPANY_DIRECTIONS,
  INTERCOMPANY_KINDS,
  type IntercompanyDraft,
  intercompanyEntries,
  intercompanyItems,
} from '../../src/intercompany/index.ts'
import { balance, trialBalance } from '../../src/ledger/index.ts'
import { packContent } from '../../src/packs/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
let north: WageScene
let south: WageScene
beforeAll(async () => {
  database = await testDatabase()
  north = await WageScene.open(database.db, { slug: 'north' })
  south = await WageScene.open(database.db, { slug: 'south' })
})
afterAll(() => database.drop())

const training: IntercompanyDraft = {
  counterparty: 'south',
  reference: 'NORTH-2026-001',
  kind: 'invoice',
  direction: 'given',
  amount: 120_000n,
  effectiveOn: '2026-01-20',
  description: 'Training of two advisers',
}
const book = (scene: WageScene, draft: IntercompanyDraft) =>
  scene.do('2026-01-28', (trx, context) => bookIntercompany(trx, context, draft))
const standing = (scene: WageScene, account: string) =>
  scene.do('2026-01-28', async (trx) => (await balance(trx, account))[0]?.net ?? 0n)

test('each office books its own side under one reference, and the two sides mirror each other', async () => {
  const given = await book(north, training)
  const received = await book(south, { ...training, counterparty: 'north', direction: 'received' })
  expect(given).toMatchObject({ reference: received.reference, currency: 'EUR', bookedBy: 'sam' })
  expect(await standing(north, 'intercompany:south')).toBe(120_000n)
  expect(await standing(north, 'intercompany-income:south')).toBe(-120_000n)
  expect(await standing(south, 'intercompany:north')).toBe(-120_000n)
  expect(await standing(south, 'intercompany-expense:north')).toBe(120_000n)
})

test('the account for the other office is a further one of the same statutory number and group account', async () => {
  const lines = await north.do('2026-01-28', (trx) => trialBalance(trx, { upTo: '2026-01-31' }))
  expect(lines.find(({ account }) => account === 'intercompany:south')).toMatchObject({
    number: '4161',
    name: 'Current accounts with offices of the group · SOUTH',
    group: 'G2900',
  })
})

test('booked again, or by eight at once, it stands once; with other content it is a conflict', async () => {
  const again = await book(north, training)
  expect(again.intercompanyItemId).toBe(
    (await north.do('2026-01-28', (trx) => intercompanyItems(trx, north.officeId)))[0]?.intercompanyItemId,
  )
  await expect(book(north, { ...training, amount: 120_001n })).rejects.toMatchObject({
    type: 'conflict',
    extra: { field: 'amount' },
  })
  const loan: IntercompanyDraft = { ...training, reference: 'LOAN-1', kind: 'loan', amount: 5_000n }
  const ids = await Promise.all(Array.from({ length: 8 }, () => book(north, loan)))
  expect(new Set(ids.map(({ intercompanyItemId }) => intercompanyItemId)).size).toBe(1)
  expect(await standing(north, 'intercompany:south')).toBe(125_000n)
  await book(north, { ...loan, reference: 'LOAN-1-BACK', amount: -5_000n })
  expect(await standing(north, 'intercompany:south')).toBe(120_000n)
})

test.each([
  ['counterparty', { counterparty: 'north' }],
  ['counterparty', { counterparty: 'No slug' }],
  ['amount', { amount: 0n }],
  ['reference', { reference: ' ' }],
  ['effectiveOn', { effectiveOn: '2026-02-30' }],
  ['kind', { kind: 'gift' as never }],
  ['direction', { direction: 'sideways' as never }],
  ['legalEntityId', { legalEntityId: '0190a000-0000-7000-8000-000000000000' }],
  ['description', { description: 'x'.repeat(301) }],
] as const)('a fault of %s is named, and nothing is booked', async (field, wrong) => {
  const before = await north.do('2026-01-28', (trx) => intercompanyItems(trx, north.officeId))
  await expect(book(north, { ...training, reference: 'BAD', ...wrong })).rejects.toMatchObject({
    type: 'invalid-field',
    field,
  })
  expect(await north.do('2026-01-28', (trx) => intercompanyItems(trx, north.officeId))).toEqual(before)
})

test('whatever the kind, what one side gives and the other receives cancels out between them', () => {
  for (const kind of INTERCOMPANY_KINDS) {
    const between = INTERCOMPANY_DIRECTIONS.flatMap((direction) =>
      intercompanyEntries({ counterparty: 'x', kind, direction, amount: 700n, currency: 'EUR' }),
    )
    expect(between.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n)
    const claims = between.filter(({ account }) => account === 'intercompany:x')
    expect(claims.map(({ amount }) => amount)).toEqual(kind === 'capital' ? [] : [700n, -700n])
  }
})

test('the pack tells what stands with every other office: balances, income, expense and shares', async () => {
  const shares: IntercompanyDraft = { ...training, reference: 'SHARES-1', kind: 'capital', amount: 30_000n }
  await book(north, shares)
  const { pack } = await north.do('2026-02-02', (trx, context) =>
    sealMonth(trx, context, { period: '2026-01' }),
  )
  expect(packContent.parse(pack.content).intercompany).toEqual([
    { counterparty: 'south', account: 'intercompany-income:south', closing: '-1200.00' },
    { counterparty: 'south', account: 'intercompany:south', closing: '1200.00' },
    { counterparty: 'south', account: 'participation:south', closing: '300.00' },
  ])
  expect(pack.content.accounts.find(({ account }) => account === 'participation:south')?.group).toBe('G1400')
})
