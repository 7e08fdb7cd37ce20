import { z } from 'zod'
import { currency, day, money } from './common.ts'

const figure = { amount: money, before: money.meta({ description: 'The same months a year before' }) }

const section = z.object({
  ...figure,
  lines: z.array(
    z.object({
      number: z.string().meta({ description: 'Empty on a result, which stands on no account' }),
      name: z.string(),
      result: z.enum(['of-the-year', 'of-earlier-years']).nullable(),
      ...figure,
    }),
  ),
})

export const statements = z
  .object({
    currency,
    from: day,
    to: day,
    fromBefore: day,
    toBefore: day,
    companies: z.array(z.object({ entityNo: z.number().int(), name: z.string() })),
    balanceSheet: z
      .object({ assets: section, liabilities: section, equity: section })
      .meta({ description: 'Assets are liabilities and equity together; the results are part of equity' }),
    profitAndLoss: z.object({ income: section, expenses: section, result: z.object(figure) }),
    cashFlow: z
      .object({ opening: z.object(figure), flows: section, closing: z.object(figure) })
      .meta({ description: 'The bank account, by the account on the other side (direct method)' }),
  })
  .meta({ id: 'Statements' })

export const activityStatement = z
  .object({
    currency,
    name: z.string(),
    from: day,
    to: day,
    fromBefore: day,
    toBefore: day,
    opening: z.object(figure),
    lines: z.array(z.object({ kind: z.string(), ...figure })),
    closing: z.object(figure),
  })
  .meta({ id: 'ActivityStatement' })
