import { paymentFileContent } from '@samen/core/payments'
import {
  discardSupplierPayments,
  prepareSupplierPayments,
  releaseSupplierPayments,
} from '@samen/core/supplier-invoices'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import { supplierPaymentOrder } from '../answers/supplier-invoices.ts'
import { only, STAFF } from '../auth/rights.ts'
import { paymentOrdersPage } from '../queries/supplier-invoices.ts'
import { body, contextOf, daySchema, describe, idOf, pageQuery, query, routes, work } from './route.ts'

const tags = ['Supplier invoices']

export const supplierPaymentRoutes = routes()
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

const orders = (c: Parameters<typeof work>[0]) =>
  work(c, (trx) => paymentOrdersPage(trx, c.var.office, c.var.user.id, {}))
