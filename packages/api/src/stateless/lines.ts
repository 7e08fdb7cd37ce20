import { isUtf8 } from 'node:buffer'

/** Bytes a line may have. */
export const LINE_BYTES_MAX = 1_000_000

/** One line of input, or why it cannot be read. */
export interface Line {
  /** From 1, empty lines counted. */
  readonly number: number
  readonly text: string
  readonly fault?: 'too-long' | 'not-utf8'
}

const LINE_FEED = 10

/**
 * Cuts a byte stream into batches of lines, one batch for each chunk that arrives. Holds at most one line: what is
 * longer than `LINE_BYTES_MAX` is thrown away while it streams by. Empty lines are left out; a last line needs no end.
 */
export async function* batchesOfLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  const cut = new LineCutter()
  for await (const chunk of source) {
    const lines = cut.take(chunk)
    if (lines.length > 0) yield lines
  }
  const rest = cut.end()
  if (rest) yield [rest]
}

class LineCutter {
  private number = 0
  /** The beginning of a line whose end has not arrived. */
  private parts: Buffer[] = []
  private size = 0

  take(chunk: Uint8Array): Line[] {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const lines: Line[] = []
    let start = 0
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      const line = this.size === 0 ? this.read(bytes, start, end) : this.finish(bytes.subarray(start, end))
      if (line) lines.push(line)
      start = end + 1
    }
    if (start < bytes.length) this.keep(bytes.subarray(start))
    return lines
  }

  end(): Line | undefined {
    return this.size === 0 ? undefined : this.finish(Buffer.alloc(0))
  }

  private keep(part: Buffer): void {
    this.size += part.length
    if (this.size > LINE_BYTES_MAX) this.parts = []
    // A copy: the source may use its buffer again.
    else this.parts.push(Buffer.from(part))
  }

  private finish(part: Buffer): Line | undefined {
    this.keep(part)
    const { parts, size } = this
    this.parts = []
    this.size = 0
    if (size > LINE_BYTES_MAX) return { number: ++this.number, text: '', fault: 'too-long' }
    const whole = Buffer.concat(parts)
    return this.read(whole, 0, whole.length)
  }

  private read(bytes: Buffer, start: number, end: number): Line | undefined {
    const number = ++this.number
    if (end - start > LINE_BYTES_MAX) return { number, text: '', fault: 'too-long' }
    let text = bytes.toString('utf8', start, end)
    // The decoder puts U+FFFD where bytes are wrong; only then is it worth asking whether they are.
    if (text.includes('\uFFFD') && !isUtf8(bytes.subarray(start, end)))
      return { number, text: '', fault: 'not-utf8' }
    if (number === 1 && text.startsWith('\uFEFF')) text = text.slice(1)
    return text.trim() === '' ? undefined : { number, text }
  }
}
