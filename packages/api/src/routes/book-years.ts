import {
  EXPORT_FORMATS,
  type OfficeStatements,
  readActivityStatement,
  readStatements,
  type Section,
  statementsCsv,
} from '@samen/core/books'
import { formatAmount } from '@samen/core/country'
import { inOffice } from '@samen/core/database'
import type { Context } from 'hono'
import { z } from 'zod'
import { activityStatement, statements } from '../answers/statements.ts'
import { only, STAFF } from '../auth/rights.ts'
import { officeStatementDocument } from '../documents/index.ts'
import type { Env } from '../services.ts'
import {
  contextOf,
  describe,
  idOf,
  languageQuery,
  pdfAnswer,
  periodSchema,
  query,
  routes,
  work,
} from './route.ts'
import { streamBooks } from './stream-books.ts'

const tags = ['Funds and books']

const entitySchema = z
  .string()
  .regex(/^[1-9]$/, 'a company of the office has a number from 1 to 9')
  .optional()

const statementsQuestion = z.object({
  period: periodSchema.meta({
    description: 'The last month; the figures run from the start of its fiscal year',
  }),
  chart: z.enum(['national', 'group']).optional().meta({ description: 'The national chart unless told' }),
  entity: entitySchema.meta({ description: 'One of the office’s companies; all of them unless told' }),
})

/** A year of the books: as statements, and as a file. */
export const bookYears = routes()
  .get(
    '/ledger/export',
    only(...STAFF),
    describe('A company’s books of a year as a file', undefined, {
      tags,
      media: { 'application/octet-stream': 'FEC, SIE 4, XML Auditfile or CSV, as `format` asks' },
    }),
    query(
      z.object({
        format: z
          .enum(EXPORT_FORMATS)
          .meta({ description: 'fec in France, sie in Sweden, xaf in the Netherlands' }),
        year: z
          .string()
          .regex(/^(19|20|21)\d\d$/, 'a year has four digits')
          .meta({ description: 'The calendar year in which the fiscal year ends' }),
        month: periodSchema
          .optional()
          .meta({ description: 'A month of the fiscal year, where two end in one calendar year' }),
        entity: entitySchema.meta({ description: 'Which of the office’s companies; the first unless told' }),
      }),
    ),
    async (c) => {
      const { format, year, month, entity = '1' } = c.req.valid('query')
      const file = await streamBooks(c.var.services.db, contextOf(c), {
        format,
        year: Number(year),
        entityNo: Number(entity),
        ...(month !== undefined && { month }),
      })
      return c.body(file.content, 200, {
        'content-type': file.type,
        'content-disposition': `attachment; filename="${file.fileName}"`,
      })
    },
  )
  .get(
    '/ledger/statements',
    only(...STAFF),
    describe('Balance sheet, profit and loss and cash flow, beside the year before', statements, { tags }),
    query(statementsQuestion),
    async (c) => c.json(answer(await asked(c, c.req.valid('query')))),
  )
  .get(
    '/ledger/statements/csv',
    only(...STAFF),
    describe('The same statements as a table', undefined, {
      tags,
      media: {
        'text/csv': 'statement, section, number, name, amount, year_before; a point and two decimals',
      },
    }),
    query(statementsQuestion),
    async (c) => {
      const question = c.req.valid('query')
      return c.body(statementsCsv(await asked(c, question)), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="statements-${c.var.office.slug}-${question.period}.csv"`,
      })
    },
  )
  .get(
    '/ledger/statements/pdf',
    only(...STAFF),
    describe('The same statements on paper', undefined, { tags, media: { 'application/pdf': 'PDF/A-3b' } }),
    query(
      statementsQuestion.extend({
        language: languageQuery.shape.language.meta({ description: 'The office’s first unless told' }),
      }),
    ),
    async (c) => {
      const { language = contextOf(c).plugin.languages[0] ?? 'en', ...question } = c.req.valid('query')
      const found = await asked(c, question)
      const company = found.entities.find(({ entityNo }) => String(entityNo) === question.entity)
      const source = officeStatementDocument(company ? { ...found, entities: [company] } : found, {
        name: company?.name ?? c.var.office.name,
        language,
        chart: question.chart ?? 'national',
      })
      return pdfAnswer(c, { name: `statements-${c.var.office.slug}-${question.period}`, source })
    },
  )
  .get(
    '/activities/:id/statement',
    only(...STAFF),
    describe(
      'What came to an activity’s budget and went from it, beside the year before',
      activityStatement,
      {
        tags,
      },
    ),
    query(z.object({ period: periodSchema })),
    async (c) => {
      const { period } = c.req.valid('query')
      const activityId = idOf(c.req.param('id'))
      const found = await work(c, (trx) => readActivityStatement(trx, contextOf(c), { period, activityId }))
      return c.json({
        ...found,
        opening: figure(found.opening),
        lines: found.lines.map(({ kind, ...line }) => ({ kind, ...figure(line) })),
        closing: figure(found.closing),
      })
    },
  )

const asked = (c: Context<Env>, { period, chart, entity }: z.output<typeof statementsQuestion>) =>
  inOffice(
    c.var.services.db,
    c.var.office.officeId,
    (trx) =>
      readStatements(trx, contextOf(c), {
        period,
        chart: chart ?? 'national',
        ...(entity !== undefined && { entityNo: Number(entity) }),
      }),
    { isolation: 'repeatable read' },
  )

function answer(found: OfficeStatements): z.infer<typeof statements> {
  const { balanceSheet, profitAndLoss, cashFlow, ...about } = found
  return {
    currency: about.currency,
    from: about.from,
    to: about.to,
    fromBefore: about.fromBefore,
    toBefore: about.toBefore,
    companies: about.entities.map(({ entityNo, name }) => ({ entityNo, name })),
    balanceSheet: {
      assets: section(balanceSheet.assets),
      liabilities: section(balanceSheet.liabilities),
      equity: section(balanceSheet.equity),
    },
    profitAndLoss: {
      income: section(profitAndLoss.income),
      expenses: section(profitAndLoss.expenses),
      result: figure(profitAndLoss.result),
    },
    cashFlow: {
      opening: figure(cashFlow.opening),
      flows: section(cashFlow.flows),
      closing: figure(cashFlow.closing),
    },
  }
}

const figure = ({ amount, before }: { amount: bigint; before: bigint }) => ({
  amount: formatAmount(amount),
  before: formatAmount(before),
})

const section = ({ lines, ...sum }: Section) => ({
  ...figure(sum),
  lines: lines.map(({ number, name, result, ...line }) => ({ number, name, result, ...figure(line) })),
})
