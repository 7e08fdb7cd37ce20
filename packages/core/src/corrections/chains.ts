import { sql } from 'kysely'
import { CURRENCY_DECIMALS, type IsoDate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { figuresOf } from './difference.ts'
import { type PaidWage, type StoredFigures, standing } from './paid-wage.ts'

/** A worker with one of the office's companies: running totals belong to the two. */
export interface WorkerAt {
  readonly memberId: string
  readonly legalEntityId: string
}

/** One worker's payslips from the first that may be touched on, and the running totals before it. */
export interface Chain extends WorkerAt {
  readonly start: object
  readonly wages: readonly PaidWage[]
}

/** Whose payslips are looked at: those for days from a day on, of everybody or of one worker. */
export interface CorrectionScope {
  readonly from: IsoDate
  readonly memberId?: string | undefined
}

/** Workers whose payslips are read and computed together. */
const WORKERS = 500

/**
 * Every worker's chain, some hundred workers at a time. A chain begins with the first payslip for days from `from` on and
 * goes on to the last one, because each starts from the totals the one before leaves.
 */
export async function* chains(
  trx: Transaction,
  officeId: string,
  scope: CorrectionScope,
): AsyncGenerator<Chain[]> {
  for (let after: WorkerAt | undefined; ; ) {
    const workers = await workersAfter(trx, officeId, scope, after)
    if (workers.length > 0) yield await chainsOf(trx, officeId, scope.from, workers)
    if (workers.length < WORKERS) return
    after = workers.at(-1)
  }
}

async function workersAfter(
  trx: Transaction,
  officeId: string,
  { from, memberId }: CorrectionScope,
  after: WorkerAt | undefined,
): Promise<WorkerAt[]> {
  const { rows } = await sql<WorkerAt>`
    select distinct p.member_id as "memberId", p.legal_entity_id as "legalEntityId"
      from payslip p
      join pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id and r.state = 'posted'
     where p.office_id = ${officeId} and p.corrects is null and p.period_from >= ${from}
       and (${memberId ?? null}::uuid is null or p.member_id = ${memberId ?? null})
       and (${after?.memberId ?? null}::uuid is null
            or (p.member_id, p.legal_entity_id) > (${after?.memberId ?? null}::uuid, ${after?.legalEntityId ?? null}::uuid))
     order by 1, 2 limit ${WORKERS}`.execute(trx)
  return rows
}

type Row = Omit<PaidWage, 'figures' | 'owed' | 'lines' | 'toDate'> & FlatFigures

type FlatFigures = Omit<StoredFigures, 'figures'> & StoredFigures['figures']

const storedFigures = sql`p.employee_contributions as "employeeContributions", p.taxable, p.wage_tax as "wageTax", p.net,
  p.employer_contributions as "employerContributions", p.employer_cost as "employerCost", p.mutualised, p.owed,
  p.detail, p.to_date as "toDate"`

async function chainsOf(
  trx: Transaction,
  officeId: string,
  from: IsoDate,
  workers: readonly WorkerAt[],
): Promise<Chain[]> {
  const posted = sql`exists (select from pay_run r where r.office_id = ${officeId} and r.pay_run_id = p.pay_run_id
                                 and r.state = 'posted')`
  const starts = sql`
    select w.member_id, w.legal_entity_id, first.payslip_id as first_id
      from unnest(${workers.map(({ memberId }) => memberId)}::uuid[],
                  ${workers.map(({ legalEntityId }) => legalEntityId)}::uuid[]) w (member_id, legal_entity_id)
     cross join lateral (select p.payslip_id from payslip p
                          where p.office_id = ${officeId} and p.member_id = w.member_id
                            and p.legal_entity_id = w.legal_entity_id and p.corrects is null
                            and p.period_from >= ${from} and ${posted}
                          order by p.payslip_id limit 1) first`
  const { rows } = await sql<Row>`
    select p.payslip_id as "payslipId", p.legal_entity_id as "legalEntityId", p.member_id as "memberId",
           m.given_name || ' ' || m.family_name as "memberName", m.iban, p.engagement_id as "engagementId",
           p.contract_id as "contractId", c.reference as "contractReference", p.activity_id as "activityId",
           e.pay_by as "payBy", p.period_from as "periodFrom", p.period_to as "periodTo", p.currency, p.gross,
           p.situation, ${storedFigures}
      from (${starts}) s
     cross join lateral (select * from payslip p
                          where p.office_id = ${officeId} and p.member_id = s.member_id
                            and p.legal_entity_id = s.legal_entity_id and p.corrects is null
                            and p.payslip_id >= s.first_id and ${posted} offset 0) p
      join member m on m.office_id = ${officeId} and m.member_id = p.member_id
      join contract c on c.office_id = ${officeId} and c.contract_id = p.contract_id
      join engagement e on e.office_id = ${officeId} and e.engagement_id = p.engagement_id
     order by p.member_id, p.legal_entity_id, p.payslip_id`.execute(trx)
  const corrections = await correctionsOf(
    trx,
    officeId,
    rows.map(({ payslipId }) => payslipId),
  )
  const { rows: before } = await sql<WorkerAt & { toDate: object | null }>`
    select s.member_id as "memberId", s.legal_entity_id as "legalEntityId",
           coalesce((select d.to_date from payslip d
                      where d.office_id = ${officeId} and d.corrects = last.payslip_id
                      order by d.payslip_id desc limit 1), last.to_date) as "toDate"
      from (${starts}) s
      left join lateral (select p.payslip_id, p.to_date from payslip p
                          where p.office_id = ${officeId} and p.member_id = s.member_id
                            and p.legal_entity_id = s.legal_entity_id and p.corrects is null
                            and p.payslip_id < s.first_id and ${posted}
                          order by p.payslip_id desc limit 1) last on true`.execute(trx)
  const wages = Map.groupBy(rows.map(toPaidWage(corrections)), keyOf)
  return before.map(({ toDate, ...at }) => ({
    ...at,
    start: toDate ?? {},
    wages: wages.get(keyOf(at)) ?? [],
  }))
}

const keyOf = ({ memberId, legalEntityId }: WorkerAt): string => `${memberId} ${legalEntityId}`

/** Posted corrections of these payslips by payslip, the oldest first. */
async function correctionsOf(
  trx: Transaction,
  officeId: string,
  payslipIds: readonly string[],
): Promise<Map<string, StoredFigures[]>> {
  const { rows } = await sql<FlatFigures & { corrects: string }>`
    select p.corrects, ${storedFigures}
      from payslip p
      join pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id and r.state = 'posted'
     where p.office_id = ${officeId} and p.corrects = any(${payslipIds}::uuid[])
     order by p.payslip_id`.execute(trx)
  return new Map(
    [...Map.groupBy(rows, ({ corrects }) => corrects)].map(([id, found]) => [id, found.map(unflatten)]),
  )
}

function toPaidWage(corrections: ReadonlyMap<string, StoredFigures[]>): (row: Row) => PaidWage {
  return (row) => {
    const rows = [unflatten(row), ...(corrections.get(row.payslipId) ?? [])]
    return { ...row, ...standing(rows, CURRENCY_DECIMALS[row.currency] ?? 2) }
  }
}

function unflatten({ owed, detail, toDate, ...figures }: FlatFigures): StoredFigures {
  return { figures: figuresOf(figures), owed, detail, toDate }
}
