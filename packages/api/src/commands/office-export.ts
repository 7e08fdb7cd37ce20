import { existsSync } from 'node:fs'
import { fingerprint } from '@samen/core/federation'
import { writeOfficeArchive } from '@samen/core/office-archive'
import { moveOffice } from '@samen/core/offices'
import { writeArchiveFile } from '../archive/archive-file.ts'
import { defineCommand, UsageError } from '../command.ts'
import { loadCountry } from '../countries.ts'
import { Refusal } from '../refusal.ts'
import { asJson, officeOfAnyRole, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `OFFICE --to FILE [--key FILE] [--move --reason TEXT] [--json]

  Writes every record of an office, with its keys and its people's sign-ins, as of one moment, into an encrypted file, and
  the file's key into another (FILE.key unless told). Neither may be there before. Keep them apart: who has both has
  everything. It changes nothing, unless:
  --move    the office goes on elsewhere: before the export it is closed here for good, so that no wage is paid in two
            places. From then on everybody can only read it here. "samen office stay" takes that back`,
  words: { min: 1, max: 1 },
  options: {
    to: { type: 'string' },
    key: { type: 'string' },
    move: { type: 'boolean' },
    reason: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values: { to: file, key = `${file}.key`, move, reason, json }, words: [slug = ''] }) {
    if (!file) throw new UsageError('samen office export: say where to with --to FILE.')
    if (move && !reason) throw new UsageError('samen office export: say why it moves with --reason TEXT.')
    if (existsSync(file)) throw new Refusal(`${file} is there already: choose a name that is not taken.`)
    if (existsSync(key)) throw new Refusal(`${key} is there already: choose a name that is not taken.`)
    return withDatabase(async (db, url) => {
      const office = await officeOfAnyRole(db, slug)
      const { version, country } = await loadCountry(office.country)
      if (move) await moveOffice(db, office.officeId, { by: 'cli', reason: reason ?? '', now: new Date() })
      const pluginVersion = `${country} ${version}`
      const { manifest, keys, keyNo } = await writeArchiveFile({ file, key }, (sink) =>
        writeOfficeArchive({ url, office, pluginVersion }, sink),
      )
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      const signedBy = fingerprint(keys.find((one) => one.keyNo === keyNo)?.publicKey ?? '')
      process.stdout.write(
        json
          ? `${asJson({ office: office.slug, file, key, rows, signedBy, writtenAt: manifest.writtenAt })}\n`
          : `${file}: ${rows} records of ${office.name}, as of ${manifest.writtenAt}\n  its key is in ${key}: keep it elsewhere\n  signed with ${signedBy}\n${move ? '  here the office can only be read from now on\n' : ''}`,
      )
      return undefined
    })
  },
})
