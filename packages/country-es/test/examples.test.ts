import { readFileSync } from 'node:fs'
import { answer, type Situation } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { spain } from '../src/plugin.ts'

interface Example {
  readonly title: string
  readonly source: string
  readonly situation: unknown
  readonly expect: {
    readonly lines?: Record<string, string>
    readonly earnings?: Record<string, string>
    /** What the employer owes of a line that both sides bear. */
    readonly employer?: Record<string, string>
    /** Steps of the withholding algorithm, as the explanation shows them. */
    readonly inputs?: Record<string, string>
    readonly [total: string]: unknown
  }
}
interface AnsweredLine {
  readonly code: string
  readonly employee: string
  readonly employer: string
  readonly why: { readonly inputs?: Record<string, string> }
}

// Sources that do not know this code, and a second engine of its own author, which proves less.
const FILES = ['published-cases.json', 'public-engines.json', 'decimal-recomputation.json']

describe.each(FILES)('the worked examples of %s', (file) => {
  const text = readFileSync(new URL(`./examples/${file}`, import.meta.url), 'utf8')
  const examples = JSON.parse(text) as Example[]
  test.each(examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
    const answered = answer(spain, spain.payroll.situation.parse(example.situation) as Situation)
    const { lines = {}, earnings = {}, employer = {}, inputs = {}, ...totals } = example.expect
    const byCode = new Map((answered.lines as AnsweredLine[]).map((line) => [line.code, line]))
    for (const [code, amount] of Object.entries(lines)) {
      const line = byCode.get(code)
      expect(line?.employee === '0.00' ? line.employer : line?.employee, code).toBe(amount)
    }
    for (const [code, amount] of Object.entries(employer))
      expect(byCode.get(code)?.employer, code).toBe(amount)
    for (const [name, amount] of Object.entries(inputs))
      expect(byCode.get('wage-tax')?.why.inputs?.[name], name).toBe(amount)
    const paid = new Map(
      ((answered.earnings ?? []) as { code: string; amount: string }[]).map((one) => [one.code, one.amount]),
    )
    for (const [code, amount] of Object.entries(earnings)) expect(paid.get(code), code).toBe(amount)
    for (const [total, amount] of Object.entries(totals)) expect(answered[total], total).toBe(amount)
    expect(example.source).not.toBe('')
  })
})
