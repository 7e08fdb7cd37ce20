import { type Minor, type PayslipLine, type Rate, rate } from '@samen/core/country'
import type { GermanLaw } from './law.ts'
import { oneOffTax, type PeriodTax, periodTax } from './pap/index.ts'
import type { Facts, Period, Tax } from './pap/input.ts'
import type { Prepared } from './prepare.ts'
import type { GermanSituation, ToDate } from './situation.ts'
import { factsOf } from './tax-facts.ts'

/** Tax by class on a payment: what running totals keep, and the lines. */
export interface Withheld {
  readonly tax: Minor
  readonly solidarity: Minor
  readonly church: Minor
  /** Whether it was taxed as pay of a whole month, so that more pay of the month is taxed with it. */
  readonly wholeMonth: boolean
}

const PERIODS = { year: 1, month: 2, week: 3, day: 4 } as const

/** Wage tax, solidarity surcharge and church tax by class on a payment; pushes the lines. */
export function withhold(
  situation: GermanSituation,
  law: GermanLaw,
  p: Prepared,
  taxable: Minor,
  lines: PayslipLine[],
): Withheld {
  const facts = factsOf(situation, law, p, taxable)
  const { pay } = situation
  if (pay === 'one-off' || pay === 'holiday') return onOneOff(situation, law, p, facts, taxable, lines)
  if (pay === 'settlement') return settle(situation, law, p, facts, taxable, lines)
  const period = PERIODS[situation.engagement.taxPeriod ?? (p.wholeMonth ? 'month' : 'day')]
  return period === 4
    ? onDays(situation, law, facts, taxable, lines)
    : onPeriod(situation, law, p, facts, period, taxable, lines)
}

/** Pay of a whole period; more pay of the same month is taxed with it, less what was withheld. */
function onPeriod(
  situation: GermanSituation,
  law: GermanLaw,
  p: Prepared,
  facts: Facts,
  period: Period,
  taxable: Minor,
  lines: PayslipLine[],
): Withheld {
  const before = p.sameMonth && period === 2 ? situation.toDate : undefined
  const earlier = before?.monthTaxable ?? 0n
  const result = periodTax(law.pap, facts, period, earlier + taxable)
  const church = churchTax(situation, law, result.churchBase)
  const tax = positive(result.tax - (before?.monthTax ?? 0n))
  const solidarity = positive(result.solidarity - (before?.monthSolidarity ?? 0n))
  const ownChurch = positive(church - (before?.monthChurch ?? 0n))
  const inputs = { ...yearInputs(facts, result, earlier + taxable), withheld: before?.monthTax ?? 0n }
  const rule = earlier === 0n ? RULES[period] : 'wage-tax-month-to-date'
  pushTax(situation, law, facts, lines, taxable, { tax, solidarity, church: ownChurch }, result, {
    rule,
    source: SOURCE,
    inputs,
  })
  return { tax, solidarity, church: ownChurch, wholeMonth: period === 2 }
}

const RULES = { 1: 'wage-tax-year', 2: 'wage-tax-month', 3: 'wage-tax-week', 4: 'wage-tax-days' } as const

/** Part of a month: the daily table on the pay of one calendar day, times the days (LStR R 39b.5, EStG § 39b (2)). */
function onDays(
  situation: GermanSituation,
  law: GermanLaw,
  facts: Facts,
  taxable: Minor,
  lines: PayslipLine[],
): Withheld {
  const { period, engagement } = situation
  const days = BigInt(engagement.taxDays ?? Number(period.to.slice(8)) - Number(period.from.slice(8)) + 1)
  const each = days === 1n ? facts : perDay(facts, days)
  const daily = periodTax(law.pap, each, 4, taxable / days)
  const tax = daily.tax * days
  const solidarity = daily.solidarity * days
  const churchBase = daily.churchBase * days
  const church = churchTax(situation, law, churchBase)
  const inputs = { ...yearInputs(facts, daily, taxable / days), days: Number(days) }
  pushTax(
    situation,
    law,
    facts,
    lines,
    taxable,
    { tax, solidarity, church },
    { ...daily, churchBase },
    { rule: 'wage-tax-days', source: SOURCE, inputs },
  )
  return { tax, solidarity, church, wholeMonth: false }
}

/** What is stated for the whole period falls on its days. */
const perDay = (facts: Facts, days: bigint): Facts => ({
  ...facts,
  allowance: facts.allowance / days,
  addition: facts.addition / days,
  pension: facts.pension.pay === 0n ? facts.pension : { ...facts.pension, pay: facts.pension.pay / days },
})

function onOneOff(
  situation: GermanSituation,
  law: GermanLaw,
  p: Prepared,
  facts: Facts,
  taxable: Minor,
  lines: PayslipLine[],
): Withheld {
  const { engagement } = situation
  const yearPay = engagement.expectedYearPay ?? expectedYearPay(situation, p)
  const result = oneOffTax(law.pap, facts, {
    pay: taxable,
    yearPay,
    compensation: engagement.compensation < taxable ? engagement.compensation : taxable,
    yearCompensation: engagement.yearCompensation < yearPay ? engagement.yearCompensation : yearPay,
    shareBenefit: engagement.shareBenefit,
  })
  const church = churchTax(situation, law, result.churchBase)
  const why = {
    rule: 'wage-tax-one-off',
    source: 'EStG § 39b (3); BMF, Programmablaufplan',
    inputs: {
      taxClass: facts.taxClass,
      yearPay,
      pay: taxable,
      taxWithout: result.without.tax * 100n,
      taxWith: result.with.tax * 100n,
    },
  }
  const { tax, solidarity } = result
  pushTax(situation, law, facts, lines, taxable, { tax, solidarity, church }, result, why)
  return { tax, solidarity, church, wholeMonth: false }
}

