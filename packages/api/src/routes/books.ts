import { z } from 'zod'
import { close, exposure, fundsOverview, ledgerEntry, trialBalance } from '../answers/books.ts'
import { page } from '../answers/common.ts'
import { only, STAFF } from '../auth/rights.ts'
import { body, describe, pageQuery, pending, periodSchema, query, routes } from './route.ts'

const tags = ['Funds and books']

export const books = routes()
  .get(
    '/funds',
    only('member', ...STAFF),
    describe('The mutualised funds and their movements by month', fundsOverview, { tags }),
    async (c) => c.json(await pending<z.infer<typeof fundsOverview>>()),
  )
  .get(
    '/funds/exposure',
    only(...STAFF),
    describe('What the guarantee fund has advanced, by client', exposure, { tags }),
    async (c) => c.json(await pending<z.infer<typeof exposure>>()),
  )
  .get(
    '/ledger/trial-balance',
    only(...STAFF),
    describe('The trial balance of a month', trialBalance, { tags }),
    query(z.object({ period: periodSchema })),
    async (c) => c.json(await pending<z.infer<typeof trialBalance>>()),
  )
  .get(
    '/ledger/accounts/:account/entries',
    only(...STAFF),
    describe('The entries of an account, newest first', page(ledgerEntry), { tags }),
    query(pageQuery.extend({ period: periodSchema.optional(), subject: z.uuid().optional() })),
    async (c) => c.json(await pending<{ items: z.infer<typeof ledgerEntry>[]; next: string | null }>()),
  )
  .get(
    '/closes',
    only(...STAFF),
    describe('Closed periods and their packs, newest first', page(close), { tags }),
    query(pageQuery),
    async (c) => c.json(await pending<{ items: z.infer<typeof close>[]; next: string | null }>()),
  )
  .post(
    '/closes',
    only('finance'),
    describe('Close a period and seal its pack for the group', close, { tags, status: 201 }),
    body(z.strictObject({ period: periodSchema })),
    async (c) => c.json(await pending<z.infer<typeof close>>(), 201),
  )
