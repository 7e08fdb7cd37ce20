import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { addDays, type IsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { plainArray } from '../ledger/index.ts'
import { type FiscalYear, fiscalYearOf, fiscalYearRules, legalEntities } from '../legal-entities/index.ts'

/** How many of a company's fiscal years are told, the one of today among them. */
const YEARS_TOLD = 4

/** `running` until its last day has passed, `ended` until its last month is closed, `decided` once its appropriation is posted. */
export type YearState = 'running' | 'ended' | 'closed' | 'decided'

export interface YearResult extends FiscalYear {
  readonly state: YearState
  /** Income less expenses of the year, in minor units; negative is a loss. */
  readonly result: Minor
  /** What an assembly moved to the reserves for this year; zero before it is posted. */
  readonly toReserves: Minor
}

/** Where a company's results stand. */
export interface CompanyResults {
  readonly legalEntityId: string
  /** Results up to the last closed year less what assemblies moved: what the next one may decide on. */
  readonly broughtForward: Minor
  readonly reserves: Minor
  /** The latest first. */
  readonly years: readonly YearResult[]
}

/** The results of each company's last fiscal years, what was set aside of them, and what may still be. */
export async function readYearResults(
  trx: Transaction,
  { officeId, plugin, today }: OfficeContext,
): Promise<CompanyResults[]> {
  const asked: (FiscalYear & { legalEntityId: string })[] = []
  // An office has nine companies at most.
  for (const { legalEntityId } of await legalEntities(trx, officeId)) {
    const rules = await fiscalYearRules(trx, officeId, legalEntityId)
    let day: IsoDate = today
    for (let told = 0; told < YEARS_TOLD; told += 1) {
      const year = fiscalYearOf(rules, day)
      asked.push({ legalEntityId, ...year })
      day = addDays(year.from, -1)
    }
  }
  const { rows } = await sql<Row>`
    with asked as (
      select * from unnest(${plainArray(asked.map(({ legalEntityId }) => legalEntityId))}::uuid[],
                           ${plainArray(asked.map(({ from }) => from))}::date[],
                           ${plainArray(asked.map(({ to }) => to))}::date[]) as year (legal_entity_id, year_from, year_to)
    ), -- Once over the balances, whatever the number of years.
    kept as (
      select b.legal_entity_id, b.month, sum(b.credit - b.debit) filter (where a.type in ('income', 'expense')) as result,
             sum(b.credit - b.debit) filter (where b.account = 'earlier-results') as moved,
             sum(b.credit - b.debit) filter (where b.account = 'reserves') as reserves
        from samen.ledger_balance b
        join samen.ledger_account a on a.office_id = b.office_id and a.account = b.account
       where b.office_id = ${officeId} and b.currency = ${plugin.currency}
         and (a.type in ('income', 'expense') or b.account in ('earlier-results', 'reserves'))
       group by b.legal_entity_id, b.month
    )
    select y.legal_entity_id as "legalEntityId", y.year_from as "from", y.year_to as "to",
           coalesce(sum(k.result) filter (where k.month between y.year_from and y.year_to), 0)::int8 as result,
           (coalesce(sum(k.result) filter (where k.month <= y.year_to), 0) + coalesce(sum(k.moved), 0))::int8 as brought,
           coalesce(sum(k.reserves), 0)::int8 as reserves,
           exists (select from samen.ledger_period p where p.office_id = ${officeId} and p.state = 'closed'
                     and p.period >= date_trunc('month', y.year_to::timestamp)::date) as closed,
           (select sum(d.to_reserves)::int8 from samen.appropriation d
             where d.office_id = ${officeId} and d.legal_entity_id = y.legal_entity_id and d.year_to = y.year_to
               and d.state = 'approved') as "toReserves"
      from asked y
      left join kept k on k.legal_entity_id = y.legal_entity_id
     group by y.legal_entity_id, y.year_from, y.year_to
     order by y.year_from desc`.execute(trx)
  return [...Map.groupBy(rows, ({ legalEntityId }) => legalEntityId)].map(([legalEntityId, years]) => ({
    legalEntityId,
    broughtForward: years.find(({ closed }) => closed)?.brought ?? 0n,
    reserves: years[0]?.reserves ?? 0n,
    years: years.map(({ from, to, result, toReserves, closed }) => ({
      from,
      to,
      state: stateOf({ to, closed, toReserves }, today),
      result,
      toReserves: toReserves ?? 0n,
    })),
  }))
}

interface Row extends FiscalYear {
  legalEntityId: string
  result: Minor
  brought: Minor
  reserves: Minor
  closed: boolean
  toReserves: Minor | null
}

function stateOf(
  { to, closed, toReserves }: Pick<Row, 'to' | 'closed' | 'toReserves'>,
  today: IsoDate,
): YearState {
  if (to >= today) return 'running'
  if (!closed) return 'ended'
  return toReserves === null ? 'closed' : 'decided'
}
