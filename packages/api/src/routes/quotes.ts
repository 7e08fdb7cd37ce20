import { activityById } from '@samen/core/activities'
import { clientById, similarClients } from '@samen/core/clients'
import { contractById, priceFaults } from '@samen/core/contracts'
import type { Transaction } from '@samen/core/database'
import { mainLegalEntity } from '@samen/core/legal-entities'
import { mailSetting, queueMail } from '@samen/core/mail'
import { invalid, notFound, Problem, throwFaults } from '@samen/core/problem'
import {
  answersOf,
  conversionFor,
  linksOf,
  makeQuote,
  type Offer,
  offerToSend,
  type QuoteLink,
  reviseQuote,
  sendQuote,
} from '@samen/core/quotes'
import { notValidated, selfValidate } from '@samen/core/validations'
import type { Context } from 'hono'
import { z } from 'zod'
import { mailedLink, quote, quotePreview, sentLink, similarClient } from '../answers/quotes.ts'
import { only, STAFF } from '../auth/rights.ts'
import { quoteDocument, renderPdf } from '../documents/index.ts'
import { linkToken } from '../mail/port.ts'
import { contractOf } from '../queries/contracts.ts'
import { answerToPrint, offerTexts } from '../queries/offers.ts'
import { ordinaryTerms } from '../queries/ordinary-terms.ts'
import { type QuoteView, quoteAnswerOf, quotePreviewOf } from '../queries/quotes.ts'
import type { Env } from '../services.ts'
import { clientIdOf, linesOf, priceInput, quoteWithLinesInput, revisionInput } from './quote-input.ts'
import { body, contextOf, describe, idOf, mailedTo, memberOf, pdfAnswer, routes, work } from './route.ts'

const tags = ['Quotes']
const answerPdf = { 'application/pdf': 'PDF/A-3b with `offer.pdf` and `evidence.json` attached' }

export const quotes = routes()
  .post(
    '/me/quotes/preview',
    only('member'),
    describe('What a price in lines comes to, by VAT rate; nothing is stored', quotePreview, { tags }),
    body(priceInput),
    async (c) => {
      const { lines, discount = null, ownExpenses = 0n, supply, region = null, client } = c.req.valid('json')
      const { currency = c.var.office.plugin.currency } = c.req.valid('json')
      const priced = linesOf(lines, supply)
      throwFaults(priceFaults(priced, discount, currency))
      const { entity, conversion, buyer } = await work(c, async (trx) => ({
        buyer:
          'clientId' in client
            ? await clientById(trx, c.var.office.officeId, client.clientId)
            : { country: client.country, vatNumber: client.vatNumber ?? null, publicBody: false },
        entity: await mainLegalEntity(trx, c.var.office.officeId),
        conversion: await conversionFor(trx, contextOf(c), currency),
      }))
      return c.json(
        quotePreviewOf(viewOf(c), {
          lines: priced,
          discount,
          ownExpenses,
          supply,
          region,
          client: buyer,
          entity,
          conversion,
        }),
      )
    },
  )
  .post(
    '/me/clients/similar',
    only('member'),
    describe(
      'Clients the office has already that may be the one you type',
      z.object({ items: z.array(similarClient) }),
      {
        tags,
      },
    ),
    body(z.strictObject({ name: z.string().trim().min(2).max(200), email: z.string().max(254).optional() })),
    async (c) => {
      const found = await work(c, (trx) => similarClients(trx, c.var.office.officeId, c.req.valid('json')))
      return c.json({
        items: found.map(({ clientId, name, town, country }) => ({ clientId, name, town, country })),
      })
    },
  )
  .post(
    '/me/quotes',
    only('member'),
    describe('Make a quote of lines, options, discounts and expenses passed on', quote, {
      tags,
      status: 201,
    }),
    body(quoteWithLinesInput),
    async (c) => {
      const context = contextOf(c)
      const memberId = memberOf(c)
      const { client, activityId, terms, lines, supply, region = null, ...rest } = c.req.valid('json')
      const { discount, ownExpenses, conditions, deposit, validUntil, currency, ...job } = rest
      const made = await work(c, async (trx) => {
        const activity = await activityById(trx, context.officeId, activityId)
        if (!activity.memberIds.includes(memberId))
          throw new Problem('not-found', 'There is no such activity of yours.')
        const { contract } = await makeQuote(trx, context, {
          ...job,
          ...given({ discount, ownExpenses, conditions, deposit, validUntil, currency }),
          activityId,
          clientId: await clientIdOf(trx, context, client),
          supply,
          region,
          lines: linesOf(lines, supply),
          engagements: [{ memberId, terms: terms ?? (await ordinaryTerms(trx, context, memberId, job)) }],
        })
        await selfValidate(trx, context, memberId, contract.contractId)
        return quoteAnswerOf(trx, viewOf(c), contract.contractId)
      })
      return c.json(made, 201)
    },
  )
  .get('/me/quotes/:id', only('member'), describe('One of your quotes', quote, { tags }), async (c) =>
    c.json(
      await work(c, async (trx) => {
        const contractId = idOf(c.req.param('id'))
        await contractOf(trx, { ...viewOf(c), memberId: memberOf(c) }, contractId)
        return quoteAnswerOf(trx, viewOf(c), contractId)
      }),
    ),
  )
  .post(
    '/me/quotes/:id/revision',
    only('member'),
    describe(
      'Offer a quote anew: price, title, client, days; links to the version before stop working',
      quote,
      { tags },
    ),
    body(revisionInput),
    async (c) => {
      const contractId = idOf(c.req.param('id'))
      const context = contextOf(c)
      const memberId = memberOf(c)
      const { lines, client, terms, ...said } = c.req.valid('json')
      const revised = await work(c, async (trx) => {
        const { supply } = await contractOf(trx, { ...viewOf(c), memberId }, contractId)
        await reviseQuote(trx, context, contractId, {
          ...given(said),
          lines: linesOf(lines, supply),
          ...(client && { clientId: await clientIdOf(trx, context, client) }),
          ...(terms && { terms: { memberId, terms } }),
        })
        await selfValidate(trx, context, memberId, contractId)
        return quoteAnswerOf(trx, viewOf(c), contractId)
      })
      return c.json(revised)
    },
  )
  .post(
    '/me/quotes/:id/link',
    only('member'),
    describe('Make the link by which the client sees and answers the quote', sentLink, { tags, status: 201 }),
    async (c) => {
      const { token, link } = await linkFor(c, idOf(c.req.param('id')))
      return c.json(
        { path: `/q/${c.var.office.slug}/${token}`, expiresAt: link.expiresAt.toISOString() },
        201,
      )
    },
  )
  .post(
    '/me/quotes/:id/mail',
    only('member'),
    describe('Make the link and send it to the client by e-mail', mailedLink, { tags, status: 201 }),
    body(mailedTo),
    async (c) => {
      const contractId = idOf(c.req.param('id'))
      const context = contextOf(c)
      const { mail: port } = c.var.services
      const about = context.id()
      const { link, isSending, recipient } = await linkFor(c, contractId, {
        token: linkToken(port, 'quote', about),
        and: async (trx, offer, { expiresAt }) => {
          const client = await clientOfContract(trx, context.officeId, contractId)
          const recipient = c.req.valid('json').recipient ?? client.email
          if (recipient === null)
            throw invalid('recipient', 'The office knows no e-mail address of the client: type it.')
          await queueMail(trx, context, {
            kind: 'quote',
            about,
            recipient,
            recipientName: client.name,
            language: offer.language,
            fields: { seller: offer.seller.name, title: offer.title },
            expiresAt,
          })
          const sender = await mailSetting(trx, context.officeId)
          return { recipient, isSending: port.smtp !== undefined && sender !== undefined }
        },
      })
      return c.json({ recipient, isSending, expiresAt: link.expiresAt.toISOString() }, 201)
    },
  )
  .get(
    '/me/quotes/:id/answers/:no/pdf',
    only('member'),
    describe('An answer to one of your quotes on paper, with its evidence', undefined, {
      tags,
      media: answerPdf,
    }),
    async (c) => {
      const contractId = idOf(c.req.param('id'))
      return pdfAnswer(
        c,
        await work(c, async (trx) => {
          await contractOf(trx, { ...viewOf(c), memberId: memberOf(c) }, contractId)
          return printed(trx, c, contractId)
        }),
      )
    },
  )
  .get(
    '/quotes/:id',
    only(...STAFF),
    describe('A quote with its link and answers', quote, { tags }),
    async (c) => c.json(await work(c, (trx) => quoteAnswerOf(trx, viewOf(c), idOf(c.req.param('id'))))),
  )
  .get(
    '/quotes/:id/answers/:no/pdf',
    only(...STAFF),
    describe('An answer to a quote on paper, with its evidence', undefined, { tags, media: answerPdf }),
    async (c) => pdfAnswer(c, await work(c, (trx) => printed(trx, c, idOf(c.req.param('id'))))),
  )

