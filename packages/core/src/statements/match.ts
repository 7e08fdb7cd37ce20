import type { Minor } from '../country/index.ts'
import type { BankTransaction, OpenInvoice, UnpaidWage } from './statement-store.ts'

/** A part of a bank transaction whose purpose is beyond doubt. */
export type Part =
  | { readonly invoice: OpenInvoice; readonly amount: Minor; readonly recovers: boolean }
  | { readonly wage: UnpaidWage; readonly amount: Minor }

export interface Matched {
  readonly transaction: BankTransaction
  readonly parts: readonly Part[]
  /** What is left of the transaction for a human; the sign of the transaction. */
  readonly rest: Minor
}

/**
 * Finds what each transaction was for. Money in is matched to an invoice by its structured reference: in full, in part, or as
 * far as the invoice is open; what is more than that waits. A reference that stands in a text without its frame counts only
 * where it is the one found and the amount is the invoice's to the cent. Money out is matched to our wage payments by
 * the id the bank carried through, one by one or as the whole file. Nothing is guessed from names or amounts.
 *
 * @param bare references without their frame, by the transaction's id.
 */
export function matchTransactions(
  transactions: readonly BankTransaction[],
  invoices: readonly OpenInvoice[],
  wages: readonly UnpaidWage[],
  bare: ReadonlyMap<string, readonly string[]> = new Map(),
): Matched[] {
  const open = new Map(invoices.map((invoice) => [invoice.invoiceId, invoice.open + invoice.writtenOff]))
  const byReference = Map.groupBy(invoices, ({ reference }) => reference)
  const byEndToEnd = new Map(wages.map((wage) => [wage.endToEndId, wage]))
  const byMessage = Map.groupBy(wages, ({ messageId }) => messageId)
  const confirmed = new Set<string>()
  return transactions.map((transaction) => {
    const parts =
      transaction.amount > 0n
        ? receiptParts(transaction, byReference, open, bare.get(transaction.bankTransactionId))
        : wageParts(transaction, byEndToEnd, byMessage, confirmed)
    const matched = parts.reduce((sum, { amount }) => sum + amount, 0n)
    return {
      transaction,
      parts,
      rest: transaction.amount > 0n ? transaction.amount - matched : transaction.amount + matched,
    }
  })
}

function receiptParts(
  transaction: BankTransaction,
  byReference: ReadonlyMap<string, readonly OpenInvoice[]>,
  open: Map<string, Minor>,
  bare: readonly string[] = [],
): Part[] {
  if (transaction.reversal) return []
  const ofThese = (references: readonly string[]) =>
    references
      .flatMap((reference) => byReference.get(reference) ?? [])
      .filter(
        ({ legalEntityId, currency }) =>
          legalEntityId === transaction.legalEntityId && currency === transaction.currency,
      )
  const found = ofThese(transaction.references)
  if (transaction.references.length === 0) {
    const [one, ...others] = ofThese(bare)
    const owed = one && others.length === 0 ? open.get(one.invoiceId) : undefined
    return one && owed === transaction.amount ? take(one, owed, open) : []
  }
  if (found.length === 0 || found.length < transaction.references.length)
    return onlyOne(found, transaction, open)
  if (found.length === 1) return onlyOne(found, transaction, open)
  // Several invoices in one payment: only when it pays them all to the cent is it clear how much is for which.
  const owed = found.reduce((sum, { invoiceId }) => sum + (open.get(invoiceId) as Minor), 0n)
  if (owed !== transaction.amount) return []
  return found.flatMap((invoice) => take(invoice, open.get(invoice.invoiceId) as Minor, open))
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
  byEndToEnd: ReadonlyMap<string, UnpaidWage>,
  byMessage: ReadonlyMap<string, readonly UnpaidWage[]>,
  confirmed: Set<string>,
): Part[] {
  if (transaction.reversal) return []
  const one = transaction.endToEndId && byEndToEnd.get(transaction.endToEndId)
  const all = one ? [one] : (transaction.batchId && byMessage.get(transaction.batchId)) || []
  const due = all.filter(
    ({ payslipId, legalEntityId, currency }) =>
      !confirmed.has(payslipId) &&
      legalEntityId === transaction.legalEntityId &&
      currency === transaction.currency,
  )
  const total = due.reduce((sum, { amount }) => sum + amount, 0n)
  if (due.length === 0 || total !== -transaction.amount) return []
  for (const { payslipId } of due) confirmed.add(payslipId)
  return due.map((wage) => ({ wage, amount: wage.amount }))
}
