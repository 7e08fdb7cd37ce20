import {
  CURRENCY_DECIMALS,
  type IsoDate,
  type Minor,
  multiply,
  type Rate,
  smallestTransfer,
} from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { Problem } from '../problem/index.ts'
import { ratesOf } from './rate-store.ts'
import type { RateSource, RateTable } from './rates.ts'

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

/** The currencies an office has a rate of on a day, so that it may price in them; its own is none of them. */
export async function knownConversions(
  trx: Transaction,
  officeId: string,
  { home, day, source }: { home: string; day: IsoDate; source: RateSource },
): Promise<Conversion[]> {
  const currencies = PRICE_CURRENCIES.filter((currency) => currency !== home)
  const table = await tableOf(trx, officeId, { currencies, home, day, source })
  return currencies.flatMap((currency) => {
    try {
      return [conversionBy(table, { currency, home, day })]
    } catch (error) {
      if (error instanceof Problem && error.type === 'rate-missing') return []
      throw error
    }
  })
}

const tableOf = (
  trx: Transaction,
  officeId: string,
  asked: { currencies: readonly string[]; home: string; day: IsoDate; source: RateSource },
) =>
  ratesOf(trx, officeId, {
    currencies: [...asked.currencies, asked.home],
    from: asked.day,
    to: asked.day,
    sources: [asked.source, 'demo'],
  })

function conversionBy(
  table: RateTable,
  { currency, home, day }: { currency: string; home: string; day: IsoDate },
): Conversion {
  const { rate, lastQuotedOn, source } = table.closing(currency, home, day)
  return { currency, rate, home, on: lastQuotedOn, source }
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
  const table = await tableOf(trx, officeId, { currencies, home, day, source })
  return new Map(currencies.map((currency) => [currency, conversionBy(table, { currency, home, day })]))
}
