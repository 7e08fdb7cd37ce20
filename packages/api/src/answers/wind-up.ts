import { z } from 'zod'
import { currency, day, money, period } from './common.ts'

export const windUp = z
  .object({
    windUp: z
      .object({
        state: z.enum(['proposed', 'confirmed', 'finished']),
        decidedOn: day,
        endsOn: day.meta({ description: 'The last day: no job goes on after it' }),
        minutes: z.string().meta({ description: 'Where the decision stands in the minutes' }),
        proposedBy: z.string(),
        confirmedBy: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'Null where none was decided, or it was withdrawn' }),
    lastDayIsOver: z.boolean(),
    isSettled: z.boolean().meta({ description: 'Whether nothing stands in `unsettled`' }),
    unsettled: z
      .object({
        checks: z.array(z.object({ code: z.string(), count: z.number().int(), detail: z.string() })),
        openJobs: z.number().int().meta({ description: 'Neither paid out nor cancelled' }),
        openMonths: z.object({ count: z.number().int(), first: period.nullable() }),
        waitingPacks: z.number().int().meta({ description: 'Packs the group has not received' }),
        lastPackMissing: z.boolean().meta({ description: 'No month was reported to the group as the last' }),
        balances: z.array(
          z.object({
            account: z.string(),
            number: z.string(),
            name: z.string(),
            type: z.enum(['asset', 'liability']),
            currency,
            subjects: z.number().int().meta({ description: 'Activities, clients, funds … not at zero' }),
            amount: money.meta({ description: 'Debit less credit' }),
          }),
        ),
      })
      .meta({ description: 'What has to be settled before the office can end, as its books say it' }),
  })
  .meta({ id: 'WindUp' })
