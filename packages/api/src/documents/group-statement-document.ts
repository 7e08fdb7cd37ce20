import {
  type CashFlow,
  type CashLine,
  type GroupReport,
  type GroupStatement,
  groupAccountType,
  packAmount,
} from '@samen/core/consolidation'
import { addDays, CURRENCY_DECIMALS, formatAmount, monthOf } from '@samen/core/country'
import type { PdfSource } from './compile.ts'
import { type PaperFormats, paperFormats } from './formats.ts'
import { groupNotes } from './group-notes.ts'
import { dayParts } from './party.ts'
import { type StatementTable, type TablePart, type TableRow, tableRow } from './statement-tables.ts'
import { wordsIn } from './texts/index.ts'
import { groupAccountNames, type StatementWords, statementWordsIn } from './texts/statements/index.ts'

/** How a document of the group says figures and accounts in its language. */
export interface GroupPaper {
  readonly words: StatementWords
  readonly formats: PaperFormats
  /** Of decimal text, in the group's currency. */
  readonly entry: (amount: string) => string
  readonly minor: (amount: bigint) => string
  readonly account: (group: string) => string
}

/** The group's statements of a month on paper, in one of the eight languages. Pure. */
export function groupStatementDocument(report: GroupReport, group: string, language: string): PdfSource {
  const { figures } = report
  const words = statementWordsIn(language)
  const formats = paperFormats(words.language)
  const entry = (amount: string) => formats.entry(amount, figures.currency)
  const decimals = CURRENCY_DECIMALS[figures.currency] ?? 2
  const names = groupAccountNames[words.language] ?? {}
  const paper: GroupPaper = {
    words,
    formats,
    entry,
    minor: (amount) => entry(formatAmount(amount, decimals)),
    account: (account) => names[account] ?? account,
  }
  const heading = words('title.group')
  const month = formats.month(figures.period)
  return {
    template: 'statements',
    data: {
      lang: words.language,
      title: `${heading}, ${group}, ${month}`,
      author: group,
      date: dayParts(monthOf(`${figures.period}-01`).to),
      page: wordsIn(language)('page.of'),
      footer: [group, heading, month],
      name: group,
      month,
      heading,
      about: [
        words('in-currency', { currency: formats.currency(figures.currency), code: figures.currency }),
        figures.closedAt ? words('closed', { moment: formats.moment(figures.closedAt) }) : words('open'),
      ],
      notices:
        figures.missing.length > 0
          ? [words('missing', { offices: figures.missing.map(({ name }) => name).join(', ') })]
          : [],
      statements: [
        balanceSheet(report, paper),
        profitAndLoss(report, paper),
        cashFlowTable(report, paper),
        equityTable(report, paper),
      ],
      notes: { heading: words('notes'), items: groupNotes(report, paper) },
    },
  }
}

type Side = 'assets' | 'liabilities' | 'equity' | 'income' | 'expense'
type Figure = GroupStatement['result']

/** The lines of a part, each beside what it was in the other statements; an account only one of them has is zero in the others. */
function lines(
  side: Side,
  statements: readonly GroupStatement[],
  cells: (figures: readonly (Figure | undefined)[]) => string[],
  account: GroupPaper['account'],
): TableRow[] {
  const bySource = statements.map((one) => new Map(one[side].lines.map((line) => [line.group, line])))
  const groups = [...new Set(bySource.flatMap((known) => [...known.keys()]))].sort()
  return groups.map((group) =>
    tableRow(account(group), cells(bySource.map((known) => known.get(group))), { number: group }),
  )
}

function balanceSheet(
  { figures, statement, opening, openedOn }: GroupReport,
  paper: GroupPaper,
): StatementTable {
  const { words, formats, entry, account } = paper
  const all = opening ? [statement, opening] : [statement]
  const cells = (found: readonly (Figure | undefined)[]) => found.map((one) => entry(one?.amount ?? '0.00'))
  const sum = (label: string, of: (one: GroupStatement) => Figure, style: TableRow['style']) =>
    tableRow(label, cells(all.map(of)), { style })
  const decimals = CURRENCY_DECIMALS[figures.currency] ?? 2
  const added = (label: string, of: (one: GroupStatement) => readonly Figure[], style: TableRow['style']) =>
    tableRow(
      label,
      all.map((one) =>
        paper.minor(of(one).reduce((total, { amount }) => total + packAmount(amount, decimals), 0n)),
      ),
      { style },
    )
  return {
    heading: words('balance-sheet'),
    columns: [monthOf(`${figures.period}-01`).to, ...(opening ? [openedOn] : [])].map(formats.day),
    parts: [
      {
        label: words('assets'),
        rows: [
          ...lines('assets', all, cells, account),
          sum(words('total'), ({ assets }) => assets.total, 'total'),
        ],
      },
      {
        label: words('liabilities'),
        rows: [
          ...lines('liabilities', all, cells, account),
          sum(words('total'), ({ liabilities }) => liabilities.total, 'sum'),
        ],
      },
      {
        label: words('equity'),
        rows: [
          ...lines('equity', all, cells, account),
          sum(words('result-of-year'), ({ groupResult }) => groupResult, 'line'),
          added(words('total'), ({ equity, groupResult }) => [equity.total, groupResult], 'sum'),
          added(
            words('equity-and-liabilities'),
            ({ liabilities, equity, groupResult }) => [liabilities.total, equity.total, groupResult],
            'total',
          ),
        ],
      },
    ],
  }
}

