import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import { isIsoDate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { invalid } from '../problem/index.ts'
import { allocate } from './allocate.ts'
import { checkBounds, listBoundsRules } from './bounds-rules.ts'
import type { AllocationRule, Fund } from './fund.ts'
import { availableOf, listFunds } from './fund-store.ts'
import { boundsOn, type FundBounds, type Levelling, level } from './level.ts'
import { checkRule } from './open-funds.ts'

/** What a fund got in the period, what it would have got, in minor units. */
export interface FundPreview extends Fund {
  readonly got: Minor
  readonly would: Minor
  /** `would` less `got`; over all funds zero. */
  readonly difference: Minor
  /** Available today, had the rule been in force in the period and everything else been the same; may be negative. */
  readonly availableThen: Minor
}

export interface AllocationPreview {
  readonly from: IsoDate
  readonly to: IsoDate
  /** Levies of the period, credit notes among them, and their sum in minor units. */
  readonly levies: number
  readonly total: Minor
  readonly funds: readonly FundPreview[]
  /** By calendar month `YYYY-MM` and fund. */
  readonly months: readonly { period: string; fundId: string; got: Minor; would: Minor }[]
  /** What the bounds would move after that. */
  readonly levelling: Levelling
}

/**
 * A rule tried on the levies that really came in between two days, both included, before it takes force: each levy is split
 * again to the cent as it would have been. Writes nothing. Levies of one month and amount are split once and counted.
 *
 * @param bounds floors and caps to try with it; those in force on the rule's day unless told.
 * @throws Problem `invalid-field` as `addAllocationRule`, and for a period that ends before it begins.
 */
export async function previewAllocation(
  trx: Transaction,
  {
    rule,
    from,
    to,
    bounds,
  }: { rule: AllocationRule; from: IsoDate; to: IsoDate; bounds?: readonly FundBounds[] },
): Promise<AllocationPreview> {
  for (const [field, day] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (!isIsoDate(day)) throw invalid(field, 'A day is written YYYY-MM-DD and must exist.')
  if (to < from) throw invalid('to', 'The period does not end before it begins.')
  const funds = (await listFunds(trx)).filter(({ currency }) => currency === rule.currency)
  checkRule(rule, funds)
  if (bounds?.length) checkBounds({ currency: rule.currency, from: rule.from, bounds }, funds)
  const flow = await leviesBetween(trx, rule.currency, from, to)
  const got = await contributionsBetween(trx, rule.currency, from, to)
  const would = splitAgain(rule, funds, flow)
  const available = await availableOf(
    trx,
    funds.map(({ fundId }) => fundId),
  )
  const previews = funds.map((fund): FundPreview => {
    const received = sumOf(got, fund.fundId)
    const instead = sumOf(would, fund.fundId)
    return {
      ...fund,
      got: received,
      would: instead,
      difference: instead - received,
      availableThen: (available.get(fund.fundId) ?? 0n) + instead - received,
    }
  })
  const months = [...new Set([...got.keys(), ...would.keys()])].sort().map((key) => {
    const [period, fundId] = key.split(' ') as [string, string]
    return { period, fundId, got: got.get(key) ?? 0n, would: would.get(key) ?? 0n }
  })
  return {
    from,
    to,
    levies: flow.reduce((sum, { levies }) => sum + levies, 0),
    total: flow.reduce((sum, { amount, levies }) => sum + amount * BigInt(levies), 0n),
    funds: previews,
    months,
    levelling: level(
      new Map(previews.map(({ fundId, availableThen }) => [fundId, availableThen])),
      bounds ?? boundsOn(await listBoundsRules(trx), rule.currency, rule.from),
    ),
  }
}

interface LevyCount {
  readonly period: string
  /** One levy, minor units. */
  readonly amount: Minor
  readonly levies: number
}

/** By month and fund, what the levies give under a rule. */
function splitAgain(
  rule: AllocationRule,
  funds: readonly Fund[],
  flow: readonly LevyCount[],
): Map<string, Minor> {
  const shares = rule.shares.map(({ share }) => share)
  const guarantee = funds.find(({ kind }) => kind === 'wage-guarantee')?.fundId
  const first = Math.max(
    0,
    rule.shares.findIndex(({ fundId }) => fundId === guarantee),
  )
  const sums = new Map<string, Minor>()
  for (const { period, amount, levies } of flow)
    for (const [index, part] of allocate(amount, shares, first).entries()) {
      const key = `${period} ${rule.shares[index]?.fundId}`
      sums.set(key, (sums.get(key) ?? 0n) + part * BigInt(levies))
    }
  return sums
}

const sumOf = (sums: ReadonlyMap<string, Minor>, fundId: string): Minor => {
  let sum = 0n
  for (const [key, amount] of sums) if (key.endsWith(` ${fundId}`)) sum += amount
  return sum
}

async function leviesBetween(
  trx: Transaction,
  currency: string,
  from: IsoDate,
  to: IsoDate,
): Promise<LevyCount[]> {
  const { rows } = await sql<LevyCount>`
    select period, amount, count(*)::int as levies
      from (select to_char(min(effective_on), 'YYYY-MM') as period, sum(amount)::int8 as amount
              from samen.fund_movement
             where office_id = samen.current_office() and kind = 'contribution' and currency = ${currency}
               and effective_on between ${from}::date and ${to}::date
             group by transaction_id) levy
     group by 1, 2 order by 1, 2`.execute(trx)
  return rows
}

async function contributionsBetween(
  trx: Transaction,
  currency: string,
  from: IsoDate,
  to: IsoDate,
): Promise<Map<string, Minor>> {
  const { rows } = await sql<{ period: string; fundId: string; amount: Minor }>`
    select to_char(effective_on, 'YYYY-MM') as period, fund_id as "fundId", sum(amount)::int8 as amount
      from samen.fund_movement
     where office_id = samen.current_office() and kind = 'contribution' and currency = ${currency}
       and effective_on between ${from}::date and ${to}::date
     group by 1, 2`.execute(trx)
  return new Map(rows.map(({ period, fundId, amount }) => [`${period} ${fundId}`, amount]))
}
