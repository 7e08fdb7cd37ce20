import { formatAmount, GROUP_CHART, type IsoDate, type Minor } from '../country/index.ts'

/** What an account had and what moved on it, in the months asked about and in the same months a year before. */
export interface AccountYear {
  readonly account: string
  readonly number: string
  readonly name: string
  readonly group: string
  readonly type: 'asset' | 'liability' | 'equity' | 'income' | 'expense'
  /** Debit less credit, minor units: before the first month, and in the months. */
  readonly opening: Minor
  readonly moved: Minor
  readonly openingBefore: Minor
  readonly movedBefore: Minor
}

/** Money that came (positive) or went (negative) on the bank account, by the account on the other side. */
export interface CashMovement extends Pick<AccountYear, 'number' | 'name' | 'group'> {
  readonly amount: Minor
  readonly before: Minor
}

export type Chart = 'national' | 'group'

export interface StatementLine {
  /** Account number in the chart asked for; empty on a result, which stands on no account. */
  readonly number: string
  readonly name: string
  readonly result: 'of-the-year' | 'of-earlier-years' | null
  /** Minor units. */
  readonly amount: Minor
  /** The same a year before. */
  readonly before: Minor
}

/** Lines and their sum, now and a year before. */
export interface Section {
  readonly lines: readonly StatementLine[]
  readonly amount: Minor
  readonly before: Minor
}

export interface FinancialStatements {
  /** Assets debit positive; liabilities and equity, which includes the results, credit positive. */
  readonly balanceSheet: { readonly assets: Section; readonly liabilities: Section; readonly equity: Section }
  /** Income credit positive, expenses debit positive; `result` is the first less the second. */
  readonly profitAndLoss: { readonly income: Section; readonly expenses: Section; readonly result: Figure }
  /** Direct method; `opening` and `closing` are the bank account's balances, of which the lines are the difference. */
  readonly cashFlow: { readonly opening: Figure; readonly flows: Section; readonly closing: Figure }
}

interface Figure {
  readonly amount: Minor
  readonly before: Minor
}

/** The months the figures are of, and those they are compared with. */
export interface StatementMonths {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly fromBefore: IsoDate
  readonly toBefore: IsoDate
}

/**
 * Balance sheet, profit and loss and cash flow from the accounts' figures. Throws when they do not tie: assets against
 * liabilities and equity, and cash flows against the bank account; that would be a fault of the program.
 */
export function financialStatements(
  accounts: readonly AccountYear[],
  cash: readonly CashMovement[],
  chart: Chart,
): FinancialStatements {
  const of = (type: AccountYear['type'], sign: 1n | -1n, figure: (account: AccountYear) => Figure) =>
    accounts
      .filter((account) => account.type === type)
      .map((account) => ({ ...account, ...signed(figure(account), sign) }))
  const closing = ({ opening, moved, openingBefore, movedBefore }: AccountYear) => ({
    amount: opening + moved,
    before: openingBefore + movedBefore,
  })
  const movement = ({ moved, movedBefore }: AccountYear) => ({ amount: moved, before: movedBefore })
  const brought = ({ opening, openingBefore }: AccountYear) => ({ amount: opening, before: openingBefore })

  const income = section(of('income', -1n, movement), chart)
  const expenses = section(of('expense', 1n, movement), chart)
  const result = { amount: income.amount - expenses.amount, before: income.before - expenses.before }
  // What an assembly moved out of earlier results stands on their account; the results themselves were never posted.
  const isEarlier = ({ account }: Pick<AccountYear, 'account'>) => account === 'earlier-results'
  const equityAccounts = of('equity', -1n, closing)
  const earlier = sumOf([
    ...of('income', -1n, brought),
    ...of('expense', -1n, brought),
    ...equityAccounts.filter(isEarlier),
  ])
  const ownEquity = section(
    equityAccounts.filter((account) => !isEarlier(account)),
    chart,
  )
  const equity = sectionOf([
    ...ownEquity.lines,
    { number: '', name: '', result: 'of-earlier-years', ...earlier },
    { number: '', name: '', result: 'of-the-year', ...result },
  ])
  const assets = section(of('asset', 1n, closing), chart)
  const liabilities = section(of('liability', -1n, closing), chart)
  tie('assets and liabilities with equity', assets, {
    amount: liabilities.amount + equity.amount,
    before: liabilities.before + equity.before,
  })

  const bank = accounts.filter(({ account }) => account === 'bank')
  const flows = section(cash, chart)
  const cashFlow = { opening: sumOf(bank.map(brought)), flows, closing: sumOf(bank.map(closing)) }
  tie('cash flows and the bank account', cashFlow.closing, {
    amount: cashFlow.opening.amount + flows.amount,
    before: cashFlow.opening.before + flows.before,
  })
  return {
    balanceSheet: { assets, liabilities, equity },
    profitAndLoss: { income, expenses, result },
    cashFlow,
  }
}

