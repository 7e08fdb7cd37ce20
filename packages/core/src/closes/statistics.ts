import { sql } from 'kysely'
import { formatAmount, type IsoDate, type Minor, monthOf } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { type PackStatistic, suppressSmall } from '../packs/index.ts'

/** A month's turnover, wages and people by sector, small counts taken out. */
export async function monthStatistics(
  trx: Transaction,
  officeId: string,
  period: IsoDate,
  decimals: number,
): Promise<PackStatistic[]> {
  const { from, to } = monthOf(period)
  const { rows } = await sql<{
    sector: PackStatistic['sector']
    turnover: Minor
    wages: Minor
    workers: number
  }>`
    with sales as (
      select a.sector, case i.kind when 'invoice' then i.net else -i.net end as net
        from invoice i
        join contract c on c.office_id = i.office_id and c.contract_id = i.contract_id
        join activity a on a.office_id = c.office_id and a.activity_id = c.activity_id
       where i.office_id = ${officeId} and i.issued_on between ${from} and ${to}),
    paid as (
      select a.sector, p.gross, p.member_id
        from payslip p
        join pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id and r.state = 'posted'
        join activity a on a.office_id = p.office_id and a.activity_id = p.activity_id
       where p.office_id = ${officeId} and p.paid_on between ${from} and ${to})
    select s.sector, (select coalesce(sum(net), 0) from sales x where s.sector in (x.sector, 'all'))::int8 as turnover,
           (select coalesce(sum(gross), 0) from paid y where s.sector in (y.sector, 'all'))::int8 as wages,
           (select count(distinct member_id)::int from paid z where s.sector in (z.sector, 'all')) as workers
      from unnest(array['artistic', 'cultural-industry', 'other', 'all']) s (sector)`.execute(trx)
  const all = rows.map(({ sector, turnover, wages, workers }) => ({
    sector,
    turnover: formatAmount(turnover, decimals),
    wages: formatAmount(wages, decimals),
    activeWorkers: workers,
  }))
  const total = all.find(({ sector }) => sector === 'all') as (typeof all)[0]
  return suppressSmall(
    all.filter((row) => row !== total),
    total,
  )
}
