import { z } from 'zod'
import { currency, id, moment, money, period } from './common.ts'

const event = z.object({
  eventId: id,
  kind: z.enum(['locked', 'unlocked', 'closed', 'reopening-asked', 'reopening-withdrawn', 'reopened']),
  by: z.string(),
  reason: z.string(),
  at: moment,
})

const state = {
  period,
  state: z
    .enum(['open', 'soft', 'closed'])
    .meta({ description: 'soft takes reversals and corrections only, closed nothing' }),
  asked: event
    .extend({ mayConfirm: z.boolean().meta({ description: 'Whether you may: another person asked' }) })
    .nullable()
    .meta({ description: 'The request to reopen it that waits for a second person' }),
}

export const monthState = z.object(state).meta({ id: 'MonthState' })

export const months = z.object({ items: z.array(monthState) }).meta({ id: 'Months' })

export const monthReview = z
  .object({
    ...state,
    currency,
    checklist: z.array(
      z.object({
        code: z.string(),
        blocks: z.boolean().meta({ description: 'Whether the month cannot be closed because of it' }),
        count: z.number().int(),
        detail: z.string(),
      }),
    ),
    authorities: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        kind: z.enum(['social', 'tax', 'provision']),
        number: z.string(),
        opening: money,
        payslips: money.meta({ description: 'What the payslips paid in the month say' }),
        booked: money.meta({ description: 'What the books took from them: the same, or something is wrong' }),
        other: money.meta({ description: 'Payments and everything else; negative lessens the debt' }),
        closing: money,
      }),
    ),
    events: z.array(event),
  })
  .meta({ id: 'MonthReview' })
