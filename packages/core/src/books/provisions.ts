import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { authorityAccount } from '../ledger/index.ts'
import { fiscalYearRules, legalEntities } from '../legal-entities/index.ts'
import { notFound } from '../problem/index.ts'
import { monthsUpTo } from './statement-months.ts'

/** A provision over the months of a fiscal year, in minor units: what was set aside is positive. */
export interface ProvisionLine {
  readonly code: string
  readonly name: string
  readonly number: string
  readonly opening: Minor
  /** From payslips. */
  readonly setAside: Minor
  /** Paid out or released: what lessened it, positive. */
  readonly used: Minor
  readonly closing: Minor
}

/** What the payslips of one worker in one activity set aside. */
export interface WorkerProvision {
  readonly code: string
  readonly memberId: string
  readonly memberName: string
  readonly activityId: string
  readonly activityName: string
  /** In the months asked about, and since the first payslip. */
  readonly setAside: Minor
  readonly toDate: Minor
}

export interface Provisions {
  readonly from: string
  readonly to: string
  readonly currency: string
  readonly provisions: readonly ProvisionLine[]
  /** By provision and worker, the largest first. */
  readonly workers: readonly WorkerProvision[]
  /** There are more workers than are shown. */
  readonly more: boolean
}

const WORKERS_MAX = 2_000

/**
 * Provisions for holiday pay, extra months, severance and whatever else the country's payslips set aside: from the start of the
 * fiscal year to a month, with what each worker's payslips gave. Run it in a `repeatable read` transaction.
 *
 * @throws Problem `invalid-field` for no month, `not-found` for a company the office does not have.
 */
export async function readProvisions(
  trx: Transaction,
  { officeId, plugin }: Pick<OfficeContext, 'officeId' | 'plugin'>,
  { period, entityNo = 1 }: { readonly period: string; readonly entityNo?: number | undefined },
): Promise<Provisions> {
  const entity = (await legalEntities(trx, officeId)).find((one) => one.entityNo === entityNo)
  if (!entity) throw notFound(`company number ${entityNo} in this office`)
  const { legalEntityId } = entity
  const { from, to } = monthsUpTo(period, await fiscalYearRules(trx, officeId, legalEntityId))
  const standing = await sql<{ account: string; opening: Minor; debit: Minor; credit: Minor }>`
    select b.account, coalesce(sum(b.credit - b.debit) filter (where b.month < ${from}), 0)::int8 as opening,
           coalesce(sum(b.debit) filter (where b.month >= ${from}), 0)::int8 as debit,
           coalesce(sum(b.credit) filter (where b.month >= ${from}), 0)::int8 as credit
      from samen.ledger_balance b
     where b.office_id = ${officeId} and b.legal_entity_id = ${legalEntityId} and b.month <= ${to}
       and b.account like 'provision:%' and b.currency = ${plugin.currency} group by b.account`.execute(trx)
  const kept = plugin.authorities.filter(({ kind }) => kind === 'provision')
  const { rows } = await sql<WorkerProvision>`
    select o.key as code, p.member_id as "memberId", m.given_name || ' ' || m.family_name as "memberName",
           p.activity_id as "activityId", a.name as "activityName",
           coalesce(sum(o.value::int8) filter (where p.paid_on >= ${from}), 0)::int8 as "setAside",
           sum(o.value::int8)::int8 as "toDate"
      from samen.payslip p
      join samen.pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id and r.state = 'posted'
      join samen.member m on m.office_id = p.office_id and m.member_id = p.member_id
      join samen.activity a on a.office_id = p.office_id and a.activity_id = p.activity_id
      cross join lateral jsonb_each_text(p.owed) o
     where p.office_id = ${officeId} and p.legal_entity_id = ${legalEntityId} and p.paid_on <= ${to}
       and o.key = any(${kept.map(({ code }) => code)}::text[])
     group by 1, 2, 3, 4, 5 order by "toDate" desc, 1, 2, 4 limit ${WORKERS_MAX + 1}`.execute(trx)
  const accounts = new Map(standing.rows.map((row) => [row.account, row]))
  const nothing = { opening: 0n, debit: 0n, credit: 0n }
  return {
    from,
    to,
    currency: plugin.currency,
    provisions: kept.map((authority): ProvisionLine => {
      const { opening, debit, credit } = accounts.get(authorityAccount(authority)) ?? nothing
      const { code, name, number } = authority
      return { code, name, number, opening, setAside: credit, used: debit, closing: opening + credit - debit }
    }),
    workers: rows.slice(0, WORKERS_MAX),
    more: rows.length > WORKERS_MAX,
  }
}
