import {
  CURRENCY_DECIMALS,
  type IsoDate,
  type Minor,
  multiply,
  type Rate,
  smallestTransfer,
} from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { ratesOf } from './rate-store.ts'
import type { RateSource } from './rates.ts'

/** How a price in another currency is told in the office's own. */
export interface Conversion {
  /** Of the price. */
  readonly currency: string
  /** What one unit of it is worth in the office's currency. Exact. */
  readonly rate: Rate
  /** The office's. */
  readonly home: string
  /** The day whose quote it is: that asked for, or the last one before on which banks quoted. */
  readonly on: IsoDate
  readonly source: RateSource
}

/**
 * Currencies that an office may price in beside its own: those the European Central Bank quotes every day and whose minor unit
 * is a hundredth.
 */
export const PRICE_CURRENCIES: readonly string[] = Object.freeze(Object.keys(CURRENCY_DECIMALS))

/** An amount of the price in the office's currency, half up to what banks move of it: cents, whole forints. */
export function atHome(amount: Minor, { rate, home }: Pick<Conversion, 'rate' | 'home'>): Minor {
  const step = smallestTransfer(home)
  const { numerator, denominator } = rate
  return multiply(amount, { numerator, denominator: denominator * step }) * step
}

/**
 * How each currency stands against the office's on a day, by the office's own rates.
 *
 * @param source whose rates the country's VAT law takes; the demo's invented ones stand in where there are no others.
 * @throws Problem `rate-missing` naming currency and day.
 */
export async function conversionsOn(
  trx: Transaction,
  officeId: string,
  asked: { currencies: Iterable<string>; home: string; day: IsoDate; source: RateSource },
): Promise<ReadonlyMap<string, Conversion>> {
  const { home, day, source } = asked
  const currencies = [...new Set(asked.currencies)]
  if (currencies.length === 0) return new Map()
  const table = await ratesOf(trx, officeId, {
    currencies: [...currencies, home],
    from: day,
    to: day,
    sources: [source, 'demo'],
  })
  return new Map(
    currencies.map((currency) => {
      const used = table.closing(currency, home, day)
      return [currency, { currency, rate: used.rate, home, on: used.lastQuotedOn, source: used.source }]
    }),
  )
}
