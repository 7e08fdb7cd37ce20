import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { euro, type Minor } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { netherlands } from '../src/plugin.ts'
import { parse } from './support.ts'

/** Rows of printed tables, and of a second engine for periods without one: amounts in euro, one column each. */
interface Table {
  readonly title: string
  readonly source: string
  readonly year: number
  readonly period: string
  readonly columns: readonly string[]
  readonly rows: readonly string[]
}

const { payroll } = netherlands
const BORN: Readonly<Record<string, string>> = {
  below: '1990-05-10',
  aow1945: '1940-05-10',
  aow1946: '1950-05-10',
}

function asked(column: string, { year, period, columns }: Pick<Table, 'year' | 'period' | 'columns'>) {
  const [born, kind] = column.split(' ') as [string, string]
  // The printed labour credit is the same with and without the credit of single pensioners.
  const singleElderlyCredit = kind === 'single' || (kind === 'labour' && columns.includes(`${born} single`))
  const situation = parse({
    gross: '0',
    period: { from: `${year}-03-02`, to: `${year}-03-02` },
    worker: { birthDate: BORN[born], taxCredit: kind !== 'plain', singleElderlyCredit },
    engagement: { status: 'employee', wagePeriod: period, days: 1 },
  })
  const law = payroll.law(situation)
  return (wage: Minor): Minor => {
    const body = payroll.payslip(situation, law, wage)
    const tax = body.lines[0]?.employee as Minor
    return kind === 'labour' ? (body.figures['labour-credit'] as Minor) : tax
  }
}

function compare(table: Pick<Table, 'year' | 'period' | 'columns'>, rows: readonly (readonly string[])[]) {
  const columns = table.columns.slice(1).map((column) => asked(column, table))
  for (const row of rows) {
    const wage = euro(row[0] as string)
    const ours = columns.map((column) => column(wage))
    expect(ours, `wage ${row[0]}`).toEqual(row.slice(1).map(euro))
  }
}

const folder = new URL('./tables/', import.meta.url)

describe('the wage-tax tables, to the cent', () => {
  const tables = readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Table,
  )
  test.each(tables.map((table) => [table.title, table] as const))('%s', (_title, table) => {
    expect(table.rows.length).toBeGreaterThan(10)
    compare(
      table,
      table.rows.map((row) => row.split(' ')),
    )
  })

  // All 4,860 rows of both years are too many to carry: they are read where the public data lies beside the checkout.
  const columns = ['wage', 'below plain', 'below credit', 'below labour credit']
  for (const born of ['aow1945', 'aow1946'])
    columns.push(`${born} plain`, `${born} credit`, `${born} labour credit`)
  for (const year of [2025, 2026]) {
    const file = new URL(`../../../../shared/data/nl/white-month-${year}.csv`, import.meta.url)
    test.skipIf(!existsSync(file))(`every row of the white month table ${year}`, () => {
      const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n')
      expect(rows.length).toBeGreaterThan(2000)
      compare(
        { year, period: 'month', columns },
        rows.map((row) => row.split(',')),
      )
    })
  }
})