type Figured = Figure & Pick<AccountYear, 'number' | 'name' | 'group'>

/** One line an account of the chart asked for, by number; those that were zero both times are left out. */
function section(figures: readonly Figured[], chart: Chart): Section {
  const lines = new Map<string, StatementLine>()
  for (const { number, name, group, amount, before } of figures) {
    const key = chart === 'group' ? group : number
    const known = lines.get(key)
    lines.set(key, {
      number: key,
      name: known?.name ?? (chart === 'group' ? (GROUP_CHART[group] ?? group) : name),
      result: null,
      amount: (known?.amount ?? 0n) + amount,
      before: (known?.before ?? 0n) + before,
    })
  }
  const sorted = [...lines.values()].sort((a, b) => (a.number < b.number ? -1 : 1))
  return sectionOf(sorted.filter(({ amount, before }) => amount !== 0n || before !== 0n))
}

const sectionOf = (lines: readonly StatementLine[]): Section => ({ lines, ...sumOf(lines) })

const sumOf = (figures: readonly Figure[]): Figure => ({
  amount: figures.reduce((sum, { amount }) => sum + amount, 0n),
  before: figures.reduce((sum, { before }) => sum + before, 0n),
})

const signed = ({ amount, before }: Figure, sign: 1n | -1n): Figure => ({
  amount: sign * amount,
  before: sign * before,
})

function tie(what: string, one: Figure, other: Figure): void {
  if (one.amount !== other.amount || one.before !== other.before)
    throw new Error(`${what} differ: ${one.amount} and ${other.amount}, ${one.before} and ${other.before}`)
}

/** The statements as CSV: one row a line, totals with an empty account number; amounts with a point and two decimals. */
export function statementsCsv({ balanceSheet, profitAndLoss, cashFlow }: FinancialStatements): string {
  const rows: string[][] = [['statement', 'section', 'number', 'name', 'amount', 'year_before']]
  const add = (statement: string, part: string, number: string, name: string, { amount, before }: Figure) =>
    rows.push([statement, part, number, name, formatAmount(amount), formatAmount(before)])
  const addSection = (statement: string, part: string, { lines, ...sum }: Section) => {
    for (const line of lines)
      add(
        statement,
        part,
        line.number,
        line.result ? `Result ${line.result.replaceAll('-', ' ')}` : line.name,
        line,
      )
    add(statement, part, '', 'Total', sum)
  }
  addSection('balance sheet', 'assets', balanceSheet.assets)
  addSection('balance sheet', 'liabilities', balanceSheet.liabilities)
  addSection('balance sheet', 'equity', balanceSheet.equity)
  addSection('profit and loss', 'income', profitAndLoss.income)
  addSection('profit and loss', 'expenses', profitAndLoss.expenses)
  add('profit and loss', 'result', '', 'Result', profitAndLoss.result)
  add('cash flow', 'opening', '', 'Bank at the start', cashFlow.opening)
  addSection('cash flow', 'flows', cashFlow.flows)
  add('cash flow', 'closing', '', 'Bank at the end', cashFlow.closing)
  return rows
    .map(
      (cells) =>
        `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`,
    )
    .join('')
}
