import type { IsoDate, Minor } from '../country/index.ts'
import type { Entry, Posting } from '../ledger/index.ts'
import type { SupplierInvoice } from './supplier-invoice.ts'

/** How an approved supplier invoice enters the books; minor units, positive also for a credit note. */
export interface Booking {
  readonly activityId: string
  readonly deductibleVat: Minor
  /** VAT the office owes in the supplier's stead: payable in any case, a cost so far as it does not come back. */
  readonly selfAssessedVat: Minor
  readonly bookedOn: IsoDate
  /** The thing it buys to keep, where it does. */
  readonly assetId?: string | undefined
}

/** What the activity bears: all that is owed, to the supplier and to the state, less the VAT that comes back. */
export const costOf = (
  { total }: Pick<SupplierInvoice, 'total'>,
  { deductibleVat, selfAssessedVat }: Pick<Booking, 'deductibleVat' | 'selfAssessedVat'>,
): Minor => total + selfAssessedVat - deductibleVat

/**
 * A supplier invoice in the books: the purchase and the VAT that comes back stand against what is owed to the supplier and, where the
 * buyer owes the VAT, to the state; the activity's budget bears the cost. A credit note does the reverse. What is bought to keep
 * leaves what the activity may spend and stays its own, tied up in the thing, whose budget depreciation uses up month by month.
 */
export function supplierInvoicePosting(supplierInvoice: SupplierInvoice, booking: Booking): Posting {
  const { supplierInvoiceId, kind, currency, total } = supplierInvoice
  const sign = kind === 'invoice' ? 1n : -1n
  const { assetId } = booking
  const cost = costOf(supplierInvoice, booking)
  const entries: Entry[] = []
  const add = (account: string, amount: Minor, subject?: string) => {
    if (amount !== 0n)
      entries.push({ account, currency, amount: sign * amount, ...(subject !== undefined && { subject }) })
  }
  if (assetId === undefined) add('purchases', cost)
  else add('fixed-assets', cost, assetId)
  add('vat-deductible', booking.deductibleVat)
  add('supplier-payable', -total, supplierInvoiceId)
  add('vat-payable', -booking.selfAssessedVat)
  add('activity-budget', cost, booking.activityId)
  if (assetId === undefined) add('budget-change', -cost)
  else add('activity-budget', -cost, assetId)
  return {
    key: `supplier-${kind}:${supplierInvoiceId}`,
    kind: `supplier-${kind}`,
    legalEntityId: supplierInvoice.legalEntityId,
    effectiveOn: booking.bookedOn,
    description: `${supplierInvoice.supplierName.slice(0, 200)} ${supplierInvoice.number}`,
    source: { kind: 'supplier-invoice', id: supplierInvoiceId },
    entries,
  }
}

/** What a credit note settles of a supplier's invoices: their debts are cleared against each other, no money moves. */
export function setOffPosting(
  orderId: string,
  legalEntityId: string,
  currency: string,
  on: IsoDate,
  parts: readonly { readonly supplierInvoiceId: string; readonly amount: Minor }[],
): Posting {
  return {
    key: `supplier-set-off:${orderId}`,
    kind: 'supplier-set-off',
    legalEntityId,
    effectiveOn: on,
    source: { kind: 'supplier-payment-order', id: orderId },
    entries: parts.map(({ supplierInvoiceId, amount }) => ({
      account: 'supplier-payable',
      subject: supplierInvoiceId,
      currency,
      amount,
    })),
  }
}
