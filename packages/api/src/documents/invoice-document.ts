import { formatAmount, parseAmount } from '@samen/core/country'
import { checkInvoice, isVerifiable, writeCii } from '@samen/core/e-invoice'
import { asBilled, asEInvoice, type Invoice, printedNumber } from '@samen/core/invoices'
import { epcQrText } from '@samen/core/payments'
import { renderSVG } from 'uqr'
import type { PdfSource } from './compile.ts'
import { EN_16931 } from './factur-x.ts'
import { type PaperFormats, paperFormats } from './formats.ts'
import { pricing } from './line-text.ts'
import { addressLines, dayParts, type Fact, ibanText, numberFacts, referenceText } from './party.ts'
import { type Words, wordsIn } from './texts/index.ts'

export interface InvoiceParts {
  /** What the job is known by. */
  readonly reference: string
  /** Texts of the country in the buyer's language: legal mentions, and `invoice.terms` where the law wants a sentence. */
  readonly texts: Readonly<Record<string, string>>
  /** Where the buyer looks the invoice up at its tax authority, where it was recorded for one. */
  readonly recordAddress?: string | null | undefined
}

/** What the paper is called. */
const TITLES = {
  invoice: 'invoice.title',
  deposit: 'deposit.title',
  'credit-note': 'credit-note.title',
} as const

/** Where nothing is subject to VAT no rate is named (EN 16931, category O). */
const OUTSIDE_VAT = 'O'

/**
 * An issued invoice or credit note as it is printed, in the buyer's language. Where it keeps the rules of EN 16931 it
 * carries itself as CII, and is a Factur-X; where it does not (a buyer without the numbers an e-invoice needs), it is
 * paper only. Pure.
 */
export function invoiceDocument(
  issued: Invoice,
  { reference, texts, recordAddress }: InvoiceParts,
): PdfSource {
  const invoice = asBilled(issued)
  const { document, currency, kind } = invoice
  const words = wordsIn(document.language)
  const formats = paperFormats(words.language)
  const money = (amount: string) => formats.money(amount, currency)
  const isCredit = kind === 'credit-note'
  const number = printedNumber(invoice)
  const heading = words(TITLES[kind])
  const { seller, buyer, credits } = document
  const rateOf = new Map(document.vat.map((row) => [row.code, rateText(row, words, formats)]))
  const total = formatAmount(invoice.total)
  const facts: Fact[] = [
    [words('invoice.issued'), formats.day(invoice.issuedOn)],
    [
      words(kind === 'deposit' ? 'quote.work' : 'invoice.performed'),
      formats.days(document.performed.from, document.performed.to),
    ],
    ...(isCredit ? [] : [[words('invoice.due'), formats.day(invoice.dueOn)] as const]),
    [words('invoice.reference'), reference],
  ]
  const data = {
    lang: words.language,
    title: `${heading} ${number}`,
    author: seller.name,
    date: dayParts(invoice.issuedOn),
    page: words('page.of'),
    footer: [seller.name, ...numberFacts(words, seller).map((fact) => fact.join(' '))],
    attached: `${heading} ${number}, EN 16931, UN/CEFACT CII`,
    taxQr: recordAddress ? taxQr(recordAddress) : null,
    heading,
    number,
    seller: { name: seller.name, lines: addressLines(seller, formats) },
    buyer: {
      label: words(isCredit ? 'invoice.buyer-credited' : 'invoice.buyer'),
      name: buyer.name,
      lines: addressLines(buyer, formats),
      facts: numberFacts(words, buyer),
    },
    facts,
    credits: credits
      ? [
          words('invoice.credits', { number: credits.number, day: formats.day(credits.issuedOn) }),
          words('invoice.credits-reason', { reason: credits.reason }),
        ]
      : [],
    lines: {
      head: [words('invoice.description'), words('invoice.vat-rate'), words('invoice.net')],
      rows: document.lines.map((line) => [
        line.description,
        [
          formats.days(document.performed.from, document.performed.to),
          ...pricing(line, words, formats, currency),
        ].join('  ·  '),
        rateOf.get(line.vatCode) ?? '',
        money(line.net),
      ]),
    },
    mentions: document.vat.flatMap(({ mention, otherMentions = [], source, category }) => {
      const said = [mention, ...otherMentions].flatMap((key) => (key && texts[`vat.${key}`]) || [])
      return said.length > 0 ? said : category === 'S' ? [] : [source]
    }),
    totals: [
      ...discounted(invoice, words, money),
      [words('invoice.total-net'), money(formatAmount(invoice.net))],
      [words('invoice.total-vat'), money(formatAmount(invoice.vat))],
    ],
    total: [words(isCredit ? 'invoice.total-credited' : 'invoice.total'), money(total)],
    vat: {
      head: [
        words('invoice.vat-rate'),
        words('invoice.vat-base'),
        words('invoice.vat-amount'),
        words('payslip.total'),
      ],
      rows: vatRows(invoice, words, formats),
    },
    payment: isCredit ? null : paymentOf(invoice, words, formats),
    notes: [
      ...convertedNotes(issued, words, formats),
      ...(kind === 'deposit' ? [words('deposit.note')] : []),
      ...(isCredit ? [words('invoice.nothing-to-pay')] : []),
      ...(!isCredit && texts['invoice.terms'] ? [texts['invoice.terms']] : []),
    ],
  }
  return { template: 'invoice', data, xml: facturX(issued, { reference, texts }) }
}

