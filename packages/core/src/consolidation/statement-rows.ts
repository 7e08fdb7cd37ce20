import type { GroupStatement, StatementFigure, StatementPart } from './statement.ts'

/** A line of the statements as a table says it. */
export interface StatementRow extends StatementFigure {
  readonly statement: 'balance sheet' | 'profit and loss'
  readonly part: string
  /** Empty for a sum. */
  readonly group: string
  readonly name: string
}

/** The statements line by line, each part with its sum. Pure. */
export function statementRows(statement: GroupStatement): StatementRow[] {
  const part = (
    of: StatementRow['statement'],
    name: string,
    { lines, total }: StatementPart,
  ): StatementRow[] => [
    ...lines.map((line) => ({ statement: of, part: name, ...line })),
    { statement: of, part: name, group: '', name: 'Total', ...total },
  ]
  const sum = (of: StatementRow['statement'], name: string, label: string, figure: StatementFigure) => [
    { statement: of, part: name, group: '', name: label, ...figure },
  ]
  return [
    ...part('balance sheet', 'assets', statement.assets),
    ...part('balance sheet', 'liabilities', statement.liabilities),
    ...part('balance sheet', 'equity', statement.equity),
    ...sum('balance sheet', 'equity', 'Result of the year, of the group', statement.groupResult),
    ...part('profit and loss', 'income', statement.income),
    ...part('profit and loss', 'expense', statement.expense),
    ...sum('profit and loss', 'result', 'Result', statement.result),
    ...sum('profit and loss', 'result', 'Of it due to minorities', statement.minorityResult),
    ...sum('profit and loss', 'result', 'Of it the group’s', statement.groupResult),
  ]
}

/** The statements as CSV (RFC 4180, UTF-8): a point and two decimals. Pure. */
export function groupStatementCsv(statement: GroupStatement): string {
  const rows = [
    ['statement', 'part', 'group', 'name', 'amount', 'movement_of_month'],
    ...statementRows(statement).map(({ statement: of, part, group, name, amount, movement }) => [
      of,
      part,
      group,
      name,
      amount,
      movement,
    ]),
  ]
  return rows
    .map(
      (cells) =>
        `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`,
    )
    .join('')
}
