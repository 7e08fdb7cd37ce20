import { z } from 'zod'
import { fundPosition } from './books.ts'
import { currency, day, id, money, period } from './common.ts'
import { fundTransfer } from './fund-decisions.ts'

const ratio = z.number().meta({ description: 'A share or a number of days, not money' })

export const fundCockpit = z
  .object({
    currency,
    today: day,
    available: money,
    advanced: money,
    daysOut: ratio.nullable().meta({ description: 'Days the money that is out has been out, by amount' }),
    lossRatio: ratio.nullable().meta({ description: 'Lost of what was settled in the last year' }),
    concentration: z
      .object({ clients: z.number().int(), largest: ratio, five: ratio, herfindahl: ratio, alike: ratio })
      .nullable(),
    expectedLoss: money,
    delaysSeen: z.boolean(),
    delayMean: ratio,
    history: z.array(z.object({ on: day, available: money, advanced: money })),
    forecast: z.array(z.object({ on: day, receipts: money, wages: money, taxes: money, cash: money })),
  })
  .meta({ id: 'FundCockpit' })

const withheld = money
  .nullable()
  .meta({ description: 'Null: fewer than five people’s activities stand behind it' })

export const pool = z
  .object({
    currency,
    funds: z.array(fundPosition),
    months: z.array(
      z.object({
        period,
        fundId: id,
        code: z.string(),
        contributed: withheld,
        advanced: withheld,
        repaid: withheld,
        recovered: withheld,
        lost: withheld,
        spent: withheld,
      }),
    ),
    transfers: z.array(
      fundTransfer.pick({
        fundTransferId: true,
        fromFundId: true,
        toFundId: true,
        amount: true,
        decidedOn: true,
        minutes: true,
      }),
    ),
  })
  .meta({ id: 'Pool' })
