import type { OfficeStatements, Section } from '@samen/core/books'
import { formatAmount } from '@samen/core/country'
import type { PdfSource } from './compile.ts'
import { paperFormats } from './formats.ts'
import { dayParts } from './party.ts'
import { type TablePart, type TableRow, tableRow } from './statement-tables.ts'
import { wordsIn } from './texts/index.ts'
import { groupAccountNames, statementWordsIn } from './texts/statements/index.ts'

interface OfficePaper {
  /** Office or company the statements are of. */
  readonly name: string
  readonly language: string
  /** The accounts' names are then in the document's language; a national chart keeps its own. */
  readonly chart: 'national' | 'group'
}

/** Balance sheet, profit and loss and cash flow of an office or one of its companies on paper. Pure. */
export function officeStatementDocument(
  { balanceSheet, profitAndLoss, cashFlow, ...about }: OfficeStatements,
  { name, language, chart }: OfficePaper,
): PdfSource {
  const words = statementWordsIn(language)
  const formats = paperFormats(words.language)
  const names = chart === 'group' ? (groupAccountNames[words.language] ?? {}) : {}
  const cells = ({ amount, before }: { readonly amount: bigint; readonly before: bigint }) =>
    [amount, before].map((minor) => formats.entry(formatAmount(minor), about.currency))
  const results = { 'of-the-year': 'result-of-year', 'of-earlier-years': 'earlier-results' } as const
  const lines = ({ lines }: Section): TableRow[] =>
    lines.map((line) =>
      line.result
        ? tableRow(words(results[line.result]), cells(line))
        : tableRow(names[line.number] ?? line.name, cells(line), { number: line.number }),
    )
  const sum = (label: string, figure: Parameters<typeof cells>[0], style: TableRow['style'] = 'sum') =>
    tableRow(label, cells(figure), { style })
  const part = (label: string, section: Section, style?: TableRow['style']): TablePart => ({
    label,
    rows: [...lines(section), sum(words('total'), section, style)],
  })
  const { assets, liabilities, equity } = balanceSheet
  const heading = words('title.office')
  const span = formats.days(about.from, about.to)
  const months = [
    formats.months(about.from.slice(0, 7), about.to.slice(0, 7)),
    formats.months(about.fromBefore.slice(0, 7), about.toBefore.slice(0, 7)),
  ]
  const equityPart = part(words('equity'), equity)
  return {
    template: 'statements',
    data: {
      lang: words.language,
      title: `${heading}, ${name}, ${span}`,
      author: name,
      date: dayParts(about.to),
      page: wordsIn(language)('page.of'),
      footer: [name, heading, span],
      name,
      month: span,
      heading,
      about: [
        words('in-currency', { currency: formats.currency(about.currency), code: about.currency }),
        ...(about.entities.length > 1
          ? [words('companies', { names: about.entities.map((entity) => entity.name).join(', ') })]
          : []),
      ],
      notices: [],
      statements: [
        {
          heading: words('balance-sheet'),
          columns: [about.to, about.toBefore].map(formats.day),
          parts: [
            part(words('assets'), assets, 'total'),
            part(words('liabilities'), liabilities),
            {
              ...equityPart,
              rows: [...equityPart.rows, sum(words('equity-and-liabilities'), assets, 'total')],
            },
          ],
        },
        {
          heading: words('profit-and-loss'),
          columns: months,
          parts: [
            part(words('income'), profitAndLoss.income),
            {
              label: words('expense'),
              rows: [
                ...part(words('expense'), profitAndLoss.expenses).rows,
                sum(words('result'), profitAndLoss.result, 'total'),
              ],
            },
          ],
        },
        {
          heading: words('cash-flow'),
          columns: months,
          parts: [
            {
              label: words('flows'),
              rows: [
                ...part(words('flows'), cashFlow.flows).rows,
                sum(words('bank-opening'), cashFlow.opening),
                sum(words('bank-closing'), cashFlow.closing, 'total'),
              ],
            },
          ],
        },
      ],
      notes: { heading: '', items: [] },
    },
  }
}
