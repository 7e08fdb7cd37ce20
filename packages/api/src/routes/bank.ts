import { formatAmount } from '@samen/core/country'
import { importStatement, matchByHand } from '@samen/core/statements'
import { z } from 'zod'
import { bankTransaction, match, statementReport } from '../answers/books.ts'
import { page } from '../answers/common.ts'
import { only, STAFF } from '../auth/rights.ts'
import { bankTransactionsPage } from '../queries/books.ts'
import { partOfReceipt } from './receipt-part.ts'
import { body, contextOf, describe, fileOf, idOf, pageQuery, query, routes, work } from './route.ts'

const tags = ['Bank']

export const bank = routes()
  .post(
    '/imports/statements',
    only('staff', 'approver', 'finance'),
    describe(
      'Import what a bank sends: a camt.053 statement, a camt.054 notification or a CODA file is the body, `?name=` its name',
      statementReport,
      {
        tags,
        takes: {
          'application/xml': 'The file as the bank gave it',
          'text/plain': 'A CODA file as the bank gave it',
        },
      },
    ),
    query(z.object({ name: z.string().max(200).optional() })),
    async (c) => {
      const file = await fileOf(c, 'statement.xml')
      const report = await work(c, (trx) => importStatement(trx, contextOf(c), file))
      return c.json({
        name: report.name,
        alreadyImported: report.alreadyImported,
        statements: report.statements.length,
        transactions: report.transactions,
        matched: report.matched.receipts + report.matched.wages + report.matched.returned,
        waiting: report.waiting,
        received: formatAmount(BigInt(report.matched.received)),
        wagesPaid: formatAmount(BigInt(report.matched.wagesPaid)),
        repaid: formatAmount(BigInt(report.repaid)),
        recovered: formatAmount(BigInt(report.recovered)),
        warnings: [...report.warnings],
      } satisfies z.infer<typeof statementReport>)
    },
  )
  .get(
    '/bank-transactions',
    only(...STAFF),
    describe('Bank transactions, newest first', page(bankTransaction), { tags }),
    query(pageQuery.extend({ waiting: z.enum(['true', 'false']).optional() })),
    async (c) =>
      c.json(await work(c, (trx) => bankTransactionsPage(trx, c.var.office.officeId, c.req.valid('query')))),
  )
  .post(
    '/bank-transactions/:id/matches',
    only('staff', 'approver', 'finance'),
    describe('Say which invoice a receipt was for; all that fits unless an amount is told', match, {
      tags,
      status: 201,
    }),
    body(z.strictObject({ invoiceId: z.uuid(), ...partOfReceipt })),
    async (c) => {
      const context = contextOf(c)
      const bankTransactionId = idOf(c.req.param('id'))
      const { invoiceId, ...told } = c.req.valid('json')
      const { amount, left } = await work(c, (trx) =>
        matchByHand(trx, context, { bankTransactionId, parts: [{ invoiceId, ...told }] }),
      )
      const matched = {
        bankTransactionId,
        invoiceId,
        amount: formatAmount(amount),
        waiting: formatAmount(left),
      }
      return c.json(matched satisfies z.infer<typeof match>, 201)
    },
  )
