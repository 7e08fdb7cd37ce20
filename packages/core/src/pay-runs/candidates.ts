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
      select c.contract_id, c.reference, c.title, c.state, c.activity_id, c.client_id, c.legal_entity_id, c.currency,
             c.expenses, c.starts_on, c.ends_on, c.region
        from contract c
       cross join lateral (
             select count(*) filter (where c.state = 'invoiced' or e.pay_by < ${before}) as owing
               from engagement e
              where e.office_id = ${officeId} and e.contract_id = c.contract_id
                and not exists (select from payslip p where p.office_id = ${officeId} and p.engagement_id = e.engagement_id)
             offset 0) wage
       where c.office_id = ${officeId} and c.state in ('order', 'started', 'done', 'invoiced') and wage.owing > 0)
    select e.engagement_id as "engagementId", c.contract_id as "contractId", c.reference, c.title, c.state,
           c.activity_id as "activityId", e.member_id as "memberId", c.client_id as "clientId",
           k.credit_limit as "creditLimit", c.legal_entity_id as "legalEntityId", l.time_zone as "timeZone", c.currency,
           c.expenses, c.starts_on as "startsOn", c.ends_on as "endsOn", c.region,
           e.share_numerator as "shareNumerator", e.share_denominator as "shareDenominator",
           e.terms, e.pay_by as "payBy", e.hiring_filed_at as "hiringFiledAt",
           m.worker_facts as "workerFacts", m.iban, slip.paid, i.invoice_id as "invoiceId",
           coalesce(i.net - credit.net, 0)::int8 as net, coalesce(i.total - credit.total, 0)::int8 as invoiced,
           coalesce(i.levy - credit.levy, 0)::int8 as levy, receipt.amount as received, wage.cost as "costBefore"
      from job c
     cross join lateral (select * from engagement where office_id = ${officeId} and contract_id = c.contract_id offset 0) e
     cross join lateral (select worker_facts, iban from member
                          where office_id = ${officeId} and member_id = e.member_id offset 0) m
     cross join lateral (select credit_limit from client
                          where office_id = ${officeId} and client_id = c.client_id offset 0) k
     cross join lateral (select time_zone from legal_entity
                          where office_id = ${officeId} and legal_entity_id = c.legal_entity_id offset 0) l
     cross join lateral (select exists (select from payslip where office_id = ${officeId}
                          and engagement_id = e.engagement_id) as paid offset 0) slip
      left join lateral (select invoice_id, net, total, levy from invoice
                          where office_id = ${officeId} and contract_id = c.contract_id and kind = 'invoice' offset 0) i on true
     cross join lateral (select coalesce(sum(net), 0) as net, coalesce(sum(total), 0) as total,
                                coalesce(sum(levy), 0) as levy
                           from invoice where office_id = ${officeId} and credits = i.invoice_id) credit
     cross join lateral (select coalesce(sum(amount), 0)::int8 as amount from bank_match
                          where office_id = ${officeId} and invoice_id = i.invoice_id) receipt
     cross join lateral (select coalesce(sum(employer_cost), 0)::int8 as cost from payslip
                          where office_id = ${officeId} and contract_id = c.contract_id) wage
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
