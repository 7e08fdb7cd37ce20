import { sql } from 'kysely'
import { advanceLimits } from '../clients/index.ts'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import type { FundPart } from '../funds/index.ts'
import { billedSql, receivedSql } from '../invoices/index.ts'

/** What a job still has and owes when a correction changes the cost of its wages. */
export interface JobMoney {
  readonly contractId: string
  readonly clientId: string
  readonly creditLimit: Minor
  /** What its client has paid. */
  readonly received: Minor
  /** Of fee, levy and expenses, what wages could cost; without what a write-off took back. */
  readonly budget: Minor
  /** What the budget has carried of its wages. */
  readonly cost: Minor
  /** What funds have given for its wages, the first asked first; after a write-off, the guarantee fund's loss too. */
  readonly given: readonly FundPart[]
}

/** The money of these jobs, by contract: one statement, whatever their number. */
export async function jobMoney(
  trx: Transaction,
  officeId: string,
  contractIds: readonly string[],
  fundOrder: readonly string[],
  guaranteeFundId: string | undefined,
): Promise<Map<string, JobMoney>> {
  if (contractIds.length === 0) return new Map()
  const { rows } = await sql<
    Omit<JobMoney, 'given' | 'creditLimit'> & {
      startsOn: IsoDate
      borneBy: Record<string, string> | null
      fundLoss: Minor
    }
  >`
    select c.contract_id as "contractId", c.client_id as "clientId", c.starts_on as "startsOn",
           receipt.amount as received,
           (billed.net - billed.levy - c.expenses - coalesce(w.unspent_budget, 0))::int8 as budget,
           wage.cost, given.by_fund as "borneBy", coalesce(w.fund_loss, 0)::int8 as "fundLoss"
      from unnest(${contractIds}::uuid[]) job (contract_id)
     cross join lateral (select contract_id, client_id, expenses, starts_on from contract
                          where office_id = ${officeId} and contract_id = job.contract_id offset 0) c
     cross join lateral (select invoice_id from invoice
                          where office_id = ${officeId} and contract_id = c.contract_id and kind = 'invoice' offset 0) i
     cross join lateral ${billedSql(officeId, sql`c.contract_id`)} billed
     cross join lateral ${receivedSql(officeId, sql`c.contract_id`)} receipt
     cross join lateral (select coalesce(sum(employer_cost - borne), 0)::int8 as cost from payslip
                          where office_id = ${officeId} and contract_id = c.contract_id) wage
     cross join lateral (select jsonb_object_agg(f.fund_id, f.amount::text) as by_fund
                           from (select b.key as fund_id, sum(b.value::int8) as amount
                                   from payslip p, jsonb_each_text(p.borne_by) b
                                  where p.office_id = ${officeId} and p.contract_id = c.contract_id
                                  group by b.key) f) given
      left join invoice_write_off w on w.office_id = ${officeId} and w.invoice_id = i.invoice_id`.execute(trx)
  const limits = await advanceLimits(trx, officeId, rows)
  return new Map(
    rows.map(({ borneBy, fundLoss, startsOn: _, ...job }, at) => {
      const given = fundOrder
        .map((fundId) => ({
          fundId,
          amount: BigInt(borneBy?.[fundId] ?? 0) + (fundId === guaranteeFundId ? fundLoss : 0n),
        }))
        .filter(({ amount }) => amount > 0n)
      return [job.contractId, { ...job, creditLimit: limits[at]?.limit ?? 0n, given }]
    }),
  )
}
