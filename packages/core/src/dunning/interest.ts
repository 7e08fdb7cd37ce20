import {
  addDays,
  daysBetween,
  type IsoDate,
  type LatePaymentTerms,
  type Minor,
  type Rate,
  smallestTransfer,
  valueOn,
} from '../country/index.ts'

/** An invoice's debt as interest sees it. */
export interface LateDebt {
  /** What the client owed on the due day, credit notes taken off: minor units. */
  readonly principal: Minor
  readonly dueOn: IsoDate
  readonly currency: string
  readonly payments: readonly { readonly on: IsoDate; readonly amount: Minor }[]
}

/** A stretch of days with one balance and one rate. */
export interface InterestPart {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly days: number
  readonly balance: Minor
  readonly rate: Rate
  /** Days of the year the rate is divided by. */
  readonly yearDays: number
  readonly source: string
  readonly unverified?: string
}

export interface LateInterest {
  readonly interest: Minor
  readonly parts: readonly InterestPart[]
}

/**
 * Simple interest on a late debt up to and including a day. It runs from the day after the due day (or after
 * `startsAfter`), on what is open at the beginning of each day: the day a payment arrives still counts in full. A day's
 * interest is the year's rate over the days its calendar year has. The exact sum of all days is rounded once, down to what
 * banks move, so that nobody is asked for more than the law gives. Pure.
 *
 * @throws NoLawError for days before the law's first value.
 */
export function lateInterest(
  { principal, dueOn, currency, payments }: LateDebt,
  { interest }: Pick<LatePaymentTerms, 'interest'>,
  on: IsoDate,
  startsAfter: IsoDate = dueOn,
): LateInterest {
  const first = addDays(startsAfter > dueOn ? startsAfter : dueOn, 1)
  if (first > on) return { interest: 0n, parts: [] }
  const parts = stretches(
    first,
    on,
    payments,
    interest.series.map(({ from }) => from),
  )
    .map(({ from, to }): InterestPart => {
      const paid = payments.reduce((sum, payment) => (payment.on < from ? sum + payment.amount : sum), 0n)
      const { value: rate, source, unverified } = valueOn('latePayment.interest', interest, from)
      return {
        from,
        to,
        days: daysBetween(from, to),
        balance: principal - paid,
        rate,
        yearDays: daysOfYear(from),
        source,
        ...(unverified !== undefined && { unverified }),
      }
    })
    .filter(({ balance }) => balance > 0n)
  let numerator = 0n
  let denominator = 1n
  for (const { balance, days, rate, yearDays } of parts) {
    const below = rate.denominator * BigInt(yearDays)
    numerator = numerator * below + balance * BigInt(days) * rate.numerator * denominator
    denominator *= below
  }
  const step = smallestTransfer(currency)
  return { interest: (numerator / (denominator * step)) * step, parts }
}

/** Cuts days where the year, the rate or the balance changes. */
function stretches(
  first: IsoDate,
  last: IsoDate,
  payments: LateDebt['payments'],
  changes: readonly IsoDate[],
): { from: IsoDate; to: IsoDate }[] {
  const years = range(Number(first.slice(0, 4)), Number(last.slice(0, 4))).map((year) => `${year}-01-01`)
  const cuts = new Set([first, ...years, ...changes, ...payments.map(({ on }) => addDays(on, 1))])
  const begins = [...cuts].filter((day) => day >= first && day <= last).sort()
  return begins.map((from, at) => ({
    from,
    to: begins[at + 1] ? addDays(begins[at + 1] as string, -1) : last,
  }))
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

const daysOfYear = (day: IsoDate): number => {
  const year = Number(day.slice(0, 4))
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 366 : 365
}
