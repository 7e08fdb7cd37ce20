import { z } from 'zod'
import { currency, day, id, moment, money } from './common.ts'

export const fiscalYears = z
  .object({
    companies: z.array(
      z.object({
        entityNo: z.number().int(),
        name: z.string(),
        from: day.meta({ description: 'First day of the fiscal year of today' }),
        to: day,
        rules: z
          .array(
            z.object({
              from: day,
              months: z.number().int().meta({ description: 'Months of the first year; twelve afterwards' }),
              reason: z.string(),
              setBy: z.string(),
              setAt: moment,
            }),
          )
          .meta({ description: 'Oldest first; none: calendar years' }),
      }),
    ),
  })
  .meta({ id: 'FiscalYears' })

export const appropriation = z
  .object({
    appropriationId: id,
    entityNo: z.number().int(),
    yearFrom: day,
    yearTo: day,
    currency,
    toReserves: money.meta({ description: 'Negative: from the reserves, to cover a loss' }),
    decidedOn: day,
    minutes: z.string(),
    state: z.enum(['proposed', 'approved', 'withdrawn']),
    proposedBy: z.string(),
    proposedAt: moment,
    approvedBy: z.string().nullable(),
    approvedAt: moment.nullable(),
    effectiveOn: day.nullable(),
  })
  .meta({ id: 'Appropriation' })
