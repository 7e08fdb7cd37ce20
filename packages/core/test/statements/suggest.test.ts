import { expect, test } from 'vitest'
import type { Identifier, Minor } from '../../src/country/index.ts'
import {
  bareReferences,
  confidenceOf,
  NameIndex,
  plainName,
  type Sought,
  suggester,
  type WaitingInvoice,
} from '../../src/statements/index.ts'

/** Twelve digits of which the last two are the remainder of the others by 97, as in Belgium. */
const communication: Identifier = {
  kind: 'payment-reference',
  name: 'test',
  examples: [],
  check: (text) =>
    /^\d{12}$/.test(text) && BigInt(text.slice(0, 10)) % 97n === BigInt(text.slice(10))
      ? { valid: true, normalised: text, formatted: text }
      : { valid: false, reason: 'check-digit', detail: 'no' },
}

const invoice = (serial: number, open: Minor, changes: Partial<WaitingInvoice> = {}): WaitingInvoice => ({
  invoiceId: `invoice-${serial}`,
  clientId: 'park',
  clientName: 'Théâtre du Parc ASBL',
  billed: null,
  legalEntityId: 'company',
  currency: 'EUR',
  number: `INV-2026-${String(serial).padStart(5, '0')}`,
  paymentReference: `${String(900_000_000 + serial)}0`.padEnd(12, '0'),
  dueOn: `2026-10-${String(serial).padStart(2, '0')}`,
  open,
  ...changes,
})
const receipt = (rest: Minor, changes: Partial<Sought> = {}): Sought => ({
  legalEntityId: 'company',
  currency: 'EUR',
  rest,
  counterpartyName: null,
  counterpartyIban: null,
  paymentReference: null,
  remittance: null,
  ...changes,
})
const opera = { clientId: 'opera', clientName: 'Opera Royal' }
const none = { payers: [], rules: [], identifiers: [communication] }
const suggest = (
  invoices: readonly WaitingInvoice[],
  sought: Sought,
  knowledge: Partial<Parameters<typeof suggester>[0]> = {},
) => suggester({ ...none, invoices, ...knowledge })(sought)
const facts = (found: ReturnType<typeof suggest>, at = 0) => found[at]?.facts.map(({ kind }) => kind)
const paid = (found: ReturnType<typeof suggest>, at = 0) =>
  found[at]?.parts.map(({ invoice: { invoiceId }, amount }) => [invoiceId, amount])

test('the same amount from the same name, however it is written, is likelier than either alone', () => {
  const invoices = [invoice(1, 121_000n), invoice(2, 50_000n), invoice(3, 121_000n, opera)]
  const both = suggest(invoices, receipt(121_000n, { counterpartyName: 'THEATRE DU PARC A.S.B.L.' }))
  expect(facts(both)).toEqual(['same-name', 'same-amount'])
  // Two invoices have the amount: it says half as much about each.
  expect(both[0]).toMatchObject({ clientId: 'park', confidence: 55 })
  expect(facts(both, 1)).toEqual(['same-amount', 'only-invoice'])
  const amount = suggest(invoices, receipt(50_000n))
  expect(paid(amount)).toEqual([['invoice-2', 50_000n]])
  expect(amount[0]?.confidence).toBe(50)
})

test('an invoice number in the text, in one piece or in several, names the invoice', () => {
  const invoices = [invoice(1, 121_000n), invoice(2, 121_000n, opera)]
  for (const remittance of ['Facture: INV-2026-00002, merci', 'INV 2026 00002', 'inv202600002']) {
    const found = suggest(invoices, receipt(121_000n, { remittance }))
    expect(found[0]).toMatchObject({ clientId: 'opera' })
    expect(facts(found)).toEqual(['invoice-number', 'same-amount', 'only-invoice'])
  }
  expect(facts(suggest(invoices, receipt(1n, { remittance: 'INV-2026-00003' })))).toBeUndefined()
})

test('several invoices named in one payment are paid together, each what it is owed', () => {
  const invoices = [invoice(1, 100n), invoice(2, 200n), invoice(3, 400n)]
  const found = suggest(invoices, receipt(300n, { remittance: 'INV-2026-00001 + INV-2026-00002' }))
  expect(paid(found)).toEqual([
    ['invoice-1', 100n],
    ['invoice-2', 200n],
  ])
  expect(facts(found)).toEqual(['invoice-number', 'same-total'])
})

