import { CHANNELS, DELIVERY_FORMATS, formatDetails, WAYS } from '@samen/core/delivery'
import { z } from 'zod'
import { day, id, moment } from './common.ts'

export const channel = z.enum(CHANNELS)
export const way = z.enum(WAYS)
export const deliveryFormat = z.enum(DELIVERY_FORMATS)
export const deliveryState = z.enum([
  'queued',
  'sent',
  'accepted',
  'delivered',
  'buyer-accepted',
  'buyer-rejected',
  'failed',
])

export const invoiceDelivery = z
  .object({
    invoiceDeliveryId: id,
    invoice: z.object({ invoiceId: id, number: z.string(), client: z.string() }),
    channel: way,
    format: deliveryFormat,
    fileName: z.string(),
    receiver: z.string().nullable(),
    sha256: z.string().meta({ description: 'Of the file as it was sent' }),
    state: deliveryState,
    next: z.enum(['wait', 'correct', 'tell-buyer', 'answer-buyer', 'credit', 'done']),
    remoteId: z.string().nullable().meta({ description: 'The network’s number of it' }),
    code: z.string().nullable().meta({ description: 'The network’s last word: `imr:AP`, `NS`, `205`' }),
    detail: z.string().nullable(),
    queuedAt: moment,
    changedAt: moment,
  })
  .meta({ id: 'InvoiceDelivery' })

export const deliveryEvent = z.object({
  code: z.string(),
  state: deliveryState,
  detail: z.string().nullable(),
  heardAt: moment,
})

export const unsentInvoice = z
  .object({
    invoice: z.object({ invoiceId: id, number: z.string(), client: z.string() }),
    detail: z.string(),
    noticedAt: moment,
  })
  .meta({ id: 'UnsentInvoice' })

export const deliverySettings = z
  .object({
    rules: z.array(
      z.object({
        deliveryRuleId: id,
        validFrom: day,
        client: z.object({ clientId: id, name: z.string() }).nullable(),
        clientCountry: z.string().nullable(),
        channel: z.enum([...WAYS, 'none']),
        format: deliveryFormat,
        details: formatDetails,
        setAt: moment,
      }),
    ),
    connections: z.array(z.object({ channel, url: z.string(), setAt: moment })),
    obligations: z
      .array(
        z.object({
          duty: z.enum(['send', 'report', 'receive']),
          to: z.enum(['anybody', 'business', 'public-body']),
          channels: z.array(channel),
          formats: z.array(deliveryFormat),
          byAgreement: z.boolean().meta({ description: 'The parties may agree on another way' }),
          from: day,
          until: day.nullable(),
          source: z.string(),
          unverified: z.string().nullable(),
        }),
      )
      .meta({ description: 'What the law wants of invoices within the country' }),
  })
  .meta({ id: 'DeliverySettings' })
