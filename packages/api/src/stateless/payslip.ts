import {
  type AnyCountryPlugin,
  answer,
  answerText,
  BudgetTooSmallError,
  NoLawError,
  type Situation,
} from '@samen/core/country'
import { Problem } from '@samen/core/problem'
import { parseInput, type Question, requireObject } from './answers.ts'

/** A situation's payslip, or the single step of the law it asks for. */
export const payslipQuestion = (plugin: AnyCountryPlugin): Question => ({
  answer: (input) => answer(plugin, situationOf(plugin, input)),
  answerText: (input) => answerText(plugin, situationOf(plugin, input)),
  faultOf(error, input) {
    if (error instanceof BudgetTooSmallError)
      return new Problem('budget-too-small', error.message, { field: error.field })
    if (error instanceof NoLawError)
      return new Problem('no-law', error.message, {
        field: fieldOfDay(input, error.day),
        extra: { parameter: error.parameter },
      })
    return undefined
  },
})

function situationOf(plugin: AnyCountryPlugin, input: unknown): Situation {
  requireObject(input)
  return parseInput(plugin.payroll.situation, input)
}

/** Which of a situation's days it is that the law does not reach. */
function fieldOfDay(input: unknown, day: string): string {
  const { paidOn, period } = input as { paidOn?: string; period?: { from?: string; to?: string } }
  if (period?.from === day) return 'period.from'
  if (paidOn === day) return 'paidOn'
  return period?.to === day ? 'period.to' : 'period'
}
