import type { Minor, PayslipLine } from '@samen/core/country'
import { portion } from './arithmetic.ts'
import { planFor } from './contribution-plan.ts'
import { employerLines } from './employer-contributions.ts'
import { normalYearlyPay } from './exceptional-pay.ts'
import { householdOf } from './household.ts'
import type { Law } from './law.ts'
import { personalContribution } from './lines.ts'
import { calendarMonth, monthSoFar, payMonthSoFar } from './running-totals.ts'
import type { BelgianSituation } from './situation.ts'
import { exceptionalTaxLine, wageTax } from './wage-tax.ts'

/** Contributions on a stated base (already 108 % of gross where the law raises it), without work bonus, special contribution and provisions on gross. */
export function contributionsOn(situation: BelgianSituation, law: Law, base: Minor): readonly PayslipLine[] {
  const plan = planFor(situation, law)
  return [
    personalContribution(base, portion(base, plan.employeeRate), plan),
    ...employerLines(plan, { base, capped: base, insured: 0n, holidayEarning: 0n }, undefined),
  ]
}

/** Wage tax on a stated taxable amount; exceptional and holiday pay by their own rates. */
export function wageTaxOn(situation: BelgianSituation, law: Law, taxable: Minor): readonly PayslipLine[] {
  if (situation.pay === 'one-off' || situation.pay === 'holiday') {
    const month = monthSoFar(situation, calendarMonth(situation.period.from).of)
    const annual = normalYearlyPay(situation, law, planFor(situation, law), month, taxable)
    return [exceptionalTaxLine(situation, taxable, annual, law.tax)]
  }
  const paidIn = situation.paidOn.slice(0, 7)
  const { workBonus: bonus } = situation.engagement
  return wageTax(
    situation,
    { taxable, bonusA: bonus?.a ?? 0n, bonusB: bonus?.b ?? 0n },
    householdOf(situation.worker, law.tax.keyFormula.family),
    payMonthSoFar(situation, paidIn),
    paidIn,
    law.tax,
  ).lines
}
