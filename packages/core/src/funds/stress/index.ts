export {
  checkModel,
  type Shock,
  STRESS_LIMITS,
  type StressClaim,
  type StressClient,
  type StressModel,
} from './model.ts'
export {
  type AgeBand,
  ASSUMED_DELAYS,
  ASSUMED_HAZARD,
  ageBand,
  BELIEF_YEARS,
  DELAYS_MIN,
  type DelayCount,
  delayTable,
  type Hazard,
  type HazardCount,
  hazardsOf,
} from './observe.ts'
export { dice, normalAt, normalChance } from './random.ts'
export {
  type LeverResult,
  ONE_IN,
  type ScenarioResult,
  type StressOrder,
  type StressReport,
  stressReport,
} from './report.ts'
export {
  type Lever,
  type LeverCode,
  leversOf,
  ordinarySteps,
  type Scenario,
  type ScenarioCode,
  type StressSteps,
  scenariosOf,
  withinLimits,
} from './scenarios.ts'
export { type PathRange, type Paths, reportDays, runPaths } from './simulate.ts'
export {
  ASSUMED_CORRELATION,
  type Assumption,
  type StressInput,
  stressInput,
} from './stress-input.ts'
export type { FundToday } from './stress-store.ts'
export {
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
