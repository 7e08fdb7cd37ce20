import { decodeXml, parseXml, type XmlElement, XmlError } from '../xml/index.ts'
import { Reading } from './binding.ts'
import { CII, readCii } from './cii.ts'
import { CURRENCIES } from './code-lists.ts'
import type { Finding } from './finding.ts'
import type { Found, FoundInvoice } from './model.ts'
import { readEbInterface } from './national/ebinterface.ts'
import { EB_INTERFACE } from './national/ebinterface-parts.ts'
import { readFacturae } from './national/facturae.ts'
import { FACTURAE, type FacturaeSupplement } from './national/facturae-supplement.ts'
import type { NationalReading } from './national/faithful.ts'
import { readFatturaPa } from './national/fatturapa.ts'
import { FATTURAPA, type FatturaPaSupplement } from './national/fatturapa-supplement.ts'
import { isPeppol } from './rules/peppol.ts'
import { emptyElements, readUbl, UBL_CREDIT_NOTE, UBL_INVOICE } from './ubl.ts'

/** Larger files are refused unread. */
export const INVOICE_BYTES_MAX = 20_000_000

/** Thrown for a file that is no e-invoice in a syntax we read; says why and what would be. */
export class NotAnInvoiceError extends Error {}

interface Syntax {
  readonly name: string
  readonly root: string
  readonly namespace: string
  readonly read: (element: XmlElement, reading: Reading) => Reads
}

type Reads = Pick<ReadInvoice, 'invoice' | 'supplement'>
type Read<R> = (element: XmlElement, reading: Reading) => R

/** A syntax that says nothing beside the model. */
const whole =
  (read: Read<FoundInvoice>): Read<Reads> =>
  (element, reading) => ({ invoice: read(element, reading) })

const national =
  <K extends keyof Supplements>(key: K, read: Read<NationalReading<Supplements[K]>>): Read<Reads> =>
  (element, reading) => {
    const { invoice, supplement } = read(element, reading)
    return { invoice, supplement: { [key]: supplement } as FoundSupplements }
  }

const SYNTAXES: readonly Syntax[] = [
  { name: 'UBL 2.1 invoice', root: 'Invoice', namespace: UBL_INVOICE, read: whole(readUbl) },
  { name: 'UBL 2.1 credit note', root: 'CreditNote', namespace: UBL_CREDIT_NOTE, read: whole(readUbl) },
  { name: 'UN/CEFACT CII D16B', root: 'CrossIndustryInvoice', namespace: CII, read: whole(readCii) },
  {
    name: 'FatturaPA 1.2',
    root: 'FatturaElettronica',
    namespace: FATTURAPA,
    read: national('fatturaPa', readFatturaPa),
  },
  {
    name: 'Facturae 3.2.2',
    root: 'Facturae',
    namespace: FACTURAE,
    read: national('facturae', readFacturae),
  },
  { name: 'ebInterface 6.1', root: 'Invoice', namespace: EB_INTERFACE, read: whole(readEbInterface) },
]

/** What national formats say beside the invoice, by format. */
interface Supplements {
  readonly fatturaPa: FatturaPaSupplement
  readonly facturae: FacturaeSupplement
}

type FoundSupplements = { readonly [K in keyof Supplements]?: Found<Supplements[K]> }

export interface ReadInvoice {
  readonly syntax: string
  /** In which its root element stands. */
  readonly namespace: string
  readonly invoice: FoundInvoice
  /** Only of a national format. */
  readonly supplement?: FoundSupplements
  /** What in the file could not be understood, or is not as its syntax wants it. */
  readonly findings: readonly Finding[]
}

/**
 * Reads an e-invoice of any supported syntax, recognised by its root element.
 *
 * @throws NotAnInvoiceError for a file that is too large, no XML, or of another kind.
 */
export function readInvoice(bytes: Uint8Array): ReadInvoice {
  const root = parse(bytes)
  const syntax = SYNTAXES.find(
    ({ root: name, namespace }) => root.name === name && root.namespace === namespace,
  )
  if (!syntax) {
    const near = SYNTAXES.filter(({ root: name }) => root.name === name)
    throw new NotAnInvoiceError(
      near.length > 0
        ? `<${root.name}> stands in the namespace "${root.namespace}"; ${near.map(({ name, namespace }) => `a ${name} has "${namespace}"`).join(', ')}.`
        : `<${root.name}> is no e-invoice that can be read here: ${SYNTAXES.map(({ name }) => name).join(', ')}.`,
    )
  }
  const reading = new Reading()
  const reads = syntax.read(root, reading)
  checkFile(root, reads.invoice, reading)
  return { syntax: syntax.name, namespace: syntax.namespace, ...reads, findings: reading.findings.all }
}

/** What people have in hand instead of the XML, known by its first bytes (in hexadecimal), and what to do about it. */
const OTHER_FILES: readonly { readonly begins: RegExp; readonly advice: string }[] = [
  {
    begins: /^25504446/,
    advice:
      'The file is a PDF. Ask the supplier for the e-invoice (XML); a Factur-X or ZUGFeRD PDF holds one as an attachment: save that.',
  },
  {
    begins: /^308[0-4]/,
    advice: 'The file is in a signed envelope (.p7m). Take the XML out of it and bring that.',
  },
  { begins: /^504b0304/, advice: 'The file is a ZIP. Unpack it and bring the XML inside.' },
]

function parse(bytes: Uint8Array): XmlElement {
  if (bytes.length > INVOICE_BYTES_MAX)
    throw new NotAnInvoiceError(`The file has more than ${INVOICE_BYTES_MAX / 1_000_000} MB.`)
  const head = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const other = OTHER_FILES.find(({ begins }) => begins.test(head))
  if (other) throw new NotAnInvoiceError(other.advice)
  try {
    return parseXml(decodeXml(bytes))
  } catch (error) {
    if (error instanceof XmlError)
      throw new NotAnInvoiceError(`The file is not well-formed XML (line ${error.line}): ${error.message}.`)
    throw error
  }
}

/** What only the file itself can tell. */
function checkFile(root: XmlElement, invoice: FoundInvoice, reading: Reading): void {
  const { currency, specification } = invoice
  for (const [code, place] of reading.currencies) {
    if (!CURRENCIES.has(code))
      reading.findings.add('BR-CL-03', 'fatal', place, `"${code}" is no currency (ISO 4217).`)
    if (currency !== undefined && code !== currency)
      reading.findings.add(
        specification !== undefined && isPeppol(specification) ? 'PEPPOL-EN16931-R051' : 'BR-CO-15',
        'fatal',
        place,
        `An amount is in ${code}, but the invoice is in ${currency}.`,
      )
  }
  // CII's schema wants a delivery even where there is nothing to say of it.
  if (specification !== undefined && isPeppol(specification) && root.namespace !== CII)
    for (const name of emptyElements(root).slice(0, 20))
      reading.findings.add('PEPPOL-EN16931-R008', 'fatal', name, `The element ${name} is empty.`)
}
