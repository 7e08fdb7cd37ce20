import { z } from 'zod'
import { currency, day, id, moment, money, period } from './common.ts'

export const accrual = z
  .object({
    accrualId: id,
    entityNo: z.number().int(),
    period,
    account: z.string(),
    currency,
    amount: money,
    reason: z.string(),
    reversedOn: day.meta({ description: 'When it is taken back: the first of the month after' }),
    recordedBy: z.string(),
    recordedAt: moment,
  })
  .meta({ id: 'Accrual' })

export const provisions = z
  .object({
    currency,
    from: day,
    to: day,
    provisions: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        number: z.string(),
        opening: money,
        setAside: money.meta({ description: 'From payslips' }),
        used: money,
        closing: money,
      }),
    ),
    workers: z.array(
      z.object({
        code: z.string(),
        memberId: id,
        memberName: z.string(),
        activityId: id,
        activityName: z.string(),
        setAside: money,
        toDate: money.meta({ description: 'Since the first payslip' }),
      }),
    ),
    more: z.boolean().meta({ description: 'There are more workers than are shown' }),
  })
  .meta({ id: 'Provisions' })
