import type { Facts, OneOff, Period, Tax } from './input.ts'
import type { Plan } from './plan.ts'
import { reliefsOf } from './reliefs.ts'
import { type Class5, class5 } from './tariff.ts'
import { oneOffRelief, ordinaryRelief, split, taxOn, type YearTax, yearTax } from './year-tax.ts'

/** The plan of a year, ready to compute. */
export interface Pap {
  readonly plan: Plan
  readonly class5: Class5
}

export const papOf = (plan: Plan): Pap => Object.freeze({ plan, class5: class5(plan) })

/** Tax of a period with the yearly figures behind it. */
export interface PeriodTax extends Tax {
  /** Pay of the whole year that the period stands for, in cents (ZRE4J). */
  readonly yearPay: bigint
  readonly year: YearTax
  /** Year's wage tax and base of surcharge and church tax, in euros (LSTJAHR, JBMG). */
  readonly yearTax: bigint
  readonly yearBase: bigint
}

/** A period's amount as a whole year (MRE4JL). */
export function toYear(cents: bigint, period: Period): bigint {
  switch (period) {
    case 1:
      return cents
    case 2:
      return cents * 12n
    case 3:
      return (cents * 360n) / 7n
    case 4:
      return cents * 360n
  }
}

/** The period's part of a year's amount, fractions of a cent dropped (UPANTEIL). */
export function ofYear(cents: bigint, period: Period): bigint {
  switch (period) {
    case 1:
      return cents
    case 2:
      return cents / 12n
    case 3:
      return (cents * 7n) / 360n
    case 4:
      return cents / 360n
  }
}

/** Wage tax, surcharge and church base of ordinary pay (RE4) of one period (MBERECH, MSOLZ). Exact, in cents. */
export function periodTax({ plan, class5: at }: Pap, facts: Facts, period: Period, pay: bigint): PeriodTax {
  const yearPay = toYear(pay, period)
  const pensionPay = facts.pension.pay === 0n ? 0n : toYear(facts.pension.pay, period)
  const months = period === 1 ? facts.pension.months : undefined
  const reliefs = reliefsOf(facts, yearPay, pensionPay, months, 0n)
  const personal =
    facts.addition === facts.allowance ? 0n : toYear(facts.addition, period) - toYear(facts.allowance, period)
  const year = yearTax(plan, at, facts, yearPay, pensionPay, yearPay, ordinaryRelief(reliefs), personal)
  const tax = (year.tax * facts.factor) / 1000n
  const base =
    facts.childAllowances === 0n
      ? tax
      : (taxOn(plan, at, facts, year.income - year.children) * facts.factor) / 1000n
  return {
    yearPay,
    year,
    yearTax: tax,
    yearBase: base,
    tax: ofYear(tax * 100n, period),
    solidarity: ofYear(solidarity(plan, facts, base), period),
    churchBase: facts.church ? ofYear(base * 100n, period) : 0n,
  }
}

/** Surcharge of a year on a base in euros, in cents (MSOLZ): 5.5 %, at most 11.9 % of what exceeds the limit. */
function solidarity(plan: Plan, facts: Facts, base: bigint): bigint {
  const limit = plan.solidarityLimit * split(facts)
  if (base <= limit) return 0n
  const full = (base * 55n) / 10n
  const gliding = ((base - limit) * 119n) / 10n
  return gliding < full ? gliding : full
}

/** Tax of a one-off payment with the two years' taxes it lies between. */
export interface OneOffTax extends Tax {
  readonly without: YearTax
  readonly with: YearTax
  /** Difference before it is cut at zero, in cents: what an untaxed share benefit takes off ordinary tax. */
  readonly difference: bigint
}

/** Wage tax of a one-off payment: the year's tax with it less the year's tax without (MSONST). Exact, in cents. */
export function oneOffTax({ plan, class5: at }: Pap, facts: Facts, given: OneOff): OneOffTax {
  const { pension } = facts
  const months = pension.months === 0n ? 12n : pension.months
  const personal = facts.yearAddition - facts.yearAllowance
  const before = yearTax(
    plan,
    at,
    facts,
    given.yearPay,
    pension.yearPay,
    given.yearPay - given.yearCompensation,
    ordinaryRelief(reliefsOf(facts, given.yearPay, pension.yearPay, months, 0n)),
    personal,
  )
  const pay = given.yearPay + given.pay
  const pensionPay = pension.yearPay + pension.oneOff
  const after = yearTax(
    plan,
    at,
    facts,
    pay,
    pensionPay,
    pay + given.shareBenefit - given.yearCompensation - given.compensation,
    oneOffRelief(reliefsOf(facts, pay, pensionPay, months, pension.deathGrant)),
    personal,
  )
  // To whole euros towards zero.
  const difference = (((after.tax - before.tax) * facts.factor) / 1000n) * 100n
  const tax = difference < 0n ? 0n : difference
  return {
    without: before,
    with: after,
    difference,
    tax,
    solidarity: tax > 0n && exceedsLimit(plan, at, facts, after) ? (tax * 55n) / 1000n : 0n,
    churchBase: facts.church ? tax : 0n,
  }
}

/** Whether the year with the payment bears the surcharge, children counted (MSOLZSTS); there is no gliding here. */
function exceedsLimit(plan: Plan, at: Class5, facts: Facts, year: YearTax): boolean {
  const tax = facts.childAllowances === 0n ? year.tax : taxOn(plan, at, facts, year.income - year.children)
  return (tax * facts.factor) / 1000n > plan.solidarityLimit * split(facts)
}

/** What an untaxed share benefit leaves of a period's tax, when the one-off difference is negative (STSMIN). */
export function lessShareBenefit(ordinary: Tax, difference: bigint, church: boolean): Tax {
  const floor = (value: bigint) => (value < 0n ? 0n : value)
  return {
    tax: floor(ordinary.tax + difference),
    solidarity: floor((ordinary.solidarity * 1000n + difference * 55n) / 1000n),
    churchBase: church ? floor(ordinary.churchBase + difference) : 0n,
  }
}
