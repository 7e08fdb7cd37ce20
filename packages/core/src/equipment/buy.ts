import { sql } from 'kysely'
import { activityById, freeBudgets, lockBudgets } from '../activities/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { formatAmount, type Minor, monthOf } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { accountsOf, openAccounts, post } from '../ledger/index.ts'
import { conflict, refused } from '../problem/index.ts'
import { type Asset, type AssetDraft, checkAssetDraft } from './equipment.ts'
import { assetById } from './register.ts'

/**
 * An activity buys a thing to keep. The supplier is owed cost and VAT. The cost leaves what the activity may spend and stays
 * its own, tied up in the thing: from its budget to a budget of the asset, which depreciation uses up month by month.
 *
 * @returns the asset; the one that stands there when its id was used before for the same purchase.
 * @throws Problem `invalid-field`, `not-found` for the activity, `refused` when its budget, less the wages it still owes, is smaller than the cost,
 *   `conflict` when the id stands for another purchase or the month is closed.
 */
export async function buyAsset(trx: Transaction, context: OfficeContext, draft: AssetDraft): Promise<Asset> {
  const { officeId, plugin, by, today, id } = context
  checkAssetDraft(draft, today)
  const { assetId = id(), activityId, cost, vat, boughtOn, months, residual = 0n } = draft
  const { reference = '', inUseFrom = boughtOn, declining } = draft
  const { currency } = plugin
  const activity = await activityById(trx, officeId, activityId)
  await lockBudgets(trx, officeId)
  const { rows } = await sql<{ id: string }>`
    insert into samen.fixed_asset (office_id, asset_id, activity_id, legal_entity_id, name, reference, currency, cost, vat,
      bought_on, in_use_from, method, months, residual, rate_numerator, rate_denominator, bought_by)
    values (${officeId}, ${assetId}, ${activityId}, ${activity.legalEntityId}, ${draft.name.trim()}, ${reference.trim()},
      ${currency}, ${cost}, ${vat}, ${boughtOn}, ${monthOf(inUseFrom).from}, ${declining ? 'declining' : 'linear'},
      ${months}, ${residual}, ${declining?.numerator ?? null}, ${declining?.denominator ?? null}, ${by})
    on conflict do nothing returning asset_id as id`.execute(trx)
  if (rows.length === 0) {
    const standing = await assetById(trx, officeId, assetId)
    if (standing.activityId !== activityId || standing.cost !== cost || standing.boughtOn !== boughtOn)
      throw conflict('This id stands for another purchase.', { assetId })
    return standing
  }
  demandBudget(await freeBudgets(trx, officeId, [activityId]), { activityId, currency, amount: cost })
  await openAccounts(trx, officeId, accountsOf(plugin))
  await post(trx, officeId, [
    {
      key: `equipment-purchase:${assetId}`,
      kind: 'equipment-purchase',
      legalEntityId: activity.legalEntityId,
      effectiveOn: boughtOn,
      source: { kind: 'fixed-asset', id: assetId },
      entries: [
        { account: 'fixed-assets', subject: assetId, currency, amount: cost },
        ...(vat === 0n ? [] : [{ account: 'vat-deductible', currency, amount: vat }]),
        { account: 'supplier-payable', subject: assetId, currency, amount: -(cost + vat) },
        { account: 'activity-budget', subject: activityId, currency, amount: cost },
        { account: 'activity-budget', subject: assetId, currency, amount: -cost },
      ],
    },
  ])
  return assetById(trx, officeId, assetId)
}

function demandBudget(
  budgetOf: Awaited<ReturnType<typeof freeBudgets>>,
  { activityId, currency, amount }: { activityId: string; currency: string; amount: Minor },
): void {
  const { holds, reserved, free } = budgetOf(activityId, currency)
  if (free < amount)
    throw refused(
      `The activity's budget holds ${formatAmount(holds)}, of which ${formatAmount(reserved)} is for wages: it cannot bear ${formatAmount(amount)}.`,
      { budget: formatAmount(free) },
    )
}
