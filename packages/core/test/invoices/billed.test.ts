import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatAmount, type Minor, parseAmount } from '../../src/country/index.ts'
import { checkInvoice, readInvoice, writeCii, writeUbl } from '../../src/e-invoice/index.ts'
import { invoicedAtHome, noteAtHome } from '../../src/invoices/billed.ts'
import { draftCreditNote } from '../../src/invoices/credit-note.ts'
import { asBilled, asEInvoice, type Invoice } from '../../src/invoices/index.ts'
import { creditedBy } from '../../src/invoices/invoice-store.ts'
import { settledBy } from '../../src/statements/exchange.ts'
import { invoiceOf, offers } from '../support/offers.ts'

const anyConversion = fc
  .record({
    numerator: fc.bigInt(1n, 1_000_000n),
    denominator: fc.bigInt(1n, 1_000_000n),
    home: fc.constantFrom('EUR', 'HUF', 'SEK'),
  })
  .filter(({ numerator, denominator }) => numerator * 100n > denominator && numerator < denominator * 1_000n)
  .map(({ home, ...rate }) => ({
    currency: 'CHF',
    rate,
    home,
    on: '2026-11-11',
    source: 'ecb' as const,
  }))

/** Any invoice, told in an office's currency at any rate. */
const anyBilled = fc
  .tuple(offers, anyConversion)
  .map(([{ lines, whole }, conversion]): Invoice | undefined => {
    const invoice = invoiceOf(lines, whole)
    if (!invoice) return undefined
    const { net, vat, document } = invoice
    const { lines: billedLines, allowances, vat: rows } = document
    const billed = { lines: billedLines, vat: rows, ...(allowances && { allowances }) }
    const home = invoicedAtHome({ net, vat, document: billed, parts: [] }, conversion)
    const { allowances: _, ...rest } = document
    return {
      ...invoice,
      currency: conversion.home,
      net: home.net,
      vat: home.vat,
      total: home.net + home.vat,
      levy: home.net / 20n,
      agreedNet: home.net + 1_700n,
      document: { ...rest, ...home.document },
    }
  })
  .filter((invoice) => invoice !== undefined)

const sum = (texts: readonly string[]): Minor => texts.reduce((all, text) => all + parseAmount(text), 0n)

test('an invoice told in another currency adds up in both: lines to net amounts, those to the total', () => {
  fc.assert(
    fc.property(anyBilled, (invoice) => {
      const { lines, vat } = invoice.document
      expect(sum(lines.map(({ net }) => net))).toBe(invoice.net)
      expect(sum(vat.map(({ base }) => base))).toBe(invoice.net)
      const billed = asBilled(invoice)
      const { allowances = [] } = billed.document
      expect(
        sum(billed.document.lines.map(({ net }) => net)) - sum(allowances.map(({ amount }) => amount)),
      ).toBe(billed.net)
      for (const row of vat) {
        const own = lines.filter(({ vatCode }) => vatCode === row.code)
        expect(formatAmount(sum(own.map(({ net }) => net)))).toBe(row.base)
      }
    }),
  )
})

test('it keeps every rule of EN 16931 and Peppol, with its VAT in both currencies, and is read back as written', () => {
  fc.assert(
    fc.property(anyBilled, (invoice) => {
      const written = asEInvoice(invoice, { reference: 'JOB-1', texts: {} })
      expect(checkInvoice(written).findings).toEqual([])
      const billed = asBilled(invoice)
      expect(written).toMatchObject({ currency: 'CHF', totals: { payable: formatAmount(billed.total) } })
      expect(written.totals.vatInAccountingCurrency ?? '0.00').toBe(formatAmount(invoice.vat))
      for (const write of [writeUbl, writeCii]) {
        const read = readInvoice(new TextEncoder().encode(write(written)))
        expect(read.findings).toEqual([])
        expect(read.invoice).toEqual(written)
      }
    }),
  )
})

test('however it is cut, the credit notes of a whole invoice take back the whole of it in both currencies', () => {
  fc.assert(
    fc.property(anyBilled, fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 4 }), (invoice, cuts) => {
      const billed = asBilled(invoice)
      const notes: Invoice[] = []
      const credit = (net: Minor) => {
        if (net <= 0n) return
        const before = creditedBy(notes.map(asBilled))
        const given = { invoiceId: 'n', number: 1n, issuedOn: '2026-11-12', net, reason: 'Cancelled' }
        const note = draftCreditNote(billed, before, given)
        notes.push(
          noteAtHome(invoice, note, {
            billed: before,
            home: creditedBy(notes),
            agreedNet: notes.reduce((all, one) => all + (one.agreedNet ?? 0n), 0n),
          }),
        )
      }
      for (const cut of cuts) {
        const rest = billed.net - creditedBy(notes.map(asBilled)).net
        credit((rest * BigInt(cut)) / 100n)
      }
      credit(billed.net - creditedBy(notes.map(asBilled)).net)
      const total = (key: 'net' | 'vat' | 'total' | 'levy') =>
        notes.reduce((all, note) => all + note[key], 0n)
      expect(total('net')).toBe(invoice.net)
      expect(total('vat')).toBe(invoice.vat)
      expect(total('levy')).toBe(invoice.levy)
      expect(notes.reduce((all, { agreedNet }) => all + (agreedNet ?? 0n), 0n)).toBe(invoice.agreedNet)
      expect(notes.map(asBilled).reduce((all, note) => all + note.total, 0n)).toBe(billed.total)
      for (const note of notes) {
        expect(sum(note.document.lines.map(({ net }) => net))).toBe(note.net)
        expect(note.net).toBeGreaterThanOrEqual(0n)
      }
    }),
  )
})

test('payments in any parts clear what the books had an invoice at, to the cent', () => {
  fc.assert(
    fc.property(
      fc.bigInt(1n, 10n ** 9n),
      fc.bigInt(1n, 10n ** 9n),
      fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 6 }),
      (whole, wholeBilled, parts) => {
        let [open, openBilled] = [whole, wholeBilled]
        const pay = (amount: Minor) => {
          if (amount <= 0n) return
          const settled = settledBy({ open, billed: { currency: 'CHF', open: openBilled } }, amount)
          expect(settled).toBeGreaterThanOrEqual(0n)
          open -= settled
          openBilled -= amount
        }
        for (const part of parts) pay((openBilled * BigInt(part)) / 100n)
        pay(openBilled)
        expect([open, openBilled]).toEqual([0n, 0n])
      },
    ),
  )
})
