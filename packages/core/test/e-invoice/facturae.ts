import {
  completeInvoice,
  type EInvoice,
  FACTURAE,
  type FacturaeSupplement,
  type InvoiceToComplete,
} from '@samen/core/e-invoice'
import fc from 'fast-check'
import { compact } from './invoices.ts'

export interface Spanish {
  readonly invoice: EInvoice
  readonly supplement: FacturaeSupplement
}

const CENTRES: FacturaeSupplement['centres'] = [
  { code: 'L01080193', role: '01' },
  { code: 'L01080193', role: '02' },
  { code: 'LA0001234', role: '03', name: 'Cultura' },
]

/** A sound technician's week, invoiced to a town. */
export const spanish = (
  changes: Partial<InvoiceToComplete> = {},
  supplement: Partial<FacturaeSupplement> = {},
): Spanish => ({
  invoice: completeInvoice({
    specification: FACTURAE,
    number: '2026-42',
    issuedOn: '2026-11-25',
    dueOn: '2026-12-25',
    type: '380',
    currency: 'EUR',
    seller: {
      name: 'Samen España S. Coop.',
      vatId: 'ESF12345674',
      address: {
        line1: 'Calle de la Mutualidad 1',
        town: 'Madrid',
        postCode: '28001',
        subdivision: 'Madrid',
        country: 'ES',
      },
    },
    buyer: {
      name: 'Ayuntamiento de la Invención',
      vatId: 'ESP0801900B',
      address: {
        line1: 'Plaza Mayor 1',
        town: 'Barcelona',
        postCode: '08001',
        subdivision: 'Barcelona',
        country: 'ES',
      },
    },
    payment: { means: '58', transfers: [{ account: 'ES9121000418450200051332' }] },
    lines: [
      {
        id: '1',
        quantity: '40',
        unit: 'HUR',
        net: '1450.00',
        price: { net: '36.25' },
        vat: { category: 'S', rate: '21.00' },
        item: { name: 'Técnico de sonido' },
      },
    ],
    ...changes,
  }),
  supplement: { language: 'es', centres: CENTRES, ...supplement },
})

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const text = (max: number) =>
  fc
    .string({ minLength: 1, maxLength: max, unit: 'grapheme' })
    .map((value) =>
      value
        .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, max)
        .trim(),
    )
    .filter((value) => value !== '' && !/\p{Surrogate}/u.test(value))
const word = (max: number) =>
  fc.string({ minLength: 1, maxLength: max, unit: fc.constantFrom(...'ABCXYZ0189'.split('')) })
const cents = (max: number) => fc.integer({ min: 1, max }).map((value) => (value / 100).toFixed(2))
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const PERIOD = { from: '2026-06-01', to: '2026-06-30' }

type Vat = EInvoice['lines'][number]['vat']
/** What Spanish law makes of a line: taxed, exempt, not subject, the Canaries' own tax. */
const vat = fc.constantFrom(
  { category: 'S', rate: '21.00' },
  { category: 'S', rate: '10.00' },
  { category: 'E', rate: '0.00' },
  { category: 'O' },
  { category: 'L', rate: '7.00' },
) as fc.Arbitrary<Vat>

const line = (tax: fc.Arbitrary<Vat>) =>
  fc
    .record({
      quantity: fc.integer({ min: 1, max: 400 }),
      price: fc.integer({ min: 0, max: 500_000 }),
      unit: fc.constantFrom('C62', 'HUR', 'ZZ'),
      vat: tax,
      note: maybe(text(60)),
      name: text(80),
      sellerId: maybe(word(20)),
      discount: maybe(
        fc.record({ amount: cents(9_999), reason: text(40), percent: maybe(fc.constant('5.00')) }),
      ),
      charge: maybe(fc.record({ amount: cents(9_999), reason: text(40) })),
      period: maybe(fc.constant(PERIOD)),
    })
    .map(({ quantity, price, name, sellerId, discount, charge, ...rest }) => {
      const inCents = (one?: { amount: string }) => (one ? Math.round(Number(one.amount) * 100) : 0)
      return {
        ...rest,
        quantity: String(quantity),
        net: ((quantity * price - inCents(discount) + inCents(charge)) / 100).toFixed(2),
        allowances: discount && [discount],
        charges: charge && [charge],
        price: { net: (price / 100).toFixed(2) },
        item: { name, sellerId },
      }
    })

