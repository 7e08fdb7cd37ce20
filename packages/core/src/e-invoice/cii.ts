import type { XmlElement } from '../xml/index.ts'
import { type Binding, mapped, type Reading, type Writing } from './binding.ts'
import {
  allowances,
  category,
  charges,
  cii,
  day,
  document,
  documentOfType,
  globalOrPlain,
  identifiers,
  lines,
  object,
  period,
  QDT,
  RAM,
  RSM,
  UDT,
  VAT_TYPE,
} from './cii-parts.ts'
import { plain, scaled } from './decimal.ts'
import type { EInvoice, Found, FoundInvoice, Identifier } from './model.ts'

const { at, child, decimal, fields, identifier, leaf, many, text } = cii

export const CII = RSM

type Part<K extends keyof EInvoice> = NonNullable<EInvoice[K]>
type Party = EInvoice['seller']
type Address = Party['address']

interface Means {
  means: string
  meansText?: string | undefined
  card?: Part<'payment'>['card']
  debited?: string | undefined
  transfer?: NonNullable<Part<'payment'>['transfers']>[number] | undefined
}

type VatPart = EInvoice['vat'][number]
interface TradeTax extends VatPart {
  /** CII repeats the tax point at every rate. */
  taxPointOn?: string | undefined
  taxPointCode?: string | undefined
}

interface TaxTotal {
  value: string
  currency: string
}

type Totals = EInvoice['totals']
interface CiiTotals extends Totals {
  taxTotals: TaxTotal[]
}

/** The invoice in CII's arrangement. */
interface CiiInvoice extends Omit<EInvoice, 'payment' | 'vat' | 'totals' | 'taxPointOn' | 'taxPointCode'> {
  creditor?: string | undefined
  remittance?: string | undefined
  mandate?: string | undefined
  means?: Means[]
  taxes: TradeTax[]
  totals: CiiTotals
}

const address = at(
  'ram:PostalTradeAddress',
  fields<Address>([
    ['postCode', text('ram:PostcodeCode')],
    ['line1', text('ram:LineOne')],
    ['line2', text('ram:LineTwo')],
    ['line3', text('ram:LineThree')],
    ['town', text('ram:CityName')],
    ['country', text('ram:CountryID')],
    ['subdivision', text('ram:CountrySubDivisionName')],
  ]),
)

const idElement = child('ram:ID')
const registration = (scheme: 'VA' | 'FC'): Binding<string> =>
  at(
    'ram:SpecifiedTaxRegistration',
    mapped(
      identifier('ram:ID'),
      (id: string): Identifier => ({ id, scheme }),
      (found) => found.id,
    ),
    { where: (element) => idElement(element)?.attributes.schemeID === scheme },
  )

const party = fields<Party>([
  ['identifiers', identifiers],
  ['name', text('ram:Name')],
  ['legalForm', text('ram:Description')],
  [
    null,
    at(
      'ram:SpecifiedLegalOrganization',
      fields<Party>([
        ['legalId', identifier('ram:ID')],
        ['tradingName', text('ram:TradingBusinessName')],
      ]),
    ),
  ],
  [
    'contact',
    at(
      'ram:DefinedTradeContact',
      fields<NonNullable<Party['contact']>>([
        ['name', text('ram:PersonName')],
        ['phone', at('ram:TelephoneUniversalCommunication', text('ram:CompleteNumber'))],
        ['email', at('ram:EmailURIUniversalCommunication', text('ram:URIID'))],
      ]),
    ),
  ],
  ['address', address],
  ['endpoint', at('ram:URIUniversalCommunication', identifier('ram:URIID'))],
  ['vatId', registration('VA')],
  ['taxId', registration('FC')],
])

const tender: Binding<string> = mapped(
  at(
    'ram:AdditionalReferencedDocument',
    fields<{ id: string }>([
      ['id', text('ram:IssuerAssignedID')],
      [null, { write: () => '<ram:TypeCode>50</ram:TypeCode>', read: () => undefined }],
    ]),
    documentOfType('50'),
  ),
  (id: string) => ({ id }),
  (found) => found.id,
)

const attachments = many(
  'ram:AdditionalReferencedDocument',
  fields<Part<'attachments'>[number]>([
    ['reference', text('ram:IssuerAssignedID')],
    ['location', text('ram:URIID')],
    [null, { write: () => '<ram:TypeCode>916</ram:TypeCode>', read: () => undefined }],
    ['description', text('ram:Name')],
    [
      'content',
      leaf<NonNullable<Part<'attachments'>[number]['content']>, 'base64'>(
        'ram:AttachmentBinaryObject',
        'base64',
        { mime: 'mimeCode', filename: 'filename' },
      ),
    ],
  ]),
  documentOfType('916'),
)

