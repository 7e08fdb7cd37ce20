import { escapeXml, type XmlElement } from '../xml/index.ts'
import { type Binding, mapped, type Reading, type Writing } from './binding.ts'
import { type EInvoice, type FoundInvoice, isCreditNote } from './model.ts'
import { arrange, type Means, type Part, rearrange, type TaxTotal, type UblInvoice } from './ubl-arrange.ts'
import { allowances, category, charges, creditNoteLines, invoiceLines, OBJECT, period } from './ubl-lines.ts'
import * as parties from './ubl-parties.ts'
import { CAC, CBC, isVat, type UblParty, ubl, VAT_SCHEME } from './ubl-parties.ts'

const { amount, at, child, day, decimal, fields, identifier, leaf, many, text } = ubl

export const UBL_INVOICE = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'
export const UBL_CREDIT_NOTE = 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2'

const note: Binding<string> = { write: escapeXml, read: (element) => element.text || undefined }

const isDocument = (element: XmlElement): boolean => !OBJECT.where(element) && !isProject(element)
const documentType = child('cbc:DocumentTypeCode')
const isProject = (element: XmlElement): boolean => documentType(element)?.text === '50'

const attachments = many(
  'cac:AdditionalDocumentReference',
  fields<Part<'attachments'>[number]>([
    ['reference', text('cbc:ID')],
    ['description', text('cbc:DocumentDescription')],
    [
      null,
      at(
        'cac:Attachment',
        fields<Part<'attachments'>[number]>([
          [
            'content',
            leaf<NonNullable<Part<'attachments'>[number]['content']>, 'base64'>(
              'cbc:EmbeddedDocumentBinaryObject',
              'base64',
              { mime: 'mimeCode', filename: 'filename' },
            ),
          ],
          ['location', at('cac:ExternalReference', text('cbc:URI'))],
        ]),
      ),
    ],
  ]),
  { where: isDocument },
)

const means = (dueDate: boolean) =>
  many(
    'cac:PaymentMeans',
    fields<Means>([
      [null, leaf<Means, 'means'>('cbc:PaymentMeansCode', 'means', { meansText: 'name' })],
      ...(dueDate ? [['dueOn', day('cbc:PaymentDueDate')] as const] : []),
      ['remittance', text('cbc:PaymentID')],
      [
        'card',
        at(
          'cac:CardAccount',
          fields<NonNullable<Means['card']>>([
            ['number', text('cbc:PrimaryAccountNumberID')],
            // The schema wants a network; the model has none.
            [null, { write: () => '<cbc:NetworkID>NA</cbc:NetworkID>', read: () => undefined }],
            ['holder', text('cbc:HolderName')],
          ]),
        ),
      ],
      [
        'transfer',
        at(
          'cac:PayeeFinancialAccount',
          fields<NonNullable<Means['transfer']>>([
            ['account', text('cbc:ID')],
            ['name', text('cbc:Name')],
            ['bic', at('cac:FinancialInstitutionBranch', text('cbc:ID'))],
          ]),
        ),
      ],
      [
        'mandate',
        at(
          'cac:PaymentMandate',
          fields<NonNullable<Means['mandate']>>([
            ['mandate', text('cbc:ID')],
            ['account', at('cac:PayerFinancialAccount', text('cbc:ID'))],
          ]),
        ),
      ],
    ]),
  )

const vatParts = many(
  'cac:TaxSubtotal',
  fields<EInvoice['vat'][number]>([
    ['base', amount('cbc:TaxableAmount')],
    ['amount', amount('cbc:TaxAmount')],
    [
      null,
      at(
        'cac:TaxCategory',
        fields<EInvoice['vat'][number]>([
          ['category', category],
          ['rate', decimal('cbc:Percent')],
          ['exemptionCode', text('cbc:TaxExemptionReasonCode')],
          ['exemptionReason', text('cbc:TaxExemptionReason')],
        ]),
        { after: VAT_SCHEME, where: isVat },
      ),
    ],
  ]),
)

/** The amount of VAT, once in the invoice's and once in the accounting currency. */
const taxAmount: Binding<TaxTotal['amount']> = (() => {
  const plain = decimal('cbc:TaxAmount')
  const find = child('cbc:TaxAmount')
  return {
    write: ({ value, currency }, writing) =>
      amount('cbc:TaxAmount').write(value, currency === undefined ? writing : { currency }),
    read(parent, reading) {
      const value = plain.read(parent, reading)
      const currency = find(parent)?.attributes.currencyID
      return value === undefined ? undefined : { value, ...(currency && { currency }) }
    },
  }
})()

const taxTotals = many(
  'cac:TaxTotal',
  fields<TaxTotal>([
    ['amount', taxAmount],
    ['parts', vatParts],
  ]),
)

const totals = at(
  'cac:LegalMonetaryTotal',
  fields<EInvoice['totals']>([
    ['lines', amount('cbc:LineExtensionAmount')],
    ['net', amount('cbc:TaxExclusiveAmount')],
    ['gross', amount('cbc:TaxInclusiveAmount')],
    ['allowances', amount('cbc:AllowanceTotalAmount')],
    ['charges', amount('cbc:ChargeTotalAmount')],
    ['prepaid', amount('cbc:PrepaidAmount')],
    ['rounding', amount('cbc:PayableRoundingAmount')],
    ['payable', amount('cbc:PayableAmount')],
  ]),
)

