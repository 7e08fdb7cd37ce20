import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Minor } from '../../src/country/index.ts'
import { inOffice } from '../../src/database/index.ts'
import { type InvoiceToComplete, writeCii, writeUbl } from '../../src/e-invoice/index.ts'
import { balance, verifyLedger } from '../../src/ledger/index.ts'
import { endToEndIdOf, paymentFileContent } from '../../src/payments/index.ts'
import {
  type Approval,
  approveSupplierInvoice,
  assignSupplierInvoice,
  discardSupplierPayments,
  enterSupplierInvoice,
  type PaperInvoice,
  prepareSupplierPayments,
  receiveSupplierInvoice,
  refuseSupplierInvoice,
  releaseSupplierPayments,
  supplierInvoiceById,
  supplierInvoices,
  supplierOriginal,
  supplierPaymentOrders,
} from '../../src/supplier-invoices/index.ts'
import { ordinary } from '../e-invoice/invoices.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { testIban, testNumber } from '../support/test-country.ts'
import { WageScene } from '../support/wage-scene.ts'

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
const buyer = {
  name: 'Samen Testland',
  vatId: `BE${testNumber(2, 10)}`,
  endpoint: { id: `BE${testNumber(2, 10)}`, scheme: '9925' },
  address: { country: 'BE' },
}
const line = (net: string, rate = '21') => ({
  id: '1',
  quantity: '1',
  unit: 'C62',
  net,
  price: { net },
  vat: { category: 'S' as const, rate },
  item: { name: 'Cables' },
})
/** A lamp shop's supplier invoice of 100.00 and 21 % VAT. */
const supplierInvoice = (changes: Partial<InvoiceToComplete> = {}) =>
  ordinary({
    number: 'L-1',
    issuedOn: '2026-11-15',
    dueOn: '2026-11-20',
    seller: {
      name: 'Lampenhuis',
      vatId: 'BE0123456749',
      endpoint: { id: '0123456749', scheme: '0208' },
      address: { country: 'BE' },
    },
    buyer,
    payment: { means: '58', remittance: 'REF 1', transfers: [{ account: testIban(77) }] },
    lines: [line('100.00')],
    ...changes,
  })
const bytesOf = (xml: string) => new TextEncoder().encode(xml)
const receive = (xml: string | Uint8Array, by?: string) =>
  scene.do(
    on,
    (trx, context) =>
      receiveSupplierInvoice(trx, context, {
        name: 'supplier-invoice.xml',
        bytes: typeof xml === 'string' ? bytesOf(xml) : xml,
        arrivedBy: 'upload',
      }),
    by,
  )
const assign = (supplierInvoiceId: string, activityId: string) =>
  scene.do(on, (trx, context) => assignSupplierInvoice(trx, context, { supplierInvoiceId, activityId }))
const approve = (approval: Approval) =>
  scene.do(on, (trx, context) => approveSupplierInvoice(trx, context, approval))
const read = (supplierInvoiceId: string) =>
  scene.do(on, (trx) => supplierInvoiceById(trx, scene.officeId, supplierInvoiceId))
const net = (account: string, subject?: string): Promise<Minor> =>
  scene.do(on, async (trx) => (await balance(trx, account, subject))[0]?.net ?? 0n)

/** An activity with money: a job of 2,000.00 that was invoiced and whose wage is paid from half of it. */
async function activityWith({ expenses }: { expenses: bigint }) {
  const worker = await scene.worker()
  const { clientId } = await scene.client()
  await scene.job(worker, clientId, { endsOn: '2026-11-10', expenses })
  return worker.activityId
}

async function approved(xml: string, activityId: string): Promise<string> {
  const id = await receive(xml)
  await assign(id, activityId)
  await approve({ supplierInvoiceId: id })
  return id
}

async function booksHold() {
  const { broken } = await inOffice(scene.db, scene.officeId, verifyLedger, { isolation: 'repeatable read' })
  expect(broken).toBeUndefined()
}

