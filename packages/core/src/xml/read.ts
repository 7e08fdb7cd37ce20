/** An element of an XML document, its name without the namespace prefix. */
export interface XmlElement {
  readonly name: string
  /** The namespace its prefix stands for; empty where none is declared. */
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text directly inside, trimmed. */
  readonly text: string
}

/** Thrown for anything that is not a whole, well-formed document, with the line it was noticed on. */
export class XmlError extends Error {
  readonly line: number
  constructor(detail: string, line: number) {
    super(detail)
    this.line = line
  }
}

const DEPTH_MAX = 60
const NAME = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const CLOSE = /\s*(\/?)>/y
/** What XML 1.0 (2.2) keeps out of a document, as itself or as a number; a database would not store the first either. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the characters it looks for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u
const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Bytes to text as the XML declaration says: UTF-8 (also without a declaration), UTF-16 with its mark, or a Latin set.
 * Throws `XmlError` where the bytes are not of that encoding.
 */
export function decodeXml(bytes: Uint8Array): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^(?:\u00EF\u00BB\u00BF)?\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]
  const encoding = mark ?? (declared ?? 'utf-8').toLowerCase()
  if (!/^(utf-8|utf-16le|utf-16be|us-ascii|iso-8859-15?|windows-1252)$/.test(encoding))
    throw new XmlError(`the encoding ${declared} is not read: save the file as UTF-8`, 1)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new XmlError(`the file is not ${encoding.toUpperCase()} as it claims`, 1)
  }
}

/**
 * Reads a whole document. Only what a bank's message needs: elements, attributes, text, CDATA, comments; a document type
 * or an entity of one's own is refused, so a small file cannot unfold into a large one nor reach outside itself.
 */
export function parseXml(text: string): XmlElement {
  return new XmlReader(text).document()
}

/** Prefixes and what they stand for, with the empty one for the default namespace; looks up into the element around. */
type Namespaces = Readonly<Record<string, string>>
const NO_NAMESPACES: Namespaces = Object.assign(Object.create(null), {
  '': '',
  xml: 'http://www.w3.org/XML/1998/namespace',
})

interface OpenElement {
  readonly name: string
  readonly namespace: string
  readonly namespaces: Namespaces
  readonly tag: string
  readonly attributes: Record<string, string>
  readonly children: XmlElement[]
  text: string
}

class XmlReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
    if (text.charCodeAt(0) === 0xfeff) this.#at = 1
  }

  document(): XmlElement {
    const forbidden = this.#text.search(FORBIDDEN)
    if (forbidden >= 0) {
      this.#at = forbidden
      throw this.#error('a character stands here that no XML file may hold')
    }
    const open: OpenElement[] = []
    let root: XmlElement | undefined
    while (this.#at < this.#text.length) {
      const next = this.#text.indexOf('<', this.#at)
      const chars = this.#text.slice(this.#at, next < 0 ? undefined : next)
      const parent = open.at(-1)
      if (parent) parent.text += this.#unescape(chars)
      else if (chars.trim() !== '') throw this.#error('text stands outside the document')
      if (next < 0) break
      this.#at = next
      const closed = this.#markup(open)
      if (closed && open.length === 0) {
        if (root) throw this.#error('a second document follows the first')
        root = closed
      }
    }
    const left = open.at(-1)
    if (left) throw this.#error(`the file is cut off inside <${left.tag}>`)
    if (!root) throw this.#error('the file is empty')
    return root
  }

  /** One piece of markup; an element that ends here. */
  #markup(open: OpenElement[]): XmlElement | undefined {
    const text = this.#text
    if (text.startsWith('<?', this.#at)) this.#skip('?>')
    else if (text.startsWith('<!--', this.#at)) this.#skip('-->')
    else if (text.startsWith('<![CDATA[', this.#at)) {
      const start = this.#at + 9
      this.#skip(']]>')
      const parent = open.at(-1)
      if (!parent) throw this.#error('text stands outside the document')
      parent.text += text.slice(start, this.#at - 3)
    } else if (text.startsWith('<!', this.#at)) throw this.#error('a document type is not allowed')
    else if (text.startsWith('</', this.#at)) {
      this.#at += 2
      const tag = this.#name()
      if (this.#close() !== '') throw this.#error(`</${tag}> is not closed properly`)
      const element = open.pop()
      if (element?.tag !== tag) throw this.#error(`</${tag}> closes what it did not open`)
      return this.#finish(element, open)
    } else {
      const element = this.#start(open)
      if (this.#close() === '/') return this.#finish(element, open)
      open.push(element)
    }
    return undefined
  }

  #start(open: readonly OpenElement[]): OpenElement {
    if (open.length >= DEPTH_MAX) throw this.#error('the elements are nested too deep')
    this.#at += 1
    const tag = this.#name()
    const attributes: Record<string, string> = {}
    let namespaces = open.at(-1)?.namespaces ?? NO_NAMESPACES
    let isOwn = false
    for (;;) {
      ATTRIBUTE.lastIndex = this.#at
      const match = ATTRIBUTE.exec(this.#text)
      if (!match) break
      const name = match[1] as string
      if (Object.hasOwn(attributes, name)) throw this.#error(`the attribute ${name} stands twice`)
      const value = this.#unescape(match[2] ?? match[3] ?? '')
      attributes[name] = value
      if (name === 'xmlns' || name.startsWith('xmlns:')) {
        if (!isOwn) namespaces = Object.create(namespaces) as Namespaces
        isOwn = true
        ;(namespaces as Record<string, string>)[name.slice(6)] = value
      }
      this.#at = ATTRIBUTE.lastIndex
    }
    const colon = tag.indexOf(':')
    const namespace = namespaces[colon < 0 ? '' : tag.slice(0, colon)]
    if (namespace === undefined) throw this.#error(`the prefix of <${tag}> is not declared`)
    return { tag, name: tag.slice(colon + 1), namespace, namespaces, attributes, children: [], text: '' }
  }

  #finish({ name, namespace, attributes, children, text }: OpenElement, open: OpenElement[]): XmlElement {
    const element = { name, namespace, attributes, children, text: text.trim() }
    open.at(-1)?.children.push(element)
    return element
  }

  #name(): string {
    NAME.lastIndex = this.#at
    const match = NAME.exec(this.#text)
    if (!match) throw this.#error(this.#at >= this.#text.length ? 'the file is cut off' : 'a tag has no name')
    this.#at = NAME.lastIndex
    return match[0]
  }

  #close(): string {
    CLOSE.lastIndex = this.#at
    const match = CLOSE.exec(this.#text)
    if (!match)
      throw this.#error(this.#text.includes('>', this.#at) ? 'a tag is not closed' : 'the file is cut off')
    this.#at = CLOSE.lastIndex
    return match[1] as string
  }

  #skip(end: string): void {
    const at = this.#text.indexOf(end, this.#at)
    if (at < 0) throw this.#error('the file is cut off')
    this.#at = at + end.length
  }

  #unescape(chars: string): string {
    if (!chars.includes('&')) return chars
    return chars.replace(/&(?:#(x?)([0-9A-Fa-f]{1,6})|(\w+))?;?/g, (whole, hex, code, name) => {
      const known = name && Object.hasOwn(PREDEFINED, name) ? PREDEFINED[name] : undefined
      const point = code ? Number.parseInt(code, hex ? 16 : 10) : 0
      const char = known ?? (point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '')
      if (!whole.endsWith(';') || char === '' || FORBIDDEN.test(char))
        throw this.#error(`the entity ${whole} is not allowed`)
      return char
    })
  }

  #error(detail: string): XmlError {
    return new XmlError(detail, this.#text.slice(0, this.#at).split('\n').length)
  }
}

/** The first child with a name, along a path: `at(stmt, 'Acct', 'Id', 'IBAN')`. */
export function at(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let found = element
  for (const name of path) found = found?.children.find((child) => child.name === name)
  return found
}

/** All children with a name. */
export const all = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** The text of the element at a path; undefined when absent or empty. */
export const textAt = (element: XmlElement | undefined, ...path: string[]): string | undefined =>
  at(element, ...path)?.text || undefined
