import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson, type Json } from '../canonical/index.ts'
import { CORE_VERSION } from '../country/index.ts'
import { inOffice, type OfficeEntry, openAsOwner, type Transaction } from '../database/index.ts'
import { ownKeyChain, signAs } from '../federation/index.ts'
import { type ArchiveManifest, MANIFEST_NAME, README_NAME, readme, type SignedManifest } from './manifest.ts'
import { tableParts, writeAlike } from './rows.ts'
import { type OfficeTable, officeTables } from './tables.ts'
import { tarEnd, tarFile } from './tar.ts'

/** Takes the archive's next bytes; the next come when it has. */
export type Sink = (bytes: Uint8Array) => Promise<void>

/**
 * Writes everything a database has of an office, as of one moment, while the office works on: a tar of NDJSON files with a
 * manifest that the office signs. It changes nothing. What it writes holds private keys and password hashes: whoever calls
 * it encrypts.
 *
 * @param url the owner's address.
 * @param pluginVersion of the office's country, for the reader.
 */
export async function writeOfficeArchive(
  { url, office, pluginVersion }: { url: string; office: OfficeEntry; pluginVersion: string },
  sink: Sink,
  now: Date = new Date(),
): Promise<SignedManifest> {
  const db = openAsOwner(url)
  const at = Math.floor(now.getTime() / 1_000)
  const put = async (name: string, content: Uint8Array) => {
    for (const bytes of tarFile(name, content, at)) if (bytes.length > 0) await sink(bytes)
  }
  const write = async (trx: Transaction): Promise<SignedManifest> => {
    await writeAlike(trx)
    const migrations = await migrationLevel(trx)
    await put(README_NAME, Buffer.from(readme(office.name)))
    const tables: ArchiveManifest['tables'] = []
    for (const table of await officeTables(trx))
      tables.push(await writeTable(trx, table, office.officeId, put))
    const { officeId, slug, name, role } = office
    const manifest: ArchiveManifest = {
      format: 'samen-office-1',
      office: { officeId, slug, name, country: office.country.trim(), role },
      writtenAt: now.toISOString(),
      versions: { core: CORE_VERSION, plugin: pluginVersion },
      migrations,
      tables,
    }
    const signed = await signAs(trx, officeId, manifest)
    const whole = { manifest, keys: await ownKeyChain(trx, officeId), ...signed }
    await put(MANIFEST_NAME, Buffer.from(canonicalJson(whole as unknown as Json)))
    await sink(tarEnd())
    return whole
  }
  try {
    return await inOffice(db, office.officeId, write, { isolation: 'repeatable read' })
  } finally {
    await db.destroy()
  }
}

/** Which migrations the database has had. The server's role may not read them. */
export async function migrationLevel(trx: Transaction): Promise<ArchiveManifest['migrations']> {
  await sql`reset role`.execute(trx)
  const { rows } = await sql<ArchiveManifest['migrations'][0]>`
    select name, checksum from samen.migration order by name collate "C"`.execute(trx)
  await sql`set local role samen_server`.execute(trx)
  return rows
}

async function writeTable(
  trx: Transaction,
  table: OfficeTable,
  officeId: string,
  put: (name: string, content: Uint8Array) => Promise<void>,
): Promise<ArchiveManifest['tables'][0]> {
  const whole = createHash('sha256')
  const files: ArchiveManifest['tables'][0]['files'] = []
  let rows = 0
  for await (const part of tableParts(trx, table, officeId)) {
    const name = `data/${table.name}/${String(files.length + 1).padStart(5, '0')}.ndjson`
    await put(name, part.content)
    whole.update(part.content)
    files.push({ name, bytes: part.content.length, sha256: sha256(part.content) })
    rows += part.rows
  }
  return { name: table.name, rows, sha256: whole.digest('hex'), files }
}

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')
