import { forgoClaim, workerClaims } from '@samen/core/claims'
import { computeCorrection, previewCorrection, storedCorrection } from '@samen/core/corrections'
import { payRun as payRunById } from '@samen/core/pay-runs'
import { notFound, refused } from '@samen/core/problem'
import { payBackClaim } from '@samen/core/statements'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import { correction, correctionPreview, workerClaim } from '../answers/corrections.ts'
import { preparedPayRun } from '../answers/pay-runs.ts'
import { only, STAFF } from '../auth/rights.ts'
import { claimAnswerOf, correctionAnswer } from '../queries/corrections.ts'
import { cursorOf, pageOf, rowsOf } from '../queries/page.ts'
import { excludedOf, payRunAnswers } from '../queries/pay-runs.ts'
import {
  amountSchema,
  body,
  contextOf,
  daySchema,
  describe,
  idOf,
  pageQuery,
  query,
  routes,
  work,
} from './route.ts'

const tags = ['Corrections']

const scope = {
  from: daySchema
    .optional()
    .meta({ description: 'Payslips for days from here on; 1 January of this year unless told' }),
  memberId: z.uuid().optional().meta({ description: "One worker's payslips alone" }),
}

export const corrections = routes()
  .get(
    '/corrections/preview',
    only(...STAFF),
    describe(
      'What the law as it is installed now makes of payslips that were paid, without writing anything',
      correctionPreview,
      { tags },
    ),
    query(z.object(scope)),
    async (c) => {
      const request = c.req.valid('query')
      const answer = await work(c, async (trx) => {
        const preview = await previewCorrection(trx, contextOf(c), request)
        return {
          ...(await correctionAnswer(trx, c.var.office, preview)),
          from: preview.from,
          paidOn: preview.paidOn,
          excluded: excludedOf(preview.leftOut),
        }
      })
      return c.json(answer satisfies z.infer<typeof correctionPreview>)
    },
  )
  .post(
    '/corrections',
    only('staff', 'approver'),
    describe(
      'Compute a correction: a run of delta payslips that is approved and posted as any pay run; one of the same scope on the table is answered as it stands',
      preparedPayRun,
      { tags, status: 201 },
    ),
    body(z.strictObject(scope)),
    async (c) => {
      const request = c.req.valid('json')
      const prepared = await work(c, async (trx) => {
        const { run, isNew, leftOut } = await computeCorrection(trx, contextOf(c), request)
        if (!run)
          throw refused('The law says what was paid: there is nothing to correct.', {
            excluded: excludedOf(leftOut),
          })
        const [answer] = await payRunAnswers(trx, c.var.office, c.var.user.id, [run])
        return { ...(answer as z.infer<typeof preparedPayRun>), isNew }
      })
      return c.json(prepared, 201)
    },
  )
  .get(
    '/pay-runs/:id/correction',
    only(...STAFF),
    describe('The differences of a correction, by authority and worker', correction, { tags }),
    async (c) => {
      const payRunId = idOf(c.req.param('id'))
      const { officeId } = c.var.office
      const answer = await work(c, async (trx) => {
        const run = await payRunById(trx, officeId, payRunId)
        if (run.kind !== 'correction') throw notFound('correction with this id')
        return correctionAnswer(trx, c.var.office, await storedCorrection(trx, officeId, payRunId))
      })
      return c.json(answer)
    },
  )
  .get(
    '/claims',
    only(...STAFF),
    describe('What workers were paid too much, newest first', page(workerClaim), { tags }),
    query(
      pageQuery.extend({
        open: z.enum(['true', 'false']).optional().meta({ description: 'Only those not settled' }),
      }),
    ),
    async (c) => {
      const asked = c.req.valid('query')
      const [beforeId] = cursorOf(asked, ['id']) ?? []
      const rows = await work(c, (trx) =>
        workerClaims(trx, c.var.office.officeId, {
          openOnly: asked.open === 'true',
          limit: rowsOf(asked),
          ...(beforeId && { beforeId }),
        }),
      )
      return c.json(pageOf(rows, asked, (row) => [row.workerClaimId], claimAnswerOf(contextOf(c))))
    },
  )
  .post(
    '/claims/:id/paid-back',
    only('staff', 'approver', 'finance'),
    describe('Say that a waiting receipt, or a part of it, paid a claim back', workerClaim, { tags }),
    body(z.strictObject({ bankTransactionId: z.uuid(), amount: amountSchema.optional() })),
    async (c) => {
      const asked = c.req.valid('json')
      const workerClaimId = idOf(c.req.param('id'))
      const claim = await work(c, (trx) => payBackClaim(trx, contextOf(c), { ...asked, workerClaimId }))
      return c.json(claimAnswerOf(contextOf(c))(claim))
    },
  )
  .post(
    '/claims/:id/forgone',
    only('approver'),
    describe('Decide that a worker keeps what was paid too much; a mutualised fund bears it', workerClaim, {
      tags,
    }),
    body(z.strictObject({ reason: z.string().max(300) })),
    async (c) => {
      const { reason } = c.req.valid('json')
      const claim = await work(c, (trx) =>
        forgoClaim(trx, contextOf(c), { workerClaimId: idOf(c.req.param('id')), reason }),
      )
      return c.json(claimAnswerOf(contextOf(c))(claim))
    },
  )
