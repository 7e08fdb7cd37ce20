import { type InForce, NoLawError, resolver, valueOn } from '@samen/core/country'
import { type OneOffStep, oneOffParameters, resolvedParameters } from '../parameters/index.ts'
import type { Column } from './annual-tax.ts'
import { type ContributionPlan, fullPlan, pensionOnlyPlan } from './contribution-plan.ts'
import type { SwedishSituation } from './situation.ts'
import { type MonthlyTable, monthlyTable } from './tax-table.ts'

export type SwedishRules = InForce<typeof resolvedParameters>

/** The law in force on a day of payment: Swedish tax and contributions follow the day pay is paid out. */
export interface Law {
  readonly rules: SwedishRules
  readonly full: ContributionPlan
  readonly fullAbroad: ContributionPlan
  readonly youth: ContributionPlan
  readonly youthAbroad: ContributionPlan
  readonly pensionOnly: ContributionPlan
  /** Columns of the monthly tables, made as they are met. */
  readonly table: (table: number, column: Column) => MonthlyTable
  /** Table for one-off payments of a column. Throws `NoLawError` where it is not known. */
  readonly oneOff: (column: Column) => readonly OneOffStep[]
}

const rulesOn = resolver(resolvedParameters)
const laws = new Map<SwedishRules, Law>()
let last: Law | undefined

/** Memoised per interval between two changes of the law. Throws `NoLawError` before 2025. */
export function lawFor({ paidOn }: SwedishSituation): Law {
  const rules = rulesOn(paidOn)
  if (last !== undefined && last.rules === rules) return last
  let law = laws.get(rules)
  if (law === undefined) {
    law = newLaw(rules, paidOn)
    laws.set(rules, law)
  }
  last = law
  return law
}

function newLaw(rules: SwedishRules, day: string): Law {
  const tables: (MonthlyTable | undefined)[] = []
  return Object.freeze({
    rules,
    full: fullPlan(rules, true, false),
    fullAbroad: fullPlan(rules, false, false),
    youth: fullPlan(rules, true, true),
    youthAbroad: fullPlan(rules, false, true),
    pensionOnly: pensionOnlyPlan(rules),
    table(table: number, column: Column) {
      const index = table * 8 + column
      let made = tables[index]
      if (made === undefined) {
        made = monthlyTable(rules.annualTax, rules.publishedPercentages, table, column)
        tables[index] = made
      }
      return made
    },
    oneOff: (column: Column) => {
      const name = `oneOffColumn${column}` as const
      const steps = valueOn(name, oneOffParameters[name], day).value
      if (steps.length === 0) throw new NoLawError(name, day, '2026-01-01')
      return steps
    },
  })
}
