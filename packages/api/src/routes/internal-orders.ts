import { activitiesOfMembers } from '@samen/core/activities'
import { formatAmount } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import {
  INTERNAL_ORDER_STEPS,
  type InternalOrder,
  internalOrders,
  moveInternalOrder,
  offerInternalOrder,
  STEP_RULES,
} from '@samen/core/internal-orders'
import { sql } from 'kysely'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import { activityName, internalOrder, internalOrderStep } from '../answers/internal-orders.ts'
import { only, STAFF } from '../auth/rights.ts'
import { cursorOf, pageOf, rowsOf } from '../queries/page.ts'
import {
  amountSchema,
  body,
  contextOf,
  describe,
  idOf,
  memberOf,
  pageQuery,
  query,
  routes,
  work,
} from './route.ts'

const tags = ['Internal orders']

const offerInput = z.strictObject({
  internalOrderId: z.uuid().optional().meta({ description: 'Sent again, the same offer changes nothing' }),
  sellerId: z.uuid().meta({ description: 'The activity that does the work' }),
  buyerId: z.uuid().meta({ description: 'The activity that pays for it' }),
  title: z.string().trim().min(1).max(300),
  amount: amountSchema,
})
const stepInput = z.strictObject({
  step: internalOrderStep,
  reason: z
    .string()
    .trim()
    .max(300)
    .optional()
    .meta({ description: 'Asked for by decline, withdraw and return' }),
})

/** Work that one activity does for another of the same company: budgets change, nothing is sold. */
export const internalOrderRoutes = routes()
  .get(
    '/internal-orders',
    only(...STAFF),
    describe('Internal orders, the latest offered first', page(internalOrder), { tags }),
    query(pageQuery),
    async (c) => {
      const asked = c.req.valid('query')
      const [after] = cursorOf(asked, ['id']) ?? []
      const rows = await work(c, (trx) =>
        internalOrders(trx, c.var.office.officeId, { limit: rowsOf(asked), after }),
      )
      return c.json(pageOf(rows, asked, keyOf, (row) => answerOf(row)))
    },
  )
  .post(
    '/internal-orders',
    only('staff', 'finance'),
    describe('Offer the work of one activity to another', internalOrder, { tags, status: 201 }),
    body(offerInput),
    async (c) => {
      const offer = c.req.valid('json')
      return c.json(answerOf(await work(c, (trx) => offerInternalOrder(trx, contextOf(c), offer))), 201)
    },
  )
  .post(
    '/internal-orders/:id/steps',
    only('finance'),
    describe('Take a step of an internal order, for either side', internalOrder, { tags }),
    body(stepInput),
    async (c) => {
      const move = { internalOrderId: idOf(c.req.param('id')), ...c.req.valid('json') }
      return c.json(answerOf(await work(c, (trx) => moveInternalOrder(trx, contextOf(c), move))))
    },
  )
  .get(
    '/me/internal-orders',
    only('member'),
    describe('Internal orders of your activities, the latest first', page(internalOrder), { tags }),
    query(pageQuery),
    async (c) => {
      const asked = c.req.valid('query')
      const [after] = cursorOf(asked, ['id']) ?? []
      const { rows, mine } = await work(c, async (trx) => ({
        rows: await internalOrders(trx, c.var.office.officeId, {
          memberId: memberOf(c),
          limit: rowsOf(asked),
          after,
        }),
        mine: await activitiesOf(trx, c.var.office.officeId, memberOf(c)),
      }))
      return c.json(pageOf(rows, asked, keyOf, (row) => answerOf(row, mine)))
    },
  )
  .get(
    '/me/internal-orders/activities',
    only('member'),
    describe(
      'Activities you can offer work to, by a part of their name',
      z.object({ items: z.array(activityName) }),
      {
        tags,
      },
    ),
    query(z.object({ search: z.string().trim().min(2).max(100) })),
    async (c) => {
      const { search } = c.req.valid('query')
      const { officeId } = c.var.office
      const { rows: items } = await work(c, (trx) =>
        sql<z.infer<typeof activityName>>`
          select activity_id as "activityId", name from samen.activity
           where office_id = ${officeId} and strpos(lower(name), lower(${search})) > 0
           order by name, activity_id limit 20`.execute(trx),
      )
      return c.json({ items })
    },
  )
  .post(
    '/me/internal-orders',
    only('member'),
    describe('Offer the work of your activity to another', internalOrder, { tags, status: 201 }),
    body(offerInput),
    async (c) => {
      const offer = c.req.valid('json')
      const made = await work(c, async (trx) =>
        answerOf(
          await offerInternalOrder(trx, contextOf(c), offer, memberOf(c)),
          await activitiesOf(trx, c.var.office.officeId, memberOf(c)),
        ),
      )
      return c.json(made, 201)
    },
  )
  .post(
    '/me/internal-orders/:id/steps',
    only('member'),
    describe('Take a step of an internal order, for your activity', internalOrder, { tags }),
    body(stepInput),
    async (c) => {
      const move = { internalOrderId: idOf(c.req.param('id')), ...c.req.valid('json') }
      const moved = await work(c, async (trx) =>
        answerOf(
          await moveInternalOrder(trx, contextOf(c), move, memberOf(c)),
          await activitiesOf(trx, c.var.office.officeId, memberOf(c)),
        ),
      )
      return c.json(moved)
    },
  )

const keyOf = ({ internalOrderId }: InternalOrder) => [internalOrderId]

async function activitiesOf(
  trx: Transaction,
  officeId: string,
  memberId: string,
): Promise<ReadonlySet<string>> {
  const mine = await activitiesOfMembers(trx, officeId, [memberId])
  return new Set(mine.map(({ activityId }) => activityId))
}

/** @param mine the activities of the member who asks; staff may act for every one. */
function answerOf(order: InternalOrder, mine?: ReadonlySet<string>): z.infer<typeof internalOrder> {
  const {
    internalOrderId,
    sellerId,
    sellerName,
    buyerId,
    buyerName,
    title,
    currency,
    amount,
    offeredOn,
    state,
  } = order
  const next = INTERNAL_ORDER_STEPS.filter((step) => {
    const { from, by } = STEP_RULES[step]
    return from.includes(state) && (mine?.has(by === 'seller' ? sellerId : buyerId) ?? true)
  })
  return {
    internalOrderId,
    seller: { activityId: sellerId, name: sellerName },
    buyer: { activityId: buyerId, name: buyerName },
    title,
    currency,
    amount: formatAmount(amount),
    offeredOn,
    state,
    steps: order.steps.map(({ step, reason, takenOn }) => ({ step, reason, takenOn })),
    next,
  }
}
