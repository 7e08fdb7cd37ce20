import { type Binding, mapped } from './binding.ts'
import type { CiiInvoice, CiiTotals, Means, Part, TaxTotal, TradeTax } from './cii-arrange.ts'
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
  object,
  period,
  RAM,
  VAT_TYPE,
} from './cii-parts.ts'
import type { EInvoice, Identifier } from './model.ts'

const { at, child, decimal, fields, identifier, leaf, many, text } = cii

type Party = EInvoice['seller']
type Address = Party['address']

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

/** Who sells what to whom, and under which references. */
export const agreement = at(
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

/** Where and when it was delivered. */
export const delivery = at(
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

/** What is owed, and how it is paid. */
export const settlement = at(
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
