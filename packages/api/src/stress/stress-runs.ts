import { randomUUID } from 'node:crypto'
import type { StressInput, StressOrder, StressReport } from '@samen/core/funds/stress'
import { conflict, notFound } from '@samen/core/problem'
import { Cancelled, type Playing, play } from './play.ts'

/** A simulation somebody asked for. It lives in the server's memory: it can be had again at any time by its seed. */
export interface StressRun {
  readonly runId: string
  readonly officeId: string
  readonly input: StressInput
  readonly order: StressOrder
  readonly startedAt: Date
  state: 'running' | 'done' | 'cancelled' | 'failed'
  /** Share done, from 0 to 1. */
  done: number
  report: StressReport | null
}

/** Threads at once, so that simulations never take the machine from the wages; runs remembered. */
const AT_ONCE = 2
const REMEMBERED = 50

const runs = new Map<string, StressRun & { playing: Playing }>()

const running = () => [...runs.values()].filter(({ state }) => state === 'running')

/** @throws Problem `conflict` when the office has one under way or the server has as many as it plays at once. */
export function demandRoom(officeId: string): void {
  if (running().some((run) => run.officeId === officeId))
    throw conflict('This office has a simulation under way: wait for it or cancel it.')
  if (running().length >= AT_ONCE)
    throw conflict('The server plays as many simulations as it may at once: try again in a minute.')
}

/** Starts a simulation. @throws as `demandRoom`. */
export function startRun(
  officeId: string,
  input: StressInput,
  order: StressOrder,
  { now, failed }: { now: Date; failed: (error: unknown) => void },
): StressRun {
  demandRoom(officeId)
  const playing = play({ model: input.model, order }, (done) => {
    run.done = done
  })
  const run: StressRun & { playing: Playing } = {
    runId: randomUUID(),
    officeId,
    input,
    order,
    startedAt: now,
    state: 'running',
    done: 0,
    report: null,
    playing,
  }
  runs.set(run.runId, run)
  for (const [id, { state }] of runs) if (runs.size > REMEMBERED && state !== 'running') runs.delete(id)
  playing.report.then(
    (report) => Object.assign(run, { report, done: 1, state: 'done' as const }),
    (error) => {
      run.state = error instanceof Cancelled ? 'cancelled' : 'failed'
      if (run.state === 'failed') failed(error)
    },
  )
  return run
}

/** @throws Problem `not-found` when there is no such run of this office, or it is forgotten. */
export function runOf(officeId: string, runId: string): StressRun {
  const run = runs.get(runId)
  if (!run || run.officeId !== officeId) throw notFound('such simulation; start it again')
  return run
}

/** The office's latest simulation; undefined when it had none since the server started. */
export const latestRun = (officeId: string): StressRun | undefined =>
  [...runs.values()].filter((run) => run.officeId === officeId).at(-1)

/** Ends a running simulation; one that has ended stays as it is. @throws as `runOf`. */
export function cancelRun(officeId: string, runId: string): StressRun {
  const run = runOf(officeId, runId)
  if (run.state === 'running') {
    run.state = 'cancelled'
    runs.get(runId)?.playing.cancel()
  }
  return run
}
