import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { invalid } from '../problem/index.ts'
import type { LedgerAccount } from './accounts.ts'
import { plainArray } from './array-literal.ts'

/** Which months a trial balance covers: one month, or all up to and including one. Any day of the month names it. */
export type Months = { readonly period: IsoDate } | { readonly upTo: IsoDate }

export interface TrialBalanceLine {
  readonly account: string
  readonly number: string
  readonly name: string
  readonly group: string
  readonly type: 'asset' | 'liability' | 'equity' | 'income' | 'expense'
  readonly currency: string
  /** Totals in minor units, both positive. */
  readonly debit: Minor
  readonly credit: Minor
}

/**
 * Debits and credits per account and currency. Debits and credits of the whole are equal in each currency.
 * A line is also what the group consolidates: it carries the group account.
 */
export async function trialBalance(
  trx: Transaction,
  question: Months & { readonly legalEntityId?: string },
): Promise<TrialBalanceLine[]> {
  const months =
    'period' in question
      ? sql`b.month = date_trunc('month', ${question.period}::timestamp)::date`
      : sql`b.month <= ${question.upTo}::date`
  const entity = question.legalEntityId ? sql`and b.legal_entity_id = ${question.legalEntityId}` : sql``
  const { rows } = await sql<TrialBalanceLine>`
    select a.account, a.national_number as number, a.name, a.group_account as "group", a.type, b.currency,
           sum(b.debit)::int8 as debit, sum(b.credit)::int8 as credit
      from samen.ledger_balance b
      join samen.ledger_account a on a.office_id = b.office_id and a.account = b.account
     where b.office_id = samen.current_office() and ${months} ${entity}
     group by a.office_id, a.account, b.currency
     order by a.national_number, a.account, b.currency`.execute(trx)
  return rows
}

export interface Balance {
  readonly currency: string
  readonly debit: Minor
  readonly credit: Minor
  /** Debit less credit. */
  readonly net: Minor
}

/** The accounts the office has opened, by national number. */
export async function ledgerAccounts(trx: Transaction): Promise<LedgerAccount[]> {
  const { rows } = await sql<LedgerAccount>`
    select a.account, a.type, a.national_number as number, a.name, a.group_account as "group"
      from samen.ledger_account a where a.office_id = samen.current_office()
     order by a.national_number, a.account`.execute(trx)
  return rows
}

/** What stands on an account now, or of one subject on it; a line per currency, none when nothing was ever posted. */
export async function balance(trx: Transaction, account: string, subject?: string): Promise<Balance[]> {
  if (subject !== undefined) {
    const found = await balancesOf(trx, account, [subject])
    return found.map(({ subject: _, ...line }) => line)
  }
  const { rows } = await sql<Balance>`
    select b.currency, sum(b.debit)::int8 as debit, sum(b.credit)::int8 as credit,
           (sum(b.debit) - sum(b.credit))::int8 as net
      from samen.ledger_balance b
     where b.office_id = samen.current_office() and b.account = ${account}
     group by b.currency order by b.currency`.execute(trx)
  return rows
}

/** The balances of many subjects on one account in one question: the budgets of a pay run's activities. */
export async function balancesOf(
  trx: Transaction,
  account: string,
  subjects: readonly string[],
): Promise<(Balance & { subject: string })[]> {
  if (subjects.length > subjectsMax) throw invalid('subjects', `At most ${subjectsMax} subjects at a time.`)
  const ids = sql`unnest(${plainArray([...new Set(subjects)])}::uuid[]) as s (subject)`
  // Of a fund the balances are kept, because it has entries without number; of any other subject they are summed.
  const amounts = keptBySubject.has(account)
    ? sql`select x.currency, x.debit, x.credit from samen.ledger_balance x`
    : sql`select x.currency, greatest(x.amount, 0) as debit, -least(x.amount, 0) as credit from samen.ledger_entry x`
  const { rows } = await sql<Balance & { subject: string }>`
    select s.subject, e.currency, sum(e.debit)::int8 as debit, sum(e.credit)::int8 as credit,
           (sum(e.debit) - sum(e.credit))::int8 as net
      from ${ids}, lateral (${amounts}
        where x.office_id = samen.current_office() and x.account = ${account} and x.subject = s.subject offset 0) e
     group by s.subject, e.currency order by s.subject, e.currency`.execute(trx)
  return rows
}

