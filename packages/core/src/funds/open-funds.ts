import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'
import { currentOffice, plainArray } from '../ledger/index.ts'
import { conflict, invalid } from '../problem/index.ts'
import { commonDenominator } from './allocate.ts'
import type { AllocationRule, Fund } from './fund.ts'
import { listAllocationRules, listFunds } from './fund-store.ts'

/** Opens funds; one that exists keeps its kind and currency and may get a new name. */
export async function openFunds(trx: Transaction, funds: readonly Fund[]): Promise<void> {
  for (const { fundId, kind, currency, name } of funds) {
    await sql`
      insert into samen.fund as f (office_id, fund_id, kind, currency, name)
      values (samen.current_office(), ${fundId}, ${kind}, ${currency}, ${name})
      on conflict (office_id, fund_id) do update set name = excluded.name`.execute(trx)
  }
}

/**
 * Writes how levies are split from a day on. The same rule again changes nothing.
 *
 * @throws Problem `invalid-field` when the shares do not sum to one, one is not positive, or a fund is missing, repeated or of
 *   another currency; `conflict` when another rule begins that day.
 */
export async function addAllocationRule(trx: Transaction, rule: AllocationRule): Promise<void> {
  const officeId = await currentOffice(trx)
  const { numerators, denominator } = checkRule(rule, await listFunds(trx))
  const fundIds = rule.shares.map(({ fundId }) => fundId)
  await sql`
    insert into samen.fund_allocation_rule (office_id, currency, valid_from, fund_ids, numerators, denominator)
    values (${officeId}, ${rule.currency}, ${rule.from}, ${plainArray(fundIds)}::uuid[],
      ${plainArray(numerators)}::int8[], ${denominator})
    on conflict do nothing`.execute(trx)
  const stored = (await listAllocationRules(trx)).find(
    ({ currency, from }) => currency === rule.currency && from === rule.from,
  )
  const same = stored?.shares.every(
    ({ fundId, share }, index) =>
      fundId === fundIds[index] &&
      share.numerator * denominator === (numerators[index] ?? 0n) * share.denominator,
  )
  if (!same || stored?.shares.length !== fundIds.length)
    throw conflict(`Another allocation rule in ${rule.currency} begins on ${rule.from}.`)
}

/** @throws as `addAllocationRule`. */
export function checkRule({ currency, shares }: AllocationRule, funds: readonly Fund[]) {
  if (shares.length === 0) throw invalid('shares', 'A rule names at least one fund.')
  const known = new Set(funds.filter((fund) => fund.currency === currency).map(({ fundId }) => fundId))
  for (const [index, { fundId, share }] of shares.entries()) {
    if (!known.delete(fundId))
      throw invalid(
        `shares[${index}].fundId`,
        `Each fund is one of the office's in ${currency}, and stands once.`,
      )
    if (share.numerator <= 0n) throw invalid(`shares[${index}].share`, 'A share is greater than zero.')
  }
  const common = commonDenominator(shares.map(({ share }) => share))
  if (common.numerators.reduce((sum, numerator) => sum + numerator, 0n) !== common.denominator)
    throw invalid('shares', 'The shares sum to one.')
  return common
}

/** Funds of one office at most: a rule names no more. */
const FUNDS_MAX = 20

/**
 * Opens a fund the office thought of itself. The same fund again changes nothing.
 *
 * @throws Problem `invalid-field` for the name; `conflict` when its name is taken or there are twenty already.
 */
export async function openOwnFund(trx: Transaction, fund: Omit<Fund, 'kind'>): Promise<Fund> {
  const name = fund.name.trim()
  if (name.length < 1 || name.length > 200) throw invalid('name', 'A fund has a name of 1 to 200 characters.')
  const funds = await listFunds(trx)
  const own: Fund = { ...fund, name, kind: 'custom' }
  if (funds.some(({ fundId }) => fundId === fund.fundId)) return own
  if (
    funds.some((other) => other.currency === fund.currency && other.name.toLowerCase() === name.toLowerCase())
  )
    throw conflict(`There is a fund named "${name}" already.`)
  if (funds.length >= FUNDS_MAX) throw conflict(`An office has at most ${FUNDS_MAX} funds.`)
  await openFunds(trx, [own])
  return own
}
