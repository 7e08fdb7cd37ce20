import {
  directDebitOrders,
  discardDirectDebits,
  ORDER_DEBITS_MAX,
  ordinaryDays,
  prepareDirectDebits,
  proposeDirectDebits,
  refuseDirectDebits,
  releaseDirectDebits,
} from '@samen/core/direct-debits'
import { paymentFileContent } from '@samen/core/payments'
import { notFound } from '@samen/core/problem'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import * as answers from '../answers/direct-debits.ts'
import { only, STAFF } from '../auth/rights.ts'
import { directDebitAnswers, directDebitOrdersPage, proposalAnswer } from '../queries/direct-debits.ts'
import { body, contextOf, daySchema, describe, idOf, pageQuery, query, routes, work } from './route.ts'

const tags = ['Direct debits']
const days = z.object({ collectOn: daySchema.optional(), notifiedOn: daySchema.optional() })
const invoiceIds = z.array(z.uuid()).min(1).max(ORDER_DEBITS_MAX).optional()

type Request = Parameters<typeof work>[0]

/** The days asked for; the ordinary ones where none are. */
function daysOf(c: Request, { collectOn, notifiedOn }: z.infer<typeof days>) {
  const ordinary = ordinaryDays(contextOf(c))
  return { collectOn: collectOn ?? ordinary.collectOn, notifiedOn: notifiedOn ?? ordinary.notifiedOn }
}

const orders = (c: Request) => work(c, (trx) => directDebitOrdersPage(trx, c.var.office, c.var.user.id, {}))

/** Due invoices that are collected from clients who signed a mandate. */
export const directDebitRoutes = routes()
  .get(
    '/direct-debits/proposal',
    only(...STAFF),
    describe(
      'Invoices due by a day of clients with a mandate, and what stands in the way of collecting them; clients are told today and collected from a fortnight later unless told',
      answers.directDebitProposal,
      { tags },
    ),
    query(days),
    async (c) => {
      const asked = daysOf(c, c.req.valid('query'))
      return c.json(
        proposalAnswer(asked, await work(c, (trx) => proposeDirectDebits(trx, contextOf(c), asked))),
      )
    },
  )
  .get(
    '/direct-debits',
    only(...STAFF),
    describe('Collections, the latest first', page(answers.directDebitOrder), { tags }),
    query(pageQuery),
    async (c) =>
      c.json(
        await work(c, (trx) => directDebitOrdersPage(trx, c.var.office, c.var.user.id, c.req.valid('query'))),
      ),
  )
  .post(
    '/direct-debits',
    only('staff', 'finance'),
    describe(
      'Put collections together: of the invoices named, or of all that nothing stands in the way of',
      page(answers.directDebitOrder),
      { tags, status: 201 },
    ),
    body(z.strictObject({ ...days.shape, invoiceIds })),
    async (c) => {
      const { invoiceIds: named, ...asked } = c.req.valid('json')
      await work(c, (trx) =>
        prepareDirectDebits(trx, contextOf(c), { ...daysOf(c, asked), invoiceIds: named }),
      )
      return c.json(await orders(c), 201)
    },
  )
  .get(
    '/direct-debits/:id',
    only(...STAFF),
    describe('What became of each collection of an order', z.array(answers.directDebit), { tags }),
    async (c) => {
      const orderId = idOf(c.req.param('id'))
      return c.json(await work(c, (trx) => directDebitAnswers(trx, c.var.office.officeId, orderId)))
    },
  )
  .post(
    '/direct-debits/:id/release',
    only('approver'),
    describe(
      'Release a collection as the second person: the file for the bank is written',
      page(answers.directDebitOrder),
      { tags },
    ),
    async (c) => {
      await work(c, (trx) => releaseDirectDebits(trx, contextOf(c), idOf(c.req.param('id'))))
      return c.json(await orders(c))
    },
  )
  .post(
    '/direct-debits/:id/discard',
    only('staff', 'approver', 'finance'),
    describe('Let go of the invoices of a collection that was not released', page(answers.directDebitOrder), {
      tags,
    }),
    async (c) => {
      await work(c, (trx) => discardDirectDebits(trx, contextOf(c), idOf(c.req.param('id'))))
      return c.json(await orders(c))
    },
  )
  .post(
    '/direct-debits/:id/refusal',
    only('staff', 'approver', 'finance'),
    describe(
      'Say that the bank refused collections before any money came: those of the invoices named, or all that have not come in',
      page(answers.directDebitOrder),
      { tags },
    ),
    body(z.strictObject({ reason: z.string().trim().min(1).max(300), invoiceIds })),
    async (c) => {
      const directDebitOrderId = idOf(c.req.param('id'))
      await work(c, (trx) =>
        refuseDirectDebits(trx, contextOf(c), { directDebitOrderId, ...c.req.valid('json') }),
      )
      return c.json(await orders(c))
    },
  )
  .get(
    '/direct-debits/:id/file',
    only('staff', 'approver', 'finance'),
    describe('The file for the bank', undefined, { tags, media: { 'application/xml': 'pain.008.001.08' } }),
    async (c) => {
      const { officeId } = c.var.office
      const orderId = idOf(c.req.param('id'))
      const { messageId, content } = await work(c, async (trx) => {
        const [order] = await directDebitOrders(trx, officeId, { orderId })
        if (!order?.paymentFileId) throw notFound('file of this collection yet')
        return paymentFileContent(trx, officeId, order.paymentFileId)
      })
      c.header('content-type', 'application/xml; charset=utf-8')
      c.header('content-disposition', `attachment; filename="${messageId}.xml"`)
      return c.body(content)
    },
  )
