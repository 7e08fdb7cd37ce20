import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { moveContracts, type PriceLine } from '../../src/contracts/index.ts'
import { inOffice, type Transaction } from '../../src/database/index.ts'
import { makeQuote, reviseQuote } from '../../src/quotes/index.ts'
import {
  aboveCeiling,
  decideValidation,
  latestValidation,
  selfValidate,
  setCeiling,
} from '../../src/validations/index.ts'
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
  scene = await workScene(database.db, `v${++offices}`)
})

const inScene = <T>(work: (trx: Transaction) => Promise<T>) => inOffice(database.db, scene.officeId, work)
const line = (unitPrice: bigint, optional = false): PriceLine => ({
  kind: 'work',
  description: 'Songs',
  supply: 'service',
  quantity: 1_000n,
  unit: 'piece',
  unitPrice,
  discount: null,
  optional,
  chosen: !optional,
})
async function quote(lines: PriceLine[], startsOn = '2026-12-10'): Promise<string> {
  const { fee: _, state: __, validUntil: ___, ...job } = jobDraft(scene, { startsOn, endsOn: startsOn })
  const engagements = [{ memberId: scene.member.memberId, terms: { status: 'artist' } }]
  const { contract } = await inScene((trx) => makeQuote(trx, scene.context, { ...job, engagements, lines }))
  return contract.contractId
}
const ceiling = (perContract: bigint | null, perMonth: bigint | null, validFrom?: string) =>
  inScene((trx) =>
    setCeiling(trx, scene.context, scene.member.memberId, {
      perContract,
      perMonth,
      ...(validFrom && { validFrom }),
    }),
  )
const ask = (contractId: string) =>
  inScene((trx) => selfValidate(trx, scene.context, scene.member.memberId, contractId))
const decide = (contractId: string, decision: 'approved' | 'rejected', reason?: string) =>
  inScene((trx) =>
    decideValidation(trx, scene.context, contractId, { decision, reason, deciderMemberId: null }),
  )

test.each([
  [null, null, 10n ** 12n, 0n, undefined],
  [100n, null, 100n, 0n, undefined],
  [100n, null, 101n, 0n, 'per-contract'],
  [null, 100n, 60n, 40n, undefined],
  [null, 100n, 60n, 41n, 'per-month'],
  [0n, null, 1n, 0n, 'per-contract'],
])(
  'a ceiling of %s a contract and %s a month meets %s beside %s: %s',
  (contract, month, worth, others, why) => {
    expect(aboveCeiling({ perContract: contract, perMonth: month }, worth, others)?.why).toBe(why)
  },
)

test('a member without a ceiling agrees alone, and one with a ceiling up to it', async () => {
  const id = await quote([line(100_000n)])
  expect(await ask(id)).toBeUndefined()
  await ceiling(100_000n, null)
  expect(await ask(id)).toBeUndefined()
})

test('a quote above the ceiling waits, options included, until the office approves that much and no more', async () => {
  await ceiling(100_000n, null)
  const id = await quote([line(90_000n), line(20_000n, true)])
  const asked = await ask(id)
  expect(asked).toMatchObject({ state: 'waiting', worth: 110_000n, why: 'per-contract', ceiling: 100_000n })
  expect(await ask(id)).toEqual(asked)
  await decide(id, 'approved')
  expect(await ask(id)).toBeUndefined()
  await inScene((trx) => reviseQuote(trx, scene.context, id, { lines: [line(120_000n)] }))
  expect(await ask(id)).toMatchObject({ state: 'waiting', worth: 120_000n, validationNo: 2 })
})

test('what the office agreed to for one client and its days does not count for other days', async () => {
  await ceiling(1_000n, null)
  const id = await quote([line(5_000n)])
  await ask(id)
  await decide(id, 'approved')
  const revise = (changes: { title?: string; endsOn?: string }) =>
    inScene((trx) => reviseQuote(trx, scene.context, id, { lines: [line(5_000n)], ...changes }))
  await revise({ title: 'Songs at night' })
  expect(await ask(id)).toBeUndefined()
  await revise({ endsOn: '2026-12-12' })
  expect(await ask(id)).toMatchObject({ state: 'waiting', version: 3 })
  await decide(id, 'approved')
  await revise({ title: 'Songs' })
  expect(await ask(id)).toBeUndefined()
})

test('a rejected quote stays rejected until it is revised, with a reason its member reads', async () => {
  await ceiling(1_000n, null)
  const id = await quote([line(5_000n)])
  await ask(id)
  await expect(decide(id, 'rejected')).rejects.toMatchObject({ field: 'reason' })
  await decide(id, 'rejected', 'No insurance for this.')
  expect(await ask(id)).toMatchObject({ state: 'rejected', reason: 'No insurance for this.' })
  await expect(decide(id, 'approved')).rejects.toMatchObject({ type: 'conflict' })
  expect(await decide(id, 'rejected', 'Again')).toMatchObject({ reason: 'No insurance for this.' })
  await inScene((trx) => reviseQuote(trx, scene.context, id, { lines: [line(5_000n)] }))
  expect(await ask(id)).toMatchObject({ state: 'waiting' })
})

test('lowered below the ceiling, a quote waits no more', async () => {
  await ceiling(1_000n, null)
  const id = await quote([line(5_000n)])
  await ask(id)
  await inScene((trx) => reviseQuote(trx, scene.context, id, { lines: [line(900n)] }))
  expect(await ask(id)).toBeUndefined()
  expect(await inScene((trx) => latestValidation(trx, scene.officeId, id))).toMatchObject({
    state: 'superseded',
  })
})

test('a month counts what is agreed for it, and no other month', async () => {
  await ceiling(null, 150_000n)
  const first = await quote([line(100_000n)])
  await inScene((trx) => moveContracts(trx, scene.context, [first], 'order'))
  expect(await ask(await quote([line(60_000n)], '2026-12-20'))).toMatchObject({ why: 'per-month' })
  expect(await ask(await quote([line(60_000n)], '2027-01-05'))).toBeUndefined()
})

test('a ceiling begins on its day, the later one of a day counts, and it is never set for the past', async () => {
  await ceiling(1n, null, '2027-01-01')
  const id = await quote([line(5_000n)])
  expect(await ask(id)).toBeUndefined()
  await ceiling(1n, null)
  await ceiling(10_000n, null)
  expect(await ask(id)).toBeUndefined()
  await expect(ceiling(1n, null, '2026-11-22')).rejects.toMatchObject({ field: 'validFrom' })
  await expect(ceiling(-1n, null)).rejects.toMatchObject({ field: 'perContract' })
})

test('nobody decides on their own quote, and a decision is not rewritten', async () => {
  await ceiling(1n, null)
  const id = await quote([line(5_000n)])
  await ask(id)
  await expect(
    inScene((trx) =>
      decideValidation(trx, scene.context, id, {
        decision: 'approved',
        deciderMemberId: scene.member.memberId,
      }),
    ),
  ).rejects.toMatchObject({ type: 'forbidden' })
  await decide(id, 'approved')
  await expect(
    inScene((trx) =>
      sql`update samen.contract_validation set worth = 1 where office_id = ${scene.officeId}`.execute(trx),
    ),
  ).rejects.toThrow('never changed')
})
