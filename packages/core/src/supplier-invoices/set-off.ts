import { type Minor, minimum } from '../country/index.ts'

/** A supplier invoice or credit note that is due to be settled. */
export interface Due {
  readonly supplierInvoiceId: string
  readonly supplierKey: string
  readonly kind: 'invoice' | 'credit-note'
  readonly amount: Minor
}

/** How a supplier invoice is settled: by a transfer, by credit notes of its supplier, or by both. */
export interface Settled<T extends Due> {
  readonly due: T
  /** Goes out by bank; zero for a credit note. */
  readonly transfer: Minor
  /** Cleared between the supplier’s invoices and credit notes. */
  readonly setOff: Minor
}

/**
 * Settles supplier invoices supplier by supplier: credit notes are set off against the supplier’s invoices in the order given, as many of
 * them as those supplier invoices carry whole. A credit note that is too large waits for the next supplier invoice; nothing is transferred for it.
 * Pure.
 */
export function settle<T extends Due>(dues: readonly T[]): Settled<T>[] {
  return [...Map.groupBy(dues, ({ supplierKey }) => supplierKey).values()].flatMap(settleSupplier)
}

function settleSupplier<T extends Due>(dues: readonly T[]): Settled<T>[] {
  const supplierInvoices = dues.filter(({ kind }) => kind === 'invoice')
  const owed = supplierInvoices.reduce((sum, { amount }) => sum + amount, 0n)
  let credit = 0n
  const notes = dues.filter(({ kind, amount }) => {
    if (kind === 'invoice' || credit + amount > owed) return false
    credit += amount
    return true
  })
  const settled = notes.map((due) => ({ due, transfer: 0n, setOff: due.amount }))
  for (const due of supplierInvoices) {
    const setOff = minimum(credit, due.amount)
    credit -= setOff
    settled.push({ due, transfer: due.amount - setOff, setOff })
  }
  return settled
}
