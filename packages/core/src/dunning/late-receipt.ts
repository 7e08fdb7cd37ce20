import type { OfficeContext } from '../context/index.ts'
import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { conflict, notFound } from '../problem/index.ts'
import { takeReceipt } from '../statements/index.ts'
import { type LateClaim, lateClaim } from './claim.ts'
import { type OverdueInvoice, overdueInvoices } from './debts.ts'
import { less } from './propose.ts'
import { dunningRule } from './rule-store.ts'

/** An invoice, and what the law adds to it until today, less what was paid of it. */
export interface InvoiceClaim {
  readonly invoice: OverdueInvoice
  readonly claim: LateClaim
}

/** @throws Problem `not-found` for no invoice that was due before today. */
export async function claimOnInvoice(
  trx: Transaction,
  context: OfficeContext,
  invoiceId: string,
): Promise<InvoiceClaim> {
  const { officeId, today, plugin } = context
  const [invoice] = await overdueInvoices(trx, officeId, today, { invoiceId })
  if (!invoice) throw notFound('such invoice that was due before today')
  const claim = lateClaim(invoice, plugin.latePayment, await dunningRule(trx, context), today)
  return { invoice, claim: less(claim, invoice.latePaid) }
}

/**
 * A waiting receipt, or a part of it, pays what the law adds to a late invoice: costs first, then interest. Only now does
 * either stand in the books; before it is paid it is nobody's income.
 *
 * @param amount minor units; all that is owed and waits, unless told.
 * @throws Problem `not-found`; `conflict` when nothing is owed beside the invoice, or the receipt is another company's;
 *   `invalid-field` for an amount beyond what waits or is owed.
 */
export async function bookLatePayment(
  trx: Transaction,
  context: OfficeContext,
  asked: { bankTransactionId: string; invoiceId: string; amount?: Minor | undefined },
): Promise<{ bankMatchId: string; amount: Minor; left: Minor; costs: Minor; interest: Minor }> {
  const { invoice, claim } = await claimOnInvoice(trx, context, asked.invoiceId)
  const { invoiceId, legalEntityId, currency, clientId } = invoice
  const most = claim.costs + claim.interest
  if (most === 0n) throw conflict('The law adds nothing to this invoice that is not paid yet.')
  const costsOf = (amount: Minor) => (amount < claim.costs ? amount : claim.costs)
  const taken = await takeReceipt(trx, context, asked, {
    latePaymentOf: invoiceId,
    legalEntityId,
    currency,
    most,
    kind: 'late-payment',
    entriesOf: (amount) => {
      const costs = costsOf(amount)
      return [
        { account: 'other-income', subject: clientId, currency, amount: -costs },
        { account: 'interest-income', subject: clientId, currency, amount: costs - amount },
      ].filter((entry) => entry.amount !== 0n)
    },
  })
  const costs = costsOf(taken.amount)
  return { ...taken, costs, interest: taken.amount - costs }
}
