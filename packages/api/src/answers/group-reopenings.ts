import { z } from 'zod'
import { moment, period } from './common.ts'

export const reopening = z
  .object({
    groupReopeningId: z.uuid(),
    period: period.meta({ description: 'This month and every later one that was closed' }),
    reason: z.string(),
    state: z.enum(['asked', 'confirmed', 'withdrawn']),
    askedBy: z.string(),
    askedAt: moment,
    decidedBy: z.string().nullable(),
    decidedAt: moment.nullable(),
    closedThrough: period.nullable().meta({ description: 'The last month closed again since' }),
    mayConfirm: z.boolean().meta({ description: 'Whether you may: another person asked' }),
  })
  .meta({ id: 'GroupReopening' })