const project: Binding<string> = at('ram:SpecifiedProcuringProject', text('ram:ID'), {
  after: '<ram:Name>Project reference</ram:Name>',
})

const agreement = at(
  'ram:ApplicableHeaderTradeAgreement',
  fields<CiiInvoice>([
    ['buyerReference', text('ram:BuyerReference')],
    ['seller', at('ram:SellerTradeParty', party)],
    ['buyer', at('ram:BuyerTradeParty', party)],
    [
      'taxRepresentative',
      at(
        'ram:SellerTaxRepresentativeTradeParty',
        fields<Part<'taxRepresentative'>>([
          ['name', text('ram:Name')],
          ['address', address],
          ['vatId', registration('VA')],
        ]),
      ),
    ],
    ['salesOrder', document('ram:SellerOrderReferencedDocument')],
    ['order', document('ram:BuyerOrderReferencedDocument')],
    ['contract', document('ram:ContractReferencedDocument')],
    ['attachments', attachments],
    ['tender', tender],
    ['object', object],
    ['project', project],
  ]),
)

const delivery = at(
  'ram:ApplicableHeaderTradeDelivery',
  fields<CiiInvoice>([
    [
      'delivery',
      fields<Part<'delivery'>>([
        [
          null,
          at(
            'ram:ShipToTradeParty',
            fields<Part<'delivery'>>([
              ['location', globalOrPlain],
              ['name', text('ram:Name')],
              ['address', address],
            ]),
          ),
        ],
        ['on', at('ram:ActualDeliverySupplyChainEvent', day('ram:OccurrenceDateTime'))],
      ]),
    ],
    ['despatchAdvice', document('ram:DespatchAdviceReferencedDocument')],
    ['receivingAdvice', document('ram:ReceivingAdviceReferencedDocument')],
  ]),
  { always: true },
)

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]+$/
/** An IBAN has its element, any other account another. */
const account: Binding<string> = (() => {
  const [iban, other] = [text('ram:IBANID'), text('ram:ProprietaryID')]
  return {
    write: (value, writing) => (IBAN.test(value) ? iban.write(value, writing) : ''),
    read: (parent, reading) => iban.read(parent, reading) ?? other.read(parent, reading),
  }
})()
const otherAccount: Binding<string> = {
  write: (value, writing) => (IBAN.test(value) ? '' : text('ram:ProprietaryID').write(value, writing)),
  read: () => undefined,
}

type Transfer = NonNullable<Means['transfer']>

const means = many(
  'ram:SpecifiedTradeSettlementPaymentMeans',
  fields<Means>([
    ['means', text('ram:TypeCode')],
    ['meansText', text('ram:Information')],
    [
      'card',
      at(
        'ram:ApplicableTradeSettlementFinancialCard',
        fields<NonNullable<Means['card']>>([
          ['number', text('ram:ID')],
          ['holder', text('ram:CardholderName')],
        ]),
      ),
    ],
    ['debited', at('ram:PayerPartyDebtorFinancialAccount', text('ram:IBANID'))],
    [
      'transfer',
      fields<Transfer>([
        [
          null,
          at(
            'ram:PayeePartyCreditorFinancialAccount',
            fields<Transfer>([
              ['account', account],
              ['name', text('ram:AccountName')],
              ['account', otherAccount],
            ]),
          ),
        ],
        ['bic', at('ram:PayeeSpecifiedCreditorFinancialInstitution', text('ram:BICID'))],
      ]),
    ],
  ]),
)

const taxes = many(
  'ram:ApplicableTradeTax',
  fields<TradeTax>([
    ['amount', decimal('ram:CalculatedAmount')],
    [null, { write: () => VAT_TYPE, read: () => undefined }],
    ['exemptionReason', text('ram:ExemptionReason')],
    ['base', decimal('ram:BasisAmount')],
    ['category', category],
    ['exemptionCode', text('ram:ExemptionReasonCode')],
    ['taxPointOn', day('ram:TaxPointDate', 'udt:DateString')],
    ['taxPointCode', text('ram:DueDateTypeCode')],
    ['rate', decimal('ram:RateApplicablePercent')],
  ]),
)

const taxTotals: Binding<TaxTotal[]> = {
  write: (values) =>
    values
      .map(
        ({ value, currency }) => `<ram:TaxTotalAmount currencyID="${currency}">${value}</ram:TaxTotalAmount>`,
      )
      .join(''),
  read(parent, reading) {
    const found = parent.children.filter(
      ({ name, namespace }) => name === 'TaxTotalAmount' && namespace === RAM,
    )
    const single = leaf<TaxTotal, 'value'>('ram:TaxTotalAmount', 'value', { currency: 'currencyID' })
    return found.length === 0
      ? undefined
      : found.map((element) => single.read({ ...parent, children: [element] }, reading) ?? {})
  },
}

