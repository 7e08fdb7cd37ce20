import {
  closedFigures,
  compareMonths,
  consolidate,
  GROUP_TAXONOMY_FILE,
  groupFacts,
  groupReport,
  groupStatement,
  groupStatementCsv,
  groupTaxonomy,
} from '@samen/core/consolidation'
import { notFound } from '@samen/core/problem'
import type { Context } from 'hono'
import { z } from 'zod'
import { asAnswer } from '../answers/common.ts'
import { consolidation } from '../answers/group.ts'
import {
  comparison,
  groupFacts as factsAnswer,
  groupStatement as statementAnswer,
} from '../answers/group-terms.ts'
import { groupStatementDocument } from '../documents/index.ts'
import { groupWorkbook } from '../queries/group-workbook.ts'
import type { Env } from '../services.ts'
import { inGroup } from './group.ts'
import { describe, languageQuery, pdfAnswer, periodSchema, query, routes } from './route.ts'

const tags = ['Group']
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A month of the group as it was closed, beside others, and as statements and files. */
export const groupStatements = routes()
  .get(
    '/consolidations/:period/as-closed',
    describe('The figures of a month as they were when the group closed it', consolidation, { tags }),
    async (c) => {
      const period = periodOf(c)
      const figures = await inGroup(c, (trx, officeId) => closedFigures(trx, officeId, period))
      if (!figures) throw notFound(`figures of ${period} as closed`)
      return c.json(asAnswer<typeof consolidation>(figures))
    },
  )
  .get(
    '/consolidations/:period/comparison',
    describe('The month beside the month before, the same month a year before, and the budget', comparison, {
      tags,
    }),
    async (c) => {
      const period = periodOf(c)
      const compared = await inGroup(c, (trx, officeId) => compareMonths(trx, officeId, { period }))
      return c.json(asAnswer<typeof comparison>(compared))
    },
  )
  .get(
    '/consolidations/:period/statement',
    describe('Balance sheet at the month’s end, profit and loss since 1 January', statementAnswer, { tags }),
    async (c) => c.json(asAnswer<typeof statementAnswer>(groupStatement(await figuresOf(c)))),
  )
  .get(
    '/consolidations/:period/statement/csv',
    describe('The same statements as a table', undefined, {
      tags,
      media: {
        'text/csv': 'statement, part, group, name, amount, movement_of_month; a point and two decimals',
      },
    }),
    async (c) => {
      const figures = await figuresOf(c)
      return c.body(groupStatementCsv(groupStatement(figures)), 200, {
        'content-type': 'text/csv; charset=utf-8',
        ...attached(figures.period, 'csv'),
      })
    },
  )
  .get(
    '/consolidations/:period/statement/xlsx',
    describe(
      'Statements, accounts by office, eliminations, adjustments and differences as a workbook',
      undefined,
      {
        tags,
        media: { [XLSX]: 'Five sheets' },
      },
    ),
    async (c) => {
      const figures = await figuresOf(c)
      const workbook = await groupWorkbook(figures)
      return c.body(new Uint8Array(workbook), 200, {
        'content-type': XLSX,
        ...attached(figures.period, 'xlsx'),
      })
    },
  )
  .get(
    '/consolidations/:period/statement/pdf',
    describe(
      'Balance sheet, profit and loss, cash flow, changes in equity and notes, beside the year before, on paper',
      undefined,
      { tags, media: { 'application/pdf': 'PDF/A-3b' } },
    ),
    query(z.object({ language: languageQuery.shape.language.meta({ description: 'English unless told' }) })),
    async (c) => {
      const period = periodOf(c)
      const { language = 'en' } = c.req.valid('query')
      const report = await inGroup(c, (trx, officeId) => groupReport(trx, officeId, { period }))
      const source = groupStatementDocument(report, c.var.groupOffice.name, language)
      return pdfAnswer(c, { name: `group-${period}`, source })
    },
  )
  .get(
    '/consolidations/:period/facts',
    describe('Each figure as a fact, as xBRL-JSON', factsAnswer, { tags }),
    async (c) => c.json(asAnswer<typeof factsAnswer>(groupFacts(await figuresOf(c), c.var.groupOffice.slug))),
  )
  .get(
    `/consolidations/:period/${GROUP_TAXONOMY_FILE}`,
    describe('The concepts the facts name, as an XBRL taxonomy schema', undefined, {
      tags,
      media: { 'application/xml': 'XML Schema' },
    }),
    (c) => c.body(groupTaxonomy(), 200, { 'content-type': 'application/xml' }),
  )

const periodOf = (c: Context<Env>): string => periodSchema.parse(c.req.param('period'))

const figuresOf = (c: Context<Env>) => {
  const period = periodOf(c)
  return inGroup(c, (trx, officeId) => consolidate(trx, officeId, { period }))
}

const attached = (period: string, kind: string) => ({
  'content-disposition': `attachment; filename="group-${period}.${kind}"`,
})
