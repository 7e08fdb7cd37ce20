import { formatAmount } from '../../country/index.ts'
import { escapeXml, type XmlElement } from '../../xml/index.ts'
import { type Binding, type Reading, UnwritableError } from '../binding.ts'
import { scaled, times, cents as toCents } from '../decimal.ts'
import { type EInvoice, type Found, type FoundInvoice, isCreditNote } from '../model.ts'
import { type EbParty, party } from './ebinterface-parties.ts'
import {
  type Change,
  type Changes,
  cents,
  changes,
  EB_INTERFACE,
  type EbLine,
  eb,
  id,
  lines,
  period,
  type Tax,
  taxItem,
  words,
} from './ebinterface-parts.ts'
import { NO_PAYMENT, payment, TRANSFER } from './ebinterface-payment.ts'
import { faithful } from './faithful.ts'
import { defined } from './leaves.ts'
import { addedUp } from './sums.ts'

const { at, day, fields, many } = eb

/** DocumentType and the type (BT-3) it reads as: the first of a type is the one written. */
const DOCUMENT_TYPES: readonly (readonly [string, string])[] = [
  ['Invoice', '380'],
  ['CreditMemo', '381'],
  ['SelfBilling', '389'],
  ['InvoiceForAdvancePayment', '386'],
  ['InvoiceForPartialDelivery', '326'],
  ['SubsequentDebit', '383'],
  ['FinalSettlement', '380'],
  ['SubsequentCredit', '381'],
]

type Totals = Pick<EInvoice['totals'], 'gross' | 'prepaid' | 'rounding' | 'payable'>

/** The invoice in ebInterface's arrangement. */
interface EbInterface
  extends Pick<EInvoice, 'number' | 'issuedOn' | 'currency' | 'type'>,
    Pick<Partial<EInvoice>, 'preceding' | 'period' | 'payment' | 'dueOn' | 'paymentTerms'>,
    Totals,
    Changes {
  deliveredOn?: string | undefined
  seller: EbParty
  buyer: EbParty
  lines: EbLine[]
  taxes: Tax[]
  comment?: string | undefined
}

const noPayment: Binding<EbInterface> = {
  write: (invoice) => (invoice.payment === undefined && isCreditNote(invoice) ? NO_PAYMENT : ''),
  read: () => undefined,
}

type Preceding = NonNullable<EInvoice['preceding']>[number]
const root = fields<EbInterface>([
  ['number', id('InvoiceNumber')],
  ['issuedOn', day('InvoiceDate')],
  [
    'preceding',
    many(
      'RelatedDocument',
      fields<Preceding>([
        ['number', id('InvoiceNumber')],
        ['issuedOn', day('InvoiceDate')],
      ]),
    ),
  ],
  [
    null,
    at(
      'Delivery',
      fields<EbInterface>([
        ['deliveredOn', day('Date')],
        ['period', period],
      ]),
    ),
  ],
  ['seller', party('Biller', 'InvoiceRecipientsBillerID')],
  ['buyer', party('InvoiceRecipient', 'BillersInvoiceRecipientID')],
  ['lines', lines],
  [null, changes('ReductionAndSurchargeDetails') as Binding<EbInterface>],
  ['taxes', at('Tax', many('TaxItem', taxItem))],
  ['gross', cents('TotalGrossAmount')],
  ['prepaid', cents('PrepaidAmount')],
  ['rounding', cents('RoundingAmount')],
  ['payable', cents('PayableAmount')],
  ['payment', payment],
  [null, noPayment],
  [
    null,
    at(
      'PaymentConditions',
      fields<EbInterface>([
        ['dueOn', day('DueDate')],
        ['paymentTerms', words('Comment')],
      ]),
    ),
  ],
  ['comment', words('Comment')],
])

