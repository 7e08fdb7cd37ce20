import { inOffice, type Transaction } from '@samen/core/database'
import {
  askGroupReopening,
  decideGroupReopening,
  type GroupReopening,
  groupReopenings,
} from '@samen/core/packs'
import type { Context } from 'hono'
import { z } from 'zod'
import { moment, period } from '../answers/common.ts'
import type { Env } from '../services.ts'
import { body, describe, periodSchema, routes } from './route.ts'

const tags = ['Group']

const reopening = z
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
  })
  .meta({ id: 'GroupReopening' })

/** A month the group closed is opened again: one person asks, another confirms. */
export const groupReopeningRoutes = routes()
  .get(
    '/reopenings',
    describe('Closed months that were opened again, or asked to be, the latest first', z.array(reopening), {
      tags,
    }),
    async (c) => c.json((await inGroup(c, groupReopenings)).map(answerOf)),
  )
  .post(
    '/reopenings',
    describe(
      'Ask for a closed month to be opened again; nothing is open before somebody else confirms',
      reopening,
      {
        tags,
        status: 201,
      },
    ),
    body(z.strictObject({ period: periodSchema, reason: z.string().min(1).max(300) })),
    async (c) => {
      const asked = { ...c.req.valid('json'), by: c.var.user.id }
      return c.json(answerOf(await inGroup(c, (trx, id) => askGroupReopening(trx, id, asked))), 201)
    },
  )
  .post(
    '/reopenings/:reopening/decision',
    describe('Confirm as the second person, or withdraw', reopening, { tags }),
    body(z.strictObject({ decision: z.enum(['confirmed', 'withdrawn']) })),
    async (c) => {
      const { decision } = c.req.valid('json')
      const groupReopeningId = z.uuid().parse(c.req.param('reopening'))
      const decided = { groupReopeningId, decision, by: c.var.user.id }
      return c.json(answerOf(await inGroup(c, (trx, id) => decideGroupReopening(trx, id, decided))))
    },
  )

const answerOf = ({ askedAt, decidedAt, ...one }: GroupReopening): z.infer<typeof reopening> => ({
  ...one,
  askedAt: askedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
})

const inGroup = <T>(c: Context<Env>, run: (trx: Transaction, officeId: string) => Promise<T>): Promise<T> => {
  const { officeId } = c.var.groupOffice
  return inOffice(c.var.services.db, officeId, (trx) => run(trx, officeId))
}
