import { z } from 'zod'
import { currency, day, id, moment, money } from './common.ts'

const chance = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .meta({ description: 'A chance, with the range that holds the true one in 95 of 100 repetitions' })
const estimate = z
  .object({ value: money, low: money, high: money })
  .meta({ description: 'An amount, with the range that holds the true one in 95 of 100 repetitions' })

const stressReport = z.object({
  available: money,
  oneIn: z.number().int().meta({ description: 'The capital asked for makes a late wage one in so many' }),
  scenarios: z.array(
    z.object({
      code: z.enum(['as-is', 'largest-client', 'sector', 'levy-down', 'slow-payers']),
      hit: z.string().nullable().meta({ description: 'The client or sector that fails' }),
      late: chance,
      capital: estimate,
      lost: estimate,
    }),
  ),
  levers: z.array(
    z.object({
      code: z.enum(['levy-share', 'credit-limits', 'capital', 'dunning']),
      late: chance,
      saves: z.object({ value: z.number(), error: z.number() }),
      relief: money,
      lost: estimate,
    }),
  ),
  best: z.enum(['levy-share', 'credit-limits', 'capital', 'dunning']).nullable(),
  capitalMore: money.meta({ description: 'What the lever `capital` adds' }),
  bands: z.array(z.object({ on: day, low: money, middle: money, high: money })),
})

export const stressRun = z
  .object({
    runId: id,
    state: z.enum(['running', 'done', 'cancelled', 'failed']),
    done: z.number().meta({ description: 'Share done, from 0 to 1' }),
    startedAt: moment,
    currency,
    today: day,
    days: z.number().int(),
    paths: z.number().int(),
    seed: z.number().int().meta({ description: 'The same seed on the same books gives the same answer' }),
    assumptions: z.array(
      z.object({
        code: z.enum(['delays', 'hazard', 'correlation', 'new-work', 'lots', 'recoveries']),
        basis: z.enum(['seen', 'assumed', 'mixed']),
        observations: z.number(),
        value: z.number().nullable(),
      }),
    ),
    report: stressReport.nullable(),
  })
  .meta({ id: 'StressRun' })
