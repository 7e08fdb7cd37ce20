import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { type AnyCountryPlugin, addDays, type IsoDate, isIsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import {
  type FiscalYear,
  type FiscalYearRule,
  fiscalYearRules,
  fiscalYearsEnding,
  legalEntities,
} from '../legal-entities/index.ts'
import { invalid, notFound } from '../problem/index.ts'
import type { BookAccount, BookBalance, BookTransaction, BookYear } from './book-year.ts'

const PAGE = 2_000
const FIRST = '00000000-0000-0000-0000-000000000000'

export interface BookYearQuestion {
  /** The calendar year in which the fiscal year ends. */
  readonly year: number
  /** A month (`2026-03`) of the fiscal year, where two end in one calendar year. */
  readonly month?: string
  /** 1, 2 … as the office numbers its companies; the first unless told. */
  readonly entityNo?: number
}

/**
 * Opens the books of a legal entity for one year. Figures come from the balances kept by month, transactions from the
 * ledger in pages by their id: memory does not grow with the ledger. Run it in a `repeatable read` transaction, so that
 * balances and transactions are of one moment, and read the pages before that transaction ends.
 *
 * Income and expense are never closed by a posting: their figures of earlier years are brought forward here, on the
 * account the country's chart has for it.
 *
 * @throws Problem `invalid-field` for a year outside 1900 to 2199 or one in which no fiscal year, or more than one, ends;
 *   `not-found` for a company the office does not have.
 */
export async function readBookYear(
  trx: Transaction,
  { officeId, plugin, today }: Pick<OfficeContext, 'officeId' | 'plugin' | 'today'>,
  { year, month, entityNo = 1 }: BookYearQuestion,
): Promise<BookYear> {
  if (!isIsoDate(`${year}-01-01`)) throw invalid('year', 'A year has four digits, such as 2026.')
  const entity = (await legalEntities(trx, officeId)).find((one) => one.entityNo === entityNo)
  if (!entity) throw notFound(`company number ${entityNo} in this office`)
  const { legalEntityId } = entity
  const rules = await fiscalYearRules(trx, officeId, legalEntityId)
  const { from, to } = yearAsked(rules, year, month)
  const result = resultAccount(plugin)
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
    accounts: await bookAccounts(trx, result),
    balances: await yearBalances(trx, { legalEntityId, from, to, result }),
    entryCount: rows[0]?.count ?? 0n,
    pages: () => pages(trx, { officeId, legalEntityId, from, to }),
  }
}

function yearAsked(rules: readonly FiscalYearRule[], year: number, month: string | undefined): FiscalYear {
  const ending = fiscalYearsEnding(rules, year)
  const named = month === undefined ? ending : ending.filter((one) => isMonthOf(one, month))
  const [only, ...others] = named
  if (only && others.length === 0) return only
  if (!only) throw invalid(month === undefined ? 'year' : 'month', `No such fiscal year ends in ${year}.`)
  throw invalid('month', `More than one fiscal year ends in ${year}: say a month of the one you mean.`)
}

const isMonthOf = ({ from, to }: FiscalYear, month: string) => from <= `${month}-01` && `${month}-01` <= to

/** Where the country's chart brings results forward. */
function resultAccount({ chart, name }: AnyCountryPlugin): BookAccount {
  const account = chart.find(({ role }) => role === 'earlier-results')
  if (!account) throw new RangeError(`the chart of ${name} has no account for results brought forward`)
  return { number: account.number, name: account.name, type: 'equity' }
}

/** The office's accounts by national number, one a number, and that of results, though the office never posted to it. */
async function bookAccounts(trx: Transaction, result: BookAccount): Promise<BookAccount[]> {
  const { rows } = await sql<BookAccount>`
    select distinct on (a.national_number) a.national_number as number, a.name, a.type
      from samen.ledger_account a where a.office_id = samen.current_office()
     order by a.national_number, a.account`.execute(trx)
  return rows.some(({ number }) => number === result.number) ? rows : [...rows, result]
}

async function yearBalances(
  trx: Transaction,
  { legalEntityId, from, to, result }: FiscalYear & { legalEntityId: string; result: BookAccount },
): Promise<BookBalance[]> {
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
  const isOfTheYear = ({ type }: BookBalance) => type === 'income' || type === 'expense'
  const balances = rows.map((row) => (isOfTheYear(row) ? { ...row, opening: 0n } : row))
  for (const [currency, earlier] of Map.groupBy(rows.filter(isOfTheYear), (row) => row.currency)) {
    const brought = earlier.reduce((sum, { opening }) => sum + opening, 0n)
    const at = balances.findIndex((row) => row.number === result.number && row.currency === currency)
    const own = balances[at]
    if (own) balances[at] = { ...own, opening: own.opening + brought }
    else balances.push({ ...result, currency, opening: brought, debit: 0n, credit: 0n })
  }
  return balances
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
         coalesce(case when p.kind in ('invoice', 'deposit', 'credit-note', 'payslip') then nullif(p.description, '') end,
                  p.source_id::text, p.transaction_id::text) as reference,
         a.national_number as number, e.currency, e.amount
    from page p
    join samen.ledger_entry e on e.office_id = ${officeId} and e.transaction_id = p.transaction_id
    join samen.ledger_account a on a.office_id = ${officeId} and a.account = e.account
   order by e.transaction_id, e.entry_no`.execute(trx)
