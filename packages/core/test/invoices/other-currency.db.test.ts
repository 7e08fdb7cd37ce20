import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveContracts } from '../../src/contracts/index.ts'
import { fraction, type Minor } from '../../src/country/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { fundPositions, verifyFunds } from '../../src/funds/index.ts'
import { asBilled, asEInvoice, creditInvoice, issueDeposit, issueInvoices } from '../../src/invoices/index.ts'
import { verifyLedger } from '../../src/ledger/index.ts'
import { makeQuote, type QuotePrice, reviseQuote } from '../../src/quotes/index.ts'
import { recordRates } from '../../src/rates/index.ts'
import { latestMatches, matchByHand, undoMatch, waitingTransactions } from '../../src/statements/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { line } from '../support/offers.ts'
import { testland } from '../support/test-country.ts'
import { WageScene } from '../support/wage-scene.ts'

let database: TestDatabase
let slug = 0
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

/** Out of which the scene fills the guarantee fund. */
const FILLED = 10_000_000n
const QUOTED = '2026-11-03'
const ISSUED = '2026-11-12'
const PAID = '2026-11-25'

/** A franc is worth 1.25 € when the quote is made, and 1.20 € (1 / 0.8333…) when the invoice is issued. */
const RATES = [
  { day: QUOTED, quote: '0.8' },
  { day: '2026-11-11', quote: '0.84' },
].map((quote) => ({ source: 'ecb' as const, currency: 'CHF', ...quote }))

async function officeWithRates() {
  const scene = await WageScene.open(database.db, { slug: `cur${++slug}` })
  await scene.do(QUOTED, (trx) =>
    recordRates(trx, scene.officeId, RATES, { sha256: Buffer.alloc(32), by: 'sam' }),
  )
  const worker = await scene.worker()
  const client = await scene.client({ name: 'Theater am Rhein', country: 'CH' })
  const draft = (price: Partial<QuotePrice> = {}) => ({
    activityId: worker.activityId,
    clientId: client.clientId,
    title: 'Two evenings',
    supply: 'service' as const,
    startsOn: '2026-11-10',
    endsOn: '2026-11-11',
    engagements: [
      {
        memberId: worker.memberId,
        share: fraction(1n, 1n),
        terms: { status: 'worker' },
        hiringFiledAt: new Date('2026-11-09T10:00:00Z'),
      },
    ],
    lines: [line({ unitPrice: 100_000n, quantity: 2_000n }), line({ kind: 'expense', unitPrice: 4_500n })],
    currency: 'CHF',
    ...price,
  })
  const quote = (price: Partial<QuotePrice> = {}) =>
    scene.do(QUOTED, (trx, context) => makeQuote(trx, context, draft(price)))
  return { scene, worker, client, draft, quote }
}
type Office = Awaited<ReturnType<typeof officeWithRates>>

async function invoiced({ scene, quote }: Office, price: Partial<QuotePrice> = {}) {
  const { contract } = await quote(price)
  for (const state of ['order', 'started', 'done'] as const)
    await scene.do(ISSUED, (trx, context) => moveContracts(trx, context, [contract.contractId], state))
  const [invoice] = await scene.do(ISSUED, (trx, context) =>
    issueInvoices(trx, context, [contract.contractId]),
  )
  return { contract, invoice: invoice as NonNullable<typeof invoice> }
}

/** What stands on an account, debit less credit; the books are verified on the way. */
async function books({ scene }: Office): Promise<Record<string, Minor>> {
  const { broken } = await inOffice(scene.db, scene.officeId, verifyLedger, { isolation: 'repeatable read' })
  expect(broken).toBeUndefined()
  expect(await inOffice(scene.db, scene.officeId, verifyFunds)).toEqual([])
  return scene.do(PAID, async (trx) => {
    const { rows } = await sql<{ account: string; net: Minor }>`
      select account, sum(debit - credit)::int8 as net from ledger_balance
       where office_id = ${scene.officeId} group by account`.execute(trx)
    return Object.fromEntries(rows.map(({ account, net }) => [account, net]))
  })
}