test('a sum that only one choice of invoices makes is split over them; one that two make is not', () => {
  const name = { counterpartyName: 'Théâtre du Parc' }
  const clear = suggest([invoice(1, 100n), invoice(2, 250n), invoice(3, 400n)], receipt(500n, name))
  expect(paid(clear)).toEqual([
    ['invoice-1', 100n],
    ['invoice-3', 400n],
  ])
  expect(facts(clear)).toEqual(['same-total', 'same-name'])
  const unclear = suggest(
    [invoice(1, 100n), invoice(2, 200n), invoice(3, 300n), invoice(4, 200n)],
    receipt(300n + 200n, name),
  )
  expect(facts(unclear)).toEqual(['same-name'])
})

test('who paid may be clear and for what not: then the oldest invoice is offered, and nobody is sure', () => {
  const found = suggest(
    [invoice(1, 1_000n), invoice(2, 2_000n)],
    receipt(700n, { counterpartyName: 'Théâtre du Parc', counterpartyIban: 'BE1' }),
    { payers: [{ kind: 'iban', value: 'BE1', clientId: 'park', times: 9 }] },
  )
  expect(paid(found)).toEqual([['invoice-1', 700n]])
  expect(found[0]?.confidence).toBe(50)
})

test('what people decided before counts by how often; an account that pays for many says little', () => {
  const invoices = [invoice(1, 1_000n), invoice(2, 1_000n, opera)]
  const known = (times: [number, number]) =>
    suggest(invoices, receipt(1_000n, { counterpartyIban: 'BE1' }), {
      payers: [
        { kind: 'iban', value: 'BE1', clientId: 'park', times: times[0] },
        { kind: 'iban', value: 'BE1', clientId: 'opera', times: times[1] },
      ],
    })
  expect(known([9, 1])[0]).toMatchObject({ clientId: 'park' })
  expect(known([1, 9])[0]).toMatchObject({ clientId: 'opera' })
  expect(known([1, 9])[0]?.confidence).toBeGreaterThan(known([5, 5])[0]?.confidence as number)
})

test('a rule speaks where its words stand, whole and however they are written', () => {
  const rules = [{ contains: 'subside ville', clientId: 'opera' }]
  const invoices = [invoice(1, 5_000n, opera)]
  const text = (remittance: string) => facts(suggest(invoices, receipt(77n, { remittance }), { rules }))
  expect(text('SUBSIDE-VILLE 2026')).toContain('rule')
  expect(text('subsides villes')).toBeUndefined()
})

test('a reference without its frame names its invoice, and money of another company or currency never does', () => {
  const digits = `1234567890${String(1_234_567_890n % 97n).padStart(2, '0')}`
  const invoices = [invoice(1, 900n, { paymentReference: digits })]
  const sought = receipt(900n, {
    remittance: `tel 0470 12 34 56 ref ${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}`,
  })
  expect(facts(suggest(invoices, sought))).toEqual(['bare-reference', 'same-amount', 'only-invoice'])
  expect(suggest(invoices, { ...sought, currency: 'SEK' })).toEqual([])
  expect(suggest(invoices, { ...sought, legalEntityId: 'another' })).toEqual([])
  expect(bareReferences(`${digits}1`, [communication])).toEqual([])
  expect(bareReferences(`24.11.2026 ${digits}`, [communication])).toEqual([digits])
})

test('nothing is ever certain here, and facts are worth no more together than all doubt', () => {
  const strong = { kind: 'reference', weight: 90, seen: '' } as const
  expect(confidenceOf([strong])).toBe(90)
  expect(confidenceOf([strong, strong, strong, strong])).toBe(99)
  expect(confidenceOf([])).toBe(1)
})

test('names are alike though they are cut, lengthened or misspelt, and strangers are not', () => {
  const names = new NameIndex(
    ['Théâtre du Parc ASBL', 'Opera Royal', 'Kulturhuset Stockholm AB'].map(plainName),
  )
  const like = (name: string) => names.like(plainName(name))[0]?.name
  expect(like('THEATRE DU PARC BRUXELLES')).toBe('theatre du parc')
  expect(like('Kulturhust Stockholm')).toBe('kulturhuset stockholm')
  expect(like('Bakkerij Jansen')).toBeUndefined()
  expect(plainName('S.A.')).toBe('sa')
})
