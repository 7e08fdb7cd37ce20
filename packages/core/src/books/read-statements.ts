import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { IsoDate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { fiscalYearRules, type LegalEntity, legalEntities } from '../legal-entities/index.ts'
import { notFound, refused } from '../problem/index.ts'
import {
  type AccountYear,
  type CashMovement,
  type Chart,
  type FinancialStatements,
  financialStatements,
  type StatementMonths,
} from './financial-statements.ts'
import { monthsUpTo } from './statement-months.ts'

export interface StatementsQuestion {
  /** The last month, `2026-10`; the figures run from the first day of its fiscal year. */
  readonly period: string
  readonly chart: Chart
  /** One company, as the office numbers them; all of them unless told. */
  readonly entityNo?: number | undefined
}

export interface OfficeStatements extends FinancialStatements, StatementMonths {
  readonly currency: string
  readonly entities: readonly Pick<LegalEntity, 'entityNo' | 'name'>[]
}

/**
 * The statements of an office or of one of its companies, from the start of the fiscal year to a month, beside the same
 * months a year before. All companies together are stated by the fiscal year of the first.
 * Balances come from those kept by month; only cash flows look at entries, those of transactions that touch the bank.
 * Run it in a `repeatable read` transaction, so that both are of one moment.
 *
 * @throws Problem `invalid-field` for no month, `not-found` for a company the office does not have, `refused` when the
 *   books hold another currency than the country's.
 */
export async function readStatements(
  trx: Transaction,
  { officeId, plugin }: Pick<OfficeContext, 'officeId' | 'plugin'>,
  { period, chart, entityNo }: StatementsQuestion,
): Promise<OfficeStatements> {
  const entities = await legalEntities(trx, officeId)
  const entity = entities.find((one) => one.entityNo === entityNo)
  if (entityNo !== undefined && !entity) throw notFound(`company number ${entityNo} in this office`)
  const whose = entity ?? entities[0]
  const rules = whose ? await fiscalYearRules(trx, officeId, whose.legalEntityId) : []
  const months = monthsUpTo(period, rules)
  const accounts = await accountYears(trx, months, entity?.legalEntityId)
  const foreign = accounts.find(({ currency }) => currency !== plugin.currency)
  if (foreign)
    throw refused(
      `The books hold ${foreign.currency}; statements of this version are in ${plugin.currency} alone.`,
    )
  const cash = await cashMovements(trx, months, entity?.legalEntityId)
  return {
    ...months,
    ...financialStatements(accounts, cash, chart),
    currency: plugin.currency,
    entities: entities.map(({ entityNo, name }) => ({ entityNo, name })),
  }
}

async function accountYears(
  trx: Transaction,
  { from, to, fromBefore, toBefore }: StatementMonths,
  legalEntityId: string | undefined,
): Promise<(AccountYear & { currency: string })[]> {
  const sum = (first: IsoDate, last: IsoDate) =>
    sql`coalesce(sum(b.debit - b.credit) filter (where b.month between ${first}::date and ${last}::date), 0)::int8`
  const until = (first: IsoDate) =>
    sql`coalesce(sum(b.debit - b.credit) filter (where b.month < ${first}::date), 0)::int8`
  const { rows } = await sql<AccountYear & { currency: string }>`
    select a.account, a.national_number as number, a.name, a.group_account as "group", a.type, b.currency,
           ${until(from)} as opening, ${sum(from, to)} as moved,
           ${until(fromBefore)} as "openingBefore", ${sum(fromBefore, toBefore)} as "movedBefore"
      from samen.ledger_balance b
      join samen.ledger_account a on a.office_id = b.office_id and a.account = b.account
     where b.office_id = samen.current_office() and b.month <= ${to}::date
       ${legalEntityId ? sql`and b.legal_entity_id = ${legalEntityId}` : sql``}
     group by a.office_id, a.account, b.currency
     order by a.national_number, a.account`.execute(trx)
  return rows
}

/** Each transaction that touches the bank says by its other entries where the money came from or went. */
async function cashMovements(
  trx: Transaction,
  { from, to, fromBefore, toBefore }: StatementMonths,
  legalEntityId: string | undefined,
): Promise<CashMovement[]> {
  const { rows } = await sql<CashMovement>`
    with touched as materialized (
      select distinct t.transaction_id, t.effective_on >= ${from}::date as recent
        from samen.ledger_entry e
        join samen.ledger_transaction t on t.office_id = e.office_id and t.transaction_id = e.transaction_id
       where e.office_id = samen.current_office() and e.account = 'bank'
         and (t.effective_on between ${from} and ${to} or t.effective_on between ${fromBefore} and ${toBefore})
         ${legalEntityId ? sql`and t.legal_entity_id = ${legalEntityId}` : sql``})
    select a.national_number as number, a.name, a.group_account as "group",
           coalesce(-sum(e.amount) filter (where t.recent), 0)::int8 as amount,
           coalesce(-sum(e.amount) filter (where not t.recent), 0)::int8 as before
      from touched t
      join samen.ledger_entry e on e.office_id = samen.current_office() and e.transaction_id = t.transaction_id
      join samen.ledger_account a on a.office_id = e.office_id and a.account = e.account
     where e.account <> 'bank'
     group by a.office_id, a.account
     order by a.national_number, a.account`.execute(trx)
  return rows
}
