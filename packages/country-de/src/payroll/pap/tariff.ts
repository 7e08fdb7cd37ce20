import type { Plan } from './plan.ts'

/*
 * Income-tax tariff. Amounts of income in hundredths of a euro, because the plan of 2025 does not cut the halves of
 * classes V and VI to whole euros; taxes in whole euros. Every step is exact: y and z have six decimals, never more.
 */

/** Basic tariff, EStG § 32a (1), of an income in cents: whole euros (UPTAB with KZTAB 1). */
export function tariff(plan: Plan, income: bigint): bigint {
  if (income < (plan.basicAllowance + 1n) * 100n) return 0n
  if (income < (plan.zone2End + 1n) * 100n) {
    const above = income - plan.basicAllowance * 100n
    return ((plan.zone2Square * above + 140_000_000_000n) * above) / 100_000_000_000_000n
  }
  if (income < (plan.zone3End + 1n) * 100n) {
    const above = income - plan.zone2End * 100n
    return (
      ((plan.zone3Square * above + 239_700_000_000n) * above + plan.zone3Constant * 1_000_000_000_000n) /
      100_000_000_000_000n
    )
  }
  if (income < (plan.zone4End + 1n) * 100n) return (42n * income - plan.zone4Constant * 100n) / 10_000n
  return (45n * income - plan.zone5Constant * 100n) / 10_000n
}

/** The tax of classes V and VI at the two lower bounds, which every larger income needs. */
export interface Class5 {
  readonly atFirst: bigint
  readonly atSecond: bigint
  /** Tax at the third bound. */
  readonly atThird: bigint
}

export function class5(plan: Plan): Class5 {
  const [first, second, third] = plan.class5Bounds
  const atSecond = twoHalves(plan, second)
  return Object.freeze({
    atFirst: twoHalves(plan, first),
    atSecond,
    atThird: (atSecond * 100n + (third - second) * 42n) / 100n,
  })
}

/** Tax of classes V and VI on whole euros of income, EStG § 39b (2) sentence 7 (MST5_6). */
export function tariffClass5(plan: Plan, at: Class5, income: bigint): bigint {
  const [first, second, third] = plan.class5Bounds
  if (income > third) return (at.atThird * 100n + (income - third) * 45n) / 100n
  if (income > second) return (at.atSecond * 100n + (income - second) * 42n) / 100n
  const tax = twoHalves(plan, income)
  if (income <= first) return tax
  const most = (at.atFirst * 100n + (income - first) * 42n) / 100n
  return most < tax ? most : tax
}

/** Twice the difference of the tax on 5/4 and on 3/4 of the income, at least 14 % of it (UP5_6). */
function twoHalves(plan: Plan, income: bigint): bigint {
  const upper = plan.class5WholeEuros ? ((income * 125n) / 100n) * 100n : income * 125n
  const lower = plan.class5WholeEuros ? ((income * 75n) / 100n) * 100n : income * 75n
  const difference = (tariff(plan, upper) - tariff(plan, lower)) * 2n
  const least = (income * 14n) / 100n
  return least > difference ? least : difference
}
