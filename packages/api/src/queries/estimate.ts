import { completedFacts, situationFields } from '@samen/core/context'
import {
  type AnyCountryPlugin,
  type ComputedPayslip,
  computePayslip,
  formatAmount,
  type Minor,
  monthOf,
  type Situation,
} from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { apportion, wagePeriods } from '@samen/core/payslips'
import { sql } from 'kysely'

/** One worker's part of a job, as its wage is going to be computed. */
export interface Job {
  readonly worker: Readonly<Record<string, unknown>>
  /** The `engagement` of a situation. */
  readonly terms: Readonly<Record<string, unknown>>
  readonly startsOn: string
  readonly endsOn: string
  readonly region: string | null
  /** What the wage may cost. */
  readonly budget: Minor
  readonly paidOn: string
  /** The worker's running totals before this job. */
  readonly toDate?: object | undefined
}

export interface EstimatedPayslip {
  readonly from: string
  readonly to: string
  readonly budget: Minor
  readonly payslip: ComputedPayslip
}

/**
 * The payslips a job will yield if nothing comes in between, month by month, each from the totals the one before left: the
 * way the pay run goes. Throws a ZodError, `NoLawError` or `BudgetTooSmallError` where the law yields none.
 */
export function estimatePayslips(plugin: AnyCountryPlugin, job: Job): EstimatedPayslip[] {
  const months = wagePeriods(job.startsOn, job.endsOn, plugin.holidays, job.region ?? undefined)
  const budgets = apportion(
    job.budget,
    months.map(({ weight }) => weight),
  )
  const { startsOn, endsOn } = job
  const terms = completedFacts(situationFields(plugin).engagement, job.terms, { startsOn, endsOn })
  const payslips: EstimatedPayslip[] = []
  let toDate = job.toDate
  for (const [index, { from, to }] of months.entries()) {
    const budget = budgets[index] as Minor
    const whole = from === monthOf(from).from && to === monthOf(from).to
    const situation = parsed(plugin, {
      ...(!whole && { pay: 'part' }),
      period: { from, to },
      paidOn: job.paidOn,
      budget: formatAmount(budget),
      worker: job.worker,
      engagement: terms,
      toDate: toDate ?? {},
    })
    const payslip = computePayslip(plugin, situation)
    payslips.push({ from, to, budget, payslip })
    toDate = totalsAsInput(payslip.toDate)
  }
  return payslips
}

function parsed(plugin: AnyCountryPlugin, given: Record<string, unknown>): Situation {
  const { situation } = plugin.payroll
  const first = situation.safeParse(given)
  if (first.success) return first.data
  // A country's law may know no part periods apart.
  if (first.error.issues[0]?.path[0] === 'pay') return situation.parse({ ...given, pay: undefined })
  throw first.error
}

const totalsAsInput = (totals: unknown) =>
  JSON.parse(
    JSON.stringify(totals ?? null, (_, value) => (typeof value === 'bigint' ? formatAmount(value) : value)),
  ) ?? undefined

/** The running totals that each worker's latest payslip left, by member. */
export async function latestTotals(
  trx: Transaction,
  officeId: string,
  memberIds: readonly string[],
): Promise<Map<string, object>> {
  const { rows } = await sql<{ memberId: string; toDate: object }>`
    select m.id as "memberId", latest.to_date as "toDate"
      from unnest(${[...new Set(memberIds)]}::uuid[]) m (id)
     cross join lateral (select p.payslip_id, p.to_date from samen.payslip p
                          where p.office_id = ${officeId} and p.member_id = m.id and p.corrects is null
                          order by p.payslip_id desc limit 1) last
     cross join lateral (select coalesce((select d.to_date from samen.payslip d
                                           where d.office_id = ${officeId} and d.corrects = last.payslip_id
                                           order by d.payslip_id desc limit 1), last.to_date) as to_date) latest`.execute(
    trx,
  )
  return new Map(rows.map(({ memberId, toDate }) => [memberId, toDate]))
}
