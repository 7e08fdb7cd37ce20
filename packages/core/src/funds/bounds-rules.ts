import { sql } from 'kysely'
import type { Minor } from '../country/index.ts'
import { isIsoDate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { currentOffice } from '../ledger/index.ts'
import { conflict, invalid } from '../problem/index.ts'
import type { Fund } from './fund.ts'
import { listFunds } from './fund-store.ts'
import type { BoundsRule } from './level.ts'

/** All rules of floors and caps, oldest first. */
export async function listBoundsRules(trx: Transaction): Promise<BoundsRule[]> {
  const { rows } = await sql<{
    currency: string
    from: string
    fundIds: string[]
    floors: Minor[]
    caps: (Minor | null)[]
    priorities: number[]
  }>`
    select r.currency, r.valid_from as "from", r.fund_ids::text[] as "fundIds", r.floors, r.caps, r.priorities
      from samen.fund_bounds_rule r
     where r.office_id = samen.current_office() order by r.currency, r.valid_from`.execute(trx)
  return rows.map(({ currency, from, fundIds, floors, caps, priorities }) => ({
    currency,
    from,
    bounds: fundIds.map((fundId, index) => ({
      fundId,
      floor: floors[index] as Minor,
      cap: caps[index] ?? null,
      priority: priorities[index] as number,
    })),
  }))
}

/**
 * Writes how full the funds should be from a day on. The same rule again changes nothing.
 *
 * @throws Problem `invalid-field` for a fund that is missing, repeated or of another currency, a cap under its floor, a turn
 *   that is no whole number from 1; `conflict` when another rule begins that day.
 */
export async function addBoundsRule(trx: Transaction, rule: BoundsRule): Promise<void> {
  const officeId = await currentOffice(trx)
  checkBounds(rule, await listFunds(trx))
  const { bounds, currency, from } = rule
  await sql`
    insert into samen.fund_bounds_rule (office_id, currency, valid_from, fund_ids, floors, caps, priorities)
    values (${officeId}, ${currency}, ${from}, ${bounds.map(({ fundId }) => fundId)}::uuid[],
      ${bounds.map(({ floor }) => String(floor))}::int8[], ${bounds.map(({ cap }) => (cap === null ? null : String(cap)))}::int8[],
      ${bounds.map(({ priority }) => priority)}::int[])
    on conflict do nothing`.execute(trx)
  const stored = (await listBoundsRules(trx)).find((one) => one.currency === currency && one.from === from)
  const same =
    stored?.bounds.length === bounds.length &&
    stored.bounds.every((one, index) => {
      const other = bounds[index]
      return (
        one.fundId === other?.fundId &&
        one.floor === other.floor &&
        one.cap === other.cap &&
        one.priority === other.priority
      )
    })
  if (!same) throw conflict(`Another rule of floors and caps in ${currency} begins on ${from}.`)
}

/** @throws as `addBoundsRule`. */
export function checkBounds({ currency, from, bounds }: BoundsRule, funds: readonly Fund[]): void {
  if (!isIsoDate(from)) throw invalid('from', 'A day is written YYYY-MM-DD and must exist.')
  if (bounds.length === 0 || bounds.length > 20) throw invalid('bounds', 'A rule names 1 to 20 funds.')
  const known = new Set(funds.filter((fund) => fund.currency === currency).map(({ fundId }) => fundId))
  for (const [index, { fundId, floor, cap, priority }] of bounds.entries()) {
    if (!known.delete(fundId))
      throw invalid(
        `bounds[${index}].fundId`,
        `Each fund is one of the office's in ${currency}, and stands once.`,
      )
    if (floor < 0n) throw invalid(`bounds[${index}].floor`, 'A floor is not negative.')
    if (cap !== null && cap < floor) throw invalid(`bounds[${index}].cap`, 'A cap is not under its floor.')
    if (!Number.isInteger(priority) || priority < 1 || priority > 99)
      throw invalid(`bounds[${index}].priority`, 'A turn is a whole number from 1 to 99.')
  }
}
