/**
 * The plainest form of tar (POSIX.1-1988 ustar): regular files with short names. A file's size stands before it, so what
 * is written as it comes is written in parts.
 */
const block = 512
const end = 2 * block

/** A file as it stands in the archive. @param at its time stamp, in seconds since 1970. */
export function tarFile(name: string, content: Uint8Array, at: number): Buffer[] {
  const head = Buffer.alloc(block)
  const octal = (value: number, offset: number, length: number) =>
    head.write(`${value.toString(8).padStart(length - 1, '0')}\0`, offset, 'latin1')
  if (Buffer.byteLength(name) > 100) throw new RangeError(`${name} is too long a name for this form of tar`)
  head.write(name, 0, 'utf8')
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(content.length, 124, 12)
  octal(at, 136, 12)
  head.write('        0', 148, 'latin1')
  head.write('ustar\x0000', 257, 'latin1')
  octal(checksum(head), 148, 7)
  return [head, Buffer.from(content.buffer, content.byteOffset, content.length), padding(content.length)]
}

/** What stands after the last file: an archive without it was cut off. */
export const tarEnd = (): Buffer => Buffer.alloc(end)

export interface TarFile {
  readonly name: string
  readonly content: Buffer
}

/**
 * The files of an archive, one at a time. @throws {TarFault} for anything but what `tarFile` writes: another kind of file,
 * one larger than `bytesMax`, a cut-off end, something after the end.
 */
export async function* readTar(
  bytes: AsyncIterable<Uint8Array>,
  bytesMax: number,
): AsyncGenerator<TarFile, void, undefined> {
  const source = new Bytes(bytes)
  for (;;) {
    const head = await source.take(block)
    if (head.every((byte) => byte === 0)) break
    const field = (from: number, to: number) => head.toString('utf8', from, to).replace(/[\0 ]*$/, '')
    if (
      field(257, 263) !== 'ustar' ||
      field(156, 157) !== '0' ||
      Number.parseInt(field(148, 156), 8) !== checksum(head)
    )
      throw new TarFault('it is no archive of plain files.')
    const size = Number.parseInt(field(124, 136), 8)
    if (!(size <= bytesMax)) throw new TarFault(`it holds a file larger than ${bytesMax} bytes.`)
    const content = await source.take(size)
    await source.take(padding(size).length)
    yield { name: field(0, 100), content }
  }
  const rest = await source.take(end - block)
  if (rest.some((byte) => byte !== 0) || !(await source.isOver()))
    throw new TarFault('something follows after its end.')
}

/** Why bytes are not an archive; the sentence goes on after "it is not …: ". */
export class TarFault extends Error {
  override name = 'TarFault'
}

const padding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block)

/** The sum of the header's bytes, its own field counted as spaces. */
function checksum(head: Uint8Array): number {
  return head.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0)
}

/** Takes as many bytes as asked for from pieces of any size. */
class Bytes {
  readonly #pieces: AsyncIterator<Uint8Array>
  #rest: Buffer = Buffer.alloc(0)

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#pieces = bytes[Symbol.asyncIterator]()
  }

  async take(count: number): Promise<Buffer> {
    const taken = [this.#rest]
    let length = this.#rest.length
    while (length < count) {
      const next = await this.#pieces.next()
      if (next.done) throw new TarFault('it was cut off.')
      taken.push(Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length))
      length += next.value.length
    }
    const all = taken.length === 1 ? this.#rest : Buffer.concat(taken, length)
    this.#rest = all.subarray(count)
    return all.subarray(0, count)
  }

  async isOver(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const next = await this.#pieces.next()
      if (next.done) return true
      this.#rest = Buffer.from(next.value)
    }
    return false
  }
}
