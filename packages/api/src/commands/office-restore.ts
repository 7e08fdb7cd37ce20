import { fingerprint } from '@samen/core/federation'
import { checkOfficeArchive, restoreOffice } from '@samen/core/office-archive'
import { archiveFileSource } from '../archive/archive-file.ts'
import { defineCommand } from '../command.ts'
import { loadCountry } from '../countries.ts'
import { asJson, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `FILE [--key FILE] [--check] [--json]

  Takes an office that "samen office export" wrote into this server, whole or not at all: the file is checked first, then
  written in one transaction, read back, and its books verified. It is refused where the office is here already or this
  server is of another version. Compare the fingerprint shown with the one the export showed.
  --key    the file's key; FILE.key unless told
  --check  only check the file; needs no database`,
  words: { min: 1, max: 1 },
  options: { key: { type: 'string' }, check: { type: 'boolean' }, json: { type: 'boolean' } },
  async run({ values: { key, check, json }, words: [file = ''] }) {
    const source = await archiveFileSource({ file, key: key ?? `${file}.key` })
    const signed = await checkOfficeArchive(source)
    const { manifest, keys, keyNo } = signed
    const { office, writtenAt, versions } = manifest
    const signedBy = fingerprint(keys.find((one) => one.keyNo === keyNo)?.publicKey ?? '')
    const about = `${office.name} (${office.slug}, ${office.country}) as of ${writtenAt}, Samen ${versions.core}\n  signed with ${signedBy}\n`
    if (check) {
      const tables = manifest.tables.filter(({ rows }) => rows > 0).map(({ name, rows }) => ({ name, rows }))
      process.stdout.write(
        json ? `${asJson({ office, writtenAt, versions, signedBy, tables })}\n` : `Whole: ${about}`,
      )
      return undefined
    }
    // A server without the office's country could not serve it.
    await loadCountry(office.country)
    return withDatabase(async (_, url) => {
      const { rows, lastSeal } = await restoreOffice(url, signed, source)
      process.stdout.write(
        json
          ? `${asJson({ office: office.slug, rows, signedBy, lastSeal: lastSeal ?? null })}\n`
          : `Restored: ${about}  ${rows} records; the books verify${lastSeal ? `, last seal ${lastSeal}` : ''}\n`,
      )
      return undefined
    })
  },
})
