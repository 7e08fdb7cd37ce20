import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordVatCheck } from '../../src/clients/index.ts'
import type { IsoDate, Minor } from '../../src/country/index.ts'
import { creditInvoice, issueInvoices } from '../../src/invoices/index.ts'
import { post } from '../../src/ledger/index.ts'
import { chooseVatSetting, fileReturn, salesList, vatItems, vatReturn } from '../../src/vat-returns/index.ts'
import { writeOffClient } from '../../src/write-offs/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { major, WageScene } from '../support/wage-scene.ts'
import { landWith } from './form.ts'

let database: TestDatabase
let scene: WageScene
let worker: Awaited<ReturnType<WageScene['worker']>>
let slug = 0
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  scene = await WageScene.open(database.db, { slug: `v${++slug}` })
  scene.plugin = landWith()
  worker = await scene.worker()
})

const today = '2026-11-20'
const returnOf = (day: IsoDate, on = today) =>
  scene.do(on, (trx, context) => vatReturn(trx, context, { day }))
const file = (day: IsoDate, reference = `R-${day}`, form: 'return' | 'sales-list' = 'return', on = today) =>
  scene.do(on, (trx, context) => fileReturn(trx, context, { form, day, reference }))
const amounts = ({ boxes }: Awaited<ReturnType<typeof returnOf>>) =>
  Object.fromEntries(boxes.flatMap(({ box, amount }) => (amount === 0n ? [] : [[box.code, major(amount)]])))
const payable = async (day: IsoDate) => (await returnOf(day)).result
const receive = (on: IsoDate, reference: string, amount: Minor) =>
  scene.statement(on, [{ amount: major(amount), structured: reference }])

