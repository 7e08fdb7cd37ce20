import { formatAmount } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import {
  approvePayRun,
  computePayRun,
  discardPayRun,
  type PayRun,
  payRun as payRunById,
  postPayRun,
  previewPayRun,
} from '@samen/core/pay-runs'
import { paymentFileContent, paymentFiles } from '@samen/core/payments'
import { payslips } from '@samen/core/payslips'
import { conflict, notFound, refused } from '@samen/core/problem'
import type { Context } from 'hono'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import { payRun, payRunPreview, payslip, payslipDetail, preparedPayRun } from '../answers/pay-runs.ts'
import { only, STAFF } from '../auth/rights.ts'
import { payslipToPrint } from '../queries/documents.ts'
import { cursorOf, pageOf, rowsOf } from '../queries/page.ts'
import {
  excludedOf,
  payRunAnswers,
  payRunsPage,
  payslipAnswer,
  payslipDetailOf,
} from '../queries/pay-runs.ts'
import type { Env } from '../services.ts'
import {
  body,
  contextOf,
  daySchema,
  describe,
  idOf,
  languageQuery,
  pageQuery,
  pdfAnswer,
  query,
  routes,
  work,
} from './route.ts'

const tags = ['Pay runs']

export const payRuns = routes()
  .get(
    '/pay-runs',
    only(...STAFF),
    describe('Pay runs, newest first', page(payRun), { tags }),
    query(pageQuery),
    async (c) => {
      const { officeId } = c.var.office
      const answer = await work(c, async (trx) => {
        const { items, next } = await payRunsPage(trx, officeId, c.req.valid('query'))
        return { items: await answersOf(c, trx, items), next }
      })
      return c.json(answer)
    },
  )
  .get(
    '/pay-runs/preview',
    only(...STAFF),
    describe('What a pay run on a day would pay, without writing anything', payRunPreview, { tags }),
    query(z.object({ date: daySchema })),
    async (c) => {
      const { date } = c.req.valid('query')
      const preview = await work(c, (trx) => previewPayRun(trx, contextOf(c), { dueOn: date }))
      return c.json({
        date,
        paidOn: preview.paidOn,
        currency: preview.currency,
        payslips: preview.payslips,
        late: preview.late,
        waiting: preview.waiting,
        gross: formatAmount(preview.gross),
        net: formatAmount(preview.net),
        employerCost: formatAmount(preview.employerCost),
        advance: formatAmount(preview.advance),
        fundAvailable: formatAmount(preview.fundAvailable),
        excluded: excludedOf(preview.leftOut),
      } satisfies z.infer<typeof payRunPreview>)
    },
  )
  .post(
    '/pay-runs',
    only('staff', 'approver'),
    describe(
      'Compute the pay run of a day; one already on the table is answered as it stands',
      preparedPayRun,
      {
        tags,
        status: 201,
      },
    ),
    body(z.strictObject({ date: daySchema })),
    async (c) => {
      const { date } = c.req.valid('json')
      const prepared = await work(c, async (trx) => {
        const { run, isNew, leftOut } = await computePayRun(trx, contextOf(c), { dueOn: date })
        if (!run) throw refused(`No wage is due on ${date}.`, { excluded: excludedOf(leftOut) })
        return { ...(await answerOf(c, trx, run)), isNew }
      })
      return c.json(prepared, 201)
    },
  )
  .get('/pay-runs/:id', only(...STAFF), describe('One pay run', payRun, { tags }), async (c) =>
    c.json(
      await work(c, async (trx) =>
        answerOf(c, trx, await payRunById(trx, c.var.office.officeId, idOf(c.req.param('id')))),
      ),
    ),
  )
  .get(
    '/pay-runs/:id/payslips',
    only(...STAFF),
    describe('The payslips of a pay run', page(payslip), { tags }),
    query(pageQuery),
    async (c) => {
      const asked = c.req.valid('query')
      const payRunId = idOf(c.req.param('id'))
      const [beforeId] = cursorOf(asked, ['id']) ?? []
      const rows = await work(c, async (trx) => {
        await payRunById(trx, c.var.office.officeId, payRunId)
        const before = beforeId ? { beforeId } : {}
        return payslips(trx, c.var.office.officeId, { payRunId, limit: rowsOf(asked), ...before })
      })
      return c.json(pageOf(rows, asked, (row) => [row.payslipId], payslipAnswer))
    },
  )
  .get(
    '/payslips/:id',
    only(...STAFF),
    describe('One payslip with every line', payslipDetail, { tags }),
    async (c) => c.json(await work(c, (trx) => payslipDetailOf(trx, c.var.office, idOf(c.req.param('id'))))),
  )
  .get(
    '/payslips/:id/pdf',
    only(...STAFF),
    describe('One payslip on paper', undefined, { tags, media: { 'application/pdf': 'PDF/A-3b' } }),
    query(languageQuery),
    async (c) => {
      const id = idOf(c.req.param('id'))
      return pdfAnswer(c, await work(c, (trx) => payslipToPrint(trx, c.var.office, id, c.req.valid('query'))))
    },
  )
  .post(
    '/pay-runs/:id/approval',
    only('approver'),
    describe('Approve a pay run, as a second person', payRun, { tags }),
    async (c) => c.json(await moved(c, approvePayRun)),
  )
  .post(
    '/pay-runs/:id/posting',
    only('staff', 'approver'),
    describe('Post an approved pay run to the ledger and make its payment file', payRun, { tags }),
    async (c) => c.json(await moved(c, postPayRun)),
  )
  .post(
    '/pay-runs/:id/discard',
    only('staff', 'approver'),
    describe('Throw away a pay run that was not posted; its jobs wait for the next', payRun, { tags }),
    async (c) => c.json(await moved(c, discardPayRun)),
  )
  .get(
    '/pay-runs/:id/payment-file',
    only('approver', 'finance'),
    describe(
      'The pain.001.001.09 file for the bank; `legalEntityId` says whose, where several companies pay',
      undefined,
      {
        tags,
        media: { 'application/xml': 'ISO 20022 pain.001.001.09' },
      },
    ),
    query(z.object({ legalEntityId: z.uuid().optional() })),
    async (c) => {
      const { officeId } = c.var.office
      const { legalEntityId } = c.req.valid('query')
      const { messageId, content } = await work(c, async (trx) => {
        const files = (await paymentFiles(trx, officeId, idOf(c.req.param('id')))).filter(
          (file) => legalEntityId === undefined || file.legalEntityId === legalEntityId,
        )
        if (files.length > 1)
          throw conflict('Several companies pay in this run: say which with legalEntityId.', {
            legalEntityIds: files.map((file) => file.legalEntityId),
          })
        if (!files[0]) throw notFound('payment file of this pay run yet')
        return paymentFileContent(trx, officeId, files[0].paymentFileId)
      })
      return c.body(content, 200, {
        'content-type': 'application/xml; charset=utf-8',
        'content-disposition': `attachment; filename="${messageId.replace(/[^\w.-]/g, '_')}.xml"`,
      })
    },
  )

const answersOf = (c: Context<Env>, trx: Transaction, runs: readonly PayRun[]) =>
  payRunAnswers(trx, c.var.office, c.var.user.id, runs)

const answerOf = async (c: Context<Env>, trx: Transaction, run: PayRun) =>
  (await answersOf(c, trx, [run]))[0] as z.infer<typeof payRun>

/** Moves the run of the address on, and answers how it stands then. */
const moved = (c: Context<Env>, move: typeof approvePayRun) =>
  work(c, async (trx) => {
    const { payRunId } = await move(trx, contextOf(c), idOf(c.req.param('id')))
    return answerOf(c, trx, await payRunById(trx, c.var.office.officeId, payRunId))
  })
