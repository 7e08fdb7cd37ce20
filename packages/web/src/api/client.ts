import type { Api } from '@samen/api/client'
import { hc } from 'hono/client'
import { type ProblemDocument, ProblemError } from './problem.ts'

/** The server, typed by its own routes. */
export const api = hc<Api>(location.origin)
export const v1 = api.v1

interface Answer<T> {
  readonly ok: boolean
  readonly status: number
  json(): Promise<T>
}

/** Waits for an answer and gives its body; a refusal becomes a `ProblemError`, a broken connection stays a TypeError. */
export async function ask<T>(request: Promise<Answer<T>>): Promise<T> {
  const answer = await request
  if (answer.ok) return answer.json()
  throw new ProblemError(await problemOf(answer))
}

export async function problemOf(answer: Answer<unknown>): Promise<ProblemDocument> {
  const body = (await answer.json().catch(() => undefined)) as Partial<ProblemDocument> | undefined
  return {
    type: '/problems/unexpected',
    title: '',
    detail: '',
    ...(body && typeof body === 'object' ? body : {}),
    status: answer.status,
  }
}