function profitAndLoss({ figures, statement, yearBefore }: GroupReport, paper: GroupPaper): StatementTable {
  const { words, formats, entry, account } = paper
  const { period } = figures
  const all = yearBefore ? [statement, yearBefore.statement] : [statement]
  const cells = ([now, before]: readonly (Figure | undefined)[]) =>
    [now?.movement ?? '0.00', now?.amount ?? '0.00', ...(yearBefore ? [before?.amount ?? '0.00'] : [])].map(
      entry,
    )
  const sum = (label: string, of: (one: GroupStatement) => Figure, style: TableRow['style']) =>
    tableRow(label, cells(all.map(of)), { style })
  const part = (side: 'income' | 'expense') => ({
    label: words(side),
    rows: [...lines(side, all, cells, account), sum(words('total'), (one) => one[side].total, 'sum')],
  })
  return {
    heading: words('profit-and-loss'),
    columns: [
      formats.months(period, period),
      ...[period, ...(yearBefore ? [yearBefore.period] : [])].map((last) =>
        formats.months(`${last.slice(0, 4)}-01`, last),
      ),
    ],
    parts: [
      part('income'),
      part('expense'),
      {
        label: words('result'),
        rows: [
          sum(words('result'), ({ result }) => result, 'total'),
          sum(words('minority-result'), ({ minorityResult }) => minorityResult, 'line'),
          sum(words('group-result'), ({ groupResult }) => groupResult, 'line'),
        ],
      },
    ],
  }
}

function cashFlowTable(report: GroupReport, paper: GroupPaper): StatementTable {
  const { words, formats, minor, account } = paper
  const { period } = report.figures
  const before = report.yearBefore?.cashFlow ? report.yearBefore : null
  const all = [report.cashFlow, ...(before?.cashFlow ? [before.cashFlow] : [])]
  const first = addDays(report.openedOn, 1).slice(0, 7)
  const named = (source: string) => {
    const key = `cash.${source}`
    if (isCashKey(key)) return words(key)
    // What the result holds and moved no money is itself, not the change of an account.
    return isFlow(source) ? account(source) : words('cash.change', { account: account(source) })
  }
  const part = (side: 'operating' | 'investing' | 'financing'): TablePart => {
    const sources = [...new Set(all.flatMap((one) => one[side].map(({ source }) => source)))]
    return {
      label: words(side),
      rows: [
        ...sources.map((source) =>
          tableRow(
            named(source),
            all.map((one) => minor(total(one[side].filter((line) => line.source === source)))),
          ),
        ),
        tableRow(
          words('total'),
          all.map((one) => minor(total(one[side]))),
          { style: 'sum' },
        ),
      ],
    }
  }
  const figure = (label: string, of: (one: CashFlow) => bigint, style: TableRow['style'] = 'line') =>
    tableRow(
      label,
      all.map((one) => minor(of(one))),
      { style },
    )
  return {
    heading: words('cash-flow'),
    columns: [
      formats.months(first, period),
      ...(before ? [formats.months(`${before.period.slice(0, 4)}${first.slice(4)}`, before.period)] : []),
    ],
    parts: [
      ...(['operating', 'investing', 'financing'] as const).map(part).filter(({ rows }) => rows.length > 1),
      {
        label: account('G1100'),
        rows: [
          figure(words('rates-effect'), ({ rates }) => rates),
          figure(words('bank-opening'), ({ opening }) => opening),
          figure(words('bank-closing'), ({ closing }) => closing, 'total'),
        ],
      },
    ],
  }
}

const total = (all: readonly CashLine[]): bigint => all.reduce((sum, { amount }) => sum + amount, 0n)

const CASH_KEYS = ['cash.result', 'cash.equipment', 'cash.associates', 'cash.minorities'] as const
const isCashKey = (key: string): key is (typeof CASH_KEYS)[number] =>
  (CASH_KEYS as readonly string[]).includes(key)

const isFlow = (group: string) => ['income', 'expense'].includes(groupAccountType(group))

function equityTable({ figures, openedOn, equity }: GroupReport, paper: GroupPaper): StatementTable {
  const { words, formats, minor, account } = paper
  const MINORITIES = 'G3950'
  const ACCUMULATED = 'G3800'
  const row = (label: string, changes: GroupReport['equity'], style: TableRow['style']) =>
    tableRow(
      label,
      (['opening', 'result', 'rates', 'other', 'closing'] as const).map((column) =>
        minor(changes.reduce((sum, change) => sum + change[column], 0n)),
      ),
      { style },
    )
  const line = (change: GroupReport['equity'][number]) =>
    row(change.group === ACCUMULATED ? words('equity.accumulated') : account(change.group), [change], 'line')
  const own = equity.filter(({ group }) => group !== MINORITIES)
  const others = equity.filter(({ group }) => group === MINORITIES)
  return {
    heading: words('equity-changes'),
    columns: [
      formats.day(openedOn),
      words('equity.result'),
      words('equity.rates'),
      words('equity.other'),
      formats.day(monthOf(`${figures.period}-01`).to),
    ],
    parts: [
      {
        label: words('equity'),
        rows: [
          ...own.map(line),
          ...(others.length > 0 ? [row(words('equity.of-group'), own, 'sum'), ...others.map(line)] : []),
          row(words('total'), equity, 'total'),
        ],
      },
    ],
  }
}
