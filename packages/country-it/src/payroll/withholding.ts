import type { Minor, PayslipLine, Why } from '@samen/core/country'
import { type Credits, creditsOn, DAYS, integrationOn, NO_CREDITS, sumOf, wedgeOn } from './credits.ts'
import type { Law } from './law.ts'
import { INTEGRATION_PARTS, leftForLater, WEDGE_PARTS } from './recovery.ts'
import { payMonthSoFar, periodDays, taxYear, yearSoFar } from './running-totals.ts'
import { taxBy } from './scale.ts'
import type { ItalianSituation, PayMonthTotals, YearTotals } from './situation.ts'
import { hasInstalments, instalmentLines, surtaxesOfYear, surtaxFigures, yearLines } from './surtaxes.ts'

/** Tax of one pay, with the totals it leaves. */
export interface Withholding {
  readonly lines: PayslipLine[]
  readonly figures: Readonly<Record<string, Minor>>
  readonly payMonth: PayMonthTotals
  readonly year: YearTotals
}

const NO_FIGURES = Object.freeze({})

/** IRPEF, what is paid with it and surtaxes. `cash` is what the tax can be withheld from. */
export function withhold(situation: ItalianSituation, law: Law, taxable: Minor, cash: Minor): Withholding {
  if (situation.pay === 'settlement' || situation.engagement.ends)
    return settle(situation, law, taxable, cash)
  return situation.pay === 'one-off'
    ? extraMonth(situation, law, taxable)
    : byMonth(situation, law, taxable, cash)
}

/** Whether the floor of fixed-term contracts applies. */
const isFixed = ({ engagement }: ItalianSituation): boolean =>
  engagement.contract === 'fixed-term' || engagement.contract === 'intermittent'

/** Days of a pay that count for credits, and what the year has then: days of one month are never counted twice. */
function daysOf({ engagement, period, pay }: ItalianSituation, year: YearTotals) {
  const wanted = pay === 'one-off' ? 0 : (engagement.taxDays ?? periodDays(period.from, period.to).calendar)
  const month = period.from.slice(0, 7)
  const before = year.month === month ? year.monthDays : 0
  const room = Math.min(31 - before, 365 - year.days)
  const days = Math.max(0, Math.min(wanted, room))
  return { days, month, monthDays: before + days }
}

/** An ordinary month or a part of one: the scale in twelfths on the month’s pay, credits by days. */
function byMonth(situation: ItalianSituation, law: Law, taxable: Minor, cash: Minor): Withholding {
  const { worker, engagement, pay } = situation
  const month = payMonthSoFar(situation)
  const year = yearSoFar(situation)
  const counted = daysOf(situation, year)
  const days = BigInt(counted.days)
  const expected = engagement.expectedIncome ?? expectedOf(situation, year, taxable)
  const income = expected + worker.otherIncome
  const gross = taxBy(law.month, month.taxable + taxable) - month.gross
  const share = { days, months: month.credits === 0n ? 1n : 0n, settled: false }
  const fixed = isFixed(situation)
  const credits = worker.creditsHere ? creditsOn(law.tax, worker, income, fixed, share) : NO_CREDITS
  const granted = sumOf(credits)
  const net = atLeastZero(month.gross + gross - month.credits - granted)
  const tax = net - atLeastZero(month.gross - month.credits)
  const lines: PayslipLine[] = []
  if (gross !== 0n)
    lines.push(
      taxLine('income-tax', taxable, gross, {
        rule: 'income-tax-month',
        source: WITHHELD,
        inputs: { month: month.taxable + taxable, before: month.gross },
      }),
    )
  creditLines(lines, credits, income, 'month', counted.days)
  const unused = tax - gross + granted
  if (unused !== 0n) lines.push(taxLine('credits-unused', granted, unused, UNUSED))
  let integration = 0n
  let wedge = 0n
  if (worker.creditsHere && worker.integration) {
    integration = integrationOn(law.tax, law.year, income, expected, fixed, share, credits)
    const fullYear =
      pay === 'part' && engagement.expectedIncome === undefined
        ? annualised(expected, year.days + counted.days)
        : expected
    wedge = wedgeOn(law.tax, income, taxable, fullYear)
    bonusLines(lines, integration, wedge, income, taxable, fullYear, counted.days)
  }
  let surtaxed = month.surtaxed
  if (!surtaxed && hasInstalments(worker)) {
    let left = cash - tax + integration + wedge
    for (const line of instalmentLines(situation)) {
      const employee = line.employee > left ? atLeastZero(left) : line.employee
      left -= employee
      if (employee !== 0n) lines.push(employee === line.employee ? line : { ...line, employee })
    }
    surtaxed = true
  }
  return {
    lines,
    figures: NO_FIGURES,
    payMonth: {
      of: situation.paidOn.slice(0, 7),
      taxable: month.taxable + taxable,
      gross: month.gross + gross,
      credits: month.credits + granted,
      surtaxed,
    },
    year: yearAfter(
      situation,
      year,
      counted,
      taxable,
      year.tax + tax,
      year.integration + integration,
      year.wedge + wedge,
    ),
  }
}

