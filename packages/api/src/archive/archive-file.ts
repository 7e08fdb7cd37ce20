import { createReadStream } from 'node:fs'
import { access, link, open, readFile, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import type { ArchiveSource, Sink } from '@samen/core/office-archive'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { Refusal } from '../refusal.ts'

/**
 * An office's archive as a file: tar, gzip, age (https://age-encryption.org/v1). Its key is made with it and written into
 * another file, in age's own form: `age --decrypt --identity KEY FILE | tar --extract --gzip` opens it without this program.
 */

/**
 * Writes a file that nobody else may read and that is there whole or not at all, and its key.
 *
 * @param write gives the archive's bytes, plain.
 * @throws {Refusal} when either name is taken or cannot be written.
 */
export async function writeArchiveFile<T>(
  { file, key }: { file: string; key: string },
  write: (sink: Sink) => Promise<T>,
): Promise<T> {
  const identity = await generateX25519Identity()
  const encrypter = new Encrypter()
  encrypter.addRecipient(await identityToRecipient(identity))
  const unfinished = `${file}.unfinished`
  await create(key, `# the key of ${file.replaceAll(/\s/g, ' ')}\n${identity}\n`)
  try {
    const answer = await writeEncrypted(unfinished, encrypter, write)
    // A link, for it fails where the name is taken meanwhile; a rename would write over it.
    await link(unfinished, file).catch(cannotWrite(file))
    return answer
  } catch (error) {
    await rm(key, { force: true })
    throw error
  } finally {
    await rm(unfinished, { force: true })
  }
}

async function writeEncrypted<T>(
  file: string,
  encrypter: Encrypter,
  write: (sink: Sink) => Promise<T>,
): Promise<T> {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>()
  const writer = writable.getWriter()
  const encrypted = await encrypter.encrypt(readable.pipeThrough(new CompressionStream('gzip')))
  const handle = await open(file, 'wx', 0o600).catch(cannotWrite(file))
  const written = handle
    .writeFile(Readable.fromWeb(encrypted as NodeStream))
    .then(() => handle.sync())
    .finally(() => handle.close())
  const giving = write(async (bytes) => {
    await writer.ready
    await writer.write(new Uint8Array(bytes))
  })
  try {
    const answer = await Promise.race([giving, written.then(() => giving)])
    await writer.close()
    await written
    return answer
  } catch (error) {
    await writer.abort(error).catch(() => undefined)
    await written.catch(() => undefined)
    throw error
  }
}

/** Opens an archive file with its key, again for each reading. @throws {Refusal} when the key or the file does not serve. */
export async function archiveFileSource({
  file,
  key,
}: {
  file: string
  key: string
}): Promise<ArchiveSource> {
  await access(file).catch(() => {
    throw new Refusal(`${file} cannot be read.`)
  })
  const text = await readFile(key, 'utf8').catch(() => {
    throw new Refusal(`The key ${key} cannot be read.`)
  })
  const identity = /^AGE-SECRET-KEY-1[0-9A-Z]+$/m.exec(text.slice(0, 10_000))?.[0]
  if (!identity) throw new Refusal(`${key} is not a key as "samen office export" writes it.`)
  const decrypter = new Decrypter()
  try {
    decrypter.addIdentity(identity)
  } catch {
    throw new Refusal(`${key} is not a key as "samen office export" writes it.`)
  }
  return () => decrypted(file, decrypter)
}

async function* decrypted(file: string, decrypter: Decrypter): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    const bytes = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
    const plain = (await decrypter.decrypt(bytes)) as ReadableStream<Uint8Array<ArrayBuffer>>
    for await (const piece of plain.pipeThrough(new DecompressionStream('gzip'))) yield piece
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Refusal(
      `${file} cannot be opened with this key: it is not an office's archive, was changed or cut off, or the key is another's (${reason}).`,
    )
  }
}

async function create(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600).catch(cannotWrite(file))
  await handle.writeFile(text).finally(() => handle.close())
}

const cannotWrite = (file: string) => (error: NodeJS.ErrnoException) => {
  throw new Refusal(`${file} cannot be written (${error.code}): choose a name that is not taken.`)
}
