import { type Minor, minimum } from '../country/index.ts'
import { isOfRates, type PaidBilled, settledBy } from './exchange.ts'
import type { BankTransaction, OpenInvoice, WagePayment } from './statement-store.ts'

/** A part of a bank transaction whose purpose is beyond doubt. */
export type Part =
  | {
      readonly invoice: OpenInvoice
      /** What it clears of the client's debt in the books. */
      readonly amount: Minor
      readonly recovers: boolean
      /** Of an invoice in another currency. */
      readonly billed?: PaidBilled
      /** We collected it ourselves. */
      readonly collected?: boolean
    }
  | { readonly wage: WagePayment; readonly amount: Minor }
  | { readonly returned: WagePayment; readonly amount: Minor }

export interface Matched {
  readonly transaction: BankTransaction
  readonly parts: readonly Part[]
  /** What is left of the transaction for a human; the sign of the transaction. */
  readonly rest: Minor
}

/**
 * Finds what each transaction was for. Money in is matched to an invoice by its structured reference: in full, in part, or as
 * far as the invoice is open; what is more than that waits. A reference that stands in a text without its frame counts only
 * where it is the one found and the amount is the invoice's to the cent. An invoice in another currency is paid by what the payer's
 * bank was told to pay in that; where it does not say, a person does. Money out is matched to our wage payments by
 * the id the bank carried through, one by one or as the whole file; money that the bank says comes back, to the payment whose
 * id and amount it has; what we collected ourselves, to the invoices it was collected for. Nothing is guessed from names or amounts.
 *
 * @param out our payments that have not come back, by the id that the bank carried through.
 * @param bare references without their frame, by the transaction's id.
 * @param collected what was collected for which invoices, by the transaction's id.
 */
export function matchTransactions(
  transactions: readonly BankTransaction[],
  invoices: readonly OpenInvoice[],
  wages: readonly WagePayment[],
  out: readonly WagePayment[] = [],
  bare: ReadonlyMap<string, readonly string[]> = new Map(),
  collected: ReadonlyMap<string, readonly { invoiceId: string; amount: Minor }[]> = new Map(),
): Matched[] {
  const open = new Map(invoices.map((invoice) => [invoice.invoiceId, invoice.open + invoice.writtenOff]))
  const byReference = Map.groupBy(invoices, ({ reference }) => reference)
  const byEndToEnd = new Map(wages.map((wage) => [wage.endToEndId, wage]))
  const byMessage = Map.groupBy(wages, ({ messageId }) => messageId)
  const confirmed = new Set<string>()
  const outById = new Map(out.map((payment) => [payment.endToEndId, payment]))
  const byId = new Map(invoices.map((invoice) => [invoice.invoiceId, invoice]))
  return transactions.map((transaction) => {
    const debits = collected.get(transaction.bankTransactionId)
    const parts = debits
      ? debits.flatMap((debit) => collectedParts(debit, byId, open))
      : transaction.amount > 0n && transaction.reversal
        ? returnParts(transaction, outById)
        : transaction.amount > 0n
          ? receiptParts(transaction, byReference, open, bare.get(transaction.bankTransactionId))
          : wageParts(transaction, byEndToEnd, byMessage, confirmed)
    const matched = parts.reduce((sum, part) => sum + receivedBy(part), 0n)
    return {
      transaction,
      parts,
      rest: transaction.amount > 0n ? transaction.amount - matched : transaction.amount + matched,
    }
  })
}

/** What of the transaction a part takes. */
export const receivedBy = (part: Part): Minor =>
  part.amount + (('invoice' in part && part.billed?.difference) || 0n)

/** What is more than the invoice is open by now waits: the client paid in another way as well. */
function collectedParts(
  { invoiceId, amount }: { invoiceId: string; amount: Minor },
  byId: ReadonlyMap<string, OpenInvoice>,
  open: Map<string, Minor>,
): Part[] {
  const invoice = byId.get(invoiceId)
  if (!invoice) return []
  return take(invoice, minimum(amount, open.get(invoiceId) ?? 0n), open).map((part) => ({
    ...part,
    collected: true,
  }))
}

