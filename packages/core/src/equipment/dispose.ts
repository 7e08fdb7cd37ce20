import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { AMOUNT_MAX, type IsoDate, isIsoDate, type Minor, monthOf } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { accountsOf, type Entry, openAccounts, post } from '../ledger/index.ts'
import { monthsAfter } from '../legal-entities/index.ts'
import { conflict, invalid } from '../problem/index.ts'
import { writeOff } from './depreciate.ts'
import { depreciatedBy } from './depreciation.ts'
import { type Asset, planOf } from './equipment.ts'
import { assetById } from './register.ts'

export interface Disposal {
  readonly disposedOn: IsoDate
  /** Minor units without VAT; zero where it was thrown away. */
  readonly proceeds: Minor
  readonly vat: Minor
  /** To whom it went, or why: 1 to 300 characters. */
  readonly reason: string
}

/**
 * A thing is sold or thrown away: written off until the month before, taken from the books, and what it brought is the
 * activity's to spend. Gain and loss fall on the activity. The buyer's money is expected among the receipts: it clears what is
 * booked there. Doing it again the same changes nothing.
 *
 * @throws Problem `invalid-field`, `not-found`; `conflict` when it is gone already, or the day's month is closed or lies before
 *   its last depreciation.
 */
export async function disposeAsset(
  trx: Transaction,
  context: OfficeContext,
  assetId: string,
  disposal: Disposal,
): Promise<Asset> {
  const { officeId, plugin, by, today } = context
  const { disposedOn, proceeds, vat, reason } = disposal
  if (!isIsoDate(disposedOn) || disposedOn > today)
    throw invalid('disposedOn', 'A day not to come, written YYYY-MM-DD.')
  if (proceeds < 0n || proceeds > AMOUNT_MAX)
    throw invalid('proceeds', 'Not negative, and at most 10 000 000 000.')
  if (vat < 0n || vat > proceeds) throw invalid('vat', 'VAT is not negative nor more than the proceeds.')
  if (reason.trim().length < 1 || reason.length > 300)
    throw invalid('reason', 'Say to whom or why, in 1 to 300 characters.')
  const before = await assetById(trx, officeId, assetId, { lock: true })
  if (before.disposedOn !== null) {
    if (before.disposedOn === disposedOn && before.proceeds === proceeds) return before
    throw conflict(`It went on ${before.disposedOn} already.`)
  }
  if (disposedOn < before.boughtOn) throw invalid('disposedOn', 'It was not bought yet on that day.')
  await openAccounts(trx, officeId, accountsOf(plugin))
  const asset = await writtenOffUntil(trx, context, before, disposedOn)
  const { activityId, legalEntityId, currency, cost, depreciated, bookValue } = asset
  const gain = proceeds - bookValue
  const entries: readonly Entry[] = [
    { account: 'fixed-assets', subject: assetId, currency, amount: -cost },
    { account: 'accumulated-depreciation', subject: assetId, currency, amount: depreciated },
    { account: 'unmatched-receipts', subject: assetId, currency, amount: proceeds + vat },
    { account: 'vat-payable', currency, amount: -vat },
    gain > 0n
      ? { account: 'other-income', currency, amount: -gain }
      : { account: 'other-expenses', currency, amount: -gain },
    { account: 'activity-budget', subject: assetId, currency, amount: bookValue },
    { account: 'activity-budget', subject: activityId, currency, amount: -proceeds },
    { account: 'budget-change', currency, amount: gain },
  ]
  await post(trx, officeId, [
    {
      key: `equipment-disposal:${assetId}`,
      kind: 'equipment-disposal',
      legalEntityId,
      effectiveOn: disposedOn,
      description: reason.trim(),
      source: { kind: 'fixed-asset', id: assetId },
      entries: entries.filter(({ amount }) => amount !== 0n),
    },
  ])
  await sql`
    insert into samen.fixed_asset_disposal (office_id, asset_id, disposed_on, proceeds, vat, book_value, reason, disposed_by)
    values (${officeId}, ${assetId}, ${disposedOn}, ${proceeds}, ${vat}, ${bookValue}, ${reason.trim()}, ${by})`.execute(
    trx,
  )
  return assetById(trx, officeId, assetId)
}

async function writtenOffUntil(
  trx: Transaction,
  { officeId }: OfficeContext,
  asset: Asset,
  disposedOn: IsoDate,
): Promise<Asset> {
  const month = monthOf(disposedOn).from
  const amount = depreciatedBy(planOf(asset), monthsAfter(month, -1)) - asset.depreciated
  if (amount < 0n)
    throw conflict(
      'It was written off for that month or a later one: dispose of it in an open month after that.',
    )
  if (amount === 0n) return asset
  await writeOff(trx, officeId, [{ asset, amount }], { period: month, on: disposedOn })
  return assetById(trx, officeId, asset.assetId)
}
