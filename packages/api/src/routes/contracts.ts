import { z } from 'zod'
import { page } from '../answers/common.ts'
import { contract, contractDetail, contractState, importReport } from '../answers/contracts.ts'
import { invoice } from '../answers/invoices.ts'
import { only, STAFF } from '../auth/rights.ts'
import { body, describe, idOf, pageQuery, pending, query, routes } from './route.ts'

const tags = ['Contracts']

export const stepInput = z.strictObject({ state: contractState })

const hiringInput = z.strictObject({
  engagementId: z.uuid(),
  filedAt: z.iso.datetime({ offset: true }),
  reference: z.string().trim().min(1).max(100),
})

export const contracts = routes()
  .get(
    '/contracts',
    only(...STAFF),
    describe("The office's jobs, newest first", page(contract), { tags }),
    query(
      pageQuery.extend({
        state: contractState.optional(),
        clientId: z.uuid().optional(),
        search: z.string().max(100).optional(),
      }),
    ),
    async (c) => c.json(await pending<{ items: z.infer<typeof contract>[]; next: string | null }>()),
  )
  .get(
    '/contracts/:id',
    only(...STAFF),
    describe('One job: people, promise clock, steps, invoice', contractDetail, { tags }),
    async (c) => c.json(await pending<z.infer<typeof contractDetail>>(idOf(c.req.param('id')))),
  )
  .post(
    '/contracts/:id/steps',
    only('staff', 'approver'),
    describe('Move a job to its next state', contractDetail, { tags }),
    body(stepInput),
    async (c) => c.json(await pending<z.infer<typeof contractDetail>>()),
  )
  .post(
    '/contracts/:id/hiring',
    only('staff', 'approver'),
    describe('Record the hiring declaration of one engagement', contractDetail, { tags }),
    body(hiringInput),
    async (c) => c.json(await pending<z.infer<typeof contractDetail>>()),
  )
  .post(
    '/contracts/:id/invoice',
    only('staff', 'approver'),
    describe('Issue the invoice of a job that is done', invoice, { tags, status: 201 }),
    async (c) => c.json(await pending<z.infer<typeof invoice>>(), 201),
  )
  .post(
    '/imports/contracts',
    only('staff', 'approver'),
    describe('Import contracts from a CSV file: the body is the file, `?name=` its name', importReport, {
      tags,
    }),
    query(z.object({ name: z.string().max(200).optional() })),
    async (c) => c.json(await pending<z.infer<typeof importReport>>()),
  )
