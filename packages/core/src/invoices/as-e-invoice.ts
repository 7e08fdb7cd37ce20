import { rate as decimalRate, formatAmount, multiply, parseAmount } from '../country/index.ts'
import {
  completeInvoice,
  type EInvoice,
  electronicAddress,
  type InvoiceToComplete,
  LEGAL_SCHEMES,
  PAID_TO_DATE,
  PEPPOL_BILLING,
} from '../e-invoice/index.ts'
import { asBilled } from './billed.ts'
import { type DocumentLine, type Invoice, type Party, printedNumber } from './invoice.ts'

export interface EInvoiceParts {
  /** What the buyer knows the job by; an e-invoice must give one reference. */
  readonly reference: string
  /** Texts of the country in the buyer's language, for the legal mentions. */
  readonly texts: Readonly<Record<string, string>>
}

/** Where nothing is subject to VAT no VAT number may stand on the invoice (EN 16931, BR-O-02). */
const NO_VAT_NUMBER = 'O'
/** Reasons of exemption that have one code; the others are said in words. */
const EXEMPTION_CODES: Readonly<Record<string, string>> = { AE: 'VATEX-EU-AE', O: 'VATEX-EU-O' }

/**
 * An issued invoice or credit note in the model of EN 16931, as Peppol BIS Billing 3 wants it. Its amounts are those of the
 * invoice, as the client pays it: its lines, discounts on the whole by rate, VAT once per rate; where that is another currency than
 * the office's, the VAT in both (BT-111). Pure; whether it breaks a rule (a buyer without an electronic address does) says
 * `checkInvoice`.
 */
export function asEInvoice(issued: Invoice, { reference, texts }: EInvoiceParts): EInvoice {
  const invoice = asBilled(issued)
  const { document, kind, currency, paymentReference } = invoice
  const isCredit = kind === 'credit-note'
  const vatAtHome = issued.document.vat.reduce((sum, { amount }) => sum + parseAmount(amount), 0n)
  const isTaxedElse = issued.currency !== currency && vatAtHome !== 0n
  const hidesVat = document.vat.some(({ category }) => category === NO_VAT_NUMBER)
  const byCode = new Map(document.vat.map((row) => [row.code, row]))
  const vatOf = (code: string) => {
    const { category, rate } = byCode.get(code) as (typeof document.vat)[number]
    return { category, ...(category !== NO_VAT_NUMBER && { rate }) }
  }
  // What is exempt says why in its own place; of what is taxed a mention has none but a note.
  const said = document.vat.flatMap(({ category, mention, otherMentions = [] }) =>
    category === 'S' ? [mention, ...otherMentions].flatMap((key) => (key && texts[`vat.${key}`]) || []) : [],
  )
  const notes = [...(document.credits ? [document.credits.reason] : []), ...new Set(said)].map((text) => ({
    text,
  }))
  const draft: InvoiceToComplete = {
    specification: PEPPOL_BILLING,
    process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
    number: printedNumber(invoice),
    issuedOn: invoice.issuedOn,
    type: TYPES[kind],
    currency,
    buyerReference: reference,
    ...(!isCredit && { dueOn: invoice.dueOn }),
    ...(document.deposit &&
      !isCredit && {
        preceding: [{ number: document.deposit.number, issuedOn: document.deposit.issuedOn }],
      }),
    ...(document.credits && {
      preceding: [{ number: document.credits.number, issuedOn: document.credits.issuedOn }],
    }),
    ...(notes.length > 0 && { notes }),
    period: document.performed,
    ...(document.vat.some(({ dueOnPayment }) => dueOnPayment) && { taxPointCode: PAID_TO_DATE }),
    seller: partyOf(document.seller, hidesVat),
    buyer: partyOf(document.buyer, hidesVat),
    ...(document.seller.iban &&
      !isCredit && {
        payment: {
          // 58 is a SEPA transfer, 30 any other.
          means: currency === 'EUR' ? '58' : '30',
          remittance: paymentReference,
          transfers: [
            { account: document.seller.iban, ...(document.seller.bic && { bic: document.seller.bic }) },
          ],
        },
      }),
    lines: document.lines.map((line, at) => ({
      id: String(at + 1),
      net: line.net,
      ...asPriced(line),
      vat: vatOf(line.vatCode),
      item: { name: line.description },
    })),
    ...(document.allowances && {
      allowances: document.allowances.map(({ vatCode, amount }) => ({
        amount,
        vat: vatOf(vatCode),
        reasonCode: DISCOUNT,
      })),
    }),
    issuedVat: document.vat,
    ...(isTaxedElse && {
      accountingCurrency: issued.currency,
      totals: { vatInAccountingCurrency: formatAmount(vatAtHome) },
    }),
    exemptions: Object.fromEntries(
      document.vat.flatMap(({ category, mention, otherMentions = [], source }) =>
        category === 'S'
          ? []
          : [
              [
                category,
                {
                  reason: [
                    (mention && texts[`vat.${mention}`]) ?? source,
                    ...otherMentions.flatMap((other) => texts[`vat.${other}`] ?? []),
                  ].join(' '),
                  ...(EXEMPTION_CODES[category] && { code: EXEMPTION_CODES[category] }),
                },
              ],
            ],
      ),
    ),
  }
  return completeInvoice(draft)
}

/** UNCL 1001; a deposit is a prepayment invoice. */
const TYPES = { invoice: '380', deposit: '386', 'credit-note': '381' } as const
/** UNCL 5189. */
const DISCOUNT = '95'
/** UN/ECE Recommendation 20. */
const UNIT_CODES = { piece: 'C62', hour: 'HUR', day: 'DAY', km: 'KMT' } as const

/**
 * Quantity, price and discount of a line. Where rounding moved the line by more than a cent from quantity times price
 * (whole forints), it is one piece at its price: a reader who multiplies must find the same.
 */
function asPriced(line: DocumentLine) {
  const { net, quantity = '1', unit = 'piece', unitPrice = net, discount, deducts } = line
  // A price is never below zero (BR-27): it is the quantity that is taken off.
  if (deducts)
    return {
      quantity: '-1',
      unit: UNIT_CODES.piece,
      price: { net: formatAmount(-parseAmount(net)) },
    }
  const gross = parseAmount(net) + parseAmount(discount ?? '0')
  const { numerator, denominator } = decimalRate(quantity)
  const missed = multiply(parseAmount(unitPrice), { numerator, denominator }) - gross
  const isOne = missed > 1n || missed < -1n
  return {
    quantity: isOne ? '1' : quantity,
    unit: isOne ? UNIT_CODES.piece : UNIT_CODES[unit],
    price: { net: isOne ? formatAmount(gross) : unitPrice },
    ...(discount !== undefined && { allowances: [{ amount: discount, reasonCode: DISCOUNT }] }),
  }
}

function partyOf(party: Party, hidesVat: boolean): EInvoice['seller'] {
  const { name, companyNumber, vatNumber, street, postCode, town, country } = party
  const endpoint = electronicAddress(party)
  const scheme = LEGAL_SCHEMES[country]
  return {
    name,
    ...(companyNumber && { legalId: { id: companyNumber, ...(scheme && { scheme }) } }),
    ...(vatNumber && !hidesVat && { vatId: vatNumber }),
    ...(endpoint && { endpoint }),
    address: {
      ...(street && { line1: street }),
      ...(town && { town }),
      ...(postCode && { postCode }),
      country,
    },
  }
}
