import { divide, fraction, type IsoDate, type Minor, multiply, type Rate } from '../country/index.ts'
import { monthsAfter } from '../legal-entities/index.ts'

/** A rate a year, from a day on. */
export interface LoanRate {
  readonly from: IsoDate
  readonly rate: Rate
}

export interface LoanTerms {
  readonly lentOn: IsoDate
  readonly firstDueOn: IsoDate
  readonly instalments: number
  /** Oldest first; the first is in force when the first instalment is due. */
  readonly rates: readonly LoanRate[]
}

/** Where a loan stands: minor units still owed, and instalments paid. */
export interface LoanStanding {
  readonly outstanding: Minor
  readonly paid: number
}

export interface Instalment {
  /** 1, 2 … */
  readonly instalment: number
  readonly dueOn: IsoDate
  /** Minor units. */
  readonly principal: Minor
  readonly interest: Minor
}

/** The day an instalment is due: the same day of each month. */
export function dueDay({ firstDueOn }: Pick<LoanTerms, 'firstDueOn'>, instalment: number): IsoDate {
  const month = monthsAfter(`${firstDueOn.slice(0, 7)}-01`, instalment - 1)
  return `${month.slice(0, 8)}${firstDueOn.slice(8)}`
}

/**
 * The next instalment: an equal part of what is owed for each that is left, rounded half up, the last one the rest; and for each month a
 * twelfth of the year's interest on what is owed, by the rate in force on the day it is due, rounded half up. The first bears the
 * whole months since the money was lent, one at least. What was paid back early makes those that are left smaller.
 *
 * @returns undefined when nothing is owed or no instalment is left.
 */
export function nextInstalment(
  terms: LoanTerms,
  { outstanding, paid }: LoanStanding,
): Instalment | undefined {
  const left = terms.instalments - paid
  if (outstanding <= 0n || left < 1) return undefined
  const instalment = paid + 1
  const dueOn = dueDay(terms, instalment)
  const rate = terms.rates.findLast(({ from }) => from <= dueOn)?.rate ?? fraction(0n, 1n)
  const months = instalment === 1 ? Math.max(1, monthsApart(terms.lentOn, dueOn)) : 1
  return {
    instalment,
    dueOn,
    principal: divide(outstanding, BigInt(left)),
    interest: multiply(outstanding, {
      numerator: rate.numerator * BigInt(months),
      denominator: rate.denominator * 12n,
    }),
  }
}

/** All instalments to come, if each is paid when it is due and no rate changes. */
export function schedule(terms: LoanTerms, standing: LoanStanding): Instalment[] {
  const found: Instalment[] = []
  let { outstanding, paid } = standing
  for (
    let next = nextInstalment(terms, standing);
    next;
    next = nextInstalment(terms, { outstanding, paid })
  ) {
    found.push(next)
    outstanding -= next.principal
    paid = next.instalment
  }
  return found
}

const monthsApart = (from: IsoDate, to: IsoDate): number => {
  const months = (day: IsoDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return months(to) - months(from)
}
