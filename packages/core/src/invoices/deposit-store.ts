import { sql } from 'kysely'
import { type Discount, discountOf } from '../contracts/index.ts'
import type { Minor } from '../country/index.ts'
import { lockInOffice, type Transaction } from '../database/index.ts'
import type { DepositAsk, StandingDeposit } from './deposit.ts'
import type { Invoice } from './invoice.ts'
import { creditedBy } from './invoice-store.ts'

/** What the quote behind a job asks for once it is agreed; null where it asks for none. */
export async function depositAsked(
  trx: Transaction,
  officeId: string,
  contractId: string,
): Promise<DepositAsk | null> {
  const { rows } = await sql<{ kind: Discount['kind'] | null; value: bigint | null }>`
    select deposit_kind as kind, deposit_value as value from samen.quote
     where office_id = ${officeId} and contract_id = ${contractId}`.execute(trx)
  return rows[0] ? discountOf(rows[0].kind, rows[0].value) : null
}

/** Those of the jobs whose quote asks for one. */
export async function depositsAsked(
  trx: Transaction,
  officeId: string,
  contractIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ contractId: string }>`
    select contract_id as "contractId" from samen.quote
     where office_id = ${officeId} and contract_id = any(${contractIds}::uuid[]) and deposit_kind is not null
     order by contract_id`.execute(trx)
  return rows.map(({ contractId }) => contractId)
}

/** The deposit that stands among a job's documents: one that no credit note took back in full. Pure. */
export const standingAmong = (documents: readonly Invoice[]): Invoice | undefined =>
  documents.find(
    ({ kind, net, invoiceId }) => kind === 'deposit' && creditedBy(notesOn(documents, invoiceId)).net < net,
  )

const notesOn = (documents: readonly Invoice[], invoiceId: string) =>
  documents.filter(({ credits }) => credits === invoiceId)

/**
 * Whether any of these jobs has a deposit. What is paid of one must not change while its job is invoiced: the lock of the
 * bank is taken, and before the jobs' own, as whoever matches receipts does.
 */
export async function lockDeposits(
  trx: Transaction,
  officeId: string,
  contractIds: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    select from samen.invoice
     where office_id = ${officeId} and contract_id = any(${contractIds}::uuid[]) and kind = 'deposit' limit 1`.execute(
    trx,
  )
  if (rows.length === 0) return false
  await lockInOffice(trx, officeId, 'bank')
  return true
}

/** The standing deposits among the documents of jobs, by job, with what was not paid of each. */
export async function standingDeposits(
  trx: Transaction,
  officeId: string,
  documents: readonly Invoice[],
): Promise<Map<string, StandingDeposit>> {
  const byJob = Map.groupBy(documents, ({ contractId }) => contractId)
  const found = [...byJob.values()].flatMap((own) => standingAmong(own) ?? [])
  if (found.length === 0) return new Map()
  const { rows } = await sql<{ invoiceId: string; received: Minor }>`
    select invoice_id as "invoiceId", sum(amount)::int8 as received from samen.bank_match
     where office_id = ${officeId} and invoice_id = any(${found.map(({ invoiceId }) => invoiceId)}::uuid[])
     group by invoice_id`.execute(trx)
  const received = new Map(rows.map((row) => [row.invoiceId, row.received]))
  return new Map(
    found.map((invoice) => {
      const notes = notesOn(byJob.get(invoice.contractId) ?? [], invoice.invoiceId)
      const back = notes.reduce((sum, { total }) => sum + total, 0n)
      const unpaid = invoice.total - back - (received.get(invoice.invoiceId) ?? 0n)
      return [invoice.contractId, { invoice, credited: creditedBy(notes), unpaid }]
    }),
  )
}