/** Paid this year, one-off pay included, and the last or regular monthly pay for the months left. */
function expectedYearPay({ engagement, toDate, period }: GermanSituation, p: Prepared): Minor {
  const monthly = engagement.regularPay ?? toDate?.lastPay ?? 0n
  if (!toDate || !p.sameYear) return monthly * 12n
  const month = Number(period.from.slice(5, 7))
  const left = 12 - month + (p.sameMonth && toDate.monthDays > 0 ? 0 : 1)
  return toDate.taxable + monthly * BigInt(left)
}

/**
 * The employer's yearly adjustment (EStG § 42b): what was withheld above the tax of the year's pay comes back. Not for
 * classes V and VI, with a factor, an allowance or an addition.
 */
function settle(
  situation: GermanSituation,
  law: GermanLaw,
  p: Prepared,
  facts: Facts,
  taxable: Minor,
  lines: PayslipLine[],
): Withheld {
  const { worker } = situation
  const before = p.sameYear ? situation.toDate : undefined
  const now = taxable === 0n ? undefined : oneOffAtYearEnd(law, facts, before, taxable)
  const withheld = {
    tax: (before?.tax ?? 0n) + (now?.tax ?? 0n),
    solidarity: (before?.solidarity ?? 0n) + (now?.solidarity ?? 0n),
    church: (before?.church ?? 0n) + (now ? churchTax(situation, law, now.churchBase) : 0n),
  }
  const year = (before?.taxable ?? 0n) + taxable
  const result = periodTax(law.pap, facts, 1, year)
  const excluded =
    before === undefined ||
    worker.taxClass > 4 ||
    worker.factor !== undefined ||
    worker.allowance + worker.addition + worker.yearAllowance + worker.yearAddition > 0n
  const due = (whole: Minor, already: Minor, nowDue: Minor) =>
    excluded || whole > already ? nowDue : nowDue - (already - whole)
  const tax = due(result.tax, withheld.tax, now?.tax ?? 0n)
  const solidarity = due(result.solidarity, withheld.solidarity, now?.solidarity ?? 0n)
  const church = due(
    churchTax(situation, law, result.churchBase),
    withheld.church,
    now ? churchTax(situation, law, now.churchBase) : 0n,
  )
  const inputs = { ...yearInputs(facts, result, year), withheld: withheld.tax }
  const why = { rule: excluded ? 'settlement-excluded' : 'settlement', source: 'EStG § 42b', inputs }
  pushTax(situation, law, facts, lines, taxable, { tax, solidarity, church }, result, why)
  return { tax, solidarity, church, wholeMonth: false }
}

/** Pay together with the settlement is a one-off payment on what the year has brought. */
const oneOffAtYearEnd = (law: GermanLaw, facts: Facts, before: ToDate | undefined, taxable: Minor): Tax =>
  oneOffTax(law.pap, facts, {
    pay: taxable,
    yearPay: before?.taxable ?? 0n,
    compensation: 0n,
    yearCompensation: 0n,
    shareBenefit: 0n,
  })

const positive = (value: bigint) => (value > 0n ? value : 0n)

/** Church tax of the Land on the base of the plan, fractions of a cent dropped. */
function churchTax({ engagement }: GermanSituation, law: GermanLaw, base: Minor): Minor {
  if (base === 0n) return 0n
  const { numerator, denominator } = law.tax.churchTax[engagement.land]
  return (base * numerator) / denominator
}

const yearInputs = (facts: Facts, { yearPay, year, yearTax }: PeriodTax, pay: Minor) => ({
  taxClass: facts.taxClass,
  pay,
  yearPay,
  fixed: year.fixed,
  social: year.social,
  income: year.income,
  yearTax: yearTax * 100n,
})

const SOURCE = 'EStG §§ 32a, 39b (2); BMF, Programmablaufplan'
const SOLIDARITY_RATE: Rate = rate('0.055')

function pushTax(
  { engagement }: GermanSituation,
  law: GermanLaw,
  facts: Facts,
  lines: PayslipLine[],
  taxable: Minor,
  due: { readonly tax: Minor; readonly solidarity: Minor; readonly church: Minor },
  { churchBase }: { readonly churchBase: Minor },
  why: PayslipLine['why'],
) {
  lines.push({
    code: 'wage-tax',
    kind: 'wage-tax',
    base: taxable,
    employee: due.tax,
    employer: 0n,
    authority: 'finanzamt',
    why,
  })
  if (due.solidarity !== 0n)
    lines.push({
      code: 'solidarity-surcharge',
      kind: 'wage-tax',
      base: due.tax,
      employeeRate: SOLIDARITY_RATE,
      employee: due.solidarity,
      employer: 0n,
      authority: 'finanzamt',
      why: {
        rule: 'solidarity-surcharge',
        source: 'SolZG §§ 3, 4',
        inputs: { tax: due.tax, limit: law.pap.plan.solidarityLimit * (facts.taxClass === 3 ? 200n : 100n) },
      },
    })
  if (facts.church)
    lines.push({
      code: 'church-tax',
      kind: 'wage-tax',
      base: churchBase,
      employeeRate: law.tax.churchTax[engagement.land],
      employee: due.church,
      employer: 0n,
      authority: 'finanzamt',
      why: {
        rule: 'church-tax',
        source: 'EStG § 51a; church tax law of the Land',
        inputs: { base: churchBase, land: engagement.land },
      },
    })
}
