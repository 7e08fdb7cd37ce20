import { sql } from 'kysely'
import { divide, type IsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { recover, repay } from '../funds/index.ts'
import type { PaidBilled } from './exchange.ts'
import type { OpenInvoice } from './statement-store.ts'

/** A part of a receipt that was given to an invoice. */
export interface Receipt {
  readonly bankMatchId: string
  readonly bankTransactionId: string
  readonly invoice: OpenInvoice
  readonly amount: Minor
  /** The invoice had been written off: this money is the fund's. */
  readonly recovers: boolean
  /** Of an invoice in another currency; `amount` is what the books had it at. */
  readonly billed?: PaidBilled
  readonly on: IsoDate
}

/**
 * What receipts mean to the guarantee fund: advances on a paid invoice return to it, and what comes in on an invoice
 * written off before is recovered, less the value-added tax in it, which is due again.
 */
export async function settleReceipts(
  trx: Transaction,
  officeId: string,
  receipts: readonly Receipt[],
): Promise<{ repaid: Minor; recovered: Minor }> {
  const paid = receipts.filter(({ recovers }) => !recovers)
  const repaid = await repay(
    trx,
    paid.map((receipt) => ({ ...factOf(receipt), amount: receipt.amount })),
  )
  const back = receipts.filter(({ recovers }) => recovers)
  const vatShares = await writtenOffVat(
    trx,
    officeId,
    back.map(({ invoice }) => invoice.invoiceId),
  )
  await recover(
    trx,
    back.map((receipt) => {
      const { vat, total } = vatShares.get(receipt.invoice.invoiceId) as { vat: Minor; total: Minor }
      return {
        ...factOf(receipt),
        clientId: receipt.invoice.clientId,
        amount: receipt.amount,
        vat: divide(receipt.amount * vat, total, 'down'),
        from: { account: 'unmatched-receipts', subject: receipt.bankTransactionId } as const,
      }
    }),
  )
  return {
    repaid: repaid.reduce((sum, one) => sum + one.repaid, 0n),
    recovered: back.reduce((sum, { amount }) => sum + amount, 0n),
  }
}

const factOf = ({ bankMatchId, invoice, on }: Receipt) => ({
  sourceId: bankMatchId,
  legalEntityId: invoice.legalEntityId,
  currency: invoice.currency,
  effectiveOn: on,
  invoiceId: invoice.invoiceId,
})

async function writtenOffVat(trx: Transaction, officeId: string, invoiceIds: readonly string[]) {
  if (invoiceIds.length === 0) return new Map<string, { vat: Minor; total: Minor }>()
  const { rows } = await sql<{ invoiceId: string; vat: Minor; total: Minor }>`
    select invoice_id as "invoiceId", vat_relief as vat, unspent_budget + vat_relief + fund_loss + uncovered as total
      from invoice_write_off where office_id = ${officeId} and invoice_id = any(${invoiceIds}::uuid[])`.execute(
    trx,
  )
  return new Map(rows.map((row) => [row.invoiceId, row]))
}
