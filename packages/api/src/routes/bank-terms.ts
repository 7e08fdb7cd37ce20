import { formatAmount } from '@samen/core/country'
import { mainLegalEntity } from '@samen/core/legal-entities'
import { type BankTerms, bankTerms, ORDINARY_TERMS, setBankTerms } from '@samen/core/payments'
import { z } from 'zod'
import * as answers from '../answers/bank-terms.ts'
import { only, STAFF } from '../auth/rights.ts'
import { amountSchema, body, contextOf, describe, routes, work } from './route.ts'

const tags = ['Bank']

/** What the office's first company agreed with its bank; files written from then on follow it. */
export const bankTermRoutes = routes()
  .get(
    '/bank-terms',
    only(...STAFF),
    describe('How payment files are cut into batches, and whether they are paid at once', answers.bankTerms, {
      tags,
    }),
    async (c) => {
      const { officeId } = c.var.office
      const terms = await work(c, async (trx) => {
        const { legalEntityId } = await mainLegalEntity(trx, officeId)
        return (await bankTerms(trx, officeId)).get(legalEntityId) ?? ORDINARY_TERMS
      })
      return c.json(answerOf(terms))
    },
  )
  .post(
    '/bank-terms',
    only('finance'),
    describe('Say what the company agreed with its bank', answers.bankTerms, { tags, status: 201 }),
    body(
      z.strictObject({
        transfersMax: z.number().int().nullable(),
        amountMax: amountSchema.nullable(),
        instant: z.boolean(),
      }),
    ),
    async (c) =>
      c.json(answerOf(await work(c, (trx) => setBankTerms(trx, contextOf(c), c.req.valid('json')))), 201),
  )

const answerOf = ({ transfersMax, amountMax, instant }: BankTerms): z.infer<typeof answers.bankTerms> => ({
  transfersMax,
  amountMax: amountMax === null ? null : formatAmount(amountMax),
  instant,
})
