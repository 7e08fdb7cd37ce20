import { basename } from 'node:path'
import { inOffice, type OfficeEntry } from '@samen/core/database'
import { importRates, RATE_FILE_BYTES_MAX, type RateImport } from '@samen/core/rates'
import { defineCommand } from '../command.ts'
import { asJson, groupOffice, officesNamed, withDatabase } from './office.ts'
import { readUpload } from './upload.ts'

export const command = defineCommand({
  usage: `FILE [--office OFFICE] [--as USER] [--json]

  Takes in reference rates for the group, or for an office that makes quotes in other currencies or whose one-stop shop is declared
  in euro: the European Central Bank's eurofxref-hist.csv (unpacked), eurofxref-hist.xml
  or -daily.xml, or the Magyar Nemzeti Bank's answer to GetExchangeRates. All of the file is taken or nothing; what is
  known already is passed over, a figure that changed holds from now on.`,
  words: { min: 1, max: 1 },
  options: { office: { type: 'string' }, as: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values, words }) {
    const path = words[0] as string
    const bytes = await readUpload(path, RATE_FILE_BYTES_MAX)
    return withDatabase(async (db) => {
      const named =
        values.office === undefined ? [await groupOffice(db)] : await officesNamed(db, values.office)
      const [{ officeId }] = named as [OfficeEntry]
      const report = await inOffice(db, officeId, (trx) =>
        importRates(trx, officeId, { bytes, by: values.as ?? 'cli' }),
      )
      process.stdout.write(values.json ? `${asJson(report)}\n` : inWords(basename(path), report))
      return undefined
    })
  },
})

function inWords(
  name: string,
  { source, quotes, added, corrected, currencies, from, to }: RateImport,
): string {
  const told = `${name}: ${quotes} rates of ${currencies.length} currencies by ${source.toUpperCase()}, ${from} to ${to}.\n`
  const correction = corrected > 0 ? `, ${corrected} corrected` : ''
  return `${told}  ${added} new${correction}.\n`
}
