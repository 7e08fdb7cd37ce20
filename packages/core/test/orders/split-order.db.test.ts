import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OfficeContext } from '../../src/context/index.ts'
import { contractById, fileHiring, moveContracts, type PriceLine } from '../../src/contracts/index.ts'
import { inOffice, type Transaction } from '../../src/database/index.ts'
import { invoicesOfContracts } from '../../src/invoices/index.ts'
import { completeDueParts, type OrderPlan, splitOrder } from '../../src/orders/index.ts'
import { makeQuote } from '../../src/quotes/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { jobDraft, type WorkScene, workScene } from '../support/work-scene.ts'

let database: TestDatabase
let scene: WorkScene
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
let offices = 0
beforeEach(async () => {
  scene = await workScene(database.db, `o${++offices}`)
})

const inScene = <T>(work: (trx: Transaction) => Promise<T>) => inOffice(database.db, scene.officeId, work)
const on = (day: string): OfficeContext => ({
  ...scene.context,
  today: day,
  now: new Date(`${day}T09:00:00Z`),
})
const line = (supply: PriceLine['supply'], unitPrice: bigint): PriceLine => ({
  kind: 'work',
  description: 'Rehearsals',
  supply,
  quantity: 1_000n,
  unit: 'piece',
  unitPrice,
  discount: null,
  optional: false,
  chosen: true,
})

async function order(): Promise<string> {
  const {
    fee: _,
    state: __,
    validUntil: ___,
    ...job
  } = jobDraft(scene, {
    startsOn: '2026-11-24',
    endsOn: '2027-01-20',
  })
  const engagements = [{ memberId: scene.member.memberId, terms: { status: 'artist', hours: 30 } }]
  const lines = [line('performance', 100_000n), line('service', 50_001n)]
  const { contract } = await inScene((trx) =>
    makeQuote(trx, scene.context, { ...job, engagements, lines, ownExpenses: 1_000n }),
  )
  await inScene((trx) => moveContracts(trx, scene.context, [contract.contractId], 'order'))
  return contract.contractId
}
const split = (contractId: string, plan: OrderPlan, automatic = true) =>
  inScene((trx) =>
    splitOrder(trx, scene.context, contractId, {
      plan,
      automatic,
      termsFor: (terms) => ({ ...terms, hours: 10 }),
    }),
  )
const start = async (contractId: string, day: string) => {
  const { rows } = await inScene((trx) =>
    sql<{
      id: string
    }>`select engagement_id as id from samen.engagement where contract_id = ${contractId}`.execute(trx),
  )
  await inScene((trx) =>
    fileHiring(trx, scene.context, rows[0]?.id ?? '', { filedAt: new Date('2026-11-23T08:00:00Z') }),
  )
  await inScene((trx) => moveContracts(trx, on(day), [contractId], 'started'))
}

test('an order a month is three jobs that come to it, each with its people, its days and its pay day', async () => {
  const id = await order()
  const parts = await split(id, { every: 'month' })
  expect(
    parts.map(({ reference, startsOn, endsOn, fee, state }) => [
      reference.slice(-3),
      startsOn,
      endsOn,
      fee,
      state,
    ]),
  ).toEqual([
    ['/01', '2026-11-24', '2026-11-30', 50_001n, 'order'],
    ['/02', '2026-12-01', '2026-12-31', 50_000n, 'order'],
    ['/03', '2027-01-01', '2027-01-20', 50_000n, 'order'],
  ])
  expect(await inScene((trx) => contractById(trx, scene.officeId, id))).toMatchObject({
    state: 'split',
    fee: 150_001n,
  })
  const { rows } = await inScene((trx) =>
    sql`select terms, pay_by from samen.engagement e join samen.order_part p using (office_id, contract_id)
         where p.order_id = ${id} order by part_no`.execute(trx),
  )
  expect(rows).toMatchObject([
    { terms: { hours: 10, startsOn: '2026-11-24' }, pay_by: '2026-12-09' },
    { terms: { hours: 10, startsOn: '2026-12-01' } },
    { terms: { hours: 10, startsOn: '2027-01-01' } },
  ])
  expect(await split(id, { every: 'quarter' })).toEqual(parts)
})

test('milestones have the shares that were agreed', async () => {
  const parts = await split(await order(), {
    parts: [
      { label: 'First rehearsal', startsOn: '2026-11-24', endsOn: '2026-11-25', weight: 3_000n },
      { label: 'Premiere', startsOn: '2026-12-20', endsOn: '2026-12-20', weight: 7_000n },
    ],
  })
  expect(parts.map(({ fee }) => fee)).toEqual([45_000n, 105_001n])
})

test('a part that is over is done and invoiced once, with each VAT rate, though the job runs again and again', async () => {
  const parts = await split(await order(), { every: 'month' })
  const [first, second] = parts.map(({ contractId }) => contractId) as [string, string]
  await start(first, '2026-11-24')
  const run = (day: string) => inScene((trx) => completeDueParts(trx, on(day)))
  expect(await run('2026-11-30')).toBe(0)
  expect(await Promise.all([run('2026-12-01'), run('2026-12-01')])).toEqual(expect.arrayContaining([0, 1]))
  expect(await run('2026-12-02')).toBe(0)
  const invoices = await inScene((trx) => invoicesOfContracts(trx, scene.officeId, [first, second]))
  expect(invoices).toHaveLength(1)
  expect(invoices[0]).toMatchObject({
    net: 50_001n,
    document: {
      vat: [
        { rate: '6', base: '333.34' },
        { rate: '21', base: '166.67' },
      ],
    },
  })
})

test('what was split is moved no more, and what has its hiring declared is not split', async () => {
  const id = await order()
  await split(id, { every: 'month' })
  await expect(inScene((trx) => moveContracts(trx, scene.context, [id], 'cancelled'))).rejects.toMatchObject({
    type: 'conflict',
  })
  const declared = await order()
  await inScene((trx) =>
    sql`update samen.engagement set hiring_filed_at = now() where contract_id = ${declared}`.execute(trx),
  )
  await expect(split(declared, { every: 'month' })).rejects.toMatchObject({ type: 'conflict' })
})

test('the database refuses parts that are not the order', async () => {
  const id = await order()
  const [, other] = [await order(), await order()]
  await expect(
    inScene((trx) =>
      sql`insert into samen.order_part (office_id, order_id, part_no, contract_id, label, weight, fee, expenses, automatic)
        values (${scene.officeId}, ${id}, 1, ${other}, 'x', 1, 1, 0, false)`.execute(trx),
    ),
  ).rejects.toThrow('the parts of an order come to')
})
