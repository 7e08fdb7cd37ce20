import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ExportFormat, exportBooks } from '@samen/core/books'
import { inOffice, type OfficeEntry } from '@samen/core/database'
import { type Command, defineCommand, UsageError } from '../command.ts'
import { contextOf, officesNamed, withDatabase } from './office.ts'

const ABOUT: Readonly<Record<ExportFormat, string>> = {
  fec: 'the fichier des écritures comptables that the French tax administration reads',
  sie: 'an SIE 4 file, which every Swedish bookkeeping program reads',
  xaf: 'an XML Auditfile Financieel 3.2, which Dutch auditors read',
  csv: 'plain CSV: one line an entry',
}

/** `samen export fec` and its siblings: they differ in what they write only. */
export const exportCommand = (format: ExportFormat): Command =>
  defineCommand({
    usage: `--office OFFICE --year YYYY [--month YYYY-MM] [--entity NUMBER] [--out FILE]

  Writes one company's books of a year as ${ABOUT[format]}.
  The fiscal year that ends in YYYY; where two do, the one with that month. The office's first company unless told;
  under the file name its readers expect, in this directory, unless told.`,
    options: {
      office: { type: 'string' },
      year: { type: 'string' },
      month: { type: 'string' },
      entity: { type: 'string' },
      out: { type: 'string' },
    },
    async run({ values: { office, year, month, entity = '1', out } }) {
      const name = `samen export ${format}`
      if (office === undefined)
        throw new UsageError(`${name}: say whose books with --office, such as --office fr.`)
      if (!/^\d{4}$/.test(year ?? ''))
        throw new UsageError(`${name}: say which year with --year, such as --year 2026.`)
      if (month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
        throw new UsageError(`${name}: --month is a month of the fiscal year, such as --month 2026-03.`)
      if (!/^[1-9]$/.test(entity))
        throw new UsageError(`${name}: --entity is the company's number in the office, 1 to 9.`)
      return withDatabase(async (db) => {
        const [entry] = (await officesNamed(db, office)) as [OfficeEntry]
        const context = await contextOf(entry)
        const question = {
          format,
          year: Number(year),
          entityNo: Number(entity),
          ...(month !== undefined && { month }),
        }
        const written = await inOffice(
          db,
          entry.officeId,
          async (trx) => {
            const file = await exportBooks(trx, context, question)
            const target = out ?? file.fileName
            await pipeline(Readable.from(file.content), createWriteStream(target)).catch(async (error) => {
              // Half a file looks like a whole one.
              await rm(target, { force: true })
              throw error
            })
            return target
          },
          { isolation: 'repeatable read' },
        )
        process.stdout.write(`${written}\n`)
        return 0
      })
    },
  })
