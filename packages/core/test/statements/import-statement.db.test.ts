import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Minor } from '../../src/country/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { fundPositions, verifyFunds } from '../../src/funds/index.ts'
import { balance, verifyLedger } from '../../src/ledger/index.ts'
import { endToEndIdOf, paymentFiles } from '../../src/payments/index.ts'
import { payslips } from '../../src/payslips/index.ts'
import { matchByHand, waitingTransactions } from '../../src/statements/index.ts'
import { camt053 } from '../support/camt053.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testIban, testland } from '../support/test-country.ts'
import { major, officeIban, WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
let scene: WageScene
let slug = 0
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  scene = await WageScene.open(database.db, { slug: `s${++slug}` })
})

const on = '2026-11-20'
const net = (account: string): Promise<Minor> =>
  scene.do(on, async (trx) => (await balance(trx, account))[0]?.net ?? 0n)

async function booksHold() {
  const { broken } = await inOffice(scene.db, scene.officeId, verifyLedger, { isolation: 'repeatable read' })
  expect(broken).toBeUndefined()
  expect(await inOffice(scene.db, scene.officeId, verifyFunds)).toEqual([])
}

async function invoicedJob() {
  const { clientId } = await scene.client({ name: 'Théâtre du Parc' })
  return scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12' })
}

test('a receipt that carries the reference settles its invoice, whatever the payer calls himself', async () => {
  const { invoice } = await invoicedJob()
  const report = await scene.statement(on, [
    { amount: major(invoice.total), free: `INV ${invoice.paymentReference} merci`, name: 'Somebody Else' },
  ])
  expect(report.matched).toMatchObject({ receipts: 1, settledInvoices: 1, received: String(invoice.total) })
  expect(report.waiting).toBe(0)
  expect(await net('client-receivable')).toBe(0n)
  expect(await net('bank')).toBe(invoice.total)
  await booksHold()
})

test('of an overpayment the invoice takes what it is owed, and the rest waits', async () => {
  const { invoice } = await invoicedJob()
  const report = await scene.statement(on, [
    { amount: major(invoice.total + 1_000n), structured: invoice.paymentReference },
    { amount: '5.00', structured: invoice.paymentReference },
  ])
  expect(report.matched).toMatchObject({ receipts: 1, settledInvoices: 1 })
  expect(report.waiting).toBe(2)
  expect(await net('client-receivable')).toBe(0n)
  expect(await net('unmatched-receipts')).toBe(-1_500n)
  await booksHold()
})

test('the same file, and the same statement in another file, change nothing', async () => {
  const { invoice } = await invoicedJob()
  const statement = {
    iban: officeIban,
    id: 'ST-A',
    opening: '0.00',
    entries: [{ amount: major(invoice.total), bookedOn: on, structured: invoice.paymentReference }],
  }
  const first = await scene.importText(on, camt053(statement))
  expect(first.alreadyImported).toBe(false)
  expect(await scene.importText(on, camt053(statement))).toEqual({ ...first, alreadyImported: true })
  const again = await scene.importText(on, camt053({ ...statement, version: '02' }))
  expect(again).toMatchObject({
    alreadyImported: false,
    transactions: 0,
    statements: [{ alreadyImported: true }],
  })
  await expect(scene.importText(on, camt053({ ...statement, opening: '1.00' }))).rejects.toThrow(
    'another statement',
  )
  expect(await net('bank')).toBe(invoice.total)
})

test('two imports of one file at the same moment book it once', async () => {
  const { invoice } = await invoicedJob()
  const text = camt053({
    iban: officeIban,
    id: 'ST-B',
    opening: '0.00',
    entries: [{ amount: '100.00', bookedOn: on, structured: invoice.paymentReference }],
  })
  const reports = await Promise.all([1, 2, 3].map(() => scene.importText(on, text)))
  expect(reports.filter(({ alreadyImported }) => !alreadyImported)).toHaveLength(1)
  expect(await net('bank')).toBe(10_000n)
})

test('an account that is not ours is refused, and nothing of the file is kept', async () => {
  const { invoice } = await invoicedJob()
  const good = {
    iban: officeIban,
    id: 'G',
    opening: '0.00',
    entries: [{ amount: '1.00', bookedOn: on, structured: invoice.paymentReference }],
  }
  const foreign = camt053({ ...good, iban: testIban(77), id: 'F' })
  const both = camt053(good).replace(
    '</BkToCstmrStmt>',
    `${/<Stmt>.*<\/Stmt>/s.exec(foreign)?.[0]}</BkToCstmrStmt>`,
  )
  await expect(scene.importText(on, both)).rejects.toThrow('does not belong to a company')
  expect(await net('bank')).toBe(0n)
  expect((await scene.importText(on, camt053(good))).transactions).toBe(1)
})

