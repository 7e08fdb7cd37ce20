import { sql } from 'kysely'
import { canonicalJson, type Json } from '../canonical/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { type Contract, lockContracts } from '../contracts/index.ts'
import type { AnyCountryPlugin } from '../country/index.ts'
import { lockInOffice, type Transaction } from '../database/index.ts'
import { type Signed, signAs } from '../federation/index.ts'
import { moveJobs } from '../invoices/index.ts'
import { conflict, type Fault, notFound, refused, throwFaults } from '../problem/index.ts'
import { linkFields, type QuoteLink, sha256, tokenHash } from './link-store.ts'
import { type Offer, type OfferTotals, totalsOf, withOptions, worthOf } from './quote.ts'
import { partiesOf, quoteOf } from './quote-store.ts'

export type LinkState = 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'replaced'

/** What a client says to an offer. */
export interface AnswerDraft {
  readonly decision: 'accepted' | 'declined'
  /** As the client names themself. */
  readonly name: string
  /** Numbers of the optional lines that are taken. */
  readonly options: readonly number[]
  /** Why it is declined. */
  readonly reason?: string | undefined
  /** The network the request came from, never the whole address, and the browser as it names itself. */
  readonly network: string
  readonly userAgent: string
}

/** The evidence of an answer. */
export interface QuoteAnswer {
  readonly answerNo: bigint
  readonly contractId: string
  readonly linkId: string
  readonly decision: 'accepted' | 'declined'
  readonly answeredBy: string
  readonly answeredAt: Date
  /** Canonical JSON of an `AnswerStatement`. */
  readonly statement: string
  /** SHA-256 of the statement. */
  readonly hash: string
  readonly keyNo: number
  /** Ed25519 over the statement, base64. */
  readonly signature: string
}

export interface AnswerStatement {
  readonly format: 'samen-answer-1'
  readonly answerNo: string
  readonly office: string
  readonly reference: string
  readonly version: number
  readonly link: string
  readonly decision: 'accepted' | 'declined'
  readonly name: string
  readonly consent: string | null
  readonly reason: string | null
  readonly answeredAt: string
  readonly options: readonly number[]
  readonly currency: string
  readonly net: string
  readonly vat: string
  readonly gross: string
  /** Of the canonical text of the offer, and of its PDF, exactly as shown. */
  readonly shownSha256: string
  readonly pdfSha256: string
  readonly language: string
  readonly network: string
  readonly userAgent: string
  /** Hash of the office's answer before; null for its first. */
  readonly previous: string | null
}

/** The link of a token, and how it stands. @throws Problem `not-found` for a token nobody was given. */
export async function linkByToken(
  trx: Transaction,
  { officeId, now }: OfficeContext,
  token: string,
): Promise<{
  readonly link: QuoteLink
  readonly state: LinkState
  readonly answer: QuoteAnswer | undefined
}> {
  const { rows } = await sql<QuoteLink>`
    select ${linkFields} from samen.quote_link
     where office_id = ${officeId} and token_hash = ${tokenHash(token)} for update`.execute(trx)
  const [link] = rows
  if (!link) throw notFound('such quote')
  const answer = await answerOfLink(trx, officeId, link.linkId)
  const { rows: offered } = await sql<{ version: number }>`
    select version from samen.quote where office_id = ${officeId} and contract_id = ${link.contractId}`.execute(
    trx,
  )
  return { link, answer, state: linkStateOf(link, { answer, version: offered[0]?.version ?? 1, now }) }
}

/** How a link stands. @param version the quote's now: a link to one before it was replaced. */
export function linkStateOf(
  link: QuoteLink,
  { answer, version, now }: { answer: QuoteAnswer | undefined; version: number; now: Date },
): LinkState {
  if (answer) return answer.decision
  if (link.revokedAt !== null) return link.version < version ? 'replaced' : 'withdrawn'
  return now >= link.expiresAt ? 'expired' : 'open'
}

