import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addUp, type Discount, priceFaults } from '../../src/contracts/index.ts'
import { formatAmount, parseAmount } from '../../src/country/index.ts'
import { checkInvoice } from '../../src/e-invoice/index.ts'
import { draftCreditNote } from '../../src/invoices/credit-note.ts'
import { asEInvoice } from '../../src/invoices/index.ts'
import { invoiceOf, line, offers } from '../support/offers.ts'

describe('a price', () => {
  test('is quantity times unit price, each line rounded once, half up', () => {
    // 2.5 hours at 33.33 are 83.325.
    const { lines, fee } = addUp([line({ quantity: 2_500n, unit: 'hour', unitPrice: 3_333n })], null, 'EUR')
    expect(lines[0]).toMatchObject({ gross: 8_333n, net: 8_333n })
    expect(fee).toBe(8_333n)
  })

  test('asks whole forints in Hungary, line by line', () => {
    const priced = addUp(
      [line({ quantity: 333n, unitPrice: 100_000n }), line({ unitPrice: 50_000n })],
      { kind: 'percent', value: 1_250n },
      'HUF',
    )
    // A third of 1 000 Ft is 333; 12.5 % of 833 Ft are 104.125.
    expect(priced).toMatchObject({ sum: 83_300n, discount: 10_400n, fee: 72_900n })
    expect(priced.lines.every(({ net, share }) => net % 100n === 0n && share % 100n === 0n)).toBe(true)
  })

  test('takes a discount off the work, and passes expenses on at cost', () => {
    const priced = addUp(
      [line(), line({ kind: 'expense', description: 'Train', unitPrice: 4_210n })],
      { kind: 'percent', value: 1_000n },
      'EUR',
    )
    expect(priced).toMatchObject({ sum: 104_210n, discount: 10_000n, fee: 94_210n, expenses: 4_210n })
  })

  test('counts an option only when it is chosen', () => {
    const option = line({ optional: true, chosen: false, unitPrice: 25_000n })
    expect(addUp([line(), option], null, 'EUR').fee).toBe(100_000n)
    expect(addUp([line(), { ...option, chosen: true }], null, 'EUR').fee).toBe(125_000n)
  })

  test.each([
    ['lines', [], null],
    ['lines', [line({ optional: true, chosen: true })], null],
    ['lines[0].description', [line({ description: ' ' })], null],
    ['lines[1].quantity', [line(), line({ quantity: 0n })], null],
    ['lines[0].unitPrice', [line({ quantity: 1_000_000_000n, unitPrice: 1_000_000_000n })], null],
    ['lines[0].discount', [line({ kind: 'expense', discount: { kind: 'amount', value: 1n } })], null],
    ['lines[0].discount', [line({ discount: { kind: 'amount', value: 100_001n } })], null],
    ['lines[0].discount', [line({ discount: { kind: 'percent', value: 10_001n } })], null],
    ['discount', [line()], { kind: 'amount', value: 100_001n } as Discount],
  ])('names %s when that is wrong', (field, lines, discount) => {
    expect(priceFaults(lines, discount, 'EUR')[0]).toMatchObject({ field })
  })
})

describe('whatever is offered', () => {
  test('its lines less its discount are the fee, and its VAT rates bear every cent of it once', () => {
    fc.assert(
      fc.property(offers, ({ lines, whole }) => {
        const price = addUp(lines, whole, 'EUR')
        const chosen = price.lines.filter((one) => one.chosen)
        expect(chosen.reduce((sum, one) => sum + one.net - one.share, 0n)).toBe(price.fee)
        expect(chosen.every(({ net, share }) => share >= 0n && share <= net)).toBe(true)
        const invoice = invoiceOf(lines, whole)
        if (!invoice) return
        const bases = invoice.document.vat.reduce((sum, { base }) => sum + parseAmount(base), 0n)
        expect(bases).toBe(price.fee)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  test('its invoice keeps every rule of EN 16931 and Peppol, with the totals it was issued with', () => {
    fc.assert(
      fc.property(offers, ({ lines, whole }) => {
        const invoice = invoiceOf(lines, whole)
        if (!invoice) return
        const written = asEInvoice(invoice, { reference: 'JOB-1', texts: {} })
        expect(checkInvoice(written).findings).toEqual([])
        expect(written.totals).toMatchObject({
          net: formatAmount(invoice.net),
          vat: formatAmount(invoice.vat),
          payable: formatAmount(invoice.total),
        })
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  test('its credit notes take back the whole, rate by rate, however it is cut', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 4 })
    fc.assert(
      fc.property(offers, cuts, ({ lines, whole }, percents) => {
        const invoice = invoiceOf(lines, whole)
        if (!invoice) return
        const parts = new Map<string, { base: bigint; vat: bigint }>()
        let net = 0n
        let vat = 0n
        for (const percent of [...percents, 100]) {
          const rest = invoice.net - net
          const part = percent === 100 ? rest : (rest * BigInt(percent)) / 100n
          if (part === 0n) continue
          const given = { invoiceId: 'n', number: 1n, issuedOn: '2026-11-24', net: part, reason: 'why' }
          const note = draftCreditNote(invoice, { net, levy: 0n, parts }, given)
          expect(checkInvoice(asEInvoice(note, { reference: 'JOB-1', texts: {} })).findings).toEqual([])
          net += note.net
          vat += note.vat
          for (const { code, base, amount } of note.document.vat) {
            const before = parts.get(code) ?? { base: 0n, vat: 0n }
            parts.set(code, { base: before.base + parseAmount(base), vat: before.vat + parseAmount(amount) })
          }
        }
        expect({ net, vat }).toEqual({ net: invoice.net, vat: invoice.vat })
        for (const { code, base, amount } of invoice.document.vat)
          expect(parts.get(code) ?? { base: 0n, vat: 0n }).toEqual({
            base: parseAmount(base),
            vat: parseAmount(amount),
          })
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})
