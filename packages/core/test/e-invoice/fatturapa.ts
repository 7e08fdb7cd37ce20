import {
  completeInvoice,
  type EInvoice,
  FATTURAPA,
  type FatturaPaSupplement,
  type InvoiceToComplete,
} from '@samen/core/e-invoice'
import fc from 'fast-check'
import { compact } from './invoices.ts'

export interface Italian {
  readonly invoice: EInvoice
  readonly supplement: FatturaPaSupplement
}

export const SUPPLEMENT: FatturaPaSupplement = {
  transmitter: { country: 'IT', code: '01234567897' },
  transmissionNumber: '00042',
  recipientCode: 'ABC1234',
  documentType: 'TD01',
  taxRegime: 'RF01',
  chargeability: 'I',
  rea: { office: 'MI', number: '1234567', liquidation: 'LN' },
}

/** A lighting technician's week, invoiced to a theatre in Turin. */
export const italian = (
  changes: Partial<InvoiceToComplete> = {},
  supplement: Partial<FatturaPaSupplement> = {},
): Italian => ({
  invoice: completeInvoice({
    specification: FATTURAPA,
    number: 'FT/2026/42',
    issuedOn: '2026-11-25',
    dueOn: '2026-12-25',
    type: '380',
    currency: 'EUR',
    seller: {
      name: 'Samen Italia soc. coop.',
      vatId: 'IT01234567897',
      address: {
        line1: 'Via della Mutualità 1',
        town: 'Milano',
        postCode: '20121',
        subdivision: 'MI',
        country: 'IT',
      },
    },
    buyer: {
      name: 'Teatro dell’Invenzione S.r.l.',
      vatId: 'IT09876543217',
      address: { line1: 'Piazza Carlo Felice 2', town: 'Torino', postCode: '10121', country: 'IT' },
    },
    payment: { means: '58', transfers: [{ account: 'IT60X0542811101000000123456' }] },
    lines: [
      {
        id: '1',
        quantity: '5.00',
        unit: 'DAY',
        net: '1450.00',
        price: { net: '290.00' },
        vat: { category: 'S', rate: '22.00' },
        item: { name: 'Tecnico luci & suono' },
      },
    ],
    ...changes,
  }),
  supplement: { ...SUPPLEMENT, ...supplement },
})

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const latin = (max: number) =>
  fc
    .string({
      minLength: 1,
      maxLength: max,
      unit: fc.constantFrom(...'abcXYZ 019&<>"\'àèéìòùçÑ€ß.,-'.split('')),
    })
    .map((value) => value.replaceAll('€', '').trim())
    .filter((value) => value !== '')
const word = (max: number) =>
  fc.string({ minLength: 1, maxLength: max, unit: fc.constantFrom(...'ABCXYZ0189'.split('')) })
const cents = (max: number) => fc.integer({ min: 1, max }).map((value) => (value / 100).toFixed(2))
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** What Italian law makes of a line: taxed, exempt, reverse charge, an export, out of scope. */
const vat = fc.constantFrom(
  { category: 'S', rate: '22.00' },
  { category: 'S', rate: '10.00' },
  { category: 'S', rate: '4.00' },
  { category: 'E', rate: '0.00' },
  { category: 'AE', rate: '0.00' },
  { category: 'G', rate: '0.00' },
  { category: 'O' },
) as fc.Arbitrary<EInvoice['lines'][number]['vat']>
const split = fc.constant({ category: 'B', rate: '22.00' }) as typeof vat
const NATURES = { E: 'N4', AE: 'N6.9', G: 'N3.1', O: 'N2.2' } as const

const line = (tax: typeof vat) =>
  fc
    .record({
      quantity: fc.integer({ min: 1, max: 400 }),
      price: fc.integer({ min: 0, max: 500_000 }),
      unit: fc.constantFrom('C62', 'HUR', 'DAY'),
      vat: tax,
      name: latin(80),
      discount: maybe(fc.integer({ min: 1, max: 10_000 })),
      sellerId: maybe(word(12)),
      code: maybe(fc.record({ id: word(12), scheme: fc.constantFrom('EAN', 'CPV') })),
      buyerAccounting: maybe(word(20)),
      period: maybe(fc.constantFrom({ from: '2026-06-01' }, { from: '2026-06-01', to: '2026-06-30' })),
    })
    .map(({ quantity, price, name, discount, sellerId, code, ...rest }) => ({
      ...rest,
      quantity: `${quantity}.00`,
      net: ((quantity * price) / 100).toFixed(2),
      price: {
        net: (price / 100).toFixed(2),
        ...(discount !== undefined && {
          discount: (discount / 100).toFixed(2),
          gross: ((price + discount) / 100).toFixed(2),
        }),
      },
      item: { name, sellerId, classifications: code && [code] },
    }))

