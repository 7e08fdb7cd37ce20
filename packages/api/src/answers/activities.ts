import { z } from 'zod'
import { id, money } from './common.ts'

export const officeActivity = z
  .object({
    activityId: id,
    name: z.string(),
    kind: z.enum(['single', 'team']),
    budget: money.meta({ description: 'What it may spend; negative where more was spent' }),
  })
  .meta({ id: 'OfficeActivity' })
