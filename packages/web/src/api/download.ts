import { problemOf } from './client.ts'
import { ProblemError } from './problem.ts'

/** Saves the file at an address of ours under the name the server gives it; a refusal becomes a `ProblemError`. */
export async function download(address: string): Promise<void> {
  const answer = await fetch(address)
  if (!answer.ok) throw new ProblemError(await problemOf(answer))
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = name ?? ''
  link.click()
  URL.revokeObjectURL(url)
}
