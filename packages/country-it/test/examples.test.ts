import { readFileSync } from 'node:fs'
import { answer } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { italy } from '../src/plugin.ts'
import { parse } from './support.ts'

interface Example {
  readonly title: string
  readonly source: string
  readonly situation: unknown
  readonly expect: {
    /** By code; null where there must be no such line. */
    readonly lines?: Record<string, string | null>
    readonly figures?: Record<string, string>
    readonly [total: string]: unknown
  }
}
interface AnsweredLine {
  readonly code: string
  readonly employee: string
}

const read = (file: string) => readFileSync(new URL(`./examples/${file}`, import.meta.url), 'utf8')

describe.each(['official.json', 'published-cases.json', 'year-settled.json', 'decimal-recomputation.json'])(
  'the worked examples of %s',
  (file) => {
    const examples = JSON.parse(read(file)) as Example[]
    test.each(examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
      const answered = answer(italy, parse(example.situation))
      const { lines = {}, figures = {}, ...totals } = example.expect
      const byCode = new Map((answered.lines as AnsweredLine[]).map((line) => [line.code, line.employee]))
      for (const [code, amount] of Object.entries(lines)) expect(byCode.get(code) ?? null, code).toBe(amount)
      expect(answered.figures ?? {}).toMatchObject(figures)
      for (const [total, amount] of Object.entries(totals)) expect(answered[total], total).toBe(amount)
      expect(example.source).not.toBe('')
    })
  },
)

describe('the published regional surtaxes of 2025', () => {
  const { rows } = JSON.parse(read('regional-surtax-2025.json')) as {
    readonly rows: readonly { readonly region: string; readonly income: string; readonly surtax: number }[]
  }
  test.each(rows)('on $income in $region are $surtax in whole euro', ({ region, income, surtax }) => {
    const answered = answer(
      italy,
      parse({
        ask: 'wage-tax',
        taxable: income,
        pay: 'settlement',
        period: { from: '2025-12-01', to: '2025-12-31' },
        worker: { region },
        engagement: { contract: 'permanent', ends: true },
      }),
    )
    const line = (answered.lines as AnsweredLine[]).find(({ code }) => code === 'regional-surtax-year')
    // The newspaper cut or rounded; either is less than a euro away.
    expect(Math.abs(Number(line?.employee) - surtax)).toBeLessThan(1)
  })
})
