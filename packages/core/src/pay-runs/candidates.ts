import { sql } from 'kysely'
import { advanceLimits, type LimitReason } from '../clients/index.ts'
import { DEFAULT_TIME_ZONE } from '../context/index.ts'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { billedSql, receivedSql } from '../invoices/index.ts'
import { legalEntities } from '../legal-entities/index.ts'

/** One worker's engagement of a job that may be paid, with all that the law and the fund ask about it. */
export interface Candidate {
  readonly engagementId: string
  readonly contractId: string
  readonly reference: string
  readonly state: 'order' | 'started' | 'done' | 'invoiced'
  readonly activityId: string
  readonly memberId: string
  readonly clientId: string
  readonly creditLimit: Minor
  /** Which rule made the limit what it is. */
  readonly limitReason: LimitReason
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
  /** Employer cost of the job's wages that went out before, as far as no fund bears it. */
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
  const { rows } = await sql<
    Omit<Candidate, 'creditLimit' | 'limitReason' | 'timeZone' | 'paid'> & {
      paidEngagements: string[] | null
    }
  >`
    select e.engagement_id as "engagementId", c.contract_id as "contractId", c.reference, c.state,
           c.activity_id as "activityId", e.member_id as "memberId", c.client_id as "clientId",
           c.legal_entity_id as "legalEntityId", c.currency, c.expenses, c.starts_on as "startsOn",
           c.ends_on as "endsOn", c.region, e.share_numerator as "shareNumerator",
           e.share_denominator as "shareDenominator", e.terms, e.pay_by as "payBy",
           e.hiring_filed_at as "hiringFiledAt", m.worker_facts as "workerFacts", m.iban,
           wage.engagements as "paidEngagements", i.invoice_id as "invoiceId",
           case when i.invoice_id is null then 0 else billed.net end::int8 as net,
           case when i.invoice_id is null then 0 else billed.total end::int8 as invoiced,
           case when i.invoice_id is null then 0 else billed.levy end::int8 as levy, receipt.amount as received, wage.cost as "costBefore"
      from contract c
     cross join lateral (select coalesce(sum(employer_cost - borne), 0)::int8 as cost,
                                array_agg(distinct engagement_id::text) as engagements
                           from payslip where office_id = ${officeId} and contract_id = c.contract_id) wage
     cross join lateral (select * from engagement where office_id = ${officeId} and contract_id = c.contract_id offset 0) e
     cross join lateral (select worker_facts, iban from member
                          where office_id = ${officeId} and member_id = e.member_id offset 0) m
      left join lateral (select invoice_id from invoice
                          where office_id = ${officeId} and contract_id = c.contract_id and kind = 'invoice' offset 0) i on true
     cross join lateral ${billedSql(officeId, sql`c.contract_id`)} billed
     cross join lateral ${receivedSql(officeId, sql`c.contract_id`)} receipt
     where c.office_id = ${officeId}
       and (c.state = 'invoiced' or (c.state in ('order', 'started', 'done') and e.pay_by < ${before}))
       and (wage.engagements is null
         or cardinality(wage.engagements) < (select count(*) from engagement s
                                              where s.office_id = ${officeId} and s.contract_id = c.contract_id))`.execute(
    trx,
  )
  const limits = await advanceLimits(trx, officeId, rows)
  const zones = new Map((await legalEntities(trx, officeId)).map((one) => [one.legalEntityId, one.timeZone]))
  return rows
    .map(({ paidEngagements, ...row }, at) => ({
      ...row,
      creditLimit: limits[at]?.limit ?? 0n,
      limitReason: limits[at]?.reason ?? 'decided',
      timeZone: zones.get(row.legalEntityId) ?? DEFAULT_TIME_ZONE,
      paid: paidEngagements?.includes(row.engagementId) ?? false,
    }))
    .sort(
      (a, b) =>
        compare(a.payBy, b.payBy) ||
        compare(a.reference, b.reference) ||
        compare(a.engagementId, b.engagementId),
    )
}

/** By code unit, so that every server has the same order, whatever its language. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The running totals after each worker's latest payslip with an employer, by `memberId legalEntityId`: as the latest
 * correction of that payslip left them, where there is one.
 */
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
     cross join lateral (select p.payslip_id, p.to_date from payslip p
                          where p.office_id = ${officeId} and p.member_id = w.member_id
                            and p.legal_entity_id = w.legal_entity_id and p.corrects is null
                          order by p.payslip_id desc limit 1) last
     cross join lateral (select coalesce((select d.to_date from payslip d
                                           where d.office_id = ${officeId} and d.corrects = last.payslip_id
                                           order by d.payslip_id desc limit 1), last.to_date) as to_date) latest`.execute(
    trx,
  )
  return new Map(rows.map((row) => [workerKey(row), row.toDate]))
}

export const workerKey = (at: { readonly memberId: string; readonly legalEntityId: string }): string =>
  `${at.memberId} ${at.legalEntityId}`
