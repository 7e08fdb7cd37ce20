import { fileURLToPath } from 'node:url'
import { type CompileArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { FACTUR_X_FILE, withFacturXMetadata } from './factur-x.ts'
import { printable } from './printable.ts'

/** A template of `templates/` and what it prints: texts that are ready to be read, never markup. */
export interface PdfSource {
  readonly template: 'dunning' | 'invoice' | 'payslip' | 'quote' | 'statements'
  readonly data: object
  /** The invoice as CII, to be attached: the PDF is then a Factur-X. */
  readonly xml?: string | undefined
  /** Files to be attached, as PDF/A-3 allows. */
  readonly files?: readonly PdfFile[]
}

export interface PdfFile {
  readonly name: string
  readonly mime: string
  readonly description: string
  readonly content: Uint8Array
}

/** What a template is told at most. */
export const SOURCE_CHARACTERS_MAX = 1_000_000
/** What is attached to a document at most. */
export const ATTACHED_BYTES_MAX = 10_000_000

const WORKSPACE = fileURLToPath(new URL('./templates', import.meta.url))
/** Renders after which what no render used again is forgotten. */
const CACHE_AGE_MAX = 10

const fonts = ['figtree/400Regular', 'figtree/600SemiBold', 'bricolage-grotesque/700Bold'].map((path) =>
  fileURLToPath(new URL('.', import.meta.resolve(`@expo-google-fonts/${path}/index.js`))),
)

let compiler: NodeCompiler | undefined

/**
 * The document as PDF/A-3b, tagged. Works some 15 ms a page and blocks its thread meanwhile: the server asks `renderPdf`.
 * The same source gives the same bytes, since its day is part of it.
 *
 * @throws Error with the template's place when the template does not compile; RangeError for a source too large.
 */
export function compilePdf({ template, data, xml, files = [] }: PdfSource): Buffer {
  const json = JSON.stringify(data, (_, value) => (typeof value === 'string' ? printable(value) : value))
  if (json.length + (xml?.length ?? 0) > SOURCE_CHARACTERS_MAX)
    throw new RangeError('The document is too large to be printed.')
  if (files.reduce((sum, { content }) => sum + content.length, 0) > ATTACHED_BYTES_MAX)
    throw new RangeError('What is attached to the document is too large.')
  compiler ??= NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontPaths: fonts }],
  } satisfies CompileArgs)
  const attached = files.map(({ content, ...file }, at) => ({ ...file, path: `attached-${at}` }))
  const inputs = {
    data: json,
    files: JSON.stringify(attached),
    ...(xml !== undefined && { xml, 'xml-name': FACTUR_X_FILE }),
  }
  for (const [at, { content }] of files.entries())
    compiler.mapShadow(`${WORKSPACE}/attached-${at}`, Buffer.from(content))
  const compiled = compiler.compile({ mainFilePath: `${WORKSPACE}/${template}.typ`, inputs })
  if (!compiled.result) {
    const error = compiled.takeDiagnostics()
    throw new Error(
      `${template}.typ: ${JSON.stringify(error ? compiler.fetchDiagnostics(error) : 'no result')}`,
    )
  }
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-3b' })
  for (const at of files.keys()) compiler.unmapShadow(`${WORKSPACE}/attached-${at}`)
  compiler.evictCache(CACHE_AGE_MAX)
  return xml === undefined ? pdf : withFacturXMetadata(pdf)
}