test('a supplier invoice is kept as it came, booked against its activity, paid by two people, and confirmed by the bank', async () => {
  const activityId = await activityWith({ expenses: 50_000n })
  const before = await net('activity-budget', activityId)
  const xml = writeUbl(supplierInvoice())
  const id = await receive(xml)
  expect(await read(id)).toMatchObject({
    supplierName: 'Lampenhuis',
    kind: 'invoice',
    net: 10_000n,
    vat: 2_100n,
    total: 12_100n,
    vatParts: [{ category: 'S', rate: '21', base: '10000', amount: '2100' }],
    breaksRules: false,
    state: 'received',
    payment: 'none',
  })
  const original = await scene.do(on, (trx) => supplierOriginal(trx, scene.officeId, id))
  expect(original.content.equals(Buffer.from(xml))).toBe(true)

  await assign(id, activityId)
  await approve({ supplierInvoiceId: id })
  expect(await net('purchases')).toBe(10_000n)
  expect(await net('vat-deductible')).toBe(2_100n)
  expect(await net('supplier-payable', id)).toBe(-12_100n)
  expect((await net('activity-budget', activityId)) - before).toBe(10_000n)

  const [orderId = ''] = await scene.do(on, (trx, context) => prepareSupplierPayments(trx, context, {}))
  const release = (by: string) =>
    scene.do(on, (trx, context) => releaseSupplierPayments(trx, context, orderId), by)
  await expect(release('sam')).rejects.toMatchObject({ type: 'conflict' })
  await release('kim')
  await release('kim')
  const [order] = await scene.do(on, (trx) => supplierPaymentOrders(trx, scene.officeId))
  expect(order).toMatchObject({ state: 'released', total: 12_100n, transfers: 1, releasedBy: 'kim' })
  const { content } = await scene.do(on, (trx) =>
    paymentFileContent(trx, scene.officeId, order?.paymentFileId as string),
  )
  expect(content).toContain('<Cd>SUPP</Cd>')
  expect(content).toContain('<Ustrd>REF 1</Ustrd>')
  expect(content).toContain(`<IBAN>${testIban(77)}</IBAN>`)

  const report = await scene.statement(on, [{ amount: '-121.00', endToEndId: endToEndIdOf(id) }])
  expect(report.waiting).toBe(0)
  expect(await net('supplier-payable', id)).toBe(0n)
  expect(await net('bank')).toBe(-12_100n)
  expect(await net('unmatched-receipts')).toBe(0n)
  expect((await read(id)).payment).toBe('paid')
  await booksHold()
})

test('the bank may book the whole file as one entry', async () => {
  const activityId = await activityWith({ expenses: 50_000n })
  const ids = [
    await approved(writeUbl(supplierInvoice()), activityId),
    await approved(writeCii(supplierInvoice({ number: 'L-2' })), activityId),
  ]
  const [orderId = ''] = await scene.do(on, (trx, context) =>
    prepareSupplierPayments(trx, context, { supplierInvoiceIds: ids }),
  )
  await scene.do(on, (trx, context) => releaseSupplierPayments(trx, context, orderId), 'kim')
  const report = await scene.statement(on, [
    { amount: '-242.00', batchId: `${orderId.replaceAll('-', '')}-S` },
  ])
  expect(report.waiting).toBe(0)
  expect(await net('supplier-payable')).toBe(0n)
  await booksHold()
})

test('a credit note gives back to the budget and lessens what is transferred', async () => {
  const activityId = await activityWith({ expenses: 50_000n })
  const id = await approved(writeUbl(supplierInvoice()), activityId)
  const note = await approved(
    writeUbl(
      supplierInvoice({
        number: 'C-1',
        type: '381',
        lines: [line('40.00')],
        preceding: [{ number: 'L-1', issuedOn: '2026-11-15' }],
      }),
    ),
    activityId,
  )
  expect(await net('purchases')).toBe(6_000n)
  const [orderId = ''] = await scene.do(on, (trx, context) => prepareSupplierPayments(trx, context, {}))
  await scene.do(on, (trx, context) => releaseSupplierPayments(trx, context, orderId), 'kim')
  expect(await net('supplier-payable', note)).toBe(0n)
  expect(await net('supplier-payable', id)).toBe(-7_260n)
  await scene.statement(on, [{ amount: '-72.60', endToEndId: endToEndIdOf(id) }])
  expect(await net('supplier-payable')).toBe(0n)
  expect((await read(note)).payment).toBe('paid')
  await booksHold()
})

test('wages that are still owed are not spent on purchases', async () => {
  const activityId = await activityWith({ expenses: 9_999n })
  const id = await receive(writeUbl(supplierInvoice()))
  await assign(id, activityId)
  const refusal = expect(approve({ supplierInvoiceId: id })).rejects
  await refusal.toMatchObject({ type: 'refused', detail: expect.stringContaining('for wages') })
  expect(await net('purchases')).toBe(0n)
  expect((await read(id)).state).toBe('assigned')
})

test('VAT that does not come back is a cost of the activity', async () => {
  const activityId = await activityWith({ expenses: 50_000n })
  const id = await receive(writeUbl(supplierInvoice()))
  await assign(id, activityId)
  await expect(approve({ supplierInvoiceId: id, deductibleVat: 2_101n })).rejects.toMatchObject({
    field: 'deductibleVat',
  })
  await approve({ supplierInvoiceId: id, deductibleVat: 1_050n })
  expect(await net('purchases')).toBe(11_050n)
  expect(await net('vat-deductible')).toBe(1_050n)
})

