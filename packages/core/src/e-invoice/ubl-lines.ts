import type { XmlElement } from '../xml/index.ts'
import { asDecimal, type Binding, mapped } from './binding.ts'
import type { EInvoice, Found } from './model.ts'
import { isVat, ubl, VAT_SCHEME } from './ubl-parties.ts'

const { amount, at, child, day, decimal, fields, identifier, leaf, many, text } = ubl

type Line = EInvoice['lines'][number]
type Allowance = NonNullable<EInvoice['allowances']>[number]
type LineAllowance = NonNullable<Line['allowances']>[number]
type Category = EInvoice['vat'][number]['category']
type Period = NonNullable<EInvoice['period']>

const indicator = child('cbc:ChargeIndicator')
const isCharge = (element: XmlElement): boolean => indicator(element)?.text === 'true'
const isAllowance = (element: XmlElement): boolean => !isCharge(element)
const charged = { before: '<cbc:ChargeIndicator>true</cbc:ChargeIndicator>', where: isCharge }
const allowed = { before: '<cbc:ChargeIndicator>false</cbc:ChargeIndicator>', where: isAllowance }

/** The code stays as it is found: the rules say whether it is one. */
export const category = text('cbc:ID') as unknown as Binding<Category>

const vat = fields<Allowance['vat']>([
  ['category', category],
  ['rate', decimal('cbc:Percent')],
])

const lineAllowance = fields<LineAllowance>([
  ['reasonCode', text('cbc:AllowanceChargeReasonCode')],
  ['reason', text('cbc:AllowanceChargeReason')],
  ['percent', decimal('cbc:MultiplierFactorNumeric')],
  ['amount', amount('cbc:Amount')],
  ['base', amount('cbc:BaseAmount')],
])

const documentAllowance = fields<Allowance>([
  [null, lineAllowance as unknown as Binding<Allowance>],
  ['vat', at('cac:TaxCategory', vat, { after: VAT_SCHEME, where: isVat })],
])

export const allowances = many('cac:AllowanceCharge', documentAllowance, allowed)
export const charges = many('cac:AllowanceCharge', documentAllowance, charged)

export const period = fields<Period>([
  ['from', day('cbc:StartDate')],
  ['to', day('cbc:EndDate')],
])

const price = fields<Line['price']>([
  ['net', amount('cbc:PriceAmount')],
  [null, leaf<Line['price'], 'quantity'>('cbc:BaseQuantity', 'quantity', { unit: 'unitCode' }, asDecimal)],
  [
    null,
    at(
      'cac:AllowanceCharge',
      fields<Line['price']>([
        ['discount', amount('cbc:Amount')],
        ['gross', amount('cbc:BaseAmount')],
      ]),
      allowed,
    ),
  ],
])

type Item = Line['item']
type Classification = NonNullable<Item['classifications']>[number]

/** UBL keeps a line's VAT inside its item. */
interface UblItem extends Item {
  vat: Line['vat']
}
interface UblLine extends Omit<Line, 'item' | 'vat'> {
  item: UblItem
}

const item = fields<UblItem>([
  ['description', text('cbc:Description')],
  ['name', text('cbc:Name')],
  ['buyerId', at('cac:BuyersItemIdentification', text('cbc:ID'))],
  ['sellerId', at('cac:SellersItemIdentification', text('cbc:ID'))],
  ['standardId', at('cac:StandardItemIdentification', identifier('cbc:ID'))],
  ['origin', at('cac:OriginCountry', text('cbc:IdentificationCode'))],
  [
    'classifications',
    many(
      'cac:CommodityClassification',
      leaf<Classification, 'id'>('cbc:ItemClassificationCode', 'id', {
        scheme: 'listID',
        version: 'listVersionID',
      }),
    ),
  ],
  ['vat', at('cac:ClassifiedTaxCategory', vat, { after: VAT_SCHEME, where: isVat })],
  [
    'attributes',
    many(
      'cac:AdditionalItemProperty',
      fields<NonNullable<Item['attributes']>[number]>([
        ['name', text('cbc:Name')],
        ['value', text('cbc:Value')],
      ]),
    ),
  ],
])

const documentType = child('cbc:DocumentTypeCode')
/** The invoiced object (BT-18, BT-128) is the document of this type. */
export const OBJECT = {
  after: '<cbc:DocumentTypeCode>130</cbc:DocumentTypeCode>',
  where: (element: XmlElement): boolean => documentType(element)?.text === '130',
}

const line = (quantity: string): Binding<Line> =>
  mapped(
    fields<UblLine>([
      ['id', text('cbc:ID')],
      ['note', text('cbc:Note')],
      [null, leaf<UblLine, 'quantity'>(quantity, 'quantity', { unit: 'unitCode' }, asDecimal)],
      ['net', amount('cbc:LineExtensionAmount')],
      ['buyerAccounting', text('cbc:AccountingCost')],
      ['period', at('cac:InvoicePeriod', period)],
      ['orderLine', at('cac:OrderLineReference', text('cbc:LineID'))],
      ['object', at('cac:DocumentReference', identifier('cbc:ID'), OBJECT)],
      ['allowances', many('cac:AllowanceCharge', lineAllowance, allowed)],
      ['charges', many('cac:AllowanceCharge', lineAllowance, charged)],
      ['item', at('cac:Item', item)],
      ['price', at('cac:Price', price)],
    ]),
    ({ vat, item, ...rest }: Line) => ({ ...rest, item: { ...item, vat } }),
    ({ item: found = {}, ...rest }) => {
      const { vat, ...item } = found
      return { ...rest, item, ...(vat && { vat }) } as Found<Line>
    },
  )

export const invoiceLines = many('cac:InvoiceLine', line('cbc:InvoicedQuantity'))
export const creditNoteLines = many('cac:CreditNoteLine', line('cbc:CreditedQuantity'))
