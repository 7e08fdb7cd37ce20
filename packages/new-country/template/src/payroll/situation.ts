import { type Situation, situationSchema } from '@samen/core/country'
import { z } from 'zod'

/** What the law asks about the person: birth date, dependants, tax card … */
const worker = z.strictObject({})

/** What it asks about the job: status, kind of contract, hours, place … */
const engagement = z.strictObject({})

/** The running totals of the month, quarter or year that the law looks back on; `{}` says that nothing came before. */
const toDate = z.strictObject({}).optional()

export type ToDate = z.output<typeof toDate>

export const situation = situationSchema({ worker, engagement, toDate, pay: ['ordinary', 'part'] })

export interface NewlandSituation extends Situation {
  readonly worker: z.output<typeof worker>
  readonly engagement: z.output<typeof engagement>
  readonly toDate?: ToDate
}
