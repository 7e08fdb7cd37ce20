import {
  billingRecords as billingRecordsOf,
  CREDIT_TYPES,
  cancelBillingRecord,
  exportBillingRecords,
  type KeptRecord,
  mendBillingRecord,
  setBillingRecords,
} from '@samen/core/invoices'
import { z } from 'zod'
import { billingRecord, billingRecordSetting } from '../answers/billing-records.ts'
import { only, STAFF } from '../auth/rights.ts'
import { body, contextOf, daySchema, describe, idOf, query, routes, work } from './route.ts'

const tags = ['Delivery of invoices']
const reason = z.string().max(300)
const chain = z.object({ legalEntityId: z.uuid(), after: z.coerce.bigint().nonnegative().default(0n) })

export const billingRecords = routes()
  .get(
    '/billing-records',
    only(...STAFF),
    describe(
      'The records of invoices kept for the tax authority, in the order of their chain; 100 at a time',
      z.object({ items: z.array(billingRecord) }),
      { tags },
    ),
    query(chain),
    async (c) => {
      const found = await work(c, (trx) => billingRecordsOf(trx, c.var.office.officeId, c.req.valid('query')))
      return c.json({ items: found.map(answer) })
    },
  )
  .get(
    '/billing-records/file',
    only(...STAFF),
    describe('Up to 1,000 records after a number, as the tax authority takes them', undefined, {
      tags,
      media: {
        'application/xml': 'RegFactuSistemaFacturacion; header samen-last-record: the last number inside',
      },
    }),
    query(chain),
    async (c) => {
      const { legalEntityId, after } = c.req.valid('query')
      const { fileName, content, last } = await work(c, (trx) =>
        exportBillingRecords(trx, c.var.office.officeId, legalEntityId, after),
      )
      c.header('content-type', 'application/xml; charset=utf-8')
      c.header('content-disposition', `attachment; filename="${fileName}"`)
      c.header('samen-last-record', String(last))
      return c.body(content)
    },
  )
  .post(
    '/billing-records/settings',
    only('finance'),
    describe('From a day on: a company keeps records of its invoices', billingRecordSetting, {
      tags,
      status: 201,
    }),
    body(
      z.strictObject({
        legalEntityId: z.uuid(),
        validFrom: daySchema,
        sent: z.boolean(),
        producer: z.strictObject({ name: z.string(), number: z.string() }).optional(),
      }),
    ),
    async (c) => {
      const { legalEntityId, ...given } = c.req.valid('json')
      return c.json(await work(c, (trx) => setBillingRecords(trx, contextOf(c), legalEntityId, given)), 201)
    },
  )
  .post(
    '/invoices/:id/billing-records',
    only('finance'),
    describe('Mend the record of an invoice: the authority refused it or found it wrong', billingRecord, {
      tags,
      status: 201,
    }),
    body(z.strictObject({ reason, rejected: z.boolean(), creditType: z.enum(CREDIT_TYPES).optional() })),
    async (c) => {
      const invoiceId = idOf(c.req.param('id'))
      const kept = await work(c, (trx) =>
        mendBillingRecord(trx, contextOf(c), invoiceId, c.req.valid('json')),
      )
      return c.json(answer(kept), 201)
    },
  )
  .post(
    '/invoices/:id/billing-records/cancellation',
    only('finance'),
    describe('Take back the record of an invoice that was never given to its client', billingRecord, {
      tags,
      status: 201,
    }),
    body(z.strictObject({ reason })),
    async (c) => {
      const invoiceId = idOf(c.req.param('id'))
      const kept = await work(c, (trx) =>
        cancelBillingRecord(trx, contextOf(c), invoiceId, c.req.valid('json')),
      )
      return c.json(answer(kept), 201)
    },
  )

const answer = ({ seq, madeAt, content: _, ...record }: KeptRecord) => ({
  ...record,
  seq: Number(seq),
  madeAt: madeAt.toISOString(),
})