test('a quote in francs fixes the budget at the rate of its day, whatever the invoice is worth on its own', async () => {
  const office = await officeWithRates()
  const { contract, invoice } = await invoiced(office)
  // 2 045 CHF at 1.25.
  expect(contract).toMatchObject({ currency: 'EUR', fee: 255_625n, expenses: 5_625n })
  // 2 045 CHF at 1 / 0.84, once: 2 434.52 €.
  expect(invoice).toMatchObject({ currency: 'EUR', net: 243_452n, agreedNet: 255_625n })
  expect(invoice.document.billed).toMatchObject({
    currency: 'CHF',
    total: '2454.00',
    rate: '1.190476',
    rateOn: '2026-11-11',
    rateSource: 'ecb',
  })
  const lines = invoice.document.lines.reduce((sum, { net }) => sum + BigInt(net.replace('.', '')), 0n)
  expect(lines).toBe(243_452n)
  expect(asBilled(invoice)).toMatchObject({ currency: 'CHF', net: 204_500n, vat: 40_900n, total: 245_400n })
  const accounts = await books(office)
  expect(accounts).toMatchObject({
    // The VAT of 409 CHF is told once, too.
    'client-receivable': 292_142n,
    'vat-payable': -48_690n,
    turnover: -243_452n,
    // The levy, a tenth, is taken of what was agreed.
    'activity-budget': FILLED - (255_625n - invoice.levy),
  })
  expect(invoice.levy).toBe(25_563n)
  const eInvoice = asEInvoice(invoice, { reference: contract.reference, texts: {} })
  expect(eInvoice).toMatchObject({
    currency: 'CHF',
    accountingCurrency: 'EUR',
    totals: { payable: '2454.00', vat: '409.00', vatInAccountingCurrency: '486.90' },
  })
})

test('a receipt whose bank tells the francs clears the invoice, and the difference of rates is the office’s', async () => {
  const office = await officeWithRates()
  const { invoice } = await invoiced(office)
  const { scene } = office
  await scene.pay('2026-11-20')
  const report = await scene.statement(PAID, [
    {
      amount: '1000.00',
      structured: invoice.paymentReference,
      instructed: { currency: 'CHF', amount: '845.00' },
    },
  ])
  expect(report).toMatchObject({ waiting: 0, matched: { receipts: 1 } })
  // What the bank tells cannot be what was paid: a person looks.
  const odd = { currency: 'CHF', amount: '800.00' }
  const strange = { amount: '10.00', structured: invoice.paymentReference, instructed: odd }
  expect(await scene.statement(PAID, [strange])).toMatchObject({ waiting: 1, matched: { receipts: 0 } })
  const part = await books(office)
  // 845 of 2 454 CHF stand in the books at 1 005.95 €.
  expect(part).toMatchObject({ 'client-receivable': 292_142n - 100_595n, 'exchange-loss': 595n })
  await scene.statement(PAID, [
    {
      amount: '1920.00',
      structured: invoice.paymentReference,
      instructed: { currency: 'CHF', amount: '1609.00' },
    },
  ])
  const all = await books(office)
  expect(all).toMatchObject({ 'client-receivable': 0n, 'exchange-loss': 595n, 'exchange-gain': -453n })
  expect(all['unmatched-receipts']).toBe(-1_000n)
  const { rows } = await scene.do(PAID, (trx) =>
    sql<{ state: string }>`select state from contract where office_id = ${scene.officeId}`.execute(trx),
  )
  expect(rows).toEqual([{ state: 'closed' }])
  const [position] = await scene.do(PAID, (trx) => fundPositions(trx))
  expect(position).toMatchObject({ advanced: 0n })
})

