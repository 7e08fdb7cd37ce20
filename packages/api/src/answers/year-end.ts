import { z } from 'zod'
import { currency, day, id, moment, money } from './common.ts'

export const fiscalYears = z
  .object({
    currency,
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
        broughtForward: money.meta({
          description: 'Results up to the last closed year less what assemblies set aside; negative: a loss',
        }),
        reserves: money,
        years: z
          .array(
            z.object({
              from: day,
              to: day,
              state: z.enum(['running', 'ended', 'closed', 'decided']).meta({
                description: 'ended: not all its months are closed; decided: an appropriation is posted',
              }),
              result: money.meta({ description: 'Income less expenses; negative is a loss' }),
              toReserves: money.meta({ description: 'Zero before an appropriation is posted' }),
            }),
          )
          .meta({ description: 'The last four, the latest first' }),
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
    mayApprove: z.boolean().meta({ description: 'Whether you may: another person proposed it' }),
  })
  .meta({ id: 'Appropriation' })
