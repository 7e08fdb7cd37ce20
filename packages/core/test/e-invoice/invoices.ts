import { completeInvoice, type EInvoice, type InvoiceToComplete, PEPPOL_BILLING } from '@samen/core/e-invoice'
import fc from 'fast-check'

/** A stage technician's week, invoiced in Belgium: the ordinary case, to be varied. */
export const ordinary = (changes: Partial<InvoiceToComplete> = {}): EInvoice =>
  completeInvoice({
    specification: PEPPOL_BILLING,
    process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
    number: 'INV-2026-00042',
    issuedOn: '2026-11-25',
    dueOn: '2026-12-25',
    type: '380',
    currency: 'EUR',
    buyerReference: 'Production 7',
    seller: {
      name: 'Samen Productions SC',
      vatId: 'BE0123456749',
      legalId: { id: '0123456749', scheme: '0208' },
      endpoint: { id: '0123456749', scheme: '0208' },
      address: { line1: 'Rue de la Mutualité 1', town: 'Bruxelles', postCode: '1060', country: 'BE' },
    },
    buyer: {
      name: 'Théâtre de l’Invention',
      vatId: 'BE0987654394',
      endpoint: { id: '0987654394', scheme: '0208' },
      address: { town: 'Liège', postCode: '4000', country: 'BE' },
    },
    payment: {
      means: '58',
      remittance: '+++260/1000/04237+++',
      transfers: [{ account: 'BE68539007547034', bic: 'INVEBEBB' }],
    },
    lines: [
      {
        id: '1',
        quantity: '5',
        unit: 'DAY',
        net: '1450.00',
        price: { net: '290.00' },
        vat: { category: 'S', rate: '21' },
        item: { name: 'Light & sound <stage>' },
      },
    ],
    ...changes,
  })

const text = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .map((value) => value.replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, '').trim())
  .filter((value) => value !== '')
const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'ABCXYZ0189-/'.split('')) })
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const cents = (max: number) => fc.integer({ min: 1, max }).map((value) => (value / 100).toFixed(2))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const icd = fc.record({
  id: word,
  scheme: fc.constantFrom('0002', '0060', '0142'),
})

/** Takes out what is undefined: absent and undefined are the same to the model, not to a comparison. */
export function compact<T>(value: T): T {
  if (Array.isArray(value)) return value.map(compact) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (part === undefined ? [] : [[key, compact(part)]])),
  ) as T
}

const vat = fc.constantFrom(
  { category: 'S', rate: '21' },
  { category: 'S', rate: '6' },
  { category: 'S', rate: '5.5' },
  { category: 'E', rate: '0' },
  { category: 'Z', rate: '0' },
) as fc.Arbitrary<{ category: 'S' | 'E' | 'Z'; rate: string }>

const allowance = fc.record({
  amount: cents(9_999),
  vat,
  reason: text,
  reasonCode: maybe(fc.constantFrom('95', '100')),
})
const charge = fc.record({
  amount: cents(9_999),
  vat,
  reason: text,
  reasonCode: maybe(fc.constantFrom('FC', 'AA')),
})

const line = fc
  .record({
    quantity: fc.integer({ min: 1, max: 400 }),
    price: fc.integer({ min: 0, max: 500_000 }),
    unit: fc.constantFrom('C62', 'HUR', 'DAY'),
    vat,
    note: maybe(text),
    name: text,
    description: maybe(text),
    discount: maybe(fc.integer({ min: 1, max: 10_000 })),
    charge: maybe(cents(5_000)),
    standardId: maybe(icd),
    attributes: maybe(fc.array(fc.record({ name: text, value: text }), { minLength: 1, maxLength: 3 })),
    classification: maybe(
      fc.record({ id: word, scheme: fc.constantFrom('AA', 'STI'), version: maybe(word) }),
    ),
    period: maybe(fc.constantFrom({ from: '2026-06-01' }, { from: '2026-06-01', to: '2026-06-30' })),
  })
  .map(
    ({
      quantity,
      price,
      discount,
      charge: extra,
      name,
      description,
      standardId,
      attributes,
      classification,
      ...rest
    }) => ({
      ...rest,
      quantity: String(quantity),
      net: ((quantity * price + (extra === undefined ? 0 : Math.round(Number(extra) * 100))) / 100).toFixed(
        2,
      ),
      price: {
        net: (price / 100).toFixed(2),
        ...(discount !== undefined && {
          discount: (discount / 100).toFixed(2),
          gross: ((price + discount) / 100).toFixed(2),
        }),
      },
      charges: extra === undefined ? undefined : [{ amount: extra, reason: 'Travel' }],
      item: {
        name,
        description,
        standardId,
        attributes,
        classifications: classification && [classification],
      },
    }),
  )

