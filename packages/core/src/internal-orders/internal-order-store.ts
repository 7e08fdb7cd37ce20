import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../database/index.ts'
import { notFound } from '../problem/index.ts'
import { INTERNAL_ORDER_STEPS, type InternalOrder, stateAfter, type TakenStep } from './internal-order.ts'

export interface InternalOrdersQuestion {
  /** Those an activity of this member offered or was offered. */
  readonly memberId?: string | undefined
  /** The id of the last one of the page before. */
  readonly after?: string | undefined
  /** 1 to 201; 50 unless told. */
  readonly limit?: number | undefined
}

/** Internal orders, the latest offered first, a page at a time. */
export const internalOrders = (
  trx: Transaction,
  officeId: string,
  { memberId, after, limit = 50 }: InternalOrdersQuestion = {},
): Promise<InternalOrder[]> =>
  select(
    trx,
    sql`o.office_id = ${officeId}
      ${after ? sql`and o.internal_order_id < ${after}::uuid` : sql``}
      ${memberId ? sql`and ${isTheirs(officeId, memberId)}` : sql``}`,
    sql`order by o.internal_order_id desc limit ${limit}`,
  )

/**
 * One internal order.
 *
 * @param memberId only one in which an activity of this member takes part.
 * @throws Problem `not-found`
 */
export async function internalOrderById(
  trx: Transaction,
  officeId: string,
  internalOrderId: string,
  memberId?: string,
): Promise<InternalOrder> {
  const [found] = await select(
    trx,
    sql`o.office_id = ${officeId} and o.internal_order_id = ${internalOrderId}
      ${memberId ? sql`and ${isTheirs(officeId, memberId)}` : sql``}`,
    sql``,
  )
  if (!found) throw notFound('such internal order')
  return found
}

const isTheirs = (officeId: string, memberId: string) => sql`exists (
  select from samen.activity_member m
   where m.office_id = ${officeId} and m.member_id = ${memberId} and m.activity_id in (o.seller_id, o.buyer_id))`

type Row = Omit<InternalOrder, 'steps' | 'state'> & { steps: TakenStep[] | null }

async function select(
  trx: Transaction,
  where: RawBuilder<unknown>,
  page: RawBuilder<unknown>,
): Promise<InternalOrder[]> {
  const { rows } = await sql<Row>`
    select o.internal_order_id as "internalOrderId", o.seller_id as "sellerId", s.name as "sellerName",
           o.buyer_id as "buyerId", b.name as "buyerName", o.legal_entity_id as "legalEntityId", o.title, o.currency,
           o.amount, o.offered_on as "offeredOn",
           (select jsonb_agg(jsonb_build_object('step', t.step, 'reason', t.reason, 'takenOn', t.taken_on,
                                                'transactionId', t.transaction_id))
              from samen.internal_order_step t
             where t.office_id = o.office_id and t.internal_order_id = o.internal_order_id) as steps
      from samen.internal_order o
      join samen.activity s on s.office_id = o.office_id and s.activity_id = o.seller_id
      join samen.activity b on b.office_id = o.office_id and b.activity_id = o.buyer_id
     where ${where} ${page}`.execute(trx)
  return rows.map(({ steps, ...row }) => {
    const taken = steps ?? []
    return {
      ...row,
      state: stateAfter(taken.map(({ step }) => step)),
      steps: INTERNAL_ORDER_STEPS.flatMap((step) => taken.filter((one) => one.step === step)),
    }
  })
}
