import { readdirSync, readFileSync } from 'node:fs'
import { answer, type Situation } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { belgium } from '../src/plugin.ts'

interface Example {
  readonly title: string
  readonly source: string
  readonly situation: unknown
  readonly expect: {
    readonly lines?: Record<string, string>
    readonly bases?: Record<string, string>
    readonly inputs?: Record<string, Record<string, string | number>>
    readonly earnings?: Record<string, string>
    readonly figures?: Record<string, string>
    readonly [total: string]: unknown
  }
}
interface AnsweredLine {
  readonly code: string
  readonly base: string
  readonly employee: string
  readonly employer: string
  readonly why: { readonly inputs?: Record<string, string | number> }
}

const folder = new URL('./examples/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

describe.each(files)('the worked examples of %s', (file) => {
  const examples = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Example[]
  test.each(examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
    const situation = belgium.payroll.situation.parse(example.situation) as Situation
    const answered = answer(belgium, situation)
    const { lines = {}, bases = {}, inputs = {}, earnings = {}, figures = {}, ...totals } = example.expect
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
    const paid = answered.earnings as { code: string; amount: string }[] | undefined
    for (const [code, amount] of Object.entries(earnings))
      expect(paid?.find((earning) => earning.code === code)?.amount, code).toBe(amount)
    if (Object.keys(figures).length > 0) expect(answered.figures).toMatchObject(figures)
    for (const [total, amount] of Object.entries(totals)) expect(answered[total], total).toBe(amount)
    expect(example.source).not.toBe('')
  })
})
