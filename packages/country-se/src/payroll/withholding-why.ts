import type { Minor, Rate, Why } from '@samen/core/country'
import type { Column } from './annual-tax.ts'
import { type MonthlyTable, rowEnd, rowOf, rowStart } from './tax-table.ts'

const SOURCE =
  'Skatteförfarandelagen (2011:1244) 11 kap.; Skatteverkets föreskrifter om skattetabeller; SKV 433'
const kronor = (whole: number): Minor => BigInt(whole) * 100n

/** Why of a row of amounts from which nothing was withheld before: the same for all who earn so much, so it is kept. */
const kept = new WeakMap<MonthlyTable, (Why | undefined)[]>()

/** Why of tax by the monthly table: the row, the yearly tax behind it, and what was withheld in the month before. */
export function tableWhy(
  table: MonthlyTable,
  month: Minor,
  tax: Minor,
  before: Minor,
  undecided: Rate | undefined,
): Why {
  const income = Number(month / 100n)
  if (income > 80_000)
    return {
      rule: undecided ? 'table-percent-undecided' : 'table-percent',
      source: SOURCE,
      inputs: {
        table: table.table,
        column: table.column,
        month,
        rate: { numerator: table.percent(income), denominator: 100n },
        tax,
        before,
        ...(undecided && { undecided }),
      },
    }
  const row = rowOf(income)
  if (undecided || before !== 0n)
    return {
      rule: undecided ? 'table-undecided' : 'table-month',
      source: SOURCE,
      inputs: { ...rowInputs(table, row), month, tax, before, ...(undecided && { undecided }) },
    }
  let whys = kept.get(table)
  if (whys === undefined) {
    whys = []
    kept.set(table, whys)
  }
  let why = whys[row]
  if (why === undefined) {
    why = Object.freeze({
      rule: 'table',
      source: SOURCE,
      inputs: Object.freeze({ ...rowInputs(table, row), tax }),
    })
    whys[row] = why
  }
  return why
}

const rowInputs = (table: MonthlyTable, row: number) => ({
  table: table.table,
  column: table.column,
  from: kronor(rowStart(row)),
  to: kronor(rowEnd(row)),
  year: kronor(rowEnd(row) * 12),
  yearlyTax: table.yearly(row) * 100n,
})

export const oneOffWhy = (column: Column, yearly: Minor, rate: Rate): Why => ({
  rule: 'one-off',
  source: 'Skatteförfarandelagen (2011:1244) 11 kap.; Skatteverkets föreskrifter om engångsbelopp',
  inputs: { column, yearly, rate },
})

export const irregularWhy: Why = Object.freeze({
  rule: 'one-off-irregular',
  source: 'Skatteförfarandelagen (2011:1244) 11 kap.; Skatteverket, « Engångsbelopp »',
})
