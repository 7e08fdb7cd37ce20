import { z } from 'zod'
import { bankTransaction, match, statementReport } from '../answers/books.ts'
import { page } from '../answers/common.ts'
import { only, STAFF } from '../auth/rights.ts'
import { amountSchema, body, describe, pageQuery, pending, query, routes } from './route.ts'

const tags = ['Bank']

export const bank = routes()
  .post(
    '/imports/statements',
    only('staff', 'approver', 'finance'),
    describe('Import a camt.053 statement: the body is the XML file, `?name=` its name', statementReport, {
      tags,
    }),
    query(z.object({ name: z.string().max(200).optional() })),
    async (c) => c.json(await pending<z.infer<typeof statementReport>>()),
  )
  .get(
    '/bank-transactions',
    only(...STAFF),
    describe('Bank transactions, newest first', page(bankTransaction), { tags }),
    query(pageQuery.extend({ waiting: z.enum(['true', 'false']).optional() })),
    async (c) => c.json(await pending<{ items: z.infer<typeof bankTransaction>[]; next: string | null }>()),
  )
  .post(
    '/bank-transactions/:id/matches',
    only('staff', 'approver', 'finance'),
    describe('Say which invoice a receipt was for', match, { tags, status: 201 }),
    body(z.strictObject({ invoiceId: z.uuid(), amount: amountSchema.optional() })),
    async (c) => c.json(await pending<z.infer<typeof match>>(), 201),
  )
