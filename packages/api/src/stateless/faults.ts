import { Problem, type ProblemDocument } from '@samen/core/problem'
import { z } from 'zod'

/** One field at fault, as a dotted path. */
export interface FieldFault {
  readonly field: string
  readonly detail: string
}

/** A problem that always names its fields; the empty path is the whole input. */
export interface FaultDocument extends ProblemDocument {
  readonly field: string
  readonly errors: readonly FieldFault[]
}

/** Any error of a question as a problem document. What we did not foresee is told to `onUnexpected`, and to nobody else. */
export function faultOf(error: unknown, onUnexpected: (error: unknown) => void): FaultDocument {
  if (error instanceof z.ZodError) return named(invalidInput(error))
  if (error instanceof Problem) return named(error)
  onUnexpected(error)
  return named(new Problem('unexpected', 'The rules failed on this input; the others are not affected.'))
}

function named(problem: Problem): FaultDocument {
  const { type, title, status, detail, field = '', errors, ...extra } = problem.toJSON()
  const all = (errors as FieldFault[] | undefined) ?? [{ field, detail }]
  return { type, title, status, detail, field, errors: all, ...extra }
}

/** A failed parse as one problem that names every field: `errors` has them all, `field` and `detail` the first. */
export function invalidInput(error: z.ZodError): Problem {
  const errors = error.issues.flatMap((issue) => fieldsOf(issue, []))
  const [first] = errors
  return new Problem('invalid-field', first?.detail ?? 'The input is wrong.', {
    ...(first && { field: first.field }),
    extra: { errors },
  })
}

type Issue = z.core.$ZodIssue

function fieldsOf(issue: Issue, above: readonly PropertyKey[]): FieldFault[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: dotted([...path, key]), detail: 'there is no such field' }))
  if (issue.code === 'invalid_union') return unionFields(issue, path)
  if (issue.code === 'invalid_type' && isMissing(issue))
    return [{ field: dotted(path), detail: `this field is missing: ${expected(issue.expected)} is expected` }]
  return [{ field: dotted(path), detail: detailOf(issue) }]
}

/** Zod's own words where a rule has given none are for programmers; these are for the payroll officer. */
function detailOf(issue: Issue): string {
  if (issue.code === 'invalid_value') return `${issue.values.map(String).join(' or ')} is expected`
  if (issue.code === 'invalid_type') return `${expected(issue.expected)} is expected`
  if (issue.code === 'too_big' || issue.code === 'too_small') {
    const [most, bound] = issue.code === 'too_big' ? ['at most', issue.maximum] : ['at least', issue.minimum]
    return `${most} ${bound}${unitOf[issue.origin] ?? ''}`
  }
  return lowerFirst(issue.message)
}

const unitOf: Readonly<Record<string, string>> = {
  string: ' characters',
  array: ' items',
  record: ' entries',
}

// Zod keeps the input out of its issues; its message says what was received.
const isMissing = (issue: Issue) => issue.message.endsWith('received undefined')

const names: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
}
const expected = (type: string) => names[type] ?? type

/** Of a union's branches, the one that got furthest tells most. */
function unionFields(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly PropertyKey[],
): FieldFault[] {
  const branches = issue.errors.filter((branch) => branch.length > 0)
  const deep = branches.filter((branch) =>
    branch.every((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
  )
  const best = deep.sort((a, b) => a.length - b.length)[0]
  if (best) return best.flatMap((inner) => fieldsOf(inner, path))
  const types = branches.flatMap((branch) => branch.map((inner) => detailOf(inner)))
  const detail = [...new Set(types)].join(', or ') || lowerFirst(issue.message)
  return [{ field: dotted(path), detail }]
}

const dotted = (path: readonly PropertyKey[]) => path.map(String).join('.')

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
