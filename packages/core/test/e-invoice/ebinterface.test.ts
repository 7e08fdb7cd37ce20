import { checkInvoice, eInvoice, readInvoice, UnwritableError, writeEbInterface } from '@samen/core/e-invoice'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { austrian, austrians } from './ebinterface.ts'

const read = (xml: string) => readInvoice(new TextEncoder().encode(xml))

test('what is written is read again, word for word', () => {
  fc.assert(
    fc.property(austrians, (invoice) => {
      expect(eInvoice.safeParse(invoice).error).toBeUndefined()
      const again = read(writeEbInterface(invoice))
      expect(again.findings).toEqual([])
      expect(again.invoice).toEqual(invoice)
      expect(checkInvoice(again.invoice)).toEqual({
        valid: true,
        ruleSets: ['arithmetic alone'],
        findings: [],
      })
    }),
    { numRuns: 80 },
  )
})

test('the order, the numbers of the parties and the mail address stand where the federation looks for them', () => {
  const xml = writeEbInterface(austrian())
  expect(xml).toContain('<OrderReference><OrderID>Z01</OrderID></OrderReference>')
  expect(xml).toContain('<FurtherIdentification IdentificationType="FN">123456a</FurtherIdentification>')
  expect(xml).toContain('<InvoiceRecipientsBillerID>0012345678</InvoiceRecipientsBillerID>')
  expect(xml).toContain(
    '<Email>rechnung@example.at</Email></Address><Contact><Name>Ada Huber</Name></Contact>',
  )
  expect(xml).toContain('<TaxPercent TaxCategoryCode="S">20</TaxPercent>')
})

test('a credit note has positive amounts and says that nothing is to be paid', () => {
  const { payment: _, dueOn: __, ...credit } = austrian({ type: '381' })
  const xml = writeEbInterface(credit)
  expect(xml).toContain('DocumentType="CreditMemo"')
  expect(xml).toContain('<PayableAmount>1740.00</PayableAmount><PaymentMethod><NoPayment/></PaymentMethod>')
  expect(read(xml).invoice).toEqual(credit)
})

test('an allowance without its base gets the amount it is taken from', () => {
  const [line] = austrian().lines as [EInvoiceLine]
  const xml = writeEbInterface(
    austrian({
      lines: [{ ...line, net: '1400.00', allowances: [{ amount: '50.00', reason: 'Treue' }] }],
      allowances: [{ amount: '10.00', reason: 'Bar', vat: line.vat }],
    }),
  )
  const { invoice } = read(xml)
  expect(invoice.lines?.[0]?.allowances?.[0]?.base).toBe('1450.00')
  expect(invoice.allowances?.[0]?.base).toBe('1400.00')
})
type EInvoiceLine = ReturnType<typeof austrian>['lines'][number]

describe('what ebInterface has no place for is refused by name', () => {
  const invoice = austrian()
  const [line] = invoice.lines as [EInvoiceLine]
  test.each([
    ['buyerReference', { buyerReference: '7' }],
    ['attachments[0].reference', { attachments: [{ reference: 'a' }] }],
    [
      'seller.address.line2',
      { seller: { ...invoice.seller, address: { ...invoice.seller.address, line2: 'B' } } },
    ],
    ['payee.name', { payee: { name: 'Bank' } }],
    ['period', { delivery: { on: '2026-06-30' }, period: { from: '2026-06-01', to: '2026-06-30' } }],
    ['period.from', { period: { to: '2026-06-30' } }],
    ['payment.means', { payment: { means: '10' } }],
    ['payment.remittance', { payment: { means: '58', remittance: 'x'.repeat(36) } }],
    ['lines[0].quantity', { lines: [{ ...line, quantity: '1.00001' }] }],
    ['lines[0].price.net', { lines: [{ ...line, price: { net: '1.00001' } }] }],
    ['lines[0].price.gross', { lines: [{ ...line, price: { net: '290', gross: '291' } }] }],
    ['lines[0].orderLine', { order: undefined, lines: [{ ...line, orderLine: '1' }] }],
    ['lines[0].id', { lines: [{ ...line, id: 'A' }] }],
    ['totals.vatInAccountingCurrency', { totals: { vatInAccountingCurrency: '1.00' } }],
    ['type', { type: '384' }],
    ['currency', { currency: 'Euro' }],
    ['buyer.address.country', { buyer: { ...invoice.buyer, address: { country: 'AUT' } } }],
    ['lines[0].price.quantity', { lines: [{ ...line, price: { net: '290', quantity: '0.00001' } }] }],
    ['lines[0].tax.percent.rate', { lines: [{ ...line, vat: { category: 'S', rate: '20.125' } }] }],
  ] as const)('%s', (field, changes) => {
    const changed = austrian(changes as Parameters<typeof austrian>[0])
    expect(() => writeEbInterface(changed)).toThrow(UnwritableError)
    expect(() => writeEbInterface(changed)).toThrow(expect.objectContaining({ field }))
  })
})

test('a supplier’s lines in several lists are all read, a lower rate is a rate, and a category that is none is told', () => {
  const [line] = austrian().lines as [EInvoiceLine]
  const xml = writeEbInterface(austrian({ lines: [line, { ...line, id: '2' }] }))
  const lists = xml.replace(
    '</ListLineItem><ListLineItem>',
    '</ListLineItem></ItemList><ItemList><ListLineItem>',
  )
  expect(read(lists).findings).toEqual([])
  expect(read(lists).invoice.lines).toEqual(read(xml).invoice.lines)
  expect(read(xml.replaceAll('Code="S"', 'Code="AA"')).invoice).toEqual(read(xml).invoice)
  expect(read(xml.replace('Code="S"', 'Code="XX"')).findings).toMatchObject([
    {
      place: '/Invoice/Details/ItemList[1]/ListLineItem[1]/TaxItem/TaxPercent',
      text: '"XX" is no category of VAT.',
    },
  ])
})

test('a document of no known type is told, and one of another version is not read', () => {
  const xml = writeEbInterface(austrian())
  expect(read(xml.replace('"Invoice"', '"Offer"')).findings).toEqual([
    {
      rule: 'syntax',
      level: 'fatal',
      place: '/Invoice/@DocumentType',
      text: '"Offer" is no type of document.',
    },
  ])
  expect(() => read(xml.replace('/schema/6p1/', '/schema/4p0/'))).toThrow(
    '<Invoice> stands in the namespace "http://www.ebinterface.at/schema/4p0/"; a UBL 2.1 invoice has',
  )
})