const keptBySubject = new Set(['fund-available', 'fund-advanced'])
const subjectsMax = 50_000

export interface AccountEntry {
  readonly transactionId: string
  readonly entryNo: number
  readonly kind: string
  readonly description: string
  readonly sourceKind: string | null
  readonly sourceId: string | null
  readonly legalEntityId: string
  readonly subject: string | null
  readonly effectiveOn: IsoDate
  readonly recordedAt: Date
  readonly currency: string
  readonly amount: Minor
}

export interface EntriesQuestion {
  readonly account: string
  readonly subject?: string
  readonly legalEntityId?: string
  readonly effectiveFrom?: IsoDate
  readonly effectiveTo?: IsoDate
  /** Only what was known by then: what was recorded later is left out. */
  readonly recordedUpTo?: Date
  /** The last entry of the page before. */
  readonly after?: { readonly transactionId: string; readonly entryNo: number }
  /** Entries a page, 100 unless told, at most 1 000. */
  readonly limit?: number
}

/** An account's entries in the order of recording, a page at a time, seen from any day and from any moment. */
export async function accountEntries(trx: Transaction, question: EntriesQuestion): Promise<AccountEntry[]> {
  const { after, limit = 100 } = question
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000)
    throw invalid('limit', 'A page has 1 to 1000 entries.')
  const from = after
    ? sql`and (e.transaction_id, e.entry_no) > (${after.transactionId}::uuid, ${after.entryNo})`
    : sql``
  const { rows } = await sql<AccountEntry>`
    select e.transaction_id as "transactionId", e.entry_no as "entryNo", t.kind, t.description,
           t.source_kind as "sourceKind", t.source_id as "sourceId", t.legal_entity_id as "legalEntityId", e.subject,
           t.effective_on as "effectiveOn", t.recorded_at as "recordedAt", e.currency, e.amount
      ${selected(question)} ${from}
     order by e.transaction_id, e.entry_no limit ${limit}`.execute(trx)
  return rows
}

/** The balance of an account as it was on a day, as far as was known at a moment. */
export async function balanceAsOf(
  trx: Transaction,
  question: Omit<EntriesQuestion, 'after' | 'limit'>,
): Promise<Balance[]> {
  const { rows } = await sql<Balance>`
    select e.currency, coalesce(sum(e.amount) filter (where e.amount > 0), 0)::int8 as debit,
           coalesce(-sum(e.amount) filter (where e.amount < 0), 0)::int8 as credit, sum(e.amount)::int8 as net
      ${selected(question)}
     group by e.currency order by e.currency`.execute(trx)
  return rows
}

function selected({
  account,
  subject,
  legalEntityId,
  effectiveFrom,
  effectiveTo,
  recordedUpTo,
}: EntriesQuestion) {
  const conditions = [
    sql`e.office_id = samen.current_office() and e.account = ${account}`,
    ...(subject ? [sql`e.subject = ${subject}`] : []),
    ...(legalEntityId ? [sql`t.legal_entity_id = ${legalEntityId}`] : []),
    ...(effectiveFrom ? [sql`t.effective_on >= ${effectiveFrom}::date`] : []),
    ...(effectiveTo ? [sql`t.effective_on <= ${effectiveTo}::date`] : []),
    ...(recordedUpTo ? [sql`t.recorded_at <= ${recordedUpTo}`] : []),
  ]
  return sql`from samen.ledger_entry e
    join samen.ledger_transaction t on t.office_id = e.office_id and t.transaction_id = e.transaction_id
   where ${sql.join(conditions, sql` and `)}`
}
