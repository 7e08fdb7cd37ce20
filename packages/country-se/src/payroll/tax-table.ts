import { divide, type Minor } from '@samen/core/country'
import type { AnnualTaxRules, PublishedPercentage } from '../parameters/index.ts'
import { annualTax, type Column } from './annual-tax.ts'

/** Rows of amounts in a monthly table: one to 2 000 kronor, then steps of 100 to 20 000 and of 200 to 80 000. */
export const AMOUNT_ROWS = 481
const AMOUNTS_END = 80_000n
/** Monthly income up to which the percentages were computed; the last row holds for all above. */
const PERCENTAGES_END = 2_000_000
const STEP = 200

/** One column of one monthly table, as Skatteverket publishes it. Incomes and taxes in whole kronor a month. */
export interface MonthlyTable {
  readonly table: number
  readonly column: Column
  /** Yearly tax behind a row of amounts. */
  readonly yearly: (row: number) => bigint
  /** Tax of the row an income up to 80 000 lies in. */
  readonly amount: (income: number) => bigint
  /** Percentage for an income above 80 000. */
  readonly percent: (income: number) => bigint
}

/**
 * A column of a monthly table from the formula behind it: the yearly tax on twelve times the end of the row, divided by
 * twelve and rounded down; above 80 000 the same tax as a whole percentage of the income, half up. `published` are the
 * cells that Skatteverket printed otherwise.
 */
export function monthlyTable(
  rules: AnnualTaxRules,
  published: readonly PublishedPercentage[],
  table: number,
  column: Column,
): MonthlyTable {
  const years: bigint[] = []
  for (let row = 0; row < AMOUNT_ROWS; row++)
    years.push(annualTax(rules, table, column, BigInt(rowEnd(row)) * 12n).total)
  // Every row begins and ends with a hundred, so a hundred tells the row without a search.
  const amounts: bigint[] = []
  for (let hundred = 0; hundred <= 800; hundred++) amounts.push((years[rowOf(hundred * 100)] as bigint) / 12n)
  const percents: (bigint | undefined)[] = []
  const exceptions = published.filter((cell) => cell.table === table && cell.column === column)
  return {
    table,
    column,
    yearly: (row) => years[row] as bigint,
    amount: (income) => amounts[Math.ceil(income / 100)] as bigint,
    percent(income) {
      const step = Math.ceil(Math.min(income, PERCENTAGES_END) / STEP)
      let percent = percents[step]
      if (percent === undefined) {
        const end = step * STEP
        const exception = exceptions.find((cell) => cell.income === end)
        percent = exception ? BigInt(exception.percent) : percentage(rules, table, column, BigInt(end) * 12n)
        percents[step] = percent
      }
      return percent
    },
  }
}

const percentage = (rules: AnnualTaxRules, table: number, column: Column, yearly: bigint): bigint =>
  divide(annualTax(rules, table, column, yearly).total * 100n, yearly, 'half-up')

/** Row of amounts an income lies in, from 0. */
export function rowOf(income: number): number {
  if (income <= 2_000) return 0
  return income <= 20_000 ? Math.ceil((income - 2_000) / 100) : 180 + Math.ceil((income - 20_000) / 200)
}

/** Last income of a row of amounts. */
export const rowEnd = (row: number): number => (row <= 180 ? 2_000 + row * 100 : 20_000 + (row - 180) * 200)

/** First income of a row of amounts. */
export const rowStart = (row: number): number => (row === 0 ? 1 : rowEnd(row - 1) + 1)

/** Tax on a month's taxable pay, both in öre: öre of the pay and of the tax are dropped (SFL 11 kap., SKVFS). */
export function tableTax(table: MonthlyTable, taxable: Minor): Minor {
  const income = taxable / 100n
  if (income <= AMOUNTS_END) return table.amount(Number(income)) * 100n
  return ((income * table.percent(Number(income))) / 100n) * 100n
}
