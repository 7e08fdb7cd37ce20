import { resolver } from '@samen/core/country'
import { LABOUR, type Labour, LEVIES, type Levies } from '../parameters/index.ts'
import type { PeriodTable } from './period-table.ts'
import type { PremiumPlan } from './premium-plan.ts'
import type { DutchSituation } from './situation.ts'

/** The law in force for a situation: levies by the day of payment, minimum wages by the days worked. */
export interface Law {
  readonly levies: Levies
  readonly labour: Labour
  /** Wage-tax tables by column, credits and period, filled as they are asked for. */
  readonly tables: (PeriodTable | undefined)[]
  /** Premium plans by profile, likewise. */
  readonly plans: (PremiumPlan | undefined)[]
}

const leviesOn = resolver(LEVIES)
const labourOn = resolver(LABOUR)
const laws = new Map<Levies, Map<Labour, Law>>()
let last: Law | undefined

/** Memoised per pair of intervals between two changes of the law. Throws `NoLawError` before 2025. */
export function lawFor(situation: DutchSituation): Law {
  const levies = leviesOn(situation.paidOn)
  const labour = labourOn(situation.period.from)
  if (last !== undefined && last.levies === levies && last.labour === labour) return last
  const byLabour = laws.get(levies) ?? new Map<Labour, Law>()
  const law = byLabour.get(labour) ?? { levies, labour, tables: [], plans: [] }
  byLabour.set(labour, law)
  laws.set(levies, byLabour)
  last = law
  return law
}
