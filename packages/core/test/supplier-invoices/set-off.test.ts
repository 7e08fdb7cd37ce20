import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Due, settle } from '../../src/supplier-invoices/index.ts'

const dues: fc.Arbitrary<Due[]> = fc
  .array(
    fc.record({
      supplierKey: fc.constantFrom('BE1', 'FR2', 'DE3'),
      kind: fc.constantFrom('invoice' as const, 'invoice' as const, 'credit-note' as const),
      amount: fc.bigInt({ min: 1n, max: 500_000n }),
    }),
    { maxLength: 40 },
  )
  .map((rows) => rows.map((row, at) => ({ ...row, supplierInvoiceId: String(at) })))

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

test('every supplier invoice is settled to the cent, and what credit notes clear of supplier invoices is what the notes were worth', () => {
  fc.assert(
    fc.property(dues, (given) => {
      const settled = settle(given)
      const supplierInvoices = settled.filter(({ due }) => due.kind === 'invoice')
      const notes = settled.filter(({ due }) => due.kind === 'credit-note')
      expect(supplierInvoices).toHaveLength(given.filter(({ kind }) => kind === 'invoice').length)
      for (const { due, transfer, setOff } of supplierInvoices) expect(transfer + setOff).toBe(due.amount)
      for (const { due, transfer, setOff } of notes) expect([transfer, setOff]).toEqual([0n, due.amount])
      expect(settled.every(({ transfer, setOff }) => transfer >= 0n && setOff >= 0n)).toBe(true)
      for (const key of new Set(given.map(({ supplierKey }) => supplierKey))) {
        const of = (list: typeof settled) => list.filter(({ due }) => due.supplierKey === key)
        expect(sum(of(supplierInvoices).map(({ setOff }) => setOff))).toBe(
          sum(of(notes).map(({ setOff }) => setOff)),
        )
      }
    }),
  )
})

test('a credit note larger than all the supplier invoices of its supplier waits, and no other supplier’s invoice pays for it', () => {
  const settled = settle([
    { supplierInvoiceId: 'a', supplierKey: 'BE1', kind: 'invoice', amount: 100n },
    { supplierInvoiceId: 'b', supplierKey: 'BE1', kind: 'credit-note', amount: 101n },
    { supplierInvoiceId: 'c', supplierKey: 'FR2', kind: 'invoice', amount: 500n },
  ])
  expect(settled.map(({ due, transfer }) => [due.supplierInvoiceId, transfer])).toEqual([
    ['a', 100n],
    ['c', 500n],
  ])
})
