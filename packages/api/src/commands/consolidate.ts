import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  type Consolidation,
  closeGroupMonth,
  consolidate,
  GROUP_TAXONOMY_FILE,
  groupFacts,
  groupReport,
  groupTaxonomy,
} from '@samen/core/consolidation'
import { inOffice } from '@samen/core/database'
import { defineCommand, UsageError } from '../command.ts'
import { compilePdf, groupStatementDocument } from '../documents/index.ts'
import { asJson, groupOffice, table, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `--period YYYY-MM [--close] [--as USER] [--json]
       [--pdf FILE] [--language XX] [--facts FILE]

  Adds up the packs the group office received of a month, by account of the group chart and by office; other currencies
  are translated by the rates taken in with "samen import rates". Each office enters by its method and share, without
  what offices did among themselves; where two do not agree, that is listed. --close makes the month final: no pack for it is taken
  any more; it needs the packs of all offices. --pdf writes the statements with their notes to a file, in English or in
  --language fr, nl, de, es, it, sv or hu. --facts writes each figure as a fact of xBRL-JSON, and beside it
  ${GROUP_TAXONOMY_FILE}, which declares the concepts.`,
  options: {
    period: { type: 'string' },
    close: { type: 'boolean' },
    as: { type: 'string' },
    pdf: { type: 'string' },
    language: { type: 'string' },
    facts: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { period } = values
    if (!period || !/^\d{4}-(0[1-9]|1[0-2])$/.test(period))
      throw new UsageError('samen consolidate: say which month with --period, such as --period 2026-10.')
    return withDatabase(async (db) => {
      const { officeId, name, slug } = await groupOffice(db)
      const figures = await inOffice(db, officeId, (trx) => consolidate(trx, officeId, { period }))
      const by = values.as ?? 'cli'
      if (values.close) {
        await inOffice(db, officeId, (trx) => closeGroupMonth(trx, officeId, { period, by }))
        process.stderr.write(`${period} is final: the group takes no pack for it any more.\n`)
      }
      if (values.pdf !== undefined) {
        const report = await inOffice(db, officeId, (trx) => groupReport(trx, officeId, { period }))
        await writeFile(values.pdf, compilePdf(groupStatementDocument(report, name, values.language ?? 'en')))
        process.stderr.write(`${values.pdf} holds the statements of ${period}.\n`)
      }
      if (values.facts !== undefined) {
        await writeFile(values.facts, `${JSON.stringify(groupFacts(figures, slug), null, 2)}\n`)
        await writeFile(join(dirname(values.facts), GROUP_TAXONOMY_FILE), groupTaxonomy())
        process.stderr.write(`${values.facts} holds the facts of ${period}.\n`)
      }
      process.stdout.write(values.json ? `${asJson(figures)}\n` : report(figures))
      return undefined
    })
  },
})

function report({
  period,
  currency,
  offices,
  missing,
  accounts,
  statistics,
  difference,
  differences,
  restated,
}: Consolidation): string {
  const slugs = offices.map(({ slug }) => slug)
  const amounts = accounts.map((account) => [
    account.group,
    account.name,
    ...slugs.map((slug) => account.byOffice[slug] ?? '–'),
    account.minority,
    account.eliminations,
    account.adjustments,
    account.total,
    account.movement,
  ])
  const people = statistics.map(({ office, sector, turnover, wages, activeWorkers }) => [
    office,
    sector,
    turnover,
    wages ?? 'under five',
    activeWorkers === null ? 'under five' : String(activeWorkers),
  ])
  const rates = offices.flatMap(
    ({ slug, currency: home, closingRate, averageRate, translationDifference }) =>
      closingRate && averageRate
        ? [[slug, home, closingRate.perUnit, averageRate.perUnit, translationDifference, closingRate.source]]
        : [],
  )
  const absent = missing.map(({ name }) => name).join(', ')
  return [
    `Consolidation of ${period} in ${currency}; debit positive, credit negative.`,
    ...(offices.length === 0 ? ['No pack of this month has arrived.'] : []),
    ...(restated.length > 0
      ? [`Restated: ${restated.map(({ office }) => office).join(', ')} corrected a pack after the close.`]
      : []),
    ...(absent ? [`Without ${absent}: no pack of this month has arrived.`] : []),
    '',
    table(
      ['group', 'account', ...slugs, 'minority', 'taken out', 'own entries', 'total', 'of the month'],
      [...amounts, ['', 'Difference', ...slugs.map(() => ''), '', '', '', difference, '']],
    ),
    ...(differences.length > 0
      ? [
          '',
          table(
            ['do not agree', 'first', 'second', 'first says', 'second says', 'difference', 'state', 'since'],
            differences.map((one) => [
              one.kind,
              one.first,
              one.second,
              one.firstSays,
              one.secondSays,
              one.difference,
              one.state,
              one.since ?? '',
            ]),
          ),
        ]
      : []),
    ...(rates.length > 0
      ? [
          '',
          table(
            [
              'office',
              'currency',
              `closing, for 1 ${currency}`,
              'average of the month',
              'translation difference',
              'source',
            ],
            rates,
          ),
        ]
      : []),
    ...(rates.some((rate) => rate.at(-1) === 'demo')
      ? ['  demo: rates invented for the demo, published by nobody']
      : []),
    '',
    table(['office', 'sector', 'turnover', 'gross wages', 'people paid'], people),
    '',
  ].join('\n')
}
