import { z } from 'zod'
import { currency, day } from './common.ts'

/** How a price in another currency is told in the office's own. */
export const conversion = z
  .object({
    currency,
    rate: z.string().meta({
      description: "What one unit is worth in the office's currency, to six decimals",
      examples: ['1.037883'],
    }),
    rateOn: day.meta({ description: 'The day the bank quoted it' }),
    rateSource: z.enum(['ecb', 'mnb', 'demo']),
  })
  .meta({ id: 'Conversion' })