test('an unknown payer waits with the invoices he may have meant, and a human decides', async () => {
  const { invoice, clientId } = await invoicedJob()
  const report = await scene.statement(on, [
    { amount: major(invoice.total), name: 'THEATRE DU PARC', free: 'facture' },
  ])
  expect(report).toMatchObject({ waiting: 1, matched: { receipts: 0 } })
  expect(await net('client-receivable')).toBe(invoice.total)
  const [waiting] = await scene.do(on, (trx) =>
    waitingTransactions(trx, scene.officeId, testland.identifiers),
  )
  expect(waiting).toMatchObject({
    rest: invoice.total,
    suggestions: [
      { clientId, parts: [{ invoice: { invoiceId: invoice.invoiceId }, amount: invoice.total }] },
    ],
  })
  const bankTransactionId = waiting?.bankTransactionId as string
  const { invoiceId } = invoice
  const decide = (amount?: Minor) =>
    scene.do(
      on,
      (trx, context) => matchByHand(trx, context, { bankTransactionId, parts: [{ invoiceId, amount }] }),
      'kim',
    )
  await expect(decide(invoice.total + 1n)).rejects.toThrow('Lies above zero')
  expect(await decide(40_000n)).toMatchObject({ left: invoice.total - 40_000n })
  // All that waits, unless told.
  expect(await decide()).toMatchObject({ amount: invoice.total - 40_000n, left: 0n })
  await expect(decide(1n)).rejects.toThrow('Lies above zero')
  await expect(decide()).rejects.toThrow('Nothing waits')
  expect(await net('unmatched-receipts')).toBe(0n)
  expect(await net('client-receivable')).toBe(0n)
  expect(await scene.do(on, (trx) => waitingTransactions(trx, scene.officeId, testland.identifiers))).toEqual(
    [],
  )
  await booksHold()
})

test('a guess is never booked: the right amount from the right name alone settles nothing', async () => {
  const { invoice } = await invoicedJob()
  await scene.statement(on, [
    { amount: major(invoice.total), name: 'Théâtre du Parc', free: invoice.paymentReference.slice(4) },
  ])
  expect(await net('client-receivable')).toBe(invoice.total)
})

test('one transfer for two invoices settles both when it is exact to the cent, else waits', async () => {
  const [a, b] = [await invoicedJob(), await invoicedJob()]
  const both = `${a.invoice.paymentReference} et ${b.invoice.paymentReference}`
  const short = await scene.statement(on, [
    { amount: major(a.invoice.total + b.invoice.total - 1n), free: both },
  ])
  expect(short).toMatchObject({ waiting: 1, matched: { receipts: 0 } })
  const exact = await scene.statement(on, [{ amount: major(a.invoice.total + b.invoice.total), free: both }])
  expect(exact).toMatchObject({ waiting: 0, matched: { receipts: 2, settledInvoices: 2 } })
})

test('the bank confirms our wages, one by one or as the whole file, and once', async () => {
  await invoicedJob()
  await invoicedJob()
  const run = await scene.pay('2026-11-23')
  const slips = await scene.do(on, (trx) => payslips(trx, scene.officeId, { payRunId: run.payRunId }))
  const [file] = await scene.do(on, (trx) => paymentFiles(trx, scene.officeId, run.payRunId))
  const [one] = slips
  const wage = { amount: `-${major(one?.net as bigint)}`, endToEndId: endToEndIdOf(one?.payslipId as string) }
  expect((await scene.statement('2026-11-23', [wage])).matched.wages).toBe(1)
  expect(await net('net-payable')).toBe((one?.net as bigint) - run.net)
  const rest = { amount: `-${major(run.net - (one?.net as bigint))}`, batchId: file?.messageId as string }
  expect((await scene.statement('2026-11-24', [rest])).matched.wages).toBe(1)
  expect(await net('net-payable')).toBe(0n)
  const twice = await scene.statement('2026-11-25', [wage])
  expect(twice).toMatchObject({ waiting: 1, matched: { wages: 0 } })
  const returned = await scene.statement('2026-11-26', [
    { amount: major(one?.net as bigint), endToEndId: wage.endToEndId, reversal: true },
  ])
  expect(returned).toMatchObject({ waiting: 0, matched: { returned: 1 } })
  expect(await net('net-payable')).toBe(-(one?.net as bigint))
  const other = slips[1]
  const part = {
    amount: major(other?.net as bigint),
    endToEndId: endToEndIdOf(other?.payslipId as string),
    returned: 'AC04',
  }
  const lessCharge = await scene.statement('2026-11-27', [
    { amount: major((other?.net as bigint) - 250n), parts: [part], charges: [{ amount: '2.50' }] },
  ])
  expect(lessCharge).toMatchObject({ transactions: 2, waiting: 1, matched: { returned: 1 } })
  expect(await net('net-payable')).toBe(-run.net)
  const waiting = await scene.do('2026-11-27', (trx) =>
    waitingTransactions(trx, scene.officeId, [], { limit: 500 }),
  )
  expect(waiting.at(-1)).toMatchObject({
    amount: -250n,
    rest: 250n,
    remittance: expect.stringContaining('The bank’s charges'),
  })
  await booksHold()
})

