import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'

/** A bank transaction that waits, wholly or in part, for a human, with the invoices it may have been meant for. */
export interface WaitingTransaction {
  readonly bankTransactionId: string
  readonly legalEntityId: string
  readonly bookedOn: IsoDate
  readonly amount: Minor
  /** What of it is not explained yet; never negative. */
  readonly rest: Minor
  readonly currency: string
  readonly counterpartyName: string | null
  readonly counterpartyIban: string | null
  readonly paymentReference: string | null
  readonly remittance: string | null
  readonly endToEndId: string | null
  readonly reversal: boolean
  readonly candidates: readonly MatchCandidate[]
}

export interface MatchCandidate {
  readonly invoiceId: string
  readonly clientId: string
  readonly clientName: string
  readonly paymentReference: string
  readonly open: Minor
  /** Why it is offered: the open amount is the same, the payer's name is the client's, or both. */
  readonly because: readonly ('amount' | 'name')[]
}

const CANDIDATES_MAX = 5

/** The office's work list, oldest first; 100 unless told, at most 500. */
export async function waitingTransactions(
  trx: Transaction,
  officeId: string,
  { limit = 100 }: { limit?: number } = {},
): Promise<WaitingTransaction[]> {
  const { rows } = await sql<Omit<WaitingTransaction, 'candidates'>>`
    select t.bank_transaction_id as "bankTransactionId", s.legal_entity_id as "legalEntityId",
           t.booked_on as "bookedOn", t.amount, (abs(t.amount) - matched.amount)::int8 as rest, t.currency,
           t.counterparty_name as "counterpartyName", t.counterparty_iban as "counterpartyIban",
           t.payment_reference as "paymentReference", t.remittance, t.end_to_end_id as "endToEndId", t.reversal
      from bank_transaction t
      join bank_statement s on s.office_id = ${officeId} and s.bank_statement_id = t.bank_statement_id
     cross join lateral (select coalesce(sum(b.amount), 0) as amount from bank_match b
                          where b.office_id = ${officeId} and b.bank_transaction_id = t.bank_transaction_id) matched
     where t.office_id = ${officeId} and abs(t.amount) > matched.amount
     order by t.booked_on, t.bank_transaction_id limit ${Math.min(limit, 500)}`.execute(trx)
  const open = rows.some(({ amount }) => amount > 0n) ? await openInvoices(trx, officeId) : []
  const byAmount = Map.groupBy(open, (invoice) => invoice.open)
  const byName = Map.groupBy(open, ({ clientName }) => plainName(clientName))
  return rows.map((row) => {
    if (row.amount < 0n || row.reversal) return { ...row, candidates: [] }
    const mine = (invoice: Open) =>
      invoice.legalEntityId === row.legalEntityId && invoice.currency === row.currency
    const sameAmount = new Set(byAmount.get(row.rest)?.filter(mine))
    const sameName = new Set(
      row.counterpartyName ? byName.get(plainName(row.counterpartyName))?.filter(mine) : [],
    )
    const candidates = [...new Set([...sameName, ...sameAmount])].map((invoice): MatchCandidate => {
      const { invoiceId, clientId, clientName, paymentReference, open } = invoice
      const because = [
        ...(sameAmount.has(invoice) ? ['amount' as const] : []),
        ...(sameName.has(invoice) ? ['name' as const] : []),
      ]
      return { invoiceId, clientId, clientName, paymentReference, open, because }
    })
    candidates.sort((a, b) => b.because.length - a.because.length)
    return { ...row, candidates: candidates.slice(0, CANDIDATES_MAX) }
  })
}

interface Open extends Omit<MatchCandidate, 'because'> {
  readonly legalEntityId: string
  readonly currency: string
}

async function openInvoices(trx: Transaction, officeId: string): Promise<Open[]> {
  const { rows } = await sql<Open>`
    select i.invoice_id as "invoiceId", i.client_id as "clientId", k.name as "clientName",
           i.payment_reference as "paymentReference", i.legal_entity_id as "legalEntityId", i.currency,
           due.amount as open
      from contract c
      join invoice i on i.office_id = ${officeId} and i.contract_id = c.contract_id and i.kind = 'invoice'
      join client k on k.office_id = ${officeId} and k.client_id = i.client_id
     cross join lateral (select (i.total
             - coalesce((select sum(n.total) from invoice n where n.office_id = ${officeId} and n.credits = i.invoice_id), 0)
             - coalesce((select sum(b.amount) from bank_match b where b.office_id = ${officeId} and b.invoice_id = i.invoice_id), 0)
           )::int8 as amount) due
     where c.office_id = ${officeId} and c.state = 'invoiced' and due.amount > 0
       and not exists (select from invoice_write_off w where w.office_id = ${officeId} and w.invoice_id = i.invoice_id)
     order by i.due_on, i.invoice_id limit 50000`.execute(trx)
  return rows
}

/** A name as it is compared: without accents, signs, case and legal form. */
function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(srl|sa|asbl|vzw|bv|nv|sarl|sas|gmbh|ltd)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
