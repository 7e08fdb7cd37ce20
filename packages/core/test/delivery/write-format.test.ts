import { expect, test } from 'vitest'
import { carries, type DeliveryFormat, FORMATS, writeFormat } from '../../src/delivery/index.ts'
import { checkInvoice, readInvoice } from '../../src/e-invoice/index.ts'
import { asEInvoice, type Invoice, type InvoiceDocument } from '../../src/invoices/index.ts'

interface Country {
  readonly seller: InvoiceDocument['seller']
  readonly buyer: InvoiceDocument['buyer']
  readonly rate: string
  readonly currency?: string
}

const place = { street: 'Via Comune 1', postCode: '20121', town: 'Milano' }
const AT: Country = {
  seller: {
    name: 'Samen Österreich eGen',
    companyNumber: 'FN123456x',
    vatNumber: 'ATU12345675',
    street: 'Gasse 1',
    postCode: '1010',
    town: 'Wien',
    country: 'AT',
    iban: 'AT611904300234573201',
  },
  buyer: {
    name: 'Theater',
    vatNumber: 'ATU87654320',
    street: 'Platz 2',
    postCode: '8010',
    town: 'Graz',
    country: 'AT',
  },
  rate: '20',
}
const ES: Country = {
  seller: {
    name: 'Samen España S.Coop.',
    companyNumber: 'F12345674',
    vatNumber: 'ESF12345674',
    street: 'Calle 1',
    postCode: '28001',
    town: 'Madrid',
    country: 'ES',
    iban: 'ES9121000418450200051332',
  },
  buyer: {
    name: 'Teatro',
    vatNumber: 'ESB87654321',
    street: 'Plaza 2',
    postCode: '41001',
    town: 'Sevilla',
    country: 'ES',
  },
  rate: '21',
}
const IT: Country = {
  seller: {
    name: 'Samen Italia Soc. coop.',
    companyNumber: '01234567897',
    vatNumber: 'IT01234567897',
    ...place,
    country: 'IT',
    iban: 'IT60X0542811101000000123456',
  },
  buyer: { name: 'Teatro', vatNumber: 'IT07643520567', ...place, country: 'IT' },
  rate: '22',
}
const HU: Country = {
  seller: {
    name: 'Samen Magyarország',
    companyNumber: '0110123456',
    vatNumber: 'HU12345676',
    street: 'Utca 1.',
    postCode: '1011',
    town: 'Budapest',
    country: 'HU',
    iban: 'HU42117730161111101800000000',
  },
  buyer: {
    name: 'Színház',
    vatNumber: 'HU87654325',
    street: 'Tér 2.',
    postCode: '6720',
    town: 'Szeged',
    country: 'HU',
  },
  rate: '27',
  currency: 'HUF',
}

const invoiceOf = ({ seller, buyer, rate, currency = 'EUR' }: Country, kind: Invoice['kind'] = 'invoice') => {
  const vat = BigInt(rate) * 1_000n
  const issued: Invoice = {
    invoiceId: 'i',
    legalEntityId: 'l',
    series: kind === 'invoice' ? 'INV-2026' : 'CN-2026',
    number: 42n,
    kind,
    credits: kind === 'invoice' ? null : 'i0',
    contractId: 'c',
    clientId: 'k',
    issuedOn: '2026-11-04',
    dueOn: '2026-12-04',
    currency,
    net: 100_000n,
    vat,
    total: 100_000n + vat,
    levy: 0n,
    paymentReference: 'RF18539007547034',
    agreedNet: null,
    document: {
      number: 'INV-2026-00042',
      seller,
      buyer,
      language: 'en',
      lines: [{ description: 'Evening of songs', net: '1000.00', vatCode: 'standard' }],
      vat: [
        {
          code: 'standard',
          category: 'S',
          rate,
          base: '1000.00',
          amount: `${Number(rate) * 10}.00`,
          source: 'law',
        },
      ],
      performed: { from: '2026-11-02', to: '2026-11-03' },
      ...(kind === 'credit-note' && {
        credits: { number: 'INV-2026-00041', issuedOn: '2026-10-01', reason: 'Cancelled' },
      }),
    },
  }
  return asEInvoice(issued, { reference: 'JOB-7', texts: {} })
}
const credit = {
  isWhole: true,
  index: 1,
  linesBefore: 1,
  performed: { from: '2026-11-02', to: '2026-11-03' },
}
const context = { details: {}, fileNumber: 37n, language: 'en' }

const national: [DeliveryFormat, Country, string][] = [
  ['fatturapa', IT, 'FatturaPA 1.2'],
  ['facturae', ES, 'Facturae 3.2.2'],
  ['ebinterface', AT, 'ebInterface 6.1'],
]

test.each(national)(
  'an invoice and a credit note of ours are written as %s and read back sound',
  (format, country, syntax) => {
    for (const kind of ['invoice', 'credit-note'] as const) {
      const invoice = invoiceOf(country, kind)
      const { content } = writeFormat(invoice, format, {
        ...context,
        ...(kind === 'credit-note' && { credit }),
      })
      const read = readInvoice(new TextEncoder().encode(content))
      expect(read.syntax).toBe(syntax)
      expect(checkInvoice(read.invoice, read.findings)).toMatchObject({ valid: true })
      expect(read.invoice.totals?.gross).toBe(invoice.totals.gross)
    }
  },
)

test('a FatturaPA file bears its transmitter and a number of letters and digits, and tells the buyer’s code', () => {
  const { fileName, content } = writeFormat(invoiceOf(IT), 'fatturapa', {
    ...context,
    details: { recipientCode: 'ABC1234' },
  })
  expect(fileName).toBe('IT01234567897_11.xml')
  expect(content).toContain('<CodiceDestinatario>ABC1234</CodiceDestinatario>')
})

test('what is reported to the Hungarian authority says whether it makes, mends or cancels', () => {
  expect(writeFormat(invoiceOf(HU), 'nav', context).instructions).toEqual({ operation: 'CREATE' })
  const note = invoiceOf(HU, 'credit-note')
  expect(writeFormat(note, 'nav', { ...context, credit }).instructions).toEqual({ operation: 'STORNO' })
  const { content, instructions } = writeFormat(note, 'nav', {
    ...context,
    credit: { ...credit, isWhole: false, index: 2, linesBefore: 2 },
  })
  expect(instructions).toEqual({ operation: 'MODIFY' })
  expect(content).toContain('<modificationIndex>2</modificationIndex>')
})

test('an invoice in another currency is reported in forints too, by its rate, and a Facturae is written in euros alone', () => {
  const { content } = writeFormat(invoiceOf({ ...HU, currency: 'EUR' }), 'nav', {
    ...context,
    exchangeRate: '382.15',
  })
  expect(content).toContain('<currencyCode>EUR</currencyCode><exchangeRate>382.15</exchangeRate>')
  expect(content).toContain('<invoiceVatAmountHUF>103180.50</invoiceVatAmountHUF>')
  expect(() => writeFormat(invoiceOf({ ...ES, currency: 'CHF' }), 'facturae', context)).toThrow('euros')
})

test('a channel carries only the formats it understands', () => {
  expect(carries('sdi', 'fatturapa')).toBe(true)
  expect(carries('peppol', 'fatturapa')).toBe(false)
  expect(Object.keys(FORMATS)).toHaveLength(10)
})
