import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatAmount, parseAmount } from '../../src/country/index.ts'
import { type DeliveryFormat, FORMATS, writeFormat } from '../../src/delivery/index.ts'
import { checkInvoice } from '../../src/e-invoice/index.ts'
import {
  asDeposit,
  depositFaults,
  depositOf,
  keptOf,
  lessDeposit,
  unpaidPart,
} from '../../src/invoices/deposit.ts'
import { asEInvoice, type Invoice, wholeNet } from '../../src/invoices/index.ts'
import { creditedBy } from '../../src/invoices/invoice-store.ts'
import { invoiceOf, line, offers } from '../support/offers.ts'

const nothing = creditedBy([])
const given = { invoiceId: 'n', number: 7n, issuedOn: '2026-11-24', reason: 'Not paid' }
const deposited = (whole: Invoice, net: bigint) =>
  asDeposit(whole, { title: 'Festival', startsOn: '2026-12-24', net, waits: true })
const written = (invoice: Invoice) => asEInvoice(invoice, { reference: 'JOB-1', texts: {} })
const whole = invoiceOf([line(), line({ supply: 'performance', unitPrice: 33_333n })], null) as Invoice

const negative = ({ base, amount }: { base: string; amount: string }) => ({
  base: `-${base}`,
  amount: `-${amount}`,
})

const jobs = offers.chain(({ lines, whole: discount }) => {
  const invoice = invoiceOf(lines, discount)
  return fc.record({
    invoice: fc.constant(invoice),
    net: fc.bigInt(1n, invoice && invoice.net > 1n ? invoice.net - 1n : 1n),
    paid: fc.oneof(fc.constant(0), fc.constant(1000), fc.integer({ min: 1, max: 999 })),
  })
})