/** Notes that a client has looked, once. */
export async function markOpened(
  trx: Transaction,
  { officeId, now }: OfficeContext,
  { linkId, openedAt }: QuoteLink,
): Promise<void> {
  if (openedAt !== null) return
  await sql`
    update samen.quote_link set opened_at = ${now}
     where office_id = ${officeId} and link_id = ${linkId} and opened_at is null`.execute(trx)
}

/** What the client would pay with these options. @throws Problem naming the option that is none. */
export async function offeredTotals(
  trx: Transaction,
  { officeId, plugin }: { officeId: string; plugin: AnyCountryPlugin },
  contract: Contract,
  options: readonly number[],
  on: string,
): Promise<OfferTotals> {
  const quote = await quoteOf(trx, officeId, contract)
  throwFaults(optionFaults(quote.lines, options))
  const chosen = withOptions(quote, new Set(options))
  return totalsOf(plugin, chosen, await partiesOf(trx, officeId, contract), on)
}

const optionFaults = (lines: readonly { optional: boolean }[], options: readonly number[]): Fault[] =>
  options.flatMap((no, index) =>
    lines[no - 1]?.optional
      ? []
      : [{ field: `options[${index}]`, reason: 'There is no such option in this quote.' }],
  )

/**
 * Records a client's answer with its evidence; an accepted quote becomes an order in the same transaction. The same answer
 * given again is the answer there is: nothing happens twice.
 *
 * @throws Problem `not-found`; `conflict` when the other answer was given before; `refused` for a link that is withdrawn or
 *   expired; a fault's own problem when the order is refused.
 */
export async function answerQuote(
  trx: Transaction,
  context: OfficeContext,
  token: string,
  draft: AnswerDraft,
): Promise<QuoteAnswer> {
  const { officeId, now } = context
  throwFaults(answerFaults(draft))
  const { link, state, answer } = await linkByToken(trx, context, token)
  if (answer) {
    if (answer.decision === draft.decision) return answer
    throw conflict(`This quote was ${answer.decision} on ${answer.answeredAt.toISOString().slice(0, 10)}.`)
  }
  if (state !== 'open') throw refused(NO_LONGER[state as keyof typeof NO_LONGER])
  const [contract] = await lockContracts(trx, officeId, [link.contractId])
  if (contract?.state !== 'quote')
    throw conflict('The quote is no longer open: ask whoever sent it how it stands.')
  const offer = JSON.parse(link.shown) as Offer
  // Taxed as the page says it is.
  const totals = await offeredTotals(trx, context, contract, draft.options, offer.madeOn)
  if (draft.decision === 'accepted') await order(trx, context, contract, draft.options)
  return insertAnswer(trx, context, link, (answerNo, previous, office) => ({
    format: 'samen-answer-1',
    answerNo: answerNo.toString(),
    office,
    reference: contract.reference,
    version: link.version,
    link: link.linkId,
    decision: draft.decision,
    name: draft.name.trim(),
    consent: draft.decision === 'accepted' ? offer.consent : null,
    reason: draft.reason?.trim() || null,
    answeredAt: now.toISOString(),
    options: [...new Set(draft.options)].sort((a, b) => a - b),
    currency: offer.currency,
    net: totals.net,
    vat: totals.vatTotal,
    gross: totals.gross,
    shownSha256: link.shownSha256,
    pdfSha256: link.pdfSha256,
    language: link.language,
    network: draft.network,
    userAgent: draft.userAgent.slice(0, 200),
    previous,
  }))
}

/** Why a link takes no answer, and what to do. */
const NO_LONGER = {
  expired: 'The quote is no longer valid: ask whoever sent it for a new one.',
  withdrawn: 'This link was withdrawn: ask whoever sent it for the new one.',
  replaced: 'There is a newer version of this quote: ask whoever sent it for its link.',
} as const

