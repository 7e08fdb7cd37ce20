import { basename } from 'node:path'
import { readNumberAs } from '@samen/core/context'
import type { AnyCountryPlugin } from '@samen/core/country'
import { type Database, inOffice, type OfficeEntry } from '@samen/core/database'
import { type ContractsImport, CSV_BYTES_MAX, importContracts, readCsv } from '@samen/core/imports'
import { defineCommand } from '../command.ts'
import { loadCountry } from '../countries.ts'
import { Refusal } from '../refusal.ts'
import { asJson, contextOf, officesNamed, table, withDatabase } from './office.ts'
import { readUpload } from './upload.ts'

export const command = defineCommand({
  usage: `FILE.csv [--office OFFICE] [--as USER] [--json]

  One line is one worker's engagement; docs/office/import-contracts.md says which columns there are. Valid lines are
  taken though others are refused. Importing the same file again changes nothing. Without --office the office is the
  one whose country issued the national numbers of the file.`,
  words: { min: 1, max: 1 },
  options: { office: { type: 'string' }, as: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values, words }) {
    const path = words[0] as string
    const bytes = await readUpload(path, CSV_BYTES_MAX)
    return withDatabase(async (db) => {
      const office = await officeOf(db, values.office, bytes)
      const context = await contextOf(office, values.as)
      const report = await inOffice(db, office.officeId, (trx) =>
        importContracts(trx, context, { name: basename(path), bytes }),
      )
      process.stdout.write(
        values.json ? `${asJson({ office: office.slug, ...report })}\n` : inWords(report, office),
      )
      return report.refused > 0 ? 1 : 0
    })
  },
})

async function officeOf(db: Database, slug: string | undefined, bytes: Uint8Array): Promise<OfficeEntry> {
  const offices = await officesNamed(db, slug)
  if (offices.length === 1) return offices[0] as OfficeEntry
  const { columns, lines } = await readCsv(bytes)
  const place = columns.findIndex((column) => column.toLowerCase() === 'member_national_number')
  const numbers = lines.slice(0, 200).flatMap(({ cells }) => (place >= 0 && cells[place]) || [])
  const scores = await Promise.all(
    offices.map(async (office) => ({ office, score: fitting(numbers, await loadCountry(office.country)) })),
  )
  const [best, second] = scores.toSorted((a, b) => b.score - a.score)
  if (best && best.score > (second?.score ?? 0)) return best.office
  throw new Refusal(
    `Say for which office with --office: ${offices.map((office) => office.slug).join(' or ')}.`,
  )
}

const fitting = (numbers: readonly string[], plugin: AnyCountryPlugin): number =>
  numbers.filter((number) => readNumberAs(plugin, 'person', number).ok).length

const SHOWN_FAULTS_MAX = 100

function inWords(report: ContractsImport, office: OfficeEntry): string {
  const { file, lines, accepted, unchanged, refused, faults } = report
  if (report.alreadyImported)
    return `${file} was imported before into ${office.name}: nothing was changed.\n${faultTable(report)}`
  const added = (['contracts', 'invoices', 'members', 'clients', 'activities'] as const)
    .map((what) => `  ${what.padEnd(12)}${String(report[what]).padStart(8)}\n`)
    .join('')
  const head = `${file} → ${office.name}: ${lines} lines, ${accepted} taken, ${unchanged} known already, ${refused} refused.\n`
  return `${head}\nAdded\n${added}${faults.length > 0 ? faultTable(report) : ''}`
}

function faultTable({ faults, refused }: ContractsImport): string {
  if (faults.length === 0) return ''
  const rows = faults
    .slice(0, SHOWN_FAULTS_MAX)
    .map(({ line, field, reason }) => [String(line), field, reason])
  const more = faults.length - rows.length
  return `\nRefused (${refused} lines)\n${table(['line', 'field', 'reason'], rows)}\n${more > 0 ? `  … and ${more} more; --json shows all\n` : ''}`
}
