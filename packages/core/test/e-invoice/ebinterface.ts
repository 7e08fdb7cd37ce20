import { completeInvoice, EB_INTERFACE, type EInvoice, type InvoiceToComplete } from '@samen/core/e-invoice'
import fc from 'fast-check'
import { compact } from './invoices.ts'

/** A stage manager's week, invoiced to a federal theatre. */
export const austrian = (changes: Partial<InvoiceToComplete> = {}): EInvoice =>
  completeInvoice({
    specification: EB_INTERFACE,
    number: 'RE-2026-42',
    issuedOn: '2026-11-25',
    dueOn: '2026-12-25',
    type: '380',
    currency: 'EUR',
    order: 'Z01',
    seller: {
      name: 'Samen Österreich eGen',
      vatId: 'ATU12345675',
      legalId: { id: '123456a' },
      identifiers: [{ id: '0012345678' }],
      address: { line1: 'Gemeinschaftsgasse 1', town: 'Wien', postCode: '1010', country: 'AT' },
      contact: { name: 'Ada Huber', email: 'rechnung@example.at' },
    },
    buyer: {
      name: 'Bundestheater der Erfindung',
      vatId: 'ATU87654328',
      address: { line1: 'Ring 2', town: 'Wien', postCode: '1010', country: 'AT' },
    },
    payment: {
      means: '58',
      remittance: 'RE-2026-42',
      transfers: [{ account: 'AT611904300234573201', bic: 'BKAUATWW', name: 'Samen' }],
    },
    lines: [
      {
        id: '1',
        quantity: '5',
        unit: 'DAY',
        net: '1450.00',
        price: { net: '290.00' },
        vat: { category: 'S', rate: '20' },
        item: { name: 'Inspizienz' },
      },
    ],
    ...changes,
  })

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const text = (max = 40) =>
  fc
    .string({ minLength: 1, maxLength: max, unit: 'grapheme' })
    .map((value) =>
      value
        .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((value) => value !== '')
const word = (max: number) =>
  fc.string({ minLength: 1, maxLength: max, unit: fc.constantFrom(...'ABCXYZ0189-/'.split('')) })
const cents = (max: number) => fc.integer({ min: 1, max }).map((value) => (value / 100).toFixed(2))
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const PERIOD = { from: '2026-06-01', to: '2026-06-30' }

/** What Austrian law makes of a line: taxed, exempt, reverse charge to the Union, out of scope. */
const vat = fc.constantFrom(
  { category: 'S', rate: '20' },
  { category: 'S', rate: '13' },
  { category: 'S', rate: '10.00' },
  { category: 'E', rate: '0' },
  { category: 'AE', rate: '0' },
  { category: 'O' },
) as fc.Arbitrary<EInvoice['lines'][number]['vat']>

const change = fc.record({
  amount: cents(9_999),
  base: cents(99_999),
  percent: maybe(fc.constant('5.00')),
  reason: maybe(text()),
})
const ofWhole = fc.record({ amount: cents(9_999), base: cents(99_999), reason: text(), vat })

const line = fc
  .record({
    quantity: fc.integer({ min: 1, max: 400 }),
    price: fc.integer({ min: 0, max: 500_000 }),
    unit: fc.constantFrom('C62', 'HUR', 'DAY'),
    vat,
    note: maybe(text()),
    name: text(),
    description: maybe(text()),
    sellerId: maybe(word(20)),
    buyerId: maybe(word(20)),
    standardId: maybe(fc.constant({ id: '9012345000004', scheme: '0160' })),
    classifications: maybe(
      fc.array(fc.record({ id: word(8), scheme: word(4) }), { minLength: 1, maxLength: 2 }),
    ),
    attributes: maybe(fc.array(fc.record({ name: text(), value: text() }), { minLength: 1, maxLength: 2 })),
    allowance: maybe(change),
    charge: maybe(change),
    period: maybe(fc.constant(PERIOD)),
    orderLine: maybe(word(5)),
  })
  .map(
    ({
      quantity,
      price,
      allowance,
      charge,
      name,
      description,
      sellerId,
      buyerId,
      standardId,
      classifications,
      attributes,
      ...rest
    }) => {
      const inCents = (one?: { amount: string }) => (one ? Math.round(Number(one.amount) * 100) : 0)
      return {
        ...rest,
        quantity: String(quantity),
        net: ((quantity * price - inCents(allowance) + inCents(charge)) / 100).toFixed(2),
        allowances: allowance && [allowance],
        charges: charge && [charge],
        price: { net: (price / 100).toFixed(2) },
        item: { name, description, sellerId, buyerId, standardId, classifications, attributes },
      }
    },
  )

const party = fc.record({
  name: text(),
  tradingName: maybe(text()),
  vatId: maybe(fc.constantFrom('ATU12345675', 'DE123456789')),
  identifiers: maybe(
    fc.constantFrom(
      [{ id: '4711', scheme: '0088' }],
      [{ id: '4711', scheme: '0088' }, { id: '12' }],
      [{ id: '12' }],
    ),
  ),
  legalId: maybe(fc.constant({ id: '123456a' })),
  address: fc.record({
    line1: maybe(text()),
    town: maybe(text()),
    postCode: maybe(word(6)),
    country: fc.constantFrom('AT', 'DE'),
  }),
  contact: maybe(fc.record({ name: maybe(text()), phone: maybe(word(12)), email: text() })),
})

const payment = fc.oneof(
  fc.record({
    means: fc.constant('58'),
    meansText: maybe(text()),
    remittance: maybe(word(35)),
    transfers: maybe(
      fc.array(
        fc.record({
          account: fc.constantFrom('AT611904300234573201', '12345678'),
          name: maybe(text()),
          bic: maybe(fc.constant('BKAUATWW')),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    ),
  }),
  fc.record({
    means: fc.constant('59'),
    directDebit: maybe(fc.record({ mandate: word(35), creditor: maybe(word(35)), account: maybe(word(34)) })),
  }),
  fc.record({
    means: fc.constant('48'),
    card: fc.record({ number: fc.constant('1234'), holder: maybe(text()) }),
  }),
)

/** Invoices and credit notes that Austrian law produces and ebInterface has a place for. */
export const austrians: fc.Arbitrary<EInvoice> = fc
  .record({
    type: fc.constantFrom('380', '381', '389'),
    number: word(30),
    issuedOn: day,
    dueOn: maybe(day),
    paymentTerms: maybe(text()),
    order: maybe(word(30)),
    salesOrder: maybe(word(30)),
    buyerAccounting: maybe(word(20)),
    notes: maybe(text().map((one) => [{ text: one }])),
    preceding: maybe(
      fc.array(fc.record({ number: word(20), issuedOn: maybe(day) }), { minLength: 1, maxLength: 3 }),
    ),
    when: fc.constantFrom({}, { period: PERIOD }, { delivery: { on: '2026-06-30' } }),
    seller: party,
    buyer: party,
    payment: maybe(payment),
    allowances: maybe(fc.array(ofWhole, { minLength: 1, maxLength: 2 })),
    charges: maybe(fc.array(ofWhole, { minLength: 1, maxLength: 2 })),
    prepaid: maybe(cents(100)),
    rounding: maybe(fc.constantFrom('0.01', '-0.02')),
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
  })
  .map(({ lines, when, prepaid, rounding, ...rest }) =>
    completeInvoice(
      compact({
        specification: EB_INTERFACE,
        currency: 'EUR',
        ...rest,
        ...when,
        lines: lines.map(({ orderLine, ...one }, at) => ({
          id: String(at + 1),
          ...one,
          orderLine: rest.order && orderLine,
        })),
        totals: compact({ prepaid, rounding }),
        exemptions: { AE: { reason: 'Steuerschuld geht auf den Leistungsempfänger über' } },
      }) as unknown as InvoiceToComplete,
    ),
  )
