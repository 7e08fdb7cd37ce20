import { readdirSync, readFileSync } from 'node:fs'
import { answer } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { germany } from '../src/plugin.ts'

/** A worked example: what a source, and not this code, says comes out. `null`: there is no such line. */
interface Example {
  readonly title: string
  readonly source: string
  readonly situation: unknown
  readonly expect: {
    readonly lines?: Readonly<
      Record<string, { readonly employee?: string; readonly employer?: string } | null>
    >
    readonly figures?: Readonly<Record<string, string>>
    readonly earnings?: Readonly<Record<string, string>>
    readonly totals?: Readonly<Record<string, string>>
  }
}

interface Answered {
  readonly lines: readonly { code: string; employee: string; employer: string }[]
  readonly figures?: Readonly<Record<string, string>>
  readonly earnings?: readonly { code: string; amount: string }[]
}

const folder = new URL('./examples/', import.meta.url)

describe.each(readdirSync(folder))('worked examples of %s', (file) => {
  const examples = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Example[]

  test.each(examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
    const given = answer(germany, germany.payroll.situation.parse(example.situation)) as unknown as Answered
    const byCode = new Map(given.lines.map((line) => [line.code, line]))
    const wanted = example.expect
    for (const [code, amounts] of Object.entries(wanted.lines ?? {})) {
      const line = byCode.get(code)
      if (amounts === null) expect(line, code).toBeUndefined()
      else expect({ code, ...line }).toMatchObject({ code, ...amounts })
    }
    if (wanted.figures) expect(given.figures).toMatchObject(wanted.figures)
    if (wanted.totals) expect(given).toMatchObject(wanted.totals)
    if (wanted.earnings)
      expect(Object.fromEntries((given.earnings ?? []).map((e) => [e.code, e.amount]))).toEqual(
        wanted.earnings,
      )
  })
})
