import { sql } from 'kysely'
import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { type StoredDetail, unpackDetail } from '../payslips/index.ts'
import {
  type AuthorityDifference,
  type Figures,
  figuresOf,
  NO_FIGURES,
  type PayslipDifference,
  plus,
  type WorkerDifference,
} from './difference.ts'
import { type CorrectionSums, SHOWN_MAX } from './tally.ts'

/** A correction that was computed: its sums, and the workers with the largest differences, at most 200. */
export interface StoredCorrection extends CorrectionSums {
  readonly largest: readonly WorkerDifference[]
}

/** What stands behind a correction's payslips. An ordinary run has no differences and answers zeros. */
export async function storedCorrection(
  trx: Transaction,
  officeId: string,
  payRunId: string,
): Promise<StoredCorrection> {
  const [sums, authorities, borneBy, workers] = [
    await sumsOf(trx, officeId, payRunId),
    await authoritiesOf(trx, officeId, payRunId),
    await borneByOf(trx, officeId, payRunId),
    await largestOf(trx, officeId, payRunId),
  ]
  return { ...sums, authorities, borneBy, largest: workers }
}

/** The figures of the payslips that a run corrects, as they stood before it: `b`, by delta `d`. */
const before = (officeId: string, payRunId: string) => sql`
  payslip d
  join payslip o on o.office_id = d.office_id and o.payslip_id = d.corrects
 cross join lateral (
       select o.employee_contributions + coalesce(sum(e.employee_contributions), 0) as employee_contributions,
              o.taxable + coalesce(sum(e.taxable), 0) as taxable, o.wage_tax + coalesce(sum(e.wage_tax), 0) as wage_tax,
              o.net + coalesce(sum(e.net), 0) as net,
              o.employer_contributions + coalesce(sum(e.employer_contributions), 0) as employer_contributions,
              o.employer_cost + coalesce(sum(e.employer_cost), 0) as employer_cost,
              o.mutualised + coalesce(sum(e.mutualised), 0) as mutualised
         from payslip e
        where e.office_id = ${officeId} and e.corrects = d.corrects and e.payslip_id < d.payslip_id) b
 where d.office_id = ${officeId} and d.pay_run_id = ${payRunId} and d.corrects is not null`

const beforeFigures = sql`b.employee_contributions::int8 as "employeeContributions", b.taxable::int8 as taxable,
  b.wage_tax::int8 as "wageTax", b.net::int8 as net, b.employer_contributions::int8 as "employerContributions",
  b.employer_cost::int8 as "employerCost", b.mutualised::int8 as mutualised`
const deltaFigures = sql`d.employee_contributions as "employeeContributions", d.taxable, d.wage_tax as "wageTax", d.net,
  d.employer_contributions as "employerContributions", d.employer_cost as "employerCost", d.mutualised`

const summed = (source: 'b' | 'd') => {
  const sumOf = (column: string, name: string) =>
    sql`coalesce(sum(${sql.ref(`${source}.${column}`)}), 0)::int8 as ${sql.ref(name)}`
  return sql.join([
    sumOf('employee_contributions', 'employeeContributions'),
    sumOf('taxable', 'taxable'),
    sumOf('wage_tax', 'wageTax'),
    sumOf('net', 'net'),
    sumOf('employer_contributions', 'employerContributions'),
    sumOf('employer_cost', 'employerCost'),
    sumOf('mutualised', 'mutualised'),
  ])
}

const isTotalsOnly = sql`(d.employee_contributions = 0 and d.taxable = 0 and d.wage_tax = 0 and d.net = 0
  and d.employer_contributions = 0 and d.employer_cost = 0 and d.mutualised = 0 and d.detail -> 'l' = '[]')`

async function sumsOf(trx: Transaction, officeId: string, payRunId: string) {
  const source = before(officeId, payRunId)
  const first = await sql<Figures>`select ${summed('b')} from ${source}`.execute(trx)
  const second = await sql<Figures & { payslips: number; totalsOnly: number; borne: Minor; advance: Minor }>`
    select count(*)::int as payslips, (count(*) filter (where ${isTotalsOnly}))::int as "totalsOnly",
           coalesce(sum(d.borne), 0)::int8 as borne, coalesce(sum(d.advance), 0)::int8 as advance, ${summed('d')}
      from ${source}`.execute(trx)
  const third = await sql<{ workers: number; toWorkers: Minor; claims: Minor }>`
    select count(*)::int as workers, coalesce(sum(net) filter (where net > 0), 0)::int8 as "toWorkers",
           coalesce(-sum(net) filter (where net < 0), 0)::int8 as claims
      from (select sum(d.net) as net from ${source} group by d.member_id, d.legal_entity_id) w`.execute(trx)
  const { payslips, totalsOnly, borne, advance, ...difference } = second.rows[0] as (typeof second.rows)[0]
  const workers = third.rows[0] as (typeof third.rows)[0]
  return {
    payslips,
    totalsOnly,
    ...workers,
    before: first.rows[0] as Figures,
    difference,
    budgets: difference.employerCost - borne,
    borne,
    advance,
  }
}