function receiptParts(
  transaction: BankTransaction,
  byReference: ReadonlyMap<string, readonly OpenInvoice[]>,
  open: Map<string, Minor>,
  bare: readonly string[] = [],
): Part[] {
  const ofThese = (references: readonly string[]) =>
    references
      .flatMap((reference) => byReference.get(reference) ?? [])
      .filter(
        ({ legalEntityId, currency }) =>
          legalEntityId === transaction.legalEntityId && currency === transaction.currency,
      )
  const found = ofThese(transaction.references)
  if (found.some(({ billed }) => billed)) return billedPart(found, transaction, open)
  if (transaction.references.length === 0) {
    const [one, ...others] = ofThese(bare)
    const owed = one && others.length === 0 ? open.get(one.invoiceId) : undefined
    return one && !one.billed && owed === transaction.amount ? take(one, owed, open) : []
  }
  if (found.length === 0 || found.length < transaction.references.length)
    return onlyOne(found, transaction, open)
  if (found.length === 1) return onlyOne(found, transaction, open)
  // Several invoices in one payment: only when it pays them all to the cent is it clear how much is for which.
  const owed = found.reduce((sum, { invoiceId }) => sum + (open.get(invoiceId) as Minor), 0n)
  if (owed !== transaction.amount) return []
  return found.flatMap((invoice) => take(invoice, open.get(invoice.invoiceId) as Minor, open))
}

function returnParts(transaction: BankTransaction, out: Map<string, WagePayment>): Part[] {
  const { endToEndId, amount, legalEntityId, currency } = transaction
  const payment = endToEndId === undefined ? undefined : out.get(endToEndId)
  if (payment?.amount !== amount || payment.legalEntityId !== legalEntityId || payment.currency !== currency)
    return []
  out.delete(payment.endToEndId)
  return [{ returned: payment, amount }]
}

/** One invoice in another currency, paid wholly or in part by an amount of that, which the bank tells. */
function billedPart(
  found: readonly OpenInvoice[],
  { amount, instructed, references }: BankTransaction,
  open: Map<string, Minor>,
): Part[] {
  const [invoice] = found
  if (found.length > 1 || references.length > 1 || !invoice?.billed || !instructed) return []
  const { billed } = invoice
  // A second payment on it in the same file waits: what is open in its currency was read before the first.
  const isUntouched = open.get(invoice.invoiceId) === invoice.open
  if (!isUntouched || instructed.currency !== billed.currency || instructed.amount > billed.open) return []
  const settled = settledBy({ open: invoice.open, billed }, instructed.amount)
  const difference = amount - settled
  if (settled <= 0n || !isOfRates(difference, settled)) return []
  open.set(invoice.invoiceId, invoice.open - settled)
  return [{ invoice, amount: settled, recovers: false, billed: { amount: instructed.amount, difference } }]
}

function onlyOne(
  found: readonly OpenInvoice[],
  { amount }: BankTransaction,
  open: Map<string, Minor>,
): Part[] {
  const [invoice] = found
  if (!invoice || found.length > 1) return []
  const owed = open.get(invoice.invoiceId) as Minor
  return take(invoice, amount < owed ? amount : owed, open)
}

function take(invoice: OpenInvoice, amount: Minor, open: Map<string, Minor>): Part[] {
  if (amount <= 0n) return []
  open.set(invoice.invoiceId, (open.get(invoice.invoiceId) as Minor) - amount)
  return [{ invoice, amount, recovers: invoice.writtenOff > 0n }]
}

function wageParts(
  transaction: BankTransaction,
  byEndToEnd: ReadonlyMap<string, WagePayment>,
  byMessage: ReadonlyMap<string, readonly WagePayment[]>,
  confirmed: Set<string>,
): Part[] {
  if (transaction.reversal) return []
  const one = transaction.endToEndId && byEndToEnd.get(transaction.endToEndId)
  const all = one ? [one] : (transaction.batchId && byMessage.get(transaction.batchId)) || []
  const due = all.filter(
    ({ endToEndId, legalEntityId, currency }) =>
      !confirmed.has(endToEndId) &&
      legalEntityId === transaction.legalEntityId &&
      currency === transaction.currency,
  )
  const total = due.reduce((sum, { amount }) => sum + amount, 0n)
  if (due.length === 0 || total !== -transaction.amount) return []
  for (const { endToEndId } of due) confirmed.add(endToEndId)
  return due.map((wage) => ({ wage, amount: wage.amount }))
}
