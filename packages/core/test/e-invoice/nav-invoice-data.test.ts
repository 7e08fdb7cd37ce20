import { type NavSupplement, UnwritableError, writeNavInvoiceData } from '@samen/core/e-invoice'
import { describe, expect, test } from 'vitest'
import { hungarian } from './nav.ts'

const SUPPLEMENT: NavSupplement = { appearance: 'ELECTRONIC' }
const write = (changes: Parameters<typeof hungarian>[0] = {}, supplement: Partial<NavSupplement> = {}) =>
  writeNavInvoiceData(hungarian(changes), { ...SUPPLEMENT, ...supplement })

test('an invoice in forints is reported with the parts of both tax numbers', () => {
  const xml = write()
  expect(xml).toContain(
    '<supplierTaxNumber><base:taxpayerId>12345676</base:taxpayerId><base:vatCode>2</base:vatCode><base:countyCode>41</base:countyCode></supplierTaxNumber>',
  )
  expect(xml).toContain('<customerVatStatus>DOMESTIC</customerVatStatus>')
  expect(xml).toContain('<invoiceDeliveryDate>2026-11-20</invoiceDeliveryDate>')
  expect(xml).toContain('<exchangeRate>1</exchangeRate>')
  expect(xml).toContain('<vatPercentage>0.27</vatPercentage>')
  expect(xml).toContain(
    '<invoiceVatAmount>135000.00</invoiceVatAmount><invoiceVatAmountHUF>135000.00</invoiceVatAmountHUF>',
  )
  expect(xml).toContain('<unitOfMeasure>DAY</unitOfMeasure>')
})

test('of a private buyer neither name nor address leaves the house', () => {
  const xml = write({}, { privatePerson: true })
  expect(xml).toContain('<customerInfo><customerVatStatus>PRIVATE_PERSON</customerVatStatus></customerInfo>')
  expect(xml).not.toContain('Találmány')
})

test('an invoice in euros is reported in both; its own VAT in forints goes before the computed one', () => {
  const euros = { currency: 'EUR', accountingCurrency: 'HUF' }
  const xml = write({ ...euros, totals: { vatInAccountingCurrency: '52818751' } }, { exchangeRate: '391.25' })
  expect(xml).toContain(
    '<invoiceNetAmount>500000.00</invoiceNetAmount><invoiceNetAmountHUF>195625000.00</invoiceNetAmountHUF>',
  )
  expect(xml).toContain(
    '<invoiceVatAmount>135000.00</invoiceVatAmount><invoiceVatAmountHUF>52818751.00</invoiceVatAmountHUF>',
  )
  expect(() =>
    write({ ...euros, totals: { vatInAccountingCurrency: '52818752' } }, { exchangeRate: '391.25' }),
  ).toThrow(expect.objectContaining({ field: 'totals.vatInAccountingCurrency' }))
})

test('a credit note is negative, names its original and counts on from the original’s lines', () => {
  const xml = write(
    { type: '381', preceding: [{ number: 'SAMEN-2026-41' }] },
    { modification: { index: 1, linesBefore: 3 } },
  )
  expect(xml).toContain(
    '<invoiceReference><originalInvoiceNumber>SAMEN-2026-41</originalInvoiceNumber><modifyWithoutMaster>false</modifyWithoutMaster><modificationIndex>1</modificationIndex></invoiceReference>',
  )
  expect(xml).toContain(
    '<lineModificationReference><lineNumberReference>4</lineNumberReference><lineOperation>CREATE</lineOperation></lineModificationReference>',
  )
  expect(xml).toContain('<quantity>-5</quantity>')
  expect(xml).toContain('<unitPrice>100000</unitPrice>')
  expect(xml).toContain('<invoiceGrossAmount>-635000.00</invoiceGrossAmount>')
})

describe('what bears no VAT says why', () => {
  const [line] = hungarian().lines as [ReturnType<typeof hungarian>['lines'][number]]
  const untaxed = (category: 'E' | 'AE' | 'O', cases?: NavSupplement['cases']) =>
    write({ lines: [{ ...line, vat: { category, ...(category !== 'O' && { rate: '0' }) } }] }, { cases })

  test.each([
    ['E', { E: 'TAM' }, '<vatExemption><case>TAM</case><reason>TAM</reason></vatExemption>'],
    ['AE', undefined, '<vatDomesticReverseCharge>true</vatDomesticReverseCharge>'],
    ['AE', { AE: 'EUFAD37' }, '<vatOutOfScope><case>EUFAD37</case><reason>EUFAD37</reason></vatOutOfScope>'],
    ['O', { O: 'ATK' }, '<vatOutOfScope><case>ATK</case>'],
  ] as const)('%s %o', (category, cases, xml) => {
    expect(untaxed(category, cases)).toContain(xml)
  })

  test('without its code, or with one of another kind, it is refused', () => {
    expect(() => untaxed('E')).toThrow(expect.objectContaining({ field: 'supplement.cases.E' }))
    expect(() => untaxed('E', { E: 'HO' })).toThrow('HO is not of the category E.')
  })
})

describe('what keeps an invoice from being reported is named', () => {
  const invoice = hungarian()
  const [line] = invoice.lines as [(typeof invoice.lines)[number]]
  test.each([
    ['seller.taxId', { seller: { ...invoice.seller, taxId: undefined, vatId: 'BE0123456749' } }, {}],
    ['seller.address.postCode', { seller: { ...invoice.seller, address: { country: 'HU' } } }, {}],
    ['buyer.address.town', { buyer: { ...invoice.buyer, address: { country: 'AT' } } }, {}],
    ['number', { number: 'x'.repeat(51) }, {}],
    ['issuedOn', { issuedOn: '2026-02-30' }, {}],
    ['dueOn', { dueOn: '2026-02-30' }, {}],
    ['delivery.on', { delivery: { on: '2026-02-30' } }, {}],
    ['', { number: 'A\u0001' }, {}],
    ['totals.gross', { lines: [{ ...line, net: '10000000000000000' }] }, {}],
    ['lines[0].charges', { lines: [{ ...line, charges: [{ amount: '1' }] }] }, {}],
    ['lines[0].price.quantity', { lines: [{ ...line, price: { net: '100000', quantity: '2' } }] }, {}],
    ['lines[0].vat.category', { lines: [{ ...line, vat: { category: 'Z', rate: '0' } }] }, {}],
    ['lines[0].item.name', { lines: [{ ...line, item: { name: 'x'.repeat(513) } }] }, {}],
    ['supplement.exchangeRate', { currency: 'EUR' }, {}],
    ['supplement.exchangeRate', {}, { exchangeRate: '2' }],
    ['supplement.modification', { type: '381', preceding: [{ number: '1' }] }, {}],
    ['supplement.modification', {}, { modification: { index: 1, linesBefore: 0 } }],
    ['preceding', { type: '381' }, { modification: { index: 1, linesBefore: 0 } }],
    ['supplement.appearance', {}, { appearance: 'FAX' }],
  ] as const)('%s', (field, changes, supplement) => {
    const say = () => write(changes as Parameters<typeof hungarian>[0], supplement as Partial<NavSupplement>)
    expect(say).toThrow(UnwritableError)
    expect(say).toThrow(expect.objectContaining({ field }))
  })
})