test('under reverse charge the office owes the VAT itself, and says how much', async () => {
  const activityId = await activityWith({ expenses: 50_000n })
  const xml = writeUbl(
    supplierInvoice({
      lines: [{ ...line('100.00'), vat: { category: 'AE', rate: '0' } }],
      exemptions: { AE: { code: 'VATEX-EU-AE' } },
    }),
  )
  const id = await receive(xml)
  await assign(id, activityId)
  const before = await net('vat-payable')
  await expect(approve({ supplierInvoiceId: id })).rejects.toMatchObject({ field: 'selfAssessedVat' })
  await approve({ supplierInvoiceId: id, selfAssessedVat: 2_100n })
  expect(await net('vat-payable')).toBe(before - 2_100n)
  expect(await net('vat-deductible')).toBe(2_100n)
  expect(await net('purchases')).toBe(10_000n)
  expect(await net('supplier-payable', id)).toBe(-10_000n)
})

test('a supplier invoice counts once: the same file and the same number in another file are refused, until the first is refused', async () => {
  const xml = writeUbl(supplierInvoice())
  const id = await receive(xml)
  await expect(receive(xml)).rejects.toMatchObject({
    type: 'conflict',
    extra: { supplierInvoiceId: id, sameFile: true },
  })
  await expect(receive(writeCii(supplierInvoice({ issuedOn: '2026-11-16' })))).rejects.toMatchObject({
    type: 'conflict',
    extra: { sameFile: false },
  })
  await scene.do(on, (trx, context) =>
    refuseSupplierInvoice(trx, context, { supplierInvoiceId: id, reason: 'Wrong address' }),
  )
  expect(await receive(xml)).not.toBe(id)
})

test('a supplier invoice is in one payment order, and a discarded order lets go of it', async () => {
  const activityId = await activityWith({ expenses: 50_000n })
  const id = await approved(writeUbl(supplierInvoice()), activityId)
  const prepare = () =>
    scene.do(on, (trx, context) => prepareSupplierPayments(trx, context, { supplierInvoiceIds: [id] }))
  const [orderId = ''] = await prepare()
  await expect(prepare()).rejects.toMatchObject({ type: 'conflict' })
  await scene.do(on, (trx, context) => discardSupplierPayments(trx, context, orderId))
  const [second = ''] = await prepare()
  await scene.do(on, (trx, context) => releaseSupplierPayments(trx, context, second), 'kim')
  await expect(
    scene.do(on, (trx, context) => discardSupplierPayments(trx, context, second)),
  ).rejects.toMatchObject({ type: 'conflict' })
})

test('a new bank account of a known supplier is pointed out before anybody pays', async () => {
  const activityId = await activityWith({ expenses: 50_000n })
  await approved(writeUbl(supplierInvoice()), activityId)
  const id = await receive(
    writeUbl(
      supplierInvoice({ number: 'L-2', payment: { means: '58', transfers: [{ account: testIban(78) }] } }),
    ),
  )
  expect((await read(id)).newAccount).toBe(true)
})

const enter = (
  paper: Omit<PaperInvoice, 'number' | 'supplierName' | 'issuedOn'> & Partial<PaperInvoice>,
  by?: string,
) =>
  scene.do(
    on,
    (trx, context) =>
      enterSupplierInvoice(trx, context, {
        supplierName: 'Lampenhuis',
        supplierCountry: 'BE',
        supplierVatNumber: 'BE 0123.456.749',
        number: 'P-1',
        issuedOn: '2026-11-15',
        ...paper,
      }),
    by,
  )

test('a supplier invoice on paper is entered by one person, approved by another, and paid as any', async () => {
  const activityId = await activityWith({ expenses: 50_000n })
  const paper = { activityId, net: 10_000n, vat: 2_100n, iban: testIban(77), paymentReference: 'Paper 1' }
  const id = await enter(paper)
  expect(await enter({ ...paper, supplierInvoiceId: id })).toBe(id)
  await expect(enter({ ...paper, supplierInvoiceId: id, net: 9_999n })).rejects.toMatchObject({
    type: 'conflict',
  })
  expect(await read(id)).toMatchObject({ state: 'assigned', total: 12_100n, arrivedBy: 'hand', activityId })
  await expect(scene.do(on, (trx) => supplierOriginal(trx, scene.officeId, id))).rejects.toMatchObject({
    type: 'not-found',
  })
  await expect(approve({ supplierInvoiceId: id })).rejects.toMatchObject({
    type: 'conflict',
    detail: expect.stringContaining('somebody else'),
  })
  await scene.do(on, (trx, context) => approveSupplierInvoice(trx, context, { supplierInvoiceId: id }), 'kim')
  const [orderId = ''] = await scene.do(on, (trx, context) => prepareSupplierPayments(trx, context, {}))
  await scene.do(on, (trx, context) => releaseSupplierPayments(trx, context, orderId), 'kim')
  await scene.statement(on, [{ amount: '-121.00', endToEndId: endToEndIdOf(id) }])
  expect(await net('supplier-payable')).toBe(0n)
  await booksHold()
})

