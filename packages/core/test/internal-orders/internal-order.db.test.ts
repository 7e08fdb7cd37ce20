import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clearedBudget } from '../../src/activities/index.ts'
import { readActivityStatement } from '../../src/books/index.ts'
import { newId } from '../../src/database/index.ts'
import {
  INTERNAL_ORDER_STEPS,
  type InternalOrderDraft,
  type InternalOrderStep,
  internalOrders,
  moveInternalOrder,
  offerInternalOrder,
} from '../../src/internal-orders/index.ts'
import { post } from '../../src/ledger/index.ts'
import { Problem } from '../../src/problem/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { major, WageScene } from '../support/wage-scene.ts'

const today = '2026-11-23'
type Worker = Awaited<ReturnType<WageScene['worker']>>
let database: TestDatabase
let scene: WageScene
let builder: Worker
let singer: Worker
let clientId: string

beforeAll(async () => {
  database = await testDatabase()
  scene = await WageScene.open(database.db)
  builder = await scene.worker()
  singer = await scene.worker()
  clientId = (await scene.client()).clientId
})
afterAll(() => database.drop())

const fill = ({ activityId }: Worker, amount: bigint) =>
  scene.do(today, (trx, { plugin: { currency } }) =>
    post(trx, scene.officeId, [
      {
        key: `earlier-work:${newId()}`,
        kind: 'opening',
        legalEntityId: scene.legalEntityId,
        effectiveOn: '2026-01-05',
        entries: [
          { account: 'bank', currency, amount },
          { account: 'activity-budget', subject: activityId, currency, amount: -amount },
        ],
      },
    ]),
  )
const offer = (changes: Partial<InternalOrderDraft> = {}, memberId?: string) =>
  scene.do(today, (trx, context) =>
    offerInternalOrder(
      trx,
      context,
      {
        sellerId: builder.activityId,
        buyerId: singer.activityId,
        title: 'A stage set',
        amount: 30_000n,
        ...changes,
      },
      memberId,
    ),
  )
const move = (internalOrderId: string, step: InternalOrderStep, memberId?: string) =>
  scene.do(today, (trx, context) =>
    moveInternalOrder(trx, context, { internalOrderId, step, reason: 'Agreed by both' }, memberId),
  )
const budget = ({ activityId }: Worker) =>
  scene.do(today, (trx) => clearedBudget(trx, scene.officeId, activityId, 'EUR'))
const sums = () =>
  scene.do(today, async (trx) => {
    const { rows } = await sql<{ account: string; net: bigint }>`
      select account, sum(amount)::int8 as net from samen.ledger_entry where office_id = ${scene.officeId}
       group by account order by account`.execute(trx)
    return rows
  })

test('work is offered, accepted, delivered and settled by the members of each side: the money changes budgets, once', async () => {
  await fill(singer, 50_000n)
  const before = await sums()
  const { internalOrderId } = await offer({}, builder.memberId)
  await expect(move(internalOrderId, 'accept', builder.memberId)).rejects.toMatchObject({ type: 'forbidden' })
  await expect(move(internalOrderId, 'settle')).rejects.toMatchObject({ type: 'conflict' })
  await move(internalOrderId, 'accept', singer.memberId)
  await move(internalOrderId, 'deliver', builder.memberId)
  const settled = await Promise.all([1, 2, 3].map(() => move(internalOrderId, 'settle', singer.memberId)))
  expect(settled.map(({ state }) => state)).toEqual(['settled', 'settled', 'settled'])
  expect([(await budget(builder)).cleared, (await budget(singer)).cleared]).toEqual([30_000n, 20_000n])
  expect(await sums()).toEqual(before)
  const statement = await scene.do(today, (trx, context) =>
    readActivityStatement(trx, context, { period: '2026-11', activityId: singer.activityId }),
  )
  expect(statement.lines).toContainEqual({ kind: 'internal-order', amount: -30_000n, before: 0n })

  await expect(move(internalOrderId, 'withdraw')).rejects.toMatchObject({ type: 'conflict' })
  await expect(move(internalOrderId, 'return', singer.memberId)).rejects.toMatchObject({ type: 'forbidden' })
  expect((await move(internalOrderId, 'return', builder.memberId)).state).toBe('returned')
  expect([(await budget(builder)).cleared, (await budget(singer)).cleared]).toEqual([0n, 50_000n])
})

