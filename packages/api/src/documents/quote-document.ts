import type { AnswerStatement, Offer, OfferLine, OfferTotals } from '@samen/core/quotes'
import type { PdfFile, PdfSource } from './compile.ts'
import { type PaperFormats, paperFormats } from './formats.ts'
import { pricing } from './line-text.ts'
import { addressLines, dayParts, type Fact, numberFacts } from './party.ts'
import { type Words, wordsIn } from './texts/index.ts'

/** An offer as it is printed, in the client's language. Pure. */
export const quoteDocument = (offer: Offer): PdfSource => document(offer, offer.totals, undefined)

/** What stands on an answered offer, beside the offer itself. */
export interface AnswerSeal {
  readonly statement: AnswerStatement
  readonly totals: OfferTotals
  readonly files: readonly PdfFile[]
}

/** An answered offer: what was taken, who answered when, with the offer as shown and the signed evidence attached. Pure. */
export const answeredDocument = (offer: Offer, seal: AnswerSeal): PdfSource => ({
  ...document(offer, seal.totals, seal),
  files: seal.files,
})

function document(offer: Offer, totals: OfferTotals, seal: AnswerSeal | undefined): PdfSource {
  const words = wordsIn(offer.language)
  const formats = paperFormats(words.language)
  const money = (amount: string) => formats.money(amount, offer.currency)
  const { seller, buyer } = offer
  const heading = words('quote.title')
  const taken = new Set(
    seal?.statement.options ?? offer.lines.flatMap(({ chosen, no }) => (chosen ? [no] : [])),
  )
  const isDiscounted = !/^0(\.0+)?$/.test(totals.discount)
  const facts: Fact[] = [
    [words('quote.made'), formats.day(offer.madeOn)],
    [words('quote.valid'), formats.day(offer.validUntil)],
    [words('quote.work'), formats.days(offer.performed.from, offer.performed.to)],
  ]
  const data = {
    lang: words.language,
    title: `${heading} ${offer.reference}`,
    author: seller.name,
    date: dayParts(seal ? seal.statement.answeredAt.slice(0, 10) : offer.madeOn),
    page: words('page.of'),
    footer: [seller.name, ...numberFacts(words, seller).map((fact) => fact.join(' '))],
    heading,
    number: `${offer.reference} / ${offer.version}`,
    name: offer.title,
    seller: { name: seller.name, lines: addressLines(seller, formats) },
    buyer: {
      label: words('quote.for'),
      name: buyer.name,
      lines: addressLines(buyer, formats),
      facts: numberFacts(words, buyer),
    },
    facts,
    lines: {
      head: [words('invoice.description'), words('invoice.vat-rate'), words('invoice.net')],
      rows: offer.lines.map((line) => row(line, taken.has(line.no), words, formats, offer.currency)),
    },
    mentions: offer.mentions,
    totals: [
      ...(isDiscounted
        ? [
            [words('invoice.sum'), money(totals.sum)],
            [words('invoice.discount'), money(`-${totals.discount}`)],
          ]
        : []),
      [words('invoice.total-net'), money(totals.net)],
      ...totals.vat.map(({ rate, amount, category }) => [
        category === 'O' ? words('invoice.no-vat') : `${words('invoice.vat-rate')} ${formats.rate(rate)}`,
        money(amount),
      ]),
    ],
    total: [words('quote.total'), money(totals.gross)],
    notes: [
      ...(offer.deposit
        ? [
            words('quote.deposit', {
              gross: money(offer.deposit.gross),
              net: money(offer.deposit.net),
              vat: money(offer.deposit.vat),
            }),
          ]
        : []),
      ...(offer.lines.some(({ optional }) => optional) && !seal ? [words('quote.options-note')] : []),
      words('quote.no-invoice'),
    ],
    conditions: offer.conditions
      ? { heading: words('quote.conditions'), paragraphs: offer.conditions.split(/\n+/).filter(Boolean) }
      : null,
    seal: seal ? sealOf(seal.statement, words, formats) : null,
  }
  return { template: 'quote', data }
}

/** What, how much of it, at which VAT, for how much; and whether it counts. */
function row(
  line: OfferLine,
  isTaken: boolean,
  words: Words,
  formats: PaperFormats,
  currency: string,
): readonly [string, string, string, string, boolean] {
  const said = [
    ...pricing(line, words, formats, currency),
    ...(line.kind === 'expense' ? [words('line.expense')] : []),
    ...(line.optional ? [words(isTaken ? 'line.option-chosen' : 'line.option')] : []),
  ]
  return [
    line.description,
    said.join('  ·  '),
    formats.rate(line.vatRate),
    formats.money(line.net, currency),
    isTaken || !line.optional,
  ]
}

function sealOf(statement: AnswerStatement, words: Words, formats: PaperFormats) {
  const { decision, name, options, network, answerNo, shownSha256, answeredAt, consent, reason } = statement
  const moment = formats.moment(answeredAt)
  const said = decision === 'accepted' ? consent : reason
  return {
    heading: words('seal.title'),
    said: words(`seal.${decision}`, { name, moment }),
    consent: said ?? '',
    facts: [
      ...(decision === 'accepted'
        ? [[words('seal.options'), options.length > 0 ? options.join(', ') : words('seal.none')] as const]
        : []),
      [words('seal.network'), network],
      [words('seal.number'), answerNo],
      [words('seal.hash'), shownSha256],
    ],
    notes: [words('seal.attached'), words('seal.kind')],
  }
}
