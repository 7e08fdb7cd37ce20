import { officeContext } from '@samen/core/context'
import { inOffice, officeDirectory, type Transaction } from '@samen/core/database'
import { notFound, Problem } from '@samen/core/problem'
import { answerQuote, linkByToken, markOpened, pdfOf } from '@samen/core/quotes'
import type { Context } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { z } from 'zod'
import { openOffer } from '../answers/quotes.ts'
import { addressOf } from '../auth/address.ts'
import { networkOf } from '../auth/network.ts'
import { take } from '../auth/take.ts'
import { renderPdf } from '../documents/index.ts'
import { answerToPrint, openOfferOf } from '../queries/offers.ts'
import type { Env } from '../services.ts'
import { body, describe, query, routes } from './route.ts'

const tags = ['Offers']

/** Tokens nobody was given that an address may try; the token has 256 random bits, so this only spares the database. */
const missesPerAddress = { points: 60, duration: 15 * 60 }
/** Looks at one offer and answers to it. */
const perToken = { points: 300, duration: 15 * 60 }

/** 256 bits in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/

const options = z
  .string()
  .regex(/^(\d{1,3}(,\d{1,3}){0,99})?$/, 'options are numbers of lines, with commas between them')
  .transform((text) => (text === '' ? [] : text.split(',').map(Number)))

const answerInput = z.strictObject({
  decision: z.enum(['accepted', 'declined']),
  name: z.string().trim().min(1).max(200),
  options: z.array(z.int().min(1).max(100)).max(100).default([]),
  consent: z.boolean().default(false).meta({ description: 'The sentence of the offer, ticked' }),
  reason: z.string().trim().max(500).optional(),
})

/** What a client may do who has a link and no sign-in. */
export function offers() {
  const misses = new RateLimiterMemory(missesPerAddress)
  const looks = new RateLimiterMemory(perToken)

  /** Runs in the office of the link; what is not there counts against the address. */
  async function byLink<T>(
    c: Context<Env>,
    run: (trx: Transaction, link: { token: string; context: ReturnType<typeof officeContext> }) => Promise<T>,
  ): Promise<T> {
    const { db, countries, now } = c.var.services
    const address = addressOf(c)
    const missed = await misses.get(address)
    if (missed && missed.remainingPoints <= 0) await take(misses, address)
    const token = c.req.param('token') ?? ''
    const office = (await officeDirectory(db)).find(({ slug }) => slug === c.req.param('office'))
    const plugin = office && countries.get(office.country)
    try {
      if (!office || !plugin || !TOKEN.test(token)) throw notFound('such quote')
      await take(looks, token)
      const context = officeContext({ officeId: office.officeId, plugin, by: 'client', now: now() })
      return await inOffice(db, office.officeId, (trx) => run(trx, { token, context }))
    } catch (error) {
      if (error instanceof Problem && error.type === 'not-found') await take(misses, address)
      throw error
    }
  }

  return routes()
    .get(
      '/:office/:token',
      describe('The offer behind a link, without a sign-in', openOffer, { tags }),
      query(z.object({ options: options.optional() })),
      async (c) => {
        const asked = c.req.valid('query').options
        const answer = await byLink(c, async (trx, { token, context }) => {
          const opened = await openOfferOf(trx, context, token, asked)
          await markOpened(trx, context, opened.link)
          return opened.answer
        })
        c.header('cache-control', 'no-store')
        c.header('referrer-policy', 'no-referrer')
        return c.json(answer)
      },
    )
    .get(
      '/:office/:token/pdf',
      describe('The offer on paper: the very bytes whose hash stands in the evidence', undefined, {
        tags,
        media: { 'application/pdf': 'PDF/A-3b' },
      }),
      async (c) => {
        const pdf = await byLink(c, async (trx, { token, context }) => {
          const { link } = await linkByToken(trx, context, token)
          return pdfOf(trx, context.officeId, link.linkId)
        })
        return pdfResponse(c, new Uint8Array(pdf), 'offer')
      },
    )
    .get(
      '/:office/:token/answer/pdf',
      describe('The answer on paper, with the offer and the signed evidence attached', undefined, {
        tags,
        media: { 'application/pdf': 'PDF/A-3b with `offer.pdf` and `evidence.json` attached' },
      }),
      async (c) => {
        const { source, name } = await byLink(c, async (trx, { token, context }) => {
          const { link, answer } = await linkByToken(trx, context, token)
          if (!answer) throw new Problem('conflict', 'This quote has no answer yet.')
          return answerToPrint(trx, context, link, answer)
        })
        return pdfResponse(c, await renderPdf(source), name)
      },
    )
    .post(
      '/:office/:token/answer',
      describe('Accept or decline the offer; the same answer again changes nothing', openOffer, { tags }),
      body(answerInput),
      async (c) => {
        const { consent, ...draft } = c.req.valid('json')
        if (draft.decision === 'accepted' && !consent)
          throw new Problem('invalid-field', 'To accept, tick the sentence of consent.', { field: 'consent' })
        const answered = await byLink(c, async (trx, { token, context }) => {
          await answerQuote(trx, context, token, {
            ...draft,
            network: networkOf(addressOf(c)),
            userAgent: c.req.header('user-agent') ?? '',
          })
          return (await openOfferOf(trx, context, token, undefined)).answer
        })
        return c.json(answered)
      },
    )
}

function pdfResponse(c: Context<Env>, pdf: Uint8Array<ArrayBuffer>, name: string): Response {
  return c.body(pdf, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}.pdf"`,
    'cache-control': 'no-store',
  })
}
