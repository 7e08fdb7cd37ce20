import type { Minor, PayslipBody, PayslipLine, Why } from '@samen/core/country'
import { portion, roundedShare } from './arithmetic.ts'
import { type ContributionPlan, payBases, planFor, raisedBase } from './contribution-plan.ts'
import { employerLines } from './employer-contributions.ts'
import { householdOf } from './household.ts'
import type { Law } from './law.ts'
import {
  type CalendarMonth,
  calendarMonth,
  monthSoFar,
  payMonthSoFar,
  quarterSoFar,
  regimeDays,
  yearSoFar,
} from './running-totals.ts'
import type { BelgianSituation, MonthTotals, ToDate } from './situation.ts'
import { specialContributionLine } from './special-contribution.ts'
import { structuralReductionLine } from './structural-reduction.ts'
import { exceptionalTaxLine, wageTax } from './wage-tax.ts'
import { workBonus, workBonusWhy } from './work-bonus.ts'

const NO_FIGURES: Readonly<Record<string, Minor>> = Object.freeze({})
const WAGE: Why = Object.freeze({
  rule: 'wage',
  source: 'Act of 12 April 1965 on the protection of wages, art. 2',
})
const ONE_OFF: Why = Object.freeze({
  rule: 'one-off',
  source: 'Act of 12 April 1965 on the protection of wages, art. 2',
})
const HOLIDAY: Why = Object.freeze({
  rule: 'holiday-pay',
  source: 'Royal Decree of 30 March 1967, art. 38 and 46',
})
const HOLIDAY_CONTRIBUTION_SOURCE = 'Act of 29 June 1981, art. 39'

/** Gross to net of one pay. */
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
    },
  }
}

/** A year-end bonus or other exceptional pay: ordinary contributions, no work bonus, one rate of wage tax. */
function oneOffPay(situation: BelgianSituation, law: Law, gross: Minor): PayslipBody<ToDate> {
  const plan = planFor(situation, law)
  const bases = payBases(situation, law.social, plan, gross)
  const contribution = portion(bases.base, plan.employeeRate)
  const lines: PayslipLine[] = [personalContribution(bases.base, contribution, plan)]
  const taxable = gross - contribution
  return exceptionalPay(situation, law, gross, plan, bases, lines, taxable, gross, ONE_OFF, 'one-off')
}

/** Holiday pay an employer owes an employee: double holiday pay, or exit holiday pay at the end of a contract. */
function holidayPay(situation: BelgianSituation, law: Law, gross: Minor): PayslipBody<ToDate> {
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
    },
  }
}

/** Twelve normal months, gross or after personal contributions: what sets the rate on exceptional payments. */
function normalYearlyPay(
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

/**
 * The special contribution follows the quarter's wages at a settlement, for short contracts, and in the last month of the
 * quarter where its totals are known; a month asked alone gets the monthly advance.
 */
function settlesQuarter(situation: BelgianSituation, calendar: CalendarMonth): boolean {
  const { contract } = situation.engagement
  return (
    situation.pay === 'settlement' ||
    contract === 'one-day' ||
    contract === 'several-day' ||
    (calendar.closesQuarter && situation.toDate?.quarter?.of === calendar.quarter)
  )
}

interface Work {
  readonly days: bigint
  readonly hours: bigint
  readonly normalDays: bigint
  readonly normalHours: bigint
}

function workOf(situation: BelgianSituation, calendar: CalendarMonth): Work {
  const { engagement } = situation
  const perWeek = BigInt(engagement.daysPerWeek)
  const normalDays = engagement.normalDays ?? (calendar.normalDays[engagement.daysPerWeek] as bigint)
  const days = engagement.days ?? daysOfPeriod(situation, calendar, normalDays)
  return {
    days,
    hours: engagement.hours ?? roundedShare(days, engagement.hoursPerWeek, perWeek * 100n),
    normalDays,
    normalHours: roundedShare(normalDays, engagement.fullTimeHoursPerWeek, perWeek * 100n),
  }
}

/** A contract of up to this many days works all of them, weekends too; a longer one works the days of its regime. */
const SHORT_CONTRACT_DAYS = 5

/** Paid days where the situation states none: all days of a short contract, else the regime's days within the period. */
function daysOfPeriod(situation: BelgianSituation, calendar: CalendarMonth, normalDays: bigint): bigint {
  if (situation.pay === 'settlement') return 0n
  const { period, engagement } = situation
  const first = Number(period.from.slice(8, 10))
  const span = Number(period.to.slice(8, 10)) - first + 1
  if (span === calendar.days) return normalDays
  const short = engagement.contract === 'one-day' || engagement.contract === 'several-day'
  if (short && span <= SHORT_CONTRACT_DAYS) return BigInt(span) * 100n
  const from = calendar.firstDay + first - 1
  return regimeDays(from, from + span - 1, engagement.daysPerWeek)
}

/** The guaranteed minimum wage for the days or hours paid, and what the gross lacks of it. */
function minimumWageFigures(
  situation: BelgianSituation,
  law: Law,
  gross: Minor,
  work: Work,
): Readonly<Record<string, Minor>> {
  const { engagement } = situation
  const partTime = engagement.hoursPerWeek < engagement.fullTimeHoursPerWeek
  const [worked, due] = partTime ? [work.hours, work.normalHours] : [work.days, work.normalDays]
  if (worked === 0n || due === 0n) return NO_FIGURES
  const minimum = worked >= due ? law.social.minimumWage : roundedShare(law.social.minimumWage, worked, due)
  return gross >= minimum
    ? { 'minimum-wage': minimum }
    : { 'minimum-wage': minimum, 'minimum-wage-shortfall': minimum - gross }
}

/** The contribution the structural reduction cannot exceed: basic contribution and moderation on a base. */
const basicContribution = (base: Minor, plan: ContributionPlan): Minor => {
  const basic = plan.items[0]
  return basic === undefined ? 0n : portion(base, basic.rate)
}

const personalContribution = (base: Minor, contribution: Minor, plan: ContributionPlan): PayslipLine => ({
  code: 'social-security',
  kind: 'contribution',
  base,
  employeeRate: plan.employeeRate,
  employee: contribution,
  employer: 0n,
  authority: 'onss',
  why: plan.employeeWhy,
})

const relief = (code: string, base: Minor, amount: Minor, why: Why): PayslipLine => ({
  code,
  kind: 'contribution',
  base,
  employee: -amount,
  employer: 0n,
  authority: 'onss',
  why,
})

const GROUP_INSURANCE: Why = Object.freeze({
  rule: 'group-insurance',
  source: 'Act of 28 April 2003 on supplementary pensions',
})

const groupInsurance = (premium: Minor): PayslipLine => ({
  code: 'group-insurance',
  kind: 'contribution',
  base: premium,
  employee: premium,
  employer: 0n,
  authority: 'group-insurer',
  why: GROUP_INSURANCE,
})

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
