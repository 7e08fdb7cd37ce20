import { clientById } from '@samen/core/clients'
import { formatAmount } from '@samen/core/country'
import { DELIVERY_FORMATS, invoiceAsFile } from '@samen/core/delivery'
import { creditInvoice, invoicesById, printedNumber } from '@samen/core/invoices'
import { writeOffClient } from '@samen/core/write-offs'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import { client, invoice, invoiceState, writeOff } from '../answers/invoices.ts'
import { only, STAFF } from '../auth/rights.ts'
import { invoiceToPrint } from '../queries/documents.ts'
import { clientsPage, invoiceAnswerOf, invoicesPage } from '../queries/invoices.ts'
import {
  amountSchema,
  body,
  contextOf,
  daySchema,
  describe,
  idOf,
  pageQuery,
  pdfAnswer,
  query,
  routes,
  work,
} from './route.ts'

const tags = ['Invoices and clients']

export const invoices = routes()
  .get(
    '/invoices',
    only(...STAFF),
    describe('Invoices and credit notes, newest first', page(invoice), { tags }),
    query(
      pageQuery.extend({
        state: invoiceState.optional(),
        clientId: z.uuid().optional(),
        contractId: z.uuid().optional(),
      }),
    ),
    async (c) => {
      const { officeId, today } = contextOf(c)
      return c.json(await work(c, (trx) => invoicesPage(trx, officeId, today, c.req.valid('query'))))
    },
  )
  .get('/invoices/:id', only(...STAFF), describe('One invoice', invoice, { tags }), async (c) => {
    const { officeId, today } = contextOf(c)
    return c.json(await work(c, (trx) => invoiceAnswerOf(trx, officeId, today, idOf(c.req.param('id')))))
  })
  .get(
    '/invoices/:id/e-invoice',
    only(...STAFF),
    describe(
      'The invoice as an e-invoice in one of our formats, checked by the rules of what it claims to be',
      undefined,
      {
        tags,
        media: { 'application/xml': 'UBL, CII or a national format, as `format` asks' },
      },
    ),
    query(z.object({ format: z.enum(DELIVERY_FORMATS).default('peppol-ubl') })),
    async (c) => {
      const { format } = c.req.valid('query')
      const { content, fileName } = await work(c, (trx) =>
        invoiceAsFile(trx, contextOf(c), idOf(c.req.param('id')), format),
      )
      c.header('content-type', 'application/xml; charset=utf-8')
      c.header('content-disposition', `attachment; filename="${fileName}"`)
      return c.body(content)
    },
  )
  .get(
    '/invoices/:id/pdf',
    only(...STAFF),
    describe(
      "The invoice on paper, in the client's language, with its e-invoice attached (Factur-X)",
      undefined,
      { tags, media: { 'application/pdf': 'PDF/A-3b; `factur-x.xml` is attached where EN 16931 allows' } },
    ),
    async (c) =>
      pdfAnswer(c, await work(c, (trx) => invoiceToPrint(trx, c.var.office, idOf(c.req.param('id'))))),
  )
  .post(
    '/invoices/:id/credit-notes',
    only('staff', 'approver'),
    describe('Take an invoice back, wholly or over a net amount', invoice, { tags, status: 201 }),
    body(
      z.strictObject({
        net: amountSchema.optional().meta({ description: 'In the currency the client pays in' }),
        reason: z.string().trim().min(1).max(300),
      }),
    ),
    async (c) => {
      const context = contextOf(c)
      const { net, reason } = c.req.valid('json')
      const note = await work(c, async (trx) => {
        const amount = net === undefined ? {} : { net }
        const { invoiceId } = await creditInvoice(trx, context, idOf(c.req.param('id')), {
          reason,
          ...amount,
        })
        return invoiceAnswerOf(trx, context.officeId, context.today, invoiceId)
      })
      return c.json(note, 201)
    },
  )
  .get(
    '/clients',
    only(...STAFF),
    describe('Clients with what they owe and what the fund has advanced for them', page(client), { tags }),
    query(pageQuery.extend({ search: z.string().max(100).optional() })),
    async (c) => {
      const { officeId, today } = contextOf(c)
      const { currency } = c.var.office
      return c.json(await work(c, (trx) => clientsPage(trx, officeId, today, currency, c.req.valid('query'))))
    },
  )
  .post(
    '/clients/:id/write-off',
    only('approver', 'finance'),
    describe("Write off a bankrupt client's open invoices against the fund", writeOff, { tags }),
    body(z.strictObject({ bankruptOn: daySchema, reason: z.string().trim().min(1).max(300) })),
    async (c) => {
      const clientId = idOf(c.req.param('id'))
      const { bankruptOn, reason } = c.req.valid('json')
      const { officeId } = c.var.office
      const { writtenOff, postponed, since, numbers } = await work(c, async (trx) => {
        const done = await writeOffClient(trx, contextOf(c), { clientId, on: bankruptOn, reason })
        const ids = done.writtenOff.map(({ invoiceId }) => invoiceId)
        const numbers = new Map(
          (await invoicesById(trx, officeId, ids)).map((one) => [one.invoiceId, printedNumber(one)]),
        )
        return { ...done, since: (await clientById(trx, officeId, clientId)).bankruptOn, numbers }
      })
      return c.json({
        clientId,
        bankruptOn: since ?? bankruptOn,
        postponed: [...postponed],
        invoices: writtenOff.map(({ invoiceId, open, unspentBudget, vatRelief, fundLoss, uncovered }) => ({
          invoiceId,
          number: numbers.get(invoiceId) ?? '',
          open: formatAmount(open),
          unspentBudget: formatAmount(unspentBudget),
          vatRelief: formatAmount(vatRelief),
          fundLoss: formatAmount(fundLoss),
          uncovered: formatAmount(uncovered),
        })),
      } satisfies z.infer<typeof writeOff>)
    },
  )
