import type { Earning, Minor, PayslipBody, PayslipLine, Why } from '@samen/core/country'
import { least, notNegative, part } from './arithmetic.ts'
import { mondayOf } from './calendar-month.ts'
import { chargeBranches, chargeCurrent, contribution, currentCharge } from './charge.ts'
import { leviedPay, levyLines, provisionLines } from './employer-cost.ts'
import { excessLine } from './excess.ts'
import { exemptPay } from './exempt-pay.ts'
import type { Law } from './law.ts'
import { isMarginal, type Prepared, prepare, specialTable, split } from './prepare.ts'
import { settlementLines } from './settlement.ts'
import type { AustrianSituation, MonthTotals, ToDate, YearTotals } from './situation.ts'
import { type SpecialTax, specialTax, specialTaxLine } from './special-pay.ts'
import { wageTaxLine } from './wage-tax.ts'

/** Gross to net of one pay. */
export function austrianPayslip(situation: AustrianSituation, law: Law, gross: Minor): PayslipBody<ToDate> {
  const p = prepare(situation, law)
  const { current, special } = split(situation, gross)
  const lines: PayslipLine[] = []
  const now =
    situation.pay === 'one-off'
      ? noCurrentPay(situation, law, p)
      : currentPay(lines, situation, law, p, current)
  const specialContributions = special > 0n ? chargeSpecial(lines, law, p, special, now.marginal) : 0n
  levyLines(lines, situation, law, p, leviedPay(situation, gross))

  let taxed: SpecialTax | undefined
  if (!p.free) {
    if (situation.pay !== 'one-off')
      lines.push(wageTaxLine(situation, law, now.taxable, p.month.taxable, p.month.tax, p.factor, p.divisor))
    if (special > 0n) {
      taxed = specialTax(
        situation,
        law,
        p,
        p.year.current + now.current,
        p.year.days + now.days,
        special,
        specialContributions,
      )
      lines.push(specialTaxLine(taxed, p.year, law))
      if (taxed.excess > 0n) lines.push(excessLine(situation, law, p, taxed, now.taxable))
    }
  }
  const year = yearAfter(p, now, taxed, special, lines)
  if (situation.pay === 'settlement' && !p.free)
    for (const line of settlementLines(situation, law, p, year, now.taxable + (taxed?.excess ?? 0n)))
      lines.push(line)
  if (situation.pay !== 'one-off' && now.table !== undefined)
    provisionLines(lines, situation, law, p, gross, now.marginal, now.table)

  return {
    earnings: earnings(situation, current, special),
    lines,
    taxable: now.taxable + (taxed === undefined ? 0n : taxed.net + taxed.excess),
    figures: figures(now, taxed),
    toDate: toDateAfter(situation, p, now, lines, year),
  }
}

/** What current pay brings to the taxes and the totals. */
interface CurrentPay {
  readonly marginal: boolean
  readonly table: ReturnType<typeof currentCharge>['table'] | undefined
  readonly base: Minor
  readonly pay: Minor
  readonly taxable: Minor
  /** For the sixth of the year. */
  readonly current: Minor
  readonly days: number
  readonly overtime: Minor
  readonly overtimeHours: number
  readonly supplements: Minor
  readonly employeeBonus: Minor
}

const noCurrentPay = (situation: AustrianSituation, law: Law, p: Prepared): CurrentPay => ({
  marginal: isMarginal(situation, law, p, 0n),
  table: undefined,
  base: 0n,
  pay: 0n,
  taxable: 0n,
  current: 0n,
  days: 0,
  overtime: 0n,
  overtimeHours: 0,
  supplements: 0n,
  employeeBonus: 0n,
})

function currentPay(
  lines: PayslipLine[],
  situation: AustrianSituation,
  law: Law,
  p: Prepared,
  gross: Minor,
): CurrentPay {
  const { engagement, worker, pay: kind } = situation
  const pay = gross + engagement.benefits
  const charge = currentCharge(situation, law, p, pay)
  let contributions = chargeCurrent(lines, charge, p)
  if (engagement.cardFee && !charge.marginal) {
    contributions += law.social.cardFee
    lines.push(
      contribution(
        'card-fee',
        law.social.cardFee,
        undefined,
        undefined,
        law.social.cardFee,
        0n,
        'oegk',
        CARD_FEE,
      ),
    )
  }
  const exempt = exemptPay(engagement, law.tax, p, gross)
  // Contributions on a tax-free bonus are not deductible; those on tax-free supplements are.
  const notDeductible = exempt.employeeBonus > 0n ? part(contributions, exempt.employeeBonus, pay) : 0n
  const allowances = worker.allowances === 0n ? 0n : part(worker.allowances, 12n * p.divisor, p.factor)
  const taxable = notNegative(
    pay -
      contributions +
      notDeductible -
      exempt.overtime -
      exempt.supplements -
      exempt.employeeBonus -
      (p.month.base > 0n ? 0n : allowances),
  )
  const firstOfMonth = p.month.base <= 0n && kind !== 'holiday'
  return {
    marginal: charge.marginal,
    table: charge.table,
    base: charge.base,
    pay,
    taxable,
    current: pay - exempt.employeeBonus,
    days: firstOfMonth ? p.days : 0,
    ...exempt,
  }
}

