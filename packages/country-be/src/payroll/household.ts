import type { Minor } from '@samen/core/country'
import type { SpecialHousehold } from '../parameters/special-contribution.ts'
import type { FamilyReductions } from '../parameters/wage-tax.ts'
import type { Worker } from './situation.ts'

/** How a worker's family counts for the wage tax and the special contribution. */
export interface Household {
  /** I: alone or a spouse with own income · II: a spouse without · III: non-resident whose Belgian work is not a full year at 75 %. */
  readonly scale: 'I' | 'II' | 'III'
  /** Yearly family reductions of the key formula. */
  readonly reductions: Minor
  readonly special: SpecialHousehold
}

/** Children as the wage tax counts them: a disabled child twice. */
export const childrenCounted = (worker: Worker): number => worker.children + worker.disabledChildren

/**
 * The household of a worker under the limits of a year. For the special contribution a spouse below the limits of the
 * small-income reductions is one without income (NSSO instructions, as the wage tax sees it).
 */
export function householdOf(worker: Worker, family: FamilyReductions): Household {
  const spouse = spouseOf(worker, family)
  const special = spouse === undefined ? 'alone' : spouse === 'income' ? 'two-incomes' : 'one-income'
  if (worker.residence === 'non-resident') return { scale: 'III', reductions: 0n, special }
  const scale = spouse === 'none' ? 'II' : 'I'
  let reductions = childrenReduction(childrenCounted(worker), family)
  if (spouse === undefined && worker.children > 0 && worker.singleParent !== false)
    reductions += family.singleParent
  if (worker.disabled) reductions += family.disabled
  if (scale === 'II' && worker.spouse?.disabled) reductions += family.disabled
  if (spouse === 'small-income') reductions += family.spouseSmallIncome
  if (spouse === 'small-pension') reductions += family.spouseSmallPension
  if (worker.dependantsOver65 > 0) reductions += family.dependantOver65 * BigInt(worker.dependantsOver65)
  if (worker.otherDependants > 0) reductions += family.otherDependant * BigInt(worker.otherDependants)
  return { scale, reductions, special }
}

type SpouseIncome = 'none' | 'small-income' | 'small-pension' | 'income'

function spouseOf(worker: Worker, family: FamilyReductions): SpouseIncome | undefined {
  const { spouse } = worker
  if (spouse === undefined) return undefined
  if (spouse.income === 'none') return 'none'
  const net = spouse.netMonthly
  if (net === undefined) return 'income'
  if (net === 0n) return 'none'
  if (spouse.income === 'work') return net <= family.spouseIncomeLimit ? 'small-income' : 'income'
  if (net <= family.spousePensionNone) return 'none'
  return net <= family.spousePensionLimit ? 'small-pension' : 'income'
}

function childrenReduction(children: number, family: FamilyReductions): Minor {
  if (children === 0) return 0n
  const listed = family.children.length
  const reduction = family.children[Math.min(children, listed) - 1] as Minor
  return children <= listed ? reduction : reduction + family.furtherChild * BigInt(children - listed)
}