/** Income of the year an ordinary month lets expect; of single jobs what the year has brought. */
function expectedOf({ pay, engagement }: ItalianSituation, year: YearTotals, taxable: Minor): Minor {
  if (pay !== 'ordinary') return year.taxable + taxable
  const onCall = engagement.contract === 'intermittent' || engagement.contract === 'intermittent-permanent'
  return taxable * BigInt(engagement.monthsPaid ?? (onCall ? 12 : 13))
}

const annualised = (income: Minor, days: number): Minor =>
  days === 0 ? income : (income * DAYS) / BigInt(days)

/** 13th month and the like: the monthly scale on it alone, no credits (DPR 600/1973 art. 23 c. 2 b). */
function extraMonth(situation: ItalianSituation, law: Law, taxable: Minor): Withholding {
  const year = yearSoFar(situation)
  const tax = taxBy(law.month, taxable)
  return {
    lines: tax === 0n ? [] : [taxLine('income-tax', taxable, tax, EXTRA_MONTH)],
    figures: NO_FIGURES,
    payMonth: { ...payMonthSoFar(situation), of: situation.paidOn.slice(0, 7) },
    year: yearAfter(
      situation,
      year,
      daysOf(situation, year),
      taxable,
      year.tax + tax,
      year.integration,
      year.wedge,
    ),
  }
}

/** Conguaglio: tax of the whole year on what was really paid, less what was withheld before. */
function settle(situation: ItalianSituation, law: Law, taxable: Minor, cash: Minor): Withholding {
  const { worker } = situation
  const before = yearSoFar(situation)
  const month = payMonthSoFar(situation)
  const counted = daysOf(situation, before)
  const days = before.days + counted.days
  const pay = before.taxable + taxable
  const income = pay + worker.otherIncome
  const fixed = isFixed(situation)
  const share = { days: BigInt(days), months: monthsOf(days), settled: true }
  const gross = taxBy(law.year, pay)
  const credits = worker.creditsHere ? creditsOn(law.tax, worker, income, fixed, share) : NO_CREDITS
  const granted = sumOf(credits)
  const tax = atLeastZero(gross - granted)
  const lines: PayslipLine[] = []
  if (gross !== 0n) lines.push(taxLine('income-tax', pay, gross, YEAR_TAX))
  creditLines(lines, credits, income, 'year', days)
  if (granted > gross) lines.push(taxLine('credits-unused', granted, granted - gross, UNUSED))
  if (before.tax !== 0n)
    lines.push(taxLine('income-tax-withheld', before.taxable, -before.tax, WITHHELD_BEFORE))
  let integration = 0n
  let wedge = 0n
  if (worker.creditsHere && worker.integration) {
    integration = integrationOn(law.tax, law.year, income, pay, fixed, share, credits)
    const fullYear = annualised(pay, days)
    wedge = wedgeOn(law.tax, income, pay, fullYear)
    bonusLines(lines, integration, wedge, income, pay, fullYear, days)
  }
  const paid = before.integration + before.wedge
  if (paid !== 0n) lines.push(taxLine('bonuses-paid', before.taxable, paid, PAID_BEFORE))
  const { ends } = situation.engagement
  const later = {
    integration: ends ? 0n : leftForLater(before.integration - integration, INTEGRATION_PARTS),
    wedge: ends ? 0n : leftForLater(before.wedge - wedge, WEDGE_PARTS),
  }
  if (later.integration + later.wedge !== 0n)
    lines.push(taxLine('bonuses-later', paid, -later.integration - later.wedge, LATER))
  if (!month.surtaxed || ends) lines.push(...instalmentLines(situation))
  const due = surtaxesOfYear(worker, law, pay, tax)
  if (ends) lines.push(...yearLines(situation, pay, due))
  let sum = 0n
  for (const { employee } of lines) sum += employee
  const missing = sum > cash ? sum - atLeastZero(cash) : 0n
  if (missing !== 0n) lines.push(taxLine('beyond-pay', sum, -missing, BEYOND))
  return {
    lines,
    figures: ends ? NO_FIGURES : settledFigures(due, later, law),
    payMonth: {
      of: situation.paidOn.slice(0, 7),
      taxable: month.taxable + taxable,
      gross: month.gross,
      credits: month.credits,
      surtaxed: true,
    },
    year: yearAfter(situation, before, counted, taxable, tax, integration, wedge),
  }
}

