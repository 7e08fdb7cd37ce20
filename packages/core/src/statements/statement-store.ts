import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import { copyRows, lockInOffice, type Transaction } from '../database/index.ts'
import { billedOpenSql } from '../invoices/index.ts'
import type { BankMemoryTables } from './bank-memory.ts'
import { compactReference } from './references.ts'
import type { BankMessage, StatementTransaction } from './statement.ts'

export interface StatementTables extends BankMemoryTables {
  bank_statement: {
    office_id: string
    bank_statement_id: string
    legal_entity_id: string
    iban: string
    kind: BankMessage['kind']
    statement_ref: string
    from_on: IsoDate | null
    to_on: IsoDate
    currency: string
    opening: Minor | null
    closing: Minor | null
    transactions: number | null
    imported_at: Date
    imported_by: string
  }
  bank_transaction: {
    office_id: string
    bank_transaction_id: string
    bank_statement_id: string
    entry_ref: string
    bank_ref: string | null
    booked_on: IsoDate
    amount: Minor
    currency: string
    counterparty_name: string | null
    counterparty_iban: string | null
    payment_reference: string | null
    remittance: string | null
    end_to_end_id: string | null
    reversal: boolean
    return_reason: string | null
    instructed_currency: string | null
    instructed_amount: Minor | null
  }
  bank_confirmation: {
    office_id: string
    bank_statement_id: string
    bank_ref: string
    amount: Minor
  }
  bank_match: {
    office_id: string
    bank_match_id: string
    bank_transaction_id: string
    invoice_id: string | null
    payslip_id: string | null
    late_payment_of: string | null
    worker_claim_id: string | null
    account: string | null
    words: string | null
    attempt: number
    is_return: boolean
    amount: Minor
    matched_by: MatchedBy
    undoes: string | null
    reason: string | null
    billed_amount: Minor | null
    exchange_of: string | null
    decided_by: string
    matched_at: Date
  }
}

export type MatchedBy = 'reference' | 'end-to-end' | 'manual'

/** A statement's transaction once it has its id. */
export interface BankTransaction extends StatementTransaction {
  readonly bankTransactionId: string
  readonly legalEntityId: string
  readonly currency: string
}

export interface NewMatch {
  readonly bankMatchId: string
  readonly bankTransactionId: string
  readonly invoiceId: string | null
  readonly payslipId: string | null
  /** The invoice whose interest and costs it pays. */
  readonly latePaymentOf?: string
  /** The claim on a worker that it pays back. */
  readonly workerClaimId?: string
  /** The account it is booked to by hand, and what it was. */
  readonly account?: string
  readonly words?: string
  /** Which payment of the payslip; 1 unless told. */
  readonly attempt?: number
  /** The payment came back. */
  readonly isReturn?: boolean
  /** Minor units; negative where it takes another match back. */
  readonly amount: Minor
  readonly matchedBy: MatchedBy
  /** The match that this one takes back, and why. */
  readonly undoes?: string
  readonly reason?: string
  /** What it pays of an invoice in another currency, in that; `amount` is what the books had it at. */
  readonly billedAmount?: Minor
  /** The match whose difference of rates this part of the receipt is. */
  readonly exchangeOf?: string
}

/**
 * Has the planner look at the bank's tables as they are, so that this transaction's statements and the checks of foreign keys
 * among them find their rows by index: a session that met the tables empty would go through them whole for every row of a long
 * statement.
 */
export async function countBankTables(trx: Transaction): Promise<void> {
  await sql`select samen.count_bank_tables()`.execute(trx)
}

/** One who imports or matches at a time in an office: what is still open on an invoice is decided here. */
export async function lockBank(trx: Transaction, officeId: string): Promise<void> {
  await lockInOffice(trx, officeId, 'bank')
}

export interface KnownStatement {
  readonly opening: Minor | null
  readonly closing: Minor | null
  readonly transactions: number
}

export async function findStatement(
  trx: Transaction,
  officeId: string,
  { kind, iban, reference }: Pick<BankMessage, 'kind' | 'iban' | 'reference'>,
): Promise<KnownStatement | undefined> {
  const { rows } = await sql<KnownStatement>`
    select s.opening, s.closing,
           coalesce(s.transactions, (select count(*)::int from bank_transaction t
             where t.office_id = ${officeId} and t.bank_statement_id = s.bank_statement_id)) as transactions
      from bank_statement s
     where s.office_id = ${officeId} and s.iban = ${iban} and s.kind = ${kind}
       and s.statement_ref = ${reference}`.execute(trx)
  return rows[0]
}

/** The closing balance of the account's latest statement before a day, to notice one that is missing. */
export async function closingBefore(
  trx: Transaction,
  officeId: string,
  iban: string,
  day: IsoDate,
): Promise<Minor | undefined> {
  const { rows } = await sql<{ closing: Minor }>`
    select closing from bank_statement
     where office_id = ${officeId} and iban = ${iban} and kind = 'statement' and to_on < ${day} order by to_on desc limit 1`.execute(
    trx,
  )
  return rows[0]?.closing
}

