import { basename } from 'node:path'
import { CURRENCY_DECIMALS, formatAmount } from '@samen/core/country'
import { type Database, inOffice, type OfficeEntry } from '@samen/core/database'
import { legalEntities } from '@samen/core/legal-entities'
import {
  importStatement,
  readStatements,
  STATEMENT_BYTES_MAX,
  type StatementReport,
} from '@samen/core/statements'
import { defineCommand } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { asJson, contextOf, officesNamed, withDatabase } from './office.ts'
import { readUpload } from './upload.ts'

export const command = defineCommand({
  usage: `FILE [--office OFFICE] [--as USER] [--json]

  Takes in what the bank sends: a camt.053 statement, a camt.054 notification, or a CODA file. A structured reference settles an invoice, wholly or in part; our own
  payments are recognised; everything else waits for a person. All of the file is taken or nothing; importing it again
  changes nothing. Without --office the office is the one whose account it is.`,
  words: { min: 1, max: 1 },
  options: { office: { type: 'string' }, as: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values, words }) {
    const path = words[0] as string
    const bytes = await readUpload(path, STATEMENT_BYTES_MAX)
    return withDatabase(async (db) => {
      const office = await officeOf(db, values.office, bytes)
      const context = await contextOf(office, values.as)
      const report = await inOffice(db, office.officeId, (trx) =>
        importStatement(trx, context, { name: basename(path), bytes }),
      )
      process.stdout.write(
        values.json
          ? `${asJson({ office: office.slug, ...report })}\n`
          : inWords(report, office, context.plugin.currency),
      )
      return undefined
    })
  },
})

async function officeOf(db: Database, slug: string | undefined, bytes: Uint8Array): Promise<OfficeEntry> {
  const offices = await officesNamed(db, slug)
  if (offices.length === 1) return offices[0] as OfficeEntry
  const ibans = new Set(readStatements(bytes).map(({ iban }) => iban))
  for (const office of offices) {
    const own = await inOffice(db, office.officeId, (trx) => legalEntities(trx, office.officeId))
    if (own.some(({ iban }) => ibans.has(iban))) return office
  }
  throw new Refusal(`The account ${[...ibans].join(', ')} does not belong to a company of any office here.`)
}

function inWords(report: StatementReport, { name: office }: OfficeEntry, currency: string): string {
  const { name, statements, matched } = report
  if (report.alreadyImported) return `${name} was imported before into ${office}: nothing was changed.\n`
  const money = (amount: string) =>
    `${formatAmount(BigInt(amount), CURRENCY_DECIMALS[currency] ?? 2)} ${currency}`
  const known = statements.filter(({ alreadyImported }) => alreadyImported).length
  const rows = [
    ['matched to invoices', matched.receipts, money(matched.received)],
    ['invoices settled', matched.settledInvoices],
    ['wages paid', matched.wages, money(matched.wagesPaid)],
    ['advances repaid', '', money(report.repaid)],
    ['recovered', '', money(report.recovered)],
    ['waiting for a person', report.waiting],
    ['jobs closed', report.contractsClosed],
  ].map(
    ([what, count, sum = '']) =>
      `  ${what}`.padEnd(24) + String(count).padStart(8) + String(sum).padStart(20),
  )
  return [
    `${name} → ${office}: ${statements.length} statements${known > 0 ? `, ${known} known already` : ''}, ${report.transactions} new transactions.`,
    '',
    ...rows.map((row) => row.trimEnd()),
    ...report.warnings.map((warning) => `\n  ${warning}`),
    '',
  ].join('\n')
}
