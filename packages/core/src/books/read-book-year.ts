import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { addDays, type IsoDate, isIsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { legalEntities } from '../legal-entities/index.ts'
import { invalid, notFound } from '../problem/index.ts'
import type { BookAccount, BookBalance, BookTransaction, BookYear } from './book-year.ts'

const PAGE = 2_000
const FIRST = '00000000-0000-0000-0000-000000000000'

export interface BookYearQuestion {
  /** The calendar year. */
  readonly year: number
  /** 1, 2 … as the office numbers its companies; the first unless told. */
  readonly entityNo?: number
}

/**
 * Opens the books of a legal entity for one year. Figures come from the balances kept by month, transactions from the
 * ledger in pages by their id: memory does not grow with the ledger. Run it in a `repeatable read` transaction, so that
 * balances and transactions are of one moment, and read the pages before that transaction ends.
 *
 * @throws Problem `invalid-field` for a year outside 1900 to 2199, `not-found` for a company the office does not have.
 */
export async function readBookYear(
  trx: Transaction,
  { officeId, plugin, today }: Pick<OfficeContext, 'officeId' | 'plugin' | 'today'>,
  { year, entityNo = 1 }: BookYearQuestion,
): Promise<BookYear> {
  const from: IsoDate = `${year}-01-01`
  if (!isIsoDate(from)) throw invalid('year', 'A year has four digits, such as 2026.')
  const to: IsoDate = `${year}-12-31`
  const entity = (await legalEntities(trx, officeId)).find((one) => one.entityNo === entityNo)
  if (!entity) throw notFound(`company number ${entityNo} in this office`)
  const { legalEntityId } = entity
  const { balances, earlierResult } = await yearBalances(trx, legalEntityId, from, to)
  const { rows } = await sql<{ count: bigint }>`
    select coalesce(sum(t.entry_count), 0)::int8 as count from samen.ledger_transaction t
     where t.office_id = ${officeId} and t.legal_entity_id = ${legalEntityId}
       and t.effective_on between ${from} and ${to}`.execute(trx)
  return {
    entity,
    currency: plugin.currency,
    from,
    to,
    madeOn: today,
    accounts: await bookAccounts(trx),
    balances,
    earlierResult,
    entryCount: rows[0]?.count ?? 0n,
    pages: () => pages(trx, { officeId, legalEntityId, from, to }),
  }
}

/** The office's accounts by national number, one a number. */
async function bookAccounts(trx: Transaction): Promise<BookAccount[]> {
  const { rows } = await sql<BookAccount>`
    select distinct on (a.national_number) a.national_number as number, a.name, a.type
      from samen.ledger_account a where a.office_id = samen.current_office()
     order by a.national_number, a.account`.execute(trx)
  return rows
}

async function yearBalances(
  trx: Transaction,
  legalEntityId: string,
  from: IsoDate,
  to: IsoDate,
): Promise<Pick<BookYear, 'balances' | 'earlierResult'>> {
  const { rows } = await sql<BookBalance>`
    select a.national_number as number, min(a.name) as name, min(a.type) as type, b.currency,
           coalesce(sum(b.debit - b.credit) filter (where b.month < ${from}), 0)::int8 as opening,
           coalesce(sum(b.debit) filter (where b.month >= ${from}), 0)::int8 as debit,
           coalesce(sum(b.credit) filter (where b.month >= ${from}), 0)::int8 as credit
      from samen.ledger_balance b
      join samen.ledger_account a on a.office_id = b.office_id and a.account = b.account
     where b.office_id = samen.current_office() and b.legal_entity_id = ${legalEntityId}
       and b.month < ${addDays(to, 1)}
     group by a.national_number, (a.type in ('income', 'expense')), b.currency
     order by a.national_number, b.currency`.execute(trx)
  const earlierResult = new Map<string, Minor>()
  const balances = rows.map((row): BookBalance => {
    if (row.type !== 'income' && row.type !== 'expense') return row
    earlierResult.set(row.currency, (earlierResult.get(row.currency) ?? 0n) + row.opening)
    return { ...row, opening: 0n }
  })
  return { balances, earlierResult }
}

interface Row {
  transactionId: string
  kind: string
  effectiveOn: IsoDate
  recordedOn: IsoDate
  reference: string
  number: string
  currency: string
  amount: Minor
}

async function* pages(
  trx: Transaction,
  where: { officeId: string; legalEntityId: string; from: IsoDate; to: IsoDate },
): AsyncGenerator<BookTransaction[]> {
  let after = FIRST
  for (;;) {
    const { rows } = await pageAfter(trx, where, after)
    const page = new Map<string, BookTransaction & { entries: BookTransaction['entries'][number][] }>()
    for (const { number, currency, amount, ...head } of rows) {
      const known = page.get(head.transactionId) ?? { ...head, entries: [] }
      known.entries.push({ number, currency, amount })
      page.set(head.transactionId, known)
    }
    const transactions = [...page.values()]
    const last = transactions.at(-1)
    if (!last) return
    yield transactions
    if (transactions.length < PAGE) return
    after = last.transactionId
  }
}

/**
 * Only the descriptions that the program writes itself leave the ledger: a printed invoice number and a contract's
 * reference. A reversal's reason is free text and may name a person.
 */
const pageAfter = (
  trx: Transaction,
  { officeId, legalEntityId, from, to }: Parameters<typeof pages>[1],
  after: string,
) =>
  sql<Row>`
  with page as materialized (
    select t.transaction_id, t.kind, t.effective_on, t.recorded_at, t.description, t.source_id
      from samen.ledger_transaction t
     where t.office_id = ${officeId} and t.transaction_id > ${after}::uuid and t.legal_entity_id = ${legalEntityId}
       and t.effective_on between ${from} and ${to}
     order by t.transaction_id limit ${PAGE})
  select p.transaction_id as "transactionId", p.kind, p.effective_on as "effectiveOn",
         (p.recorded_at at time zone 'UTC')::date as "recordedOn",
         coalesce(case when p.kind in ('invoice', 'credit-note', 'payslip') then nullif(p.description, '') end,
                  p.source_id::text, p.transaction_id::text) as reference,
         a.national_number as number, e.currency, e.amount
    from page p
    join samen.ledger_entry e on e.office_id = ${officeId} and e.transaction_id = p.transaction_id
    join samen.ledger_account a on a.office_id = ${officeId} and a.account = e.account
   order by e.transaction_id, e.entry_no`.execute(trx)