export async function insertStatement(
  trx: Transaction,
  officeId: string,
  statement: BankMessage & {
    readonly bankStatementId: string
    readonly legalEntityId: string
    readonly importedBy: string
  },
  transactions: readonly BankTransaction[],
): Promise<void> {
  await sql`
    insert into bank_statement (office_id, bank_statement_id, legal_entity_id, iban, kind, statement_ref, from_on, to_on,
      currency, opening, closing, transactions, imported_by)
    values (${officeId}, ${statement.bankStatementId}, ${statement.legalEntityId}, ${statement.iban}, ${statement.kind},
      ${statement.reference}, ${statement.fromOn ?? null}, ${statement.toOn}, ${statement.currency},
      ${statement.kind === 'statement' ? statement.opening : null},
      ${statement.kind === 'statement' ? statement.closing : null}, ${statement.transactions.length},
      ${statement.importedBy})`.execute(trx)
  await copyRows(
    trx,
    'bank_transaction',
    [
      ...[
        'office_id',
        'bank_transaction_id',
        'bank_statement_id',
        'entry_ref',
        'bank_ref',
        'booked_on',
        'amount',
        'currency',
      ],
      ...[
        'counterparty_name',
        'counterparty_iban',
        'payment_reference',
        'remittance',
        'end_to_end_id',
        'reversal',
        'return_reason',
        'instructed_currency',
        'instructed_amount',
      ],
    ],
    transactions.map((transaction) => [
      officeId,
      transaction.bankTransactionId,
      statement.bankStatementId,
      transaction.entryRef,
      transaction.bankRef ?? null,
      transaction.bookedOn,
      transaction.amount,
      transaction.currency,
      transaction.counterpartyName ?? null,
      transaction.counterpartyIban ?? null,
      transaction.references[0] ?? null,
      transaction.remittance ?? null,
      transaction.endToEndId ?? null,
      transaction.reversal,
      transaction.returnReason ?? null,
      transaction.instructed?.currency ?? null,
      transaction.instructed?.amount ?? null,
    ]),
  )
}

export async function insertMatches(
  trx: Transaction,
  officeId: string,
  matches: readonly NewMatch[],
  decidedBy: string,
): Promise<void> {
  await copyRows(
    trx,
    'bank_match',
    [
      'office_id',
      'bank_match_id',
      'bank_transaction_id',
      'invoice_id',
      'payslip_id',
      'late_payment_of',
      'worker_claim_id',
      'account',
      'words',
      'attempt',
      'is_return',
      'amount',
      'matched_by',
      'decided_by',
      'undoes',
      'reason',
      'billed_amount',
      'exchange_of',
    ],
    matches.map((match) => [
      officeId,
      match.bankMatchId,
      match.bankTransactionId,
      match.invoiceId,
      match.payslipId,
      match.latePaymentOf ?? null,
      match.workerClaimId ?? null,
      match.account ?? null,
      match.words ?? null,
      match.attempt ?? 1,
      match.isReturn ?? false,
      match.amount,
      match.matchedBy,
      decidedBy,
      match.undoes ?? null,
      match.reason ?? null,
      match.billedAmount ?? null,
      match.exchangeOf ?? null,
    ]),
  )
}

/** An invoice as a receipt sees it. */
export interface OpenInvoice {
  readonly invoiceId: string
  readonly contractId: string
  readonly clientId: string
  readonly legalEntityId: string
  readonly currency: string
  /** The reference to compare, compact. */
  readonly reference: string
  /** What the client still owes: total less credit notes, receipts and what was written off. */
  readonly open: Minor
  /** Of what was written off, how much has not come back. */
  readonly writtenOff: Minor
  /** As printed. */
  readonly number: string
  /** Of one in another currency, and still to be collected: what is open in that. */
  readonly billed: { readonly currency: string; readonly open: Minor } | null
}

type StoredOpen = Omit<OpenInvoice, 'billed'> & {
  readonly billed: { readonly currency: string; readonly open: string } | null
}
const openInvoice = ({ billed, ...row }: StoredOpen): OpenInvoice => ({
  ...row,
  billed: billed && { currency: billed.currency, open: BigInt(billed.open) },
})

const openInvoices = sql`
  select i.invoice_id as "invoiceId", i.contract_id as "contractId", i.client_id as "clientId",
         i.legal_entity_id as "legalEntityId", i.currency, i.payment_reference as reference,
         case when off.amount is null then due.amount else 0 end::int8 as open,
         case when off.amount is null then 0 else least(off.amount, due.amount) end::int8 as "writtenOff",
         i.series || '-' || lpad(i.number::text, 5, '0') as number,
         case when i.billed_currency is not null and off.amount is null and due.amount > 0
              then jsonb_build_object('currency', i.billed_currency, 'open', ${billedOpenSql}::text) end as billed
    from invoice i
    left join lateral (select w.unspent_budget + w.vat_relief + w.fund_loss + w.uncovered as amount
                         from invoice_write_off w
                        where w.office_id = i.office_id and w.invoice_id = i.invoice_id) off on true
   cross join lateral (select greatest(0, i.total
           - coalesce((select sum(n.total) from invoice n where n.office_id = i.office_id and n.credits = i.invoice_id), 0)
           - coalesce((select sum(b.amount) from bank_match b where b.office_id = i.office_id and b.invoice_id = i.invoice_id), 0)
         ) as amount) due`

