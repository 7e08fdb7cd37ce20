import { activityById } from '@samen/core/activities'
import { percentage } from '@samen/core/country'
import { notFound } from '@samen/core/problem'
import {
  approveSupplierInvoice,
  assignSupplierInvoice,
  enterSupplierInvoice,
  receiveSupplierInvoice,
  refuseSupplierInvoice,
  supplierInvoiceById,
  supplierInvoices,
  supplierOriginal,
} from '@samen/core/supplier-invoices'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import { activityChoice, supplierInvoice, supplierInvoiceState } from '../answers/supplier-invoices.ts'
import { only, STAFF } from '../auth/rights.ts'
import {
  activityChoices,
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
  .post(
    '/supplier-invoices',
    only('staff', 'approver', 'finance'),
    describe('Enter a supplier invoice that came on paper; somebody else approves it', supplierInvoice, {
      tags,
      status: 201,
    }),
    body(
      z.strictObject({
        supplierInvoiceId: z
          .uuid()
          .optional()
          .meta({ description: 'Sent again, the same supplier invoice changes nothing' }),
        activityId: z.uuid(),
        kind: z.enum(['invoice', 'credit-note']).optional(),
        supplierName: z.string().max(300),
        supplierCountry: z.string().max(2).optional(),
        supplierVatNumber: z.string().max(40).optional(),
        number: z.string().max(100),
        issuedOn: daySchema,
        dueOn: daySchema.optional(),
        creditsNumber: z.string().max(100).optional(),
        net: amountSchema,
        vat: amountSchema,
        reverseCharge: z
          .boolean()
          .optional()
          .meta({ description: 'The office owes the VAT in the supplier’s stead' }),
        iban: z.string().max(64).optional(),
        paymentReference: z.string().max(140).optional(),
      }),
    ),
    async (c) => {
      const paper = c.req.valid('json')
      const supplierInvoiceId = await work(c, (trx) => enterSupplierInvoice(trx, contextOf(c), paper))
      return c.json(await answerOf(c, supplierInvoiceId), 201)
    },
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
        equipment: z
          .strictObject({
            name: z.string().min(1).max(200),
            inUseFrom: daySchema.optional(),
            months: z.int().min(1).max(600),
            residual: amountSchema.optional(),
            declining: percentage.optional().meta({ description: 'Percent of the book value a year' }),
          })
          .optional()
          .meta({ description: 'It buys a thing to keep, which enters the register of equipment' }),
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
