import { Worker } from 'node:worker_threads'
import { Problem } from '@samen/core/problem'
import type { PdfSource } from './compile.ts'
import type { PdfAnswer, PdfOrder } from './pdf-worker.ts'

/** Documents that may wait for their turn; at some 20 ms each the last waits two seconds. */
export const WAITING_MAX = 100
/** A document takes its turn within this time or is given up. */
const SECONDS_MAX = 20

interface Waiting {
  resolve(pdf: Uint8Array<ArrayBuffer>): void
  reject(error: Error): void
  readonly timer: NodeJS.Timeout
}

let worker: Worker | undefined
let lastId = 0
const waiting = new Map<number, Waiting>()

/**
 * A document as PDF, drawn in a thread of its own, one after the other: the server answers others meanwhile.
 *
 * @throws Problem `too-many-requests` when too many wait, Error when it takes too long or the template fails.
 */
export function renderPdf(source: PdfSource): Promise<Uint8Array<ArrayBuffer>> {
  if (waiting.size >= WAITING_MAX)
    return Promise.reject(
      new Problem('too-many-requests', 'Too many documents are being drawn. Try again in a few seconds.'),
    )
  return new Promise((resolve, reject) => {
    const id = ++lastId
    const timer = setTimeout(() => giveUp('A document took too long to draw.'), SECONDS_MAX * 1000)
    // Neither the thread nor a document on the way keeps a server up that wants to stop.
    timer.unref()
    waiting.set(id, { resolve, reject, timer })
    worker ??= startWorker()
    worker.ref()
    worker.postMessage({ id, source } satisfies PdfOrder)
  })
}

function startWorker(): Worker {
  const started = new Worker(new URL('./pdf-worker.ts', import.meta.url), { execArgv: [] })
  started.on('message', (answer: PdfAnswer) => {
    const asked = waiting.get(answer.id)
    if (!asked) return
    waiting.delete(answer.id)
    clearTimeout(asked.timer)
    if (waiting.size === 0) started.unref()
    if ('pdf' in answer) asked.resolve(answer.pdf as Uint8Array<ArrayBuffer>)
    else asked.reject(new Error(answer.error))
  })
  started.on(
    'error',
    (error) => started === worker && giveUp(`The drawing of documents failed: ${error.message}`),
  )
  return started
}

/** Ends the thread and everything that waited for it; the next document starts another. */
function giveUp(reason: string): void {
  const lost = [...waiting.values()]
  waiting.clear()
  void worker?.terminate()
  worker = undefined
  for (const { reject, timer } of lost) {
    clearTimeout(timer)
    reject(new Error(reason))
  }
}
