import {
  type Earning,
  type Minor,
  maximum,
  minimum,
  type PayslipBody,
  type PayslipLine,
  type Why,
} from '@samen/core/country'
import { settlementLines } from './artist-settlement.ts'
import { type Bases, basesOf } from './bases.ts'
import { contributionLines } from './contributions.ts'
import { daysOf } from './days.ts'
import type { Law } from './law.ts'
import { monthSoFar, yearSoFar } from './running-totals.ts'
import type { MonthTotals, SpanishSituation, ToDate, YearTotals } from './situation.ts'
import { type Withheld, withhold } from './withholding.ts'

/** Gross to net of one pay. */
export function spanishPayslip(situation: SpanishSituation, law: Law, gross: Minor): PayslipBody<ToDate> {
  const bases = basesOf(situation, law, gross)
  const charged = contributionLines(situation, law, bases)
  const lines = charged.lines
  let contributions = 0n
  for (const line of lines) contributions += line.employee
  if (situation.pay === 'settlement') lines.push(...settlementLines(situation, law))
  const taxable = maximum(0n, gross - situation.engagement.exempt)
  const withheld = withhold(situation, law, taxable, contributions)
  lines.push(withheld.line)
  return {
    earnings: earningsOf(situation, gross, taxable),
    lines,
    taxable,
    figures: figuresOf(situation, law, bases, taxable, withheld),
    toDate: {
      month: monthAfter(situation, bases, charged),
      year: yearAfter(situation, bases, taxable, contributions, charged.solidarity, withheld),
    },
  }
}

/** Contributions on a stated pay of the period, under its floor and ceiling. */
export const contributionsOn = (situation: SpanishSituation, law: Law, base: Minor): readonly PayslipLine[] =>
  contributionLines(situation, law, basesOf(situation, law, base)).lines

/** Wage tax on a stated taxable pay, with the contributions such a pay bears. */
export function wageTaxOn(situation: SpanishSituation, law: Law, taxable: Minor): readonly PayslipLine[] {
  const plain =
    situation.engagement.exempt === 0n
      ? situation
      : { ...situation, engagement: { ...situation.engagement, exempt: 0n } }
  let contributions = 0n
  for (const line of contributionsOn(plain, law, taxable)) contributions += line.employee
  return [withhold(plain, law, taxable, contributions).line]
}

const why = (rule: string, source: string): Why => Object.freeze({ rule, source })
const WAGE = why('wage', 'Estatuto de los Trabajadores art. 26')
const FEE = why('artist-pay', 'RD 1435/1985 art. 7')
const EXTRA = why('extra-pay', 'Estatuto de los Trabajadores art. 31')
const ONE_OFF = why('one-off', 'The contract of employment')
const HOLIDAY = why('holiday', 'Estatuto de los Trabajadores art. 38')
const EXEMPT = why('exempt', 'LIRPF art. 7 and 17; LGSS art. 147.2')

function earningsOf(situation: SpanishSituation, gross: Minor, taxable: Minor): Earning[] {
  const earnings = [mainEarning(situation, taxable)]
  if (gross > taxable) earnings.push({ code: 'exempt', amount: minimum(gross, gross - taxable), why: EXEMPT })
  return earnings
}

function mainEarning({ pay, engagement }: SpanishSituation, amount: Minor): Earning {
  if (pay === 'holiday') return { code: 'holiday', amount, why: HOLIDAY }
  if (pay === 'one-off')
    return engagement.extraPays === 'separate'
      ? { code: 'extra-pay', amount, why: EXTRA }
      : { code: 'one-off', amount, why: ONE_OFF }
  if (engagement.status === 'artist') return { code: 'artist-pay', amount, why: FEE }
  return { code: 'wage', amount, why: WAGE }
}

