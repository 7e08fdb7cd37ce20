import { z } from 'zod'
import { page } from '../answers/common.ts'
import { excludedWage, payRun, payRunPreview, payslip, payslipDetail } from '../answers/pay-runs.ts'
import { only, STAFF } from '../auth/rights.ts'
import { body, daySchema, describe, idOf, pageQuery, pending, query, routes } from './route.ts'

const tags = ['Pay runs']
const prepared = payRun.extend({ excluded: z.array(excludedWage) }).meta({ id: 'PreparedPayRun' })

export const payRuns = routes()
  .get(
    '/pay-runs',
    only(...STAFF),
    describe('Pay runs, newest first', page(payRun), { tags }),
    query(pageQuery),
    async (c) => c.json(await pending<{ items: z.infer<typeof payRun>[]; next: string | null }>()),
  )
  .get(
    '/pay-runs/preview',
    only(...STAFF),
    describe('What a pay run on a day would pay, without writing anything', payRunPreview, { tags }),
    query(z.object({ date: daySchema })),
    async (c) => c.json(await pending<z.infer<typeof payRunPreview>>()),
  )
  .post(
    '/pay-runs',
    only('staff', 'approver'),
    describe('Compute the pay run of a day', prepared, { tags, status: 201 }),
    body(z.strictObject({ date: daySchema })),
    async (c) => c.json(await pending<z.infer<typeof prepared>>(), 201),
  )
  .get('/pay-runs/:id', only(...STAFF), describe('One pay run', payRun, { tags }), async (c) =>
    c.json(await pending<z.infer<typeof payRun>>(idOf(c.req.param('id')))),
  )
  .get(
    '/pay-runs/:id/payslips',
    only(...STAFF),
    describe('The payslips of a pay run', page(payslip), { tags }),
    query(pageQuery),
    async (c) => c.json(await pending<{ items: z.infer<typeof payslip>[]; next: string | null }>()),
  )
  .get(
    '/payslips/:id',
    only(...STAFF),
    describe('One payslip with every line', payslipDetail, { tags }),
    async (c) => c.json(await pending<z.infer<typeof payslipDetail>>()),
  )
  .post(
    '/pay-runs/:id/approval',
    only('approver'),
    describe('Approve a pay run, as a second person', payRun, { tags }),
    async (c) => c.json(await pending<z.infer<typeof payRun>>()),
  )
  .post(
    '/pay-runs/:id/posting',
    only('staff', 'approver'),
    describe('Post an approved pay run to the ledger and make its payment file', payRun, { tags }),
    async (c) => c.json(await pending<z.infer<typeof payRun>>()),
  )
  .get(
    '/pay-runs/:id/payment-file',
    only('approver', 'finance'),
    describe('The pain.001.001.09 file for the bank', undefined, {
      tags,
      media: { 'application/xml': 'ISO 20022 pain.001.001.09' },
    }),
    async (c) => c.body(await pending<string>(), 200, { 'content-type': 'application/xml; charset=utf-8' }),
  )
