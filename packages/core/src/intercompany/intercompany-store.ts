import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'
import type { IntercompanyItem } from './intercompany.ts'

const selectItems = sql`
  select intercompany_item_id as "intercompanyItemId", legal_entity_id as "legalEntityId", counterparty, reference, kind,
         direction, currency, amount, effective_on as "effectiveOn", description, transaction_id as "transactionId",
         booked_by as "bookedBy", booked_at as "bookedAt"
    from samen.intercompany_item`

/** What an office booked about others, the latest first; about one of them, or before an item. At most `limit`. */
export async function intercompanyItems(
  trx: Transaction,
  officeId: string,
  { counterparty, beforeId, limit = 100 }: { counterparty?: string; beforeId?: string; limit?: number } = {},
): Promise<IntercompanyItem[]> {
  const { rows } = await sql<IntercompanyItem>`
    ${selectItems}
     where office_id = ${officeId} and (${counterparty ?? null}::text is null or counterparty = ${counterparty ?? null})
       and (${beforeId ?? null}::uuid is null or intercompany_item_id < ${beforeId ?? null})
     order by intercompany_item_id desc limit ${Math.min(limit, 1_000)}`.execute(trx)
  return rows
}

export async function itemByReference(
  trx: Transaction,
  officeId: string,
  { counterparty, reference }: Pick<IntercompanyItem, 'counterparty' | 'reference'>,
): Promise<IntercompanyItem | undefined> {
  const { rows } = await sql<IntercompanyItem>`
    ${selectItems} where office_id = ${officeId} and counterparty = ${counterparty} and reference = ${reference}`.execute(
    trx,
  )
  return rows[0]
}

export async function insertItem(trx: Transaction, officeId: string, item: IntercompanyItem): Promise<void> {
  await sql`
    insert into samen.intercompany_item (office_id, intercompany_item_id, legal_entity_id, counterparty, reference, kind,
      direction, currency, amount, effective_on, description, transaction_id, booked_by, booked_at)
    values (${officeId}, ${item.intercompanyItemId}, ${item.legalEntityId}, ${item.counterparty}, ${item.reference},
      ${item.kind}, ${item.direction}, ${item.currency}, ${item.amount}, ${item.effectiveOn}, ${item.description},
      ${item.transactionId}, ${item.bookedBy}, ${item.bookedAt})`.execute(trx)
}
