import { fileHiring, type StateByHand } from '@samen/core/contracts'
import { importContracts } from '@samen/core/imports'
import { issueInvoices, moveJobs } from '@samen/core/invoices'
import { Problem } from '@samen/core/problem'
import type { Context } from 'hono'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import { contract, contractDetail, contractState, importReport } from '../answers/contracts.ts'
import { invoice } from '../answers/invoices.ts'
import { only, STAFF } from '../auth/rights.ts'
import { type ContractView, contractDetailOf, contractsPage } from '../queries/contracts.ts'
import { invoiceAnswerOf } from '../queries/invoices.ts'
import type { Env } from '../services.ts'
import { body, contextOf, describe, fileOf, idOf, pageQuery, query, routes, work } from './route.ts'

const tags = ['Contracts']

const stepInput = z.strictObject({ state: contractState })

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
    async (c) => c.json(await work(c, (trx) => contractsPage(trx, viewOf(c), c.req.valid('query')))),
  )
  .get(
    '/contracts/:id',
    only(...STAFF),
    describe('One job: people, promise clock, steps, invoice', contractDetail, { tags }),
    async (c) => c.json(await work(c, (trx) => contractDetailOf(trx, viewOf(c), idOf(c.req.param('id'))))),
  )
  .post(
    '/contracts/:id/steps',
    only('staff', 'approver'),
    describe('Move a job to its next state', contractDetail, { tags }),
    body(stepInput),
    async (c) => {
      const contractId = idOf(c.req.param('id'))
      const moved = await work(c, async (trx) => {
        // States that are not reached by hand are refused by the use case itself.
        await moveJobs(trx, contextOf(c), [contractId], c.req.valid('json').state as StateByHand)
        return contractDetailOf(trx, viewOf(c), contractId)
      })
      return c.json(moved)
    },
  )
  .post(
    '/contracts/:id/hiring',
    only('staff', 'approver'),
    describe('Record the hiring declaration of one engagement', contractDetail, { tags }),
    body(hiringInput),
    async (c) => {
      const contractId = idOf(c.req.param('id'))
      const { engagementId, filedAt, reference } = c.req.valid('json')
      const filed = await work(c, async (trx) => {
        const before = await contractDetailOf(trx, viewOf(c), contractId)
        if (!before.engagements.some((one) => one.engagementId === engagementId))
          throw new Problem('not-found', 'There is no such engagement in this contract.')
        await fileHiring(trx, contextOf(c), engagementId, { filedAt: new Date(filedAt), reference })
        return contractDetailOf(trx, viewOf(c), contractId)
      })
      return c.json(filed)
    },
  )
  .post(
    '/contracts/:id/invoice',
    only('staff', 'approver'),
    describe('Issue the invoice of a job that is done; one that is issued stays as it is', invoice, {
      tags,
      status: 201,
    }),
    async (c) => {
      const context = contextOf(c)
      const contractId = idOf(c.req.param('id'))
      const issued = await work(c, async (trx) => {
        const [made] = await issueInvoices(trx, context, [contractId])
        return invoiceAnswerOf(trx, context.officeId, context.today, made?.invoiceId ?? '')
      })
      return c.json(issued, 201)
    },
  )
  .post(
    '/imports/contracts',
    only('staff', 'approver'),
    describe('Import contracts from a CSV file: the body is the file, `?name=` its name', importReport, {
      tags,
      takes: { 'text/csv': 'The file; its columns are in docs/office/import-contracts.md' },
    }),
    query(z.object({ name: z.string().max(200).optional() })),
    async (c) => {
      const file = await fileOf(c, 'contracts.csv')
      const report = await work(c, (trx) => importContracts(trx, contextOf(c), file))
      const { file: name, faults, kind: _kind, sha256: _sha256, ...counts } = report
      const errors = faults.map(({ line, field, reason }) => ({ line, field: field ?? null, reason }))
      return c.json({ name, ...counts, errors } satisfies z.infer<typeof importReport>)
    },
  )

const viewOf = (c: Context<Env>): ContractView => ({
  officeId: c.var.office.officeId,
  plugin: c.var.office.plugin,
  today: contextOf(c).today,
})
