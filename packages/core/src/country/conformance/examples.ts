import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { answer } from '../compute.ts'
import { NotWrittenError } from '../not-written.ts'
import type { AnyCountryPlugin } from '../plugin.ts'
import type { Check } from './check.ts'

/**
 * A worked example: what a source, and not this code, says comes out of a situation. Amounts are text in major units;
 * what an example does not mention is not compared.
 */
export interface WorkedExample {
  readonly title: string
  /** Where it was read: a leaflet, a published payslip, another engine with its version. */
  readonly source: string
  readonly situation: unknown
  readonly expect: {
    /**
     * By code of the line. An amount is the worker's where the worker pays, else the employer's; `"0.00"` also stands for
     * no such line, `null` for that alone. An object names members of the line: `{ "employee": "1.00", "base": … }`.
     */
    readonly lines?: Readonly<Record<string, string | null | Readonly<Record<string, string>>>>
    /** Base of a line. */
    readonly bases?: Readonly<Record<string, string>>
    /** Inputs of a line's explanation, as they are answered. */
    readonly inputs?: Readonly<Record<string, Readonly<Record<string, string | number>>>>
    /** `null`: there is no such figure. */
    readonly figures?: Readonly<Record<string, string | null>>
    /** By code, all of them. */
    readonly earnings?: Readonly<Record<string, string>>
    /** Totals may also stand in here. */
    readonly totals?: Readonly<Record<string, string>>
    /** Totals of the payslip: `net`, `employerCost`, `wageTax` … */
    readonly [total: string]: unknown
  }
}

interface AnsweredLine {
  readonly [member: string]: unknown
  readonly code: string
  readonly base: string
  readonly employee: string
  readonly employer: string
  readonly why: { readonly inputs?: Readonly<Record<string, string | number>> }
}

/** The examples of one JSON file, as checks. */
export interface ExampleFile {
  readonly file: string
  readonly checks: readonly Check[]
}

/**
 * The worked examples of a folder, one JSON array of `WorkedExample` a file, as checks a test runs:
 *
 * ```ts
 * for (const { file, checks } of workedExamples(plugin, new URL('./examples/', import.meta.url)))
 *   describe(file, () => {
 *     for (const check of checks) test(check.title, check.run)
 *   })
 * ```
 *
 * A folder without examples gives one check that says so.
 */
export function workedExamples(plugin: AnyCountryPlugin, folder: URL): ExampleFile[] {
  const files = jsonFilesOf(folder)
  if (files.length === 0)
    return [{ file: 'test/examples/', checks: [{ title: 'has worked examples', run: noExamples }] }]
  return files.map((file) => {
    const examples = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as WorkedExample[]
    const checks = examples.map((example) => ({
      title: example.title,
      run: () => comesOut(plugin, example),
    }))
    return {
      file,
      checks: [{ title: 'has examples, each with its source', run: () => areSourced(examples) }, ...checks],
    }
  })
}

function jsonFilesOf(folder: URL): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function noExamples(): never {
  const error = new NotWrittenError(
    'test/examples/*.json',
    'payslips worked out by somebody else: an authority, a published payslip, another engine',
  )
  error.stack = error.message
  throw error
}

function areSourced(examples: readonly WorkedExample[]) {
  assert.ok(examples.length > 0, 'the file holds no example')
  for (const { title, source } of examples) assert.ok(source?.trim(), `${title} has no source`)
}

function comesOut(plugin: AnyCountryPlugin, { situation, expect }: WorkedExample) {
  const answered = answer(plugin, plugin.payroll.situation.parse(situation)) as Record<string, unknown>
  const { lines = {}, bases = {}, inputs = {}, figures = {}, earnings = {}, totals = {}, ...others } = expect
  const byCode = new Map(((answered.lines ?? []) as AnsweredLine[]).map((line) => [line.code, line]))
  for (const [code, wanted] of Object.entries(lines)) isLine(code, byCode.get(code), wanted)
  for (const [code, base] of Object.entries(bases))
    assert.equal(byCode.get(code)?.base, base, `base of ${code}`)
  for (const [code, wanted] of Object.entries(inputs))
    for (const [name, value] of Object.entries(wanted))
      assert.equal(byCode.get(code)?.why.inputs?.[name], value, `${name} of ${code}`)
  const given = (answered.figures ?? {}) as Record<string, string>
  for (const [code, figure] of Object.entries(figures)) assert.equal(given[code] ?? null, figure, code)
  const paid = Object.fromEntries(
    ((answered.earnings ?? []) as { code: string; amount: string }[]).map((one) => [one.code, one.amount]),
  )
  if (Object.keys(earnings).length > 0) assert.deepEqual(paid, earnings, 'earnings')
  for (const [total, amount] of Object.entries({ ...totals, ...others }))
    assert.equal(answered[total], amount, total)
}

function isLine(
  code: string,
  line: AnsweredLine | undefined,
  wanted: string | null | Readonly<Record<string, string>>,
) {
  if (wanted === null) assert.equal(line, undefined, `there is a line ${code}`)
  else if (typeof wanted === 'string')
    assert.equal(
      line === undefined ? '0.00' : line.employee === '0.00' ? line.employer : line.employee,
      wanted,
      code,
    )
  else
    for (const [member, value] of Object.entries(wanted))
      assert.equal(line?.[member], value, `${member} of ${code}`)
}
