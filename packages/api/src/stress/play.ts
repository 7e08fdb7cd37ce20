import { Worker } from 'node:worker_threads'
import type { StressReport } from '@samen/core/funds/stress'
import type { StressWork } from './stress-worker.ts'

/** A simulation that runs in a thread of its own, so that the server goes on answering. */
export interface Playing {
  readonly report: Promise<StressReport>
  /** Ends it; the report is then refused with `Cancelled`. */
  cancel(): void
}

export class Cancelled extends Error {
  constructor() {
    super('The simulation was cancelled.')
    this.name = 'Cancelled'
  }
}

/** Memory a simulation may use; more ends it, not the server. */
const MEMORY_MB_MAX = 1_024

/** @param progress told the share done, from 0 to 1. */
export function play(work: StressWork, progress: (done: number) => void = () => undefined): Playing {
  const worker = new Worker(new URL('./stress-worker.ts', import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB_MAX },
  })
  // A server that ends does not wait for it.
  worker.unref()
  const { promise, resolve, reject } = Promise.withResolvers<StressReport>()
  worker.on('message', (message: { done?: number; report?: StressReport }) => {
    if (message.done !== undefined) progress(message.done)
    if (message.report) resolve(message.report)
  })
  worker.on('error', reject)
  worker.on('exit', () => reject(new Cancelled()))
  return {
    report: promise,
    cancel: () => void worker.terminate(),
  }
}
