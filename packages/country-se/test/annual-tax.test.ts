import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type AnnualTax, annualTax, type Column } from '../src/payroll/annual-tax.ts'
import { lawFor } from '../src/payroll/law.ts'
import { sweden } from '../src/plugin.ts'

interface Example {
  readonly title: string
  readonly source: string
  readonly on: string
  readonly table: number
  readonly column: Column
  readonly income: number
  readonly expect: Partial<Record<keyof AnnualTax, number>>
}

const examples: readonly Example[] = JSON.parse(
  readFileSync(new URL('./annual-tax.json', import.meta.url), 'utf8'),
)

describe('the yearly tax behind the tables (SKV 433)', () => {
  test.each(examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
    const { on, table, column, income } = example
    const period = { from: on, to: on }
    const law = lawFor(sweden.payroll.situation.parse({ gross: 0, period, worker: {}, engagement: {} }))
    const tax = annualTax(law.rules.annualTax, table, column, BigInt(income))
    for (const [part, amount] of Object.entries(example.expect))
      expect(Number(tax[part as keyof AnnualTax]), part).toBe(amount)
  })
})
