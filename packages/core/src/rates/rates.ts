import { addDays, type IsoDate, monthOf, type Rate, rate } from '../country/index.ts'
import { Problem } from '../problem/index.ts'

/** Who published a rate. `demo` figures are invented, for the demo federation alone. */
export type RateSource = 'ecb' | 'mnb' | 'demo'

/**
 * How a source quotes, in the order in which a rate is looked for: the European Central Bank tells units of a currency
 * for one euro, the Magyar Nemzeti Bank forints for one unit of a currency.
 */
const QUOTING: readonly { source: RateSource; anchor: string; perAnchor: boolean }[] = [
  { source: 'ecb', anchor: 'EUR', perAnchor: true },
  { source: 'mnb', anchor: 'HUF', perAnchor: false },
  { source: 'demo', anchor: 'EUR', perAnchor: true },
]

/** One published figure: decimal text, exactly as printed, for one unit. */
export interface Quote {
  readonly source: RateSource
  readonly currency: string
  readonly day: IsoDate
  readonly quote: string
}

/** A rate that was used, with where it came from. */
export interface UsedRate {
  readonly from: string
  readonly to: string
  /** How much of `to` one unit of `from` is worth. Exact. */
  readonly rate: Rate
  readonly kind: 'closing' | 'average'
  /** Closing: the day asked for. Average: the month's last day. */
  readonly day: IsoDate
  /** The days whose quotes it rests on: one, or those of the month. */
  readonly firstQuotedOn: IsoDate
  readonly lastQuotedOn: IsoDate
  readonly quotes: number
  readonly source: RateSource
}

/** No bank quotes on Sundays or at Easter; after this many days without a quote one is missing. */
export const QUOTE_AGE_DAYS_MAX = 7

/**
 * The published rates of some currencies, and the two ways they are used. Nothing is rounded: a rate is the fraction the
 * quotes make.
 */
export class RateTable {
  /** By source and currency, each in the order of days. */
  readonly #series = new Map<string, Quote[]>()
  readonly #used = new Map<string, UsedRate>()

  constructor(quotes: Iterable<Quote>) {
    for (const quote of quotes) {
      const key = `${quote.source} ${quote.currency}`
      const series = this.#series.get(key)
      if (series) series.push(quote)
      else this.#series.set(key, [quote])
    }
    for (const series of this.#series.values()) series.sort((a, b) => (a.day < b.day ? -1 : 1))
  }

  /**
   * The rate at the end of a day: that of the last quote on or before it, at most seven days old.
   *
   * @throws Problem `rate-missing`
   */
  closing(from: string, to: string, day: IsoDate): UsedRate {
    return this.#once('closing', from, to, day, (series) => {
      const last = series[firstAfter(series, day) - 1]
      return last && last.day >= addDays(day, -QUOTE_AGE_DAYS_MAX) ? [last] : undefined
    })
  }

  /**
   * The average of a month (any day of it): the plain mean of the figures the source published in it, as the ECB's own
   * monthly averages are made. A month with a hole of more than seven days has none.
   *
   * @throws Problem `rate-missing`
   */
  average(from: string, to: string, month: IsoDate): UsedRate {
    const { from: first, to: last } = monthOf(month)
    return this.#once('average', from, to, last, (series) => {
      const within = series.slice(firstAfter(series, addDays(first, -1)), firstAfter(series, last))
      const days = [addDays(first, -1), ...within.map(({ day }) => day), addDays(last, 1)]
      const whole = days.every(
        (day, at) => at === 0 || day <= addDays(days[at - 1] as IsoDate, QUOTE_AGE_DAYS_MAX),
      )
      return whole ? within : undefined
    })
  }

  #once(
    kind: UsedRate['kind'],
    from: string,
    to: string,
    day: IsoDate,
    choose: (series: readonly Quote[]) => readonly Quote[] | undefined,
  ): UsedRate {
    const key = `${kind} ${from} ${to} ${day}`
    const known = this.#used.get(key)
    if (known) return known
    for (const quoting of QUOTING) {
      const sides = [from, to].map((currency) =>
        currency === quoting.anchor
          ? { mean: ONE, chosen: [] }
          : meanOf(choose(this.#series.get(`${quoting.source} ${currency}`) ?? [])),
      )
      const [one, other] = sides
      if (!one || !other) continue
      const days = [...one.chosen, ...other.chosen].map((quote) => quote.day).sort()
      const used: UsedRate = {
        from,
        to,
        kind,
        day,
        rate: quoting.perAnchor ? ratio(other.mean, one.mean) : ratio(one.mean, other.mean),
        firstQuotedOn: days[0] ?? day,
        lastQuotedOn: days.at(-1) ?? day,
        quotes: Math.max(one.chosen.length, other.chosen.length),
        source: quoting.source,
      }
      this.#used.set(key, used)
      return used
    }
    throw rateMissing(kind, from, to, day)
  }
}

/** Where the quotes after a day begin, in a series in the order of days. */
function firstAfter(series: readonly Quote[], day: IsoDate): number {
  let [low, high] = [0, series.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((series[middle] as Quote).day <= day) low = middle + 1
    else high = middle
  }
  return low
}

const ONE: Rate = { numerator: 1n, denominator: 1n }

function meanOf(chosen: readonly Quote[] | undefined): { mean: Rate; chosen: readonly Quote[] } | undefined {
  if (!chosen || chosen.length === 0) return undefined
  const values = chosen.map(({ quote }) => rate(quote))
  const scale = values.reduce((most, { denominator }) => (denominator > most ? denominator : most), 1n)
  // Denominators are powers of ten, so the largest is a multiple of each.
  const sum = values.reduce(
    (total, { numerator, denominator }) => total + numerator * (scale / denominator),
    0n,
  )
  return { mean: { numerator: sum, denominator: scale * BigInt(chosen.length) }, chosen }
}

const ratio = (a: Rate, b: Rate): Rate => ({
  numerator: a.numerator * b.denominator,
  denominator: a.denominator * b.numerator,
})

function rateMissing(kind: UsedRate['kind'], from: string, to: string, day: IsoDate): Problem {
  const what =
    kind === 'closing'
      ? `There is no rate of ${from} against ${to} for ${day}, nor for the ${QUOTE_AGE_DAYS_MAX} days before it.`
      : `The rates of ${from} against ${to} do not cover the whole of ${day.slice(0, 7)}, so the month has no average.`
  return new Problem(
    'rate-missing',
    `${what} Take in the central bank's file: samen import rates eurofxref-hist.csv, with --office where it is not for the group.`,
    { extra: { currency: from, against: to, day, kind } },
  )
}
