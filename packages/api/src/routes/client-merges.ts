import { mergeClients, previewMerge } from '@samen/core/client-merges'
import { clientById, listClients, similarClients } from '@samen/core/clients'
import { z } from 'zod'
import { clientMerge, mergePreview } from '../answers/client-merges.ts'
import { similarClient } from '../answers/quotes.ts'
import { only } from '../auth/rights.ts'
import { mergeAnswer, previewAnswer } from '../queries/client-merges.ts'
import { body, contextOf, describe, idOf, query, routes, work } from './route.ts'

const tags = ['Clients']
const MERGERS = ['approver', 'finance'] as const
const CHOICES_MAX = 20

/** Two records of one client become one, for good. */
export const clientMergeRoutes = routes()
  .get(
    '/clients/:id/merge-choices',
    only(...MERGERS),
    describe(
      'Clients that may be the same as this one: alike, or whose name holds a text',
      z.object({ items: z.array(similarClient) }),
      { tags },
    ),
    query(z.object({ search: z.string().trim().max(100).optional() })),
    async (c) => {
      const { search } = c.req.valid('query')
      const { officeId } = c.var.office
      const found = await work(c, async (trx) => {
        const { clientId, name, email } = await clientById(trx, officeId, idOf(c.req.param('id')))
        const clients = search
          ? await listClients(trx, officeId, { search, limit: CHOICES_MAX })
          : await similarClients(trx, officeId, { name, email: email ?? undefined })
        return clients.filter((one) => one.clientId !== clientId)
      })
      return c.json({
        items: found.map(({ clientId, name, town, country }) => ({ clientId, name, town, country })),
      })
    },
  )
  .get(
    '/clients/:id/merges/preview',
    only(...MERGERS),
    describe('What both clients have, and what merging would do; writes nothing', mergePreview, { tags }),
    query(
      z.object({ clientId: z.uuid().meta({ description: 'The client that would be merged into this one' }) }),
    ),
    async (c) => {
      const { clientId } = c.req.valid('query')
      const intoId = idOf(c.req.param('id'))
      const { officeId, currency } = c.var.office
      return c.json(
        previewAnswer(await work(c, (trx) => previewMerge(trx, officeId, { clientId, intoId })), currency),
      )
    },
  )
  .post(
    '/clients/:id/merges',
    only(...MERGERS),
    describe(
      'Merge a client into this one, for good: its jobs, invoices, advances and balances go over; sent again, nothing changes',
      clientMerge,
      { tags, status: 201 },
    ),
    body(
      z.strictObject({
        clientId: z.uuid().meta({ description: 'The client that is merged into this one' }),
        numberChanged: z
          .boolean()
          .optional()
          .meta({ description: 'Their VAT or company numbers differ because the client’s changed' }),
        reason: z.string().trim().min(1).max(300),
      }),
    ),
    async (c) => {
      const draft = { ...c.req.valid('json'), intoId: idOf(c.req.param('id')) }
      return c.json(mergeAnswer(await mergeClients(c.var.services.db, contextOf(c), draft)), 201)
    },
  )