const party = (prefix: string) =>
  fc.record({
    name: text,
    tradingName: maybe(text),
    identifiers: maybe(fc.array(icd, { minLength: 1, maxLength: 1 })),
    legalId: maybe(icd),
    vatId: word.map((number) => prefix + number),
    endpoint: fc.record({ id: word, scheme: fc.constantFrom('9925', '0060') }),
    address: fc.record({
      line1: maybe(text),
      line2: maybe(text),
      line3: maybe(text),
      town: maybe(text),
      postCode: maybe(word),
      subdivision: maybe(text),
      country: fc.constantFrom('BE', 'FR', 'HU'),
    }),
    contact: maybe(fc.record({ name: text, phone: maybe(word), email: maybe(text) })),
  })

/** Invoices and credit notes that every rule of ours accepts. */
export const invoices: fc.Arbitrary<EInvoice> = fc
  .record({
    type: fc.constantFrom('380', '381'),
    number: word,
    issuedOn: day,
    paymentTerms: text,
    currency: fc.constantFrom('EUR', 'SEK', 'HUF'),
    taxPointOn: maybe(day),
    buyerReference: word,
    project: maybe(word),
    contract: maybe(word),
    order: maybe(word.filter((one) => one !== 'NA')),
    salesOrder: maybe(word),
    receivingAdvice: maybe(word),
    despatchAdvice: maybe(word),
    tender: maybe(word),
    object: maybe(fc.record({ id: word, scheme: maybe(fc.constantFrom('AAA', 'ABT')) })),
    buyerAccounting: maybe(word),
    notes: maybe(
      fc.array(
        fc.record({ subject: maybe(fc.constant('AAI')), text: text.filter((one) => !one.startsWith('#')) }),
        { minLength: 1, maxLength: 1 },
      ),
    ),
    preceding: maybe(
      fc.array(fc.record({ number: word, issuedOn: maybe(day) }), { minLength: 1, maxLength: 3 }),
    ),
    seller: party('BE'),
    buyer: party('HU'),
    payee: maybe(
      fc.record({ name: text.map((name) => `Payee ${name}`), identifier: maybe(icd), legalId: maybe(icd) }),
    ),
    taxRepresentative: maybe(
      fc.record({
        name: text,
        vatId: word.map((number) => `BE${number}`),
        address: fc.record({ town: maybe(text), country: fc.constant('BE') }),
      }),
    ),
    delivery: maybe(
      fc.record({
        on: day,
        name: maybe(text),
        location: maybe(icd),
        address: maybe(fc.record({ country: fc.constant('BE') })),
      }),
    ),
    period: maybe(fc.constant({ from: '2026-01-01', to: '2027-12-31' })),
    payment: maybe(
      fc.record({
        means: fc.constantFrom('30', '58'),
        meansText: maybe(text),
        remittance: maybe(word),
        transfers: fc.array(fc.record({ account: word, name: maybe(text), bic: maybe(word) }), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
    ),
    allowances: maybe(fc.array(allowance, { minLength: 1, maxLength: 3 })),
    charges: maybe(fc.array(charge, { minLength: 1, maxLength: 3 })),
    attachments: maybe(
      fc.array(
        fc.record({
          reference: word,
          description: maybe(text),
          location: maybe(fc.constant('https://example.org/a?b=1&c=2')),
          content: maybe(fc.constant({ mime: 'application/pdf', filename: 'a.pdf', base64: 'JVBERg==' })),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    ),
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    prepaid: maybe(cents(100)),
  })
  .map(({ lines, prepaid, ...rest }) =>
    completeInvoice(
      compact({
        specification: PEPPOL_BILLING,
        process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
        ...rest,
        lines: lines.map((one, at) => ({ id: String(at + 1), ...one })),
        ...(prepaid !== undefined && { totals: { prepaid } }),
        exemptions: { E: { reason: 'Article 132', code: 'VATEX-EU-132' } },
      }) as unknown as InvoiceToComplete,
    ),
  )
