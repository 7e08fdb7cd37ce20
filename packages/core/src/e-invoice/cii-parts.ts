import type { XmlElement } from '../xml/index.ts'
import { asDay, asDecimal, type Binding, mapped, syntax } from './binding.ts'
import type { EInvoice, Found, Identifier } from './model.ts'

export const RSM = 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'
export const RAM = 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100'
export const UDT = 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100'
export const QDT = 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100'

export const cii = syntax({ rsm: RSM, ram: RAM, udt: UDT, qdt: QDT })
const { at, child, decimal, fields, formed, identifier, leaf, many, text } = cii

type Line = EInvoice['lines'][number]
type Allowance = NonNullable<EInvoice['allowances']>[number]
type LineAllowance = NonNullable<Line['allowances']>[number]
type Category = EInvoice['vat'][number]['category']

/** A day as CII writes it, `20261125`, inside its element. */
export const day = (tag: string, leafTag = 'udt:DateTimeString'): Binding<string> =>
  at(
    tag,
    mapped(
      formed(
        leafTag,
        (value) => asDay(value.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')),
        'a day such as 20261125',
        () => ' format="102"',
      ),
      (value: string) => value.replaceAll('-', ''),
      (found) => found,
    ),
  )

export const document = (tag: string): Binding<string> => at(tag, text('ram:IssuerAssignedID'))

/** With a scheme it is a global identifier, without one a plain one. */
export const globalOrPlain: Binding<Identifier> = (() => {
  const [global, plain] = [identifier('ram:GlobalID'), identifier('ram:ID')]
  return {
    write: (value, writing) => (value.scheme === undefined ? plain : global).write(value, writing),
    read: (parent, reading) => global.read(parent, reading) ?? plain.read(parent, reading),
  }
})()

/** A party's identifiers: plain ones first, as the schema wants them. */
export const identifiers: Binding<Identifier[]> = {
  write: (values, writing) =>
    [...values]
      .sort((a, b) => Number(a.scheme !== undefined) - Number(b.scheme !== undefined))
      .map((value) => globalOrPlain.write(value, writing))
      .join(''),
  read(parent) {
    const found = parent.children.flatMap(({ name, namespace, text: id, attributes: { schemeID } }) =>
      namespace === RAM && (name === 'ID' || name === 'GlobalID') && id
        ? [{ id, ...(name === 'GlobalID' && schemeID && { scheme: schemeID }) }]
        : [],
    )
    return found.length > 0 ? found : undefined
  },
}

export const period = at(
  'ram:BillingSpecifiedPeriod',
  fields<NonNullable<EInvoice['period']>>([
    ['from', day('ram:StartDateTime')],
    ['to', day('ram:EndDateTime')],
  ]),
)

export const VAT_TYPE = '<ram:TypeCode>VAT</ram:TypeCode>'
const typeCode = child('ram:TypeCode')
const isVat = (element: XmlElement): boolean => typeCode(element)?.text === 'VAT'
/** The code stays as it is found: the rules say whether it is one. */
export const category = text('ram:CategoryCode') as unknown as Binding<Category>

const vat = (tag: string) =>
  at(
    tag,
    fields<Allowance['vat']>([
      ['category', category],
      ['rate', decimal('ram:RateApplicablePercent')],
    ]),
    { before: VAT_TYPE, where: isVat },
  )

const indicatorElement = child('ram:ChargeIndicator')
const indicatorValue = child('udt:Indicator')
const isCharge = (element: XmlElement): boolean => {
  const indicator = indicatorElement(element)
  return indicator !== undefined && indicatorValue(indicator)?.text === 'true'
}
const indicator = (value: boolean) => ({
  before: `<ram:ChargeIndicator><udt:Indicator>${value}</udt:Indicator></ram:ChargeIndicator>`,
  where: (element: XmlElement) => isCharge(element) === value,
})
const [allowed, charged] = [indicator(false), indicator(true)]

const lineAllowance = fields<LineAllowance>([
  ['percent', decimal('ram:CalculationPercent')],
  ['base', decimal('ram:BasisAmount')],
  ['amount', decimal('ram:ActualAmount')],
  ['reasonCode', text('ram:ReasonCode')],
  ['reason', text('ram:Reason')],
])

const documentAllowance = fields<Allowance>([
  [null, lineAllowance as unknown as Binding<Allowance>],
  ['vat', vat('ram:CategoryTradeTax')],
])

export const allowances = many('ram:SpecifiedTradeAllowanceCharge', documentAllowance, allowed)
export const charges = many('ram:SpecifiedTradeAllowanceCharge', documentAllowance, charged)

/** A document among others, told apart by its type. */
export const documentOfType = (code: string) => ({
  where: (element: XmlElement): boolean => typeCode(element)?.text === code,
})

/** The invoiced object (BT-18, BT-128): a document of type 130. */
export const object: Binding<Identifier> = at(
  'ram:AdditionalReferencedDocument',
  fields<Identifier>([
    ['id', text('ram:IssuerAssignedID')],
    [null, { write: () => '<ram:TypeCode>130</ram:TypeCode>', read: () => undefined }],
    ['scheme', text('ram:ReferenceTypeCode')],
  ]),
  documentOfType('130'),
)

type Price = Line['price']

const basis = leaf<Price, 'quantity'>('ram:BasisQuantity', 'quantity', { unit: 'unitCode' }, asDecimal)

/** CII's gross price cannot be without its amount, and the discount not without it. */
const price = fields<Price>([
  [
    null,
    at(
      'ram:GrossPriceProductTradePrice',
      fields<Price>([
        ['gross', decimal('ram:ChargeAmount')],
        [
          null,
          at(
            'ram:AppliedTradeAllowanceCharge',
            fields<Price>([['discount', decimal('ram:ActualAmount')]]),
            allowed,
          ),
        ],
      ]),
    ),
  ],
  [
    null,
    at(
      'ram:NetPriceProductTradePrice',
      fields<Price>([
        ['net', decimal('ram:ChargeAmount')],
        [null, basis],
      ]),
    ),
  ],
])

type Item = Line['item']

const item = at(
  'ram:SpecifiedTradeProduct',
  fields<Item>([
    ['standardId', identifier('ram:GlobalID')],
    ['sellerId', text('ram:SellerAssignedID')],
    ['buyerId', text('ram:BuyerAssignedID')],
    ['name', text('ram:Name')],
    ['description', text('ram:Description')],
    [
      'attributes',
      many(
        'ram:ApplicableProductCharacteristic',
        fields<NonNullable<Item['attributes']>[number]>([
          ['name', text('ram:Description')],
          ['value', text('ram:Value')],
        ]),
      ),
    ],
    [
      'classifications',
      many(
        'ram:DesignatedProductClassification',
        leaf<NonNullable<Item['classifications']>[number], 'id'>('ram:ClassCode', 'id', {
          scheme: 'listID',
          version: 'listVersionID',
        }),
      ),
    ],
    ['origin', at('ram:OriginTradeCountry', text('ram:ID'))],
  ]),
)

/** The price and the order line share an element, wherever in it they stand. */
const agreement: Binding<Line> = at(
  'ram:SpecifiedLineTradeAgreement',
  fields<Line>([
    ['orderLine', at('ram:BuyerOrderReferencedDocument', text('ram:LineID'))],
    ['price', price],
  ]),
)

export const lines = many(
  'ram:IncludedSupplyChainTradeLineItem',
  mapped(
    fields<Line>([
      [
        null,
        at(
          'ram:AssociatedDocumentLineDocument',
          fields<Line>([
            ['id', text('ram:LineID')],
            ['note', at('ram:IncludedNote', text('ram:Content'))],
          ]),
        ),
      ],
      ['item', item],
      [null, agreement],
      [
        null,
        at(
          'ram:SpecifiedLineTradeDelivery',
          leaf<Line, 'quantity'>('ram:BilledQuantity', 'quantity', { unit: 'unitCode' }, asDecimal),
        ),
      ],
      [
        null,
        at(
          'ram:SpecifiedLineTradeSettlement',
          fields<Line>([
            ['vat', vat('ram:ApplicableTradeTax')],
            ['period', period],
            ['allowances', many('ram:SpecifiedTradeAllowanceCharge', lineAllowance, allowed)],
            ['charges', many('ram:SpecifiedTradeAllowanceCharge', lineAllowance, charged)],
            ['net', at('ram:SpecifiedTradeSettlementLineMonetarySummation', decimal('ram:LineTotalAmount'))],
            ['object', object],
            ['buyerAccounting', at('ram:ReceivableSpecifiedTradeAccountingAccount', text('ram:ID'))],
          ]),
        ),
      ],
    ]),
    (line: Line) => line,
    (found) => found as Found<Line>,
  ),
)
