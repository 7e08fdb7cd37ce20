import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inOffice } from '../../src/database/index.ts'
import { deliver, enqueue, type OutboxMessage, retryDelivery, undelivered } from '../../src/outbox/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { type WorkScene, workScene } from '../support/work-scene.ts'

let database: TestDatabase
let scene: WorkScene
beforeAll(async () => {
  database = await testDatabase()
  scene = await workScene(database.db)
})
afterAll(() => database.drop())
beforeEach(() =>
  inScene((trx) => sql`delete from samen.outbox where office_id = ${scene.officeId}`.execute(trx)),
)

const inScene = <T>(work: Parameters<typeof inOffice<T>>[2]) => inOffice(database.db, scene.officeId, work)
const message = (key: string): OutboxMessage => ({ kind: 'pack', idempotencyKey: key, payload: { key } })
const arrive = () => Promise.resolve()
const later = (seconds: number) => new Date(Date.now() + seconds * 1_000)

test('a message whose transaction rolls back is never delivered', async () => {
  const attempt = inScene(async (trx) => {
    await enqueue(trx, scene.officeId, [message('a')])
    throw new Error('no')
  })
  await expect(attempt).rejects.toThrow('no')
  expect(await deliver(database.db, scene.officeId, 'pack', arrive)).toEqual({
    delivered: 0,
    failed: 0,
  })
})

test('a message written twice is one message', async () => {
  await inScene((trx) => enqueue(trx, scene.officeId, [message('a'), message('a')]))
  await inScene((trx) => enqueue(trx, scene.officeId, [message('a')]))
  expect(await deliver(database.db, scene.officeId, 'pack', arrive)).toEqual({
    delivered: 1,
    failed: 0,
  })
})

test('two servers deliver forty messages, each exactly once while nothing fails', async () => {
  const keys = Array.from({ length: 40 }, (_, index) => `m${index}`)
  await inScene((trx) => enqueue(trx, scene.officeId, keys.map(message)))
  const seen: string[] = []
  const server = async () => {
    for (let round = 0; round < 10; round++)
      await deliver(
        database.db,
        scene.officeId,
        'pack',
        async ({ idempotencyKey }) => {
          await new Promise((resolve) => setTimeout(resolve, 1))
          seen.push(idempotencyKey)
        },
        { limit: 5, now: later(1) },
      )
  }
  await Promise.all([server(), server()])
  expect(seen.toSorted()).toEqual(keys.toSorted())
})

test('one that fails waits for its turn, keeps its reason, and does not hold up the others', async () => {
  await inScene((trx) => enqueue(trx, scene.officeId, [message('bad'), message('good')]))
  const picky = async ({ idempotencyKey }: OutboxMessage) => {
    if (idempotencyKey === 'bad') throw new Error('the group does not answer')
  }
  const now = later(1)
  expect(await deliver(database.db, scene.officeId, 'pack', picky, { now })).toEqual({
    delivered: 1,
    failed: 1,
  })
  expect(await inScene((trx) => undelivered(trx, scene.officeId))).toMatchObject([
    { idempotencyKey: 'bad', attempts: 1, lastError: 'the group does not answer' },
  ])
  const soon = new Date(now.getTime() + 9_000)
  expect(await deliver(database.db, scene.officeId, 'pack', picky, { now: soon })).toEqual({
    delivered: 0,
    failed: 0,
  })
  const enough = new Date(now.getTime() + 10_000)
  const outcome = await deliver(database.db, scene.officeId, 'pack', arrive, { now: enough })
  expect(outcome).toEqual({ delivered: 1, failed: 0 })
})

test('a deliverer’s own broken statement costs only its own message', async () => {
  await inScene((trx) => enqueue(trx, scene.officeId, [message('bad'), message('good')]))
  const outcome = await deliver(
    database.db,
    scene.officeId,
    'pack',
    async ({ idempotencyKey }, trx) => {
      if (idempotencyKey === 'bad') await sql`select 1 / 0`.execute(trx)
    },
    { now: later(1) },
  )
  expect(outcome).toEqual({ delivered: 1, failed: 1 })
})

test('after too many failures nobody tries any more, until a human says so', async () => {
  await inScene((trx) => enqueue(trx, scene.officeId, [message('never')]))
  const year = 365 * 86_400
  const refuse = async () => {
    throw new Error('no')
  }
  for (let attempt = 1; attempt <= 25; attempt++)
    await deliver(database.db, scene.officeId, 'pack', refuse, { now: later(attempt * year) })
  const [parked] = await inScene((trx) => undelivered(trx, scene.officeId))
  expect(parked).toMatchObject({ attempts: 25, dueAt: null })
  const never = { now: later(1_000 * year) }
  expect(await deliver(database.db, scene.officeId, 'pack', refuse, never)).toEqual({
    delivered: 0,
    failed: 0,
  })
  await inScene((trx) => retryDelivery(trx, scene.officeId, parked?.outboxId as string))
  const again = await deliver(database.db, scene.officeId, 'pack', arrive, { now: later(1) })
  expect(again).toEqual({ delivered: 1, failed: 0 })
})
