import { z } from 'zod'
import { page } from '../answers/common.ts'
import { memberContract } from '../answers/contracts.ts'
import { me, profile, wayToNet } from '../answers/me.ts'
import { payslip, payslipDetail } from '../answers/pay-runs.ts'
import { only } from '../auth/rights.ts'
import { meOf } from '../queries/me.ts'
import { stepInput } from './contracts.ts'
import { amountSchema, body, daySchema, describe, idOf, pageQuery, pending, query, routes } from './route.ts'

export const who = routes().get(
  '/me',
  describe('Who is signed in, and what they may do where', me, { tags: ['Me'] }),
  async (c) => c.json(await meOf(c.var.services.db, c.var.user, c.var.rights)),
)

const supplyInput = z.enum(['performance', 'copyright', 'event-admission', 'training', 'service'])

export const wayToNetInput = z.strictObject({
  fee: amountSchema.meta({ description: "The client's price, net of VAT" }),
  supply: supplyInput.default('service'),
  startsOn: daySchema,
  endsOn: daySchema,
  expenses: amountSchema.optional(),
  clientPlace: z.enum(['domestic', 'union-business', 'union-consumer', 'outside-union']).default('domestic'),
  region: z.string().max(10).optional(),
  terms: z
    .record(z.string().max(60), z.unknown())
    .optional()
    .meta({ description: "The `engagement` of a situation; the country's ordinary terms when absent" }),
})

export const quoteInput = z.strictObject({
  activityId: z.uuid(),
  client: z.union([
    z.strictObject({ clientId: z.uuid() }),
    z.strictObject({
      name: z.string().trim().min(1).max(200),
      country: z.string().regex(/^[A-Z]{2}$/),
      vatNumber: z.string().max(30).optional(),
      companyNumber: z.string().max(30).optional(),
      email: z.email().max(254).optional(),
    }),
  ]),
  title: z.string().trim().min(1).max(300),
  supply: supplyInput,
  fee: amountSchema,
  expenses: amountSchema.optional(),
  startsOn: daySchema,
  endsOn: daySchema,
  region: z.string().max(10).optional(),
  terms: z.record(z.string().max(60), z.unknown()).optional(),
})

/** A member's own pages: nothing here shows another person. */
export const members = routes()
  .use('/me/*', only('member'))
  .get(
    '/me',
    only('member'),
    describe('Your profile, activities and shares', profile, { tags: ['Member'] }),
    async (c) => c.json(await pending<z.infer<typeof profile>>()),
  )
  .post(
    '/me/way-to-net',
    describe('The way from a price to your net wage, step by step', wayToNet, { tags: ['Member'] }),
    body(wayToNetInput),
    async (c) => c.json(await pending<z.infer<typeof wayToNet>>()),
  )
  .get(
    '/me/contracts',
    describe('Your jobs with their promise clocks', page(memberContract), { tags: ['Member'] }),
    query(pageQuery),
    async (c) => c.json(await pending<{ items: z.infer<typeof memberContract>[]; next: string | null }>()),
  )
  .post(
    '/me/contracts',
    describe('Make a quote', memberContract, { tags: ['Member'], status: 201 }),
    body(quoteInput),
    async (c) => c.json(await pending<z.infer<typeof memberContract>>(), 201),
  )
  .get('/me/contracts/:id', describe('One of your jobs', memberContract, { tags: ['Member'] }), async (c) =>
    c.json(await pending<z.infer<typeof memberContract>>(idOf(c.req.param('id')))),
  )
  .post(
    '/me/contracts/:id/steps',
    describe('Move your job on, where a member may', memberContract, { tags: ['Member'] }),
    body(stepInput),
    async (c) => c.json(await pending<z.infer<typeof memberContract>>()),
  )
  .get(
    '/me/payslips',
    describe('Your payslips, newest first', page(payslip), { tags: ['Member'] }),
    query(pageQuery),
    async (c) => c.json(await pending<{ items: z.infer<typeof payslip>[]; next: string | null }>()),
  )
  .get(
    '/me/payslips/:id',
    describe('One of your payslips with every line', payslipDetail, { tags: ['Member'] }),
    async (c) => c.json(await pending<z.infer<typeof payslipDetail>>()),
  )
