import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inOffice } from '../../src/database/index.ts'
import { balance, verifyLedger } from '../../src/ledger/index.ts'
import {
  bankRules,
  dropBankRule,
  forgetPayer,
  matchByHand,
  rememberedPayers,
  waitingTransactions,
  writeBankRule,
} from '../../src/statements/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'
import { major, WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
let scene: WageScene
let slug = 0
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  scene = await WageScene.open(database.db, { slug: `l${++slug}` })
})

const on = '2026-11-20'
const iban = 'FR7630006000011234567890189'
const waiting = () => scene.do(on, (trx) => waitingTransactions(trx, scene.officeId, testland.identifiers))
const job = async (clientId: string, fee = 200_000n) =>
  scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12', fee })

test('whom a person gave a payer’s money to is suggested the next time, until it is forgotten', async () => {
  const { clientId } = await scene.client({ name: 'City of Testville' })
  const [first, second] = [await job(clientId), await job(clientId, 300_000n)]
  await scene.statement(on, [{ amount: major(first.invoice.total), name: 'Trésorerie 4', iban }])
  const [before] = await waiting()
  expect(before?.suggestions[0]?.facts.map(({ kind }) => kind)).toEqual(['same-amount'])
  await scene.do(
    on,
    (trx, context) =>
      matchByHand(trx, context, {
        bankTransactionId: before?.bankTransactionId as string,
        parts: [{ invoiceId: first.invoice.invoiceId }],
      }),
    'kim',
  )
  await scene.statement(on, [{ amount: '7.00', name: 'TRESORERIE 4', iban }])
  const [after] = await waiting()
  expect(after?.suggestions[0]).toMatchObject({
    clientId,
    parts: [{ invoice: { invoiceId: second.invoice.invoiceId }, amount: 700n }],
    facts: [{ kind: 'known-account', seen: iban }, { kind: 'known-name' }, { kind: 'only-invoice' }],
  })
  const payers = await scene.do(on, (trx) => rememberedPayers(trx, scene.officeId))
  expect(payers).toMatchObject([
    { value: expect.any(String), clientId, times: 1, lastBy: 'kim', lastOn: on },
    { value: expect.any(String), clientId, times: 1, lastBy: 'kim', lastOn: on },
  ])
  for (const { bankPayerId } of payers)
    await scene.do(on, (trx) => forgetPayer(trx, scene.officeId, bankPayerId))
  expect((await waiting())[0]?.suggestions).toEqual([])
  await expect(
    scene.do(on, (trx) => forgetPayer(trx, scene.officeId, payers[0]?.bankPayerId as string)),
  ).rejects.toThrow('no such payer')
})

test('one receipt is split over several invoices and part of a third, all or nothing', async () => {
  const { clientId } = await scene.client()
  const [a, b, c] = [await job(clientId), await job(clientId), await job(clientId)]
  await scene.statement(on, [{ amount: major(a.invoice.total * 2n + 5_000n), name: 'Somebody' }])
  const [one] = await waiting()
  const give = (parts: { invoiceId: string; amount?: bigint }[]) =>
    scene.do(on, (trx, context) =>
      matchByHand(trx, context, { bankTransactionId: one?.bankTransactionId as string, parts }),
    )
  const id = (part: typeof a) => ({ invoiceId: part.invoice.invoiceId })
  await expect(give([id(a), { ...id(b), amount: b.invoice.total + 1n }])).rejects.toMatchObject({
    field: 'parts[1].amount',
  })
  await expect(give([id(a), id(a)])).rejects.toThrow('twice')
  await expect(give([])).rejects.toThrow('1 to 50')
  expect(await waiting()).toHaveLength(1)
  expect(await give([id(a), id(b), id(c)])).toMatchObject({
    left: 0n,
    parts: [{ amount: a.invoice.total }, { amount: b.invoice.total }, { amount: 5_000n }],
  })
  expect(await waiting()).toEqual([])
  const receivable = await scene.do(on, (trx) => balance(trx, 'client-receivable'))
  expect(receivable[0]?.net).toBe(c.invoice.total - 5_000n)
  const { broken } = await inOffice(scene.db, scene.officeId, verifyLedger, { isolation: 'repeatable read' })
  expect(broken).toBeUndefined()
})

test('a rule that staff wrote suggests its client, is written once, and can be taken away', async () => {
  const { clientId } = await scene.client({ name: 'Festival' })
  await job(clientId)
  await scene.statement(on, [{ amount: '12.34', free: 'Été-2026 avance' }])
  const rule = { contains: 'ÉTÉ 2026', clientId }
  const written = await scene.do(on, (trx, context) => writeBankRule(trx, context, rule), 'kim')
  expect(written).toMatchObject({ contains: 'ete 2026', clientName: 'Festival', writtenBy: 'kim' })
  expect(await scene.do(on, (trx, context) => writeBankRule(trx, context, rule))).toEqual(written)
  expect((await waiting())[0]?.suggestions[0]).toMatchObject({
    clientId,
    facts: [{ kind: 'rule', seen: 'ete 2026' }, {}],
  })
  await expect(
    scene.do(on, (trx, context) => writeBankRule(trx, context, { contains: '..a', clientId })),
  ).rejects.toMatchObject({ field: 'contains' })
  await scene.do(on, (trx) => dropBankRule(trx, scene.officeId, written.bankRuleId))
  expect(await scene.do(on, (trx) => bankRules(trx, scene.officeId))).toEqual([])
  expect((await waiting())[0]?.suggestions).toEqual([])
})
