import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { type IsoDate, isIsoDate, type Minor, monthOf } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { accountsOf, openAccounts, type Posting, plainArray, post } from '../ledger/index.ts'
import { invalid } from '../problem/index.ts'
import { depreciatedBy } from './depreciation.ts'
import { type Asset, planOf } from './equipment.ts'
import { assetsInUse, lockAssets } from './register.ts'

/** Assets taken in one go. */
const PAGE = 5_000
const FIRST = '00000000-0000-0000-0000-000000000000'

export interface Depreciation {
  readonly period: string
  /** Assets written off now; none when the month was done before. */
  readonly assets: number
  /** Minor units. */
  readonly amount: Minor
}

/**
 * Writes off what a month (`2026-10`) asks of every asset in use, and what earlier months left out. The budget tied up in each
 * asset bears it, so the company's result does not move. Doing it again changes nothing; a page of assets is one statement
 * per table.
 *
 * @throws Problem `invalid-field` for a malformed or running month; `conflict` when the month is closed.
 */
export async function depreciateMonth(
  trx: Transaction,
  context: OfficeContext,
  { period }: { period: string },
): Promise<Depreciation> {
  const { officeId, plugin, today } = context
  const first: IsoDate = `${period}-01`
  if (!isIsoDate(first)) throw invalid('period', 'A month is written YYYY-MM, such as 2026-10.')
  const { to } = monthOf(first)
  if (today < to) throw invalid('period', `The month ${period} is not over yet.`)
  await lockAssets(trx, officeId)
  await openAccounts(trx, officeId, accountsOf(plugin))
  let [assets, amount] = [0, 0n]
  for await (const due of dueOf(trx, officeId, first)) {
    await writeOff(trx, officeId, due, { period: first, on: to })
    assets += due.length
    amount += due.reduce((sum, one) => sum + one.amount, 0n)
  }
  return { period, assets, amount }
}

/** How many assets a month (any day of it) still asks something of. */
export async function depreciationDue(trx: Transaction, officeId: string, period: IsoDate): Promise<number> {
  let count = 0
  for await (const due of dueOf(trx, officeId, monthOf(period).from)) count += due.length
  return count
}

/** An asset and what is to be written off of it, minor units. */
export interface DueDepreciation {
  readonly asset: Asset
  readonly amount: Minor
}

async function* dueOf(
  trx: Transaction,
  officeId: string,
  first: IsoDate,
): AsyncGenerator<readonly DueDepreciation[]> {
  for (let after = FIRST; ; ) {
    const page = await assetsInUse(trx, officeId, { period: first, after, limit: PAGE })
    const due = page
      .map((asset) => ({ asset, amount: depreciatedBy(planOf(asset), first) - asset.depreciated }))
      .filter(({ amount }) => amount > 0n)
    if (due.length > 0) yield due
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.assetId
  }
}

/** Posts and records; the caller holds `lockAssets`. */
export async function writeOff(
  trx: Transaction,
  officeId: string,
  due: readonly DueDepreciation[],
  { period, on }: { period: IsoDate; on: IsoDate },
): Promise<void> {
  await post(
    trx,
    officeId,
    due.map(
      ({ asset: { assetId, legalEntityId, currency }, amount }): Posting => ({
        key: `depreciation:${assetId}:${period.slice(0, 7)}`,
        kind: 'depreciation',
        legalEntityId,
        effectiveOn: on,
        source: { kind: 'fixed-asset', id: assetId },
        entries: [
          { account: 'depreciation', currency, amount },
          { account: 'accumulated-depreciation', subject: assetId, currency, amount: -amount },
          { account: 'activity-budget', subject: assetId, currency, amount },
          { account: 'budget-change', currency, amount: -amount },
        ],
      }),
    ),
  )
  await sql`
    insert into samen.fixed_asset_depreciation (office_id, asset_id, period, amount)
    select ${officeId}::uuid, d.asset_id, ${period}::date, d.amount
      from unnest(${plainArray(due.map(({ asset }) => asset.assetId))}::uuid[],
        ${plainArray(due.map(({ amount }) => amount))}::int8[]) as d (asset_id, amount)`.execute(trx)
}
