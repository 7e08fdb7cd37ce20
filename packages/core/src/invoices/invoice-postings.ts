import type { Levy } from '../funds/index.ts'
import type { Posting } from '../ledger/index.ts'
import { type Invoice, printedNumber } from './invoice.ts'

/**
 * What an invoice does to the books: the client owes the total, the turnover and the VAT are earned, and the net amount
 * is at the activity's disposal. A credit note does the reverse.
 */
export function invoicePosting(invoice: Invoice, activityId: string): Posting {
  const { invoiceId, kind, clientId, currency, net, vat, total } = invoice
  const sign = kind === 'invoice' ? 1n : -1n
  return {
    key: `${kind}:${invoiceId}`,
    kind,
    legalEntityId: invoice.legalEntityId,
    effectiveOn: invoice.issuedOn,
    description: printedNumber(invoice),
    source: { kind, id: invoiceId },
    entries: [
      { account: 'client-receivable', subject: clientId, currency, amount: sign * total },
      { account: 'turnover', currency, amount: sign * -net },
      ...(vat === 0n ? [] : [{ account: 'vat-payable', currency, amount: sign * -vat }]),
      { account: 'budget-change', currency, amount: sign * net },
      { account: 'activity-budget', subject: activityId, currency, amount: sign * -net },
    ],
  }
}

/** What an invoice contributes to the funds; a credit note takes back from each what its invoice gave. */
export function levyOf(invoice: Invoice, activityId: string): Levy {
  const { invoiceId, kind, clientId, legalEntityId, currency, issuedOn, levy } = invoice
  return {
    sourceId: invoiceId,
    invoiceId: kind === 'invoice' ? invoiceId : (invoice.credits as string),
    clientId,
    activityId,
    legalEntityId,
    currency,
    effectiveOn: issuedOn,
    amount: kind === 'invoice' ? levy : -levy,
  }
}
