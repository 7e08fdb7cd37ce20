import * as lists from '../code-lists.ts'
import type { Findings } from '../finding.ts'
import { type FoundInvoice, VAT_CATEGORIES } from '../model.ts'

/** That codes come from the lists EN 16931 names: BR-CL. */
export function checkCodes(invoice: FoundInvoice, findings: Findings): void {
  const look = (
    value: string | undefined,
    list: ReadonlySet<string>,
    rule: string,
    place: string,
    name: string,
  ) => findings.demand(value === undefined || list.has(value), rule, place, `"${value}" is no ${name}.`)
  const { type } = invoice
  findings.demand(
    type === undefined || lists.INVOICE_TYPES.has(type) || lists.CREDIT_NOTE_TYPES.has(type),
    'BR-CL-01',
    'type',
    `"${type}" is no type of invoice or credit note (UNTDID 1001).`,
  )
  look(invoice.currency, lists.CURRENCIES, 'BR-CL-04', 'currency', 'currency (ISO 4217)')
  look(invoice.accountingCurrency, lists.CURRENCIES, 'BR-CL-05', 'accountingCurrency', 'currency (ISO 4217)')
  look(
    invoice.object?.scheme,
    lists.OBJECT_SCHEMES,
    'BR-CL-07',
    'object.scheme',
    'object scheme (UNTDID 1153)',
  )
  look(
    invoice.taxPointCode,
    lists.TAX_POINT_CODES,
    'BR-CL-06',
    'taxPointCode',
    'code of a tax point (UNTDID 2005)',
  )
  for (const [at, { subject }] of (invoice.notes ?? []).entries())
    look(subject, lists.NOTE_SUBJECTS, 'BR-CL-08', `notes[${at}].subject`, 'subject of a note (UNTDID 4451)')
  for (const who of ['seller', 'buyer', 'payee'] as const) checkParty(invoice, who, look)
  const country = (value: string | undefined, place: string) =>
    look(value, lists.COUNTRIES, 'BR-CL-14', place, 'country (ISO 3166-1)')
  country(invoice.seller?.address?.country, 'seller.address.country')
  country(invoice.buyer?.address?.country, 'buyer.address.country')
  country(invoice.taxRepresentative?.address?.country, 'taxRepresentative.address.country')
  country(invoice.delivery?.address?.country, 'delivery.address.country')
  look(
    invoice.delivery?.location?.scheme,
    lists.ICD_SCHEMES,
    'BR-CL-26',
    'delivery.location.scheme',
    'scheme of ISO 6523',
  )
  look(
    invoice.payment?.means,
    lists.PAYMENT_MEANS,
    'BR-CL-16',
    'payment.means',
    'means of payment (UNCL 4461)',
  )
  for (const [at, { category, exemptionCode }] of (invoice.vat ?? []).entries()) {
    look(category, CATEGORIES, 'BR-CL-17', `vat[${at}].category`, 'VAT category (UNCL 5305)')
    look(
      exemptionCode?.toUpperCase(),
      lists.EXEMPTION_CODES,
      'BR-CL-22',
      `vat[${at}].exemptionCode`,
      'reason of exemption (VATEX)',
    )
  }
  for (const [at, { content }] of (invoice.attachments ?? []).entries())
    look(content?.mime, lists.MIME_TYPES, 'BR-CL-24', `attachments[${at}].content.mime`, 'kind of attachment')
  checkReasons(invoice, '', look)
  for (const [at, line] of (invoice.lines ?? []).entries()) {
    const place = `lines[${at}]`
    look(line.unit, lists.UNITS, 'BR-CL-23', `${place}.unit`, 'unit (UN/ECE Recommendation 20)')
    look(line.price?.unit, lists.UNITS, 'BR-CL-23', `${place}.price.unit`, 'unit (UN/ECE Recommendation 20)')
    look(line.vat?.category, CATEGORIES, 'BR-CL-18', `${place}.vat.category`, 'VAT category (UNCL 5305)')
    look(
      line.object?.scheme,
      lists.OBJECT_SCHEMES,
      'BR-CL-07',
      `${place}.object.scheme`,
      'object scheme (UNTDID 1153)',
    )
    look(line.item?.origin, lists.COUNTRIES, 'BR-CL-15', `${place}.item.origin`, 'country (ISO 3166-1)')
    look(
      line.item?.standardId?.scheme,
      lists.ICD_SCHEMES,
      'BR-CL-21',
      `${place}.item.standardId.scheme`,
      'scheme of ISO 6523',
    )
    for (const [nth, { scheme }] of (line.item?.classifications ?? []).entries())
      look(
        scheme,
        lists.CLASSIFICATION_SCHEMES,
        'BR-CL-13',
        `${place}.item.classifications[${nth}].scheme`,
        'classification (UNTDID 7143)',
      )
    checkReasons(line, `${place}.`, look)
  }
}

type Look = (
  value: string | undefined,
  list: ReadonlySet<string>,
  rule: string,
  place: string,
  name: string,
) => void

const CATEGORIES: ReadonlySet<string> = new Set(VAT_CATEGORIES)

function checkParty(invoice: FoundInvoice, who: 'seller' | 'buyer' | 'payee', look: Look): void {
  const icd = (scheme: string | undefined, rule: string, place: string) =>
    look(scheme, lists.ICD_SCHEMES, rule, `${who}.${place}.scheme`, 'scheme of ISO 6523')
  icd(invoice[who]?.legalId?.scheme, 'BR-CL-11', 'legalId')
  if (who === 'payee') {
    icd(invoice.payee?.identifier?.scheme, 'BR-CL-10', 'identifier')
    return
  }
  const party = invoice[who]
  for (const [at, { scheme }] of (party?.identifiers ?? []).entries())
    icd(scheme, 'BR-CL-10', `identifiers[${at}]`)
  look(
    party?.endpoint?.scheme,
    lists.ENDPOINT_SCHEMES,
    'BR-CL-25',
    `${who}.endpoint.scheme`,
    'scheme of electronic addresses (EAS)',
  )
}

function checkReasons(
  {
    allowances,
    charges,
  }: {
    readonly allowances?: readonly { readonly reasonCode?: string | undefined }[] | undefined
    readonly charges?: readonly { readonly reasonCode?: string | undefined }[] | undefined
  },
  before: string,
  look: Look,
): void {
  for (const [at, { reasonCode }] of (allowances ?? []).entries())
    look(
      reasonCode,
      lists.ALLOWANCE_REASONS,
      'BR-CL-19',
      `${before}allowances[${at}].reasonCode`,
      'reason of an allowance (UNCL 5189)',
    )
  for (const [at, { reasonCode }] of (charges ?? []).entries())
    look(
      reasonCode,
      lists.CHARGE_REASONS,
      'BR-CL-20',
      `${before}charges[${at}].reasonCode`,
      'reason of a charge (UNCL 7161)',
    )
}
