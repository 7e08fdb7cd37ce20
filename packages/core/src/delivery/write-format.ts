import { z } from 'zod'
import {
  EB_INTERFACE,
  type EInvoice,
  FACTURAE,
  FATTURAPA,
  type FatturaPaSupplement,
  fatturaPaFileName,
  fatturaPaSupplement,
  isCreditNote,
  PAID_TO_DATE,
  stampDutyOf,
  UnwritableError,
  writeCii,
  writeEbInterface,
  writeFacturae,
  writeFatturaPa,
  writeNavInvoiceData,
  writeUbl,
} from '../e-invoice/index.ts'
import type { DeliveryFormat } from './channel.ts'

const contact = z.strictObject({
  name: z.string().trim().min(1).max(100),
  phone: z.string().trim().min(3).max(40),
  email: z.email().max(254),
})

/** What a format asks beside the invoice: of the office by a rule for all clients, of a client by a rule of its own. */
export const formatDetails = z.strictObject({
  /** XRechnung: who answers for us (BG-6) */
  contact: contact.optional(),
  /** The buyer's reference (BT-10), a Leitweg-ID, where it is always the same */
  buyerReference: z.string().trim().min(1).max(100).optional(),
  /** FatturaPA: CodiceDestinatario of the buyer; `0000000` unless told, `XXXXXXX` abroad */
  recipientCode: z
    .string()
    .regex(/^[A-Z0-9]{6,7}$/, 'Six or seven capitals and digits')
    .optional(),
  /** FatturaPA: PECDestinatario */
  pec: z.email().max(256).optional(),
  /** FatturaPA: RegimeFiscale of the seller, `RF01` unless told */
  taxRegime: fatturaPaSupplement.shape.taxRegime.optional(),
  /** FatturaPA: Natura by VAT category */
  natures: fatturaPaSupplement.shape.natures,
  /** Where bills to this client are mailed, where that is not the client's own address */
  billingEmail: z.email().max(254).optional(),
  /** Facturae: DIR3 codes of the buyer */
  centres: z
    .array(z.strictObject({ code: z.string().min(1).max(10), role: z.enum(['01', '02', '03', '04']) }))
    .min(1)
    .max(10)
    .optional(),
})
export type FormatDetails = z.infer<typeof formatDetails>

/** What a correction must tell beside itself; of a credit note. */
export interface CreditContext {
  /** The note takes back all that was left of the invoice and is the first. */
  readonly isWhole: boolean
  /** 1 for the first credit note of its invoice. */
  readonly index: number
  /** Lines that the invoice and its earlier notes had together. */
  readonly linesBefore: number
  /** The days the work was done. */
  readonly performed: { readonly from: string; readonly to: string }
}

export interface FormatContext {
  readonly details: FormatDetails
  /** Tells the file apart among all of the company: 1, 2 … */
  readonly fileNumber: bigint
  readonly credit?: CreditContext | undefined
  /** Of the invoice's texts. */
  readonly language: string
  /** What one unit of the invoice's currency is worth in the company's, where that is another one. */
  readonly exchangeRate?: string | undefined
}

export interface WrittenInvoice {
  readonly fileName: string
  readonly content: string
  /** What the channel wants to know beside the file. */
  readonly instructions: Readonly<Record<string, string>>
}

const SPECIFICATIONS: Readonly<Partial<Record<DeliveryFormat, string>>> = {
  'xrechnung-ubl': 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
  'xrechnung-cii': 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
  nlcius: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0',
  'ubl-be': 'urn:cen.eu:en16931:2017#conformant#urn:UBL.BE:1.0.0.20180214',
  fatturapa: FATTURAPA,
  facturae: FACTURAE,
  ebinterface: EB_INTERFACE,
}

/** A deposit; where a profile does not know the code it is an invoice, which its lines say is a deposit. */
const PREPAYMENT = '386'
const KNOWS_PREPAYMENT: ReadonlySet<DeliveryFormat> = new Set([
  'peppol-ubl',
  'peppol-cii',
  'ubl-be',
  'ebinterface',
  'fatturapa',
])

/** The invoice as a format claims it: its specification, and what the format's details add. Pure. */
export function forFormat(
  invoice: EInvoice,
  format: DeliveryFormat,
  { contact, buyerReference }: FormatDetails,
): EInvoice {
  const specification = SPECIFICATIONS[format] ?? invoice.specification
  return {
    ...invoice,
    specification,
    ...(invoice.type === PREPAYMENT && !KNOWS_PREPAYMENT.has(format) && { type: '380' }),
    ...(buyerReference !== undefined && { buyerReference }),
    ...(contact && { seller: { ...invoice.seller, contact } }),
  }
}

/**
 * Writes an issued invoice in a format, with the name its channel wants of the file. Pure.
 *
 * @throws UnwritableError naming the field the format has no place for or wants.
 */
