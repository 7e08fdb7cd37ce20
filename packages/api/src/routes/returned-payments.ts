import { formatAmount } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { paymentFileContent } from '@samen/core/payments'
import { notFound } from '@samen/core/problem'
import {
  proposeRepeat,
  type ReturnedPayment,
  releaseRepeat,
  returnedPayments,
} from '@samen/core/returned-payments'
import type { Context } from 'hono'
import { z } from 'zod'
import { myReturnedPayment, returnedPayment } from '../answers/returned-payments.ts'
import { only, STAFF } from '../auth/rights.ts'
import { returnedPaymentAnswers } from '../queries/returned-payments.ts'
import type { Env } from '../services.ts'
import { body, contextOf, describe, idOf, memberOf, query, routes, work } from './route.ts'

const tags = ['Bank']

/** Wages that the bank could not deliver, and how they are paid again. */
export const returnedPaymentRoutes = routes()
  .get(
    '/returned-payments',
    only(...STAFF),
    describe(
      'Wages that came back from the bank, the latest 500; all, or those not paid again',
      z.array(returnedPayment),
      {
        tags,
      },
    ),
    query(z.object({ open: z.enum(['true', 'false']).optional() })),
    async (c) => {
      const openOnly = c.req.valid('query').open === 'true'
      return c.json(
        await work(c, async (trx) =>
          answersOf(c, trx, await returnedPayments(trx, c.var.office.officeId, { openOnly })),
        ),
      )
    },
  )
  .post(
    '/returned-payments/:id/:attempt/proposal',
    only('staff', 'approver'),
    describe('Say to which account a wage that came back is to go', returnedPayment, { tags }),
    body(z.strictObject({ iban: z.string().max(64) })),
    async (c) => {
      const context = contextOf(c)
      const named = namedBy(c)
      const { iban } = c.req.valid('json')
      return c.json(
        await work(c, async (trx) => answerOf(c, trx, await proposeRepeat(trx, context, { ...named, iban }))),
      )
    },
  )
  .post(
    '/returned-payments/:id/:attempt/release',
    only('approver'),
    describe('Pay a wage again, as a second person; its file is then ready for the bank', returnedPayment, {
      tags,
    }),
    async (c) => {
      const context = contextOf(c)
      const named = namedBy(c)
      return c.json(await work(c, async (trx) => answerOf(c, trx, await releaseRepeat(trx, context, named))))
    },
  )
  .get(
    '/returned-payments/:id/:attempt/payment-file',
    only('approver', 'finance'),
    describe('The pain.001.001.09 file that pays it again', undefined, {
      tags,
      media: { 'application/xml': 'ISO 20022 pain.001.001.09' },
    }),
    async (c) => {
      const { officeId } = c.var.office
      const named = namedBy(c)
      const { messageId, content } = await work(c, async (trx) => {
        const [payment] = await returnedPayments(trx, officeId, named)
        const paymentFileId = payment?.repeat?.paymentFileId
        if (!paymentFileId) throw notFound('payment file of this payment yet')
        return paymentFileContent(trx, officeId, paymentFileId)
      })
      return c.body(content, 200, {
        'content-type': 'application/xml; charset=utf-8',
        'content-disposition': `attachment; filename="${messageId.replace(/[^\w.-]/g, '_')}.xml"`,
      })
    },
  )
  .get(
    '/me/returned-payments',
    only('member'),
    describe(
      'Wages of yours that came back from the bank and are not paid again yet',
      z.array(myReturnedPayment),
      {
        tags: ['Member'],
      },
    ),
    async (c) => {
      const memberId = memberOf(c)
      const payments = await work(c, (trx) =>
        returnedPayments(trx, c.var.office.officeId, { openOnly: true, memberId }),
      )
      return c.json(
        payments.map(({ payslipId, amount, currency, returnedOn, reason }) => ({
          payslipId,
          amount: formatAmount(amount),
          currency,
          returnedOn,
          reason,
        })) satisfies z.infer<typeof myReturnedPayment>[],
      )
    },
  )

/** The payment of the address. What is no number names nothing. */
function namedBy(c: Context<Env>) {
  const attempt = c.req.param('attempt') ?? ''
  if (!/^[1-9]$/.test(attempt)) throw notFound('such payment')
  return { payslipId: idOf(c.req.param('id')), attempt: Number(attempt) }
}

const answersOf = (c: Context<Env>, trx: Transaction, payments: readonly ReturnedPayment[]) =>
  returnedPaymentAnswers(trx, c.var.office.roles, c.var.user.id, payments)

const answerOf = async (c: Context<Env>, trx: Transaction, payment: ReturnedPayment) =>
  (await answersOf(c, trx, [payment]))[0] as z.infer<typeof returnedPayment>
