import { checkInvoice, type InvoiceToComplete } from '@samen/core/e-invoice'
import { expect, test } from 'vitest'
import { ordinary } from './invoices.ts'

const XRECHNUNG = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0'
const NLCIUS = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0'
const rulesOf = (changes: Partial<InvoiceToComplete>) =>
  checkInvoice(ordinary(changes)).findings.map(({ rule }) => rule)
const { seller, buyer, payment } = ordinary()
const place = { line1: 'Straße 1', town: 'Berlin', postCode: '10115', country: 'DE' }
const german: Partial<InvoiceToComplete> = {
  specification: XRECHNUNG,
  period: { from: '2026-11-02', to: '2026-11-06' },
  seller: {
    ...seller,
    vatId: 'DE123456788',
    address: place,
    contact: { name: 'Ada Invented', phone: '+49 30 123456', email: 'ada@samen.example' },
  },
  buyer: { ...buyer, address: place },
  payment: { means: '58', transfers: [{ account: 'DE89370400440532013000' }] },
}

test('a German invoice with contact, places, account and reference is an XRechnung', () => {
  const verdict = checkInvoice(ordinary(german))
  expect(verdict.ruleSets).toEqual(['EN 16931', 'XRechnung 3.0'])
  expect(verdict.findings).toEqual([])
})

const { contact: _contact, ...mute } = german.seller as NonNullable<typeof german.seller>
const with1 = (changes: object) =>
  ({ ...german, seller: { ...(german.seller as object), ...changes } }) as typeof german
test.each<[string, Partial<InvoiceToComplete>]>([
  ['BR-DE-2', { seller: mute }],
  ['BR-DE-3', { seller: { ...seller, address: { ...place, town: undefined } } as typeof seller }],
  ['BR-DE-6', with1({ contact: { name: 'Ada', email: 'ada@samen.example' } })],
  ['BR-DE-8', { buyer: { ...buyer, address: { country: 'DE', postCode: '10115' } } }],
  ['BR-DE-17', { type: '393' }],
  ['BR-DE-18', { paymentTerms: '#SKONTO#TAGE=7#PROZENT=2#\n' }],
  ['BR-DE-18', { paymentTerms: '#VERZUG#TAGE=7#PROZENT=2.00#\n' }],
  ['BR-DE-21', { specification: XRECHNUNG.replace('3.0', '2.3') }],
  ['BR-DE-TMP-32', { period: undefined } as never],
  ['BR-TMP-2', { attachments: [{ reference: 'A', location: 'plan.pdf' }] }],
  ['PEPPOL-EN16931-R010', { buyer: { name: 'Buyer', address: place } }],
  [
    'PEPPOL-EN16931-R061',
    { payment: { means: '59', directDebit: { creditor: 'C', account: 'DE89370400440532013000' } } },
  ],
  ['BR-DE-19', { payment: { means: '58', transfers: [{ account: 'DE00370400440532013000' }] } }],
  ['BR-DE-23-a', { payment: { means: '30' } }],
  ['BR-DE-25-a', { payment: { means: '59' } }],
  ['BR-DE-26', { type: '384' }],
  ['BR-DE-27', with1({ contact: { name: 'Ada', phone: '12', email: 'ada@samen.example' } })],
  ['BR-DE-28', with1({ contact: { name: 'Ada', phone: '123', email: 'ada@' } })],
  ['BR-DE-31', { payment: { means: '59', directDebit: { mandate: 'M', creditor: 'C' } } }],
])('%s is found where it is broken, and not before', (rule, changes) => {
  expect(rulesOf(german)).not.toContain(rule)
  expect(rulesOf({ ...german, ...changes })).toContain(rule)
})

test('payment terms with a well-written discount are an XRechnung’s', () => {
  expect(rulesOf({ ...german, paymentTerms: '#SKONTO#TAGE=7#PROZENT=2.00#\n' })).toEqual([])
})

const dutch: Partial<InvoiceToComplete> = {
  seller: {
    ...seller,
    legalId: { id: '12345678', scheme: '0106' },
    address: { line1: 'Straat 1', town: 'Utrecht', postCode: '3511 AA', country: 'NL' },
  },
}
test.each([
  ['NL-R-002', {}],
  ['BR-NL-3', { specification: NLCIUS }],
])('a Dutch seller has a street: %s under each specification', (rule, changes) => {
  expect(rulesOf({ ...dutch, ...changes })).toEqual([])
  const streetless = { ...seller, address: { town: 'Utrecht', postCode: '3511 AA', country: 'NL' } }
  expect(rulesOf({ ...dutch, ...changes, seller: streetless })).toContain(rule)
})

test('Dutch numbers, means of payment and credit notes keep their rules', () => {
  const own = { ...(dutch.seller as typeof seller), legalId: { id: '12345678', scheme: '0208' } }
  expect(rulesOf({ seller: own })).toContain('NL-R-003')
  expect(rulesOf({ ...dutch, payment: { ...payment, means: '10' } as typeof payment })).toContain('NL-R-008')
  expect(rulesOf({ ...dutch, type: '381' })).toContain('NL-R-001')
})

const swedish: Partial<InvoiceToComplete> = {
  seller: {
    ...seller,
    vatId: 'SE556677889901',
    legalId: { id: '5566778899', scheme: '0007' },
    address: { line1: 'Gatan 1', town: 'Stockholm', postCode: '111 20', country: 'SE' },
  },
  lines: ordinary().lines.map((line) => ({ ...line, vat: { category: 'S' as const, rate: '25' } })),
}
test('Swedish numbers and rates keep their rules', () => {
  expect(rulesOf(swedish)).toEqual([])
  const own = swedish.seller as typeof seller
  expect(rulesOf({ ...swedish, seller: { ...own, vatId: 'SE5566778899' } })).toContain('SE-R-001')
  expect(rulesOf({ ...swedish, seller: { ...own, legalId: { id: '5566778898' } } })).toContain('SE-R-013')
  expect(rulesOf({ ...swedish, seller: { ...own, taxId: 'F-skatt' } })).toContain('SE-R-005')
  const lines = ordinary().lines.map((line) => ({ ...line, vat: { category: 'S' as const, rate: '21' } }))
  expect(rulesOf({ ...swedish, lines })).toContain('SE-R-006')
  const giro = { means: '30', transfers: [{ account: '12-3', bic: 'SE:BANKGIRO' }] }
  expect(rulesOf({ ...swedish, payment: giro })).toEqual(expect.arrayContaining(['SE-R-008', 'SE-R-009']))
})

test('an Italian seller has street, town and post code', () => {
  const own = { ...seller, vatId: 'IT01234567897', address: { country: 'IT' } }
  expect(rulesOf({ seller: own })).toEqual(expect.arrayContaining(['IT-R-002', 'IT-R-003', 'IT-R-004']))
})