/** What next year’s pays will withhold and give back, as figures of the settlement. */
function settledFigures(
  due: Parameters<typeof surtaxFigures>[0],
  later: { readonly integration: Minor; readonly wedge: Minor },
  law: Law,
): Record<string, Minor> {
  const figures: Record<string, Minor> = surtaxFigures(due, law)
  if (later.integration !== 0n) figures['integration-back-due'] = later.integration
  if (later.wedge !== 0n) figures['wedge-back-due'] = later.wedge
  return figures
}

/** Months for family credits that days of work stand for; a started month counts. */
const monthsOf = (days: number): bigint => BigInt(Math.min(12, Math.ceil((days * 12) / 365)))
const atLeastZero = (amount: Minor): Minor => (amount < 0n ? 0n : amount)

function yearAfter(
  situation: ItalianSituation,
  before: YearTotals,
  counted: { readonly days: number; readonly month: string; readonly monthDays: number },
  taxable: Minor,
  tax: Minor,
  integration: Minor,
  wedge: Minor,
): YearTotals {
  return {
    of: before.of === '' ? taxYear(situation) : before.of,
    taxable: before.taxable + taxable,
    days: before.days + counted.days,
    month: counted.month,
    monthDays: counted.monthDays,
    tax,
    integration,
    wedge,
  }
}

function creditLines(
  lines: PayslipLine[],
  credits: Credits,
  income: Minor,
  rule: 'month' | 'year',
  days: number,
): void {
  for (const { code, field, source, month, year } of CREDITS) {
    const amount = credits[field]
    if (amount !== 0n)
      lines.push(
        taxLine(code, income, -amount, {
          rule: rule === 'month' ? month : year,
          source,
          inputs: { income, days },
        }),
      )
  }
}

const CREDITS = [
  ['employee-credit', 'employee', 'TUIR art. 13'],
  ['further-credit', 'further', 'L. 207/2024 art. 1 c. 6'],
  ['spouse-credit', 'spouse', 'TUIR art. 12 c. 1 a'],
  ['children-credit', 'children', 'TUIR art. 12 c. 1 c'],
  ['ascendants-credit', 'ascendants', 'TUIR art. 12 c. 1 d'],
].map(([code = '', field, source = '']) => ({
  code,
  field: field as keyof Credits,
  source,
  month: `${code}-month`,
  year: `${code}-year`,
}))

function bonusLines(
  lines: PayslipLine[],
  integration: Minor,
  wedge: Minor,
  income: Minor,
  pay: Minor,
  fullYear: Minor,
  days: number,
): void {
  if (integration !== 0n)
    lines.push(
      taxLine('integration', income, -integration, {
        rule: 'integration',
        source: 'D.L. 3/2020 art. 1',
        inputs: { income, days },
      }),
    )
  if (wedge !== 0n)
    lines.push(
      taxLine('wedge', pay, -wedge, {
        rule: 'wedge',
        source: 'L. 207/2024 art. 1 c. 4-5',
        inputs: { income, fullYear },
      }),
    )
}

const taxLine = (code: string, base: Minor, employee: Minor, why: Why): PayslipLine => ({
  code,
  kind: 'wage-tax',
  base,
  employee,
  employer: 0n,
  authority: 'agenzia-entrate',
  why,
})

const WITHHELD = 'DPR 600/1973 art. 23 c. 2 a; TUIR art. 11'
const frozen = (rule: string, source: string): Why => Object.freeze({ rule, source })
const EXTRA_MONTH = frozen('income-tax-extra-month', 'DPR 600/1973 art. 23 c. 2 b')
const YEAR_TAX = frozen('income-tax-year', 'DPR 600/1973 art. 23 c. 3; TUIR art. 11')
const UNUSED = frozen('credits-unused', 'TUIR art. 11 c. 3')
const WITHHELD_BEFORE = frozen('withheld-before', 'DPR 600/1973 art. 23 c. 3')
const PAID_BEFORE = frozen('paid-before', 'D.L. 3/2020 art. 1 c. 3; L. 207/2024 art. 1 c. 8')
const LATER = frozen('bonuses-later', 'D.L. 3/2020 art. 1 c. 3; L. 207/2024 art. 1 c. 8')
const BEYOND = frozen('beyond-pay', 'DPR 600/1973 art. 23 c. 3')
