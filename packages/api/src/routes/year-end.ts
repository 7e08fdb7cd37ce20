import {
  type Appropriation,
  approveAppropriation,
  listAppropriations,
  proposeAppropriation,
  readYearResults,
  withdrawAppropriation,
} from '@samen/core/books'
import type { OfficeContext } from '@samen/core/context'
import { formatAmount, signedAmount } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { fiscalYearOf, fiscalYearRules, legalEntities, setFiscalYear } from '@samen/core/legal-entities'
import type { Context } from 'hono'
import { z } from 'zod'
import { appropriation, fiscalYears } from '../answers/year-end.ts'
import { only, STAFF } from '../auth/rights.ts'
import { namesOf } from '../queries/names.ts'
import type { Env } from '../services.ts'
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
      const items = await work(c, async (trx) =>
        answersOf(c, trx, await listAppropriations(trx, c.var.office.officeId)),
      )
      return c.json({ items })
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
      return c.json(await decided(c, (trx) => proposeAppropriation(trx, contextOf(c), draft)), 201)
    },
  )
  .post(
    '/appropriations/:id/approval',
    only('approver', 'finance'),
    describe('Approve an appropriation as the second person: it is posted', appropriation, { tags }),
    async (c) => {
      const id = idOf(c.req.param('id'))
      return c.json(await decided(c, (trx) => approveAppropriation(trx, contextOf(c), id)))
    },
  )
  .post(
    '/appropriations/:id/withdrawal',
    only('approver', 'finance'),
    describe('Take back an appropriation nobody approved', appropriation, { tags }),
    async (c) => {
      const id = idOf(c.req.param('id'))
      return c.json(await decided(c, (trx) => withdrawAppropriation(trx, contextOf(c), id)))
    },
  )

async function fiscalYearsOf(trx: Transaction, context: OfficeContext): Promise<z.infer<typeof fiscalYears>> {
  const { officeId, today, plugin } = context
  const results = new Map((await readYearResults(trx, context)).map((one) => [one.legalEntityId, one]))
  const companies: z.infer<typeof fiscalYears>['companies'] = []
  // An office has nine companies at most.
  for (const { legalEntityId, entityNo, name } of await legalEntities(trx, officeId)) {
    const rules = await fiscalYearRules(trx, officeId, legalEntityId)
    const names = await namesOf(
      trx,
      rules.map(({ setBy }) => setBy),
    )
    const { broughtForward = 0n, reserves = 0n, years = [] } = results.get(legalEntityId) ?? {}
    companies.push({
      entityNo,
      name,
      ...fiscalYearOf(rules, today),
      rules: rules.map(({ setBy, setAt, ...rule }) => ({
        ...rule,
        setBy: names.get(setBy) ?? setBy,
        setAt: setAt.toISOString(),
      })),
      broughtForward: formatAmount(broughtForward),
      reserves: formatAmount(reserves),
      years: years.map(({ result, toReserves, ...year }) => ({
        ...year,
        result: formatAmount(result),
        toReserves: formatAmount(toReserves),
      })),
    })
  }
  return { currency: plugin.currency, companies }
}

/** Appropriations as one person sees them: people by name, and may this one approve? */
async function answersOf(
  c: Context<Env>,
  trx: Transaction,
  found: readonly Appropriation[],
): Promise<z.infer<typeof appropriation>[]> {
  const names = await namesOf(
    trx,
    found.flatMap(({ proposedBy, approvedBy }) => [proposedBy, approvedBy]),
  )
  return found.map(
    ({ legalEntityId: _, toReserves, proposedBy, proposedAt, approvedBy, approvedAt, ...rest }) => ({
      ...rest,
      toReserves: formatAmount(toReserves),
      proposedBy: names.get(proposedBy) ?? proposedBy,
      proposedAt: proposedAt.toISOString(),
      approvedBy: approvedBy && (names.get(approvedBy) ?? approvedBy),
      approvedAt: approvedAt?.toISOString() ?? null,
      mayApprove: rest.state === 'proposed' && proposedBy !== c.var.user.id,
    }),
  )
}

/** Does something with one appropriation and answers it. */
const decided = (c: Context<Env>, run: (trx: Transaction) => Promise<Appropriation>) =>
  work(c, async (trx) => {
    const [answer] = await answersOf(c, trx, [await run(trx)])
    return answer as z.infer<typeof appropriation>
  })
