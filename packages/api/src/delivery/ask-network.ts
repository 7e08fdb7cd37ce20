import { RefusedByNetworkError } from '@samen/core/delivery'
import { Refusal } from '../refusal.ts'

const TIMEOUT_MS = 20_000
const ANSWER_BYTES_MAX = 60_000_000

/**
 * Asks a network's door and answers its text. No redirect is followed: the key is for this address alone.
 *
 * @throws RefusedByNetworkError for 400, 409, 413, 415 and 422: the same file would be refused again; a Refusal, without any
 *   secret in it, for all that may go better later.
 */
export async function askNetwork(url: string, init: RequestInit): Promise<string> {
  const { host } = new URL(url)
  let response: Response
  let text: string
  try {
    response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
    text = await textOf(response)
  } catch (error) {
    if (error instanceof Refusal) throw error
    const { cause, name } = error as Error
    const why = (cause as { code?: string } | undefined)?.code ?? name
    throw new Refusal(`The network at ${host} cannot be reached (${why}): it is tried again.`)
  }
  if (response.ok) return text
  const said = text.replace(/\s+/g, ' ').slice(0, 500)
  if ([400, 409, 413, 415, 422].includes(response.status))
    throw new RefusedByNetworkError(`The network at ${host} refuses it (${response.status}): ${said}`)
  throw new Refusal(`The network at ${host} answered ${response.status}: it is tried again. ${said}`)
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > ANSWER_BYTES_MAX) throw new Refusal('The network answered more than can be read at once.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