export function writeFormat(
  invoice: EInvoice,
  format: DeliveryFormat,
  context: FormatContext,
): WrittenInvoice {
  const plainName = invoice.number.replace(/[^\w.-]/g, '_')
  const xml = (content: string, fileName = `${plainName}.xml`): WrittenInvoice => ({
    fileName,
    content,
    instructions: {},
  })
  const { details, credit } = context
  switch (format) {
    case 'peppol-ubl':
    case 'xrechnung-ubl':
    case 'nlcius':
    case 'ubl-be':
      return xml(writeUbl(forFormat(invoice, format, details)))
    case 'peppol-cii':
    case 'xrechnung-cii':
      return xml(writeCii(forFormat(invoice, format, details)))
    case 'ebinterface':
      return xml(writeEbInterface(withOrder(invoice)))
    case 'facturae': {
      if (invoice.currency !== 'EUR')
        throw new UnwritableError(
          'A Facturae is written in euros here: issue the invoice in euros.',
          'currency',
        )
      const language = ['es', 'ca', 'en', 'fr', 'de'].includes(context.language) ? context.language : 'es'
      return xml(
        writeFacturae(withoutDeposit(withoutRegisters(bare(invoice))), {
          language: language as 'es',
          ...(details.centres && { centres: details.centres }),
          ...(isCreditNote(invoice) &&
            credit && { correction: { reason: '16' as const, ...credit.performed } }),
        }),
      )
    }
    case 'fatturapa':
      return fatturaPa(withoutRegisters(bare(invoice)), context)
    case 'nav':
      return navReport(invoice, context, `${plainName}.xml`)
  }
}

/** National formats have no place for what only the European model knows; our reference of the job stands as the contract. */
function bare(invoice: EInvoice): EInvoice {
  const { period: _period, process: _process, buyerReference, ...rest } = invoice
  return { ...rest, ...(buyerReference !== undefined && { contract: buyerReference }) }
}

/** These know neither a prepayment nor, beside a correction, an earlier invoice: the lines say what was asked and what is taken off. */
function withoutDeposit(invoice: EInvoice): EInvoice {
  const { preceding, ...rest } = invoice
  if (isCreditNote(invoice)) return invoice
  return { ...rest, type: invoice.type === PREPAYMENT ? '380' : invoice.type }
}

/** ebInterface has a place for an order, which is what the job is to its buyer. */
function withOrder(invoice: EInvoice): EInvoice {
  const { process: _process, buyerReference, ...rest } = invoice
  return { ...rest, ...(buyerReference !== undefined && { order: buyerReference }) }
}

/** FatturaPA and Facturae know a company by its tax number alone. */
function withoutRegisters(invoice: EInvoice): EInvoice {
  const bareParty = ({ legalId: _legalId, endpoint: _endpoint, ...party }: EInvoice['seller']) => party
  return { ...invoice, seller: bareParty(invoice.seller), buyer: bareParty(invoice.buyer) }
}

function fatturaPa(invoice: EInvoice, { details, fileNumber }: FormatContext): WrittenInvoice {
  const { seller, buyer } = invoice
  const transmitter = { country: 'IT', code: (seller.vatId ?? '').replace(/^IT/, '') }
  const natures: FatturaPaSupplement['natures'] = {
    AE: 'N2.1',
    O: 'N2.1',
    E: 'N4',
    G: 'N3.1',
    K: 'N3.2',
    ...details.natures,
  }
  const used = new Set(invoice.vat.map(({ category }) => category))
  const own = Object.fromEntries(Object.entries(natures).filter(([category]) => used.has(category as 'E')))
  const base = fileNumber.toString(36).toUpperCase()
  const supplement: FatturaPaSupplement = {
    transmitter,
    transmissionNumber: base,
    recipientCode: details.recipientCode ?? (buyer.address.country === 'IT' ? '0000000' : 'XXXXXXX'),
    ...(details.pec && { pec: details.pec }),
    documentType: isCreditNote(invoice) ? 'TD04' : invoice.type === PREPAYMENT ? 'TD02' : 'TD01',
    taxRegime: details.taxRegime ?? 'RF01',
    ...(invoice.taxPointCode === PAID_TO_DATE && { chargeability: 'D' as const }),
    ...(Object.keys(own).length > 0 && { natures: own }),
  }
  const stampDuty = stampDutyOf(invoice, supplement)
  return {
    fileName: fatturaPaFileName(supplement, base),
    content: writeFatturaPa(invoice, { ...supplement, ...(stampDuty && { stampDuty }) } as Parameters<
      typeof writeFatturaPa
    >[1]),
    instructions: {},
  }
}

function navReport(
  invoice: EInvoice,
  { credit, exchangeRate }: FormatContext,
  fileName: string,
): WrittenInvoice {
  const isDeposit = invoice.type === PREPAYMENT
  const advances = invoice.lines.flatMap(({ quantity }, at) =>
    isDeposit || quantity.startsWith('-') ? [at] : [],
  )
  const content = writeNavInvoiceData(withoutDeposit(invoice), {
    appearance: 'ELECTRONIC',
    ...(exchangeRate !== undefined && { exchangeRate }),
    ...(advances.length > 0 && { advances }),
    ...(credit && { modification: { index: credit.index, linesBefore: credit.linesBefore } }),
  })
  const operation = credit === undefined ? 'CREATE' : credit.isWhole ? 'STORNO' : 'MODIFY'
  return { fileName, content, instructions: { operation } }
}
