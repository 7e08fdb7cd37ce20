import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'

/** One worker's engagement of a job that may be paid, with all that the law and the fund ask about it. */
export interface Candidate {
  readonly engagementId: string
  readonly contractId: string
  readonly reference: string
  readonly title: string
  readonly state: 'order' | 'started' | 'done' | 'invoiced'
  readonly activityId: string
  readonly memberId: string
  readonly clientId: string
  readonly creditLimit: Minor
  readonly legalEntityId: string
  readonly timeZone: string
  readonly currency: string
  readonly expenses: Minor
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly region: string | null
  readonly shareNumerator: bigint
  readonly shareDenominator: bigint
  readonly terms: Readonly<Record<string, unknown>>
  readonly payBy: IsoDate
  readonly hiringFiledAt: Date | null
  readonly workerFacts: Readonly<Record<string, unknown>>
  readonly iban: string
  /** Has its wage already; stands here because the shares of a job are split together. */
  readonly paid: boolean
  readonly invoiceId: string | null
  /** Of the invoice and its credit notes: net of VAT, in all, levy. */
  readonly net: Minor
  readonly invoiced: Minor
  readonly levy: Minor
  /** What the client has paid on it. */
  readonly received: Minor
  /** Employer cost of the job's wages that went out before. */
  readonly costBefore: Minor
}

/**
 * Every engagement of every job that still owes a wage: those agreed whose promised day comes before `before`, and all
 * that are invoiced. One statement, whatever their number.
 */
export async function loadCandidates(
  trx: Transaction,
  officeId: string,
  before: IsoDate,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    with job as materialized (
      select distinct c.contract_id
        from contract c
        join engagement e on e.office_id = c.office_id and e.contract_id = c.contract_id
       where c.office_id = ${officeId}
         and (c.state = 'invoiced' or (c.state in ('order', 'started', 'done') and e.pay_by < ${before}))
         and not exists (select from payslip p where p.office_id = ${officeId} and p.engagement_id = e.engagement_id))
    select e.engagement_id as "engagementId", c.contract_id as "contractId", c.reference, c.title, c.state,
           c.activity_id as "activityId", e.member_id as "memberId", c.client_id as "clientId", k.credit_limit as "creditLimit",
           c.legal_entity_id as "legalEntityId", l.time_zone as "timeZone", c.currency, c.expenses,
           c.starts_on as "startsOn", c.ends_on as "endsOn", c.region,
           e.share_numerator as "shareNumerator", e.share_denominator as "shareDenominator",
           e.terms, e.pay_by as "payBy", e.hiring_filed_at as "hiringFiledAt",
           m.worker_facts as "workerFacts", m.iban,
           exists (select from payslip p where p.office_id = ${officeId} and p.engagement_id = e.engagement_id) as paid,
           i.invoice_id as "invoiceId",
           coalesce(i.net - coalesce(credit.net, 0), 0)::int8 as net,
           coalesce(i.total - coalesce(credit.total, 0), 0)::int8 as invoiced,
           coalesce(i.levy - coalesce(credit.levy, 0), 0)::int8 as levy,
           coalesce(receipt.amount, 0)::int8 as received,
           coalesce(wage.cost, 0)::int8 as "costBefore"
      from job
      join contract c on c.office_id = ${officeId} and c.contract_id = job.contract_id
      join engagement e on e.office_id = ${officeId} and e.contract_id = c.contract_id
      join client k on k.office_id = ${officeId} and k.client_id = c.client_id
      join member m on m.office_id = ${officeId} and m.member_id = e.member_id
      join legal_entity l on l.office_id = ${officeId} and l.legal_entity_id = c.legal_entity_id
      left join invoice i on i.office_id = ${officeId} and i.contract_id = c.contract_id and i.kind = 'invoice'
      left join lateral (select sum(n.net) as net, sum(n.total) as total, sum(n.levy) as levy from invoice n
                          where n.office_id = ${officeId} and n.credits = i.invoice_id) credit on true
      left join lateral (select sum(b.amount) as amount from bank_match b
                          where b.office_id = ${officeId} and b.invoice_id = i.invoice_id) receipt on true
      left join lateral (select sum(p.employer_cost) as cost from payslip p
                          where p.office_id = ${officeId} and p.contract_id = c.contract_id) wage on true
     order by e.pay_by, c.reference, e.engagement_id`.execute(trx)
  return rows
}

/** The running totals after each worker's latest payslip with an employer, by `memberId legalEntityId`. */
export async function loadTotals(
  trx: Transaction,
  officeId: string,
  workers: readonly { readonly memberId: string; readonly legalEntityId: string }[],
): Promise<Map<string, object>> {
  if (workers.length === 0) return new Map()
  const { rows } = await sql<{ memberId: string; legalEntityId: string; toDate: object }>`
    select w.member_id as "memberId", w.legal_entity_id as "legalEntityId", latest.to_date as "toDate"
      from unnest(${workers.map(({ memberId }) => memberId)}::uuid[],
                  ${workers.map(({ legalEntityId }) => legalEntityId)}::uuid[]) w (member_id, legal_entity_id)
     cross join lateral (select p.to_date from payslip p
                          where p.office_id = ${officeId} and p.member_id = w.member_id
                            and p.legal_entity_id = w.legal_entity_id
                          order by p.payslip_id desc limit 1) latest`.execute(trx)
  return new Map(rows.map((row) => [workerKey(row), row.toDate]))
}

export const workerKey = (at: { readonly memberId: string; readonly legalEntityId: string }): string =>
  `${at.memberId} ${at.legalEntityId}`
