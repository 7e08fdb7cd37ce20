import { z } from 'zod'
import { day, id, moment } from './common.ts'

export const billingRecord = z.object({
  legalEntityId: id,
  seq: z.number().int().describe('1, 2 … in the company’s chain, without a gap'),
  kind: z.enum(['issued', 'corrected', 'cancelled']),
  invoiceId: id,
  number: z.string(),
  issuedOn: day,
  hash: z.string().describe('SHA-256, 64 capital hexadecimal digits'),
  previous: z.string().nullable().describe('The hash of the record before it'),
  address: z.string().nullable().describe('What the QR code of the invoice says'),
  reason: z.string().nullable(),
  madeBy: z.string(),
  madeAt: moment,
})

export const billingRecordSetting = z.object({
  validFrom: day,
  sent: z.boolean(),
  producer: z.object({ name: z.string(), number: z.string() }),
})