describe('a return', () => {
  test('is the month’s invoices and credit notes by treatment, and agrees with the books', async () => {
    const { clientId } = await scene.client()
    const abroad = await scene.client({ country: 'FR', vatNumber: 'FR40303265045' })
    const one = await scene.job(worker, clientId, { endsOn: '2026-10-05', fee: 100_000n, supply: 'service' })
    await scene.job(worker, clientId, { endsOn: '2026-10-31', fee: 50_050n, supply: 'performance' })
    await scene.job(worker, clientId, { endsOn: '2026-10-31', fee: 70_000n, supply: 'training' })
    await scene.job(worker, abroad.clientId, { endsOn: '2026-10-31', fee: 30_000n, supply: 'service' })
    await scene.job(worker, clientId, { endsOn: '2026-11-01', fee: 900_000n, supply: 'service' })
    await scene.do('2026-10-31', (trx, context) =>
      creditInvoice(trx, context, one.invoice.invoiceId, { net: 10_000n, reason: 'A discount.' }),
    )
    const october = await returnOf('2026-10-15')
    expect(amounts(october)).toEqual({
      10: '1500.50',
      11: '100.00',
      12: '1000.00',
      20: '210.03',
      40: '210.03',
    })
    expect(october).toMatchObject({ from: '2026-10-01', to: '2026-10-31', result: 21_003n, canFile: true })
    expect(october.agreement.charged).toEqual({ books: 21_003n, documents: 21_003n })
    expect(october.treatments.map(({ code, document, documents }) => [code, document, documents])).toEqual([
      ['exempt-training', 'invoice', 1n],
      ['reduced', 'invoice', 1n],
      ['reverse-charge', 'invoice', 1n],
      ['standard', 'credit-note', 1n],
      ['standard', 'invoice', 1n],
    ])
  })

  test('opens to the documents of a box, and the documents of all boxes sum to them', async () => {
    const { clientId } = await scene.client({ name: 'Opera' })
    for (const day of ['2026-10-02', '2026-10-09'])
      await scene.job(worker, clientId, { endsOn: day, fee: 33_333n, supply: 'performance' })
    const behind = (box: string) =>
      scene.do(today, (trx, context) => vatItems(trx, context, { form: 'return', day: '2026-10-01', box }))
    const items = await behind('20')
    expect(items).toMatchObject([
      { number: 'INV-2026-00001', date: '2026-10-02', vat: 2_000n, clientName: 'Opera' },
      { number: 'INV-2026-00002', date: '2026-10-09', vat: 2_000n },
    ])
    await expect(behind('40')).rejects.toMatchObject({ type: 'invalid-field', field: 'box' })
    await expect(behind('99')).rejects.toMatchObject({ type: 'invalid-field', field: 'box' })
  })

  test('once filed answers what was filed, and what is issued for its days afterwards goes to the next', async () => {
    const { clientId } = await scene.client()
    await scene.job(worker, clientId, { endsOn: '2026-10-05', fee: 100_000n })
    const late = await scene.job(worker, clientId, { endsOn: '2026-10-20', fee: 60_000n, invoiced: false })
    await file('2026-10-01')
    await scene.do(today, (trx, context) =>
      issueInvoices(trx, context, [late.contractId], { issuedOn: '2026-10-31' }),
    )
    expect(await returnOf('2026-10-01')).toMatchObject({
      result: 20_000n,
      filed: { reference: 'R-2026-10-01' },
    })
    await scene.job(worker, clientId, { endsOn: '2026-11-05', fee: 10_000n })
    const november = await returnOf('2026-11-01')
    expect(november.result).toBe(14_000n)
    expect(november.treatments).toMatchObject([
      { base: 70_000n, vat: 14_000n, lateBase: 60_000n, lateVat: 12_000n },
    ])
    await file('2026-11-01', 'R-11', 'return', '2026-12-02')
    expect(await payable('2026-12-01')).toBe(0n)
  })

  test('is filed once, when its period is over, each after the one before', async () => {
    await expect(file('2026-11-01')).rejects.toMatchObject({ type: 'refused' })
    await expect(file('2026-10-01', ' ')).rejects.toMatchObject({ type: 'invalid-field', field: 'reference' })
    const first = await file('2026-08-01', 'A')
    expect(await file('2026-08-31', 'A')).toEqual(first)
    await expect(file('2026-08-01', 'B')).rejects.toMatchObject({ type: 'conflict' })
    await expect(file('2026-10-01')).rejects.toMatchObject({ type: 'conflict' })
    expect(await returnOf('2026-10-01')).toMatchObject({ canFile: false })
    const both = await Promise.allSettled([file('2026-09-01', 'X'), file('2026-09-01', 'Y')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('deducts what suppliers charged, with what was bought as its base', async () => {
    const bought = (day: IsoDate, net: Minor, vat: Minor) =>
      scene.do(day, (trx) =>
        post(trx, scene.officeId, [
          {
            key: `bought:${day}`,
            kind: 'supplier-invoice',
            legalEntityId: scene.legalEntityId,
            effectiveOn: day,
            description: 'Strings and bows',
            entries: [
              { account: 'purchases', currency: 'EUR', amount: net },
              { account: 'vat-deductible', currency: 'EUR', amount: vat },
              { account: 'supplier-payable', currency: 'EUR', amount: -net - vat },
            ],
          },
        ]),
      )
    await bought('2026-10-04', 40_000n, 8_000n)
    await bought('2026-10-05', -5_000n, -1_000n)
    const october = await returnOf('2026-10-01')
    expect(amounts(october)).toEqual({ 30: '70.00', 31: '350.00', 41: '70.00' })
    expect(october).toMatchObject({ result: -7_000n, agreement: { deductible: 7_000n } })
    const items = await scene.do(today, (trx, context) =>
      vatItems(trx, context, { form: 'return', day: '2026-10-01', box: '30' }),
    )
    expect(items).toMatchObject([{ number: 'Strings and bows', vat: 8_000n }, { kind: 'purchase-credit' }])
  })

  test('gives back the VAT of a debt that is lost, and asks for it again as far as it is paid after all', async () => {
    const { clientId } = await scene.client()
    const job = await scene.job(worker, clientId, { endsOn: '2026-09-01', fee: 100_000n })
    await scene.pay('2026-09-10')
    await scene.do('2026-10-10', (trx, context) =>
      writeOffClient(trx, context, { clientId, on: '2026-10-10', reason: 'Bankrupt.' }),
    )
    const october = await returnOf('2026-10-01')
    expect(amounts(october)).toEqual({ 10: '-1000.00', 20: '-200.00', 41: '200.00' })
    expect(october.agreement.relieved).toEqual({ books: 20_000n, documents: 20_000n })
    await receive('2026-11-03', job.invoice.paymentReference, 33_333n)
    const november = await returnOf('2026-11-01')
    expect(amounts(november)).toEqual({ 10: '277.78', 20: '55.55', 40: '55.55' })
    expect(november.agreement).toMatchObject({ recovered: 5_555n, charged: { books: 0n, documents: 0n } })
  })
})

describe('VAT that waits for the payment', () => {
  const waiting = {
    rule: 'invoice',
    source: 'invented',
    choice: { latest: 'never', source: 'invented' },
  } as const
  const choose = (from: IsoDate, dueOn: 'invoice' | 'payment') =>
    scene.do(today, (trx, context) =>
      chooseVatSetting(trx, context, scene.legalEntityId, { from, period: 'month', dueOn }),
    )

  test('is due as far as the client has paid: an invoice of 1,200.00 in three uneven parts', async () => {
    scene.plugin = landWith(waiting)
    await choose('2026-08-01', 'payment')
    const { clientId } = await scene.client()
    const { invoice } = await scene.job(worker, clientId, { endsOn: '2026-08-05', fee: 100_000n })
    await receive('2026-08-20', invoice.paymentReference, 33_334n)
    await receive('2026-09-03', invoice.paymentReference, 1n)
    await receive('2026-10-03', invoice.paymentReference, 86_665n)
    const months = await Promise.all(['2026-08-01', '2026-09-01', '2026-10-01'].map((day) => returnOf(day)))
    expect(months.map(({ treatments }) => treatments.map(({ base, vat }) => [base, vat]))).toEqual([
      [[27_778n, 5_556n]],
      [[1n, 0n]],
      [[72_221n, 14_444n]],
    ])
    expect(await payable('2026-11-01')).toBe(0n)
  })

  test('of an invoice that is credited before it is paid never falls due', async () => {
    scene.plugin = landWith(waiting)
    await choose('2026-08-01', 'payment')
    const { clientId } = await scene.client()
    const { invoice } = await scene.job(worker, clientId, { endsOn: '2026-08-05', fee: 100_000n })
    await receive('2026-08-20', invoice.paymentReference, 60_000n)
    expect(await payable('2026-08-01')).toBe(10_000n)
    await scene.do('2026-09-10', (trx, context) =>
      creditInvoice(trx, context, invoice.invoiceId, {
        net: 50_000n,
        reason: 'The second evening fell out.',
      }),
    )
    expect(await payable('2026-09-01')).toBe(0n)
  })

  test('waits only for what was invoiced since the choice, and a choice is lawful, later than the last and after what is filed', async () => {
    await expect(choose('2026-09-01', 'payment')).rejects.toMatchObject({ type: 'refused' })
    scene.plugin = landWith(waiting)
    const { clientId } = await scene.client()
    await scene.job(worker, clientId, { endsOn: '2026-08-31', fee: 100_000n })
    await choose('2026-09-01', 'payment')
    await scene.job(worker, clientId, { endsOn: '2026-09-01', fee: 50_000n })
    expect(await payable('2026-08-01')).toBe(20_000n)
    expect(await payable('2026-09-01')).toBe(0n)
    await expect(choose('2026-09-15', 'invoice')).rejects.toMatchObject({ field: 'from' })
    await expect(choose('2026-09-01', 'invoice')).rejects.toMatchObject({ type: 'conflict' })
    await file('2026-09-01')
    await file('2026-10-01')
    await expect(choose('2026-10-01', 'invoice')).rejects.toMatchObject({ type: 'conflict' })
  })

  test('waits no longer than the law lets it', async () => {
    scene.plugin = landWith({ ...waiting, choice: { ...waiting.choice, latest: 'same-year-end' } })
    await choose('2026-10-01', 'payment')
    const { clientId } = await scene.client()
    const { invoice } = await scene.job(worker, clientId, { endsOn: '2026-10-05', fee: 100_000n })
    await receive('2026-11-03', invoice.paymentReference, 60_000n)
    expect(await payable('2026-10-01')).toBe(0n)
    expect(await payable('2026-11-01')).toBe(10_000n)
    expect(await payable('2026-12-01')).toBe(10_000n)
    expect(await payable('2027-01-01')).toBe(0n)
  })
})

describe('the list of sales in the Union', () => {
  test('has a line per client number, without training and clients at home, and says whose number was never asked', async () => {
    const home = await scene.client()
    const paris = await scene.client({ name: 'Opéra', country: 'FR', vatNumber: 'FR40303265045' })
    const rome = await scene.client({ name: 'Teatro', country: 'IT', vatNumber: 'IT00743110157' })
    await scene.job(worker, home.clientId, { endsOn: '2026-10-05', fee: 100_000n })
    const one = await scene.job(worker, paris.clientId, { endsOn: '2026-10-05', fee: 30_000n })
    await scene.job(worker, paris.clientId, { endsOn: '2026-10-06', fee: 12_345n })
    await scene.job(worker, rome.clientId, { endsOn: '2026-10-07', fee: 55_555n })
    await scene.do('2026-10-09', (trx, context) =>
      creditInvoice(trx, context, one.invoice.invoiceId, { net: 10_000n, reason: 'A discount.' }),
    )
    await scene.do(today, (trx, context) =>
      recordVatCheck(trx, context, paris.clientId, { result: 'valid', consultationNumber: 'WAPIAAAA' }),
    )
    const list = () => scene.do(today, (trx, context) => salesList(trx, context, { day: '2026-10-01' }))
    expect(await list()).toMatchObject({
      lines: [
        { country: 'FR', vatNumber: 'FR40303265045', name: 'Opéra', documents: 3n, base: 32_345n },
        { country: 'IT', vatNumber: 'IT00743110157', base: 55_555n },
      ],
      total: 87_900n,
      unchecked: ['IT00743110157'],
    })
    const behind = await scene.do(today, (trx, context) =>
      vatItems(trx, context, { form: 'sales-list', day: '2026-10-01', clientNumber: 'IT00743110157' }),
    )
    expect(behind).toMatchObject([{ base: 55_555n, clientName: 'Teatro' }])
    await file('2026-10-01', 'L-1', 'sales-list')
    await scene.do(today, (trx, context) =>
      creditInvoice(trx, context, one.invoice.invoiceId, { reason: 'All of it.' }),
    )
    expect(await list()).toMatchObject({ total: 87_900n, canFile: false })
    expect(await scene.do(today, (trx, context) => salesList(trx, context, { day: today }))).toMatchObject({
      lines: [{ vatNumber: 'FR40303265045', base: -20_000n, lateBase: 0n }],
    })
  })
})
