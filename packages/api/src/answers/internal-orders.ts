import { INTERNAL_ORDER_STATES, INTERNAL_ORDER_STEPS } from '@samen/core/internal-orders'
import { z } from 'zod'
import { currency, day, id, money } from './common.ts'

export const internalOrderStep = z.enum(INTERNAL_ORDER_STEPS)

export const internalOrder = z
  .object({
    internalOrderId: id,
    seller: z.object({ activityId: id, name: z.string() }).meta({ description: 'Does the work' }),
    buyer: z
      .object({ activityId: id, name: z.string() })
      .meta({ description: 'Pays for it out of its budget' }),
    title: z.string(),
    currency,
    amount: money,
    offeredOn: day,
    state: z.enum(INTERNAL_ORDER_STATES),
    steps: z.array(z.object({ step: internalOrderStep, reason: z.string(), takenOn: day })),
    next: z.array(internalOrderStep).meta({ description: 'Steps whoever asks may take now' }),
  })
  .meta({ id: 'InternalOrder' })

export const activityName = z.object({ activityId: id, name: z.string() }).meta({ id: 'ActivityName' })
