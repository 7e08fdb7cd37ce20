import { ordinarySteps, STRESS_LIMITS, stressInput } from '@samen/core/funds/stress'
import { z } from 'zod'
import { stressRun } from '../answers/stress.ts'
import { only, STAFF } from '../auth/rights.ts'
import { stressRunAnswer } from '../queries/stress.ts'
import { cancelRun, demandRoom, latestRun, runOf, startRun } from '../stress/stress-runs.ts'
import { body, contextOf, describe, idOf, routes, work } from './route.ts'

const tags = ['Funds and books']

const order = z.strictObject({
  days: z.int().min(7).max(STRESS_LIMITS.days).default(180).meta({ description: 'Days to be played' }),
  paths: z.int().min(100).max(STRESS_LIMITS.paths).default(10_000),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(1),
})

export const stress = routes()
  .post(
    '/funds/stress',
    only(...STAFF),
    describe('Start a simulation of the guarantee fund on the books of today', stressRun, {
      tags,
      status: 202,
    }),
    body(order),
    async (c) => {
      const { officeId, currency } = c.var.office
      const { days, paths, seed } = c.req.valid('json')
      const { log } = c.var.services
      demandRoom(officeId)
      const { today, now } = contextOf(c)
      const input = await work(c, (trx) => stressInput(trx, { currency, today, days }))
      const steps = ordinarySteps(input.fund.available + input.fund.advanced)
      const run = startRun(
        officeId,
        input,
        { seed, paths, steps },
        {
          now,
          failed: (error) => log.error({ officeId, error: String(error) }, 'a simulation failed'),
        },
      )
      return c.json(stressRunAnswer(run), 202)
    },
  )
  .get(
    '/funds/stress',
    only(...STAFF),
    describe(
      "The office's latest simulation since the server started",
      z.object({ run: stressRun.nullable() }),
      {
        tags,
      },
    ),
    (c) => {
      const run = latestRun(c.var.office.officeId)
      return c.json({ run: run ? stressRunAnswer(run) : null })
    },
  )
  .get(
    '/funds/stress/:id',
    only(...STAFF),
    describe('A simulation: how far it is, and what it found', stressRun, { tags }),
    (c) => c.json(stressRunAnswer(runOf(c.var.office.officeId, idOf(c.req.param('id'))))),
  )
  .post(
    '/funds/stress/:id/cancellation',
    only(...STAFF),
    describe('Cancel a simulation that is under way', stressRun, { tags }),
    (c) => c.json(stressRunAnswer(cancelRun(c.var.office.officeId, idOf(c.req.param('id'))))),
  )
