import { activityById } from '@samen/core/activities'
import type { OfficeContext } from '@samen/core/context'
import { type ContractState, createContract } from '@samen/core/contracts'
import type { Transaction } from '@samen/core/database'
import { moveJobs } from '@samen/core/invoices'
import { payslips } from '@samen/core/payslips'
import { Problem } from '@samen/core/problem'
import { selfValidate } from '@samen/core/validations'
import type { Context } from 'hono'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import { contractState, memberContract } from '../answers/contracts.ts'
import { me, profile, wayToNet } from '../answers/me.ts'
import { payslip, payslipDetail } from '../answers/pay-runs.ts'
import { only } from '../auth/rights.ts'
import {
  type ContractView,
  contractOf,
  contractsPage,
  MEMBER_STEPS,
  withPromise,
} from '../queries/contracts.ts'
import { payslipToPrint } from '../queries/documents.ts'
import { meOf } from '../queries/me.ts'
import { ordinaryTerms } from '../queries/ordinary-terms.ts'
import { cursorOf, pageOf, rowsOf } from '../queries/page.ts'
import { payslipAnswer, payslipDetailOf } from '../queries/pay-runs.ts'
import { profileOf } from '../queries/profile.ts'
import { wayToNetOf } from '../queries/way-to-net.ts'
import type { Env } from '../services.ts'
import { clientFor, clientInput, supplyInput, termsInput } from './quote-input.ts'
import { refuseUnvalidated } from './quotes.ts'
import {
  amountSchema,
  body,
  contextOf,
  daySchema,
  describe,
  idOf,
  languageQuery,
  memberOf,
  pageQuery,
  pdfAnswer,
  query,
  routes,
  work,
} from './route.ts'

export const who = routes().get(
  '/me',
  describe('Who is signed in, and what they may do where', me, { tags: ['Me'] }),
  async (c) => c.json(await meOf(c.var.services.db, c.var.user, c.var.rights)),
)

const wayToNetInput = z.strictObject({
  fee: amountSchema.meta({ description: "The client's price, net of VAT" }),
  supply: supplyInput.default('service'),
  startsOn: daySchema,
  endsOn: daySchema,
  expenses: amountSchema.optional(),
  clientPlace: z.enum(['domestic', 'union-business', 'union-consumer', 'outside-union']).default('domestic'),
  region: z.string().max(20).optional(),
  terms: termsInput,
})

const quoteInput = z.strictObject({
  activityId: z.uuid(),
  client: z.union([z.strictObject({ clientId: z.uuid() }), clientInput]),
  title: z.string().trim().min(1).max(300),
  supply: supplyInput.default('service'),
  fee: amountSchema,
  expenses: amountSchema.optional(),
  startsOn: daySchema,
  endsOn: daySchema,
  region: z.string().max(20).optional(),
  terms: termsInput,
})

