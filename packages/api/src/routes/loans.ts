import { formatAmount, formatPercent, percentage } from '@samen/core/country'
import {
  approveLoan,
  collectInstalments,
  type Instalment,
  type Loan,
  listLoans,
  loanById,
  loanPayments,
  proposeLoan,
  repayEarly,
  schedule,
  setLoanRate,
  termsOf,
  withdrawLoan,
} from '@samen/core/loans'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import { collected, loan, loanStatement } from '../answers/loans.ts'
import { only, STAFF } from '../auth/rights.ts'
import { cursorOf, pageOf, rowsOf } from '../queries/page.ts'
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

const tags = ['Funds and books']

/** What activities borrow from the office or from a fund, and pay back out of their budgets. */
export const loans = routes()
  .get(
    '/loans',
    only(...STAFF),
    describe('Loans of activities, the latest first', page(loan), { tags }),
    query(pageQuery.extend({ activity: z.uuid().optional() })),
    async (c) => {
      const asked = c.req.valid('query')
      const [after] = cursorOf(asked, ['id']) ?? []
      const rows = await work(c, (trx) =>
        listLoans(trx, c.var.office.officeId, { limit: rowsOf(asked), activityId: asked.activity, after }),
      )
      return c.json(
        pageOf(
          rows,
          asked,
          ({ loanId }) => [loanId],
          (one) => answerOf(one, c.var.user.id),
        ),
      )
    },
  )
  .get(
    '/loans/:id',
    only(...STAFF),
    describe('A loan’s statement: what was paid, and what is to come', loanStatement, { tags }),
    async (c) => {
      const id = idOf(c.req.param('id'))
      const { officeId } = c.var.office
      const [found, payments] = await work(c, async (trx) => [
        await loanById(trx, officeId, id),
        await loanPayments(trx, officeId, id),
      ])
      const { outstanding, paid } = found
      return c.json({
        ...answerOf(found, c.var.user.id),
        payments: payments.map(({ principal, interest, ...payment }) => ({
          ...payment,
          principal: formatAmount(principal),
          interest: formatAmount(interest),
        })),
        schedule:
          found.state === 'withdrawn'
            ? []
            : schedule(termsOf(found), { outstanding, paid }).map(instalmentAnswer),
      })
    },
  )
  .post(
    '/loans',
    only('finance'),
    describe('Write down what an activity asks to borrow; a second person approves it', loan, {
      tags,
      status: 201,
    }),
    body(
      z.strictObject({
        loanId: z.uuid().optional().meta({ description: 'Sent again, the same loan changes nothing' }),
        activityId: z.uuid(),
        fundId: z.uuid().nullable().meta({ description: 'The fund that lends; null: the office' }),
        principal: amountSchema,
        firstDueOn: daySchema,
        instalments: z.int().min(1).max(240),
        rate: percentage.meta({ description: 'Percent a year' }),
        purpose: z.string().min(1).max(300),
      }),
    ),
    async (c) => {
      const draft = c.req.valid('json')
      return c.json(
        answerOf(await work(c, (trx) => proposeLoan(trx, contextOf(c), draft)), c.var.user.id),
        201,
      )
    },
  )
  .post(
    '/loans/:id/approval',
    only('approver', 'finance'),
    describe('Lend, as the second person', loan, { tags }),
    async (c) => {
      const id = idOf(c.req.param('id'))
      return c.json(answerOf(await work(c, (trx) => approveLoan(trx, contextOf(c), id)), c.var.user.id))
    },
  )
  .post(
    '/loans/:id/withdrawal',
    only('approver', 'finance'),
    describe('Take back a loan nobody approved', loan, { tags }),
    async (c) => {
      const id = idOf(c.req.param('id'))
      return c.json(answerOf(await work(c, (trx) => withdrawLoan(trx, contextOf(c), id)), c.var.user.id))
    },
  )
  .post(
    '/loans/:id/rates',
    only('finance'),
    describe('Let another rate hold from a day to come', loan, { tags, status: 201 }),
    body(z.strictObject({ from: daySchema, rate: percentage })),
    async (c) => {
      const id = idOf(c.req.param('id'))
      const asked = c.req.valid('json')
      return c.json(
        answerOf(await work(c, (trx) => setLoanRate(trx, contextOf(c), id, asked)), c.var.user.id),
        201,
      )
    },
  )
  .post(
    '/loans/:id/repayments',
    only('finance'),
    describe('Pay principal back before it is due, out of the budget', loan, { tags, status: 201 }),
    body(
      z.strictObject({
        requestId: z.uuid().meta({ description: 'Names the payment: sent again, it is not taken twice' }),
        amount: amountSchema,
      }),
    ),
    async (c) => {
      const loanId = idOf(c.req.param('id'))
      const asked = c.req.valid('json')
      return c.json(
        answerOf(await work(c, (trx) => repayEarly(trx, contextOf(c), { ...asked, loanId })), c.var.user.id),
        201,
      )
    },
  )
  .post(
    '/loans/collection',
    only('finance'),
    describe('Take the instalments due until today out of the budgets', collected, { tags }),
    async (c) => {
      const { instalments, principal, interest, overdue } = await work(c, (trx) =>
        collectInstalments(trx, contextOf(c)),
      )
      return c.json({
        currency: c.var.office.currency,
        instalments,
        principal: formatAmount(principal),
        interest: formatAmount(interest),
        overdue,
      })
    },
  )

const instalmentAnswer = ({ principal, interest, ...rest }: Instalment) => ({
  ...rest,
  principal: formatAmount(principal),
  interest: formatAmount(interest),
})

const answerOf = (found: Loan, userId: string): z.infer<typeof loan> => ({
  loanId: found.loanId,
  activityId: found.activityId,
  activityName: found.activityName,
  lender: found.fundId === null ? null : { fundId: found.fundId, name: found.fundName ?? '' },
  currency: found.currency,
  principal: formatAmount(found.principal),
  outstanding: formatAmount(found.outstanding),
  interestPaid: formatAmount(found.interest),
  firstDueOn: found.firstDueOn,
  instalments: found.instalments,
  paid: found.paid,
  rates: found.rates.map(({ from, rate }) => ({ from, percent: formatPercent(rate) })),
  purpose: found.purpose,
  state: found.state,
  proposedBy: found.proposedBy,
  approvedBy: found.approvedBy,
  mayApprove: found.state === 'proposed' && found.proposedBy !== userId,
  lentOn: found.lentOn,
  next: found.next ? instalmentAnswer(found.next) : null,
})
