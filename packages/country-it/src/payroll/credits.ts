import { type Minor, maximum, minimum } from '@samen/core/country'
import type { TaxRules } from './law.ts'
import { type Scale, taxBy } from './scale.ts'
import type { Worker } from './situation.ts'

/** Tax credits of a pay or of a year, in cents. */
export interface Credits {
  readonly employee: Minor
  readonly further: Minor
  readonly spouse: Minor
  readonly children: Minor
  readonly ascendants: Minor
}

export const NO_CREDITS: Credits = Object.freeze({
  employee: 0n,
  further: 0n,
  spouse: 0n,
  children: 0n,
  ascendants: 0n,
})

/** A share of the year: days for credits of work, twelfths for family credits. */
export interface ShareOfYear {
  /** Days of 365. */
  readonly days: bigint
  /** Months of 12. */
  readonly months: bigint
  /** The year is settled: floors and the increase count in full. */
  readonly settled: boolean
}

export const DAYS = 365n
export const QUOTIENT = 10_000n

/** A quotient cut to four decimals, in ten-thousandths (TUIR art. 12 c. 4, art. 13 c. 6). */
export const quotient = (part: Minor, whole: Minor): bigint => (part * QUOTIENT) / whole
export const halfUp = (numerator: bigint, denominator: bigint): bigint =>
  (numerator * 2n + denominator) / (denominator * 2n)

/** Credits on an income of the year (reddito complessivo). */
export function creditsOn(
  rules: TaxRules,
  worker: Worker,
  income: Minor,
  fixedTerm: boolean,
  share: ShareOfYear,
): Credits {
  return {
    employee:
      employeeCredit(rules, income, fixedTerm, share) +
      (share.days > 0n ? increase(rules, income, share) : 0n),
    further: furtherCredit(rules, income, share.days),
    spouse: worker.spouse ? halfUp(spouseCredit(rules, income) * share.months, 12n * QUOTIENT) : 0n,
    children: worker.children === 0 ? 0n : childrenCredit(rules, worker, income, share.months),
    ascendants:
      worker.ascendants === 0 || income >= rules.ascendantIncome
        ? 0n
        : halfUp(
            rules.ascendant *
              BigInt(worker.ascendants) *
              quotient(rules.ascendantIncome - income, rules.ascendantIncome) *
              share.months,
            12n * QUOTIENT,
          ),
  }
}

export const sumOf = (credits: Credits): Minor =>
  credits.employee + credits.further + credits.spouse + credits.children + credits.ascendants

/** Art. 13 c. 1: the amount by the days; its floors, only on low incomes, are not reduced by days. */
function employeeCredit(
  rules: TaxRules,
  income: Minor,
  fixedTerm: boolean,
  { days, settled }: ShareOfYear,
): Minor {
  if (income <= rules.employeeLow) {
    const amount = halfUp(rules.employeeFull * days, DAYS)
    if (!settled || days === 0n) return amount
    return maximum(amount, fixedTerm ? rules.employeeFloorFixed : rules.employeeFloor)
  }
  if (income <= rules.employeeMiddle) {
    const span = rules.employeeMiddle - rules.employeeLow
    const yearly =
      rules.employeeBase * QUOTIENT + rules.employeeMore * quotient(rules.employeeMiddle - income, span)
    return halfUp(yearly * days, DAYS * QUOTIENT)
  }
  if (income >= rules.employeeHigh) return 0n
  const span = rules.employeeHigh - rules.employeeMiddle
  return halfUp(rules.employeeBase * quotient(rules.employeeHigh - income, span) * days, DAYS * QUOTIENT)
}

/** Art. 13 c. 1.1: never reduced by days over the year; a month has its share in advance. */
function increase(rules: TaxRules, income: Minor, { days, settled }: ShareOfYear): Minor {
  if (income <= rules.raiseFrom || income > rules.raiseTo) return 0n
  return settled ? rules.raise : halfUp(rules.raise * days, DAYS)
}

function furtherCredit(rules: TaxRules, income: Minor, days: bigint): Minor {
  if (income <= rules.furtherFrom || income >= rules.furtherTo) return 0n
  if (income <= rules.furtherFull) return halfUp(rules.further * days, DAYS)
  const span = rules.furtherTo - rules.furtherFull
  return halfUp(rules.further * days * (rules.furtherTo - income), DAYS * span)
}

/** Yearly credit for a spouse times `QUOTIENT`. */
function spouseCredit(rules: TaxRules, income: Minor): bigint {
  if (income <= rules.employeeLow)
    return rules.spouseFull * QUOTIENT - rules.spouseFall * quotient(income, rules.employeeLow)
  if (income <= rules.furtherTo) {
    const extra = rules.spouseExtra.find(({ upTo }) => income <= upTo)
    return (rules.spouseMiddle + (extra?.amount ?? 0n)) * QUOTIENT
  }
  if (income >= rules.ascendantIncome) return 0n
  return (
    rules.spouseMiddle * quotient(rules.ascendantIncome - income, rules.ascendantIncome - rules.furtherTo)
  )
}

function childrenCredit(rules: TaxRules, worker: Worker, income: Minor, months: bigint): Minor {
  const count = BigInt(worker.children)
  const limit = rules.childIncome + rules.childIncomeMore * (count - 1n)
  if (income >= limit) return 0n
  const halves = worker.childrenShare === 'half' ? 1n : 2n
  return halfUp(rules.child * count * halves * quotient(limit - income, limit) * months, 2n * 12n * QUOTIENT)
}

/** Trattamento integrativo of a share of the year: not taxed, paid with the wage. */
export function integrationOn(
  rules: TaxRules,
  year: Scale,
  income: Minor,
  taxable: Minor,
  fixedTerm: boolean,
  share: ShareOfYear,
  credits: Credits,
): Minor {
  const { days } = share
  if (days === 0n || income > rules.integrationUpper) return 0n
  // In a month the condition looks at the tax and credit of the whole year.
  const whole = share.settled ? days : DAYS
  const tax = taxBy(year, taxable)
  const amount = halfUp(rules.integration * days, DAYS)
  if (income <= rules.integrationTo) {
    const credit = employeeCredit(rules, income, fixedTerm, { days: whole, months: 0n, settled: true })
    return tax > credit - halfUp(rules.integrationOff * whole, DAYS) ? amount : 0n
  }
  if (!share.settled) return 0n
  const family = credits.spouse + credits.children + credits.ascendants
  const employee = employeeCredit(rules, income, fixedTerm, share)
  return maximum(0n, minimum(amount, family + employee - tax))
}

/** Somma integrativa on the employment income of a share of the year; its rate goes by the income of a full year. */
export function wedgeOn(rules: TaxRules, income: Minor, pay: Minor, fullYear: Minor): Minor {
  if (income > rules.wedgeTo || pay <= 0n) return 0n
  for (const { upTo, rate } of rules.wedge)
    if (upTo === undefined || fullYear <= upTo) return halfUp(pay * rate.numerator, rate.denominator)
  return 0n
}
