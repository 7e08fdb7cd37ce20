import { type IsoDate, type Minor, maximum } from '../../country/index.ts'

/** How much of what is lent hangs on how few clients. Shares are numbers between 0 and 1, not money. */
export interface Concentration {
  readonly clients: number
  /** Share of the largest and of the five largest. */
  readonly largest: number
  readonly five: number
  /** Herfindahl's index: the sum of the squared shares; 1 is one client alone. */
  readonly herfindahl: number
  /** In plain words: as much risk in one place as with so many clients of one size. */
  readonly alike: number
}

/** @param outstanding what is lent per client, minor units; zeros do not count. Undefined when nothing is lent. */
export function concentrationOf(outstanding: readonly Minor[]): Concentration | undefined {
  const lent = outstanding.filter((amount) => amount > 0n).sort((a, b) => (a === b ? 0 : a < b ? 1 : -1))
  const total = lent.reduce((sum, amount) => sum + amount, 0n)
  if (total === 0n) return undefined
  const share = (amount: Minor) => Number((amount * PRECISION) / total) / Number(PRECISION)
  const squares = lent.reduce((sum, amount) => sum + amount * amount, 0n)
  const herfindahl = Number((squares * PRECISION) / (total * total)) / Number(PRECISION)
  return {
    clients: lent.length,
    largest: share(lent[0] as Minor),
    five: share(lent.slice(0, 5).reduce((sum, amount) => sum + amount, 0n)),
    herfindahl,
    alike: 1 / herfindahl,
  }
}

const PRECISION = 1_000_000_000n

/** One client's debt to the fund and how likely it is lost. */
export interface Risk {
  /** Lent, minor units. */
  readonly outstanding: Minor
  readonly hazardAYear: number
  /** Days until the money should be back, at least one. */
  readonly days: number
}

/** What is lost of what is lent, on average: each amount times the chance that its client fails before it pays. */
export function expectedLoss(risks: readonly Risk[]): Minor {
  let sum = 0n
  for (const { outstanding, hazardAYear, days } of risks) {
    const chance = -Math.expm1((-hazardAYear * days) / 365)
    sum += outstanding * BigInt(Math.round(chance * Number(PRECISION)))
  }
  return sum / PRECISION
}

/** Open invoices of one due day. Days count from today, negative when past. */
export interface DueSum {
  readonly dueOn: number
  /** Open with value-added tax, minor units. */
  readonly open: Minor
}

export interface ForecastDay {
  readonly day: number
  /** Expected in from clients, out for wages, out for contributions and taxes; minor units, not negative. */
  readonly receipts: Minor
  readonly wages: Minor
  readonly taxes: Minor
  /** In the bank at the end of the day. */
  readonly cash: Minor
}

/** Payments on a day to come. */
export interface DayAmount {
  readonly day: number
  readonly amount: Minor
}

/**
 * Cash day by day from what stands in the books: each due day's sum comes in spread over the delays that are still possible, a
 * delay as likely as another, exact to the cent over all of them; what is older than every delay ever seen is not expected.
 * Wages and taxes go out on their days, overdue ones today.
 */
export function forecastCash(
  cash: Minor,
  days: number,
  {
    due,
    wages,
    taxes,
    delays,
  }: {
    due: readonly DueSum[]
    wages: readonly DayAmount[]
    taxes: readonly DayAmount[]
    delays: readonly number[]
  },
): ForecastDay[] {
  const flow = Array.from({ length: days + 1 }, () => ({ receipts: 0n, wages: 0n, taxes: 0n }))
  for (const { dueOn, open } of due) {
    const possible = delays.filter((delay) => dueOn + delay > 0)
    const count = BigInt(possible.length)
    let given = 0n
    for (const [index, delay] of possible.entries()) {
      // The n-th part is what n parts give less what n − 1 gave: no cent is lost over all of them.
      const upTo = (open * BigInt(index + 1)) / count
      const day = flow[dueOn + delay]
      if (day) day.receipts += upTo - given
      given = upTo
    }
  }
  for (const [name, amounts] of [
    ['wages', wages],
    ['taxes', taxes],
  ] as const)
    for (const { day, amount } of amounts) {
      const on = flow[Math.max(0, day)]
      if (on) on[name] += maximum(0n, amount)
    }
  let balance = cash
  return flow.map((one, day) => {
    balance += one.receipts - one.wages - one.taxes
    return { day, ...one, cash: balance }
  })
}

/** The day contributions and taxes owed today are taken to be due: the fifteenth of the next month, an assumption. */
export function taxDayAfter(today: IsoDate): IsoDate {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const next = month === 12 ? [year + 1, 1] : [year, month + 1]
  return `${next[0]}-${String(next[1]).padStart(2, '0')}-15`
}