const party = (vatId: string) =>
  fc.record({
    name: text(80),
    tradingName: maybe(text(40)),
    vatId: fc.constant(vatId),
    address: fc.oneof(
      fc.record({
        line1: text(80),
        town: text(50),
        postCode: fc.constant('08001'),
        subdivision: text(20),
        country: fc.constant('ES'),
      }),
      fc.record({ line1: maybe(text(80)), town: maybe(text(50)), country: fc.constantFrom('FR', 'CH') }),
    ),
    contact: maybe(fc.record({ name: text(40), phone: maybe(word(15)), email: maybe(text(60)) })),
  })

/** Invoices, corrections and credit notes that Spanish law produces and Facturae has a place for. */
export const spaniards: fc.Arbitrary<Spanish> = fc
  .record({
    single: maybe(vat),
    type: fc.constantFrom('380', '381', '384'),
    number: word(20),
    series: maybe(word(20)),
    issuedOn: day,
    order: maybe(word(20)),
    contract: maybe(word(20)),
    fileReference: maybe(word(20)),
    delivery: maybe(fc.record({ on: day })),
    period: maybe(fc.constant(PERIOD)),
    notes: maybe(text(100).map((one) => [{ text: one }])),
    preceding: fc.record({ number: word(20), issuedOn: maybe(day) }),
    seller: party('ESF12345674'),
    buyer: party('ESP0801900B'),
    dueOn: day,
    payment: maybe(
      fc.record({
        means: fc.constantFrom('58', '10', '48'),
        remittance: maybe(word(60)),
        transfers: maybe(
          fc
            .record({
              account: fc.constantFrom('ES9121000418450200051332', '12345-678'),
              bic: maybe(fc.constant('CAIXESBBXXX')),
            })
            .map((one) => [one]),
        ),
      }),
    ),
    changes: maybe(
      fc.array(fc.record({ amount: cents(9_999), reason: text(60) }), { minLength: 1, maxLength: 2 }),
    ),
    attachments: maybe(
      fc.constant([
        {
          reference: 'horas.pdf',
          content: { mime: 'application/pdf', filename: 'horas.pdf', base64: 'JVBERg==' },
        },
      ]),
    ),
    legalReferences: maybe(fc.array(text(250), { minLength: 1, maxLength: 2 })),
    centres: maybe(fc.constant(CENTRES)),
    prepaid: maybe(cents(100)),
    withholdings: maybe(
      fc.constant([{ type: '04', rate: '15.00', base: '100.00', amount: '15.00' } as const]),
    ),
  })
  .chain((rest) =>
    fc
      .array(line(rest.single === undefined ? vat : fc.constant(rest.single)), { minLength: 1, maxLength: 5 })
      .map((lines) => ({ ...rest, lines })),
  )
  .map(
    ({
      single,
      lines,
      changes,
      prepaid,
      series,
      fileReference,
      legalReferences,
      centres,
      withholdings,
      dueOn,
      ...rest
    }) => {
      const isCorrection = rest.type !== '380'
      const { preceding, ...others } = rest
      const ofWhole =
        single &&
        changes?.map((one) => ({
          ...one,
          vat: { ...single, ...(single.category !== 'O' && { rate: single.rate }) },
        }))
      return {
        invoice: completeInvoice(
          compact({
            specification: FACTURAE,
            currency: 'EUR',
            ...others,
            ...(rest.payment && { dueOn }),
            ...(isCorrection && { preceding: [preceding] }),
            allowances: ofWhole,
            charges: ofWhole,
            lines: lines.map((one, at) => ({ id: String(at + 1), ...one })),
            ...(prepaid !== undefined && { totals: { prepaid } }),
            exemptions: { E: { reason: 'Art. 20.Uno.14 LIVA' }, O: { reason: 'Art. 69 LIVA' } },
          }) as unknown as InvoiceToComplete,
        ),
        supplement: compact({
          language: 'es',
          series,
          fileReference,
          legalReferences,
          centres,
          withholdings,
          correction: isCorrection ? { reason: '16', ...PERIOD } : undefined,
        }) as FacturaeSupplement,
      }
    },
  )