const CARD_FEE: Why = Object.freeze({ rule: 'card-fee', source: 'ASVG § 31c' })

function chargeSpecial(
  lines: PayslipLine[],
  law: Law,
  p: Prepared,
  special: Minor,
  marginal: boolean,
): Minor {
  const base = least(special, p.specialRoom)
  const table = specialTable(law, p, special, marginal)
  return chargeBranches(
    lines,
    table,
    base,
    base === special
      ? undefined
      : {
          rule: 'special-capped',
          source: 'ASVG § 54 (1)',
          inputs: {
            special,
            room: p.specialRoom,
            ceiling: law.social.specialCeiling,
            before: p.year.specialBase,
            ...table.branches[0]?.why.inputs,
          },
        },
  )
}

const WAGE: Why = Object.freeze({ rule: 'wage', source: 'Employment contract; collective agreement' })
const SPECIAL: Why = Object.freeze({ rule: 'special-pay', source: 'Collective agreement; EStG § 67' })
const SPECIAL_ALONG: Why = Object.freeze({
  rule: 'special-pay-along',
  source: 'Collective agreement; EStG § 67',
})
const LEAVE: Why = Object.freeze({ rule: 'leave-compensation', source: 'UrlG § 10' })

function earnings({ pay }: AustrianSituation, current: Minor, special: Minor): Earning[] {
  if (pay === 'one-off') return [{ code: 'special-pay', amount: special, why: SPECIAL }]
  const first: Earning =
    pay === 'holiday'
      ? { code: 'leave-compensation', amount: current, why: LEAVE }
      : { code: 'wage', amount: current, why: WAGE }
  return special === 0n ? [first] : [first, { code: 'special-pay', amount: special, why: SPECIAL_ALONG }]
}

function figures(now: CurrentPay, taxed: SpecialTax | undefined): Record<string, Minor> {
  if (taxed === undefined) return { 'contribution-base': now.base, 'taxable-current': now.taxable }
  return {
    'contribution-base': now.base,
    'taxable-current': now.taxable,
    'taxable-special': taxed.net,
    sixth: taxed.sixth,
  }
}

function yearAfter(
  p: Prepared,
  now: CurrentPay,
  taxed: SpecialTax | undefined,
  special: Minor,
  lines: readonly PayslipLine[],
): YearTotals {
  const { year } = p
  let tax = year.tax
  for (const line of lines)
    if (line.code === 'wage-tax' || line.code === 'wage-tax-excess') tax += line.employee
  return {
    of: p.calendar.year,
    current: year.current + now.current,
    days: Math.min(360, year.days + now.days),
    special: year.special + (taxed === undefined ? 0n : taxed.favoured),
    specialBase: year.specialBase + least(special, p.specialRoom),
    specialNet: year.specialNet + (taxed === undefined ? 0n : taxed.net),
    specialTax: year.specialTax + (taxed === undefined ? 0n : taxed.tax),
    taxable: year.taxable + now.taxable + (taxed === undefined ? 0n : taxed.excess),
    tax,
    employeeBonus: year.employeeBonus + now.employeeBonus,
  }
}

function toDateAfter(
  situation: AustrianSituation,
  p: Prepared,
  now: CurrentPay,
  lines: readonly PayslipLine[],
  year: YearTotals,
): ToDate {
  const viennaWeek = p.viennaWeeks > 0 ? mondayOf(p.viennaLastWeek) : situation.toDate?.viennaWeek
  const month = monthAfter(situation, p, now, lines)
  if (viennaWeek === undefined) return month === undefined ? { year } : { month, year }
  return month === undefined ? { year, viennaWeek } : { month, year, viennaWeek }
}

function monthAfter(
  { pay, engagement, toDate }: AustrianSituation,
  p: Prepared,
  now: CurrentPay,
  lines: readonly PayslipLine[],
): MonthTotals | undefined {
  if (pay === 'one-off' || engagement.contract !== 'continuous') return toDate?.month
  const { month } = p
  let tax = month.tax
  for (const line of lines) if (line.code === 'wage-tax') tax += line.employee
  return {
    of: p.calendar.of,
    // Leave compensation prolongs the insurance: it is no part of the month's base.
    base: pay === 'holiday' ? month.base : month.base + now.pay,
    days: Math.max(month.days, pay === 'holiday' ? 0 : p.days),
    taxable: month.taxable + now.taxable,
    tax,
    supplements: month.supplements + now.supplements,
    overtime: month.overtime + now.overtime,
    overtimeHours: month.overtimeHours + now.overtimeHours,
  }
}
