import { z } from 'zod'
import { currency, day, id, money, period } from './common.ts'

export const asset = z
  .object({
    assetId: id,
    supplierInvoiceId: id.nullable().meta({
      description: 'By which it came; null for what was bought before equipment came by supplier invoices',
    }),
    activityId: id,
    activityName: z.string(),
    name: z.string(),
    reference: z.string(),
    currency,
    cost: money.meta({ description: 'Without VAT, but with VAT that does not come back' }),
    vat: money,
    boughtOn: day,
    inUseFrom: day.meta({ description: 'First of the month depreciation begins with' }),
    months: z.number().int(),
    residual: money,
    declining: z
      .string()
      .nullable()
      .meta({ description: 'Percent of the book value a year; null: linear', examples: ['25'] }),
    depreciated: money,
    bookValue: money,
    disposedOn: day.nullable(),
    proceeds: money.nullable(),
    gain: money.nullable().meta({ description: 'Negative for a loss' }),
  })
  .meta({ id: 'Asset' })

export const depreciation = z
  .object({ period, currency, assets: z.number().int(), amount: money })
  .meta({ id: 'Depreciation' })
