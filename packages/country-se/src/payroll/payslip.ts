import type { Earning, Minor, PayslipBody, PayslipLine, Why } from '@samen/core/country'
import { type Charges, chargeLines, chargesOf, holidayTerms } from './charges.ts'
import type { Law } from './law.ts'
import { monthSoFar, yearSoFar } from './running-totals.ts'
import type { SwedishSituation, ToDate } from './situation.ts'
import { type Withholding, withhold } from './withholding.ts'

/** Gross to net of one pay. */
export function swedishPayslip(situation: SwedishSituation, law: Law, gross: Minor): PayslipBody<ToDate> {
  const charges = chargesOf(situation, law, gross)
  const lines = chargeLines(law, charges, situation.engagement.pensionRate, gross)
  const tax = withhold(situation, law, charges.pay, gross, charges.belowThreshold)
  if (tax.line) lines.push(tax.line)
  return {
    earnings: earningsOf(situation, law, gross),
    lines,
    taxable: charges.pay,
    figures: figuresOf(charges),
    toDate: toDateAfter(situation, charges, tax),
  }
}

/** The employer’s contributions on a stated base, without provisions. */
export function contributionsOn(situation: SwedishSituation, law: Law, base: Minor): readonly PayslipLine[] {
  const { engagement } = situation
  const charges = chargesOf(
    { ...situation, engagement: { ...engagement, taxableBenefits: 0n, holiday: 'leave' } },
    law,
    base,
  )
  return chargeLines(law, charges, engagement.pensionRate, base)
}

/** The tax withheld from a stated taxable amount. */
export function wageTaxOn(situation: SwedishSituation, law: Law, taxable: Minor): readonly PayslipLine[] {
  const { belowThreshold } = chargesOf(
    { ...situation, engagement: { ...situation.engagement, taxableBenefits: 0n } },
    law,
    taxable,
  )
  const { line } = withhold(situation, law, taxable, taxable, belowThreshold)
  return line ? [line] : []
}

/** Pay contributions are charged on, and why it is not this pay: the year stays, or no longer stays, below the threshold. */
function figuresOf({ base, pay, plan, belowThreshold }: Charges): Readonly<Record<string, Minor>> {
  if (plan === undefined) return NOT_CHARGED
  if (belowThreshold) return { 'contribution-base': base, 'below-threshold': pay }
  return base === pay
    ? { 'contribution-base': base }
    : { 'contribution-base': base, 'earlier-pay-charged': base - pay }
}

const NOT_CHARGED = Object.freeze({ 'contribution-base': 0n })

function earningsOf(situation: SwedishSituation, law: Law, gross: Minor): Earning[] {
  if (situation.pay === 'one-off') return [{ code: 'one-off', amount: gross, why: ONE_OFF }]
  if (situation.pay === 'holiday') return [{ code: 'holiday-compensation', amount: gross, why: HOLIDAY_PAID }]
  if (holidayTerms(situation) !== 'included') return [{ code: 'wage', amount: gross, why: WAGE }]
  const { numerator, denominator } = law.rules.holidayRate
  const whole = numerator + denominator
  const holiday = (gross * numerator * 2n + whole) / (whole * 2n)
  return [
    { code: 'wage', amount: gross - holiday, why: WAGE },
    { code: 'holiday-compensation', amount: holiday, why: HOLIDAY_INCLUDED },
  ]
}

function toDateAfter(situation: SwedishSituation, charges: Charges, tax: Withholding): ToDate {
  const month = monthSoFar(situation)
  const year = yearSoFar(situation)
  const { pay, plan, base } = charges
  return {
    month: {
      of: situation.paidOn.slice(0, 7),
      taxable: month.taxable + tax.taxable,
      tax: month.tax + tax.tax,
      charged: month.charged + base,
    },
    year: {
      of: situation.paidOn.slice(0, 4),
      pay: year.pay + pay,
      // What no contribution is ever due on counts as settled.
      charged: year.charged + (plan === undefined ? pay : base),
    },
  }
}

const WAGE: Why = Object.freeze({ rule: 'wage', source: 'The contract of employment' })
const ONE_OFF: Why = Object.freeze({ rule: 'one-off-pay', source: 'The contract of employment' })
const HOLIDAY_INCLUDED: Why = Object.freeze({
  rule: 'holiday-included',
  source: 'Semesterlagen (1977:480) 16 b §, 28 §',
})
const HOLIDAY_PAID: Why = Object.freeze({ rule: 'holiday-paid', source: 'Semesterlagen (1977:480) 28 §' })
