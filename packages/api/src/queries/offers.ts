import { canonicalJson, type Json } from '@samen/core/canonical'
import type { OfficeContext } from '@samen/core/context'
import { type Contract, contractById } from '@samen/core/contracts'
import type { AnyCountryPlugin } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { ownKeyChain } from '@samen/core/federation'
import {
  type AnswerStatement,
  linkByToken,
  type Offer,
  type OfferTexts,
  offerDeposit,
  offeredTotals,
  pdfOf,
  type QuoteAnswer,
  type QuoteLink,
  quoteById,
} from '@samen/core/quotes'
import type { z } from 'zod'
import type { openOffer } from '../answers/quotes.ts'
import { answeredDocument } from '../documents/index.ts'
import { wordsIn } from '../documents/texts/index.ts'
import type { ReadDocument } from './documents.ts'
import { totalsAnswer } from './quotes.ts'

/** The words an offer is made with, in a language of the country. */
export const offerTexts =
  ({ locales, languages }: AnyCountryPlugin) =>
  (language: string): OfferTexts => ({
    country: locales[language] ?? locales[languages[0] ?? 'en'] ?? {},
    consent: wordsIn(language)('quote.consent'),
  })

/**
 * What a client sees by a link: the offer exactly as it was kept, with the totals of the options asked about; after the
 * answer, of those taken.
 */
export async function openOfferOf(
  trx: Transaction,
  context: OfficeContext,
  token: string,
  asked: readonly number[] | undefined,
): Promise<{ readonly answer: z.infer<typeof openOffer>; readonly link: QuoteLink }> {
  const { link, state, answer } = await linkByToken(trx, context, token)
  const { format: _, ...offer } = JSON.parse(link.shown) as Offer
  const taken = answer ? (JSON.parse(answer.statement) as AnswerStatement).options : asked
  const isLive = state === 'open' || state === 'accepted'
  const totals =
    isLive && taken !== undefined
      ? await offeredTotals(trx, context, await contractOfLink(trx, context, link), taken, offer.madeOn)
      : offer.totals
  const ask =
    isLive && taken !== undefined ? await quoteById(trx, context.officeId, link.contractId) : undefined
  const deposit = ask ? offerDeposit(ask, totals, offer.currency) : offer.deposit
  return {
    link,
    answer: {
      ...offer,
      ...(deposit && { deposit }),
      performed: { ...offer.performed },
      lines: offer.lines.map((line) => ({ ...line, chosen: taken?.includes(line.no) || line.chosen })),
      mentions: [...offer.mentions],
      totals: totalsAnswer(totals),
      state,
      answer: answer
        ? {
            decision: answer.decision,
            name: answer.answeredBy,
            answeredAt: answer.answeredAt.toISOString(),
          }
        : null,
    },
  }
}

const contractOfLink = (trx: Transaction, { officeId }: OfficeContext, link: QuoteLink): Promise<Contract> =>
  contractById(trx, officeId, link.contractId)

/** An answered offer to print, with the offer as shown and the signed evidence attached. */
export async function answerToPrint(
  trx: Transaction,
  context: OfficeContext,
  link: QuoteLink,
  answer: QuoteAnswer,
): Promise<ReadDocument> {
  const { officeId } = context
  const offer = JSON.parse(link.shown) as Offer
  const statement = JSON.parse(answer.statement) as AnswerStatement
  const key = (await ownKeyChain(trx, officeId)).find(({ keyNo }) => keyNo === answer.keyNo)
  const { hash, signature } = answer
  const evidence: Json = {
    format: 'samen-evidence-1',
    statement: JSON.parse(answer.statement) as Json,
    sha256: hash,
    signature,
    publicKey: key?.publicKey ?? '',
    offer: JSON.parse(link.shown) as Json,
  }
  const contract = await contractOfLink(trx, context, link)
  const totals =
    answer.decision === 'accepted'
      ? await offeredTotals(trx, context, contract, statement.options, offer.madeOn)
      : offer.totals
  const source = answeredDocument(offer, {
    statement,
    totals,
    files: [
      {
        name: 'evidence.json',
        mime: 'application/json',
        description: `Evidence, Ed25519, key ${answer.keyNo}`,
        content: Buffer.from(canonicalJson(evidence)),
      },
      {
        name: 'offer.pdf',
        mime: 'application/pdf',
        description: `SHA-256 ${link.pdfSha256}`,
        content: await pdfOf(trx, officeId, link.linkId),
      },
    ],
  })
  return { name: `${offer.reference}-${answer.answerNo}`, source }
}
