import type { Facts } from './input.ts'
import type { Plan } from './plan.ts'
import { type Reliefs, upToEuro } from './reliefs.ts'
import { socialDeduction } from './social-deduction.ts'
import { type Class5, tariff, tariffClass5 } from './tariff.ts'

/** A year's taxable income and how it came about; all in cents but the tax, which is in whole euros. */
export interface YearTax {
  /** Pay after reliefs and personal allowances (ZRE4). */
  readonly pay: bigint
  /** Fixed deductions of the class (ZTABFB) and the deduction for social insurance (VSP). */
  readonly fixed: bigint
  readonly social: bigint
  /** Taxable income (ZVE), not below zero. */
  readonly income: bigint
  /** Yearly tax before any factor (ST). */
  readonly tax: bigint
  /** Child allowances of the year (KFB). */
  readonly children: bigint
}

/** Splitting tables of class III, else basic tables (KZTAB). */
export const split = ({ taxClass }: Facts): bigint => (taxClass === 3 ? 2n : 1n)

/** Yearly tax on taxable income in cents (UPMLST). */
export function taxOn(plan: Plan, at: Class5, facts: Facts, income: bigint): bigint {
  if (income < 100n) return 0n
  const by = split(facts)
  const euros = income / (100n * by)
  return facts.taxClass < 5 ? tariff(plan, euros * 100n) * by : tariffClass5(plan, at, euros)
}

/**
 * From a year's pay to its tax (MRE4ABZ, MZTABFB, MLSTJAHR). `pensionPay` is the pension in the pay, `socialPay` the pay
 * that the deduction for social insurance counts.
 */
export function yearTax(
  plan: Plan,
  at: Class5,
  facts: Facts,
  pay: bigint,
  pensionPay: bigint,
  socialPay: bigint,
  relief: { readonly pension: bigint; readonly supplement: bigint; readonly age: bigint },
  personal: bigint,
): YearTax {
  const left = pay - relief.pension - relief.age + personal
  const after = left < 0n ? 0n : left
  const pension = pensionPay > relief.pension ? pensionPay - relief.pension : 0n
  const fixed = fixedDeductions(plan, facts, after, pension, relief.supplement)
  const social = socialDeduction(plan, facts, socialPay)
  const net = after - fixed - social
  const income = net < 100n ? 0n : net
  return {
    pay: after,
    fixed,
    social,
    income,
    tax: taxOn(plan, at, facts, income),
    children: childAllowances(plan, facts),
  }
}

/** Allowances for children count for surcharge and church tax only (KFB); class IV has half of each. */
function childAllowances(plan: Plan, { taxClass, childAllowances: tenths }: Facts): bigint {
  if (tenths === 0n || taxClass > 4) return 0n
  const full = taxClass === 4 ? plan.childAllowance / 2n : plan.childAllowance
  return ((tenths * full) / 10n) * 100n
}

/** Lump sums of the class: work costs, special costs, single parents, supplement to the pension relief (ZTABFB). */
function fixedDeductions(plan: Plan, { taxClass }: Facts, pay: bigint, pension: bigint, supplement: bigint) {
  if (taxClass === 6) return 0n
  const counted = pension < supplement ? (pension / 100n) * 100n : supplement
  let costs = 0n
  if (pension > 0n) {
    const left = pension - counted
    costs = left < plan.pensionCosts * 100n ? upToEuro(left) : plan.pensionCosts * 100n
  }
  if (pay > pension) {
    const work = pay - pension
    costs = work < plan.workCosts * 100n ? upToEuro(costs + work) : costs + plan.workCosts * 100n
  }
  const parent = taxClass === 2 ? plan.singleParent * 100n : 0n
  return parent + costs + plan.specialCosts * 100n + counted
}

export const ordinaryRelief = ({ pension, pensionSupplement, age }: Reliefs) => ({
  pension,
  supplement: pensionSupplement,
  age,
})
export const oneOffRelief = ({ pensionOneOff, pensionSupplementOneOff, age }: Reliefs) => ({
  pension: pensionOneOff,
  supplement: pensionSupplementOneOff,
  age,
})
