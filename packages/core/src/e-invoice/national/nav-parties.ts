import { branch, escapeXml } from '../../xml/index.ts'
import { UnwritableError } from '../binding.ts'
import type { EInvoice } from '../model.ts'
import { collapse } from './leaves.ts'

type Party = EInvoice['seller']

/** The parts of a Hungarian tax number: eight digits, the kind of taxpayer, the county. */
const TAX_NUMBER = /^(\d{8})(?:-?([1-5])-?(\d{2}))?$/

/** A Hungarian tax number (BT-32), or the eight digits of the VAT number. */
function taxNumberOf({ taxId, vatId }: Pick<Party, 'taxId' | 'vatId'>): string | undefined {
  const [, taxpayer, vatCode, county] =
    TAX_NUMBER.exec(taxId ?? '') ?? TAX_NUMBER.exec(/^HU(\d{8})$/.exec(vatId ?? '')?.[1] ?? '') ?? []
  if (taxpayer === undefined) return undefined
  return [
    `<base:taxpayerId>${taxpayer}</base:taxpayerId>`,
    vatCode === undefined ? '' : `<base:vatCode>${vatCode}</base:vatCode>`,
    county === undefined ? '' : `<base:countyCode>${county}</base:countyCode>`,
  ].join('')
}

const ACCOUNT = /^(\d{8}-\d{8}(-\d{8})?|[A-Z]{2}\d{2}[0-9A-Za-z]{11,30})$/

/** Supplier and customer of a report, as the schema's `invoiceHead` begins. */
export function nameAndAddress(
  { seller, buyer, payment, taxRepresentative }: EInvoice,
  { privatePerson }: { readonly privatePerson?: boolean | undefined },
): string {
  if (taxRepresentative)
    throw new UnwritableError('A tax representative is not reported here.', 'taxRepresentative')
  const number = taxNumberOf(seller)
  if (number === undefined)
    throw new UnwritableError('The seller has a Hungarian tax number, such as 12345676-2-41.', 'seller.taxId')
  const account = payment?.transfers?.map((one) => one.account).find((one) => ACCOUNT.test(one))
  const supplier = branch(
    'supplierInfo',
    branch('supplierTaxNumber', number),
    /^HU\d{8}$/.test(seller.vatId ?? '') ? `<communityVatNumber>${seller.vatId}</communityVatNumber>` : '',
    element('supplierName', 512, seller.name, 'seller.name'),
    branch('supplierAddress', addressOf(seller.address, 'seller.address')),
    account === undefined ? '' : `<supplierBankAccountNumber>${account}</supplierBankAccountNumber>`,
  )
  return supplier + branch('customerInfo', privatePerson ? PERSON : customerOf(buyer))
}

const PERSON = '<customerVatStatus>PRIVATE_PERSON</customerVatStatus>'

function customerOf(buyer: Party): string {
  const number = taxNumberOf(buyer)
  const status = number === undefined ? 'OTHER' : 'DOMESTIC'
  return [
    `<customerVatStatus>${status}</customerVatStatus>`,
    branch(
      'customerVatData',
      number === undefined ? foreignNumber(buyer) : branch('customerTaxNumber', number),
    ),
    element('customerName', 512, buyer.name, 'buyer.name'),
    branch('customerAddress', addressOf(buyer.address, 'buyer.address')),
  ].join('')
}

function foreignNumber({ vatId, legalId }: Party): string {
  if (vatId !== undefined && /^[A-Z]{2}[0-9A-Z]{2,13}$/.test(vatId))
    return `<communityVatNumber>${vatId}</communityVatNumber>`
  const other = vatId ?? legalId?.id
  return other === undefined ? '' : element('thirdStateTaxId', 50, other, 'buyer.vatId')
}

const POST_CODE = /^[A-Z0-9][A-Z0-9\s-]{1,8}[A-Z0-9]$/
/** A place abroad without a post code. */
const NO_POST_CODE = '0000'

function addressOf(
  { country, subdivision, postCode, town, line1, line2, line3 }: Party['address'],
  field: string,
): string {
  const code = postCode ?? (country === 'HU' ? '' : NO_POST_CODE)
  if (!POST_CODE.test(code))
    throw new UnwritableError('A post code has 3 to 10 capitals and digits.', `${field}.postCode`)
  if (!/^[A-Z]{2}$/.test(country)) throw new UnwritableError('A country has two letters.', `${field}.country`)
  const street = [line1, line2, line3].filter((line) => line !== undefined).join(', ')
  return branch(
    'base:simpleAddress',
    `<base:countryCode>${country}</base:countryCode>`,
    subdivision === undefined ? '' : element('base:region', 50, subdivision, `${field}.subdivision`),
    `<base:postalCode>${code}</base:postalCode>`,
    element('base:city', 255, town ?? '', `${field}.town`),
    element('base:additionalAddressDetail', 255, street, `${field}.line1`),
  )
}

/** A text of at most `max` characters; an error points to `field`. */
export function element(tag: string, max: number, value: string, field: string): string {
  const text = collapse(value)
  const name = tag.replace('base:', '')
  if (text === '') throw new UnwritableError(`${name} may not be blank.`, field)
  if (text.length > max) throw new UnwritableError(`${name} takes at most ${max} characters.`, field)
  return `<${tag}>${escapeXml(text)}</${tag}>`
}
