import type { Column } from '../../src/payroll/annual-tax.ts'
import { lawFor } from '../../src/payroll/law.ts'
import { AMOUNT_ROWS, type MonthlyTable, rowEnd, rowStart } from '../../src/payroll/tax-table.ts'
import { sweden } from '../../src/plugin.ts'

/** One record of a published table: amounts (`B`) or percentages (`%`) of the six columns for a range of monthly income. */
export interface TableRecord {
  readonly kind: 'B' | '%'
  readonly table: number
  readonly from: number
  /** Undefined: no end. */
  readonly to: number | undefined
  readonly values: readonly number[]
}

const COLUMNS: readonly Column[] = [1, 2, 3, 4, 5, 6]

/** All tables of a year as this package computes them, in the order they are published. */
export function computedRecords(year: number): TableRecord[] {
  const law = lawFor(
    sweden.payroll.situation.parse({
      gross: 0,
      period: { from: `${year}-01-01`, to: `${year}-01-31` },
      worker: {},
      engagement: {},
    }),
  )
  const records: TableRecord[] = []
  for (let table = 29; table <= 42; table++) {
    const columns = COLUMNS.map((column) => law.table(table, column))
    records.push(...amounts(table, columns), ...percentages(table, columns))
  }
  return records
}

function amounts(table: number, columns: readonly MonthlyTable[]): TableRecord[] {
  return Array.from({ length: AMOUNT_ROWS }, (_, row) => ({
    kind: 'B',
    table,
    from: rowStart(row),
    to: rowEnd(row),
    values: columns.map((column) => Number(column.amount(rowEnd(row)))),
  }))
}

/** Steps of 200 whose six percentages are the same are one record; the last has no end. */
function percentages(table: number, columns: readonly MonthlyTable[]): TableRecord[] {
  const records: TableRecord[] = []
  let from = 80_001
  let values = columns.map((column) => Number(column.percent(from)))
  for (let start = 80_201; start < 2_000_000; start += 200) {
    const next = columns.map((column) => Number(column.percent(start)))
    if (next.every((value, index) => value === values[index])) continue
    records.push({ kind: '%', table, from, to: start - 1, values })
    from = start
    values = next
  }
  return [...records, { kind: '%', table, from, to: undefined, values }]
}

/** As in `allmanna-tabeller-manad.txt`: fixed width, a byte order mark first. */
export const asFixedWidth = (records: readonly TableRecord[]): string =>
  `\uFEFF${records
    .map(
      ({ kind, table, from, to, values }) =>
        `30${kind}${table}${pad(from, 7)}${pad(to ?? '', 7)}${values.map((value) => pad(value, 5)).join('')}\n`,
    )
    .join('')}`

/** As in Skatteverket’s open data: semicolons, a heading, a seventh column that is empty; ISO 8859-1. */
export const asOpenData = (year: number, records: readonly TableRecord[]): string =>
  [
    'År;Antal dgr;Tabellnr;Inkomst fr.o.m.;Inkomst t.o.m.;Kolumn 1;Kolumn 2;Kolumn 3;Kolumn 4;Kolumn 5;Kolumn 6;Kolumn 7',
    ...records.map(({ kind, table, from, to, values }) =>
      [year, `30${kind}`, table, from, to ?? '', ...values, ''].join(';'),
    ),
    '',
  ].join('\r\n')

const pad = (value: number | string, width: number): string => String(value).padStart(width)
