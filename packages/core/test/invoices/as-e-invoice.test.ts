import { checkInvoice, type EInvoice } from '@samen/core/e-invoice'
import { expect, test } from 'vitest'
import { asEInvoice, type Invoice, type InvoiceDocument } from '../../src/invoices/index.ts'

const seller = {
  name: 'Samen Productions SC',
  companyNumber: '0123456749',
  vatNumber: 'BE0123456749',
  street: 'Rue de la Mutualité 1',
  postCode: '1060',
  town: 'Bruxelles',
  country: 'BE',
  iban: 'BE68539007547034',
  bic: 'INVEBEBB',
}
const document: InvoiceDocument = {
  number: 'INV-2026-00042',
  seller,
  buyer: { name: 'Theatre', companyNumber: '0987654394', vatNumber: 'BE0987654394', country: 'BE' },
  language: 'en',
  lines: [{ description: 'Evening of songs', net: '1000.00', vatCode: 'reduced' }],
  vat: [{ code: 'reduced', category: 'S', rate: '6', base: '1000.00', amount: '60.00', source: 'law' }],
  performed: { from: '2026-11-02', to: '2026-11-03' },
}
const issued: Invoice = {
  invoiceId: 'i',
  legalEntityId: 'l',
  series: 'INV-2026',
  number: 42n,
  kind: 'invoice',
  credits: null,
  contractId: 'c',
  clientId: 'k',
  issuedOn: '2026-11-04',
  dueOn: '2026-12-04',
  currency: 'EUR',
  net: 100_000n,
  vat: 6_000n,
  total: 106_000n,
  levy: 6_500n,
  paymentReference: '+++260/1000/04237+++',
  agreedNet: null,
  document,
}
const texts = { 'vat.reverse-charge': 'Reverse charge', 'vat.outside-scope': 'Outside the scope of VAT' }
const written = (changes: Partial<Invoice> = {}): EInvoice =>
  asEInvoice({ ...issued, ...changes }, { reference: 'JOB-7', texts })
const untaxed = (category: 'AE' | 'O', mention: string, buyer: InvoiceDocument['buyer']) =>
  written({
    vat: 0n,
    document: {
      ...document,
      buyer,
      lines: [{ description: 'Concert', net: '1000.00', vatCode: mention }],
      vat: [{ code: mention, category, rate: '0', base: '1000.00', amount: '0.00', mention, source: 'law' }],
    },
  })

test('an issued invoice keeps every rule, with the amounts it was issued with', () => {
  const invoice = written()
  expect(checkInvoice(invoice)).toMatchObject({ valid: true, findings: [] })
  expect(invoice).toMatchObject({
    number: 'INV-2026-00042',
    buyerReference: 'JOB-7',
    seller: { endpoint: { id: '0123456749', scheme: '0208' } },
    totals: { net: '1000.00', vat: '60.00', gross: '1060.00', payable: '1060.00' },
    payment: { means: '58', remittance: '+++260/1000/04237+++' },
  })
})

test('a credit note names the invoice it takes back, and asks for no payment', () => {
  const credits = { number: 'INV-2026-00042', issuedOn: '2026-11-04', reason: 'Cancelled' }
  const note = written({
    kind: 'credit-note',
    series: 'CN-2026',
    number: 1n,
    document: { ...document, credits },
  })
  expect(checkInvoice(note)).toMatchObject({ valid: true, findings: [] })
  expect(note).toMatchObject({ type: '381', preceding: [{ number: 'INV-2026-00042' }] })
  expect(note.payment).toBeUndefined()
})

test('reverse charge says so in words and by its code', () => {
  const invoice = untaxed('AE', 'reverse-charge', {
    name: 'Compagnie',
    vatNumber: 'FR40303265045',
    country: 'FR',
  })
  expect(checkInvoice(invoice)).toMatchObject({ valid: true, findings: [] })
  expect(invoice.vat).toEqual([
    {
      base: '1000.00',
      amount: '0.00',
      category: 'AE',
      rate: '0',
      exemptionReason: 'Reverse charge',
      exemptionCode: 'VATEX-EU-AE',
    },
  ])
})

test('what is outside the scope of VAT carries no VAT number', () => {
  const invoice = untaxed('O', 'outside-scope', { name: 'Festival', companyNumber: 'CHE123', country: 'CH' })
  expect(invoice.seller.vatId).toBeUndefined()
  // Switzerland is not in Peppol: the buyer has no electronic address there.
  expect(checkInvoice(invoice).findings.map(({ rule }) => rule)).toEqual(['PEPPOL-EN16931-R010'])
})

test('a client whose numbers are unknown cannot get an e-invoice, and the finding says what is missing', () => {
  const invoice = written({ document: { ...document, buyer: { name: 'Private person', country: 'BE' } } })
  expect(checkInvoice(invoice).findings).toMatchObject([
    { rule: 'PEPPOL-EN16931-R010', place: 'buyer.endpoint' },
  ])
})

test('kronor are transferred, but not by SEPA', () => {
  expect(written({ currency: 'SEK' }).payment?.means).toBe('30')
})

test('the VAT is the one that was issued: whole forints, and the rest of a credit note cut in two', () => {
  const withVat = (net: string, rate: string, amount: string, changes: Partial<Invoice> = {}) =>
    written({
      ...changes,
      document: {
        ...document,
        lines: [{ description: 'Concert', net, vatCode: 'reduced' }],
        vat: [{ code: 'reduced', category: 'S', rate, base: net, amount, source: 'law' }],
      },
    })
  // 27 % of 12 345 forints is 3 333.15.
  const forints = withVat('12345.00', '27', '3333.00', { currency: 'HUF' })
  expect(forints.totals).toMatchObject({ vat: '3333.00', gross: '15678.00', payable: '15678.00' })
  // 21 % of 0.50 twice is 0.11 and then 0.10: the notes of a whole invoice sum to it.
  const note = withVat('0.50', '21', '0.10', { kind: 'credit-note', series: 'CN-2026' })
  expect(note.totals).toMatchObject({ vat: '0.10', gross: '0.60' })
  for (const invoice of [forints, note])
    expect(checkInvoice(invoice)).toMatchObject({ valid: true, findings: [] })
})
