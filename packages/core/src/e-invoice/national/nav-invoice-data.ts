import { z } from 'zod'
import { branch, escapeXml } from '../../xml/index.ts'
import { asDay, UnwritableError } from '../binding.ts'
import { PAID_TO_DATE } from '../code-lists.ts'
import { plain, scaled } from '../decimal.ts'
import { type EInvoice, isCreditNote } from '../model.ts'
import { checkedSupplement, parsed } from './faithful.ts'
import { linesOf } from './nav-lines.ts'
import { element, nameAndAddress } from './nav-parties.ts'
import { moneyAt, summaryOf, type Ways } from './nav-summary.ts'
import { NAV_CASES, vatRates } from './nav-vat.ts'
import { turned } from './turned.ts'

const DATA = 'http://schemas.nav.gov.hu/OSA/3.0/data'
const BASE = 'http://schemas.nav.gov.hu/OSA/3.0/base'
const COMMON = 'http://schemas.nav.gov.hu/NTCA/1.0/common'

const code = z.enum(NAV_CASES)

/** What the report asks beside an EN 16931 invoice. */
export const navSupplement = z.strictObject({
  /** How the invoice reaches the buyer */
  appearance: z.enum(['PAPER', 'ELECTRONIC', 'EDI', 'UNKNOWN']),
  /** The buyer is a person who buys for themselves: neither name nor address is reported */
  privatePerson: z.boolean().optional(),
  /** Forints for one unit of the invoice's currency, at most six decimals; wanted unless that is the forint */
  exchangeRate: z
    .string()
    .regex(/^\d{1,8}(?:\.\d{1,6})?$/, 'A rate such as 391.25')
    .optional(),
  /** Why what bears no VAT bears none, by category; reverse charge without a case is the domestic one */
  cases: z.partialRecord(z.enum(['E', 'AE', 'K', 'G', 'O']), code).optional(),
  /** Of a correction or a cancellation; the number of the original is the preceding invoice's (BT-25) */
  modification: z
    .strictObject({
      /** Counts the corrections of the original from 1 */
      index: z.int().min(1).max(2_147_483_647),
      /** How many lines the original and its earlier corrections have reported together */
      linesBefore: z.int().min(0).max(1_000_000),
      /** The original was never reported (before the duty, or exempt) */
      withoutMaster: z.boolean().optional(),
    })
    .optional(),
  /** Each line is work, unless it is a thing */
  products: z.boolean().optional(),
  /** Lines, counted from 0, that ask for an advance or take one off (Áfa tv. 59. §) */
  advances: z.array(z.int().min(0)).optional(),
  /** Settled by the period (Áfa tv. 58. §) */
  periodicalSettlement: z.boolean().optional(),
})

export type NavSupplement = z.infer<typeof navSupplement>

/**
 * `InvoiceData` of Hungary's Online Invoice interface 3.0: what is reported of an invoice at once when it is issued. A report and
 * not the invoice itself (`completenessIndicator` is false), so what the interface does not ask stays out of it: notes, contacts,
 * references to orders, attachments, payment references.
 *
 * A credit note (381) is reported with negative amounts. It is a cancellation or a correction of the preceding invoice; which
 * of the two is said in the request around it. An allowance or charge of the whole invoice is a line after the others.
 *
 * Forints are the amounts times the rate, each rounded half up to two decimals; the VAT in forints is the invoice's own (BT-111)
 * where it has one. That two decimals are wanted and not whole forints is unverified.
 *
 * Invoices of simplified content, collective invoices, advances and product fees are not made here.
 *
 * @throws UnwritableError naming the field that keeps the invoice from being reported.
 */
