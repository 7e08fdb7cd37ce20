import { checkInvoice, eInvoice, readInvoice, UnwritableError, writeFacturae } from '@samen/core/e-invoice'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spaniards, spanish } from './facturae.ts'

const read = (xml: string) => readInvoice(new TextEncoder().encode(xml))
const write = ({ invoice, supplement }: ReturnType<typeof spanish>) => writeFacturae(invoice, supplement)

test('what is written is read again, word for word, with what only Spain asks', () => {
  fc.assert(
    fc.property(spaniards, ({ invoice, supplement }) => {
      expect(eInvoice.safeParse(invoice).error).toBeUndefined()
      const again = read(writeFacturae(invoice, supplement))
      expect(again.findings).toEqual([])
      expect(again.invoice).toEqual(invoice)
      expect(again.supplement).toEqual({ facturae: supplement })
      expect(checkInvoice(again.invoice)).toEqual({
        valid: true,
        ruleSets: ['arithmetic alone'],
        findings: [],
      })
    }),
    { numRuns: 80 },
  )
})

test('a credit note is a correction by differences with negative amounts, and positive again when read', () => {
  const credit = spanish(
    { type: '381', preceding: [{ number: '2026-41', issuedOn: '2026-11-01' }] },
    { correction: { reason: '10', from: '2026-11-01', to: '2026-11-30' } },
  )
  const xml = write(credit)
  expect(xml).toContain('<InvoiceClass>OR</InvoiceClass>')
  expect(xml).toContain('<ReasonCode>10</ReasonCode><ReasonDescription>Detalle Operación</ReasonDescription>')
  expect(xml).toContain('<CorrectionMethod>02</CorrectionMethod>')
  expect(xml).toContain('<Quantity>-40</Quantity>')
  expect(xml).toContain('<InvoiceTotal>-1754.50</InvoiceTotal>')
  expect(read(xml).invoice).toEqual(credit.invoice)
})

test('an invoice to the administration names its three centres, and a file leaves Spain’s prefix out of its numbers', () => {
  const xml = write(spanish())
  expect(xml.match(/<RoleTypeCode>\d\d/g)).toEqual([
    '<RoleTypeCode>01',
    '<RoleTypeCode>02',
    '<RoleTypeCode>03',
  ])
  expect(xml).toContain(
    '<PersonTypeCode>J</PersonTypeCode><ResidenceTypeCode>R</ResidenceTypeCode><TaxIdentificationNumber>F12345674<',
  )
})

test('a freelancer’s bill is read: a name in three parts, income tax withheld', () => {
  const bill = spanish(
    {},
    { centres: undefined, withholdings: [{ type: '04', rate: '15.00', base: '1450.00', amount: '217.50' }] },
  )
  const xml = write(bill)
    .replace(
      '<LegalEntity><CorporateName>Samen España S. Coop.</CorporateName>',
      '<Individual><Name>Ada</Name><FirstSurname>Ruiz</FirstSurname><SecondSurname>Gil</SecondSurname>',
    )
    .replace('</LegalEntity></SellerParty>', '</Individual></SellerParty>')
  const { invoice, supplement, findings } = read(xml)
  expect(findings).toEqual([])
  expect(xml).toContain('<InvoiceTotal>1537.00</InvoiceTotal>')
  expect(invoice.seller).toMatchObject({
    name: 'Ada Ruiz Gil',
    vatId: 'ESF12345674',
    address: { town: 'Madrid' },
  })
  expect(invoice.totals).toMatchObject({ gross: '1754.50', payable: '1754.50' })
  expect(supplement?.facturae?.withholdings?.[0]?.amount).toBe('217.50')
})

describe('what Facturae has no place for is refused by name', () => {
  const { invoice } = spanish()
  const [line] = invoice.lines as [(typeof invoice.lines)[number]]
  const twoRates = [line, { ...line, id: '2', vat: { category: 'S' as const, rate: '10.00' } }]
  test.each([
    ['buyerReference', { buyerReference: '7' }],
    ['lines[0].vat.category', { lines: [{ ...line, vat: { category: 'AE', rate: '0.00' } }] }],
    [
      'lines[0].price.gross',
      { lines: [{ ...line, price: { net: '36.25', gross: '37.25', discount: '1' } }] },
    ],
    ['lines[0].period.to', { lines: [{ ...line, period: { from: '2026-06-01' } }] }],
    [
      'allowances[0].vat.category',
      { lines: twoRates, allowances: [{ amount: '1.00', reason: 'Bono', vat: line.vat }] },
    ],
    ['totals.rounding', { totals: { rounding: '0.01' } }],
    ['dueOn', { payment: undefined }],
    ['dueOn', { dueOn: undefined }],
    ['preceding[0].number', { preceding: [{ number: '1' }] }],
    ['supplement.correction', { type: '381' }],
    ['type', { type: '389' }],
    ['seller.address.country', { seller: { ...invoice.seller, address: { country: 'TV' } } }],
    ['buyer.vatId', { buyer: { name: 'Ada', address: invoice.buyer.address } }],
    ['number', { number: 'x'.repeat(21) }],
  ] as const)('%s', (field, changes) => {
    const changed = spanish(changes as Parameters<typeof spanish>[0])
    expect(() => write(changed)).toThrow(UnwritableError)
    expect(() => write(changed)).toThrow(expect.objectContaining({ field }))
  })
})

test('a day of work is a unit of its own to us and "other" to Spain', () => {
  const [line] = spanish().invoice.lines as [ReturnType<typeof spanish>['invoice']['lines'][number]]
  const xml = write(spanish({ lines: [{ ...line, unit: 'DAY' }] }))
  expect(xml).toContain('<UnitOfMeasure>05</UnitOfMeasure>')
  expect(read(xml).invoice.lines?.[0]?.unit).toBe('ZZ')
})

test('an invoice that does not add up is told where', () => {
  const xml = write(spanish()).replace('<TotalAmount>304.50<', '<TotalAmount>305.50<')
  const { invoice, findings } = read(xml)
  expect(checkInvoice(invoice, findings).findings.map(({ place }) => place)).toEqual([
    'vat[0].amount',
    'totals.gross',
  ])
})

test('a Facturae of another version is no invoice that is read', () => {
  expect(() => read(write(spanish()).replace('Facturaev3_2_2', 'Facturaev9'))).toThrow(/Facturae 3\.2\.2 has/)
})
