import type { Minor, PayslipBody, PayslipLine, Why } from '@samen/core/country'
import { DIMONA_TYPE } from '../declarations/dimona.ts'
import { portion, roundedShare } from './arithmetic.ts'
import { insuranceCost, insuranceLine } from './employer-contributions.ts'
import { householdOf } from './household.ts'
import type { Law } from './law.ts'
import { calendarMonth, payMonthSoFar } from './running-totals.ts'
import type { BelgianSituation } from './situation.ts'
import type { ToDate } from './to-date.ts'
import { type WageTax, wageTax } from './wage-tax.ts'
import { workOf } from './work-done.ts'

const ACT = 'Act of 16 November 2015 containing diverse provisions on social matters'
const WAGE: Why = Object.freeze({ rule: 'flexi-wage', source: `${ACT}, art. 5` })

/**
 * A pay of a flexi-job: flexi wage and flexi holiday pay together. The employer owes one special contribution on both, the
 * worker nothing, and tax only on what exceeds the yearly ceiling at this employer (finance.belgium.be: employers do not
 * know of each other). The work bonus, the special contribution and reductions do not apply.
 */
export function flexiPay(situation: BelgianSituation, law: Law, gross: Minor): PayslipBody<ToDate> {
  const { social } = law
  const wage = flexiWage(gross, law)
  const { year, before, taxable } = yearOf(situation, law, gross)
  const lines = flexiContributions(situation, law, gross)
  const taxed = taxable === 0n ? undefined : taxOn(situation, law, taxable)
  if (taxed !== undefined) for (const line of taxed.lines) lines.push(line)
  const insurance = insuranceLine(gross, situation.engagement.workAccidentRate)
  if (insurance !== undefined) lines.push(insurance)
  return {
    earnings: [
      { code: 'flexi-wage', amount: wage, why: WAGE },
      {
        code: 'flexi-holiday-pay',
        amount: gross - wage,
        why: {
          rule: 'flexi-holiday-pay',
          source: `${ACT}, art. 5`,
          inputs: { rate: social.flexiHolidayRate },
        },
      },
    ],
    lines,
    taxable,
    figures: wageLimits(situation, law, wage),
    toDate: {
      ...situation.toDate,
      ...(taxed !== undefined && { payMonth: taxed.payMonth }),
      flexi: { of: year, pay: before + gross },
    },
  }
}

/** Employer cost of a flexi-job's gross. */
export const flexiCost = (situation: BelgianSituation, law: Law, gross: Minor): Minor =>
  gross +
  portion(gross, law.social.flexiEmployerRate) +
  insuranceCost(gross, situation.engagement.workAccidentRate)

/** The special contribution on flexi wage and flexi holiday pay. */
export function flexiContributions(
  situation: BelgianSituation,
  { social, tax }: Law,
  base: Minor,
): PayslipLine[] {
  const { flexi, status } = situation.engagement
  return [
    {
      code: 'flexi-contribution',
      kind: 'contribution',
      base,
      employerRate: social.flexiEmployerRate,
      employee: 0n,
      employer: portion(base, social.flexiEmployerRate),
      authority: 'onss',
      why: {
        rule: flexi?.pensioner ? 'flexi-contribution-pensioner' : 'flexi-contribution',
        source: 'Act of 29 June 1981, art. 38 § 3sexdecies; Income Tax Code 1992, art. 38 § 1, 29°',
        inputs: {
          ceiling: tax.flexiExempt,
          before: paidBefore(situation),
          workerCode: status === 'worker' ? '050' : '450',
          dimona: DIMONA_TYPE['flexi-job'],
        },
      },
    },
  ]
}

/** Wage tax on a stated flexi pay: on what exceeds the ceiling of the year. */
export function flexiTax(situation: BelgianSituation, law: Law, paid: Minor): readonly PayslipLine[] {
  const { taxable } = yearOf(situation, law, paid)
  return taxable === 0n ? [] : taxOn(situation, law, taxable).lines
}

/** The year of payment, flexi pay of it before this one, and what of this one exceeds its ceiling. */
function yearOf(situation: BelgianSituation, { tax }: Law, paid: Minor) {
  const before = paidBefore(situation)
  const room = tax.flexiExempt > before ? tax.flexiExempt - before : 0n
  const free = situation.engagement.flexi?.pensioner || paid <= room
  return { year: situation.paidOn.slice(0, 4), before, taxable: free ? 0n : paid - room }
}

const paidBefore = ({ toDate, paidOn }: BelgianSituation): Minor =>
  toDate?.flexi?.of === paidOn.slice(0, 4) ? toDate.flexi.pay : 0n

function taxOn(situation: BelgianSituation, { tax }: Law, taxable: Minor): WageTax {
  const paidIn = situation.paidOn.slice(0, 7)
  return wageTax(
    situation,
    { taxable, bonusA: 0n, bonusB: 0n },
    householdOf(situation.worker, tax.keyFormula.family),
    payMonthSoFar(situation, paidIn),
    paidIn,
    tax,
  )
}

/** The flexi wage within what is paid: holiday pay comes on top of it as a share of it. */
function flexiWage(gross: Minor, { social: { flexiHolidayRate } }: Law): Minor {
  return roundedShare(
    gross,
    flexiHolidayRate.denominator,
    flexiHolidayRate.denominator + flexiHolidayRate.numerator,
  )
}

/** The least and the highest flexi wage for the hours paid, and what the wage lacks of one or exceeds of the other. */
function wageLimits(
  situation: BelgianSituation,
  { social }: Law,
  wage: Minor,
): Readonly<Record<string, Minor>> {
  const { hours } = workOf(situation, calendarMonth(situation.period.from))
  const scale = situation.engagement.flexi?.hourlyScale
  // 38 hours a week make 38 × 52 / 12 = 494 / 3 hours a month.
  const least =
    scale === undefined
      ? roundedShare(social.minimumWage, hours * 3n, 49_400n)
      : roundedShare(scale, hours, 100n)
  const highest = portion(least, social.flexiMaximumShare)
  return {
    'minimum-wage': least,
    'maximum-wage': highest,
    ...(wage < least && { 'minimum-wage-shortfall': least - wage }),
    ...(wage > highest && { 'maximum-wage-excess': wage - highest }),
  }
}