const totals = at(
  'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
  fields<CiiTotals>([
    ['lines', decimal('ram:LineTotalAmount')],
    ['charges', decimal('ram:ChargeTotalAmount')],
    ['allowances', decimal('ram:AllowanceTotalAmount')],
    ['net', decimal('ram:TaxBasisTotalAmount')],
    ['taxTotals', taxTotals],
    ['rounding', decimal('ram:RoundingAmount')],
    ['gross', decimal('ram:GrandTotalAmount')],
    ['prepaid', decimal('ram:TotalPrepaidAmount')],
    ['payable', decimal('ram:DuePayableAmount')],
  ]),
)

const settlement = at(
  'ram:ApplicableHeaderTradeSettlement',
  fields<CiiInvoice>([
    ['creditor', text('ram:CreditorReferenceID')],
    ['remittance', text('ram:PaymentReference')],
    ['accountingCurrency', text('ram:TaxCurrencyCode')],
    ['currency', text('ram:InvoiceCurrencyCode')],
    [
      'payee',
      at(
        'ram:PayeeTradeParty',
        fields<Part<'payee'>>([
          ['identifier', globalOrPlain],
          ['name', text('ram:Name')],
          ['legalId', at('ram:SpecifiedLegalOrganization', identifier('ram:ID'))],
        ]),
      ),
    ],
    ['means', means],
    ['taxes', taxes],
    ['period', period],
    ['allowances', allowances],
    ['charges', charges],
    [
      null,
      at(
        'ram:SpecifiedTradePaymentTerms',
        fields<CiiInvoice>([
          ['paymentTerms', text('ram:Description')],
          ['dueOn', day('ram:DueDateDateTime')],
          ['mandate', text('ram:DirectDebitMandateID')],
        ]),
      ),
    ],
    ['totals', totals],
    [
      'preceding',
      many(
        'ram:InvoiceReferencedDocument',
        fields<Part<'preceding'>[number]>([
          ['number', text('ram:IssuerAssignedID')],
          ['issuedOn', day('ram:FormattedIssueDateTime', 'qdt:DateTimeString')],
        ]),
      ),
    ],
    ['buyerAccounting', at('ram:ReceivableSpecifiedTradeAccountingAccount', text('ram:ID'))],
  ]),
)

const root = fields<CiiInvoice>([
  [
    null,
    at(
      'rsm:ExchangedDocumentContext',
      fields<CiiInvoice>([
        ['process', at('ram:BusinessProcessSpecifiedDocumentContextParameter', text('ram:ID'))],
        ['specification', at('ram:GuidelineSpecifiedDocumentContextParameter', text('ram:ID'))],
      ]),
    ),
  ],
  [
    null,
    at(
      'rsm:ExchangedDocument',
      fields<CiiInvoice>([
        ['number', text('ram:ID')],
        ['type', text('ram:TypeCode')],
        ['issuedOn', day('ram:IssueDateTime')],
        [
          'notes',
          many(
            'ram:IncludedNote',
            fields<Part<'notes'>[number]>([
              ['text', text('ram:Content')],
              ['subject', text('ram:SubjectCode')],
            ]),
          ),
        ],
      ]),
    ),
  ],
  [
    null,
    at(
      'rsm:SupplyChainTradeTransaction',
      fields<CiiInvoice>([
        ['lines', lines],
        [null, agreement],
        [null, delivery],
        [null, settlement],
      ]),
    ),
  ],
])

