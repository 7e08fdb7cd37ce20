import { createHash } from 'node:crypto'
import { addDays, type IsoDate, weekday } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { type Quote, recordRates } from '@samen/core/rates'
import { dice } from './random.ts'

/** Where the invented rates begin, in hundredths for one euro, and how far a day may move them. */
const CURRENCIES = [
  { currency: 'HUF', hundredths: 38_000, step: 150, least: 35_500, most: 41_000 },
  { currency: 'SEK', hundredths: 1_100, step: 4, least: 1_040, most: 1_170 },
] as const

/** What clients abroad pay in. */
const PRICES = [
  { currency: 'CHF', hundredths: 95, step: 1, least: 90, most: 99 },
  { currency: 'GBP', hundredths: 86, step: 1, least: 82, most: 90 },
  { currency: 'NOK', hundredths: 1_170, step: 6, least: 1_100, most: 1_240 },
  { currency: 'USD', hundredths: 112, step: 1, least: 104, most: 120 },
] as const
/** An office needs the rates of the day a quote is made. */
const PRICE_DAYS = 14

type Walk = (typeof CURRENCIES)[number] | (typeof PRICES)[number]

/**
 * Rates for the demo's group, so that a fresh clone consolidates without a network: forints and kronor for a euro on each
 * working day from the January before last until the day the demo plays. They are invented, recorded as such (`demo`), and
 * shown as such; a rate of the ECB or MNB, once imported, goes before them.
 */
export async function recordDemoRates(trx: Transaction, groupOfficeId: string, date: IsoDate): Promise<void> {
  const quotes = CURRENCIES.flatMap((currency) => walk(currency, date))
  const sha256 = createHash('sha256').update(JSON.stringify(quotes)).digest()
  await recordRates(trx, groupOfficeId, quotes, { sha256, by: 'demo' })
}

/** Rates for an office, in which its members may make quotes for clients abroad; invented as those of the group. */
export async function recordDemoPriceRates(trx: Transaction, officeId: string, date: IsoDate): Promise<void> {
  const since = addDays(date, -PRICE_DAYS)
  const quotes = [...CURRENCIES, ...PRICES].flatMap((currency) =>
    walk(currency, date).filter(({ day }) => day >= since),
  )
  const sha256 = createHash('sha256').update(JSON.stringify(quotes)).digest()
  await recordRates(trx, officeId, quotes, { sha256, by: 'demo' })
}

function walk({ currency, hundredths, step, least, most }: Walk, date: IsoDate): Quote[] {
  const { integer } = dice(hundredths)
  const quotes: Quote[] = []
  let at: number = hundredths
  for (let day: IsoDate = `${Number(date.slice(0, 4)) - 1}-01-01`; day <= date; day = addDays(day, 1)) {
    if (weekday(day) > 5) continue
    at = Math.min(most, Math.max(least, at + integer(-step, step)))
    quotes.push({
      source: 'demo',
      currency,
      day,
      quote: `${Math.floor(at / 100)}.${String(at % 100).padStart(2, '0')}`,
    })
  }
  return quotes
}
