import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type OfficeContext, startOfDay } from '../context/index.ts'
import { type Contract, contractById, lockContracts, orderFaults } from '../contracts/index.ts'
import { type AnyCountryPlugin, addDays, type IsoDate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { mixtureFaults, partsOf } from '../invoices/index.ts'
import { conflict, notFound, throwFaults } from '../problem/index.ts'
import { linksOf, type QuoteLink, revokeLinks, sha256, tokenHash } from './link-store.ts'
import {
  type Offer,
  type OfferTexts,
  offerOf,
  offerText,
  type Quote,
  type QuoteParties,
  VALID_DAYS,
  withOptions,
} from './quote.ts'
import { partiesOf, quoteOf } from './quote-store.ts'
import { refuseSettled } from './revise-quote.ts'

/** Links made for one quote, at most: who needs more is doing something else. */
export const LINKS_MAX = 50

/**
 * The offer a link to this quote would show now. Whatever would stop the order when the client accepts (unlawful terms,
 * a bankrupt client, a last day that has passed) stops it here, where somebody can mend it.
 *
 * @param textsFor the words of a language: the consent to tick, and the country's legal mentions.
 * @throws Problem `not-found`; `conflict` when it is no quote any more; the condition that is not met, with its field.
 */
export async function offerToSend(
  trx: Transaction,
  context: OfficeContext,
  contractId: string,
  textsFor: (language: string) => OfferTexts,
): Promise<Offer> {
  const { officeId } = context
  const contract = await contractById(trx, officeId, contractId)
  return read(trx, context, contract, textsFor)
}

async function read(
  trx: Transaction,
  context: OfficeContext,
  contract: Contract,
  textsFor: (language: string) => OfferTexts,
): Promise<Offer> {
  const { officeId, plugin, today } = context
  refuseSettled(contract)
  throwFaults(await orderFaults(trx, context, contract))
  const quote = await quoteOf(trx, officeId, contract)
  const parties = await partiesOf(trx, officeId, contract)
  throwFaults(mixtures(plugin, quote, parties, today))
  return offerOf(plugin, quote, parties, {
    madeOn: today,
    validUntil: contract.validUntil ?? addDays(today, VALID_DAYS),
    texts: textsFor(parties.client.language),
  })
}

/** Whatever options are taken, one invoice must be able to hold it. */
function mixtures(plugin: AnyCountryPlugin, quote: Quote, parties: QuoteParties, on: IsoDate) {
  const all = withOptions(quote, new Set(quote.lines.map((_, at) => at + 1)))
  return mixtureFaults(partsOf(plugin, all.contract, all, { ...parties, on }))
}

/**
 * Makes the link by which the client sees and answers an offer that was drawn on paper meanwhile. Earlier links to the
 * quote stop working. The token is answered here and stored nowhere.
 *
 * @param offer as `offerToSend` gave it; @param pdf the same on paper; @param token 256 bits in base64url nobody can guess.
 * @throws Problem `conflict` when the quote has changed since, or has had too many links.
 */
export async function sendQuote(
  trx: Transaction,
  context: OfficeContext,
  contractId: string,
  {
    offer,
    pdf,
    textsFor,
    token = randomBytes(32).toString('base64url'),
  }: { offer: Offer; pdf: Uint8Array; textsFor: (language: string) => OfferTexts; token?: string },
): Promise<{ readonly token: string; readonly link: QuoteLink }> {
  const { officeId, by, now, id } = context
  const [contract] = await lockContracts(trx, officeId, [contractId])
  if (!contract) throw notFound('such contract')
  const shown = offerText(offer)
  if (offerText(await read(trx, context, contract, textsFor)) !== shown)
    throw conflict('The quote was changed while its link was being made: look at it again and send it then.')
  const before = await linksOf(trx, officeId, contractId)
  if (before.length >= LINKS_MAX) throw conflict(`A quote has at most ${LINKS_MAX} links.`)
  await revokeLinks(trx, officeId, contractId, now)
  const { entity } = await partiesOf(trx, officeId, contract)
  const link = {
    linkId: id(),
    contractId,
    version: offer.version,
    language: offer.language,
    shown,
    shownSha256: sha256(shown),
    pdfSha256: sha256(pdf),
    expiresAt: new Date(startOfDay(addDays(offer.validUntil, 1), entity.timeZone)),
    createdAt: now,
    openedAt: null,
    revokedAt: null,
  }
  await sql`
    insert into samen.quote_link (office_id, link_id, contract_id, version, token_hash, language, shown, shown_sha256, pdf,
      pdf_sha256, expires_at, created_at, created_by)
    values (${officeId}, ${link.linkId}, ${contractId}, ${link.version}, ${tokenHash(token)}, ${link.language}, ${shown},
      ${link.shownSha256}, ${Buffer.from(pdf)}, ${link.pdfSha256}, ${link.expiresAt}, ${now}, ${by})`.execute(
    trx,
  )
  return { token, link }
}
