import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Minor } from '../../src/country/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { balance, verifyLedger } from '../../src/ledger/index.ts'
import { camt053 } from '../support/camt053.ts'
import { coda } from '../support/coda.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testland } from '../support/test-country.ts'
import { major, officeIban, WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
let scene: WageScene
let slug = 0
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  scene = await WageScene.open(database.db, { slug: `n${++slug}` })
})

const on = '2026-11-20'
const net = (account: string): Promise<Minor> =>
  scene.do(on, async (trx) => (await balance(trx, account))[0]?.net ?? 0n)
const job = async () => {
  const { clientId } = await scene.client()
  return scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12' })
}

test('what a notification brought into the books, its statement confirms and does not book again', async () => {
  const { invoice } = await job()
  const entry = { amount: major(invoice.total), structured: invoice.paymentReference, reference: 'R-1' }
  const told = await scene.notification(on, [entry])
  expect(told).toMatchObject({ matched: { receipts: 1 }, statements: [{ kind: 'notification' }] })
  const stated = await scene.statement(on, [entry, { amount: '7.00', reference: 'R-2' }])
  expect(stated).toMatchObject({ transactions: 1, waiting: 1, statements: [{ transactions: 2 }] })
  expect(await net('bank')).toBe(invoice.total + 700n)
  expect(await net('client-receivable')).toBe(0n)
  // Though the bank used its reference again: only as much is confirmed as was told.
  expect(await scene.statement(on, [entry])).toMatchObject({ transactions: 1, waiting: 1 })
  expect(await net('bank')).toBe(invoice.total * 2n + 700n)
  const { broken } = await inOffice(scene.db, scene.officeId, verifyLedger, { isolation: 'repeatable read' })
  expect(broken).toBeUndefined()
})

test('a notification that comes after its statement, or twice, changes nothing', async () => {
  const entry = { amount: '12.00', reference: 'R-1' }
  await scene.statement(on, [entry])
  expect(await scene.notification(on, [entry, { amount: '3.00', reference: 'R-2' }])).toMatchObject({
    transactions: 1,
  })
  expect(await scene.notification(on, [{ amount: '3.00', reference: 'R-2' }])).toMatchObject({
    transactions: 0,
  })
  expect(await net('bank')).toBe(1_500n)
})

test('a statement books of a batch what the notification left out, as one sum that waits', async () => {
  const { invoice } = await job()
  const part = { amount: major(invoice.total), structured: invoice.paymentReference }
  await scene.notification(on, [{ ...part, reference: 'BATCH' }])
  const stated = await scene.statement(on, [
    { amount: major(invoice.total + 900n), reference: 'BATCH', parts: [part, { amount: '9.00' }] },
  ])
  expect(stated).toMatchObject({ transactions: 1, waiting: 1 })
  expect(await net('bank')).toBe(invoice.total + 900n)
  expect(await net('unmatched-receipts')).toBe(-900n)
})

test('what a statement holds less of than was notified is told, since the bank may have kept it back', async () => {
  await scene.notification(on, [{ amount: '100.00', reference: 'R-1' }])
  const stated = await scene.statement(on, [{ amount: '98.00', reference: 'R-1' }])
  expect(stated.transactions).toBe(0)
  expect(stated.warnings[0]).toContain('100.00 were notified and are in the books, the statement holds 98.00')
})

test('an entry that no statement could be told from is left for it', async () => {
  const told = await scene.notification(on, [{ amount: '5.00' }])
  expect(told.transactions).toBe(0)
  expect(told.warnings[0]).toContain('1 entries carry no reference')
  await scene.statement(on, [{ amount: '5.00' }])
  expect(await net('bank')).toBe(500n)
})

test('a CODA file goes through the same door, and the bank’s notification of it is not booked again', async () => {
  const { invoice } = await job()
  const text = coda({
    number: '001',
    iban: officeIban,
    opening: 0n,
    on,
    entries: [{ amount: invoice.total, free: `merci ${invoice.paymentReference}`, reference: 'C1' }],
  })
  expect(await scene.importText(on, text, 'a.cod')).toMatchObject({ matched: { settledInvoices: 1 } })
  expect(await scene.importText(on, `${text}\r\n`, 'b.cod')).toMatchObject({
    transactions: 0,
    statements: [{ alreadyImported: true }],
  })
  expect(await scene.notification(on, [{ amount: major(invoice.total), reference: 'C1' }])).toMatchObject({
    transactions: 0,
  })
  expect(await net('bank')).toBe(invoice.total)
})

test('a file of another currency than the office’s is refused and changes nothing', async () => {
  const text = camt053({
    iban: officeIban,
    id: 'SEK',
    opening: '0.00',
    entries: [{ amount: '5.00', bookedOn: on }],
  }).replaceAll('EUR', 'SEK')
  await expect(scene.importText(on, text)).rejects.toMatchObject({
    type: 'invalid-field',
    field: 'Stmt/Acct/Ccy',
  })
  expect(await net('bank')).toBe(0n)
})

test('a reference without its frame settles its invoice when the amount is the invoice’s, and else waits', async () => {
  const digits = (body: string) => body + String(Number(body) % 97).padStart(2, '0')
  scene.plugin = {
    ...testland,
    paymentReference: digits,
    identifiers: [
      {
        kind: 'payment-reference',
        name: 'digits',
        examples: [digits('1234567890')],
        check: (text) =>
          /^\d{12}$/.test(text) && digits(text.slice(0, 10)) === text
            ? { valid: true, normalised: text, formatted: text }
            : { valid: false, reason: 'format', detail: 'twelve digits' },
      },
    ],
  }
  const { invoice } = await job()
  const free = `facture ${invoice.paymentReference} merci`
  expect(await scene.statement(on, [{ amount: major(invoice.total - 1n), free }])).toMatchObject({
    waiting: 1,
  })
  expect(await scene.statement(on, [{ amount: major(invoice.total), free }])).toMatchObject({
    waiting: 0,
    matched: { settledInvoices: 1 },
  })
})
