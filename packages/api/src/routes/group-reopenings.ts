import { inOffice, type Transaction } from '@samen/core/database'
import {
  askGroupReopening,
  decideGroupReopening,
  type GroupReopening,
  groupMonths,
  groupReopenings,
} from '@samen/core/packs'
import type { Context } from 'hono'
import { z } from 'zod'
import { groupMonth, reopening } from '../answers/group-reopenings.ts'
import { namesOf } from '../queries/names.ts'
import type { Env } from '../services.ts'
import { body, describe, periodSchema, routes } from './route.ts'

const tags = ['Group']

/** A month the group closed is opened again: one person asks, another confirms. */
export const groupReopeningRoutes = routes()
  .get(
    '/closes',
    describe('Months the group closed, the latest first', z.array(groupMonth), { tags }),
    async (c) =>
      c.json(
        await inGroup(c, async (trx, officeId): Promise<z.infer<typeof groupMonth>[]> => {
          const months = await groupMonths(trx, officeId)
          const names = await namesOf(
            trx,
            months.map(({ closedBy }) => closedBy),
          )
          return months.map(({ closedBy, closedAt, restatedBy, ...month }) => ({
            ...month,
            restatedBy: [...restatedBy],
            closedBy: names.get(closedBy) ?? closedBy,
            closedAt: closedAt.toISOString(),
          }))
        }),
      ),
  )
  .get(
    '/reopenings',
    describe('Closed months that were opened again, or asked to be, the latest first', z.array(reopening), {
      tags,
    }),
    async (c) =>
      c.json(await inGroup(c, async (trx, id) => answersOf(c, trx, await groupReopenings(trx, id)))),
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
      return c.json(await decided(c, (trx, id) => askGroupReopening(trx, id, asked)), 201)
    },
  )
  .post(
    '/reopenings/:reopening/decision',
    describe('Confirm as the second person, or withdraw', reopening, { tags }),
    body(z.strictObject({ decision: z.enum(['confirmed', 'withdrawn']) })),
    async (c) => {
      const { decision } = c.req.valid('json')
      const groupReopeningId = z.uuid().parse(c.req.param('reopening'))
      const asked = { groupReopeningId, decision, by: c.var.user.id }
      return c.json(await decided(c, (trx, id) => decideGroupReopening(trx, id, asked)))
    },
  )

/** Reopenings as one person sees them: people by name, and may this one confirm? */
async function answersOf(
  c: Context<Env>,
  trx: Transaction,
  found: readonly GroupReopening[],
): Promise<z.infer<typeof reopening>[]> {
  const names = await namesOf(
    trx,
    found.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]),
  )
  return found.map(({ askedBy, askedAt, decidedBy, decidedAt, ...one }) => ({
    ...one,
    askedBy: names.get(askedBy) ?? askedBy,
    askedAt: askedAt.toISOString(),
    decidedBy: decidedBy && (names.get(decidedBy) ?? decidedBy),
    decidedAt: decidedAt?.toISOString() ?? null,
    mayConfirm: one.state === 'asked' && askedBy !== c.var.user.id,
  }))
}

/** Does something with one reopening and answers it. */
const decided = (
  c: Context<Env>,
  run: (trx: Transaction, officeId: string) => Promise<GroupReopening>,
): Promise<z.infer<typeof reopening>> =>
  inGroup(c, async (trx, officeId) => {
    const [answer] = await answersOf(c, trx, [await run(trx, officeId)])
    return answer as z.infer<typeof reopening>
  })

const inGroup = <T>(c: Context<Env>, run: (trx: Transaction, officeId: string) => Promise<T>): Promise<T> => {
  const { officeId } = c.var.groupOffice
  return inOffice(c.var.services.db, officeId, (trx) => run(trx, officeId))
}
