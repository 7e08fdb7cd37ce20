import type { Earning, Minor, PayslipBody, PayslipLine, Why } from '@samen/core/country'
import { type Bases, basesOf, contributionLines, onTopLines } from './contributions.ts'
import type { Law } from './law.ts'
import { monthSoFar, socialYearSoFar } from './running-totals.ts'
import { severanceLines } from './severance.ts'
import type { ItalianSituation, ToDate } from './situation.ts'
import { type Withholding, withhold } from './withholding.ts'

/** Gross to net of one pay. */
export function italianPayslip(situation: ItalianSituation, law: Law, gross: Minor): PayslipBody<ToDate> {
  const bases = basesOf(situation, law, gross)
  const contributions = contributionLines(law, bases, gross)
  let withheld = 0n
  for (const { employee } of contributions) withheld += employee
  const taxable = gross - withheld
  const tax = withhold(situation, law, taxable, taxable)
  const lines = contributions.concat(onTopLines(situation, law, gross, bases), tax.lines)
  return {
    earnings: earningsOf(situation, gross),
    lines:
      situation.engagement.severancePaid === undefined ? lines : lines.concat(severanceLines(situation, law)),
    taxable,
    figures: { 'contribution-base': bases.base, ...tax.figures },
    toDate: toDateAfter(situation, gross, bases, tax),
  }
}

/** Contributions of both sides on a stated base, without what is set aside. */
export function contributionsOn(situation: ItalianSituation, law: Law, base: Minor): readonly PayslipLine[] {
  return contributionLines(law, basesOf(situation, law, base), base)
}

/** IRPEF, what is paid with it and surtaxes on a stated taxable amount. */
export function wageTaxOn(situation: ItalianSituation, law: Law, taxable: Minor): readonly PayslipLine[] {
  return withhold(situation, law, taxable, taxable).lines
}

function earningsOf({ pay }: ItalianSituation, gross: Minor): Earning[] {
  return pay === 'one-off'
    ? [{ code: 'extra-month', amount: gross, why: EXTRA_MONTH }]
    : [{ code: 'wage', amount: gross, why: WAGE }]
}

function toDateAfter(situation: ItalianSituation, gross: Minor, bases: Bases, tax: Withholding): ToDate {
  const month = monthSoFar(situation)
  const year = socialYearSoFar(situation)
  const { from } = situation.period
  return {
    month: {
      of: from.slice(0, 7),
      pay: month.pay + gross,
      least: month.least + bases.least,
      base: month.base + bases.base,
      capped: month.capped + bases.capped,
    },
    socialYear: {
      of: from.slice(0, 4),
      base: year.base + bases.base,
      capped: year.capped + bases.capped,
      additional: year.additional + bases.additional,
    },
    payMonth: tax.payMonth,
    year: tax.year,
  }
}

const WAGE: Why = Object.freeze({ rule: 'wage', source: 'The contract of employment' })
const EXTRA_MONTH: Why = Object.freeze({
  rule: 'extra-month',
  source: 'DPR 1070/1960; the collective agreement',
})
