import type { Levy } from '../funds/index.ts'
import type { Posting } from '../ledger/index.ts'
import { agreedOf } from './billed.ts'
import { type Invoice, printedNumber, wholeNet } from './invoice.ts'

/**
 * What an invoice does to the books: the client owes the total, the turnover and the VAT are earned, and the net amount
 * is at the activity's disposal, at the rate of the quote where it is billed in another currency; a deposit it takes off is earned with it. A credit note does the reverse.
 */
export function invoicePosting(invoice: Invoice, activityId: string): Posting {
  const { kind, clientId, currency, net, vat, total } = invoice
  const sign = kind === 'credit-note' ? -1n : 1n
  const earned = kind === 'credit-note' ? net : wholeNet(invoice)
  const deposit = earned - net
  const budget = agreedOf(invoice) + deposit
  return postingOf(invoice, [
    { account: 'client-receivable', subject: clientId, currency, amount: sign * total },
    ...(deposit === 0n ? [] : [{ account: 'client-deposits', subject: clientId, currency, amount: deposit }]),
    { account: 'turnover', currency, amount: sign * -earned },
    ...(vat === 0n ? [] : [{ account: 'vat-payable', currency, amount: sign * -vat }]),
    { account: 'budget-change', currency, amount: sign * budget },
    { account: 'activity-budget', subject: activityId, currency, amount: sign * -budget },
  ])
}

/**
 * A deposit is the client's money until the job is invoiced: owed to it, neither turnover nor anybody's budget. A credit note
 * over it does the reverse.
 */
export function depositPosting(deposit: Invoice): Posting {
  const { kind, clientId, currency, net, vat, total } = deposit
  const sign = kind === 'credit-note' ? -1n : 1n
  return postingOf(deposit, [
    { account: 'client-receivable', subject: clientId, currency, amount: sign * total },
    { account: 'client-deposits', subject: clientId, currency, amount: sign * -net },
    ...(vat === 0n ? [] : [{ account: 'vat-payable', currency, amount: sign * -vat }]),
  ])
}

function postingOf(invoice: Invoice, entries: Posting['entries']): Posting {
  const { invoiceId, kind, legalEntityId, issuedOn } = invoice
  return {
    key: `${kind}:${invoiceId}`,
    kind,
    legalEntityId,
    effectiveOn: issuedOn,
    description: printedNumber(invoice),
    source: { kind, id: invoiceId },
    entries,
  }
}

/**
 * What an invoice contributes to the funds; a credit note takes back from each what its invoice gave.
 *
 * @param leviedBy the invoice that contributed, where the credit note is over another: the deposit.
 */
export function levyOf(
  invoice: Invoice,
  activityId: string,
  leviedBy: string | null = invoice.credits,
): Levy {
  const { invoiceId, kind, clientId, legalEntityId, currency, issuedOn, levy } = invoice
  return {
    sourceId: invoiceId,
    invoiceId: leviedBy ?? invoiceId,
    clientId,
    activityId,
    legalEntityId,
    currency,
    effectiveOn: issuedOn,
    amount: kind === 'credit-note' ? -levy : levy,
  }
}
