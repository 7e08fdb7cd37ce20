import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { inOffice, type OfficeEntry } from '@samen/core/database'
import { fileDeclaration } from '@samen/core/declarations'
import { defineCommand, UsageError } from '../command.ts'
import { asJson, contextOf, officesNamed, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE --filing CODE --period PERIOD --reference TEXT [--entity N] [--on YYYY-MM-DD] [--sent FILE] [--corrects] [--as USER] [--json]

  Records that a declaration was filed with its authority; nothing is sent.
  --filing     the code that "samen declarations due" shows
  --period     2026-10, 2026-Q4 or 2026
  --reference  the authority's number of the filing
  --on         the day it was filed; today unless told
  --sent       the file that was sent: its name and hash are kept, not the file
  --corrects   it corrects the filing on record`,
  options: {
    office: { type: 'string' },
    filing: { type: 'string' },
    period: { type: 'string' },
    reference: { type: 'string' },
    entity: { type: 'string' },
    on: { type: 'string' },
    sent: { type: 'string' },
    corrects: { type: 'boolean' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office: slug, filing, period, reference, entity, on: filedOn, sent, corrects } = values
    if (!slug || !filing || !period || !reference)
      throw new UsageError('samen declarations file: needs --office, --filing, --period and --reference.')
    if (entity !== undefined && !/^[1-9]$/.test(entity))
      throw new UsageError(
        'samen declarations file: --entity is the number of a company in the office, 1 to 9.',
      )
    const file = sent === undefined ? undefined : await hashed(sent)
    return withDatabase(async (db) => {
      const [office] = (await officesNamed(db, slug)) as [OfficeEntry]
      const context = await contextOf(office, values.as)
      const entityNo = entity === undefined ? undefined : Number(entity)
      const told = { filing, period, reference, entityNo, filedOn, file, correction: corrects }
      const filed = await inOffice(db, office.officeId, (trx) => fileDeclaration(trx, context, told))
      process.stdout.write(
        values.json
          ? `${asJson(filed)}\n`
          : `${filing} ${filed.from} to ${filed.to}: filed on ${filed.filedOn} under ${filed.reference}.\n`,
      )
      return undefined
    })
  },
})

async function hashed(path: string) {
  const content = await readFile(path).catch(() => {
    throw new UsageError(`samen declarations file: ${path} cannot be read.`)
  })
  return { name: basename(path), sha256: createHash('sha256').update(content).digest('hex') }
}
