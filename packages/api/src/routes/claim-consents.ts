import { sayConsent, workerClaims } from '@samen/core/claims'
import { z } from 'zod'
import { workerClaim } from '../answers/corrections.ts'
import { only } from '../auth/rights.ts'
import { claimAnswerOf } from '../queries/corrections.ts'
import { body, contextOf, describe, idOf, memberOf, routes, work } from './route.ts'

/** Whether later wages keep something back for what a worker was paid too much: the worker says so, or staff saw it on paper. */
export const claimConsents = routes()
  .post(
    '/claims/:id/consent',
    only('staff', 'approver', 'finance'),
    describe(
      'Write down that a worker agrees that wages keep something back, or does not any more',
      workerClaim,
      {
        tags: ['Corrections'],
      },
    ),
    body(z.strictObject({ agreed: z.boolean(), words: z.string().trim().min(1).max(300) })),
    async (c) => {
      const said = { ...c.req.valid('json'), workerClaimId: idOf(c.req.param('id')) }
      const claim = await work(c, (trx) => sayConsent(trx, contextOf(c), said))
      return c.json(claimAnswerOf(contextOf(c))(claim))
    },
  )
  .get(
    '/me/claims',
    only('member'),
    describe(
      'What you were paid too much and is open, the latest 100',
      z.object({ items: z.array(workerClaim) }),
      {
        tags: ['Member'],
      },
    ),
    async (c) => {
      const claims = await work(c, (trx) =>
        workerClaims(trx, c.var.office.officeId, { memberId: memberOf(c), openOnly: true }),
      )
      return c.json({ items: claims.map(claimAnswerOf(contextOf(c))) })
    },
  )
  .post(
    '/me/claims/:id/consent',
    only('member'),
    describe('Agree that your wages keep something back, or do not any more', workerClaim, {
      tags: ['Member'],
    }),
    body(z.strictObject({ agreed: z.boolean() })),
    async (c) => {
      const { agreed } = c.req.valid('json')
      const said = {
        workerClaimId: idOf(c.req.param('id')),
        agreed,
        words: agreed ? 'Agreed on their own page' : 'Taken back on their own page',
        memberId: memberOf(c),
      }
      const claim = await work(c, (trx) => sayConsent(trx, contextOf(c), said))
      return c.json(claimAnswerOf(contextOf(c))(claim))
    },
  )
