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

export const groupMonth = z
  .object({
    period,
    closedBy: z.string(),
    closedAt: moment.meta({ description: 'The first closing' }),
    isOpen: z.boolean().meta({ description: 'Opened again since, and not closed anew' }),
    restatedBy: z
      .array(z.string())
      .meta({ description: 'Offices whose pack was corrected after the first closing' }),
  })
  .meta({ id: 'GroupMonth' })
