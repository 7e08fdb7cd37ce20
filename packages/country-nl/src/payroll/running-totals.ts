import type { Minor, PayslipLine } from '@samen/core/country'
import { hoursPaid, periodsPaid, wagePeriodOf } from './period.ts'
import type { PremiumPlan } from './premium-plan.ts'
import type { Charged } from './premiums.ts'
import type { DutchSituation, MonthTotals, TaxedTotals, ToDate, YearTotals } from './situation.ts'
import type { Withheld } from './wage-tax.ts'

const DAY: TaxedTotals = Object.freeze({ of: '', wage: 0n, tax: 0n, labourCredit: 0n, relief: 0n })
const MONTH: MonthTotals = Object.freeze({ ...DAY, maximum: 0n, hours: 0n })
const YEAR: YearTotals = Object.freeze({
  of: '',
  wage: 0n,
  insuredWage: 0n,
  insuredMaximum: 0n,
  premiumWage: 0n,
  lowPremiumWage: 0n,
  healthWage: 0n,
  healthMaximum: 0n,
  healthBase: 0n,
})

/** The totals so far of the month worked; zero when those given belong to another month. */
export function monthSoFar({ toDate, period }: DutchSituation): MonthTotals {
  const given = toDate?.month
  return given !== undefined && period.from.startsWith(given.of) ? given : MONTH
}

/** The totals so far of the single day worked. */
export function daySoFar({ toDate, period }: DutchSituation): TaxedTotals {
  const given = toDate?.day
  return given !== undefined && period.from === given.of ? given : DAY
}

/** The totals so far of the year of payment. */
export function yearSoFar({ toDate, paidOn }: DutchSituation): YearTotals {
  const given = toDate?.year
  return given !== undefined && paidOn.startsWith(given.of) ? given : YEAR
}

/** The running totals after a pay: what its month, day and year bore with it. */
export function totalsAfter(
  situation: DutchSituation,
  plan: PremiumPlan,
  wage: Minor,
  charged: Charged,
  tax: Withheld,
): ToDate {
  const { granted } = charged
  const before = monthSoFar(situation)
  const together = tax.together === 'month' ? tax : undefined
  const works = situation.pay === 'ordinary' || situation.pay === 'part'
  const month: MonthTotals = {
    of: situation.period.from.slice(0, 7),
    wage: together ? before.wage + wage : before.wage,
    tax: together ? before.tax + taxOf(together) : before.tax,
    labourCredit: together ? before.labourCredit + together.labourCredit : before.labourCredit,
    relief: together ? before.relief + together.relief : before.relief,
    maximum: before.maximum + granted,
    hours: before.hours + ((works ? hoursPaid(situation) : undefined) ?? 0n),
  }
  const year = yearAfter(situation, plan, wage, charged)
  const day = works ? dayAfter(situation, wage, tax) : situation.toDate?.day
  return day === undefined ? { month, year } : { month, day, year }
}

function yearAfter(
  situation: DutchSituation,
  plan: PremiumPlan,
  wage: Minor,
  { insured, health, granted }: Charged,
): YearTotals {
  const year = yearSoFar(situation)
  const paysHealth = plan.health !== 'none'
  const low = year.lowPremiumWage + (plan.revisable ? insured.base : 0n)
  return {
    of: situation.paidOn.slice(0, 4),
    wage: year.wage + wage,
    insuredWage: plan.insured ? year.insuredWage + wage : year.insuredWage,
    insuredMaximum: plan.insured ? year.insuredMaximum + granted : year.insuredMaximum,
    premiumWage: year.premiumWage + insured.base,
    lowPremiumWage: situation.pay === 'settlement' ? 0n : low,
    healthWage: paysHealth ? year.healthWage + wage : year.healthWage,
    healthMaximum: paysHealth ? year.healthMaximum + granted : year.healthMaximum,
    healthBase: year.healthBase + health.base,
  }
}

/** A single day is remembered whoever taxes it, because its premium maximum is granted once. */
function dayAfter(situation: DutchSituation, wage: Minor, tax: Withheld): TaxedTotals | undefined {
  const period = wagePeriodOf(situation)
  if (period !== 'day' || periodsPaid(situation, period) !== 1) return situation.toDate?.day
  const day = daySoFar(situation)
  const of = situation.period.from
  if (tax.together !== 'day') return { ...day, of }
  return {
    of,
    wage: day.wage + wage,
    tax: day.tax + taxOf(tax),
    labourCredit: day.labourCredit + tax.labourCredit,
    relief: day.relief + tax.relief,
  }
}

const taxOf = ({ lines }: Withheld): Minor => (lines[0] as PayslipLine).employee
