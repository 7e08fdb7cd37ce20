import {
  type EInvoice,
  type InvoiceToComplete,
  writeCii,
  writeEbInterface,
  writeFacturae,
  writeFatturaPa,
  writeUbl,
} from '@samen/core/e-invoice'
import { describe, expect, test } from 'vitest'
import { readSupplierInvoice } from '../../src/supplier-invoices/read-supplier-invoice.ts'
import { austrian } from '../e-invoice/ebinterface.ts'
import { spanish } from '../e-invoice/facturae.ts'
import { italian } from '../e-invoice/fatturapa.ts'
import { ordinary } from '../e-invoice/invoices.ts'

type Changes = Partial<InvoiceToComplete>
interface Syntax {
  readonly invoice: (changes?: Changes) => EInvoice
  readonly xml: (changes?: Changes) => string
}

const SYNTAXES: Readonly<Record<string, Syntax>> = {
  UBL: { invoice: ordinary, xml: (changes) => writeUbl(ordinary(changes)) },
  CII: { invoice: ordinary, xml: (changes) => writeCii(ordinary(changes)) },
  FatturaPA: {
    invoice: (changes) => italian(changes).invoice,
    xml: (changes) => {
      const { invoice, supplement } = italian(
        changes,
        changes?.type === '381' ? { documentType: 'TD04' } : {},
      )
      return writeFatturaPa(invoice, supplement)
    },
  },
  Facturae: {
    invoice: (changes) => spanish(changes).invoice,
    xml: (changes) => {
      const { invoice, supplement } = spanish(
        changes,
        changes?.type === '381' ? { correction: { reason: '10', from: '2026-11-01', to: '2026-11-30' } } : {},
      )
      return writeFacturae(invoice, supplement)
    },
  },
  ebInterface: { invoice: austrian, xml: (changes) => writeEbInterface(austrian(changes)) },
}

const companyOf = ({ buyer }: EInvoice) => ({
  legalEntityId: 'ours',
  name: buyer.name,
  companyNumber: 'none',
  vatNumber: buyer.vatId ?? null,
})
const read = (file: string | Uint8Array, invoice: EInvoice) =>
  readSupplierInvoice(
    typeof file === 'string' ? new TextEncoder().encode(file) : file,
    [companyOf(invoice)] as Parameters<typeof readSupplierInvoice>[1],
    'EUR',
  )

const CREDIT: Changes = { type: '381', number: 'C-1', preceding: [{ number: 'L-1', issuedOn: '2026-11-01' }] }

describe.each(Object.entries(SYNTAXES))('in %s', (_, { invoice, xml }) => {
  test('an invoice is owed with its VAT, to the account it names', () => {
    const { totals, seller, payment } = invoice()
    const facts = read(xml(), invoice())
    expect(facts).toMatchObject({
      legalEntityId: 'ours',
      kind: 'invoice',
      supplierName: seller.name,
      supplierVatNumber: seller.vatId,
      number: invoice().number,
      issuedOn: invoice().issuedOn,
      dueOn: invoice().dueOn ?? null,
      iban: payment?.transfers?.[0]?.account ?? null,
    })
    expect(facts.net).toBe(BigInt(totals.net.replace('.', '')))
    expect(facts.total).toBe(facts.net + facts.vat)
    expect(facts.vat).toBeGreaterThan(0n)
  })

  test('a credit note is one, with amounts that are positive, and names what it credits', () => {
    const facts = read(xml(CREDIT), invoice(CREDIT))
    expect(facts).toMatchObject({ kind: 'credit-note', number: 'C-1', creditsNumber: 'L-1' })
    expect(facts.total).toBe(read(xml(), invoice()).total)
  })

  test('a file cut off, with entities, or of another version or encoding is refused as a file', () => {
    const whole = xml()
    const bare = whole.replace(/^<\?xml[^>]*>/, '')
    const bomb = `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]>${bare}`
    const latin = new Uint8Array([...new TextEncoder().encode(bare.slice(0, -1)), 0xe9])
    const cases: [string | Uint8Array, string][] = [
      [whole.slice(0, -30), 'line'],
      [bomb, 'a document type is not allowed'],
      [latin, 'not UTF-8 as it claims'],
      [whole.replace(/xmlns(:\w+)?="[^"]*"/g, 'xmlns$1="urn:example:other"'), 'namespace'],
    ]
    for (const [file, reason] of cases)
      expect(() => read(file, invoice()), reason).toThrow(
        expect.objectContaining({
          type: 'invalid-field',
          field: 'file',
          message: expect.stringContaining(reason),
        }),
      )
  })

  test('a buyer that is no company of the office is refused', () => {
    const other = { ...invoice(), buyer: { ...invoice().buyer, name: 'Somebody else', vatId: 'XX1' } }
    expect(() => read(xml(), other)).toThrow(expect.objectContaining({ field: 'buyer' }))
  })
})

test.each([
  ['a PDF', '%PDF-1.7', 'The file is a PDF.'],
  ['a signed envelope', '0\x82\x10\x00', 'signed envelope'],
  ['a ZIP', 'PK\x03\x04', 'The file is a ZIP.'],
])('%s is named, with what to do about it', (_, begins, advice) => {
  expect(() => read(Buffer.from(begins, 'latin1'), ordinary())).toThrow(
    expect.objectContaining({ field: 'file', message: expect.stringContaining(advice) }),
  )
})

const WITHHELD = expect.objectContaining({ type: 'invalid-field', field: 'withholdings' })

test('tax withheld from an Italian freelancer’s fee is not paid to them: the bill is refused with that reason', () => {
  const { invoice, supplement } = italian(
    {},
    { documentType: 'TD06', withholdings: [{ type: 'RT01', amount: '290.00', rate: '20.00', cause: 'A' }] },
  )
  expect(() => read(writeFatturaPa(invoice, supplement), invoice)).toThrow(WITHHELD)
})

test('tax withheld from a Spanish freelancer’s fee is not paid to them: the bill is refused with that reason', () => {
  const { invoice, supplement } = spanish(
    {},
    { withholdings: [{ type: '04', rate: '15.00', base: '1450.00', amount: '217.50' }] },
  )
  expect(() => read(writeFacturae(invoice, supplement), invoice)).toThrow(WITHHELD)
})

test('a Spanish bill that says nothing is withheld is taken', () => {
  const { invoice, supplement } = spanish(
    {},
    { withholdings: [{ type: '04', rate: '0.00', base: '1450.00', amount: '0.00' }] },
  )
  expect(read(writeFacturae(invoice, supplement), invoice).total).toBe(175_450n)
})

test('VAT that the buyer pays to the treasury itself is not paid to the supplier: split payment is refused', () => {
  const [line] = italian().invoice.lines
  const { invoice, supplement } = italian(
    { lines: [{ ...(line as EInvoice['lines'][number]), vat: { category: 'B', rate: '22.00' } }] },
    { recipientCode: 'UF1234', chargeability: undefined },
  )
  expect(() => read(writeFatturaPa(invoice, supplement), invoice)).toThrow(
    expect.objectContaining({ type: 'invalid-field', field: 'vat[0].category' }),
  )
})