const preceding = many(
  'cac:BillingReference',
  at(
    'cac:InvoiceDocumentReference',
    fields<Part<'preceding'>[number]>([
      ['number', text('cbc:ID')],
      ['issuedOn', day('cbc:IssueDate')],
    ]),
  ),
)

const document = (tag: string) => at(tag, text('cbc:ID'))

/** The schema wants an order's number wherever it knows the seller's. */
const orderUnknown: Binding<UblInvoice> = {
  write: ({ order, salesOrder }) =>
    order === undefined && salesOrder !== undefined ? '<cbc:ID>NA</cbc:ID>' : '',
  read: () => undefined,
}

/** All of UBL's order; an invoice and a credit note differ in a few places. */
function root(credit: boolean): Binding<UblInvoice> {
  const tender = ['tender', document('cac:OriginatorDocumentReference')] as const
  const contract = ['contract', document('cac:ContractDocumentReference')] as const
  const type = [credit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode'] as const
  return fields<UblInvoice>([
    ['specification', text('cbc:CustomizationID')],
    ['process', text('cbc:ProfileID')],
    ['number', text('cbc:ID')],
    ['issuedOn', day('cbc:IssueDate')],
    ...(credit
      ? [['taxPointOn', day('cbc:TaxPointDate')] as const]
      : [['dueOn', day('cbc:DueDate')] as const]),
    ['type', text(type[0])],
    ['notes', many('cbc:Note', note)],
    ...(credit ? [] : [['taxPointOn', day('cbc:TaxPointDate')] as const]),
    ['currency', text('cbc:DocumentCurrencyCode')],
    ['accountingCurrency', text('cbc:TaxCurrencyCode')],
    ['buyerAccounting', text('cbc:AccountingCost')],
    ['buyerReference', text('cbc:BuyerReference')],
    [
      'periodAndCode',
      at(
        'cac:InvoicePeriod',
        fields<NonNullable<UblInvoice['periodAndCode']>>([
          ['period', period],
          ['taxPointCode', text('cbc:DescriptionCode')],
        ]),
      ),
    ],
    [
      null,
      at(
        'cac:OrderReference',
        fields<UblInvoice>([
          [null, orderUnknown],
          [
            'order',
            mapped(
              text('cbc:ID'),
              (order: string) => order,
              (found) => (found === 'NA' ? undefined : found),
            ),
          ],
          ['salesOrder', text('cbc:SalesOrderID')],
        ]),
      ),
    ],
    ['preceding', preceding],
    ['despatchAdvice', document('cac:DespatchDocumentReference')],
    ['receivingAdvice', document('cac:ReceiptDocumentReference')],
    ...(credit ? [] : [tender]),
    contract,
    ['object', at('cac:AdditionalDocumentReference', identifier('cbc:ID'), OBJECT)],
    ...(credit
      ? [
          [
            'projectDocument',
            at('cac:AdditionalDocumentReference', text('cbc:ID'), {
              after: '<cbc:DocumentTypeCode>50</cbc:DocumentTypeCode>',
              where: isProject,
            }),
          ] as const,
        ]
      : []),
    ['attachments', attachments],
    ...(credit ? [tender] : [['project', document('cac:ProjectReference')] as const]),
    ['seller', parties.seller as Binding<UblParty>],
    ['buyer', parties.buyer as Binding<EInvoice['buyer']>],
    ['payee', parties.payee],
    ['taxRepresentative', parties.taxRepresentative],
    ['delivery', parties.delivery],
    ['means', means(credit)],
    ['paymentTerms', at('cac:PaymentTerms', text('cbc:Note'))],
    ['allowances', allowances],
    ['charges', charges],
    ['taxTotals', taxTotals],
    ['totals', totals],
    ['lines', credit ? creditNoteLines : invoiceLines],
  ])
}

const ROOTS = { Invoice: root(false), CreditNote: root(true) }

/**
 * The invoice as UBL 2.1: a credit note for the credit note types, else an invoice. The invoice is expected to be one the
 * model accepts; it is not checked here.
 *
 * @throws RangeError for a credit note with a due day (BT-9) but no payment (BG-16): UBL keeps the one in the other.
 */
export function writeUbl(invoice: EInvoice): string {
  const credit = isCreditNote(invoice)
  const name = credit ? 'CreditNote' : 'Invoice'
  const writing: Writing = { currency: invoice.currency }
  const inside = ROOTS[name].write(arrange(invoice, credit), writing)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${credit ? UBL_CREDIT_NOTE : UBL_INVOICE}" xmlns:cac="${CAC}" xmlns:cbc="${CBC}">${inside}</${name}>`
}

/** What an invoice or credit note in UBL says, as far as it can be understood; the reading notes what cannot. */
export function readUbl(element: XmlElement, reading: Reading): FoundInvoice {
  const name = element.name === 'CreditNote' ? 'CreditNote' : 'Invoice'
  const found = reading.inside(name, () => ROOTS[name].read(element, reading))
  return rearrange(found ?? {}, reading)
}

/** The tags of elements without content: Peppol wants none. */
export function emptyElements(element: XmlElement): string[] {
  if (element.children.length === 0) return element.text === '' ? [element.name] : []
  return element.children.flatMap(emptyElements)
}
