import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { inOffice, type OfficeEntry } from '@samen/core/database'
import { hledgerJournal } from '@samen/core/ledger'
import { defineCommand, UsageError } from '../command.ts'
import { officesNamed, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE [--out FILE]

  Writes the office's whole ledger as a journal that hledger reads and checks; to standard output unless told.`,
  options: { office: { type: 'string' }, out: { type: 'string' } },
  async run({ values }) {
    const { office, out } = values
    if (office === undefined)
      throw new UsageError('samen export hledger: say whose ledger with --office, such as --office be.')
    return withDatabase(async (db) => {
      const [{ officeId }] = (await officesNamed(db, office)) as [OfficeEntry]
      const target = out === undefined ? process.stdout : createWriteStream(out)
      await inOffice(
        db,
        officeId,
        (trx) => pipeline(Readable.from(hledgerJournal(trx)), target, { end: out !== undefined }),
        { isolation: 'repeatable read' },
      )
      return 0
    })
  },
})
