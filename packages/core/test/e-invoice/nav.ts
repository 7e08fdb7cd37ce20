import {
  completeInvoice,
  type EInvoice,
  type InvoiceToComplete,
  type NavRequest,
  type NavSupplement,
  PEPPOL_BILLING,
} from '@samen/core/e-invoice'
import fc from 'fast-check'
import { compact } from './invoices.ts'

/** The interface's own example of a signature, section 1.5 of its specification, with an invented program and user. */
export const REQUEST: NavRequest = {
  requestId: 'TSTKFT1222564',
  timestamp: '2017-12-30T18:25:45.000Z',
  user: {
    login: 'abcdefghijklmno',
    password: 'invented password',
    taxNumber: '12345676',
    signingKey: 'ce-8f5e-215119fa7dd621DLMRHRLH2S',
    exchangeKey: '1234567890abcdef',
  },
  software: {
    id: 'BE0123456749-SAMEN',
    name: 'Samen',
    operation: 'ONLINE_SERVICE',
    version: '0.1.0',
    developer: 'Samen Productions SC',
    contact: 'office@example.org',
  },
}

/** A sound engineer's week, invoiced to a theatre in Szeged. */
export const hungarian = (changes: Partial<InvoiceToComplete> = {}): EInvoice =>
  completeInvoice({
    specification: PEPPOL_BILLING,
    number: 'SAMEN-2026-42',
    issuedOn: '2026-11-25',
    dueOn: '2026-12-25',
    type: '380',
    currency: 'HUF',
    delivery: { on: '2026-11-20' },
    seller: {
      name: 'Samen Magyarország Szövetkezet',
      vatId: 'HU12345676',
      taxId: '12345676-2-41',
      address: { line1: 'Közös utca 1.', town: 'Budapest', postCode: '1011', country: 'HU' },
    },
    buyer: {
      name: 'Találmány Színház Kft.',
      taxId: '87654321-2-06',
      address: { line1: 'Dóm tér 2.', town: 'Szeged', postCode: '6720', country: 'HU' },
    },
    payment: { means: '58', transfers: [{ account: 'HU42117730161111101800000000' }] },
    lines: [
      {
        id: '1',
        quantity: '5',
        unit: 'DAY',
        net: '500000.00',
        price: { net: '100000' },
        vat: { category: 'S', rate: '27' },
        item: { name: 'Hangmérnök' },
      },
    ],
    ...changes,
  })

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const text = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .map((value) => value.replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, '').trim())
  .filter((value) => /\S/.test(value))
const cents = (max: number) => fc.integer({ min: 1, max }).map((value) => (value / 100).toFixed(2))
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const CASES = { E: 'TAM', K: 'KBAET', G: 'EAM', O: 'HO' } as const
const vat = fc.constantFrom(
  { category: 'S', rate: '27' },
  { category: 'S', rate: '18' },
  { category: 'S', rate: '5.00' },
  { category: 'E', rate: '0' },
  { category: 'AE', rate: '0' },
  { category: 'K', rate: '0' },
  { category: 'G', rate: '0' },
  { category: 'O' },
) as fc.Arbitrary<EInvoice['lines'][number]['vat']>
const ofWhole = fc.record({ amount: cents(9_999), vat, reason: maybe(text) })

const line = fc
  .record({
    quantity: fc.integer({ min: 1, max: 400 }),
    price: fc.integer({ min: 0, max: 5_000_000 }),
    unit: fc.constantFrom('C62', 'HUR', 'DAY', 'XX'),
    vat,
    name: text,
    discount: maybe(fc.record({ amount: cents(9_999), reason: maybe(text) })),
  })
  .map(({ quantity, price, name, discount, ...rest }) => ({
    ...rest,
    quantity: String(quantity),
    net: ((quantity * price - (discount ? Math.round(Number(discount.amount) * 100) : 0)) / 100).toFixed(2),
    allowances: discount && [discount],
    price: { net: (price / 100).toFixed(2) },
    item: { name },
  }))

const buyer = fc.oneof(
  fc.record({ name: text, taxId: fc.constantFrom('87654321-2-06', '87654321'), country: fc.constant('HU') }),
  fc.record({ name: text, vatId: fc.constant('ATU12345675'), country: fc.constant('AT') }),
  fc.record({ name: text, legalId: fc.constant({ id: 'CHE-123.456.789' }), country: fc.constant('CH') }),
  fc.record({ name: text, country: fc.constant('RS') }),
)

/** Invoices, corrections and credit notes that Hungarian law produces, each with what its report asks besides. */
export const hungarians: fc.Arbitrary<{ readonly invoice: EInvoice; readonly supplement: NavSupplement }> = fc
  .record({
    type: fc.constantFrom('380', '381', '384', '389'),
    number: text,
    issuedOn: day,
    dueOn: maybe(day),
    currency: fc.constantFrom('HUF', 'EUR'),
    taxPointCode: maybe(fc.constantFrom('432', '35')),
    period: maybe(fc.constant({ from: '2026-06-01', to: '2026-06-30' })),
    payment: maybe(
      fc.record({
        means: fc.constantFrom('58', '10', '48', '97'),
        transfers: maybe(fc.constant([{ account: 'HU42117730161111101800000000' }])),
      }),
    ),
    buyer,
    allowances: maybe(fc.array(ofWhole, { minLength: 1, maxLength: 2 })),
    charges: maybe(fc.array(ofWhole, { minLength: 1, maxLength: 2 })),
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    privatePerson: fc.boolean(),
    appearance: fc.constantFrom('PAPER', 'ELECTRONIC'),
    linesBefore: fc.integer({ min: 0, max: 20 }),
    advances: maybe(fc.constant([0])),
  })
  .map(({ lines, buyer: { country, ...to }, privatePerson, appearance, linesBefore, advances, ...rest }) => {
    const isCorrection = rest.type === '381' || rest.type === '384'
    return {
      invoice: completeInvoice(
        compact({
          ...hungarian(),
          ...rest,
          payment: rest.payment,
          dueOn: rest.dueOn,
          buyer: {
            ...to,
            address: {
              line1: 'Fő tér 1.',
              town: 'Város',
              ...(country === 'HU' && { postCode: '6720' }),
              country,
            },
          },
          lines: lines.map((one, at) => ({ id: String(at + 1), ...one })),
          ...(isCorrection && { preceding: [{ number: 'SAMEN-2026-41' }] }),
          totals: undefined,
          vat: undefined,
          exemptions: { E: { reason: 'Tárgyi adómentes' } },
        }) as unknown as InvoiceToComplete,
      ),
      supplement: compact({
        appearance,
        cases: CASES,
        exchangeRate: rest.currency === 'HUF' ? undefined : '391.25',
        privatePerson,
        advances,
        modification: isCorrection ? { index: 1, linesBefore } : undefined,
      }) as NavSupplement,
    }
  })