export function writeNavInvoiceData(invoice: EInvoice, supplement: NavSupplement): string {
  checkedSupplement(navSupplement, supplement)
  const isTurned = isCreditNote(invoice)
  const said = isTurned ? turned(invoice) : invoice
  const rate = exchangeRateOf(invoice, supplement)
  const ways: Ways = { money: moneyAt(rate), vatRate: vatRates(invoice, supplement.cases ?? {}), rate }
  const inside = [
    element('invoiceNumber', 50, invoice.number, 'number'),
    dayOf('invoiceIssueDate', invoice.issuedOn, 'issuedOn'),
    '<completenessIndicator>false</completenessIndicator>',
    branch(
      'invoiceMain',
      branch(
        'invoice',
        referenceOf(invoice, supplement, isTurned),
        branch('invoiceHead', nameAndAddress(invoice, supplement), detailOf(invoice, supplement, rate)),
        linesOf(said, supplement, ways),
        summaryOf(said, ways),
      ),
    ),
  ]
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<InvoiceData xmlns="${DATA}" xmlns:base="${BASE}" xmlns:common="${COMMON}">${inside.join('')}</InvoiceData>`
  parsed(xml)
  return xml
}

function exchangeRateOf({ currency }: EInvoice, { exchangeRate }: NavSupplement): bigint {
  if (currency === 'HUF') {
    if (exchangeRate !== undefined && scaled(exchangeRate) !== scaled('1'))
      throw new UnwritableError('A forint is a forint.', 'supplement.exchangeRate')
    return scaled('1')
  }
  if (exchangeRate === undefined || scaled(exchangeRate) === 0n)
    throw new UnwritableError('An invoice in another currency has its rate.', 'supplement.exchangeRate')
  return scaled(exchangeRate)
}

function referenceOf(invoice: EInvoice, { modification }: NavSupplement, isTurned: boolean): string {
  const { preceding = [], type } = invoice
  const isCorrection = isTurned || type === '384'
  if (!isCorrection) {
    if (modification) throw new UnwritableError('An invoice that corrects none.', 'supplement.modification')
    return ''
  }
  const [original, second] = preceding
  if (!original || second) throw new UnwritableError('A correction corrects one invoice.', 'preceding')
  if (!modification)
    throw new UnwritableError('A correction tells which one it is.', 'supplement.modification')
  return branch(
    'invoiceReference',
    element('originalInvoiceNumber', 50, original.number, 'preceding[0].number'),
    `<modifyWithoutMaster>${modification.withoutMaster ?? false}</modifyWithoutMaster>`,
    `<modificationIndex>${modification.index}</modificationIndex>`,
  )
}

/** UNTDID 4461 */
const METHODS: Readonly<Record<string, string>> = {
  '10': 'CASH',
  '30': 'TRANSFER',
  '31': 'TRANSFER',
  '48': 'CARD',
  '54': 'CARD',
  '55': 'CARD',
  '58': 'TRANSFER',
}

function detailOf(invoice: EInvoice, supplement: NavSupplement, rate: bigint): string {
  const { period, payment, dueOn, type, currency } = invoice
  const flag = (tag: string, holds: boolean | undefined) => (holds ? `<${tag}>true</${tag}>` : '')
  return branch(
    'invoiceDetail',
    '<invoiceCategory>NORMAL</invoiceCategory>',
    deliveryDay(invoice),
    period?.from && period.to
      ? dayOf('invoiceDeliveryPeriodStart', period.from, 'period.from') +
          dayOf('invoiceDeliveryPeriodEnd', period.to, 'period.to')
      : '',
    flag('periodicalSettlement', supplement.periodicalSettlement),
    `<currencyCode>${escapeXml(currency)}</currencyCode>`,
    `<exchangeRate>${plain(rate)}</exchangeRate>`,
    flag('selfBillingIndicator', type === '389'),
    payment ? `<paymentMethod>${METHODS[payment.means] ?? 'OTHER'}</paymentMethod>` : '',
    dueOn ? dayOf('paymentDate', dueOn, 'dueOn') : '',
    flag('cashAccountingIndicator', invoice.taxPointCode === PAID_TO_DATE),
    `<invoiceAppearance>${supplement.appearance}</invoiceAppearance>`,
  )
}

/** The day of performance: the tax point, or of the delivery, or the end of the period, or the invoice's own. */
function deliveryDay({ taxPointOn, delivery, period, issuedOn }: EInvoice): string {
  const [field, day] = (
    [
      ['taxPointOn', taxPointOn],
      ['delivery.on', delivery?.on],
      ['period.to', period?.to],
    ] as const
  ).find(([, one]) => one !== undefined) ?? ['issuedOn', issuedOn]
  return dayOf('invoiceDeliveryDate', day ?? issuedOn, field)
}

function dayOf(tag: string, day: string, field: string): string {
  if (asDay(day) === undefined) throw new UnwritableError(`"${day}" is no day.`, field)
  return `<${tag}>${day}</${tag}>`
}
