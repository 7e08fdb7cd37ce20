import {
  addDeliveryRule,
  connectNetwork,
  deliveredContent,
  deliveryEvents,
  formatDetails,
  queueInvoice,
} from '@samen/core/delivery'
import { refused } from '@samen/core/problem'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import {
  channel,
  deliveryEvent,
  deliveryFormat,
  deliverySettings,
  deliveryState,
  invoiceDelivery,
  unsentInvoice,
  way,
} from '../answers/deliveries.ts'
import { only, STAFF } from '../auth/rights.ts'
import { deliveriesPage, deliverySettingsOf, unsentAnswers } from '../queries/deliveries.ts'
import {
  body,
  contextOf,
  daySchema,
  describe,
  idOf,
  mailedTo,
  pageQuery,
  query,
  routes,
  work,
} from './route.ts'

const tags = ['Delivery of invoices']
type Request = Parameters<typeof work>[0]

export const deliveries = routes()
  .get(
    '/deliveries',
    only(...STAFF),
    describe('How far invoices are on their way, the latest first', page(invoiceDelivery), { tags }),
    query(pageQuery.extend({ state: deliveryState.optional(), invoiceId: z.uuid().optional() })),
    async (c) =>
      c.json(await work(c, (trx) => deliveriesPage(trx, c.var.office.officeId, c.req.valid('query')))),
  )
  .get(
    '/deliveries/unsent',
    only(...STAFF),
    describe(
      'Invoices that a rule or the law wants sent and that are not on their way, with what to do',
      z.object({ items: z.array(unsentInvoice) }),
      { tags },
    ),
    async (c) => c.json({ items: await work(c, (trx) => unsentAnswers(trx, contextOf(c))) }),
  )
  .get(
    '/deliveries/settings',
    only(...STAFF),
    describe('By which network and in which format invoices leave', deliverySettings, { tags }),
    async (c) => c.json(await settings(c)),
  )
  .post(
    '/deliveries/rules',
    only('approver', 'finance'),
    describe(
      'From a day on: how invoices of one client, of clients of a country, or of all others leave',
      deliverySettings,
      { tags, status: 201 },
    ),
    body(
      z.strictObject({
        validFrom: daySchema,
        clientId: z.uuid().optional(),
        clientCountry: z.string().max(2).optional(),
        channel: z.enum([...way.options, 'none']),
        format: deliveryFormat,
        details: formatDetails.optional(),
      }),
    ),
    async (c) => {
      const { clientId = null, clientCountry = null, details = {}, ...rule } = c.req.valid('json')
      await work(c, (trx) =>
        addDeliveryRule(trx, contextOf(c), { ...rule, clientId, clientCountry, details }),
      )
      return c.json(await settings(c), 201)
    },
  )
  .post(
    '/deliveries/connections',
    only('approver', 'finance'),
    describe(
      'Where a network’s door stands and the key to it, which is never shown again',
      deliverySettings,
      {
        tags,
        status: 201,
      },
    ),
    body(
      z.strictObject({
        channel,
        url: z.string().max(500),
        secrets: z.record(z.string().max(40), z.string().max(500)),
      }),
    ),
    async (c) => {
      const connection = c.req.valid('json')
      await work(c, (trx) => connectNetwork(trx, contextOf(c), connection))
      return c.json(await settings(c), 201)
    },
  )
  .post(
    '/invoices/:id/deliveries',
    only('staff', 'approver', 'finance'),
    describe('Put an invoice on its way, or on its way again after a failure', page(invoiceDelivery), {
      tags,
      status: 201,
    }),
    async (c) => {
      const invoiceId = idOf(c.req.param('id'))
      const made = await work(c, async (trx) => {
        const queued = await queueInvoice(trx, contextOf(c), invoiceId)
        if (queued === undefined)
          throw refused('No rule says by which network this invoice leaves: set one, or give it out by hand.')
        return deliveriesPage(trx, c.var.office.officeId, { invoiceId })
      })
      return c.json(made, 201)
    },
  )
  .post(
    '/invoices/:id/mail',
    only('staff', 'approver', 'finance'),
    describe(
      'Send an invoice by e-mail, as PDF and as an electronic invoice, where the law lets it leave so',
      page(invoiceDelivery),
      { tags, status: 201 },
    ),
    body(mailedTo),
    async (c) => {
      const invoiceId = idOf(c.req.param('id'))
      const made = await work(c, async (trx) => {
        await queueInvoice(trx, contextOf(c), invoiceId, { channel: 'email', ...c.req.valid('json') })
        return deliveriesPage(trx, c.var.office.officeId, { invoiceId })
      })
      return c.json(made, 201)
    },
  )
  .get(
    '/deliveries/:id/events',
    only(...STAFF),
    describe('All the network has said of a delivery', z.object({ items: z.array(deliveryEvent) }), { tags }),
    async (c) => {
      const id = idOf(c.req.param('id'))
      const events = await work(c, (trx) => deliveryEvents(trx, c.var.office.officeId, id))
      return c.json({
        items: events.map(({ heardAt, ...event }) => ({ ...event, heardAt: heardAt.toISOString() })),
      })
    },
  )
  .get(
    '/deliveries/:id/file',
    only(...STAFF),
    describe('The file as it was sent', undefined, { tags, media: { 'application/xml': 'Byte for byte' } }),
    async (c) => {
      const { fileName, content } = await work(c, (trx) =>
        deliveredContent(trx, c.var.office.officeId, idOf(c.req.param('id'))),
      )
      c.header('content-type', 'application/xml; charset=utf-8')
      c.header('content-disposition', `attachment; filename="${fileName}"`)
      return c.body(content)
    },
  )

const settings = (c: Request) =>
  work(c, (trx) => deliverySettingsOf(trx, c.var.office.officeId, contextOf(c).plugin))
