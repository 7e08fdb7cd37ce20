import type { XmlElement } from '../xml/index.ts'
import { mapped, syntax } from './binding.ts'
import type { EInvoice } from './model.ts'

export const CBC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'
export const CAC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'

export const ubl = syntax({ cbc: CBC, cac: CAC })
const { at, day, fields, identifier, many, text } = ubl

type Party = EInvoice['seller']
type Address = Party['address']

export const VAT_SCHEME = '<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>'
/** Any scheme that is not VAT; this is the word the Peppol guide uses. */
const OTHER_SCHEME = '<cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme>'
/** How UBL marks the identifier that is a direct debit's creditor (BT-90). */
export const SEPA = 'SEPA'

const schemeId = ubl.child('cac:TaxScheme')
const idOf = ubl.child('cbc:ID')
export const isVat = (element: XmlElement): boolean => {
  const scheme = schemeId(element)
  return scheme !== undefined && idOf(scheme)?.text.toUpperCase() === 'VAT'
}
const isNotVat = (element: XmlElement): boolean => !isVat(element)
const isCreditor = (element: XmlElement): boolean => idOf(element)?.attributes.schemeID === SEPA
const isNoCreditor = (element: XmlElement): boolean => !isCreditor(element)

export const address = fields<Address>([
  ['line1', text('cbc:StreetName')],
  ['line2', text('cbc:AdditionalStreetName')],
  ['town', text('cbc:CityName')],
  ['postCode', text('cbc:PostalZone')],
  ['subdivision', text('cbc:CountrySubentity')],
  ['line3', at('cac:AddressLine', text('cbc:Line'))],
  ['country', at('cac:Country', text('cbc:IdentificationCode'))],
])

/** A party with the creditor identifier that UBL keeps among its identifiers. */
export interface UblParty extends Party {
  creditor?: string
}

const party = fields<UblParty>([
  ['endpoint', identifier('cbc:EndpointID')],
  ['identifiers', many('cac:PartyIdentification', identifier('cbc:ID'), { where: isNoCreditor })],
  [
    'creditor',
    at(
      'cac:PartyIdentification',
      mapped(
        identifier('cbc:ID'),
        (id: string) => ({ id, scheme: SEPA }),
        (found) => found.id,
      ),
      { where: isCreditor },
    ),
  ],
  ['tradingName', at('cac:PartyName', text('cbc:Name'))],
  ['address', at('cac:PostalAddress', address)],
  ['vatId', at('cac:PartyTaxScheme', text('cbc:CompanyID'), { after: VAT_SCHEME, where: isVat })],
  ['taxId', at('cac:PartyTaxScheme', text('cbc:CompanyID'), { after: OTHER_SCHEME, where: isNotVat })],
  [
    null,
    at(
      'cac:PartyLegalEntity',
      fields<UblParty>([
        ['name', text('cbc:RegistrationName')],
        ['legalId', identifier('cbc:CompanyID')],
        ['legalForm', text('cbc:CompanyLegalForm')],
      ]),
    ),
  ],
  [
    'contact',
    at(
      'cac:Contact',
      fields<NonNullable<Party['contact']>>([
        ['name', text('cbc:Name')],
        ['phone', text('cbc:Telephone')],
        ['email', text('cbc:ElectronicMail')],
      ]),
    ),
  ],
])

export const seller = at('cac:AccountingSupplierParty', at('cac:Party', party))
export const buyer = at('cac:AccountingCustomerParty', at('cac:Party', party))

/** The creditor identifier may stand with the payee instead of the seller. */
export interface UblPayee extends NonNullable<EInvoice['payee']> {
  creditor?: string
}

export const payee = at(
  'cac:PayeeParty',
  fields<UblPayee>([
    ['identifier', at('cac:PartyIdentification', identifier('cbc:ID'), { where: isNoCreditor })],
    [
      'creditor',
      at(
        'cac:PartyIdentification',
        mapped(
          identifier('cbc:ID'),
          (id: string) => ({ id, scheme: SEPA }),
          (found) => found.id,
        ),
        { where: isCreditor },
      ),
    ],
    ['name', at('cac:PartyName', text('cbc:Name'))],
    ['legalId', at('cac:PartyLegalEntity', identifier('cbc:CompanyID'))],
  ]),
)

export const taxRepresentative = at(
  'cac:TaxRepresentativeParty',
  fields<NonNullable<EInvoice['taxRepresentative']>>([
    ['name', at('cac:PartyName', text('cbc:Name'))],
    ['address', at('cac:PostalAddress', address)],
    ['vatId', at('cac:PartyTaxScheme', text('cbc:CompanyID'), { after: VAT_SCHEME, where: isVat })],
  ]),
)

type Delivery = NonNullable<EInvoice['delivery']>

export const delivery = at(
  'cac:Delivery',
  fields<Delivery>([
    ['on', day('cbc:ActualDeliveryDate')],
    [
      null,
      at(
        'cac:DeliveryLocation',
        fields<Delivery>([
          ['location', identifier('cbc:ID')],
          ['address', at('cac:Address', address)],
        ]),
      ),
    ],
    ['name', at('cac:DeliveryParty', at('cac:PartyName', text('cbc:Name')))],
  ]),
)