/** Of an invoice in another currency: the rate, and the VAT in the company's (directive 2006/112/EC, art. 230). */
function convertedNotes(
  { document: { billed, vat }, currency }: Invoice,
  words: Words,
  formats: PaperFormats,
) {
  if (!billed) return []
  const source = billed.rateSource.toUpperCase()
  const day = formats.day(billed.rateOn)
  const rate = formats.decimal(billed.rate)
  const tax = vat.reduce((sum, { amount }) => sum + parseAmount(amount), 0n)
  return [
    words('invoice.rate', { currency: billed.currency, rate, home: currency, source, day }),
    ...(tax === 0n
      ? []
      : [words('invoice.vat-at-home', { currency, amount: formats.money(formatAmount(tax), currency) })]),
  ]
}

/** The CII to attach, of the EN 16931 profile; undefined where it would break a rule. */
function facturX(invoice: Invoice, parts: InvoiceParts): string | undefined {
  const { process: _, ...peppol } = asEInvoice(invoice, parts)
  const written = { ...peppol, specification: EN_16931 }
  return checkInvoice(written).valid ? writeCii(written) : undefined
}

/** Sum and discount, where there is one on the whole. */
function discounted(
  { document: { allowances }, net }: Invoice,
  words: Words,
  money: (amount: string) => string,
): [string, string][] {
  if (!allowances) return []
  const discount = allowances.reduce((sum, { amount }) => sum + parseAmount(amount), 0n)
  return [
    [words('invoice.sum'), money(formatAmount(net + discount))],
    [words('invoice.discount'), money(formatAmount(-discount))],
  ]
}

type VatRow = Invoice['document']['vat'][number]

const rateText = ({ category, rate }: VatRow, words: Words, formats: PaperFormats): string =>
  category === OUTSIDE_VAT ? words('invoice.no-vat') : formats.rate(rate)

const vatRows = ({ document, currency }: Invoice, words: Words, formats: PaperFormats): string[][] =>
  document.vat.map((row) => [
    rateText(row, words, formats),
    ...[row.base, row.amount, formatAmount(parseAmount(row.base) + parseAmount(row.amount))].map((amount) =>
      formats.money(amount, currency),
    ),
  ])

function paymentOf(
  { document: { seller }, currency, total, dueOn, paymentReference }: Invoice,
  words: Words,
  formats: PaperFormats,
) {
  const { iban, bic } = seller
  if (!iban || total <= 0n) return null
  const amount = formats.money(formatAmount(total), currency)
  const facts: Fact[] = [
    [words('invoice.amount'), amount],
    [words('invoice.due'), formats.day(dueOn)],
    [words('invoice.payee'), seller.name],
    [words('party.iban'), ibanText(iban)],
    ...(bic ? [[words('party.bic'), bic] as const] : []),
    [words('invoice.payment-reference'), referenceText(paymentReference)],
  ]
  const described = { amount, iban: ibanText(iban), reference: referenceText(paymentReference) }
  return {
    heading: words('invoice.payment'),
    facts,
    // A SEPA transfer is in euros.
    qr:
      currency === 'EUR'
        ? {
            svg: qrPicture(
              epcQrText({ name: seller.name, iban, bic, amount: total, reference: paymentReference }),
            ),
            caption: words('invoice.qr'),
            alt: words('invoice.qr-described', described),
          }
        : null,
  }
}

/**
 * Orden HAC/1177/2024, art. 20 and 21: the first code on the first page, 30 to 40 mm wide, named above, and below it the words
 * that only an invoice may carry whose record is sent. They stand in Spanish, as the order words them.
 */
const taxQr = (address: string) => ({
  svg: qrPicture(address),
  title: 'QR tributario:',
  caption: isVerifiable(address) ? 'VERI*FACTU' : null,
  alt: `QR tributario: ${address}`,
})

/** EPC069-12: error correction M, version 13 at most; so has Spain's. */
const qrPicture = (text: string): string =>
  renderSVG(text, {
    ecc: 'M',
    boostEcc: false,
    maxVersion: 13,
    border: 0,
    pixelSize: 4,
    blackColor: '#1b1938',
    whiteColor: '#ffffff',
  })
