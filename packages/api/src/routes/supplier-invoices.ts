import { activityById } from '@samen/core/activities'
import { paymentFileContent } from '@samen/core/payments'
import { notFound } from '@samen/core/problem'
import {
  approveSupplierInvoice,
  assignSupplierInvoice,
  discardSupplierPayments,
  prepareSupplierPayments,
  receiveSupplierInvoice,
  refuseSupplierInvoice,
  releaseSupplierPayments,
  supplierInvoiceById,
  supplierInvoices,
  supplierOriginal,
} from '@samen/core/supplier-invoices'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import {
  activityChoice,
  supplierInvoice,
  supplierInvoiceState,
  supplierPaymentOrder,
} from '../answers/supplier-invoices.ts'
import { only, STAFF } from '../auth/rights.ts'
import {
  activityChoices,
  paymentOrdersPage,
  supplierInvoiceAnswers,
  supplierInvoicesPage,
} from '../queries/supplier-invoices.ts'
import {
  amountSchema,
  body,
  contextOf,
  daySchema,
  describe,
  fileOf,
  idOf,
  memberOf,
  pageQuery,
  query,
  routes,
  strangersFile,
  work,
} from './route.ts'

const tags = ['Supplier invoices']
const UPLOAD =
  'An e-invoice of a supplier as UBL, CII (also Factur-X’s XML), FatturaPA, Facturae or ebInterface, byte for byte'
const fileQuery = z.object({ name: z.string().max(200).optional() })
const states = pageQuery.extend({ state: supplierInvoiceState.optional() })

type Request = Parameters<typeof work>[0]

const answerOf = async (c: Request, supplierInvoiceId: string) =>
  work(c, async (trx) => {
    const supplierInvoice = await supplierInvoiceById(trx, c.var.office.officeId, supplierInvoiceId)
    const [answer] = await supplierInvoiceAnswers(trx, [supplierInvoice])
    return answer as NonNullable<typeof answer>
  })

async function upload(c: Request, activityId?: string): Promise<string> {
  const file = await fileOf(c, 'invoice.xml')
  return work(c, async (trx) => {
    const context = contextOf(c)
    if (activityId !== undefined) await ownActivity(trx, c, activityId)
    const supplierInvoiceId = await receiveSupplierInvoice(trx, context, { ...file, arrivedBy: 'upload' })
    if (activityId !== undefined) await assignSupplierInvoice(trx, context, { supplierInvoiceId, activityId })
    return supplierInvoiceId
  })
}

/** A member brings supplier invoices for their own activities alone. */
async function ownActivity(trx: Parameters<typeof activityById>[0], c: Request, activityId: string) {
  const activity = await activityById(trx, c.var.office.officeId, activityId)
  if (!activity.memberIds.includes(memberOf(c))) throw notFound('such activity of yours')
}