test('a statement that does not follow the one before is taken in with a warning', async () => {
  const statement = (id: string, opening: string, day: string) =>
    scene.importText(
      day,
      camt053({ iban: officeIban, id, opening, on: day, entries: [{ amount: '10.00', bookedOn: day }] }),
    )
  expect((await statement('A', '0.00', '2026-11-18')).warnings).toEqual([])
  expect((await statement('B', '10.00', '2026-11-19')).warnings).toEqual([])
  expect((await statement('C', '25.00', '2026-11-20')).warnings).toHaveLength(1)
})

test('a client who fails costs the fund what nobody else bears, and later money is recovered', async () => {
  const { invoice, clientId } = await invoicedJob()
  const before = await invoicedJob()
  const [start] = await scene.do(on, fundPositions)
  const { writeOffClient } = await import('../../src/write-offs/index.ts')
  const fail = () =>
    scene.do(
      '2026-11-24',
      (trx, context) => writeOffClient(trx, context, { clientId, on: '2026-11-24', reason: 'Bankrupt' }),
      'kim',
    )
  // The worker is paid before the client is written off.
  expect(await fail()).toMatchObject({ writtenOff: [], postponed: [{ invoiceId: invoice.invoiceId }] })
  const run = await scene.pay('2026-11-23')
  expect(run.payslips).toBe(2)
  const { writtenOff, postponed } = await fail()
  expect(postponed).toEqual([])
  // 2400.00 are open: 400.00 tax, and 2000.00 of which the wage took 1800.00 and the levy the rest.
  expect(writtenOff).toEqual([
    {
      invoiceId: invoice.invoiceId,
      open: 240_000n,
      vatRelief: 40_000n,
      unspentBudget: 0n,
      fundLoss: 200_000n,
      uncovered: 0n,
    },
  ])
  expect(await fail()).toEqual({ writtenOff: [], postponed: [] })
  expect(await net('net-payable')).toBe(-run.net)
  expect(await net('client-receivable')).toBe(before.invoice.total)
  const [lost] = await scene.do(on, fundPositions)
  expect(lost).toMatchObject({ lost: 200_000n, advanced: 180_000n, contributed: start?.contributed })
  const late = await scene.statement('2026-11-26', [
    { amount: '240.00', structured: invoice.paymentReference },
  ])
  expect(late).toMatchObject({ recovered: '24000', waiting: 0 })
  const [end] = await scene.do(on, fundPositions)
  // Of every 6 that come in, 1 is tax and due again.
  expect(end?.recovered).toBe(20_000n)
  expect(await net('unmatched-receipts')).toBe(0n)
  await booksHold()
})

test('an unspent budget pays for a failed client before the fund does', async () => {
  const { clientId } = await scene.client()
  const job = await scene.job(await scene.worker(), clientId, { endsOn: '2026-11-12', invoiced: true })
  await scene.pay('2026-11-23')
  // Of the second job only a part was ever for wages: the rest of its budget is still there.
  const { writeOffClient } = await import('../../src/write-offs/index.ts')
  await scene.statement('2026-11-23', [{ amount: '2300.00', structured: job.invoice.paymentReference }])
  const { writtenOff } = await scene.do('2026-11-24', (trx, context) =>
    writeOffClient(trx, context, { clientId, on: '2026-11-24', reason: 'Gone' }),
  )
  expect(writtenOff[0]).toMatchObject({
    open: 10_000n,
    vatRelief: 1_667n,
    unspentBudget: 0n,
    fundLoss: 8_333n,
  })
  await booksHold()
})
