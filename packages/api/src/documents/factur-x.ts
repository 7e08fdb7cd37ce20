/** The name every reader of Factur-X and ZUGFeRD looks for. */
export const FACTUR_X_FILE = 'factur-x.xml'
/** BT-24 of the profile that is the whole of EN 16931 and nothing more. */
export const EN_16931 = 'urn:cen.eu:en16931:2017'

const NAMESPACE = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#'

const property = (name: string, description: string) =>
  `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`

/** PDF/A admits a namespace of one's own only with its description beside it. */
const SCHEMA = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${[
  property('DocumentFileName', 'The name of the embedded XML document'),
  property('DocumentType', 'The type of the hybrid document in capital letters, e.g. INVOICE or ORDER'),
  property('Version', 'The actual version of the standard applying to the embedded XML document'),
  property('ConformanceLevel', 'The conformance level of the embedded XML document'),
].join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`

const STATEMENT = `<rdf:Description rdf:about="" xmlns:fx="${NAMESPACE}"><fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>${FACTUR_X_FILE}</fx:DocumentFileName><fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel></rdf:Description>`

const BAG = '<pdfaExtension:schemas><rdf:Bag>'
const END = '</rdf:RDF>'

/**
 * The PDF with the metadata that make it a Factur-X: its writer attaches the XML but knows no metadata of others, so a new
 * version of the metadata is appended, as PDF's incremental update (ISO 32000-1, 7.5.6) provides. The same bytes in, the
 * same bytes out.
 *
 * @param pdf as the Typst compiler writes a PDF/A: plain metadata, a cross-reference table.
 * @throws Error where the PDF is written otherwise: a changed compiler must be noticed, not shipped.
 */
export function withFacturXMetadata(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1')
  const { object, root, trailer, previous } = layout(text)
  const begin = text.indexOf(`\n${object} 0 obj`) + 1
  const streamAt = text.indexOf('stream\n', begin) + 'stream\n'.length
  const streamEnd = text.indexOf('\nendstream', streamAt)
  const metadata = pdf.subarray(streamAt, streamEnd).toString('utf8')
  if (begin === 0 || !metadata.includes(BAG) || !metadata.includes(END))
    throw new Error('The PDF’s metadata are not where they were.')
  const extended = Buffer.from(
    metadata.replace(BAG, () => `${BAG}${SCHEMA}`).replace(END, () => `${STATEMENT}${END}`),
  )
  const head = `${object} 0 obj\n<<\n  /Length ${extended.length}\n  /Type /Metadata\n  /Subtype /XML\n>>\nstream\n`
  const start = pdf.length + 1
  const body = Buffer.concat([Buffer.from(`\n${head}`), extended, Buffer.from('\nendstream\nendobj\n')])
  const table = `xref\n${object} 1\n${String(start).padStart(10, '0')} 00000 n \ntrailer\n<<${trailer}\n  /Prev ${previous}\n>>\nstartxref\n${pdf.length + body.length}\n%%EOF\n`
  if (root === '') throw new Error('The PDF has no root.')
  return Buffer.concat([pdf, body, Buffer.from(table)])
}

function layout(text: string): { object: string; root: string; trailer: string; previous: string } {
  const tail = /trailer\n<<([\s\S]*?)\n?>>\nstartxref\n(\d+)\n%%EOF\s*$/.exec(text)
  const root = /\/Root (\d+) 0 R/.exec(tail?.[1] ?? '')?.[1] ?? ''
  const catalogue = text.slice(text.indexOf(`\n${root} 0 obj`))
  const object = /\/Metadata (\d+) 0 R/.exec(catalogue)?.[1]
  if (!tail?.[1] || !tail[2] || !object) throw new Error('The PDF is not laid out as its writer does.')
  return { object, root, trailer: tail[1], previous: tail[2] }
}
