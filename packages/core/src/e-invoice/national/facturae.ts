import { escapeXml as escaped, type XmlElement } from '../../xml/index.ts'
import type { Binding, Reading } from '../binding.ts'
import type { EInvoice } from '../model.ts'
import { arrange, type Facturae, prepare } from './facturae-arrange.ts'
import {
  amount,
  fe,
  generalDiscounts,
  generalSurcharges,
  instalments,
  lines,
  party,
  period,
  type Tax,
  tax,
  words,
} from './facturae-parts.ts'
import { rearrange } from './facturae-rearrange.ts'
import { FACTURAE, type FacturaeSupplement, facturaeSupplement, REASONS } from './facturae-supplement.ts'
import { checkedSupplement, faithful, type NationalReading } from './faithful.ts'

const { at, day, fields, many, text } = fe

/** What stands there for the schema alone and says nothing the rest does not. */
const said = (write: (facturae: Facturae) => string): Binding<Facturae> => ({ write, read: () => undefined })

const total = (tag: string, value: string) => `<${tag}><TotalAmount>${value}</TotalAmount></${tag}>`
const header = said(({ seller, number, series = '', currency, totals }) => {
  const identifier = `${seller.vatId?.replace(/^ES/, '') ?? ''}${number}${series}`.slice(0, 70)
  const batch = [
    `<BatchIdentifier>${escaped(identifier)}</BatchIdentifier><InvoicesCount>1</InvoicesCount>`,
    total('TotalInvoicesAmount', totals.invoice),
    total('TotalOutstandingAmount', totals.outstanding),
    total('TotalExecutableAmount', totals.executable),
    `<InvoiceCurrencyCode>${escaped(currency)}</InvoiceCurrencyCode>`,
  ]
  return `<FileHeader><SchemaVersion>3.2.2</SchemaVersion><Modality>I</Modality><InvoiceIssuerType>EM</InvoiceIssuerType><Batch>${batch.join('')}</Batch></FileHeader>`
})

type Corrective = NonNullable<Facturae['corrective']>
/** The schema wants the words of a code beside it. */
const worded = (write: (corrective: Corrective) => string): Binding<Corrective> => ({
  write,
  read: () => undefined,
})

const corrective = at(
  'Corrective',
  fields<Corrective>([
    ['number', words('InvoiceNumber', 20)],
    ['reason', text('ReasonCode') as Binding<Corrective['reason']>],
    [null, worded(({ reason }) => `<ReasonDescription>${REASONS[reason]}</ReasonDescription>`)],
    ['period', period('TaxPeriod')],
    ['method', text('CorrectionMethod')],
    [
      null,
      worded(
        ({ method }) =>
          `<CorrectionMethodDescription>${method === '01' ? 'Rectificación íntegra' : 'Rectificación por diferencias'}</CorrectionMethodDescription>`,
      ),
    ],
    ['issuedOn', day('InvoiceIssueDate')],
  ]),
)

const issue = at(
  'InvoiceIssueData',
  fields<Facturae>([
    ['issuedOn', day('IssueDate')],
    ['deliveredOn', day('OperationDate')],
    ['period', period('InvoicingPeriod')],
    ['currency', words('InvoiceCurrencyCode', 3, { pattern: /^[A-Z]{3}$/ })],
    [null, said(({ currency }) => `<TaxCurrencyCode>${escaped(currency)}</TaxCurrencyCode>`)],
    ['language', text('LanguageName') as Binding<'es'>],
    ['order', words('ReceiverTransactionReference', 20)],
    ['fileReference', words('FileReference', 20)],
    ['contract', words('ReceiverContractReference', 20)],
  ]),
)

const totals = at(
  'InvoiceTotals',
  fields<Facturae['totals']>([
    ['lines', amount('TotalGrossAmount')],
    ['discounts', generalDiscounts],
    ['surcharges', generalSurcharges],
    ['allowances', amount('TotalGeneralDiscounts')],
    ['charges', amount('TotalGeneralSurcharges')],
    ['net', amount('TotalGrossAmountBeforeTaxes')],
    ['vat', amount('TotalTaxOutputs')],
    ['withheld', amount('TotalTaxesWithheld')],
    ['invoice', amount('InvoiceTotal')],
    ['outstanding', amount('TotalOutstandingAmount')],
    ['prepaid', amount('TotalPaymentsOnAccount')],
    ['executable', amount('TotalExecutableAmount')],
  ]),
)

