import { formatAmount } from '@samen/core/country'
import { decideValidation, setCeiling } from '@samen/core/validations'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import { memberCeiling, validation, waitingValidation } from '../answers/validations.ts'
import { only, STAFF } from '../auth/rights.ts'
import { ceilingsPage, validationAnswer, waitingPage } from '../queries/validations.ts'
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

const tags = ['Validations']

const ceilingInput = z.strictObject({
  perContract: amountSchema.nullable().meta({ description: 'Null: no ceiling of this kind' }),
  perMonth: amountSchema.nullable(),
  validFrom: daySchema.optional().meta({ description: 'Today unless told' }),
})

const decisionInput = z.strictObject({
  decision: z.enum(['approved', 'rejected']),
  reason: z.string().trim().max(300).optional().meta({ description: 'Needed to reject' }),
})

export const validations = routes()
  .get(
    '/validations',
    only(...STAFF),
    describe("Quotes above their member's ceiling that wait for the office", page(waitingValidation), {
      tags,
    }),
    query(pageQuery),
    async (c) =>
      c.json(await work(c, (trx) => waitingPage(trx, c.var.office.officeId, c.req.valid('query')))),
  )
  .post(
    '/validations/:contract/decision',
    only('staff', 'approver'),
    describe('Approve a quote that waits, or reject it with a reason', validation, { tags }),
    body(decisionInput),
    async (c) => {
      const { decision, reason } = c.req.valid('json')
      const decided = await work(c, (trx) =>
        decideValidation(trx, contextOf(c), idOf(c.req.param('contract')), {
          decision,
          reason,
          deciderMemberId: c.var.office.memberId,
        }),
      )
      return c.json(validationAnswer(decided) as z.infer<typeof validation>)
    },
  )
  .get(
    '/ceilings',
    only(...STAFF),
    describe('How much each member agrees alone', page(memberCeiling), { tags }),
    query(pageQuery.extend({ search: z.string().max(100).optional() })),
    async (c) => {
      const { officeId, today } = contextOf(c)
      const { currency } = c.var.office
      return c.json(
        await work(c, (trx) => ceilingsPage(trx, { officeId, today, currency }, c.req.valid('query'))),
      )
    },
  )
  .post(
    '/ceilings/:member',
    only('approver'),
    describe(
      'Set how much a member agrees alone, from a day on',
      z.object({
        perContract: z.string().nullable(),
        perMonth: z.string().nullable(),
        validFrom: z.string(),
      }),
      { tags, status: 201 },
    ),
    body(ceilingInput),
    async (c) => {
      const { validFrom, ...ceiling } = c.req.valid('json')
      const set = await work(c, (trx) =>
        setCeiling(trx, contextOf(c), idOf(c.req.param('member')), {
          ...ceiling,
          ...(validFrom !== undefined && { validFrom }),
        }),
      )
      const money = (amount: bigint | null) => (amount === null ? null : formatAmount(amount))
      const { perContract, perMonth } = set
      return c.json(
        { perContract: money(perContract), perMonth: money(perMonth), validFrom: set.validFrom },
        201,
      )
    },
  )
