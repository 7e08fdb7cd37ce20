import { type Consolidation, groupStatement, statementRows } from '@samen/core/consolidation'
import writeXlsxFile, { type Cell, type Row, type Sheet } from 'write-excel-file/node'

/**
 * A month of the group as a workbook: statements, accounts by office, what was taken out, the group's own entries, and what
 * offices do not agree about. Amounts are numbers, debit positive but on the statements.
 */
export async function groupWorkbook(figures: Consolidation): Promise<Buffer> {
  const { period, currency } = figures
  const sheets = [
    statements(figures),
    byOffice(figures),
    eliminations(figures),
    adjustments(figures),
    differences(figures),
  ]
  const titled = sheets.map(({ name, widths, head, rows }): Sheet<never> => {
    const title: Row = [{ value: `${name}, ${period}, ${currency}`, fontWeight: 'bold' }]
    const heads = head.map((value): Cell => ({ value, fontWeight: 'bold' }))
    return {
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 2,
      data: [title, heads, ...rows],
    }
  })
  return writeXlsxFile(titled as Parameters<typeof writeXlsxFile>[0]).toBuffer()
}

interface Table {
  readonly name: string
  readonly widths: readonly number[]
  readonly head: readonly string[]
  readonly rows: Row[]
}

/** A spreadsheet holds fifteen digits exactly; an amount beyond that stays text. */
const money = (amount: string): Cell =>
  amount.replace(/\D/g, '').length > 15
    ? { value: amount, type: String }
    : { value: Number(amount), type: Number, format: '#,##0.00' }

function statements(figures: Consolidation): Table {
  return {
    name: 'Statements',
    widths: [18, 14, 10, 52, 18, 18],
    head: ['Statement', 'Part', 'Account', 'Name', 'Amount', 'Movement of the month'],
    rows: statementRows(groupStatement(figures)).map(({ statement, part, group, name, amount, movement }) => [
      statement,
      part,
      group,
      name,
      money(amount),
      money(movement),
    ]),
  }
}

function byOffice({ offices, accounts }: Consolidation): Table {
  const slugs = offices.map(({ slug }) => slug)
  return {
    name: 'By office',
    widths: [10, 52, ...slugs.map(() => 16), 16, 16, 16, 18],
    head: [
      'Account',
      'Name',
      ...offices.map(({ slug, method, share }) => `${slug} (${method}, ${share})`),
      'Minority',
      'Eliminations',
      'Adjustments',
      'Group',
    ],
    rows: accounts.map((account) => [
      account.group,
      account.name,
      ...slugs.map((slug) => money(account.byOffice[slug] ?? '0.00')),
      money(account.minority),
      money(account.eliminations),
      money(account.adjustments),
      money(account.total),
    ]),
  }
}

function eliminations({ eliminations }: Consolidation): Table {
  return {
    name: 'Eliminations',
    widths: [16, 20, 10, 18],
    head: ['Kind', 'Offices', 'Account', 'Amount'],
    rows: eliminations.flatMap(({ kind, offices, lines }) =>
      lines.map(({ group, amount }) => [kind, offices.join(', '), group, money(amount)]),
    ),
  }
}

function adjustments({ adjustments }: Consolidation): Table {
  return {
    name: 'Adjustments',
    widths: [10, 36, 52, 10, 18],
    head: ['Month', 'Title', 'Reason', 'Account', 'Amount'],
    rows: adjustments.flatMap(({ period, title, reason, lines }) =>
      lines.map(({ group, amount }) => [period, title, reason, group, money(amount)]),
    ),
  }
}

function differences({ differences }: Consolidation): Table {
  return {
    name: 'Differences',
    widths: [12, 10, 10, 18, 18, 18, 12, 12],
    head: ['Kind', 'First', 'Second', 'First says', 'Second says', 'Difference', 'State', 'Since'],
    rows: differences.map(({ kind, first, second, firstSays, secondSays, difference, state, since }) => [
      kind,
      first,
      second,
      money(firstSays),
      money(secondSays),
      money(difference),
      state,
      since ?? '',
    ]),
  }
}