function answerFaults({ name, reason, options }: AnswerDraft): Fault[] {
  const faults: Fault[] = []
  if (name.trim().length < 1 || name.length > 200)
    faults.push({ field: 'name', reason: 'Has 1 to 200 characters.' })
  if (reason !== undefined && reason.length > 500)
    faults.push({ field: 'reason', reason: 'Has at most 500 characters.' })
  if (options.length > 100) faults.push({ field: 'options', reason: 'At most 100.' })
  return faults
}

/** Takes the options and makes the order. */
async function order(
  trx: Transaction,
  context: OfficeContext,
  contract: Contract,
  options: readonly number[],
): Promise<void> {
  const { officeId } = context
  const { contractId } = contract
  const chosen = withOptions(await quoteOf(trx, officeId, contract), new Set(options))
  const { fee, expenses } = worthOf(chosen)
  await sql`
    update samen.contract_line set chosen = line_no = any(${[...options]}::int[])
     where office_id = ${officeId} and contract_id = ${contractId} and optional`.execute(trx)
  await sql`
    update samen.contract set fee = ${fee}, expenses = ${expenses}
     where office_id = ${officeId} and contract_id = ${contractId}`.execute(trx)
  await moveJobs(trx, context, [contractId], 'order')
}

/** The office's answers are one chain: two at once queue here. */
async function insertAnswer(
  trx: Transaction,
  { officeId }: OfficeContext,
  link: QuoteLink,
  statementOf: (answerNo: bigint, previous: string | null, office: string) => AnswerStatement,
): Promise<QuoteAnswer> {
  await lockInOffice(trx, officeId, 'quote answer')
  const { rows } = await sql<{ slug: string; answerNo: bigint | null; hash: string | null }>`
    select o.slug, a.answer_no as "answerNo", a.hash from samen.office o
      left join lateral (select answer_no, hash from samen.quote_answer
                          where office_id = ${officeId} order by answer_no desc limit 1) a on true
     where o.office_id = ${officeId}`.execute(trx)
  const { slug, answerNo: last, hash: previous } = rows[0] as (typeof rows)[0]
  const answerNo = (last ?? 0n) + 1n
  const said = statementOf(answerNo, previous, slug)
  const statement = canonicalJson(said as unknown as Json)
  const signed: Signed = await signAs(trx, officeId, said as unknown as Json)
  const answer: QuoteAnswer = {
    answerNo,
    contractId: link.contractId,
    linkId: link.linkId,
    decision: said.decision,
    answeredBy: said.name,
    answeredAt: new Date(said.answeredAt),
    statement,
    hash: sha256(statement),
    ...signed,
  }
  await sql`
    insert into samen.quote_answer (office_id, answer_no, contract_id, link_id, decision, answered_by, answered_at,
      statement, hash, key_no, signature)
    values (${officeId}, ${answerNo}, ${link.contractId}, ${link.linkId}, ${answer.decision}, ${answer.answeredBy},
      ${answer.answeredAt}, ${statement}, ${answer.hash}, ${answer.keyNo}, ${answer.signature})`.execute(trx)
  return answer
}

const answerFields =
  sql.raw(`answer_no as "answerNo", contract_id as "contractId", link_id as "linkId", decision,
  answered_by as "answeredBy", answered_at as "answeredAt", statement, hash, key_no as "keyNo", signature`)

async function answerOfLink(
  trx: Transaction,
  officeId: string,
  linkId: string,
): Promise<QuoteAnswer | undefined> {
  const { rows } = await sql<QuoteAnswer>`
    select ${answerFields} from samen.quote_answer
     where office_id = ${officeId} and link_id = ${linkId}`.execute(trx)
  return rows[0]
}

/** The answers to a quote's links, the latest first. */
export async function answersOf(
  trx: Transaction,
  officeId: string,
  contractId: string,
): Promise<QuoteAnswer[]> {
  const { rows } = await sql<QuoteAnswer>`
    select ${answerFields} from samen.quote_answer
     where office_id = ${officeId} and contract_id = ${contractId} order by answer_no desc limit 50`.execute(
    trx,
  )
  return rows
}