const legalReferences = at(
  'LegalLiterals',
  many<string>('LegalReference', { write: escaped, read: ({ text: value }) => value || undefined }),
)

type File = NonNullable<Facturae['files']>[number]
const additional = at(
  'AdditionalData',
  fields<Facturae>([
    [
      'files',
      at(
        'RelatedDocuments',
        many(
          'Attachment',
          fields<File>([
            ['format', text('AttachmentFormat')],
            [null, { write: () => '<AttachmentEncoding>BASE64</AttachmentEncoding>', read: () => undefined }],
            ['name', words('AttachmentDescription', 2500)],
            ['base64', text('AttachmentData')],
          ]),
        ),
      ),
    ],
    ['note', words('InvoiceAdditionalInformation', 2500)],
  ]),
)

const taxes = (tag: string): Binding<Tax[]> => at(tag, many('Tax', tax))

const root = fields<Facturae>([
  [null, header],
  [
    null,
    at(
      'Parties',
      fields<Facturae>([
        ['seller', party('SellerParty')],
        ['buyer', party('BuyerParty')],
      ]),
    ),
  ],
  [
    null,
    at(
      'Invoices',
      at(
        'Invoice',
        fields<Facturae>([
          [
            null,
            at(
              'InvoiceHeader',
              fields<Facturae>([
                ['number', words('InvoiceNumber', 20)],
                ['series', words('InvoiceSeriesCode', 20)],
                [null, said(() => '<InvoiceDocumentType>FC</InvoiceDocumentType>')],
                ['invoiceClass', text('InvoiceClass')],
                ['corrective', corrective],
              ]),
            ),
          ],
          [null, issue],
          ['taxes', taxes('TaxesOutputs')],
          ['withholdings', taxes('TaxesWithheld')],
          ['totals', totals],
          ['lines', lines],
          ['instalments', instalments],
          ['legalReferences', legalReferences],
          [null, additional],
        ]),
      ),
    ),
  ],
])

/**
 * The invoice as Facturae 3.2.2 (Spain), unsigned. FACe, where the public administration takes invoices, wants an XAdES-EPES
 * signature by Facturae's policy and the DIR3 centres of the buyer; the signature is not made here.
 *
 * What changes on the way, the rest comes back from `readFacturae` word for word (numbers but for zeros at their end):
 * - not carried: specification (BT-24, it becomes `FACTURAE`), process (BT-23), electronic addresses (BT-34, BT-49) and VATEX
 *   codes (BT-121);
 * - white space collapses; a description (BT-154) is joined to the item's name; several notes become one; a unit that is
 *   neither one (`C62`) nor an hour is written "other" and read `ZZ`; means 30 and 31 are 58; a BIC of eight letters gets XXX;
 *   a post code abroad moves before the town;
 * - a credit note (381) is a correction by differences and its amounts are negative in the file; a corrected invoice (384) is a
 *   whole one;
 * - both parties are written as legal persons, a person is read under one name.
 *
 * Why something bears no VAT stands at its lines: exempt (E) or not subject (O). Reverse charge, exports and supplies in the
 * Union (AE, G, K) have no code of their own and are refused; so is an allowance of the whole invoice beside several rates.
 *
 * @throws UnwritableError naming the first field Facturae has no place for or not in that form.
 */
export function writeFacturae(invoice: EInvoice, supplement: FacturaeSupplement): string {
  checkedSupplement(facturaeSupplement, supplement)
  const prepared = prepare(invoice)
  const inside = root.write(arrange(prepared, supplement), { currency: invoice.currency })
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<fe:Facturae xmlns:fe="${FACTURAE}">${inside}</fe:Facturae>`
  return faithful(xml, { format: 'Facturae', invoice: prepared, supplement, read: readFacturae })
}

/** What a Facturae says, as far as the model and the supplement have a place for it; of a batch the first invoice. */
export function readFacturae(element: XmlElement, reading: Reading): NationalReading<FacturaeSupplement> {
  const found = reading.inside('fe:Facturae', () => root.read(element, reading))
  return rearrange(found ?? {}, reading)
}
