import { readdirSync, readFileSync } from 'node:fs'
import { answer, type Situation } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { netherlands } from '../src/plugin.ts'

interface Example {
  readonly title: string
  readonly source: string
  readonly situation: unknown
  readonly expect: {
    /** By line: the worker's amount where there is one, else the employer's. `0.00` also stands for no line. */
    readonly lines?: Record<string, string>
    readonly bases?: Record<string, string>
    readonly inputs?: Record<string, Record<string, string>>
    /** `null` stands for no such figure. */
    readonly figures?: Record<string, string | null>
    readonly earnings?: Record<string, string>
    readonly [total: string]: unknown
  }
}
interface AnsweredLine {
  readonly code: string
  readonly base: string
  readonly employee: string
  readonly employer: string
  readonly why: { readonly inputs?: Record<string, string> }
}

const folder = new URL('./examples/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

describe.each(files)('the worked examples of %s', (file) => {
  const examples = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Example[]
  test.each(examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
    const situation = netherlands.payroll.situation.parse(example.situation) as Situation
    const answered = answer(netherlands, situation)
    const { lines = {}, bases = {}, inputs = {}, figures = {}, earnings = {}, ...totals } = example.expect
    const byCode = new Map((answered.lines as AnsweredLine[]).map((line) => [line.code, line]))
    for (const [code, amount] of Object.entries(lines)) {
      const line = byCode.get(code)
      expect(line?.employee === '0.00' ? line.employer : line?.employee, code).toBe(
        line === undefined && amount === '0.00' ? undefined : amount,
      )
    }
    for (const [code, base] of Object.entries(bases))
      expect(byCode.get(code)?.base, `base of ${code}`).toBe(base)
    for (const [code, given] of Object.entries(inputs))
      expect(byCode.get(code)?.why.inputs).toMatchObject(given)
    for (const [code, figure] of Object.entries(figures))
      expect((answered.figures as Record<string, string>)[code] ?? null, code).toBe(figure)
    for (const [code, amount] of Object.entries(earnings))
      expect(answered.earnings).toContainEqual(expect.objectContaining({ code, amount }))
    for (const [total, amount] of Object.entries(totals)) expect(answered[total], total).toBe(amount)
    expect(example.source).not.toBe('')
  })
})