test('what a client has not paid is enough to accept, and not to settle; what is kept for wages is neither', async () => {
  const [seller, buyer] = [await scene.worker(), await scene.worker()]
  const between = { sellerId: seller.activityId, buyerId: buyer.activityId }
  // Of a job of 2 000, the levy takes 200, 500 are for expenses, and the rest is the wage still owed.
  const { invoice } = await scene.job(buyer, clientId, {
    endsOn: '2026-11-02',
    fee: 200_000n,
    expenses: 50_000n,
  })
  expect(await budget(buyer)).toEqual({
    holds: 180_000n,
    reserved: 130_000n,
    free: 50_000n,
    uncleared: 50_000n,
    cleared: 0n,
  })
  const dear = await offer({ ...between, amount: 50_001n })
  await expect(move(dear.internalOrderId, 'accept')).rejects.toMatchObject({ type: 'refused' })
  const { internalOrderId } = await offer({ ...between, amount: 50_000n })
  await move(internalOrderId, 'accept')
  await move(internalOrderId, 'deliver')
  const unpaid = { type: 'refused', detail: expect.stringContaining('500.00 is not paid by clients yet') }
  await expect(move(internalOrderId, 'settle')).rejects.toMatchObject(unpaid)

  // The wage goes out on an advance of the fund: what the client owes beyond it is not in yet.
  await scene.pay('2026-11-12')
  const paid = await budget(buyer)
  expect([paid.reserved, paid.uncleared, paid.cleared]).toEqual([0n, paid.holds, 0n])
  await expect(move(internalOrderId, 'settle')).rejects.toMatchObject({ type: 'refused' })
  await scene.statement('2026-11-20', [
    { amount: major(invoice.total), structured: invoice.paymentReference },
  ])
  expect((await move(internalOrderId, 'settle')).state).toBe('settled')
})

test('an order is refused between two companies, from an activity to itself, and by somebody who has no part in it', async () => {
  const stranger = await scene.worker()
  await expect(offer({ buyerId: builder.activityId })).rejects.toMatchObject({ field: 'buyerId' })
  await expect(offer({ amount: 0n, title: ' ' })).rejects.toMatchObject({ type: 'invalid-field' })
  await expect(offer({}, stranger.memberId)).rejects.toMatchObject({ type: 'forbidden' })
  const { internalOrderId } = await offer()
  await expect(move(internalOrderId, 'accept', stranger.memberId)).rejects.toMatchObject({
    type: 'not-found',
  })
  expect(await offer({ internalOrderId })).toMatchObject({ internalOrderId, state: 'offered' })
  await expect(offer({ internalOrderId, amount: 1n })).rejects.toMatchObject({ type: 'conflict' })
  const theirs = await scene.do(today, (trx) =>
    internalOrders(trx, scene.officeId, { memberId: stranger.memberId }),
  )
  expect(theirs).toEqual([])
})

test('whatever is offered and done in whatever order, the sum of all budgets stays, and none gives what it has not', async () => {
  await fill(builder, 40_000n)
  const workers = [builder, singer, await scene.worker()]
  const before = await sums()
  const act = fc.record({
    from: fc.nat(2),
    to: fc.nat(2),
    amount: fc.bigInt(1n, 60_000n),
    steps: fc.array(fc.constantFrom(...INTERNAL_ORDER_STEPS), { maxLength: 6 }),
    straight: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 4 }), async (acts) => {
      for (const { from, to, amount, steps, straight } of acts) {
        if (from === to) continue
        const [sellerId, buyerId] = [workers[from]?.activityId ?? '', workers[to]?.activityId ?? '']
        const { internalOrderId } = await offer({ sellerId, buyerId, amount })
        for (const step of straight ? (['accept', 'deliver', 'settle', ...steps] as const) : steps)
          await move(internalOrderId, step).catch((error) => {
            if (!(error instanceof Problem && ['conflict', 'refused'].includes(error.type))) throw error
          })
      }
      expect(await sums()).toEqual(before)
      for (const worker of workers) expect((await budget(worker)).holds).toBeGreaterThanOrEqual(0n)
    }),
    { numRuns: 8 },
  )
})
