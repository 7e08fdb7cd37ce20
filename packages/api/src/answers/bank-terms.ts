import { z } from 'zod'
import { money } from './common.ts'

/** What the company agreed with its bank about payments. */
export const bankTerms = z
  .object({
    transfersMax: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Transfers that one batch may hold; null: as many as there are' }),
    amountMax: money
      .nullable()
      .meta({ description: 'What one batch may come to; null: whatever it comes to' }),
    instant: z.boolean().meta({ description: 'Wages and suppliers are paid at once (SEPA Instant)' }),
  })
  .meta({ id: 'BankTerms' })
