import {
  type Appropriation,
  approveAppropriation,
  listAppropriations,
  proposeAppropriation,
  withdrawAppropriation,
} from '@samen/core/books'
import type { OfficeContext } from '@samen/core/context'
import { formatAmount, signedAmount } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { fiscalYearOf, fiscalYearRules, legalEntities, setFiscalYear } from '@samen/core/legal-entities'
import { z } from 'zod'
import { appropriation, fiscalYears } from '../answers/year-end.ts'
import { only, STAFF } from '../auth/rights.ts'
import { body, contextOf, daySchema, describe, idOf, routes, work } from './route.ts'

const tags = ['Funds and books']
const entityNo = z.int().min(1).max(9).meta({ description: 'Which of the office’s companies' })
const minutes = z.string().min(1).max(300)

/** When a company's year begins, and what an assembly does with its result. */
export const yearEnd = routes()
  .get(
    '/fiscal-years',
    only(...STAFF),
    describe('The companies’ fiscal years', fiscalYears, { tags }),
    async (c) => c.json(await work(c, (trx) => fiscalYearsOf(trx, contextOf(c)))),
  )
  .post(
    '/fiscal-years',
    only('finance'),
    describe('Let a company’s fiscal years begin on another day from now on', fiscalYears, {
      tags,
      status: 201,
    }),
    body(z.strictObject({ entityNo, from: daySchema, months: z.int().min(1).max(24), reason: minutes })),
    async (c) => {
      const rule = c.req.valid('json')
      const answer = await work(c, async (trx) => {
        await setFiscalYear(trx, contextOf(c), rule)
        return fiscalYearsOf(trx, contextOf(c))
      })
      return c.json(answer, 201)
    },
  )
  .get(
    '/appropriations',
    only(...STAFF),
    describe(
      'What assemblies did with the results of years, the latest first',
      z.object({ items: z.array(appropriation) }),
      { tags },
    ),
    async (c) => {
      const items = await work(c, (trx) => listAppropriations(trx, c.var.office.officeId))
      return c.json({ items: items.map(answerOf) })
    },
  )
  .post(
    '/appropriations',
    only('finance'),
    describe(
      'Write down what an assembly decided on a year’s result; a second person approves it',
      appropriation,
      { tags, status: 201 },
    ),
    body(
      z.strictObject({
        entityNo,
        yearTo: daySchema,
        toReserves: signedAmount,
        decidedOn: daySchema,
        minutes,
      }),
    ),
    async (c) => {
      const draft = c.req.valid('json')
      return c.json(answerOf(await work(c, (trx) => proposeAppropriation(trx, contextOf(c), draft))), 201)
    },
  )
  .post(
    '/appropriations/:id/approval',
    only('approver', 'finance'),
    describe('Approve an appropriation as the second person: it is posted', appropriation, { tags }),
    async (c) => {
      const id = idOf(c.req.param('id'))
      return c.json(answerOf(await work(c, (trx) => approveAppropriation(trx, contextOf(c), id))))
    },
  )
  .post(
    '/appropriations/:id/withdrawal',
    only('approver', 'finance'),
    describe('Take back an appropriation nobody approved', appropriation, { tags }),
    async (c) => {
      const id = idOf(c.req.param('id'))
      return c.json(answerOf(await work(c, (trx) => withdrawAppropriation(trx, contextOf(c), id))))
    },
  )

async function fiscalYearsOf(
  trx: Transaction,
  { officeId, today }: OfficeContext,
): Promise<z.infer<typeof fiscalYears>> {
  const companies: z.infer<typeof fiscalYears>['companies'] = []
  // An office has nine companies at most.
  for (const { legalEntityId, entityNo, name } of await legalEntities(trx, officeId)) {
    const rules = await fiscalYearRules(trx, officeId, legalEntityId)
    companies.push({
      entityNo,
      name,
      ...fiscalYearOf(rules, today),
      rules: rules.map(({ from, months, reason, setBy, setAt }) => ({
        from,
        months,
        reason,
        setBy,
        setAt: setAt.toISOString(),
      })),
    })
  }
  return { companies }
}

const answerOf = (found: Appropriation): z.infer<typeof appropriation> => ({
  appropriationId: found.appropriationId,
  entityNo: found.entityNo,
  yearFrom: found.yearFrom,
  yearTo: found.yearTo,
  currency: found.currency,
  toReserves: formatAmount(found.toReserves),
  decidedOn: found.decidedOn,
  minutes: found.minutes,
  state: found.state,
  proposedBy: found.proposedBy,
  proposedAt: found.proposedAt.toISOString(),
  approvedBy: found.approvedBy,
  approvedAt: found.approvedAt?.toISOString() ?? null,
  effectiveOn: found.effectiveOn,
})
