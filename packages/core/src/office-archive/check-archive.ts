import type { Json } from '../canonical/index.ts'
import { isSignedByChain } from '../federation/index.ts'
import { Problem } from '../problem/index.ts'
import {
  FILE_BYTES_MAX,
  MANIFEST_NAME,
  README_NAME,
  type SignedManifest,
  signedManifest,
} from './manifest.ts'
import { readTar, TarFault, type TarFile } from './tar.ts'
import { sha256 } from './write-archive.ts'

/** Opens an archive at its beginning, decrypted; called once for each time it is read through. */
export type ArchiveSource = () => AsyncIterable<Uint8Array>

/**
 * Reads an archive through and checks that it is whole and as its office signed it, before any database is touched. That the
 * key is the office's own is for people to compare, by its fingerprint.
 *
 * @throws Problem `invalid-field` naming `file`, with what is wrong with it.
 */
export async function checkOfficeArchive(source: ArchiveSource): Promise<SignedManifest> {
  const seen: { name: string; bytes: number; sha256: string }[] = []
  let last: TarFile | undefined
  for await (const file of archiveFiles(source)) {
    if (last?.name === MANIFEST_NAME) throw notAnArchive('files follow its manifest.')
    seen.push({ name: file.name, bytes: file.content.length, sha256: sha256(file.content) })
    last = file
  }
  if (last?.name !== MANIFEST_NAME) throw notAnArchive('it ends without a manifest.')
  const signed = readManifest(last.content)
  const { manifest, keys } = signed
  if (!isSignedByChain(manifest.office.slug, keys[0]?.publicKey ?? '', signed, manifest as unknown as Json))
    throw notAnArchive('its manifest was changed after the office signed it.')
  const [first, ...files] = seen.slice(0, -1)
  const named = manifest.tables.flatMap((table) => table.files)
  if (first?.name !== README_NAME || files.length !== named.length)
    throw notAnArchive('it holds other files than its manifest names.')
  for (const [at, { name, bytes, sha256: hash }] of named.entries()) {
    const file = files[at] as (typeof files)[0]
    if (file.name !== name || file.bytes !== bytes || file.sha256 !== hash)
      throw notAnArchive(`${name} was changed after the office signed it.`)
  }
  return signed
}

/** The files of an archive in their order. @throws Problem `invalid-field` */
export async function* archiveFiles(source: ArchiveSource): AsyncGenerator<TarFile, void, undefined> {
  try {
    yield* readTar(source(), FILE_BYTES_MAX)
  } catch (error) {
    if (error instanceof TarFault) throw notAnArchive(error.message)
    throw error
  }
}

export const notAnArchive = (why: string): Problem =>
  new Problem('invalid-field', `This is not the archive of an office, or not whole: ${why}`, {
    field: 'file',
  })

function readManifest(content: Buffer): SignedManifest {
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch {
    throw notAnArchive('its manifest is not JSON.')
  }
  const read = signedManifest.safeParse(parsed)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw notAnArchive(`its manifest has a wrong ${issue?.path.join('.')}.`)
}
