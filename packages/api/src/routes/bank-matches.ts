import { formatAmount } from '@samen/core/country'
import { undoMatch } from '@samen/core/statements'
import { z } from 'zod'
import { receiptMatched, undoneMatch } from '../answers/bank-matches.ts'
import { page } from '../answers/common.ts'
import { only, STAFF } from '../auth/rights.ts'
import { matchesPage } from '../queries/bank-matches.ts'
import { body, contextOf, describe, idOf, pageQuery, query, routes, work } from './route.ts'

const tags = ['Bank']

/** What receipts were given to, and taking it back where it was wrong. */
export const bankMatches = routes()
  .get(
    '/bank-matches',
    only(...STAFF),
    describe(
      'Receipts that were given to invoices and not taken back, the latest first',
      page(receiptMatched),
      {
        tags,
      },
    ),
    query(pageQuery),
    async (c) =>
      c.json(await work(c, (trx) => matchesPage(trx, c.var.office.officeId, c.req.valid('query')))),
  )
  .post(
    '/bank-matches/:id/undo',
    only('staff', 'approver', 'finance'),
    describe(
      'Take a receipt back that was given to the wrong invoice: it waits again, and the invoice is owed again',
      undoneMatch,
      { tags },
    ),
    body(z.strictObject({ reason: z.string().min(1).max(500) })),
    async (c) => {
      const bankMatchId = idOf(c.req.param('id'))
      const { reason } = c.req.valid('json')
      const { amount, lentAgain, ...undone } = await work(c, (trx) =>
        undoMatch(trx, contextOf(c), { bankMatchId, reason }),
      )
      const answer = { ...undone, amount: formatAmount(amount), lentAgain: formatAmount(lentAgain) }
      return c.json(answer satisfies z.infer<typeof undoneMatch>)
    },
  )
