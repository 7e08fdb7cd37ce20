import {
  type AnyCountryPlugin,
  day,
  NoLawError,
  promiseClock,
  questionId,
  valueOn,
} from '@samen/core/country'
import { Problem } from '@samen/core/problem'
import { z } from 'zod'
import { parseInput, type Question, requireObject } from './answers.ts'

export const deadlineInput = z.strictObject({
  id: questionId.optional(),
  endedOn: day,
  region: z.string().max(20).optional(),
})

/** The last day the wage of a job may be paid, and every day up to it. */
export const deadlineQuestion = (plugin: AnyCountryPlugin): Question => ({
  answer(raw) {
    requireObject(raw)
    const { id, endedOn, region } = parseInput(deadlineInput, raw)
    return {
      ...(id !== undefined && { id }),
      ...(region && { region }),
      ...promiseOf(plugin, endedOn, region),
    }
  },
  faultOf(error) {
    return error instanceof NoLawError
      ? new Problem('no-law', error.message, { field: 'endedOn', extra: { parameter: error.parameter } })
      : undefined
  },
})

/** The promise clock of a job under its country's law. Throws `NoLawError`, and a `Problem` for an unknown region. */
export function promiseOf(plugin: AnyCountryPlugin, endedOn: string, region?: string) {
  if (region !== undefined && !plugin.regions.includes(region)) {
    const known = plugin.regions.length > 0 ? `one of ${plugin.regions.join(', ')}` : 'left out'
    throw new Problem('invalid-field', `A region of ${plugin.name} is ${known}.`, { field: 'region' })
  }
  const workingDays = valueOn('payDeadlineDays', plugin.payDeadlineDays, endedOn).value
  return { endedOn, workingDays, ...promiseClock(endedOn, workingDays, plugin.holidays, region) }
}
