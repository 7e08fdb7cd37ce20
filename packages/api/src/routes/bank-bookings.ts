import { formatAmount } from '@samen/core/country'
import { bookableAccounts, bookByHand, bookings, undoBooking } from '@samen/core/statements'
import { z } from 'zod'
import { bankBooking, bookableAccount, booked, bookingUndone } from '../answers/bank-bookings.ts'
import { only, STAFF } from '../auth/rights.ts'
import { namesOf } from '../queries/names.ts'
import { amountSchema, body, contextOf, describe, idOf, routes, work } from './route.ts'

const tags = ['Bank']

/** Money at the bank that belongs to no invoice, wage or claim: contributions and VAT paid, charges, interest, shares. */
export const bankBookings = routes()
  .get(
    '/bookable-accounts',
    only(...STAFF),
    describe('The accounts that money at the bank may be booked to by hand', z.array(bookableAccount), {
      tags,
    }),
    async (c) =>
      c.json((await work(c, (trx) => bookableAccounts(trx))) satisfies z.infer<typeof bookableAccount>[]),
  )
  .get(
    '/bank-bookings',
    only(...STAFF),
    describe('What was booked by hand and stands, the latest 100', z.array(bankBooking), { tags }),
    async (c) => {
      const list = await work(c, async (trx) => {
        const found = await bookings(trx, c.var.office.officeId)
        const names = await namesOf(
          trx,
          found.map(({ decidedBy }) => decidedBy),
        )
        return found.map((one) => ({
          ...one,
          amount: formatAmount(one.amount),
          decidedBy: names.get(one.decidedBy) ?? one.decidedBy,
        }))
      })
      return c.json(list satisfies z.infer<typeof bankBooking>[])
    },
  )
  .post(
    '/bank-transactions/:id/bookings',
    only('staff', 'approver', 'finance'),
    describe('Say what waiting money was, came or gone; all that waits unless an amount is told', booked, {
      tags,
      status: 201,
    }),
    body(
      z.strictObject({
        account: z.string().min(1).max(80),
        words: z.string().min(1).max(300),
        amount: amountSchema.optional(),
      }),
    ),
    async (c) => {
      const bankTransactionId = idOf(c.req.param('id'))
      const { bankMatchId, amount, left } = await work(c, (trx) =>
        bookByHand(trx, contextOf(c), { bankTransactionId, ...c.req.valid('json') }),
      )
      const answer = {
        bankMatchId,
        bankTransactionId,
        amount: formatAmount(amount),
        waiting: formatAmount(left),
      }
      return c.json(answer satisfies z.infer<typeof booked>, 201)
    },
  )
  .post(
    '/bank-bookings/:id/undo',
    only('staff', 'approver', 'finance'),
    describe('Take a booking by hand back: the money waits again, the books keep both', bookingUndone, {
      tags,
    }),
    body(z.strictObject({ reason: z.string().min(1).max(500) })),
    async (c) => {
      const bankMatchId = idOf(c.req.param('id'))
      const { reason } = c.req.valid('json')
      await work(c, (trx) => undoBooking(trx, contextOf(c), { bankMatchId, reason }))
      return c.json({ bankMatchId, undone: true } satisfies z.infer<typeof bookingUndone>)
    },
  )
