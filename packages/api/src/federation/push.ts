import type { Push } from '@samen/core/packs'
import { Problem, type ProblemType, problemTypes } from '@samen/core/problem'
import { Refusal } from '../refusal.ts'

const TIMEOUT_MS = 15_000
const ANSWER_BYTES_MAX = 200_000

/**
 * Sends a document to another server of the federation and answers what it said. No redirect is followed: the address is
 * the one of the invitation.
 *
 * @throws Problem as the other side put it; a Refusal when it does not answer, or not in this language.
 */
export const push: Push = async (url, document, { idempotencyKey }) => {
  const host = new URL(url).host
  let response: Response
  try {
    response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
      body: JSON.stringify(document),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  } catch (error) {
    const { cause, name } = error as Error
    const why = (cause as { code?: string } | undefined)?.code ?? name
    throw new Refusal(`The group's server at ${host} cannot be reached (${why}): try again later.`)
  }
  const answer = await jsonOf(response)
  if (response.ok && answer !== undefined) return answer
  const { type, detail } = (answer ?? {}) as { type?: unknown; detail?: unknown }
  const name = String(type).replace('/problems/', '')
  if (Object.hasOwn(problemTypes, name) && typeof detail === 'string')
    throw new Problem(name as ProblemType, detail.slice(0, 1_000))
  throw new Refusal(`The server at ${host} answered ${response.status}, and not as a group's server does.`)
}

async function jsonOf(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > ANSWER_BYTES_MAX) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    return undefined
  }
}
