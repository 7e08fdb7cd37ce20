import type { Minor, PayslipBody, PayslipLine, Why } from '@samen/core/country'
import { portion } from './arithmetic.ts'
import { type ContributionPlan, payBases, planFor, raisedBase } from './contribution-plan.ts'
import { employerLines } from './employer-contributions.ts'
import { householdOf } from './household.ts'
import type { Law } from './law.ts'
import { personalContribution } from './lines.ts'
import {
  calendarMonth,
  monthSoFar,
  payMonthSoFar,
  quarterSoFar,
  schemeTotals,
  settlesQuarter,
  yearSoFar,
} from './running-totals.ts'
import type { BelgianSituation } from './situation.ts'
import { specialContributionLine } from './special-contribution.ts'
import type { MonthTotals, ToDate } from './to-date.ts'
import { exceptionalTaxLine } from './wage-tax.ts'

const NO_FIGURES: Readonly<Record<string, Minor>> = Object.freeze({})
const ONE_OFF: Why = Object.freeze({
  rule: 'one-off',
  source: 'Act of 12 April 1965 on the protection of wages, art. 2',
})
const HOLIDAY: Why = Object.freeze({
  rule: 'holiday-pay',
  source: 'Royal Decree of 30 March 1967, art. 38 and 46',
})
const HOLIDAY_CONTRIBUTION_SOURCE = 'Act of 29 June 1981, art. 39'

/** A year-end bonus or other exceptional pay: ordinary contributions, no work bonus, one rate of wage tax. */
export function oneOffPay(situation: BelgianSituation, law: Law, gross: Minor): PayslipBody<ToDate> {
  const plan = planFor(situation, law)
  const bases = payBases(situation, law.social, plan, gross)
  const contribution = portion(bases.base, plan.employeeRate)
  const lines: PayslipLine[] = [personalContribution(bases.base, contribution, plan)]
  const taxable = gross - contribution
  return exceptionalPay(situation, law, gross, plan, bases, lines, taxable, gross, ONE_OFF, 'one-off')
}

/** Holiday pay an employer owes an employee: double holiday pay, or exit holiday pay at the end of a contract. */
export function holidayPay(situation: BelgianSituation, law: Law, gross: Minor): PayslipBody<ToDate> {
  const plan = planFor(situation, law)
  const bases = payBases(situation, law.social, plan, gross)
  const exit = situation.engagement.holidayPay === 'exit'
  const subject = portion(gross, exit ? law.social.exitDoubleShare : law.social.doubleHolidayShare)
  const special = portion(subject, law.social.doubleHolidayRate)
  const contribution = exit ? portion(bases.base, plan.employeeRate) : 0n
  const lines: PayslipLine[] = exit ? [personalContribution(bases.base, contribution, plan)] : []
  lines.push({
    code: 'holiday-contribution',
    kind: 'contribution',
    base: subject,
    employeeRate: law.social.doubleHolidayRate,
    employee: special,
    employer: 0n,
    authority: 'onss',
    why: {
      rule: exit ? 'holiday-contribution-exit' : 'holiday-contribution',
      source: HOLIDAY_CONTRIBUTION_SOURCE,
    },
  })
  const taxable = gross - contribution - special
  // Exit holiday pay is kept out of the wages W of the structural reduction (NSSO instructions, « W »).
  return exceptionalPay(situation, law, gross, plan, bases, lines, taxable, 0n, HOLIDAY, 'holiday-pay')
}

function exceptionalPay(
  situation: BelgianSituation,
  law: Law,
  gross: Minor,
  plan: ContributionPlan,
  bases: ReturnType<typeof payBases>,
  lines: PayslipLine[],
  taxable: Minor,
  reductionWages: Minor,
  why: Why,
  earning: string,
): PayslipBody<ToDate> {
  const calendar = calendarMonth(situation.period.from)
  const month = monthSoFar(situation, calendar.of)
  const quarter = quarterSoFar(situation, calendar.quarter)
  const { special: household } = householdOf(situation.worker, law.tax.keyFormula.family)
  const special = specialContributionLine(
    bases.base,
    household,
    settlesQuarter(situation, calendar),
    month,
    quarter,
    law.social.specialContribution,
  )
  if (bases.base > 0n && special !== undefined) lines.push(special)
  lines.push(
    exceptionalTaxLine(situation, taxable, normalYearlyPay(situation, law, plan, month, gross), law.tax),
  )
  for (const line of employerLines(plan, bases, situation.engagement.workAccidentRate)) lines.push(line)
  const specialAdded = bases.base > 0n && special !== undefined ? special.employee : 0n
  const paidIn = situation.paidOn.slice(0, 7)
  const payMonth = payMonthSoFar(situation, paidIn)
  return {
    earnings: [{ code: earning, amount: gross, why }],
    lines,
    taxable,
    figures: NO_FIGURES,
    toDate: {
      month: {
        ...month,
        of: calendar.of,
        base: month.base + bases.base,
        special: month.special + specialAdded,
      },
      payMonth: { ...payMonth, of: paidIn },
      quarter: {
        ...quarter,
        of: calendar.quarter,
        gross: quarter.gross + reductionWages,
        base: quarter.base + bases.base,
        special: quarter.special + specialAdded,
      },
      year: { of: calendar.year, bonus: yearSoFar(situation, calendar.year).bonus },
      ...schemeTotals(situation),
    },
  }
}

/** Twelve normal months, gross or after personal contributions: what sets the rate on exceptional payments. */
export function normalYearlyPay(
  situation: BelgianSituation,
  law: Law,
  plan: ContributionPlan,
  month: MonthTotals,
  gross: Minor,
): Minor {
  const { monthlyWage, exceptionalBase } = situation.engagement
  const monthly = monthlyWage ?? (month.gross > 0n ? month.gross : gross)
  if ((exceptionalBase ?? law.tax.exceptionalBase) === 'gross') return monthly * 12n
  return (monthly - portion(raisedBase(monthly, plan, law.social), plan.employeeRate)) * 12n
}
