import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { IsoDate, Minor } from '../country/index.ts'
import { copyRows, type Transaction } from '../database/index.ts'
import { post } from '../ledger/index.ts'
import type { BankTransaction } from './statement-store.ts'

interface Pending {
  readonly supplierInvoiceId: string
  readonly legalEntityId: string
  readonly currency: string
  readonly endToEndId: string
  readonly messageId: string
  readonly amount: Minor
}

/**
 * Confirms payments to suppliers by the id the bank carried through, one by one or as the whole file, as wages are: what
 * waited as an unexplained debit is what was owed to the supplier. Runs after the transactions are booked.
 *
 * @returns the transactions that are explained by it.
 */
export async function settleSupplierPayments(
  trx: Transaction,
  { officeId, by, id }: OfficeContext,
  transactions: readonly BankTransaction[],
  openDay: (day: IsoDate) => IsoDate,
): Promise<Set<string>> {
  const out = transactions.filter(({ amount, reversal }) => amount < 0n && !reversal)
  const pending = await pendingPayments(trx, officeId, out)
  const byEndToEnd = new Map(pending.map((one) => [one.endToEndId, one]))
  const byMessage = Map.groupBy(pending, ({ messageId }) => messageId)
  const confirmed = new Set<string>()
  const settled = out.flatMap((transaction) => {
    const { endToEndId, batchId, legalEntityId, currency, amount } = transaction
    const one = endToEndId && byEndToEnd.get(endToEndId)
    const supplierInvoices = (one ? [one] : (batchId && byMessage.get(batchId)) || []).filter(
      (supplierInvoice) =>
        !confirmed.has(supplierInvoice.supplierInvoiceId) &&
        supplierInvoice.legalEntityId === legalEntityId &&
        supplierInvoice.currency === currency,
    )
    if (
      supplierInvoices.length === 0 ||
      supplierInvoices.reduce((sum, supplierInvoice) => sum + supplierInvoice.amount, 0n) !== -amount
    )
      return []
    for (const { supplierInvoiceId } of supplierInvoices) confirmed.add(supplierInvoiceId)
    return [{ transaction, supplierInvoices }]
  })
  await copyRows(
    trx,
    'bank_match',
    [
      'office_id',
      'bank_match_id',
      'bank_transaction_id',
      'supplier_invoice_id',
      'amount',
      'matched_by',
      'decided_by',
    ],
    settled.flatMap(({ transaction, supplierInvoices }) =>
      supplierInvoices.map(({ supplierInvoiceId, amount }) => [
        officeId,
        id(),
        transaction.bankTransactionId,
        supplierInvoiceId,
        amount,
        'end-to-end',
        by,
      ]),
    ),
  )
  await post(
    trx,
    officeId,
    settled.map(({ transaction, supplierInvoices }) => {
      const { bankTransactionId, legalEntityId, currency, amount, bookedOn } = transaction
      return {
        key: `supplier-payment:${bankTransactionId}`,
        kind: 'supplier-payment',
        legalEntityId,
        effectiveOn: openDay(bookedOn),
        source: { kind: 'bank-transaction', id: bankTransactionId },
        entries: [
          ...supplierInvoices.map((supplierInvoice) => ({
            account: 'supplier-payable',
            subject: supplierInvoice.supplierInvoiceId,
            currency,
            amount: supplierInvoice.amount,
          })),
          { account: 'unmatched-receipts', subject: bankTransactionId, currency, amount },
        ],
      }
    }),
  )
  return new Set(settled.map(({ transaction }) => transaction.bankTransactionId))
}

async function pendingPayments(
  trx: Transaction,
  officeId: string,
  out: readonly BankTransaction[],
): Promise<Pending[]> {
  const texts = (of: (one: BankTransaction) => string | undefined) => [
    ...new Set(out.map(of).filter((text) => text !== undefined)),
  ]
  const endToEndIds = texts(({ endToEndId }) => endToEndId)
  const messageIds = texts(({ batchId }) => batchId)
  if (endToEndIds.length === 0 && messageIds.length === 0) return []
  const { rows } = await sql<Pending>`
    select p.supplier_invoice_id as "supplierInvoiceId", o.legal_entity_id as "legalEntityId", o.currency,
           p.end_to_end_id as "endToEndId", f.message_id as "messageId", p.amount
      from samen.supplier_payment p
      join samen.supplier_payment_order o
        on o.office_id = p.office_id and o.supplier_payment_order_id = p.supplier_payment_order_id
      join samen.payment_file f
        on f.office_id = o.office_id and f.supplier_payment_order_id = o.supplier_payment_order_id
     where p.office_id = ${officeId} and o.state = 'released' and p.amount > 0
       and (p.end_to_end_id = any(${endToEndIds}::text[]) or f.message_id = any(${messageIds}::text[]))
       and not exists (select from samen.bank_match b
                        where b.office_id = ${officeId} and b.supplier_invoice_id = p.supplier_invoice_id)`.execute(
    trx,
  )
  return rows
}
