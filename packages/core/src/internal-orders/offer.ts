import { sql } from 'kysely'
import { activitiesById } from '../activities/index.ts'
import type { OfficeContext } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { conflict, notFound, Problem, refused } from '../problem/index.ts'
import { checkInternalOrder, type InternalOrder, type InternalOrderDraft } from './internal-order.ts'
import { internalOrderById } from './internal-order-store.ts'

/**
 * An activity offers another of the same company to do work for it: no sale, so no VAT, no levy and no invoice.
 *
 * @param memberId the member who offers, where it is not staff: of the activity that does the work.
 * @returns the offer; the one that stands there when its id was used before for the same offer.
 * @throws Problem `invalid-field`; `not-found` for an activity; `forbidden` when the member does not belong to the activity
 *   that does the work; `refused` between two companies, where work is sold with VAT; `conflict` when the id stands for another offer.
 */
export async function offerInternalOrder(
  trx: Transaction,
  { officeId, plugin, by, today, id }: OfficeContext,
  draft: InternalOrderDraft,
  memberId?: string,
): Promise<InternalOrder> {
  checkInternalOrder(draft)
  const { internalOrderId = id(), sellerId, buyerId, amount } = draft
  const title = draft.title.trim()
  const activities = await activitiesById(trx, officeId, [sellerId, buyerId])
  const [seller, buyer] = [sellerId, buyerId].map((wanted) =>
    activities.find(({ activityId }) => activityId === wanted),
  )
  if (!seller || !buyer) throw notFound('such activity')
  if (memberId !== undefined && !seller.memberIds.includes(memberId))
    throw new Problem('forbidden', 'Work is offered by a member of the activity that does it.')
  if (seller.legalEntityId !== buyer.legalEntityId)
    throw refused(
      `${seller.name} and ${buyer.name} belong to two companies: what one does for the other is a sale with VAT. Make a quote with the other company as its client.`,
    )
  const { rows } = await sql`
    insert into samen.internal_order (office_id, internal_order_id, legal_entity_id, seller_id, buyer_id, title, currency,
      amount, offered_on, offered_by)
    values (${officeId}, ${internalOrderId}, ${seller.legalEntityId}, ${sellerId}, ${buyerId}, ${title},
      ${plugin.currency}, ${amount}, ${today}, ${by})
    on conflict do nothing returning 1`.execute(trx)
  const standing = await internalOrderById(trx, officeId, internalOrderId)
  const isSame =
    standing.sellerId === sellerId &&
    standing.buyerId === buyerId &&
    standing.title === title &&
    standing.amount === amount
  if (rows.length === 0 && !isSame) throw conflict('This id stands for another offer.', { internalOrderId })
  return standing
}