/** The invoice as UN/CEFACT CII D16B, in the subset of EN 16931 (Factur-X, ZUGFeRD, XRechnung). It is not checked here. */
export function writeCii(invoice: EInvoice): string {
  const writing: Writing = { currency: invoice.currency }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice xmlns:rsm="${RSM}" xmlns:ram="${RAM}" xmlns:udt="${UDT}" xmlns:qdt="${QDT}">${root.write(arrange(invoice), writing)}</rsm:CrossIndustryInvoice>`
}

/** What an invoice in CII says, as far as it can be understood; the reading notes what cannot. */
export function readCii(element: XmlElement, reading: Reading): FoundInvoice {
  const found = reading.inside('rsm:CrossIndustryInvoice', () => root.read(element, reading))
  return rearrange(found ?? {}, reading)
}

/** CII counts tax points by another list (UNTDID 2475) than the model and UBL do (UNTDID 2005). */
const TAX_POINTS: Readonly<Record<string, string>> = { 3: '5', 35: '29', 432: '72' }
const TAX_POINTS_BACK = Object.fromEntries(Object.entries(TAX_POINTS).map(([ours, theirs]) => [theirs, ours]))

function arrange(invoice: EInvoice): CiiInvoice {
  const { payment, vat, totals: sums, taxPointOn, taxPointCode, ...rest } = invoice
  const { vat: vatTotal, vatInAccountingCurrency, ...others } = sums
  const { accountingCurrency, currency } = invoice
  const taxTotalsOf: TaxTotal[] = vatTotal === undefined ? [] : [{ value: vatTotal, currency }]
  if (
    vatInAccountingCurrency !== undefined &&
    accountingCurrency !== undefined &&
    accountingCurrency !== currency
  )
    taxTotalsOf.push({ value: vatInAccountingCurrency, currency: accountingCurrency })
  const point = taxPointCode === undefined ? undefined : (TAX_POINTS[taxPointCode] ?? taxPointCode)
  const list = meansOf(payment)
  return {
    ...rest,
    ...(payment && {
      creditor: payment.directDebit?.creditor,
      remittance: payment.remittance,
      mandate: payment.directDebit?.mandate,
    }),
    ...(list && { means: list }),
    taxes: vat.map((part) => ({ ...part, taxPointOn, taxPointCode: point })),
    totals: { ...others, taxTotals: taxTotalsOf },
    lines: rest.lines.map(withGross),
  }
}

/** A discount needs the gross price it is taken from. */
function withGross(line: EInvoice['lines'][number]): EInvoice['lines'][number] {
  const { net, gross, discount } = line.price
  if (discount === undefined || gross !== undefined) return line
  return { ...line, price: { ...line.price, gross: plain(scaled(net) + scaled(discount)) } }
}

function meansOf(payment: EInvoice['payment']): Means[] | undefined {
  if (!payment) return undefined
  const { transfers, directDebit, means: code, meansText, card } = payment
  const first: Means = {
    means: code,
    meansText,
    card,
    debited: directDebit?.account,
    transfer: transfers?.[0],
  }
  return [first, ...(transfers?.slice(1) ?? []).map((transfer) => ({ means: code, meansText, transfer }))]
}

function rearrange(found: Found<CiiInvoice>, reading: Reading): FoundInvoice {
  const {
    means: list,
    taxes: rows,
    totals: sums,
    creditor,
    remittance,
    mandate,
    delivery: to,
    ...rest
  } = found
  const { taxTotals: taxed, ...others } = sums ?? {}
  const { currency, accountingCurrency } = found
  const inCurrency = (code: string | undefined) => taxed?.filter((one) => one.currency === code) ?? []
  if (inCurrency(currency).length > 1)
    reading.findings.add(
      'BR-CO-15',
      'fatal',
      'totals.vat',
      `There are several amounts of VAT in ${currency}.`,
    )
  const main = inCurrency(currency)[0] ?? taxed?.find((one) => one.currency === undefined)
  const accounting = accountingCurrency === undefined ? undefined : inCurrency(accountingCurrency)[0]
  const [first] = rows ?? []
  const point = first?.taxPointCode
  return {
    ...rest,
    ...(to && Object.keys(to).length > 0 && { delivery: to }),
    ...(first?.taxPointOn !== undefined && { taxPointOn: first.taxPointOn }),
    ...(point !== undefined && { taxPointCode: TAX_POINTS_BACK[point] ?? point }),
    ...paymentOf(list, { creditor, remittance, mandate }, reading),
    totals: {
      ...others,
      ...(main?.value !== undefined && { vat: main.value }),
      ...(accounting?.value !== undefined && { vatInAccountingCurrency: accounting.value }),
    },
    ...(rows && { vat: rows.map(({ taxPointOn: _, taxPointCode: __, ...part }) => part) }),
  }
}

function paymentOf(
  list: Found<CiiInvoice>['means'],
  {
    creditor,
    remittance,
    mandate,
  }: { creditor?: string | undefined; remittance?: string | undefined; mandate?: string | undefined },
  reading: Reading,
): { payment?: Found<Part<'payment'>> } {
  const [first] = list ?? []
  const account = first?.debited
  const directDebit = {
    ...(mandate !== undefined && { mandate }),
    ...(creditor !== undefined && { creditor }),
    ...(account !== undefined && { account }),
  }
  if (!first && remittance === undefined && Object.keys(directDebit).length === 0) return {}
  for (const other of list ?? [])
    if (other.means !== first?.means)
      reading.findings.add('CII-SR-467', 'fatal', 'payment.means', 'There are several means of payment.')
  const transfers = (list ?? []).flatMap(({ transfer }) =>
    transfer && Object.keys(transfer).length > 0 ? [transfer] : [],
  )
  return {
    payment: {
      ...(first?.means !== undefined && { means: first.means }),
      ...(first?.meansText !== undefined && { meansText: first.meansText }),
      ...(remittance !== undefined && { remittance }),
      ...(transfers.length > 0 && { transfers }),
      ...(first?.card && { card: first.card }),
      ...(Object.keys(directDebit).length > 0 && { directDebit }),
    },
  }
}
