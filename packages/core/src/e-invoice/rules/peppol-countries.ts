import { luhnValid } from '../../country/index.ts'
import { scaled, scaledOr0 } from '../decimal.ts'
import type { Findings } from '../finding.ts'
import { type FoundInvoice, isCreditNote } from '../model.ts'

/** The Dutch core invoice usage specification. */
export const isNlcius = (specification: string): boolean =>
  specification.startsWith('urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:')

/**
 * Peppol's rules for sellers of one country, as far as the model tells: Sweden (SE-R), the Netherlands (NL-R), Italy (IT-R).
 * Not checked: Germany's (DE-R, which mirror XRechnung's between Germans), Denmark's, Greece's, Iceland's, Norway's.
 */
export function checkPeppolCountries(invoice: FoundInvoice, findings: Findings): void {
  const country = invoice.seller?.address?.country
  if (country === 'SE') checkSweden(invoice, findings)
  if (country === 'NL') checkNetherlands(invoice, findings, PEPPOL_NL)
  if (country === 'IT') checkItaly(invoice, findings)
}

type Address = NonNullable<FoundInvoice['seller']>['address']
const isWhole = (address: Address): boolean =>
  address?.line1 !== undefined && address.town !== undefined && address.postCode !== undefined

/** The same rules under Peppol's ids and under NLCIUS's own. */
const PEPPOL_NL = {
  credit: 'NL-R-001',
  seller: 'NL-R-002',
  sellerId: 'NL-R-003',
  buyer: 'NL-R-004',
  buyerId: 'NL-R-005',
  representative: 'NL-R-006',
  payment: 'NL-R-007',
  means: 'NL-R-008',
  orderLine: 'NL-R-009',
}
const NLCIUS: typeof PEPPOL_NL = {
  credit: 'BR-NL-9',
  seller: 'BR-NL-3',
  sellerId: 'BR-NL-1',
  buyer: 'BR-NL-4',
  buyerId: 'BR-NL-10',
  representative: 'BR-NL-5',
  payment: 'BR-NL-11',
  means: 'BR-NL-12',
  orderLine: 'BR-NL-13',
}

/** Our statement of NLCIUS's rules for Dutch sellers, those that Peppol took over; its warnings are not made. */
export function checkNlcius(invoice: FoundInvoice, findings: Findings): void {
  if (invoice.seller?.address?.country === 'NL') checkNetherlands(invoice, findings, NLCIUS)
}

const DUTCH_MEANS = new Set(['30', '48', '49', '57', '58', '59'])
const DUTCH_REGISTERS = new Set(['0106', '0190'])
const isDutchNumber = ({ id, scheme }: { id?: string | undefined; scheme?: string | undefined }): boolean =>
  id !== undefined && DUTCH_REGISTERS.has(scheme ?? '')

function checkNetherlands(invoice: FoundInvoice, findings: Findings, rules: typeof PEPPOL_NL): void {
  const { seller, buyer, taxRepresentative, payment, totals } = invoice
  const demand = (holds: boolean, rule: keyof typeof rules, place: string, text: string) =>
    findings.demand(holds, rules[rule], place, text)
  const isDomestic = buyer?.address?.country === 'NL'
  demand(
    !isCreditNote(invoice) || invoice.preceding?.[0]?.number !== undefined,
    'credit',
    'preceding',
    'A Dutch credit note names the invoice it takes back.',
  )
  demand(
    isWhole(seller?.address),
    'seller',
    'seller.address',
    'A Dutch seller has street, town and post code.',
  )
  if (seller?.legalId)
    demand(
      isDutchNumber(seller.legalId),
      'sellerId',
      'seller.legalId',
      'A Dutch company is known by its KVK number or OIN.',
    )
  if (isDomestic) {
    demand(isWhole(buyer?.address), 'buyer', 'buyer.address', 'A Dutch buyer has street, town and post code.')
    if (buyer?.legalId)
      demand(
        isDutchNumber(buyer.legalId),
        'buyerId',
        'buyer.legalId',
        'A Dutch company is known by its KVK number or OIN.',
      )
  }
  if (taxRepresentative?.address?.country === 'NL')
    demand(
      isWhole(taxRepresentative.address),
      'representative',
      'taxRepresentative.address',
      'A Dutch tax representative has street, town and post code.',
    )
  const payable = scaledOr0(totals?.payable)
  const isOwed = isCreditNote(invoice) ? payable < 0n : payable > 0n
  demand(
    !isOwed || payment !== undefined,
    'payment',
    'payment',
    'What the buyer owes needs a means of payment.',
  )
  if (payment)
    demand(
      DUTCH_MEANS.has(payment.means ?? ''),
      'means',
      'payment.means',
      'Dutch sellers are paid by the means 30, 48, 49, 57, 58 or 59.',
    )
  for (const [at, line] of (invoice.lines ?? []).entries())
    demand(
      line.orderLine === undefined || invoice.order !== undefined,
      'orderLine',
      `lines[${at}].orderLine`,
      'A line of an order needs the order’s number (BT-13).',
    )
}

