/**
 * E-invoices, one core: `node bench/e-invoices.ts`
 *
 * The same invoice of three lines: added up, checked by all our rules of EN 16931 and Peppol, and written as UBL and CII;
 * read back and checked; and beside it, in the same run, `@e-invoice-eu/core` writing it as UBL, which validates its input
 * but knows no business rules.
 */
import { InvoiceService } from '@e-invoice-eu/core'
import {
  checkInvoice,
  completeInvoice,
  type InvoiceToComplete,
  PEPPOL_BILLING,
  readInvoice,
  writeCii,
  writeUbl,
} from '@samen/core/e-invoice'

const SECONDS = 2
/** Every result goes here, so that no engine may skip the work. */
let kept = 0

const draft: InvoiceToComplete = {
  specification: PEPPOL_BILLING,
  process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
  number: 'INV-2026-00042',
  issuedOn: '2026-11-25',
  dueOn: '2026-12-25',
  type: '380',
  currency: 'EUR',
  buyerReference: 'Production 7',
  seller: {
    name: 'Samen Productions SC',
    vatId: 'BE0123456749',
    endpoint: { id: '0123456749', scheme: '0208' },
    address: { line1: 'Rue de la Mutualité 1', town: 'Bruxelles', postCode: '1060', country: 'BE' },
  },
  buyer: {
    name: 'Théâtre de l’Invention',
    vatId: 'BE0987654394',
    endpoint: { id: '0987654394', scheme: '0208' },
    address: { town: 'Liège', postCode: '4000', country: 'BE' },
  },
  payment: { means: '58', remittance: '+++260/1000/04237+++', transfers: [{ account: 'BE68539007547034' }] },
  lines: [
    ['Light design', '5', '1450.00', '290.00', '21'],
    ['Concert', '1', '600.00', '600.00', '6'],
    ['Travel', '120', '51.60', '0.43', '21'],
  ].map(([name = '', quantity = '', net = '', price = '', rate = ''], at) => ({
    id: String(at + 1),
    quantity,
    unit: 'C62',
    net,
    price: { net: price },
    vat: { category: 'S' as const, rate },
    item: { name },
  })),
}

const amount = (name: string, value: string | undefined) => ({ [name]: value, [`${name}@currencyID`]: 'EUR' })
const category = (rate: string | undefined) => ({
  'cbc:ID': 'S',
  'cbc:Percent': rate,
  'cac:TaxScheme': { 'cbc:ID': 'VAT' },
})

/** The same invoice as their library takes it: UBL as JSON. */
function theirInput() {
  const { seller, buyer, lines, vat, totals, payment, ...head } = completeInvoice(draft)
  const party = ({ name, vatId, endpoint, address }: typeof seller) => ({
    'cac:Party': {
      'cbc:EndpointID': endpoint?.id,
      'cbc:EndpointID@schemeID': endpoint?.scheme,
      'cac:PostalAddress': {
        ...(address.line1 !== undefined && { 'cbc:StreetName': address.line1 }),
        'cbc:CityName': address.town,
        'cbc:PostalZone': address.postCode,
        'cac:Country': { 'cbc:IdentificationCode': address.country },
      },
      'cac:PartyTaxScheme': [{ 'cbc:CompanyID': vatId, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } }],
      'cac:PartyLegalEntity': { 'cbc:RegistrationName': name },
    },
  })
  const buyerParty = party(buyer)
  return {
    'ubl:Invoice': {
      'cbc:CustomizationID': head.specification,
      'cbc:ProfileID': head.process,
      'cbc:ID': head.number,
      'cbc:IssueDate': head.issuedOn,
      'cbc:DueDate': head.dueOn,
      'cbc:InvoiceTypeCode': head.type,
      'cbc:DocumentCurrencyCode': head.currency,
      'cbc:BuyerReference': head.buyerReference,
      'cac:AccountingSupplierParty': party(seller),
      'cac:AccountingCustomerParty': {
        'cac:Party': {
          ...buyerParty['cac:Party'],
          'cac:PartyTaxScheme': buyerParty['cac:Party']['cac:PartyTaxScheme'][0],
        },
      },
      'cac:PaymentMeans': [
        {
          'cbc:PaymentMeansCode': payment?.means,
          'cbc:PaymentID': payment?.remittance,
          'cac:PayeeFinancialAccount': { 'cbc:ID': payment?.transfers?.[0]?.account },
        },
      ],
      'cac:TaxTotal': [
        {
          ...amount('cbc:TaxAmount', totals.vat),
          'cac:TaxSubtotal': vat.map(({ base, amount: tax, rate }) => ({
            ...amount('cbc:TaxableAmount', base),
            ...amount('cbc:TaxAmount', tax),
            'cac:TaxCategory': category(rate),
          })),
        },
      ],
      'cac:LegalMonetaryTotal': {
        ...amount('cbc:LineExtensionAmount', totals.lines),
        ...amount('cbc:TaxExclusiveAmount', totals.net),
        ...amount('cbc:TaxInclusiveAmount', totals.gross),
        ...amount('cbc:PayableAmount', totals.payable),
      },
      'cac:InvoiceLine': lines.map((line) => ({
        'cbc:ID': line.id,
        'cbc:InvoicedQuantity': line.quantity,
        'cbc:InvoicedQuantity@unitCode': line.unit,
        ...amount('cbc:LineExtensionAmount', line.net),
        'cac:Item': { 'cbc:Name': line.item.name, 'cac:ClassifiedTaxCategory': category(line.vat.rate) },
        'cac:Price': amount('cbc:PriceAmount', line.price.net),
      })),
    },
  }
}

function perSecond(task: () => void): number {
  for (let round = 0; round < 500; round++) task()
  const start = performance.now()
  let rounds = 0
  while (performance.now() - start < SECONDS * 1000) for (let i = 0; i < 50; i++, rounds++) task()
  return rounds / ((performance.now() - start) / 1000)
}

async function theirsPerSecond(): Promise<number> {
  const silent = () => undefined
  const service = new InvoiceService({ log: silent, warn: silent, error: silent } as never)
  const input = theirInput()
  const write = () => service.generate(structuredClone(input) as never, { format: 'UBL', lang: 'en' })
  for (let round = 0; round < 5; round++) kept += String(await write()).length
  const start = performance.now()
  let rounds = 0
  for (; performance.now() - start < SECONDS * 1000; rounds++) kept += String(await write()).length
  return rounds / ((performance.now() - start) / 1000)
}

function written(write: typeof writeUbl): number {
  return perSecond(() => {
    const invoice = completeInvoice(draft)
    if (!checkInvoice(invoice).valid) throw new Error('the sample breaks a rule')
    kept += write(invoice).length
  })
}

const file = new TextEncoder().encode(writeUbl(completeInvoice(draft)))
const read = perSecond(() => {
  const { invoice, findings } = readInvoice(file)
  kept += checkInvoice(invoice, findings).findings.length
})
const ubl = written(writeUbl)
const cii = written(writeCii)
const theirs = await theirsPerSecond()
const show = (value: number) => Math.round(value).toLocaleString('en')
console.log(`added up, checked and written as UBL   ${show(ubl)} a second`)
console.log(`added up, checked and written as CII   ${show(cii)} a second`)
console.log(`UBL read and checked                   ${show(read)} a second`)
console.log(`@e-invoice-eu/core writes UBL          ${show(theirs)} a second`)
console.log(`ratio                                  ${show(ubl / theirs)} ×`)
if (kept === 0) console.log('nothing was done')
