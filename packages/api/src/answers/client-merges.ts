import { z } from 'zod'
import { currency, day, id, money } from './common.ts'

export const clientMerge = z
  .object({
    clientId: id.meta({ description: 'Ended as a name under which the other is found' }),
    intoId: id,
    name: z.string(),
    vatNumber: z.string().nullable(),
    companyNumber: z.string().nullable(),
    reason: z.string(),
    mergedOn: day,
    mergedBy: z.string(),
  })
  .meta({ id: 'ClientMerge' })

const side = z.object({
  clientId: id,
  name: z.string(),
  country: z.string(),
  vatNumber: z.string().nullable(),
  companyNumber: z.string().nullable(),
  email: z.string().nullable(),
  town: z.string().nullable(),
  rating: z.enum(['N', 'A', 'B', 'C', 'D', 'E']),
  openJobs: z.number().int(),
  invoices: z.number().int(),
  owed: money,
  exposure: money.meta({ description: 'What the guarantee fund has advanced' }),
  creditLimit: money,
  bankruptOn: day.nullable(),
  handedOverOn: day.nullable(),
})

export const mergePreview = z
  .object({
    currency,
    merged: side,
    into: side,
    takes: z
      .array(z.enum(['vatNumber', 'companyNumber', 'email', 'address', 'sector', 'insurance']))
      .meta({ description: 'What only the merged one has, and the other takes over' }),
    numbersDiffer: z.boolean().meta({ description: 'They are one client only if its number changed' }),
  })
  .meta({ id: 'MergePreview' })