const address = (country: string) =>
  fc.record({
    line1: latin(60),
    town: latin(40),
    postCode: fc.constantFrom('20121', '10121'),
    subdivision: maybe(fc.constantFrom('MI', 'TO')),
    country: fc.constant(country),
  })
const fiscalCode = fc.constant([{ id: 'RSSMRA80A01F205X', scheme: '0210' }])

/** Invoices and credit notes that Italian law produces and FatturaPA has a place for. */
export const italians: fc.Arbitrary<Italian> = fc
  .boolean()
  .chain((toOffice) => {
    const tax = toOffice ? split : vat
    const other = fc.record({ amount: cents(9_999), vat: tax, reason: latin(60) })
    return fc.record({
      kind: fc.constantFrom(['380', 'TD01'], ['381', 'TD04'], ['380', 'TD24']) as fc.Arbitrary<
        ['380', 'TD01']
      >,
      number: word(18).map((one) => `1${one}`),
      issuedOn: day,
      order: maybe(word(20)),
      contract: maybe(word(20)),
      cup: maybe(word(15)),
      cig: maybe(word(10)),
      receivingAdvice: maybe(word(20)),
      buyerAccounting: maybe(word(20)),
      notes: maybe(
        fc.array(
          latin(190).map((text) => ({ text })),
          { minLength: 1, maxLength: 3 },
        ),
      ),
      preceding: maybe(
        fc.array(fc.record({ number: word(20), issuedOn: maybe(day) }), { minLength: 1, maxLength: 3 }),
      ),
      seller: fc.record({
        name: latin(80),
        vatId: fc.constant('IT01234567897'),
        identifiers: maybe(fiscalCode),
        address: address('IT'),
        contact: maybe(
          fc.record({ phone: maybe(fc.constant('0212345678')), email: fc.constant('a@example.it') }),
        ),
      }),
      buyer: fc.oneof(
        fc.record({ name: latin(80), vatId: fc.constant('IT09876543217'), address: address('IT') }),
        fc.record({ name: latin(80), identifiers: fiscalCode, address: address('IT') }),
        fc.record({ name: latin(80), vatId: fc.constant('DE123456789'), address: address('DE') }),
      ),
      payment: maybe(
        fc.record({
          means: fc.constantFrom('58', '10', '48'),
          remittance: maybe(word(60)),
          transfers: maybe(
            fc
              .record({ account: fc.constant('IT60X0542811101000000123456'), name: maybe(latin(60)) })
              .map((one) => [one]),
          ),
        }),
      ),
      dueOn: maybe(day),
      prepaid: maybe(cents(100)),
      rounding: maybe(fc.constantFrom('0.01', '-0.02')),
      allowances: maybe(fc.array(other, { minLength: 1, maxLength: 2 })),
      charges: maybe(fc.array(other, { minLength: 1, maxLength: 2 })),
      attachments: maybe(
        fc.constant([
          {
            reference: 'ore.pdf',
            content: { mime: 'application/pdf', filename: 'ore.pdf', base64: 'JVBERg==' },
          },
        ]),
      ),
      lines: fc.array(line(tax), { minLength: 1, maxLength: 5 }),
      pec: maybe(fc.constant('teatro@pec.example.it')),
      withholdings: maybe(
        fc.constant([{ type: 'RT01', amount: '20.00', rate: '20.00', cause: 'A' } as const]),
      ),
      recipientCode: fc.constant(toOffice ? 'UF1234' : '0000000'),
    })
  })
  .map(({ kind, lines, prepaid, rounding, dueOn, cup, cig, pec, withholdings, recipientCode, ...rest }) => {
    const beside = (rest.order ?? rest.contract) !== undefined
    const invoice = completeInvoice(
      compact({
        specification: FATTURAPA,
        currency: 'EUR',
        type: kind[0],
        ...rest,
        ...(rest.payment && { dueOn }),
        ...(beside && { project: cup, tender: cig }),
        lines: lines.map((one, at) => ({ id: String(at + 1), ...one })),
        totals: compact({ prepaid: rest.payment && prepaid, rounding }),
        exemptions: { E: { reason: 'Esente art. 10' }, AE: { reason: 'Inversione contabile' } },
      }) as unknown as InvoiceToComplete,
    )
    const categories = new Set(invoice.vat.map(({ category }) => category))
    const natures = Object.fromEntries(
      Object.entries(NATURES).filter(([category]) => categories.has(category as 'E')),
    )
    return {
      invoice,
      supplement: compact({
        ...SUPPLEMENT,
        documentType: kind[1],
        recipientCode,
        pec,
        withholdings,
        chargeability: categories.has('S') ? ('I' as const) : undefined,
        ...(Object.keys(natures).length > 0 && { natures }),
      }) as FatturaPaSupplement,
    }
  })
