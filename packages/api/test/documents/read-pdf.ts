import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PdfRead {
  /** Of all pages, spaces made plain. */
  readonly text: string
  readonly pages: number
  readonly title: string
  readonly language: string | null
  /** Whether its structure is told to screen readers. */
  readonly tagged: boolean
  /** What screen readers say of its pictures. */
  readonly pictures: readonly string[]
  readonly attachments: Readonly<Record<string, string>>
  /** The metadata stream. */
  readonly xmp: string
}

interface TagNode {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly TagNode[]
}

/** What a reader of PDF, which is not our writer, finds in one. */
export async function readPdf(bytes: Uint8Array): Promise<PdfRead> {
  const loading = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const pdf = await loading.promise
  const texts: string[] = []
  const pictures: string[] = []
  const collect = ({ alt, children = [] }: TagNode) => {
    if (alt) pictures.push(alt)
    children.forEach(collect)
  }
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
    const tree = (await page.getStructTree()) as TagNode | null
    if (tree) collect(tree)
  }
  const { info, metadata } = await pdf.getMetadata()
  const { Title: title = '', Language: language = null } = info as { Title?: string; Language?: string }
  const attachments: Record<string, string> = {}
  for (const [id, { filename }] of (await pdf.getAttachments()) ?? []) {
    const content = await pdf.getAttachmentContent(id)
    if (content) attachments[filename] = new TextDecoder().decode(content as Uint8Array)
  }
  const read: PdfRead = {
    text: texts.join(' ').replace(/\s+/g, ' '),
    pages: pdf.numPages,
    title,
    language,
    // Typed as an object, and a Map in truth.
    tagged: ((await pdf.getMarkInfo()) as unknown as Map<string, boolean> | null)?.get('Marked') === true,
    pictures,
    attachments,
    xmp: (metadata as { getRaw(): string } | null)?.getRaw() ?? '',
  }
  await loading.destroy()
  return read
}