/** A member's own pages: nothing here shows another person. */
export const members = routes()
  .get(
    '/me',
    only('member'),
    describe('Your profile, activities and shares', profile, { tags: ['Member'] }),
    async (c) => {
      const { officeId, currency } = c.var.office
      return c.json(await work(c, (trx) => profileOf(trx, officeId, currency, memberOf(c))))
    },
  )
  .post(
    '/me/way-to-net',
    only('member'),
    describe('The way from a price to your net wage, step by step', wayToNet, { tags: ['Member'] }),
    body(wayToNetInput),
    async (c) => {
      const { officeId, plugin } = c.var.office
      const input = c.req.valid('json')
      return c.json(await work(c, (trx) => wayToNetOf(trx, officeId, plugin, memberOf(c), input)))
    },
  )
  .get(
    '/me/contracts',
    only('member'),
    describe('Your jobs with their promise clocks', page(memberContract), { tags: ['Member'] }),
    query(pageQuery),
    async (c) => {
      const view = viewOf(c)
      const { items, next } = await work(c, (trx) => contractsPage(trx, view, c.req.valid('query')))
      return c.json({ items: items.map((item) => withPromise(view, item)), next })
    },
  )
  .post(
    '/me/contracts',
    only('member'),
    describe('Make a quote', memberContract, { tags: ['Member'], status: 201 }),
    body(quoteInput),
    async (c) => {
      const view = viewOf(c)
      const quote = c.req.valid('json')
      const made = await work(c, async (trx) => {
        const contractId = await makeQuote(trx, contextOf(c), memberOf(c), quote)
        await selfValidate(trx, contextOf(c), memberOf(c), contractId)
        return contractOf(trx, view, contractId)
      })
      return c.json(made, 201)
    },
  )
  .get(
    '/me/contracts/:id',
    only('member'),
    describe('One of your jobs', memberContract, { tags: ['Member'] }),
    async (c) => c.json(await work(c, (trx) => contractOf(trx, viewOf(c), idOf(c.req.param('id'))))),
  )
  .post(
    '/me/contracts/:id/steps',
    only('member'),
    describe('Move your job on, where a member may', memberContract, { tags: ['Member'] }),
    body(z.strictObject({ state: contractState })),
    async (c) => {
      const view = viewOf(c)
      const contractId = idOf(c.req.param('id'))
      if (c.req.valid('json').state === 'order') await refuseUnvalidated(c, contractId)
      const moved = await work(c, async (trx) => {
        // Is it theirs?
        await contractOf(trx, view, contractId)
        await moveJobs(trx, contextOf(c), [contractId], memberStep(c.req.valid('json').state))
        return contractOf(trx, view, contractId)
      })
      return c.json(moved)
    },
  )
  .get(
    '/me/payslips',
    only('member'),
    describe('Your payslips, newest first', page(payslip), { tags: ['Member'] }),
    query(pageQuery),
    async (c) => {
      const asked = c.req.valid('query')
      const [beforeId] = cursorOf(asked, ['id']) ?? []
      const rows = await work(c, (trx) =>
        payslips(trx, c.var.office.officeId, {
          memberId: memberOf(c),
          postedOnly: true,
          limit: rowsOf(asked),
          ...(beforeId && { beforeId }),
        }),
      )
      return c.json(pageOf(rows, asked, (row) => [row.payslipId], payslipAnswer))
    },
  )
  .get(
    '/me/payslips/:id',
    only('member'),
    describe('One of your payslips with every line', payslipDetail, { tags: ['Member'] }),
    async (c) =>
      c.json(
        await work(c, (trx) => payslipDetailOf(trx, c.var.office, idOf(c.req.param('id')), memberOf(c))),
      ),
  )
  .get(
    '/me/payslips/:id/pdf',
    only('member'),
    describe('One of your payslips on paper', undefined, {
      tags: ['Member'],
      media: { 'application/pdf': 'PDF/A-3b' },
    }),
    query(languageQuery),
    async (c) => {
      const asked = { ...c.req.valid('query'), memberId: memberOf(c) }
      const id = idOf(c.req.param('id'))
      return pdfAnswer(c, await work(c, (trx) => payslipToPrint(trx, c.var.office, id, asked)))
    },
  )

function memberStep(state: ContractState): (typeof MEMBER_STEPS)[number] {
  const allowed = MEMBER_STEPS.find((step) => step === state)
  if (!allowed) throw new Problem('forbidden', `A member moves a job to ${MEMBER_STEPS.join(', ')} only.`)
  return allowed
}

const viewOf = (c: Context<Env>): ContractView => ({
  officeId: c.var.office.officeId,
  plugin: c.var.office.plugin,
  today: contextOf(c).today,
  memberId: memberOf(c),
})

async function makeQuote(
  trx: Transaction,
  context: OfficeContext,
  memberId: string,
  { client, activityId, terms, ...job }: z.output<typeof quoteInput>,
): Promise<string> {
  const activity = await activityById(trx, context.officeId, activityId)
  if (!activity.memberIds.includes(memberId))
    throw new Problem('not-found', 'There is no such activity of yours.')
  const clientId = 'clientId' in client ? client.clientId : await clientFor(trx, context, client)
  const created = await createContract(trx, context, {
    activityId,
    clientId,
    title: job.title,
    supply: job.supply,
    fee: job.fee,
    ...(job.expenses !== undefined && { expenses: job.expenses }),
    startsOn: job.startsOn,
    endsOn: job.endsOn,
    region: job.region ?? null,
    engagements: [{ memberId, terms: terms ?? (await ordinaryTerms(trx, context, memberId, job)) }],
  })
  return created.contractId
}