export async function invoicesByReference(
  trx: Transaction,
  officeId: string,
  references: readonly string[],
): Promise<OpenInvoice[]> {
  if (references.length === 0) return []
  const printed = references.flatMap(printedForms)
  const { rows } = await sql<StoredOpen>`
    ${openInvoices} where i.office_id = ${officeId} and i.kind <> 'credit-note'
                      and i.payment_reference = any(${printed}::text[])`.execute(trx)
  return rows.map((row) => ({ ...openInvoice(row), reference: compactReference(row.reference) }))
}

/** Those of the invoices that exist, by id. */
export async function openInvoicesById(
  trx: Transaction,
  officeId: string,
  invoiceIds: readonly string[],
): Promise<ReadonlyMap<string, OpenInvoice>> {
  if (invoiceIds.length === 0) return new Map()
  const { rows } = await sql<StoredOpen>`
    ${openInvoices} where i.office_id = ${officeId} and i.kind <> 'credit-note'
                      and i.invoice_id = any(${invoiceIds}::uuid[])`.execute(trx)
  return new Map(rows.map((row) => [row.invoiceId, openInvoice(row)]))
}

/** The forms in which a compact reference may have been printed on an invoice, so that an index finds it. */
function printedForms(compact: string): string[] {
  const grouped = compact.replace(/(.{4})(?=.)/g, '$1 ')
  if (!/^\d{12}$/.test(compact)) return [compact, grouped]
  const slashed = `${compact.slice(0, 3)}/${compact.slice(3, 7)}/${compact.slice(7)}`
  return [compact, grouped, slashed, `+++${slashed}+++`, `***${slashed}***`]
}

/** A wage payment of ours, as the bank reports it. */
export interface WagePayment {
  readonly payslipId: string
  readonly attempt: number
  readonly contractId: string
  readonly payRunId: string
  readonly legalEntityId: string
  readonly endToEndId: string
  readonly messageId: string
  readonly amount: Minor
  readonly currency: string
}

const wagePayments = (officeId: string) => sql`
  select p.payslip_id as "payslipId", p.attempt, s.contract_id as "contractId", f.pay_run_id as "payRunId",
         f.legal_entity_id as "legalEntityId", p.end_to_end_id as "endToEndId", f.message_id as "messageId",
         p.amount, p.currency
    from payment p
    join payment_file f on f.office_id = ${officeId} and f.payment_file_id = p.payment_file_id
    join payslip s on s.office_id = ${officeId} and s.payslip_id = p.payslip_id
   where p.office_id = ${officeId}
     and not exists (select from bank_match b where b.office_id = ${officeId} and b.payslip_id = p.payslip_id
                        and b.attempt = p.attempt and b.is_return = `

/** Payments the bank has not confirmed yet. */
export async function unpaidWages(
  trx: Transaction,
  officeId: string,
  { endToEndIds, messageIds }: { endToEndIds: readonly string[]; messageIds: readonly string[] },
): Promise<WagePayment[]> {
  if (endToEndIds.length === 0 && messageIds.length === 0) return []
  const unconfirmed = sql`${wagePayments(officeId)} false)`
  const { rows } = await sql<WagePayment>`
    ${unconfirmed} and p.end_to_end_id = any(${endToEndIds}::text[])
    union ${unconfirmed} and f.message_id = any(${messageIds}::text[])
    order by 1, 2`.execute(trx)
  return rows
}

/** Payments that have not come back. */
export async function paymentsOut(
  trx: Transaction,
  officeId: string,
  endToEndIds: readonly string[],
): Promise<WagePayment[]> {
  if (endToEndIds.length === 0) return []
  const { rows } = await sql<WagePayment>`
    ${wagePayments(officeId)} true) and p.end_to_end_id = any(${endToEndIds}::text[])
    order by 1, 2`.execute(trx)
  return rows
}

export interface ImportedFile {
  readonly report: Record<string, unknown>
}

export async function findImport(
  trx: Transaction,
  officeId: string,
  sha256: Buffer,
): Promise<Record<string, unknown> | undefined> {
  const { rows } = await sql<ImportedFile>`
    select report from import_file
     where office_id = ${officeId} and kind = 'statement' and sha256 = ${sha256}`.execute(trx)
  return rows[0]?.report
}

export async function insertImport(
  trx: Transaction,
  officeId: string,
  file: { sha256: Buffer; name: string; lines: number; accepted: number; report: object; importedBy: string },
): Promise<void> {
  await sql`
    insert into import_file (office_id, sha256, kind, name, lines, accepted, refused, report, imported_by)
    values (${officeId}, ${file.sha256}, 'statement', ${file.name}, ${file.lines}, ${file.accepted}, 0,
      ${JSON.stringify(file.report)}::jsonb, ${file.importedBy})`.execute(trx)
}