const SWEDISH_RATES = new Set([scaled('25'), scaled('12'), scaled('6')])

function checkSweden(invoice: FoundInvoice, findings: Findings): void {
  const { seller, buyer, payment } = invoice
  const vatId = seller?.vatId
  const isSwedishVat = vatId?.startsWith('SE') === true
  if (isSwedishVat) {
    findings.demand(
      vatId.length === 14,
      'SE-R-001',
      'seller.vatId',
      'A Swedish VAT number has 14 characters.',
    )
    findings.demand(
      /^SE\d+$/.test(vatId),
      'SE-R-002',
      'seller.vatId',
      'After SE a Swedish VAT number has digits only.',
    )
  }
  const number = seller?.legalId?.id
  if (number !== undefined) {
    const place = 'seller.legalId'
    findings.advise(/^\d+$/.test(number), 'SE-R-003', place, 'A Swedish organisation number has digits only.')
    findings.advise(number.length === 10, 'SE-R-004', place, 'A Swedish organisation number has ten digits.')
    findings.advise(
      /^\d+$/.test(number) && luhnValid(number),
      'SE-R-013',
      place,
      'The last digit of the organisation number does not fit.',
    )
    if (seller?.taxId !== undefined)
      findings.demand(
        seller.taxId.trim().toUpperCase() === 'GODKÄND FÖR F-SKATT',
        'SE-R-005',
        'seller.taxId',
        'A Swedish seller says “Godkänd för F-skatt” here (BT-32).',
      )
  }
  const taxed = [
    ...(invoice.vat ?? []).map((part, at) => [part, `vat[${at}]`] as const),
    ...(invoice.lines ?? []).map(({ vat }, at) => [vat ?? {}, `lines[${at}].vat`] as const),
  ]
  for (const [{ category, rate }, place] of taxed)
    if (isSwedishVat && category === 'S' && rate !== undefined)
      findings.demand(
        SWEDISH_RATES.has(scaled(rate)),
        'SE-R-006',
        place,
        'Sweden’s rates are 25, 12 and 6 %.',
      )
  checkGiro(payment, findings)
  const { means } = payment ?? {}
  findings.advise(
    means !== '50' && means !== '56',
    'SE-R-011',
    'payment.means',
    'Bankgiro and Plusgiro are told by the means 30 and the code SE:BANKGIRO or SE:PLUSGIRO.',
  )
  findings.advise(
    means !== '31' || buyer?.address?.country !== 'SE',
    'SE-R-012',
    'payment.means',
    'Within Sweden a transfer is the means 30.',
  )
}

function checkGiro(payment: FoundInvoice['payment'], findings: Findings): void {
  if (payment?.means !== '30') return
  for (const { account = '', bic } of payment.transfers ?? []) {
    const place = 'payment.transfers'
    if (bic === 'SE:PLUSGIRO') {
      findings.advise(/^\d+$/.test(account), 'SE-R-007', place, 'A Plusgiro number has digits only.')
      findings.advise(/^.{2,8}$/.test(account), 'SE-R-010', place, 'A Plusgiro number has 2 to 8 digits.')
    }
    if (bic === 'SE:BANKGIRO') {
      findings.advise(/^\d+$/.test(account), 'SE-R-008', place, 'A Bankgiro number has digits only.')
      findings.advise(/^.{7,8}$/.test(account), 'SE-R-009', place, 'A Bankgiro number has 7 or 8 digits.')
    }
  }
}

function checkItaly({ seller }: FoundInvoice, findings: Findings): void {
  if (seller?.taxId !== undefined)
    findings.demand(
      /^[A-Z0-9]{11,16}$/.test(seller.taxId.trim()),
      'IT-R-001',
      'seller.taxId',
      'An Italian tax number (BT-32) has 11 to 16 capitals and digits.',
    )
  const { line1, town, postCode } = seller?.address ?? {}
  findings.demand(
    line1 !== undefined,
    'IT-R-002',
    'seller.address.line1',
    'An Italian seller has a street (BT-35).',
  )
  findings.demand(
    town !== undefined,
    'IT-R-003',
    'seller.address.town',
    'An Italian seller has a town (BT-37).',
  )
  findings.demand(
    postCode !== undefined,
    'IT-R-004',
    'seller.address.postCode',
    'An Italian seller has a post code (BT-38).',
  )
}
