import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { IsoDate, Minor } from '../../src/country/index.ts'
import { creditInvoice, issueInvoices } from '../../src/invoices/index.ts'
import { recordRates } from '../../src/rates/index.ts'
import {
  fileReturn,
  oneStopShopReturn,
  recordOneStopShop,
  salesList,
  vatItems,
  vatReturn,
} from '../../src/vat-returns/index.ts'
import { writeOffClient } from '../../src/write-offs/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { WageScene } from '../support/wage-scene.ts'
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
  scene = await WageScene.open(database.db, { slug: `o${++slug}` })
  scene.plugin = landWith()
  worker = await scene.worker()
})

const today = '2026-11-20'
const register = (from: IsoDate, registered = true) =>
  scene.do(today, (trx, context) =>
    recordOneStopShop(trx, context, scene.legalEntityId, { from, registered }),
  )
const shop = (day: IsoDate, on = today) =>
  scene.do(on, (trx, context) => oneStopShopReturn(trx, context, { day }))
const file = (day: IsoDate, on = today) =>
  scene.do(on, (trx, context) => fileReturn(trx, context, { form: 'one-stop-shop', day, reference: day }))
const fan = (country: string) => scene.client({ name: `Fan in ${country}`, country })
const sell = async (country: string, fee: Minor, endsOn: IsoDate, clientId?: string) =>
  (
    await scene.job(worker, clientId ?? (await fan(country)).clientId, {
      endsOn,
      fee,
      supply: 'electronic-service',
    })
  ).invoice

test('a registered company charges a private client’s country’s VAT and owes it there by quarter, not at home', async () => {
  await register('2026-07-01')
  expect(await sell('DE', 10_000n, '2026-07-10')).toMatchObject({ vat: 1_900n })
  expect(await sell('FI', 20_000n, '2026-08-10')).toMatchObject({ vat: 5_100n })
  await sell('DE', 5_000n, '2026-09-10')
  const { clientId } = await scene.client({ country: 'DE' })
  await scene.job(worker, clientId, { endsOn: '2026-09-11', fee: 40_000n, supply: 'service' })
  const third = await shop('2026-08-01')
  expect(third).toMatchObject({ from: '2026-07-01', to: '2026-09-30', registered: true, canFile: true })
  expect(third.lines.map(({ country, rate, base, vat }) => [country, rate, base, vat])).toEqual([
    ['DE', '19', 15_000n, 2_850n],
    ['FI', '25.5', 20_000n, 5_100n],
  ])
  expect(third.vatEuro).toBe(7_950n)
  // At home only the service that is no electronic one.
  const september = await scene.do(today, (trx, context) => vatReturn(trx, context, { day: '2026-09-01' }))
  expect(september.treatments.map(({ code, base }) => [code, base])).toEqual([['standard', 40_000n]])
  const list = await scene.do(today, (trx, context) => salesList(trx, context, { day: '2026-09-01' }))
  expect(list.lines).toEqual([])
  expect(september.agreement.charged.books).toBe(september.agreement.charged.documents)
  const items = await scene.do(today, (trx, context) =>
    vatItems(trx, context, { form: 'one-stop-shop', day: '2026-08-01', code: 'one-stop-shop-DE' }),
  )
  expect(items.map(({ base }) => base)).toEqual([10_000n, 5_000n])
})

test('a business, the own country and the world outside keep their own treatment', async () => {
  await register('2026-07-01')
  const { clientId: business } = await scene.client({ country: 'FR', vatNumber: 'FR40303265045' })
  const { clientId: home } = await scene.client()
  const { clientId: away } = await scene.client({ country: 'US' })
  const codes: string[] = []
  for (const clientId of [business, home, away])
    codes.push((await sell('', 10_000n, '2026-08-01', clientId)).document.vat[0]?.code ?? '')
  expect(codes).toEqual(['reverse-charge', 'standard', 'outside-scope'])
  expect((await shop('2026-08-01')).lines).toEqual([])
})

test('a filed quarter stands; what is credited or lost later corrects it in the next', async () => {
  await register('2026-04-01')
  const { clientId } = await fan('IT')
  await sell('IT', 10_000n, '2026-05-11', clientId)
  const invoice = await sell('DE', 10_000n, '2026-06-30')
  await file('2026-05-01')
  await scene.pay('2026-05-22')
  await scene.do('2026-07-02', (trx, context) =>
    creditInvoice(trx, context, invoice.invoiceId, { net: 4_000n, reason: 'Taken back.' }),
  )
  await scene.do('2026-08-02', (trx, context) =>
    writeOffClient(trx, context, { clientId, on: '2026-08-02', reason: 'Bankrupt.' }),
  )
  expect((await shop('2026-05-01')).lines.map(({ vat }) => vat)).toEqual([1_900n, 2_200n])
  expect((await shop('2026-08-01')).lines.map(({ country, vat }) => [country, vat])).toEqual([
    ['DE', -760n],
    ['IT', -2_200n],
  ])
  await expect(register('2026-06-01', false)).rejects.toMatchObject({ type: 'conflict' })
  await register('2026-07-01', false)
  expect(await sell('DE', 10_000n, '2026-09-01')).toMatchObject({ vat: 2_000n })
})

test('without a registration the VAT is that of home up to the threshold, and beyond it nothing is issued', async () => {
  expect(await sell('DE', 600_000n, '2026-03-01')).toMatchObject({ vat: 120_000n })
  const { clientId } = await fan('FR')
  const { contractId } = await scene.job(worker, clientId, {
    endsOn: '2026-04-01',
    fee: 400_001n,
    supply: 'electronic-service',
    invoiced: false,
  })
  const issue = () => scene.do('2026-04-02', (trx, context) => issueInvoices(trx, context, [contractId]))
  await expect(issue()).rejects.toMatchObject({
    type: 'refused',
    detail: expect.stringContaining('beyond 10000.00'),
  })
  await register('2026-04-01')
  expect(await issue()).toMatchObject([{ vat: 80_000n }])
})

test('an office with another currency owes euro, at the rate of the quarter’s last day once it has taken it in', async () => {
  await register('2026-07-01')
  await sell('DE', 10_000n, '2026-08-10')
  scene.plugin = { ...landWith(), currency: 'SEK' }
  const sold = await shop('2026-08-01')
  expect(sold.vatEuro).toBeUndefined()
  await scene.do(today, (trx) =>
    recordRates(trx, scene.officeId, [{ source: 'ecb', currency: 'SEK', day: '2026-09-30', quote: '10' }], {
      sha256: Buffer.alloc(32),
      by: 'sam',
    }),
  )
  expect(await shop('2026-08-01')).toMatchObject({ vatEuro: 190n, rate: { day: '2026-09-30' } })
})
