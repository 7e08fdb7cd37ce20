import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { isIsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { conflict, type Fault, throwFaults } from '../problem/index.ts'
import { type DunningRule, LEVELS_MAX, ruleOn } from './levels.ts'

/** The office's rules, oldest first; empty while it has decided nothing and `ORDINARY_RULE` holds. */
export async function dunningRules(trx: Transaction, officeId: string): Promise<DunningRule[]> {
  const { rows } = await sql<{ from: string; days: number[]; fees: Minor[]; recoveryCost: Minor | null }>`
    select valid_from as "from", days_after_due as days, fees, recovery_cost as "recoveryCost"
      from samen.dunning_rule where office_id = ${officeId} order by valid_from`.execute(trx)
  return rows.map(({ from, days, fees, recoveryCost }) => ({
    from,
    recoveryCost,
    levels: days.map((daysAfterDue, at) => ({ daysAfterDue, fee: fees[at] ?? 0n })),
  }))
}

/** The rule in force today. */
export const dunningRule = async (
  trx: Transaction,
  { officeId, today }: Pick<OfficeContext, 'officeId' | 'today'>,
): Promise<DunningRule> => ruleOn(await dunningRules(trx, officeId), today)

/**
 * Decides how the office reminds from a day on, today at the earliest.
 *
 * @throws Problem naming the field; `conflict` when a rule begins on that day already.
 */
export async function addDunningRule(
  trx: Transaction,
  { officeId, today, by }: OfficeContext,
  rule: DunningRule,
): Promise<DunningRule> {
  throwFaults(ruleFaults(rule, today))
  const { numAffectedRows } = await sql`
    insert into samen.dunning_rule (office_id, valid_from, days_after_due, fees, recovery_cost, decided_by)
    values (${officeId}, ${rule.from}, ${rule.levels.map(({ daysAfterDue }) => daysAfterDue)}::int[],
      ${rule.levels.map(({ fee }) => String(fee))}::int8[], ${rule.recoveryCost}, ${by})
    on conflict do nothing`.execute(trx)
  if (numAffectedRows !== 1n)
    throw conflict(`A rule begins on ${rule.from} already: let this one begin later.`)
  return rule
}

function ruleFaults({ from, levels, recoveryCost }: DunningRule, today: string): Fault[] {
  const faults: Fault[] = []
  if (!isIsoDate(from) || from < today)
    faults.push({ field: 'from', reason: 'A rule begins today or on a day to come.' })
  if (levels.length < 1 || levels.length > LEVELS_MAX)
    faults.push({ field: 'levels', reason: `There are 1 to ${LEVELS_MAX} levels.` })
  let last = 0
  for (const [at, { daysAfterDue, fee }] of levels.entries()) {
    if (!Number.isInteger(daysAfterDue) || daysAfterDue <= last || daysAfterDue > 365)
      faults.push({
        field: `levels[${at}].daysAfterDue`,
        reason: 'A whole number of days, more than the level before and at most 365.',
      })
    if (fee < 0n) faults.push({ field: `levels[${at}].fee`, reason: 'May not be negative.' })
    last = daysAfterDue
  }
  if (levels[0] && levels[0].fee > 0n)
    faults.push({ field: 'levels[0].fee', reason: 'A first reminder costs nothing.' })
  if (recoveryCost !== null && recoveryCost < 0n)
    faults.push({ field: 'recoveryCost', reason: 'May not be negative.' })
  return faults
}