test('where the bank does not tell, a person says what was paid; taken back, everything is as before', async () => {
  const office = await officeWithRates()
  const { invoice } = await invoiced(office)
  const { scene } = office
  await scene.statement(PAID, [{ amount: '2930.00', structured: invoice.paymentReference }])
  const before = await books(office)
  expect(before).toMatchObject({ 'unmatched-receipts': -293_000n, 'client-receivable': 292_142n })
  const [waits] = await scene.do(PAID, (trx) =>
    waitingTransactions(trx, scene.officeId, testland.identifiers),
  )
  const give = (billedAmount?: Minor, amount?: Minor) =>
    scene.do(PAID, (trx, context) =>
      matchByHand(trx, context, {
        bankTransactionId: waits?.bankTransactionId as string,
        parts: [{ invoiceId: invoice.invoiceId, billedAmount, amount }],
      }),
    )
  await expect(give()).rejects.toMatchObject({ field: 'billedAmount' })
  await expect(give(245_401n)).rejects.toMatchObject({ field: 'billedAmount' })
  // 100 CHF for 2 930 € is nobody's rate.
  await expect(give(10_000n)).rejects.toMatchObject({ field: 'billedAmount' })
  expect(await books(office)).toEqual(before)
  await give(245_400n)
  const given = await books(office)
  expect(given).toMatchObject({ 'unmatched-receipts': 0n, 'client-receivable': 0n, 'exchange-gain': -858n })
  const [match] = await scene.do(PAID, (trx) => latestMatches(trx, scene.officeId))
  await scene.do(PAID, (trx, context) =>
    undoMatch(trx, context, { bankMatchId: match?.bankMatchId as string, reason: 'Another was meant' }),
  )
  expect(await books(office)).toEqual({ ...before, 'exchange-gain': 0n })
  await give(245_400n)
  expect(await books(office)).toEqual(given)
})

test('credit notes over parts of an invoice in francs take back the whole of it, in francs and in the books', async () => {
  const office = await officeWithRates()
  const { invoice } = await invoiced(office)
  const { scene } = office
  const credit = (net?: Minor) =>
    scene.do(ISSUED, (trx, context) =>
      creditInvoice(trx, context, invoice.invoiceId, {
        reason: 'Cancelled',
        ...(net !== undefined && { net }),
      }),
    )
  await expect(credit(204_501n)).rejects.toMatchObject({ field: 'net' })
  const first = await credit(33_333n)
  expect(asBilled(first)).toMatchObject({ currency: 'CHF', net: 33_333n, vat: 6_667n })
  // 243 452 × 33 333 / 204 500, half up.
  expect(first).toMatchObject({ currency: 'EUR', net: 39_682n })
  const rest = await credit()
  expect(first.net + rest.net).toBe(invoice.net)
  expect((first.agreedNet as Minor) + (rest.agreedNet as Minor)).toBe(invoice.agreedNet)
  expect(first.levy + rest.levy).toBe(invoice.levy)
  expect(await books(office)).toMatchObject({
    'client-receivable': 0n,
    turnover: 0n,
    'activity-budget': FILLED,
    'budget-change': 0n,
  })
})

test('a quote in another currency is refused by its field: no rate, unknown, a deposit, valid for long', async () => {
  const office = await officeWithRates()
  const { scene, quote, draft } = office
  await expect(quote({ currency: 'USD' })).rejects.toMatchObject({
    type: expect.stringContaining('rate-missing'),
  })
  await expect(quote({ currency: 'JPY' })).rejects.toMatchObject({ field: 'currency' })
  await expect(quote({ deposit: { kind: 'percent', value: 3_000n } })).rejects.toMatchObject({
    field: 'deposit',
  })
  await expect(quote({ validUntil: '2027-02-01' })).rejects.toMatchObject({ field: 'validUntil' })
  const { contract } = await quote()
  const { lines } = draft()
  const inEuro = await scene.do(QUOTED, (trx, context) =>
    reviseQuote(trx, context, contract.contractId, { lines }),
  )
  expect(inEuro).toMatchObject({ conversion: null, contract: { fee: 204_500n } })
  const again = await scene.do(QUOTED, (trx, context) =>
    reviseQuote(trx, context, contract.contractId, { lines, currency: 'CHF' }),
  )
  expect(again.contract.fee).toBe(255_625n)
  await scene.do(QUOTED, (trx, context) => moveContracts(trx, context, [contract.contractId], 'order'))
  await expect(
    scene.do(QUOTED, (trx, context) =>
      issueDeposit(trx, context, contract.contractId, { ask: { kind: 'percent', value: 3_000n } }),
    ),
  ).rejects.toMatchObject({ field: 'deposit' })
})
