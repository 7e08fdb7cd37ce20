import { readFileSync } from 'node:fs'
import { answer, type Situation } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { hungary } from '../src/plugin.ts'

interface Example {
  readonly title: string
  readonly source: string
  readonly situation: unknown
  readonly expect: { readonly lines?: Record<string, string>; readonly [total: string]: unknown }
}
interface AnsweredLine {
  readonly code: string
  readonly employee: string
  readonly employer: string
}

// Sources that do not know this code, and a second engine of its own author, which proves less.
const FILES = [
  'published-cases.json',
  'public-engines.json',
  'reference-engine.json',
  'decimal-recomputation.json',
]

describe.each(FILES)('the worked examples of %s', (file) => {
  const text = readFileSync(new URL(`./examples/${file}`, import.meta.url), 'utf8')
  const examples = JSON.parse(text) as Example[]
  test.each(examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
    const answered = answer(hungary, hungary.payroll.situation.parse(example.situation) as Situation)
    const { lines = {}, ...totals } = example.expect
    const byCode = new Map((answered.lines as AnsweredLine[]).map((line) => [line.code, line]))
    for (const [code, amount] of Object.entries(lines)) {
      const line = byCode.get(code)
      expect(line?.employee === '0.00' ? line.employer : line?.employee, code).toBe(amount)
    }
    for (const [total, amount] of Object.entries(totals)) expect(answered[total], total).toBe(amount)
    expect(example.source).not.toBe('')
  })
})
