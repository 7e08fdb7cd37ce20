import { parentPort, workerData } from 'node:worker_threads'
import { type StressModel, type StressOrder, stressReport } from '@samen/core/funds/stress'

/** What the thread is given, and what it says back. */
export interface StressWork {
  readonly model: StressModel
  readonly order: StressOrder
}

const { model, order } = workerData as StressWork
const report = stressReport(model, order, (done) => parentPort?.postMessage({ done }))
parentPort?.postMessage({ report })
