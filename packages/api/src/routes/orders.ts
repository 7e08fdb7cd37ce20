import { formatAmount } from '@samen/core/country'
import { issueDeposit } from '@samen/core/invoices'
import {
  type OrderPart,
  type OrderPlan,
  PARTS_MAX,
  partsOfOrder,
  previewParts,
  splitOrder,
} from '@samen/core/orders'
import { z } from 'zod'
import { invoice } from '../answers/invoices.ts'
import { orderParts, plannedParts } from '../answers/orders.ts'
import { only, STAFF } from '../auth/rights.ts'
import { invoiceAnswerOf } from '../queries/invoices.ts'
import { termsOfPart } from '../queries/ordinary-terms.ts'
import { decimalInput, depositInput } from './quote-input.ts'
import { body, contextOf, daySchema, describe, idOf, routes, work } from './route.ts'

const tags = ['Contracts']

const automatic = z
  .boolean()
  .default(true)
  .meta({ description: 'A part that is started is done, and invoiced, when its last day is over' })

const every = z.enum(['month', 'quarter'])
const milestones = z
  .array(
    z.strictObject({
      label: z.string().trim().min(1).max(100),
      percent: decimalInput(2, 'a percentage has at most two decimals'),
      startsOn: daySchema,
      endsOn: daySchema,
    }),
  )
  .min(2)
  .max(PARTS_MAX)
const planInput = z.union([z.strictObject({ every }), z.strictObject({ parts: milestones })])
const splitInput = z.union([
  z.strictObject({ every, automatic }),
  z.strictObject({ parts: milestones, automatic }),
])

const planOf = (plan: z.output<typeof planInput>): OrderPlan =>
  'every' in plan ? plan : { parts: plan.parts.map(({ percent, ...part }) => ({ ...part, weight: percent })) }

export const orders = routes()
  .get(
    '/contracts/:id/parts',
    only(...STAFF),
    describe('The parts of an order; none where it is whole', orderParts, { tags }),
    async (c) => {
      const parts = await work(c, (trx) => partsOfOrder(trx, c.var.office.officeId, idOf(c.req.param('id'))))
      return c.json({ items: parts.map(partAnswer) })
    },
  )
  .post(
    '/contracts/:id/parts',
    only('staff', 'approver'),
    describe('Split an order into parts by month, quarter or milestone; once split it stays so', orderParts, {
      tags,
      status: 201,
    }),
    body(splitInput),
    async (c) => {
      const { automatic, ...plan } = c.req.valid('json')
      const parts = await work(c, (trx) =>
        splitOrder(trx, contextOf(c), idOf(c.req.param('id')), {
          plan: planOf(plan),
          automatic,
          termsFor: termsOfPart,
        }),
      )
      return c.json({ items: parts.map(partAnswer) }, 201)
    },
  )
  .post(
    '/contracts/:id/parts/preview',
    only(...STAFF),
    describe('What a plan would make of an order, part by part; nothing is stored', plannedParts, { tags }),
    body(planInput),
    async (c) => {
      const parts = await work(c, (trx) =>
        previewParts(trx, contextOf(c), idOf(c.req.param('id')), planOf(c.req.valid('json'))),
      )
      return c.json({ items: parts.map((part) => ({ ...part, fee: formatAmount(part.fee) })) })
    },
  )
  .post(
    '/contracts/:id/deposit',
    only('staff', 'approver'),
    describe('Ask for a deposit on an order; the one that stands, where one was asked for already', invoice, {
      tags,
      status: 201,
    }),
    body(
      z.strictObject({
        deposit: depositInput.optional().meta({ description: 'What the quote asked for unless told' }),
      }),
    ),
    async (c) => {
      const context = contextOf(c)
      const { deposit } = c.req.valid('json')
      const answer = await work(c, async (trx) => {
        const ask = deposit === undefined ? {} : { ask: deposit }
        const { invoiceId } = await issueDeposit(trx, context, idOf(c.req.param('id')), ask)
        return invoiceAnswerOf(trx, context.officeId, context.today, invoiceId)
      })
      return c.json(answer, 201)
    },
  )

const partAnswer = ({ fee, ...part }: OrderPart) => ({ ...part, fee: formatAmount(fee) })
