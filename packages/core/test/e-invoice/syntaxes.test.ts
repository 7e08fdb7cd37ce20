import { checkInvoice, type EInvoice, eInvoice, readInvoice, writeCii, writeUbl } from '@samen/core/e-invoice'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invoices, ordinary } from './invoices.ts'

const read = (xml: string) => readInvoice(new TextEncoder().encode(xml))

describe.each([
  ['UBL', writeUbl],
  ['CII', writeCii],
])('%s', (_, write) => {
  test('what is written is read again, word for word', () => {
    fc.assert(
      fc.property(invoices, (invoice) => {
        const { invoice: again, findings } = read(write(invoice))
        expect(findings).toEqual([])
        expect(again).toEqual(invoice)
      }),
      { numRuns: 80 },
    )
  })

  test('the creditor of a direct debit comes back to its payment', () => {
    const debit = ordinary({
      payment: {
        means: '59',
        directDebit: { mandate: 'M-7', creditor: 'BE98ZZZ0123456749', account: 'BE68539007547034' },
      },
    })
    expect(read(write(debit)).invoice).toEqual(debit)
  })

  test('VAT in the accounting currency stands beside the other', () => {
    const both = ordinary({ accountingCurrency: 'SEK', totals: { vatInAccountingCurrency: '3401.22' } })
    const { invoice, findings } = read(write(both))
    expect(findings).toEqual([])
    expect(invoice).toEqual(both)
    expect(checkInvoice(invoice).findings).toEqual([])
  })

  test.each(['3', '35', '432'])('the tax point code %s', (taxPointCode) => {
    const coded = ordinary({ taxPointCode })
    expect(read(write(coded)).invoice).toEqual(coded)
  })
})

test('every invoice of these keeps the model and its rules', () => {
  fc.assert(
    fc.property(invoices, (invoice) => {
      expect(eInvoice.safeParse(invoice).error).toBeUndefined()
      expect(checkInvoice(invoice).findings).toEqual([])
    }),
    { numRuns: 60 },
  )
})

describe('UBL', () => {
  test('a credit note is a document of its own, with positive amounts', () => {
    const xml = writeUbl(ordinary({ type: '381', preceding: [{ number: 'INV-2026-00041' }] }))
    expect(xml).toContain('<CreditNote xmlns=')
    expect(xml).toContain('<cbc:CreditedQuantity unitCode="DAY">5</cbc:CreditedQuantity>')
    expect(xml).not.toContain('<cbc:DueDate>')
  })

  test('a credit note keeps the day it is due in its payment, and has no other place for it', () => {
    const due = ordinary({ type: '381' })
    expect(read(writeUbl(due)).invoice.dueOn).toBe('2026-12-25')
    const { payment: _, ...unpaid } = due
    expect(() => writeUbl(unpaid)).toThrow(RangeError)
  })
})

describe('CII', () => {
  test('a discount without its gross price gets the one it was taken from', () => {
    const [line] = ordinary().lines
    const discounted = ordinary({
      lines: [{ ...(line as EInvoice['lines'][number]), price: { net: '290.00', discount: '10.5' } }],
    })
    expect(read(writeCii(discounted)).invoice.lines?.[0]?.price).toEqual({
      net: '290.00',
      discount: '10.5',
      gross: '300.5',
    })
  })

  test('days are written without hyphens, and such as are none are named', () => {
    const xml = writeCii(ordinary())
    expect(xml).toContain('<udt:DateTimeString format="102">20261125</udt:DateTimeString>')
    expect(read(xml.replace('>20261125<', '>20260230<')).findings[0]).toMatchObject({
      rule: 'syntax',
      place: '/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString',
    })
  })

  test('an account that is no IBAN stands in the element for others', () => {
    const bankgiro = ordinary({
      payment: { means: '30', transfers: [{ account: '5050-1055', name: 'Samen' }] },
    })
    const xml = writeCii(bankgiro)
    expect(xml).toContain(
      '<ram:AccountName>Samen</ram:AccountName><ram:ProprietaryID>5050-1055</ram:ProprietaryID>',
    )
    expect(read(xml).invoice).toEqual(bankgiro)
  })
})

describe('a file that is no invoice', () => {
  const xml = writeUbl(ordinary())
  const refusal = (bytes: string | Uint8Array) => {
    try {
      readInvoice(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
    } catch (error) {
      return (error as Error).message
    }
    return undefined
  }

  test.each([
    ['cut off', xml.slice(0, 800), /cut off/],
    ['an entity bomb', xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'), /document type is not allowed/],
    [
      'another namespace',
      xml.replace('schema:xsd:Invoice-2', 'schema:xsd:Invoice-3'),
      /stands in the namespace/,
    ],
    ['another document', '<Order xmlns="urn:x"/>', /<Order> is no e-invoice/],
    ['an undeclared prefix', '<a:Invoice/>', /prefix of <a:Invoice> is not declared/],
    ['an encoding it does not have', Uint8Array.of(0x3c, 0x61, 0xff), /not UTF-8/],
    ['no XML', 'INVOICE 42', /not well-formed/],
    ['too large', new Uint8Array(20_000_001), /more than 20 MB/],
  ])('%s is refused with its reason', (_, bytes, reason) => {
    expect(refusal(bytes)).toMatch(reason)
  })

  test('an amount in another currency, an amount that is none and a day that is none are named by their place', () => {
    const wrong = xml
      .replace('<cbc:PayableAmount currencyID="EUR">', '<cbc:PayableAmount currencyID="SEK">')
      .replace('>1450.00</cbc:TaxableAmount>', '>1.450,00</cbc:TaxableAmount>')
      .replace('2026-11-25', '2026-02-30')
    expect(read(wrong).findings).toEqual([
      {
        rule: 'syntax',
        level: 'fatal',
        place: '/Invoice/cbc:IssueDate',
        text: '"2026-02-30" is not a day such as 2026-11-25',
      },
      {
        rule: 'syntax',
        level: 'fatal',
        place: '/Invoice/cac:TaxTotal[1]/cac:TaxSubtotal[1]/cbc:TaxableAmount',
        text: '"1.450,00" is not an amount',
      },
      {
        rule: 'PEPPOL-EN16931-R051',
        level: 'fatal',
        place: '/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount',
        text: 'An amount is in SEK, but the invoice is in EUR.',
      },
    ])
  })

  test('an element that stands twice where one is read is told, not silently dropped', () => {
    const twice = xml.replace('<cbc:ID>INV-2026-00042</cbc:ID>', '<cbc:ID>A</cbc:ID><cbc:ID>B</cbc:ID>')
    expect(read(twice).findings[0]).toMatchObject({ rule: 'syntax', place: '/Invoice/cbc:ID' })
  })
})
