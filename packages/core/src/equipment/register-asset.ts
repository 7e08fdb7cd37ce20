import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { monthOf } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { type AssetDraft, checkAssetDraft } from './equipment.ts'

/**
 * Enters what a supplier invoice buys to keep into the register. Whoever approves the supplier invoice books it: the cost on
 * `fixed-assets` and in a budget of the thing itself, both by the id answered here.
 *
 * @throws Problem `invalid-field` naming every field at fault, under `equipment`.
 */
export async function registerAsset(
  trx: Transaction,
  { officeId, by, id }: OfficeContext,
  draft: AssetDraft,
): Promise<string> {
  checkAssetDraft(draft)
  const { boughtOn, inUseFrom = boughtOn, residual = 0n, declining } = draft
  const assetId = id()
  await sql`
    insert into samen.fixed_asset (office_id, asset_id, supplier_invoice_id, activity_id, legal_entity_id, name, reference,
      currency, cost, vat, bought_on, in_use_from, method, months, residual, rate_numerator, rate_denominator, bought_by)
    values (${officeId}, ${assetId}, ${draft.supplierInvoiceId}, ${draft.activityId}, ${draft.legalEntityId},
      ${draft.name.trim()}, ${draft.reference}, ${draft.currency}, ${draft.cost}, ${draft.vat}, ${boughtOn},
      ${monthOf(inUseFrom).from}, ${declining ? 'declining' : 'linear'}, ${draft.months}, ${residual},
      ${declining?.numerator ?? null}, ${declining?.denominator ?? null}, ${by})`.execute(trx)
  return assetId
}
