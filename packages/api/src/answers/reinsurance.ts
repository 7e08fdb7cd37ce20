import { z } from 'zod'
import { currency, id, money, period } from './common.ts'

const share = z.string().meta({ description: 'In percent', examples: ['80'] })

export const treaty = z
  .object({
    counterparty: z.string().meta({ description: 'The other office by its short name', examples: ['fr'] }),
    direction: z.enum(['ceded', 'assumed']),
    fromYear: z.number().int(),
    fundId: id,
    currency,
    retentionPerLoss: money,
    retentionPerYear: money,
    sharePercent: share,
    premiumPercent: share,
  })
  .meta({ id: 'ReinsuranceTreaty' })

export const cession = z
  .object({
    format: z.literal('samen-cession-1'),
    from: z.string(),
    to: z.string(),
    currency,
    period,
    lines: z.array(
      z.object({
        lossYear: z.number().int(),
        gross: money,
        ceded: money,
        change: money.meta({ description: 'Of this month; negative when something came back' }),
      }),
    ),
    premium: money,
  })
  .meta({ id: 'CessionStatement' })

export const reinsurance = z
  .object({
    treaties: z.array(treaty),
    accounts: z.array(
      z.object({
        counterparty: z.string(),
        direction: z.enum(['ceded', 'assumed']),
        period,
        premium: money,
        statement: cession,
        bookedBy: z.string(),
      }),
    ),
  })
  .meta({ id: 'Reinsurance' })