/**
 * The invoice as ebInterface 6.1 (Austria). The federation's portal e-Rechnung.gv.at wants the order's number (BT-13) and a
 * mail address of the seller, which is not checked here.
 *
 * What changes on the way, the rest comes back from `readEbInterface` word for word (numbers but for zeros at their end):
 * - not carried: specification (BT-24, it becomes `EB_INTERFACE`), process (BT-23), electronic addresses (BT-34, BT-49) and
 *   VATEX codes (BT-121);
 * - white space collapses; several notes become one; means 30 and 31 are 58; an allowance or charge without its base gets the
 *   amount of its line or of all lines;
 * - an identifier without scheme is the number the other side gave the party; a company number without scheme is of the
 *   Firmenbuch (FN); the accounting area is BT-19.
 *
 * A credit note is a CreditMemo with positive amounts, and without payment says so.
 *
 * @throws UnwritableError naming the first field ebInterface has no place for (an attachment, an address's second line, a
 * payee, a delivery beside a period …) or not in that form.
 */
export function writeEbInterface(invoice: EInvoice): string {
  const prepared = prepare(invoice)
  const [type] = DOCUMENT_TYPES.find(([, ours]) => ours === invoice.type) ?? []
  if (type === undefined)
    throw new UnwritableError(`ebInterface has no DocumentType for ${invoice.type}.`, 'type')
  if (!/^[A-Z]{3}$/.test(invoice.currency))
    throw new UnwritableError('A currency has three letters.', 'currency')
  const inside = root.write(arrange(prepared), { currency: invoice.currency })
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Invoice xmlns="${EB_INTERFACE}" GeneratingSystem="Samen" DocumentType="${type}" InvoiceCurrency="${escapeXml(invoice.currency)}">${inside}</Invoice>`
  const read = (element: XmlElement, reading: Reading) => ({
    invoice: readEbInterface(element, reading),
    supplement: {},
  })
  return faithful(xml, { format: 'ebInterface', invoice: prepared, supplement: {}, read })
}

/** What an ebInterface invoice says, as far as the model has a place for it. */
export function readEbInterface(element: XmlElement, reading: Reading): FoundInvoice {
  const found = reading.inside('Invoice', () => root.read(element, reading)) ?? {}
  const { DocumentType: kind, InvoiceCurrency: currency } = element.attributes
  const type = DOCUMENT_TYPES.find(([theirs]) => theirs === kind)?.[1]
  if (type === undefined)
    reading.inside('Invoice', () =>
      reading.fault('@DocumentType', `"${(kind ?? '').slice(0, 40)}" is no type of document.`),
    )
  return rearrange(found, { type, currency })
}

function prepare({ process: _, ...invoice }: EInvoice): EInvoice {
  const { payment: pays, notes } = invoice
  const withoutEndpoint = ({ endpoint: __, ...rest }: EInvoice['seller']) => rest
  const based =
    (base: string) =>
    <T extends { base?: string | undefined }>(change: T): T => ({ ...change, base: change.base ?? base })
  const ofWhole = based(invoice.totals.lines)
  return {
    ...invoice,
    specification: EB_INTERFACE,
    seller: withoutEndpoint(invoice.seller),
    buyer: withoutEndpoint(invoice.buyer),
    vat: invoice.vat.map(({ exemptionCode: __, ...part }) => part),
    ...(invoice.allowances && { allowances: invoice.allowances.map(ofWhole) }),
    ...(invoice.charges && { charges: invoice.charges.map(ofWhole) }),
    lines: invoice.lines.map((line) => {
      const per = scaled(line.price.quantity ?? '1')
      const exact = times(scaled(line.quantity), scaled(line.price.net)) * scaled('1')
      const ofLine = based(formatAmount(toCents(per === 0n ? 0n : exact / per)))
      return {
        ...line,
        ...(line.allowances && { allowances: line.allowances.map(ofLine) }),
        ...(line.charges && { charges: line.charges.map(ofLine) }),
      }
    }),
    ...(pays && { payment: { ...pays, means: /^3[01]$/.test(pays.means) ? TRANSFER : pays.means } }),
    ...(notes && { notes: [{ ...notes[0], text: notes.map(({ text }) => text).join(' ') }] }),
  }
}

type Vat = EInvoice['lines'][number]['vat']
type ModelChange = NonNullable<EInvoice['allowances']>[number]

const percentOf = ({ category, rate }: Vat): Tax['percent'] => ({ category, rate: rate ?? '0' })

/** `invoice` is a prepared one. */
function arrange(invoice: EInvoice): EbInterface {
  const { number, issuedOn, currency, type, preceding, dueOn, paymentTerms, order, totals } = invoice
  if (invoice.delivery?.on !== undefined && invoice.period)
    throw new UnwritableError('There is a day of delivery or a period, not both.', 'period')
  const changeOf = ({ base = '', percent, amount, reason }: Omit<ModelChange, 'vat'>): Change => ({
    base,
    percent,
    amount,
    reason,
  })
  const ofWhole = (one: ModelChange): Change => ({
    ...changeOf(one),
    tax: { base: one.amount, percent: percentOf(one.vat) },
  })
  return {
    number,
    issuedOn,
    currency,
    type,
    preceding,
    deliveredOn: invoice.delivery?.on,
    period: invoice.period,
    seller: { ...invoice.seller, order: invoice.salesOrder },
    buyer: { ...invoice.buyer, order, accountingArea: invoice.buyerAccounting },
    lines: invoice.lines.map(({ vat, orderLine, ...line }) => ({
      ...line,
      allowances: line.allowances?.map(changeOf),
      charges: line.charges?.map(changeOf),
      orderReference:
        orderLine === undefined || order === undefined ? undefined : { order, position: orderLine },
      tax: { base: line.net, percent: percentOf(vat) },
    })),
    allowances: invoice.allowances?.map(ofWhole),
    charges: invoice.charges?.map(ofWhole),
    taxes: invoice.vat.map(({ base, amount, exemptionReason, ...vat }) => ({
      base,
      percent: percentOf(vat),
      amount,
      reason: exemptionReason,
    })),
    gross: totals.gross,
    prepaid: totals.prepaid,
    rounding: totals.rounding,
    payable: totals.payable,
    payment: invoice.payment,
    dueOn,
    paymentTerms,
    comment: invoice.notes?.[0]?.text,
  }
}

function rearrange(
  found: Found<EbInterface>,
  ofRoot: { readonly type: string | undefined; readonly currency: string | undefined },
): FoundInvoice {
  const { buyer, seller, taxes = [], deliveredOn, comment } = found
  const { order, accountingArea, ...buyerAlone } = buyer ?? {}
  const { order: salesOrder, accountingArea: _, ...sellerAlone } = seller ?? {}
  const vatOf = (tax: Found<Tax> | undefined) => {
    const { category, rate } = tax?.percent ?? {}
    return defined({ category, rate: category === 'O' ? undefined : rate })
  }
  const ofWhole = (list: readonly Found<Change>[] | undefined) =>
    list?.map(({ tax, ...one }) => ({ ...one, vat: vatOf(tax) }))
  const vat = taxes.map((tax) => ({
    ...defined({ base: tax.base, amount: tax.amount }),
    ...vatOf(tax),
    ...defined({ exemptionReason: tax.reason }),
  }))
  const lines = found.lines?.map(({ tax, orderReference, ...line }) => ({
    ...line,
    ...defined({ orderLine: orderReference?.position }),
    vat: vatOf(tax),
  })) as FoundInvoice['lines']
  const [allowances, charges] = [ofWhole(found.allowances), ofWhole(found.charges)]
  const { number, issuedOn, preceding, period, payment: pays, dueOn, paymentTerms } = found
  const { gross, prepaid, rounding, payable } = found
  return {
    specification: EB_INTERFACE,
    ...defined({ ...ofRoot, number, issuedOn, preceding, period, dueOn, paymentTerms, order }),
    ...defined({ salesOrder, buyerAccounting: accountingArea }),
    ...defined({ payment: pays, allowances, charges, lines }),
    ...(seller && { seller: sellerAlone }),
    ...(buyer && { buyer: buyerAlone }),
    ...(deliveredOn !== undefined && { delivery: { on: deliveredOn } }),
    ...(comment !== undefined && { notes: [{ text: comment }] }),
    ...(vat.length > 0 && { vat }),
    totals: {
      ...addedUp({ lines: lines ?? [], allowances: allowances ?? [], charges: charges ?? [], vat }),
      ...defined({ gross, prepaid, rounding, payable }),
    },
  }
}