/** Asks the office where it must be asked, and keeps the question though the request is refused. */
export async function refuseUnvalidated(c: Context<Env>, contractId: string): Promise<void> {
  const asked = await work(c, async (trx) => {
    await contractOf(trx, { ...viewOf(c), memberId: memberOf(c) }, contractId)
    return selfValidate(trx, contextOf(c), memberOf(c), contractId)
  })
  if (asked) throw notValidated(asked)
}

/** Draws the offer of one of the member's quotes and makes its link; `and` is done in the same transaction. */
async function linkFor<T extends object>(
  c: Context<Env>,
  contractId: string,
  more: {
    token?: string
    and?: (trx: Transaction, offer: Offer, link: QuoteLink) => Promise<T>
  } = {},
) {
  const context = contextOf(c)
  const textsFor = offerTexts(context.plugin)
  await refuseUnvalidated(c, contractId)
  const offer = await work(c, async (trx) => {
    await contractOf(trx, { ...viewOf(c), memberId: memberOf(c) }, contractId)
    return offerToSend(trx, context, contractId, textsFor)
  })
  // Drawn between two transactions: nobody waits for it with a row locked.
  const pdf = await renderPdf(quoteDocument(offer))
  return work(c, async (trx) => {
    const { token } = more
    const made = await sendQuote(trx, context, contractId, { offer, pdf, textsFor, ...(token && { token }) })
    return { ...made, ...((await more.and?.(trx, offer, made.link)) as T) }
  })
}

async function clientOfContract(trx: Transaction, officeId: string, contractId: string) {
  const { clientId } = await contractById(trx, officeId, contractId)
  return clientById(trx, officeId, clientId)
}

async function printed(trx: Parameters<typeof answersOf>[0], c: Context<Env>, contractId: string) {
  const { officeId } = c.var.office
  const answer = (await answersOf(trx, officeId, contractId)).find(
    ({ answerNo }) => answerNo.toString() === c.req.param('no'),
  )
  const link = (await linksOf(trx, officeId, contractId)).find(({ linkId }) => linkId === answer?.linkId)
  if (!answer || !link) throw notFound('such answer')
  return answerToPrint(trx, contextOf(c), link, answer)
}

/** The fields that were told; those left out keep what they are without. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}

const viewOf = (c: Context<Env>): QuoteView => ({
  officeId: c.var.office.officeId,
  plugin: c.var.office.plugin,
  today: contextOf(c).today,
  now: c.var.services.now(),
})