test('a deposit and the rest are the job to the cent, rate by rate, however much of the deposit was paid', () => {
  fc.assert(
    fc.property(jobs, ({ invoice, net, paid }) => {
      if (!invoice || net >= invoice.net) return
      const deposit = deposited(invoice, net)
      expect(deposit).toMatchObject({ net, levy: 0n, total: net + deposit.vat })
      const received = (deposit.total * BigInt(paid)) / 1000n
      const standing = { invoice: deposit, credited: nothing, unpaid: deposit.total - received }
      const note = unpaidPart(standing, given)
      // What is left of the deposit is what came in.
      expect(deposit.total - (note?.total ?? 0n)).toBe(received)
      const kept = keptOf(standing, note)
      const rest = kept ? lessDeposit(invoice, kept) : invoice
      const documents = [deposit, rest]
      const sum = (of: 'net' | 'vat' | 'total') =>
        documents.reduce((all, one) => all + one[of], 0n) - (note?.[of] ?? 0n)
      expect([sum('net'), sum('vat'), sum('total')]).toEqual([invoice.net, invoice.vat, invoice.total])
      expect(wholeNet(rest)).toBe(invoice.net)
      for (const { code, base, amount } of invoice.document.vat) {
        const rows = (one: Invoice) => one.document.vat.filter((own) => own.code === code)
        const sumOf = (of: 'base' | 'amount') =>
          [...documents.flatMap(rows), ...(note ? rows(note).map(negative) : [])].reduce(
            (all, row) => all + parseAmount(row[of]),
            0n,
          )
        expect([formatAmount(sumOf('base')), formatAmount(sumOf('amount'))]).toEqual([base, amount])
      }
      for (const one of [...documents, ...(note ? [note] : [])])
        expect(checkInvoice(written(one)).findings).toEqual([])
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('the deposit is a prepayment invoice that becomes due before the work, and its VAT waits for the money', () => {
  const deposit = deposited(whole, 40_000n)
  expect(written(deposit)).toMatchObject({
    type: '386',
    totals: { net: '400.00' },
    lines: [{ net: '300.00' }, { net: '100.00' }],
  })
  expect(deposit.dueOn).toBe('2026-12-23')
  expect(deposit.document.vat).toMatchObject([{ dueWhenReceived: true }, { dueWhenReceived: true }])
  const tomorrow = asDeposit(whole, { title: 'Festival', startsOn: '2026-11-24', net: 1n, waits: false })
  expect(tomorrow.dueOn).toBe('2026-11-24')
  expect(tomorrow.document.vat[0]?.dueWhenReceived).toBeUndefined()
})

test('the job’s invoice names the deposit, and takes it off by a quantity below zero, never by a price', () => {
  const kept = keptOf({ invoice: deposited(whole, 40_000n), credited: nothing })
  const rest = written(lessDeposit(whole, kept as NonNullable<typeof kept>))
  expect(rest).toMatchObject({
    type: '380',
    preceding: [{ number: 'INV-2026-00042', issuedOn: '2026-11-23' }],
    totals: { net: '933.33' },
  })
  expect(rest.lines.slice(-2)).toMatchObject([
    { net: '-300.00', quantity: '-1', price: { net: '300.00' }, vat: { rate: '21' } },
    { net: '-100.00', quantity: '-1', price: { net: '100.00' }, vat: { rate: '6' } },
  ])
})

test('a rate that changed after the deposit taxes the rest alone', () => {
  const kept = keptOf({ invoice: deposited(whole, 40_000n), credited: nothing })
  const vat = whole.document.vat.map((row) =>
    row.code === 'reduced' ? { ...row, rate: '12', amount: '40.00' } : row,
  )
  const later = { ...whole, vat: 25_000n, document: { ...whole.document, vat } }
  const rest = lessDeposit(later, kept as NonNullable<typeof kept>)
  expect(rest.document.vat).toMatchObject([
    { base: '700.00', amount: '147.00' },
    { rate: '12', base: '233.33', amount: '28.00' },
  ])
})

test('a deposit lies above nothing and below the fee', () => {
  expect(depositOf(100_001n, { kind: 'percent', value: 3_000n }, 'EUR')).toBe(30_000n)
  expect(depositOf(100_000n, { kind: 'percent', value: 3_333n }, 'HUF')).toBe(33_300n)
  expect(depositFaults(100_000n, { kind: 'amount', value: 99_999n }, 'EUR')).toEqual([])
  for (const value of [100_000n, 100_001n])
    expect(depositFaults(100_000n, { kind: 'amount', value }, 'EUR')).toMatchObject([{ field: 'deposit' }])
  expect(depositFaults(100_000n, { kind: 'amount', value: 150n }, 'HUF')).toMatchObject([
    { field: 'deposit' },
  ])
})

const FROM: Partial<Record<DeliveryFormat, string>> = {
  fatturapa: 'IT',
  facturae: 'ES',
  ebinterface: 'AT',
  nav: 'HU',
}
const NUMBERS: Readonly<Record<string, [string, string]>> = {
  BE: ['BE0123456749', 'BE0987654394'],
  IT: ['IT01234567897', 'IT07643520567'],
  ES: ['ESF12345674', 'ESB87654321'],
  AT: ['ATU12345675', 'ATU87654320'],
  HU: ['HU12345676', 'HU87654325'],
}

test.each(Object.keys(FORMATS) as DeliveryFormat[])('a deposit and the rest are written as %s', (format) => {
  const country = FROM[format] ?? 'BE'
  const [seller, buyer] = NUMBERS[country] as [string, string]
  const place = { street: 'Street 1', postCode: country === 'IT' ? '20121' : '28001', town: 'Town', country }
  const at = (one: Invoice): Invoice => ({
    ...one,
    currency: country === 'HU' ? 'HUF' : 'EUR',
    document: {
      ...one.document,
      seller: { ...one.document.seller, ...place, vatNumber: seller },
      buyer: { ...one.document.buyer, ...place, vatNumber: buyer },
    },
  })
  const deposit = deposited(whole, 40_000n)
  const kept = keptOf({ invoice: deposit, credited: nothing })
  for (const one of [deposit, lessDeposit(whole, kept as NonNullable<typeof kept>)]) {
    const { content } = writeFormat(written(at(one)), format, { details: {}, fileNumber: 1n, language: 'en' })
    expect(content).toMatch(one.kind === 'deposit' ? />300\.00</ : />-300\.00</)
    expect(content.includes('386')).toBe(one.kind === 'deposit' && /^(peppol|ubl)/.test(format))
    expect(content.includes('TD02')).toBe(one.kind === 'deposit' && format === 'fatturapa')
    expect(content.includes('<advanceIndicator>')).toBe(format === 'nav')
  }
})