async function authoritiesOf(
  trx: Transaction,
  officeId: string,
  payRunId: string,
): Promise<AuthorityDifference[]> {
  const { rows } = await sql<AuthorityDifference>`
    with d as (select payslip_id, corrects, owed from payslip
                where office_id = ${officeId} and pay_run_id = ${payRunId} and corrects is not null),
    owed as (
      select a.key as authority, a.value::int8 as before, 0::int8 as difference
        from d join payslip o on o.office_id = ${officeId} and o.payslip_id = d.corrects,
             jsonb_each_text(o.owed) a
      union all
      select a.key, a.value::int8, 0
        from d join payslip e on e.office_id = ${officeId} and e.corrects = d.corrects and e.payslip_id < d.payslip_id,
             jsonb_each_text(e.owed) a
      union all
      select a.key, 0, a.value::int8 from d, jsonb_each_text(d.owed) a)
    select authority, sum(before)::int8 as before, sum(difference)::int8 as difference
      from owed group by authority order by authority collate "C"`.execute(trx)
  return rows
}

async function borneByOf(
  trx: Transaction,
  officeId: string,
  payRunId: string,
): Promise<Record<string, Minor>> {
  const { rows } = await sql<{ fundId: string; amount: Minor }>`
    select b.key as "fundId", sum(b.value::int8)::int8 as amount
      from payslip d, jsonb_each_text(d.borne_by) b
     where d.office_id = ${officeId} and d.pay_run_id = ${payRunId} and d.corrects is not null
     group by b.key order by b.key collate "C"`.execute(trx)
  return Object.fromEntries(rows.map(({ fundId, amount }) => [fundId, amount]))
}

type Row = Pick<WorkerDifference, 'memberId' | 'memberName' | 'legalEntityId'> &
  Omit<PayslipDifference, 'before' | 'difference' | 'lines'> &
  Figures & { detail: StoredDetail; totalsOnly: boolean }

async function largestOf(trx: Transaction, officeId: string, payRunId: string): Promise<WorkerDifference[]> {
  const source = before(officeId, payRunId)
  const chosen = sql`
    select d.member_id, d.legal_entity_id, abs(sum(d.net)) + abs(sum(d.employer_cost)) as size,
           bool_or(not ${isTotalsOnly}) as shown
      from payslip d
     where d.office_id = ${officeId} and d.pay_run_id = ${payRunId} and d.corrects is not null
     group by d.member_id, d.legal_entity_id having bool_or(not ${isTotalsOnly})
     order by size desc, d.member_id, d.legal_entity_id limit ${SHOWN_MAX}`
  const order = sql`order by w.size desc, w.member_id, w.legal_entity_id, x."deltaId"`
  const { rows } = await sql<Row & { deltaId: string }>`
    select x.*, m.given_name || ' ' || m.family_name as "memberName", c.reference as "contractReference"
      from (${chosen}) w
      join (select d.payslip_id as "deltaId", d.corrects as "payslipId", d.member_id as "memberId",
                   d.legal_entity_id as "legalEntityId", d.contract_id, d.period_from as "periodFrom",
                   d.period_to as "periodTo", d.detail, ${isTotalsOnly} as "totalsOnly", ${deltaFigures}
              from ${source}) x on x."memberId" = w.member_id and x."legalEntityId" = w.legal_entity_id
      join member m on m.office_id = ${officeId} and m.member_id = w.member_id
      join contract c on c.office_id = ${officeId} and c.contract_id = x.contract_id
      ${order}`.execute(trx)
  const { rows: old } = await sql<Figures & { deltaId: string }>`
    select x.* from (${chosen}) w
      join (select d.payslip_id as "deltaId", d.member_id, d.legal_entity_id, ${beforeFigures}
              from ${source}) x on x.member_id = w.member_id and x.legal_entity_id = w.legal_entity_id`.execute(
    trx,
  )
  const oldOf = new Map(old.map(({ deltaId, ...row }) => [deltaId, figuresOf(row)]))
  const groups = Map.groupBy(rows, ({ memberId, legalEntityId }) => `${memberId} ${legalEntityId}`)
  return [...groups.values()].map((group) => {
    const { memberId, memberName, legalEntityId } = group[0] as Row
    const payslips = group
      .filter(({ totalsOnly }) => !totalsOnly)
      .map(
        (row): PayslipDifference => ({
          payslipId: row.payslipId,
          contractReference: row.contractReference,
          periodFrom: row.periodFrom,
          periodTo: row.periodTo,
          before: oldOf.get(row.deltaId) ?? NO_FIGURES,
          difference: figuresOf(row),
          lines: unpackDetail(row.detail).lines,
        }),
      )
    return {
      memberId,
      memberName,
      legalEntityId,
      before: group.reduce((sum, { deltaId }) => plus(sum, oldOf.get(deltaId) ?? NO_FIGURES), NO_FIGURES),
      difference: group.reduce((sum, row) => plus(sum, figuresOf(row)), NO_FIGURES),
      payslips,
    }
  })
}
