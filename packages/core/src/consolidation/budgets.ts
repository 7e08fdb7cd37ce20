import { sql } from 'kysely'
import { GROUP_CHART, type Minor } from '../country/index.ts'
import { lockInOffice, type Transaction } from '../database/index.ts'
import { plainArray, textArray } from '../ledger/index.ts'
import { type Fault, throwFaults } from '../problem/index.ts'
import { isFlow } from './include-office.ts'
import { type GroupActor, outside, slugFaults } from './terms-store.ts'

/** What the group plans for an office, an account of income or expense, and a month (`2026-10`). */
export interface BudgetLine {
  readonly office: string
  readonly group: string
  readonly period: string
  /** Minor units of the group's currency; as in the figures, income is negative. */
  readonly amount: Minor
}

export const BUDGET_LINES_MAX = 5_000

/**
 * Writes budget lines; one that is there already is replaced by the new figure, and what it was stays in the table. The same
 * figure again changes nothing. One statement, whatever their number.
 *
 * @throws Problem `invalid-field` naming the line.
 * @returns how many lines are new or changed.
 */
export async function writeBudget(
  trx: Transaction,
  { groupOfficeId, by, now }: GroupActor,
  lines: readonly BudgetLine[],
): Promise<number> {
  throwFaults(budgetFaults(lines))
  await lockInOffice(trx, groupOfficeId, 'group-budget')
  const { rows } = await sql<{ period: string }>`
    with given as (
      select * from unnest(${textArray(lines.map(({ office }) => office))}::text[],
        ${textArray(lines.map(({ group }) => group))}::text[],
        ${plainArray(lines.map(({ period }) => `${period}-01`))}::date[],
        ${plainArray(lines.map(({ amount }) => amount))}::int8[]) as g (for_office, group_account, period, amount)),
    standing as (
      select distinct on (b.for_office, b.group_account, b.period) b.*
        from samen.group_budget b where b.office_id = ${groupOfficeId}
       order by b.for_office, b.group_account, b.period, b.revision desc)
    insert into samen.group_budget (office_id, for_office, group_account, period, revision, amount, written_by,
      written_at)
    select ${groupOfficeId}::uuid, g.for_office, g.group_account, g.period, coalesce(s.revision, 0) + 1, g.amount,
           ${by}, ${now}
      from given g left join standing s using (for_office, group_account, period)
     where s.amount is distinct from g.amount
    returning to_char(period, 'YYYY-MM') as period`.execute(trx)
  return rows.length
}

/** The budget lines of a year's months up to one, as they stand. */
export async function readBudget(
  trx: Transaction,
  groupOfficeId: string,
  { from, upTo }: { from: string; upTo: string },
): Promise<BudgetLine[]> {
  const { rows } = await sql<BudgetLine>`
    select distinct on (b.for_office, b.group_account, b.period) b.for_office as office, b.group_account as "group",
           to_char(b.period, 'YYYY-MM') as period, b.amount
      from samen.group_budget b
     where b.office_id = ${groupOfficeId} and b.period between ${`${from}-01`}::date and ${`${upTo}-01`}::date
     order by b.for_office, b.group_account, b.period, b.revision desc`.execute(trx)
  return rows
}

function budgetFaults(lines: readonly BudgetLine[]): Fault[] {
  const faults: Fault[] = []
  if (lines.length < 1 || lines.length > BUDGET_LINES_MAX)
    faults.push({ field: 'lines', reason: `A budget has 1 to ${BUDGET_LINES_MAX} lines.` })
  const seen = new Set<string>()
  for (const [at, { office, group, period, amount }] of lines.entries()) {
    faults.push(...slugFaults(`lines[${at}].office`, office))
    if (!Object.hasOwn(GROUP_CHART, group) || !isFlow(group))
      faults.push({
        field: `lines[${at}].group`,
        reason: 'An account of income or expense of the group chart, such as G4100.',
      })
    if (!/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(period))
      faults.push({ field: `lines[${at}].period`, reason: 'A month is written YYYY-MM.' })
    if (outside(amount)) faults.push({ field: `lines[${at}].amount`, reason: 'At most 10 000 000 000.' })
    const key = `${office} ${group} ${period}`
    if (seen.has(key)) faults.push({ field: `lines[${at}]`, reason: 'This line stands twice.' })
    seen.add(key)
  }
  return faults
}
