import type { Minor } from '../../country/index.ts'
import { checkModel, STRESS_LIMITS, type StressModel, whole } from './model.ts'
import { type LeverCode, leversOf, type ScenarioCode, type StressSteps, scenariosOf } from './scenarios.ts'
import { type Paths, runPaths } from './simulate.ts'
import {
  type Band,
  bandsOf,
  type Chance,
  capitalFor,
  chanceOf,
  type Estimate,
  joinPaths,
  lateChance,
  meanOf,
} from './summarise.ts'

export interface StressOrder {
  readonly seed: number
  readonly paths: number
  readonly steps: StressSteps
}

/** The chance of a late wage that a board is asked to accept: one in so many. */
export const ONE_IN = 1_000

export interface ScenarioResult {
  readonly code: ScenarioCode
  /** Whom it hit: index of a client, name of a sector. */
  readonly client: number | null
  readonly sector: string | null
  /** That a wage is late within the days played. */
  readonly late: Chance
  /** Capital, available today, that makes it one in `ONE_IN`. */
  readonly capital: Estimate
  readonly lost: Estimate
}

export interface LeverResult {
  readonly code: LeverCode
  readonly late: Chance
  /** Paths on which the lever saves the wages less those it costs them, as a share of all; with its sampling error. */
  readonly saves: { readonly value: number; readonly error: number }
  /** By how much it lessens the capital that is missing for one in `ONE_IN`. */
  readonly relief: Minor
  readonly lost: Estimate
}

export interface StressReport {
  readonly seed: number
  readonly paths: number
  readonly days: number
  readonly available: Minor
  readonly scenarios: readonly ScenarioResult[]
  readonly levers: readonly LeverResult[]
  /** The lever with the largest relief; null when none relieves anything. */
  readonly best: LeverCode | null
  readonly bands: readonly Band[]
}

/** Paths between two reports of progress. */
const CHUNK = 1_000

/**
 * The whole answer for a board: the world as it is and hit by each scenario, and each lever pulled in the world as it is. All
 * worlds share their luck, path by path, so that a difference is the lever's and not the dice's.
 *
 * @param progress told the share done, from 0 to 1.
 * @throws Problem `invalid-field` when the model or the order is out of its limits.
 */
export function stressReport(
  model: StressModel,
  { seed, paths, steps }: StressOrder,
  progress: (done: number) => void = () => undefined,
): StressReport {
  checkModel(model)
  whole('paths', paths, 1, STRESS_LIMITS.paths)
  whole('seed', seed, 0, 2 ** 31 - 1)
  const scenarios = scenariosOf(model, steps)
  const levers = leversOf(model, steps)
  // More capital moves no money: its world is the first one, read with another purse.
  const worlds = scenarios.length + levers.filter(({ code }) => code !== 'capital').length
  let played = 0
  const play = (world: StressModel): Paths => {
    const parts: Paths[] = []
    for (let from = 0; from < paths; from += CHUNK) {
      parts.push(runPaths(world, { seed, from, to: Math.min(paths, from + CHUNK) }))
      progress((played + Math.min(paths, from + CHUNK) / paths) / worlds)
    }
    played++
    return joinPaths(parts)
  }
  const base = play((scenarios[0] as (typeof scenarios)[0]).model)
  const results = scenarios.map((scenario, index): ScenarioResult => {
    const outcome = index === 0 ? base : play(scenario.model)
    return {
      code: scenario.code,
      client: scenario.client ?? null,
      sector: scenario.sector ?? null,
      late: lateChance(outcome, model.available),
      capital: capitalFor(outcome, 1 / ONE_IN),
      lost: meanOf(outcome.lost),
    }
  })
  const need = (results[0] as ScenarioResult).capital.value
  const pulled = levers.map(({ code, model: world }): LeverResult => {
    const outcome = code === 'capital' ? base : play(world)
    return {
      code,
      late: lateChance(outcome, world.available),
      saves: savedBy(base.needed, model.available, outcome.needed, world.available),
      relief: need - capitalFor(outcome, 1 / ONE_IN).value + world.available - model.available,
      lost: meanOf(outcome.lost),
    }
  })
  const best = pulled.reduce<LeverResult | undefined>(
    (top, lever) => (lever.relief > (top?.relief ?? 0n) ? lever : top),
    undefined,
  )
  return {
    seed,
    paths,
    days: model.days,
    available: model.available,
    scenarios: results,
    levers: pulled,
    best: best?.code ?? null,
    bands: bandsOf(base, model.days, model.available),
  }
}

/** Compares two worlds path by path (they share their luck), which is far more exact than two separate chances. */
function savedBy(before: BigInt64Array, purse: Minor, after: BigInt64Array, newPurse: Minor) {
  let [saved, harmed] = [0, 0]
  for (let path = 0; path < before.length; path++) {
    const late = (before[path] as bigint) > purse
    const lateNow = (after[path] as bigint) > newPurse
    if (late && !lateNow) saved++
    if (!late && lateNow) harmed++
  }
  const paths = Math.max(1, before.length)
  const value = (saved - harmed) / paths
  const variance = Math.max(0, (saved + harmed) / paths - value * value)
  // Where nothing changed on any path the error is that of a chance never seen.
  const error = saved + harmed === 0 ? chanceOf(0, paths).high : 1.96 * Math.sqrt(variance / paths)
  return { value, error }
}
