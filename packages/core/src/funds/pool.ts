import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'

const KINDS = ['contributed', 'advanced', 'repaid', 'recovered', 'lost', 'spent'] as const
export type PoolKind = (typeof KINDS)[number]

/** A month of a fund as every member may see it; null: too few people stand behind the figure. Minor units. */
export type PoolMonth = Readonly<Record<PoolKind, Minor | null>> & {
  readonly period: string
  readonly fundId: string
}

/** People's activities that must stand behind a figure so that it tells nothing of one of them. */
export const POOL_CELL_MIN = 5

/** One figure, and how many activities stand behind it (spending for a tool or a course stands for nobody). */
export interface PoolCell {
  readonly period: string
  readonly fundId: string
  readonly kind: PoolKind
  readonly amount: Minor
  readonly activities: number
}

/**
 * Withholds figures behind which fewer than five activities stand. Where that leaves a single gap in a fund's column, the
 * figure with the fewest activities goes with it, so that the gap cannot be had by subtraction from a total. Pure.
 */
export function suppress(cells: readonly PoolCell[]): PoolMonth[] {
  const hidden = new Set<PoolCell>(
    // Spending stands for nobody unless it bore somebody's wage.
    cells.filter(
      ({ kind, amount, activities }) =>
        amount !== 0n && activities < POOL_CELL_MIN && (kind !== 'spent' || activities > 0),
    ),
  )
  for (const column of Map.groupBy(cells, ({ fundId, kind }) => `${fundId} ${kind}`).values()) {
    if (column.filter((cell) => hidden.has(cell)).length !== 1) continue
    const [next] = column
      .filter((cell) => !hidden.has(cell) && cell.amount !== 0n)
      .sort((a, b) => a.activities - b.activities || a.period.localeCompare(b.period))
    if (next) hidden.add(next)
  }
  const months = new Map<string, Record<PoolKind, Minor | null> & { period: string; fundId: string }>()
  for (const cell of cells) {
    const key = `${cell.period} ${cell.fundId}`
    const month = months.get(key) ?? {
      period: cell.period,
      fundId: cell.fundId,
      contributed: 0n,
      advanced: 0n,
      repaid: 0n,
      recovered: 0n,
      lost: 0n,
      spent: 0n,
    }
    month[cell.kind] = hidden.has(cell) ? null : cell.amount
    months.set(key, month)
  }
  return [...months.values()]
}

/** Months a member sees. */
const MONTHS = 24

/** What came into the funds, went out and was lost, by month, with small cells withheld; the newest first. */
export async function poolMonths(trx: Transaction, today: IsoDate): Promise<PoolMonth[]> {
  const { rows } = await sql<PoolCell>`
    select to_char(m.effective_on, 'YYYY-MM') as period, m.fund_id as "fundId",
           case m.kind when 'contribution' then 'contributed' when 'advance' then 'advanced' when 'repayment' then 'repaid'
                       when 'recovery' then 'recovered' when 'loss' then 'lost' else 'spent' end as kind,
           sum(m.amount)::int8 as amount, count(distinct coalesce(k.activity_id, p.activity_id))::int as activities
      from samen.fund_movement m
      left join samen.invoice i on i.office_id = m.office_id and i.invoice_id = m.invoice_id
      left join samen.contract k on k.office_id = i.office_id and k.contract_id = i.contract_id
      left join samen.payslip p on p.office_id = m.office_id and p.payslip_id = m.payslip_id
     where m.office_id = samen.current_office() and m.kind <> 'transfer' and m.effective_on <= ${today}::date
       and m.effective_on >= date_trunc('month', ${today}::date) - make_interval(months => ${MONTHS - 1}::int)
     group by 1, 2, 3 order by 1 desc, 2, 3`.execute(trx)
  return suppress(rows)
}
