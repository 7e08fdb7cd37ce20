import { z } from 'zod'
import { page } from '../answers/common.ts'
import { client, invoice, invoiceState, writeOff } from '../answers/invoices.ts'
import { only, STAFF } from '../auth/rights.ts'
import { amountSchema, body, daySchema, describe, idOf, pageQuery, pending, query, routes } from './route.ts'

const tags = ['Invoices and clients']

export const invoices = routes()
  .get(
    '/invoices',
    only(...STAFF),
    describe('Invoices and credit notes, newest first', page(invoice), { tags }),
    query(pageQuery.extend({ state: invoiceState.optional(), clientId: z.uuid().optional() })),
    async (c) => c.json(await pending<{ items: z.infer<typeof invoice>[]; next: string | null }>()),
  )
  .get('/invoices/:id', only(...STAFF), describe('One invoice', invoice, { tags }), async (c) =>
    c.json(await pending<z.infer<typeof invoice>>(idOf(c.req.param('id')))),
  )
  .post(
    '/invoices/:id/credit-notes',
    only('staff', 'approver'),
    describe('Take an invoice back, wholly or in part', invoice, { tags, status: 201 }),
    body(z.strictObject({ net: amountSchema.optional(), reason: z.string().trim().min(1).max(300) })),
    async (c) => c.json(await pending<z.infer<typeof invoice>>(), 201),
  )
  .get(
    '/clients',
    only(...STAFF),
    describe('Clients with what they owe and what the fund has advanced for them', page(client), { tags }),
    query(pageQuery.extend({ search: z.string().max(100).optional() })),
    async (c) => c.json(await pending<{ items: z.infer<typeof client>[]; next: string | null }>()),
  )
  .post(
    '/clients/:id/write-off',
    only('approver', 'finance'),
    describe("Write off a bankrupt client's open invoices against the fund", writeOff, { tags }),
    body(z.strictObject({ bankruptOn: daySchema, reason: z.string().trim().min(1).max(300) })),
    async (c) => c.json(await pending<z.infer<typeof writeOff>>()),
  )
