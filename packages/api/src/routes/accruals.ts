import { ACCRUAL_ACCOUNTS, type Accrual, accrue, listAccruals, readProvisions } from '@samen/core/books'
import { formatAmount, signedAmount } from '@samen/core/country'
import { inOffice } from '@samen/core/database'
import { z } from 'zod'
import { accrual, provisions } from '../answers/accruals.ts'
import { only, STAFF } from '../auth/rights.ts'
import { body, contextOf, describe, periodSchema, query, routes, work } from './route.ts'

const tags = ['Funds and books']

/** What belongs to a month before its paper comes, and what payslips set aside. */
export const accruals = routes()
  .get(
    '/accruals',
    only(...STAFF),
    describe('Accruals of a month, or the latest', z.object({ items: z.array(accrual) }), { tags }),
    query(z.object({ period: periodSchema.optional() })),
    async (c) => {
      const { period } = c.req.valid('query')
      const items = await work(c, (trx) => listAccruals(trx, c.var.office.officeId, period))
      return c.json({ items: items.map(answerOf) })
    },
  )
  .post(
    '/accruals',
    only('finance'),
    describe('Count income or expense for a month; it is taken back on the first of the next', accrual, {
      tags,
      status: 201,
    }),
    body(
      z.strictObject({
        accrualId: z.uuid().optional().meta({ description: 'Sent again, the same accrual changes nothing' }),
        entityNo: z.int().min(1).max(9),
        period: periodSchema,
        account: z.enum(ACCRUAL_ACCOUNTS as [(typeof ACCRUAL_ACCOUNTS)[number]]),
        amount: signedAmount,
        reason: z.string().min(1).max(300),
      }),
    ),
    async (c) => {
      const draft = c.req.valid('json')
      return c.json(answerOf(await work(c, (trx) => accrue(trx, contextOf(c), draft))), 201)
    },
  )
  .get(
    '/provisions',
    only(...STAFF),
    describe('What payslips set aside, from the start of the fiscal year to a month', provisions, { tags }),
    query(
      z.object({
        period: periodSchema,
        entity: z
          .string()
          .regex(/^[1-9]$/, 'a company of the office has a number from 1 to 9')
          .optional(),
      }),
    ),
    async (c) => {
      const { period, entity = '1' } = c.req.valid('query')
      const found = await inOffice(
        c.var.services.db,
        c.var.office.officeId,
        (trx) => readProvisions(trx, contextOf(c), { period, entityNo: Number(entity) }),
        { isolation: 'repeatable read' },
      )
      const { from, to, currency, more } = found
      return c.json({
        currency,
        from,
        to,
        provisions: found.provisions.map(({ code, name, number, ...amounts }) => ({
          code,
          name,
          number,
          opening: formatAmount(amounts.opening),
          setAside: formatAmount(amounts.setAside),
          used: formatAmount(amounts.used),
          closing: formatAmount(amounts.closing),
        })),
        workers: found.workers.map(({ setAside, toDate, ...worker }) => ({
          ...worker,
          setAside: formatAmount(setAside),
          toDate: formatAmount(toDate),
        })),
        more,
      })
    },
  )

const answerOf = ({ amount, recordedAt, ...rest }: Accrual): z.infer<typeof accrual> => ({
  ...rest,
  amount: formatAmount(amount),
  recordedAt: recordedAt.toISOString(),
})