test('the same number counts once whether it came as a file or on paper, and paper that cannot be is refused by the field', async () => {
  const { activityId } = await scene.worker()
  const paper = { activityId, number: 'L-1', net: 10_000n, vat: 2_100n }
  const id = await receive(writeUbl(supplierInvoice()))
  await expect(enter(paper)).rejects.toMatchObject({ type: 'conflict', extra: { supplierInvoiceId: id } })
  const cases: [Partial<PaperInvoice>, string][] = [
    [{ supplierName: ' ' }, 'supplierName'],
    [{ supplierCountry: 'QQ' }, 'supplierCountry'],
    [{ number: 'x'.repeat(101) }, 'number'],
    [{ issuedOn: '2026-11-21' }, 'issuedOn'],
    [{ dueOn: '2026-11-14' }, 'dueOn'],
    [{ net: 0n, vat: 0n }, 'net'],
    [{ vat: -1n }, 'vat'],
    [{ reverseCharge: true }, 'vat'],
    [{ creditsNumber: 'L-0' }, 'creditsNumber'],
    [{ iban: 'XX00' }, 'iban'],
  ]
  for (const [change, field] of cases)
    await expect(enter({ ...paper, number: 'P-2', ...change }), field).rejects.toMatchObject({
      type: 'invalid-field',
      field,
    })
  expect(await scene.do(on, (trx) => supplierInvoices(trx, scene.officeId))).toHaveLength(1)
})

test('a member sees the supplier invoices of their activities and those they brought, and no others', async () => {
  const worker = await scene.worker()
  const other = await scene.worker()
  const mine = await receive(writeUbl(supplierInvoice()), 'ada')
  const theirs = await receive(writeUbl(supplierInvoice({ number: 'L-2' })), 'sam')
  const seen = async (memberId: string, broughtBy: string) =>
    (await scene.do(on, (trx) => supplierInvoices(trx, scene.officeId, { memberId, broughtBy }))).map(
      ({ supplierInvoiceId }) => supplierInvoiceId,
    )
  expect(await seen(worker.memberId, 'ada')).toEqual([mine])
  await assign(theirs, other.activityId)
  expect(await seen(other.memberId, 'eve')).toEqual([theirs])
})

test('files that are none, not ours, or do not add up are refused by the field, and nothing is kept', async () => {
  const ubl = writeUbl(supplierInvoice())
  const cases: [string | Uint8Array, string][] = [
    [ubl.slice(0, -40), 'file'],
    [ubl.replace('oasis:names:specification:ubl:schema:xsd:Invoice-2', 'example:other'), 'file'],
    [`<!DOCTYPE a [<!ENTITY b "bbb">]>${ubl.replace(/^<\?xml[^>]*>/, '')}`, 'file'],
    [new Uint8Array([...bytesOf('<?xml version="1.0" encoding="UTF-8"?><Invoice>'), 0xff, 0xfe]), 'file'],
    [new Uint8Array(20_000_001), 'file'],
    ['not xml', 'file'],
    [writeUbl(supplierInvoice({ currency: 'SEK' })), 'currency'],
    [
      writeUbl(
        supplierInvoice({
          buyer: { ...buyer, vatId: 'BE0987654394', endpoint: { id: '9', scheme: '0208' } },
        }),
      ),
      'buyer',
    ],
    [writeUbl(supplierInvoice({ type: '389' })), 'type'],
    [ubl.replace('>121.00</cbc:TaxInclusiveAmount>', '>122.00</cbc:TaxInclusiveAmount>'), 'totals.gross'],
    [ubl.replace('>121.00</cbc:PayableAmount>', '>101.00</cbc:PayableAmount>'), 'totals.payable'],
  ]
  for (const [xml, field] of cases)
    await expect(receive(xml), field).rejects.toMatchObject({ type: 'invalid-field', field })
  expect(await scene.do(on, (trx) => supplierInvoices(trx, scene.officeId))).toEqual([])
})
