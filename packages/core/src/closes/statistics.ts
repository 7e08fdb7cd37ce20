import { sql } from 'kysely'
import { formatAmount, type IsoDate, type Minor, monthOf } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import {
  AGE_BANDS,
  type AgeBand,
  GENDERS,
  type Gender,
  type PackPeople,
  type PackStatistic,
  suppressCounts,
  suppressSmall,
  toldCount,
  toldMembers,
  toldPeople,
} from '../packs/index.ts'

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
    pairs: Readonly<Record<string, number>>
  }>`
    with sales as (
      select a.sector, case i.kind when 'credit-note' then -i.net else i.net end as net
        from invoice i
        join contract c on c.office_id = i.office_id and c.contract_id = i.contract_id
        join activity a on a.office_id = c.office_id and a.activity_id = c.activity_id
       where i.office_id = ${officeId} and i.issued_on between ${from} and ${to}),
    paid as (
      select a.sector, p.gross, p.member_id
        from payslip p
        join pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id and r.state = 'posted'
        join activity a on a.office_id = p.office_id and a.activity_id = p.activity_id
       where p.office_id = ${officeId} and p.paid_on between ${from} and ${to} and p.corrects is null)
    select s.sector, (select coalesce(sum(net), 0) from sales x where s.sector in (x.sector, 'all'))::int8 as turnover,
           (select coalesce(sum(gross), 0) from paid y where s.sector in (y.sector, 'all'))::int8 as wages,
           (select count(distinct member_id)::int from paid z where s.sector in (z.sector, 'all')) as workers,
           -- With each other sector: who works in both counts once.
           (select jsonb_object_agg(o.sector, (select count(distinct member_id) from paid z
                     where z.sector in (s.sector, o.sector)))
              from unnest(array['artistic', 'cultural-industry', 'other']) o (sector)) as pairs
      from unnest(array['artistic', 'cultural-industry', 'other', 'all']) s (sector)`.execute(trx)
  const all = rows.map(({ sector, turnover, wages, workers }) => ({
    sector,
    turnover: formatAmount(turnover, decimals),
    wages: formatAmount(wages, decimals),
    activeWorkers: workers,
  }))
  const total = all.find(({ sector }) => sector === 'all') as (typeof all)[0]
  const together = ([one, other, ...more]: readonly PackStatistic['sector'][]): number =>
    more.length > 0 || !one || !other
      ? total.activeWorkers
      : (rows.find(({ sector }) => sector === one)?.pairs[other] ?? 0)
  return suppressSmall(
    all.filter((row) => row !== total),
    total,
    together,
  )
}

/** Members, and the people paid in the month by age at its end and by gender; small counts taken out. */
export async function monthPeople(trx: Transaction, officeId: string, period: IsoDate): Promise<PackPeople> {
  const { from, to } = monthOf(period)
  const { rows } = await sql<{
    members: number
    registrations: number
    of: Record<AgeBand | Gender, number> | null
  }>`
    with paid as (
      select distinct p.member_id from payslip p
        join pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id and r.state = 'posted'
       where p.office_id = ${officeId} and p.paid_on between ${from} and ${to}),
    person as (
      select extract(year from age(${to}::date, m.birth_date)) as age, coalesce(m.sex, 'unknown') as gender
        from paid join member m on m.office_id = ${officeId} and m.member_id = paid.member_id),
    told as (
      select case when age < 25 then 'under-25' when age < 35 then '25-34' when age < 45 then '35-44'
                  when age < 55 then '45-54' when age < 65 then '55-64' else '65-plus' end as what from person
      union all select gender from person)
    select (select count(*)::int from member where office_id = ${officeId} and joined_on <= ${to}) as members,
           (select count(*)::int from member where office_id = ${officeId} and joined_on between ${from} and ${to})
             as registrations,
           (select jsonb_object_agg(what, number) from (select what, count(*)::int as number from told group by what) x)
             as of`.execute(trx)
  const { members, registrations, of } = rows[0] as (typeof rows)[0]
  return {
    members: toldMembers({ members, registrations }, await toldPeople(trx, officeId, from)),
    registrations: toldCount(registrations),
    ages: suppressCounts(AGE_BANDS.map((band) => ({ band, workers: of?.[band] ?? 0 }))),
    genders: suppressCounts(GENDERS.map((gender) => ({ gender, workers: of?.[gender] ?? 0 }))),
  }
}
