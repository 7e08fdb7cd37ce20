import { inOffice, type OfficeEntry, officeDirectory } from '@samen/core/database'
import { acceptJoin, acceptLeave } from '@samen/core/federation'
import { receiveDelivery } from '@samen/core/packs'
import { notFound, Problem } from '@samen/core/problem'
import type { Context } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { membership, signedReceipt } from '../answers/federation.ts'
import { addressOf } from '../auth/address.ts'
import { take } from '../auth/take.ts'
import type { Env } from '../services.ts'
import { describe, routes } from './route.ts'

const tags = ['Federation']
const takes = { 'application/json': 'A document signed by the office (Ed25519 over canonical JSON)' }

/** Documents from one address: an office that was offline for years sends 100 packs in one go. */
const perAddress = { points: 600, duration: 60 }
/** Of those, documents that were refused: whoever tries keys or guesses invitations must wait. */
const refusedPerAddress = { points: 60, duration: 15 * 60 }

/**
 * Where offices on servers of their own meet the group. Nobody signs in here: each document carries its office's
 * signature, and is verified as one of a neighbour in the same database is. Many documents from one address wait, and so do
 * a few that were refused; an office's outbox tries again by itself.
 */
export const federation = () => {
  const addresses = new RateLimiterMemory(perAddress)
  const refusals = new RateLimiterMemory(refusedPerAddress)
  return routes()
    .use(async (c, next) => {
      const address = addressOf(c)
      await take(addresses, address)
      // Counted before the document is looked at, so that many at once do not slip through.
      await take(refusals, address)
      await next()
      if (c.res.ok) await refusals.reward(address)
    })
    .post(
      '/packs',
      describe(
        'An office delivers a pack; the answer is the group’s signed receipt. Sent again, the same receipt',
        signedReceipt,
        {
          tags,
          takes,
          status: 201,
        },
      ),
      async (c) => {
        const document = await documentOf(c)
        const key = c.req.header('idempotency-key')
        if (key !== undefined && key !== (document as { hash?: unknown }).hash)
          throw new Problem('invalid-request', 'The header Idempotency-Key is the hash of the pack.')
        const { officeId } = await groupHere(c)
        const { isNew, ...receipt } = await receiveDelivery(c.var.services.db, officeId, document)
        return c.json({ ...receipt, keys: receipt.keys.map((one) => ({ ...one })) }, isNew ? 201 : 200)
      },
    )
    .post(
      '/offices',
      describe('An office accepts an invitation and shows its keys', membership, {
        tags,
        takes,
        status: 201,
      }),
      async (c) => {
        const [document, group] = [await documentOf(c), await groupHere(c)]
        const { db, now } = c.var.services
        return c.json(
          await inOffice(db, group.officeId, (trx) => acceptJoin(trx, group, document, now())),
          201,
        )
      },
    )
    .post('/leaves', describe('An office leaves the group', membership, { tags, takes }), async (c) => {
      const [document, group] = [await documentOf(c), await groupHere(c)]
      const { db } = c.var.services
      return c.json(await inOffice(db, group.officeId, (trx) => acceptLeave(trx, group, document)))
    })
}

async function documentOf(c: Context<Env>): Promise<unknown> {
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? ''))
    throw new Problem('invalid-request', 'The body must be JSON, with content-type application/json.')
  try {
    return await c.req.json()
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('malformed-json', 'The body is not JSON.')
  }
}

async function groupHere(c: Context<Env>): Promise<OfficeEntry> {
  const group = (await officeDirectory(c.var.services.db)).find(({ role }) => role === 'group')
  if (!group) throw notFound('group office on this server')
  return group
}