/** Bases, the annual pay the rate rests on, and the minimum wage where the wage lacks it. */
function figuresOf(
  situation: SpanishSituation,
  { social }: Law,
  { common, professional, days }: Bases,
  taxable: Minor,
  { year }: Withheld,
): Record<string, Minor> {
  const figures: Record<string, Minor> = { 'common-base': common, 'professional-base': professional }
  if (year !== undefined) figures['annual-pay'] = year.expectedPay
  const floor = minimumWage(situation, social, days)
  if (floor === undefined) return figures
  figures['minimum-wage'] = floor
  if (taxable < floor) figures['minimum-wage-shortfall'] = floor - taxable
  return figures
}

/**
 * The least wage of full-time work of a month or its days, or of the working days of day labour. Undefined for artists, whose
 * days of performance are not those of work, and for hours.
 */
function minimumWage({ pay, engagement }: SpanishSituation, social: Law['social'], days: number) {
  if (engagement.status === 'artist' || engagement.hours !== undefined) return undefined
  if (engagement.dayLabour && pay === 'part') return social.minimumWageDay * BigInt(days)
  if (pay !== 'ordinary') return undefined
  const month =
    engagement.extraPays === 'separate' ? social.minimumWageMonth : (social.minimumWageYear + 6n) / 12n
  return days === 30 || days === 0 ? month : (month * BigInt(days) + 15n) / 30n
}

function monthAfter(
  situation: SpanishSituation,
  bases: Bases,
  { solidarity, employerSolidarity }: { readonly solidarity: Minor; readonly employerSolidarity: Minor },
): MonthTotals {
  const month = monthSoFar(situation)
  const of = situation.period.from.slice(0, 7)
  if (bases.days === 0) return month.of === of ? month : { ...month, of }
  const together = bases.solidarityPay > bases.pay
  return {
    of,
    pay: month.pay + bases.pay,
    days: Math.min(31, month.days + (situation.pay === 'one-off' ? 0 : daysOf(situation))),
    commonBase: month.commonBase + bases.common,
    professionalBase: month.professionalBase + bases.professional,
    solidarity: together ? solidarity : month.solidarity + solidarity,
    employerSolidarity: together ? employerSolidarity : month.employerSolidarity + employerSolidarity,
  }
}

function yearAfter(
  situation: SpanishSituation,
  bases: Bases,
  taxable: Minor,
  contributions: Minor,
  solidarity: Minor,
  { line, year: after }: Withheld,
): YearTotals {
  const year = yearSoFar(situation)
  const artist = situation.engagement.status === 'artist'
  const before = artist && bases.solidarityPay > bases.pay ? monthSoFar(situation).solidarity : 0n
  const settled = situation.pay === 'settlement'
  const totals: YearTotals = {
    of: situation.paidOn.slice(0, 4),
    pay: after === undefined ? year.pay : year.pay + taxable,
    tax: after === undefined ? year.tax : year.tax + line.employee,
    contributions: year.contributions + contributions,
    expectedPay: after?.expectedPay ?? year.expectedPay,
    expectedContributions: after?.expectedContributions ?? year.expectedContributions,
    difference: after?.difference ?? year.difference,
    annualTax: after?.annualTax ?? year.annualTax,
    quota: after?.quota ?? year.quota,
    mortgage: after?.mortgage ?? year.mortgage,
    mortgaged: after?.mortgaged ?? year.mortgaged,
    inTerritory: after?.inTerritory ?? year.inTerritory,
    // A settled year leaves nothing open.
    artistPay: settled ? 0n : year.artistPay + (artist ? bases.pay : 0n),
    artistCommonBase: settled ? 0n : year.artistCommonBase + (artist ? bases.common : 0n),
    artistProfessionalBase: settled ? 0n : year.artistProfessionalBase + (artist ? bases.professional : 0n),
    artistSolidarity: settled ? 0n : year.artistSolidarity + (artist ? solidarity - before : 0n),
  }
  const rate = after?.rate ?? year.rate
  return rate === undefined ? totals : { ...totals, rate, family: after?.family ?? year.family }
}
