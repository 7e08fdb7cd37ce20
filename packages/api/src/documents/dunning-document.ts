import { formatAmount } from '@samen/core/country'
import type { DunningLetter } from '@samen/core/dunning'
import type { PdfSource } from './compile.ts'
import { paperFormats } from './formats.ts'
import { addressLines, dayParts, type Fact, ibanText, numberFacts, referenceText } from './party.ts'
import { wordsIn } from './texts/index.ts'

/** A letter to a client who pays late, in the client's language. Pure. */
export function dunningDocument(letter: DunningLetter): PdfSource {
  const { document, level, levels, currency, sentOn, open, interest, costs, fee } = letter
  const { seller, buyer, invoices, rates } = document
  const words = wordsIn(letter.language)
  const formats = paperFormats(words.language)
  const money = (amount: string) => formats.money(amount, currency)
  const tone = level === 1 ? '-1' : level === levels ? '-last' : ''
  const heading = words(`dunning.title${tone}`, { level: String(level), levels: String(levels) })
  const asks = interest + costs > 0n
  const total = open + interest + costs + fee
  const totals: Fact[] = [
    [words('dunning.total-open'), money(formatAmount(open))],
    ...(interest > 0n ? [[words('dunning.total-interest'), money(formatAmount(interest))] as const] : []),
    ...(costs > 0n ? [[words('dunning.total-costs'), money(formatAmount(costs))] as const] : []),
    ...(fee > 0n ? [[words('dunning.fee'), money(formatAmount(fee))] as const] : []),
  ]
  const references = [...new Set(invoices.map(({ paymentReference }) => referenceText(paymentReference)))]
  return {
    template: 'dunning',
    data: {
      lang: words.language,
      title: `${heading}, ${buyer.name}`,
      author: seller.name,
      date: dayParts(sentOn),
      page: words('page.of'),
      footer: [seller.name, ...numberFacts(words, seller).map((fact) => fact.join(' '))],
      heading,
      seller: { name: seller.name, lines: addressLines(seller, formats) },
      buyer: { label: words('dunning.to'), name: buyer.name, lines: addressLines(buyer, formats) },
      facts: [[words('dunning.date'), formats.day(sentOn)], ...numberFacts(words, buyer)],
      greeting: words('dunning.greeting'),
      text: words(`dunning.text${tone}`),
      table: {
        head: [
          ...[words('dunning.invoice'), words('dunning.due-on'), words('dunning.days-late')],
          words('dunning.open'),
          ...(asks ? [words('dunning.interest'), words('dunning.costs')] : []),
        ],
        rows: invoices.map((one) => [
          ...[one.number, formats.day(one.dueOn), formats.number(one.daysLate)],
          one.billed
            ? `${formats.money(one.billed.open, one.billed.currency)} = ${money(one.open)}`
            : money(one.open),
          ...(asks ? [money(one.interest), money(one.costs)] : []),
        ]),
      },
      totals,
      total: [words('dunning.total'), money(formatAmount(total))],
      notes: [
        ...(invoices.some(({ billed }) => billed) ? [words('dunning.billed', { currency })] : []),
        ...(rates.length === 0
          ? []
          : [
              words('dunning.rates', {
                rates: rates
                  .map(({ from, percent, source }) =>
                    words('dunning.rate', {
                      percent: formats.rate(percent),
                      from: formats.day(from),
                      source,
                    }),
                  )
                  .join('; '),
              }),
            ]),
      ],
      payment: {
        heading: words('invoice.payment'),
        facts: [
          [words('invoice.payee'), seller.name],
          ...(seller.iban ? [[words('party.iban'), ibanText(seller.iban)] as const] : []),
          ...(seller.bic ? [[words('party.bic'), seller.bic] as const] : []),
          [words('invoice.payment-reference'), references.join(', ')],
        ] satisfies Fact[],
      },
      closing: words('dunning.closing'),
    },
  }
}