export const supplierInvoiceRoutes = routes()
  .post(
    '/imports/supplier-invoices',
    only('staff', 'approver', 'finance'),
    describe('Take in a supplier’s e-invoice: the body is the file', supplierInvoice, {
      tags,
      status: 201,
      takes: { 'application/xml': UPLOAD },
    }),
    query(fileQuery),
    async (c) => c.json(await answerOf(c, await upload(c)), 201),
  )
  .get(
    '/supplier-invoices',
    only(...STAFF),
    describe('Supplier invoices that came in, the latest first', page(supplierInvoice), { tags }),
    query(states),
    async (c) =>
      c.json(await work(c, (trx) => supplierInvoicesPage(trx, c.var.office.officeId, c.req.valid('query')))),
  )
  .get(
    '/supplier-invoices/:id',
    only(...STAFF),
    describe('One supplier invoice', supplierInvoice, { tags }),
    async (c) => c.json(await answerOf(c, idOf(c.req.param('id')))),
  )
  .get(
    '/supplier-invoices/:id/original',
    only(...STAFF),
    describe('The file as it arrived', undefined, { tags, media: { 'application/xml': 'Byte for byte' } }),
    async (c) => {
      const { officeId } = c.var.office
      return strangersFile(
        c,
        await work(c, (trx) => supplierOriginal(trx, officeId, idOf(c.req.param('id')))),
      )
    },
  )
  .post(
    '/supplier-invoices/:id/assignment',
    only('staff', 'approver', 'finance'),
    describe('Say which activity a supplier invoice is for', supplierInvoice, { tags }),
    body(z.strictObject({ activityId: z.uuid() })),
    async (c) => {
      const supplierInvoiceId = idOf(c.req.param('id'))
      const { activityId } = c.req.valid('json')
      await work(c, (trx) => assignSupplierInvoice(trx, contextOf(c), { supplierInvoiceId, activityId }))
      return c.json(await answerOf(c, supplierInvoiceId))
    },
  )
  .post(
    '/supplier-invoices/:id/approval',
    only('staff', 'approver', 'finance'),
    describe('Take a supplier invoice into the books; the activity’s budget bears it', supplierInvoice, {
      tags,
    }),
    body(
      z.strictObject({
        deductibleVat: amountSchema.optional(),
        selfAssessedVat: amountSchema.optional(),
        payTo: z.string().max(64).optional(),
        despiteFindings: z.boolean().optional(),
      }),
    ),
    async (c) => {
      const supplierInvoiceId = idOf(c.req.param('id'))
      const approval = c.req.valid('json')
      await work(c, (trx) => approveSupplierInvoice(trx, contextOf(c), { supplierInvoiceId, ...approval }))
      return c.json(await answerOf(c, supplierInvoiceId))
    },
  )
  .post(
    '/supplier-invoices/:id/refusal',
    only('staff', 'approver', 'finance'),
    describe('Refuse a supplier invoice, with the reason', supplierInvoice, { tags }),
    body(z.strictObject({ reason: z.string().trim().min(1).max(300) })),
    async (c) => {
      const supplierInvoiceId = idOf(c.req.param('id'))
      const { reason } = c.req.valid('json')
      await work(c, (trx) => refuseSupplierInvoice(trx, contextOf(c), { supplierInvoiceId, reason }))
      return c.json(await answerOf(c, supplierInvoiceId))
    },
  )
  .get(
    '/activity-choices',
    only(...STAFF),
    describe('Activities by a part of their name', z.object({ items: z.array(activityChoice) }), { tags }),
    query(z.object({ search: z.string().max(100).default('') })),
    async (c) => {
      const { search } = c.req.valid('query')
      return c.json({ items: await work(c, (trx) => activityChoices(trx, c.var.office.officeId, search)) })
    },
  )
  .get(
    '/supplier-payments',
    only(...STAFF),
    describe('Orders that pay supplier invoices, the latest first', page(supplierPaymentOrder), { tags }),
    query(pageQuery),
    async (c) =>
      c.json(
        await work(c, (trx) => paymentOrdersPage(trx, c.var.office, c.var.user.id, c.req.valid('query'))),
      ),
  )
  .post(
    '/supplier-payments',
    only('staff', 'finance'),
    describe(
      'Put approved supplier invoices together to be paid: those named, or all that are due',
      page(supplierPaymentOrder),
      { tags, status: 201 },
    ),
    body(
      z.strictObject({
        supplierInvoiceIds: z.array(z.uuid()).min(1).max(500).optional(),
        executeOn: daySchema.optional(),
      }),
    ),
    async (c) => {
      const { supplierInvoiceIds, executeOn } = c.req.valid('json')
      await work(c, (trx) =>
        prepareSupplierPayments(trx, contextOf(c), {
          ...(supplierInvoiceIds && { supplierInvoiceIds }),
          ...(executeOn && { executeOn }),
        }),
      )
      return c.json(await orders(c), 201)
    },
  )
  .post(
    '/supplier-payments/:id/release',
    only('approver'),
    describe(
      'Release an order as the second person: the file for the bank is written',
      page(supplierPaymentOrder),
      {
        tags,
      },
    ),
    async (c) => {
      await work(c, (trx) => releaseSupplierPayments(trx, contextOf(c), idOf(c.req.param('id'))))
      return c.json(await orders(c))
    },
  )
  .post(
    '/supplier-payments/:id/discard',
    only('staff', 'approver', 'finance'),
    describe('Let go of an order’s supplier invoices', page(supplierPaymentOrder), { tags }),
    async (c) => {
      await work(c, (trx) => discardSupplierPayments(trx, contextOf(c), idOf(c.req.param('id'))))
      return c.json(await orders(c))
    },
  )
  .get(
    '/supplier-payments/files/:id',
    only('staff', 'approver', 'finance'),
    describe('The file for the bank', undefined, { tags, media: { 'application/xml': 'pain.001.001.09' } }),
    async (c) => {
      const { messageId, content } = await work(c, (trx) =>
        paymentFileContent(trx, c.var.office.officeId, idOf(c.req.param('id'))),
      )
      c.header('content-type', 'application/xml; charset=utf-8')
      c.header('content-disposition', `attachment; filename="${messageId}.xml"`)
      return c.body(content)
    },
  )
  .post(
    '/me/imports/supplier-invoices',
    only('member'),
    describe('Bring a supplier’s e-invoice for one of your activities', supplierInvoice, {
      tags,
      status: 201,
      takes: { 'application/xml': UPLOAD },
    }),
    query(fileQuery.extend({ activityId: z.uuid() })),
    async (c) => c.json(await answerOf(c, await upload(c, c.req.valid('query').activityId)), 201),
  )
  .get(
    '/me/purchases',
    only('member'),
    describe('Supplier invoices of your activities, and those you brought', page(supplierInvoice), { tags }),
    query(states),
    async (c) =>
      c.json(
        await work(c, (trx) =>
          supplierInvoicesPage(trx, c.var.office.officeId, c.req.valid('query'), {
            memberId: memberOf(c),
            broughtBy: c.var.user.id,
          }),
        ),
      ),
  )
  .get(
    '/me/purchases/:id/original',
    only('member'),
    describe('The file as it arrived', undefined, { tags, media: { 'application/xml': 'Byte for byte' } }),
    async (c) => {
      const supplierInvoiceId = idOf(c.req.param('id'))
      const { officeId } = c.var.office
      const file = await work(c, async (trx) => {
        const [seen] = await supplierInvoices(trx, officeId, {
          supplierInvoiceIds: [supplierInvoiceId],
          memberId: memberOf(c),
          broughtBy: c.var.user.id,
        })
        if (!seen) throw notFound('such supplier invoice of yours')
        return supplierOriginal(trx, officeId, supplierInvoiceId)
      })
      return strangersFile(c, file)
    },
  )

const orders = (c: Request) => work(c, (trx) => paymentOrdersPage(trx, c.var.office, c.var.user.id, {}))
