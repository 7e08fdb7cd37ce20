import type { ReactNode } from 'react'
import { asProblem } from '../api/problem.ts'

/**
 * The server's sentence about one field of a form, where the refusal has one; it is English in every language.
 * `paths` are the server's names of the field.
 */
export function faultOf(error: unknown, ...paths: readonly string[]): ReactNode {
  if (!error) return undefined
  const problem = asProblem(error)
  const listed = problem.errors?.find(({ field }) => paths.includes(field))
  const named = problem.field !== undefined && paths.includes(problem.field)
  const detail = listed?.detail ?? (named ? problem.detail : undefined)
  return detail && <span lang="en">{detail}</span>
}
