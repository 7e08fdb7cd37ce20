import { formatAmount } from '@samen/core/country'
import {
  bookIntercompany,
  INTERCOMPANY_DIRECTIONS,
  INTERCOMPANY_KINDS,
  type IntercompanyItem,
  intercompanyItems,
} from '@samen/core/intercompany'
import { z } from 'zod'
import { page } from '../answers/common.ts'
import { intercompanyItem } from '../answers/intercompany.ts'
import { only, STAFF } from '../auth/rights.ts'
import { cursorOf, pageOf, rowsOf } from '../queries/page.ts'
import {
  body,
  contextOf,
  daySchema,
  describe,
  pageQuery,
  query,
  routes,
  signedAmountSchema,
  slugSchema,
  work,
} from './route.ts'

const tags = ['Funds and books']

/** What stands between an office and others of the group, as this office books it. */
export const intercompany = routes()
  .get(
    '/intercompany',
    only(...STAFF),
    describe('What was booked about other offices of the group, the latest first', page(intercompanyItem), {
      tags,
    }),
    query(pageQuery.extend({ counterparty: slugSchema.optional() })),
    async (c) => {
      const asked = c.req.valid('query')
      const [beforeId] = cursorOf(asked, ['id']) ?? []
      const { counterparty } = asked
      const items = await work(c, (trx) =>
        intercompanyItems(trx, c.var.office.officeId, {
          ...(counterparty && { counterparty }),
          ...(beforeId && { beforeId }),
          limit: rowsOf(asked),
        }),
      )
      return c.json(pageOf(items, asked, ({ intercompanyItemId }) => [intercompanyItemId], itemAnswer))
    },
  )
  .post(
    '/intercompany',
    only('finance'),
    describe(
      'Book this office’s side of an invoice, loan, payment, reinsurance or shares; the same reference again changes nothing',
      intercompanyItem,
      { tags, status: 201 },
    ),
    body(
      z.strictObject({
        counterparty: slugSchema,
        reference: z.string().min(1).max(100),
        kind: z.enum(INTERCOMPANY_KINDS),
        direction: z.enum(INTERCOMPANY_DIRECTIONS),
        amount: signedAmountSchema,
        effectiveOn: daySchema,
        description: z.string().max(300).optional(),
        legalEntityId: z.uuid().optional(),
      }),
    ),
    async (c) => {
      const { description, legalEntityId, ...draft } = c.req.valid('json')
      const item = await work(c, (trx) =>
        bookIntercompany(trx, contextOf(c), {
          ...draft,
          ...(description !== undefined && { description }),
          ...(legalEntityId && { legalEntityId }),
        }),
      )
      return c.json(itemAnswer(item), 201)
    },
  )

const itemAnswer = ({ amount, bookedAt, ...item }: IntercompanyItem): z.infer<typeof intercompanyItem> => ({
  ...item,
  amount: formatAmount(amount),
  bookedAt: bookedAt.toISOString(),
})
