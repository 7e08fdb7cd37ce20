import { addDays, formatAmount } from '@samen/core/country'
import {
  type Estimate,
  ONE_IN,
  type StressInput,
  type StressOrder,
  type StressReport,
} from '@samen/core/funds/stress'
import type { z } from 'zod'
import type { stressRun } from '../answers/stress.ts'
import type { StressRun } from '../stress/stress-runs.ts'

/** A simulation as the world reads it: amounts in major units, days as dates. */
export function stressRunAnswer(run: StressRun): z.infer<typeof stressRun> {
  const { runId, state, done, startedAt, input, order, report } = run
  return {
    runId,
    state,
    done,
    startedAt: startedAt.toISOString(),
    currency: input.currency,
    today: input.today,
    days: input.model.days,
    paths: order.paths,
    seed: order.seed,
    assumptions: input.assumptions.map(({ code, basis, observations, value }) => ({
      code,
      basis,
      observations,
      value,
    })),
    report: report && reportAnswer(report, input, order),
  }
}

function reportAnswer(report: StressReport, input: StressInput, { steps }: StressOrder) {
  const sector = (name: string | null) => (name === '' ? null : name)
  return {
    available: formatAmount(report.available),
    oneIn: ONE_IN,
    scenarios: report.scenarios.map((scenario) => ({
      code: scenario.code,
      hit: scenario.client === null ? sector(scenario.sector) : (input.names[scenario.client] ?? null),
      late: scenario.late,
      capital: range(scenario.capital),
      lost: range(scenario.lost),
    })),
    levers: report.levers.map(({ code, late, saves, relief, lost }) => ({
      code,
      late,
      saves,
      relief: formatAmount(relief),
      lost: range(lost),
    })),
    best: report.best,
    capitalMore: formatAmount(steps.capitalMore),
    bands: report.bands.map(({ day, low, middle, high }) => ({
      on: addDays(input.today, day),
      low: formatAmount(low),
      middle: formatAmount(middle),
      high: formatAmount(high),
    })),
  }
}

const range = ({ value, low, high }: Estimate) => ({
  value: formatAmount(value),
  low: formatAmount(low),
  high: formatAmount(high),
})
