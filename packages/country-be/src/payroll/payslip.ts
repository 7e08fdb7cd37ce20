import type { Minor, PayslipBody, PayslipLine, Why } from '@samen/core/country'
import { portion } from './arithmetic.ts'
import { type ContributionPlan, payBases, planFor } from './contribution-plan.ts'
import { employerLines } from './employer-contributions.ts'
import { holidayPay, oneOffPay } from './exceptional-pay.ts'
import { householdOf } from './household.ts'
import type { Law } from './law.ts'
import { groupInsurance, personalContribution, relief } from './lines.ts'
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
import { structuralReductionLine } from './structural-reduction.ts'
import type { ToDate } from './to-date.ts'
import { wageTax } from './wage-tax.ts'
import { workBonus, workBonusWhy } from './work-bonus.ts'
import { minimumWageFigures, type Work, workOf } from './work-done.ts'

/** Why wages are paid. */
export const WAGE: Why = Object.freeze({
  rule: 'wage',
  source: 'Act of 12 April 1965 on the protection of wages, art. 2',
})

/** Gross to net of one pay of an ordinary engagement. */
export function belgianPayslip(situation: BelgianSituation, law: Law, gross: Minor): PayslipBody<ToDate> {
  if (situation.pay === 'holiday') return holidayPay(situation, law, gross)
  if (situation.pay === 'one-off') return oneOffPay(situation, law, gross)
  return wages(situation, law, gross)
}

/** Ordinary wages: a whole month, part of it, or the settlement of what it left open. */
function wages(situation: BelgianSituation, law: Law, gross: Minor): PayslipBody<ToDate> {
  const { engagement } = situation
  const calendar = calendarMonth(situation.period.from)
  const month = monthSoFar(situation, calendar.of)
  const quarter = quarterSoFar(situation, calendar.quarter)
  const year = yearSoFar(situation, calendar.year)
  const plan = planFor(situation, law)
  const bases = payBases(situation, law.social, plan, gross)
  const household = householdOf(situation.worker, law.tax.keyFormula.family)
  const work = workOf(situation, calendar)

  const contribution = portion(bases.base, plan.employeeRate)
  const lines: PayslipLine[] = [personalContribution(bases.base, contribution, plan)]

  let addedA = 0n
  let addedB = 0n
  if (!plan.young) {
    const table = plan.raised ? law.social.workBonusManual : law.social.workBonusEmployee
    const bonus = workBonus(
      month.gross + gross,
      month.contribution + contribution,
      {
        partTime: engagement.hoursPerWeek < engagement.fullTimeHoursPerWeek,
        days: month.days + work.days,
        hours: month.hours + work.hours,
        normalDays: work.normalDays,
        normalHours: work.normalHours,
      },
      month,
      year,
      table,
    )
    if (bonus !== undefined) {
      addedA = bonus.a - month.bonusA
      addedB = bonus.b - month.bonusB
      if (addedA !== 0n)
        lines.push(
          relief(
            'work-bonus-a',
            bonus.reference,
            addedA,
            workBonusWhy('work-bonus-a', bonus, table.a, bonus.a, month.bonusA),
          ),
        )
      if (addedB !== 0n)
        lines.push(
          relief(
            'work-bonus-b',
            bonus.reference,
            addedB,
            workBonusWhy('work-bonus-b', bonus, table.b, bonus.b, month.bonusB),
          ),
        )
    }
  }

  const special = specialContributionLine(
    bases.base,
    household.special,
    settlesQuarter(situation, calendar),
    month,
    quarter,
    law.social.specialContribution,
  )
  if (special !== undefined) lines.push(special)

  const taxable = gross - contribution + addedA + addedB + engagement.taxableBenefits
  const paidIn = situation.paidOn.slice(0, 7)
  const tax = wageTax(
    situation,
    { taxable, bonusA: addedA, bonusB: addedB },
    household,
    payMonthSoFar(situation, paidIn),
    paidIn,
    law.tax,
  )
  for (const line of tax.lines) lines.push(line)
  if (engagement.groupInsurance > 0n) lines.push(groupInsurance(engagement.groupInsurance))
  for (const line of employerLines(plan, bases, engagement.workAccidentRate)) lines.push(line)

  const structural = plan.young
    ? undefined
    : structuralReductionLine(
        {
          wages: quarter.gross + gross,
          days: quarter.days + work.days,
          hours: quarter.hours + work.hours,
          contribution: basicContribution(quarter.base + bases.base, plan),
          monthAlone: isMonthAlone(situation, work),
        },
        engagement,
        quarter,
        situation.pay === 'settlement',
        law.social.structuralReduction,
      )
  if (structural !== undefined) lines.push(structural)

  const specialAdded = special === undefined ? 0n : special.employee
  return {
    earnings: [{ code: 'wage', amount: gross, why: WAGE }],
    lines,
    taxable,
    figures: minimumWageFigures(situation, law, gross, work),
    toDate: {
      month: {
        of: calendar.of,
        gross: month.gross + gross,
        base: month.base + bases.base,
        contribution: month.contribution + contribution,
        days: month.days + work.days,
        hours: month.hours + work.hours,
        bonusA: month.bonusA + addedA,
        bonusB: month.bonusB + addedB,
        special: month.special + specialAdded,
      },
      payMonth: tax.payMonth,
      quarter: {
        of: calendar.quarter,
        gross: quarter.gross + gross,
        ordinary: quarter.ordinary + gross,
        base: quarter.base + bases.base,
        days: quarter.days + work.days,
        hours: quarter.hours + work.hours,
        special: quarter.special + specialAdded,
        structural: quarter.structural - (structural === undefined ? 0n : structural.employer),
      },
      year: { of: calendar.year, bonus: year.bonus + addedA + addedB },
      ...schemeTotals(situation),
    },
  }
}

/** A whole month of a lasting contract, asked without running totals: like the special contribution, as one of three. */
const isMonthAlone = ({ toDate, engagement }: BelgianSituation, work: Work): boolean =>
  toDate === undefined &&
  (engagement.contract === 'open-ended' || engagement.contract === 'monthly') &&
  work.days >= work.normalDays

/** The contribution the structural reduction cannot exceed: basic contribution and moderation on a base. */
const basicContribution = (base: Minor, plan: ContributionPlan): Minor => {
  const basic = plan.items[0]
  return basic === undefined ? 0n : portion(base, basic.rate)
}
