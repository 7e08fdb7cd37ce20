import { BudgetTooSmallError, NoLawError } from '@samen/core/country'
import { Problem } from '@samen/core/problem'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { matchedRoutes } from 'hono/route'
import { z } from 'zod'
import type { Env } from './services.ts'
import { invalidInput } from './stateless/faults.ts'

/** Any error as the problem its reader may see. What we did not foresee is logged, and says nothing of itself. */
export function answerError(error: Error, c: Context<Env>): Response {
  const problem = problemOf(error)
  if (problem.type === 'unexpected') logUnexpected(error, c)
  return answerProblem(c, problem)
}

export function answerProblem(c: Context, problem: Problem, headers: Record<string, string> = {}): Response {
  return c.body(JSON.stringify(problem), problem.status as 400, {
    'content-type': 'application/problem+json',
    ...headers,
  })
}

/** What PostgreSQL says of the character zero, in a text and in JSON. */
const NOT_STORABLE: ReadonlySet<unknown> = new Set(['22021', '22P05'])

function problemOf(error: Error): Problem {
  if (error instanceof Problem) return error
  if (error instanceof z.ZodError) return invalidInput(error)
  if (error instanceof BudgetTooSmallError)
    return new Problem('budget-too-small', error.message, { field: error.field })
  if (error instanceof NoLawError)
    return new Problem('no-law', error.message, { extra: { parameter: error.parameter, day: error.day } })
  if (error instanceof HTTPException) return problemOfStatus(error)
  if (NOT_STORABLE.has((error as { code?: unknown }).code))
    return new Problem('invalid-request', 'A text holds the character U+0000, which no database keeps.')
  return new Problem('unexpected', 'The server failed to answer. Try again later.')
}

/** What Hono itself refuses: a body that is no JSON, one from another site, one too large. */
function problemOfStatus({ status, message }: HTTPException): Problem {
  if (status === 400) return new Problem('invalid-request', message || 'The request cannot be read.')
  if (status === 403) return new Problem('forbidden', 'The request comes from another site.')
  if (status === 413) return new Problem('too-large', 'The body is too large.')
  return new Problem('unexpected', 'The server failed to answer. Try again later.')
}

/** The route's pattern, without the ids in the address. */
export const patternOf = (c: Context) =>
  matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'unknown'

function logUnexpected(error: Error, c: Context<Env>): void {
  const { name, stack, code } = error as Error & { code?: unknown }
  c.var.services.log.error(
    { requestId: c.var.requestId, route: `${c.req.method} ${patternOf(c)}`, error: { name, code, stack } },
    'a request failed',
  )
}
