import type { IsoDate } from './calendar.ts'
import { type Minor, percent, type Rate } from './money.ts'
import { type Parameter, parameter, valueOn } from './parameters.ts'
import type { VatTreatment } from './vat.ts'

const READ = 'thevatapi.com, standard rates of 2026; newcraft.dev, rates and changes as of December 2025'
const MEMORY = 'A rate of earlier years, from memory.'
type Step = readonly [from: IsoDate, value: string, unverified?: string]
const standardRate = (...series: readonly Step[]): Parameter<Rate> =>
  parameter({
    unit: 'rate',
    title: 'Standard rate of VAT of another Member State',
    series: series.map(([from, value, unverified]) => ({
      from,
      value: percent(value),
      source: READ,
      ...(unverified !== undefined && { unverified }),
    })),
  })
const always = (value: string) => standardRate(['2024-01-01', value])

/** Standard rates of the Member States, for what is taxed where a private client lives. */
export const UNION_STANDARD_RATES: Readonly<Record<string, Parameter<Rate>>> = Object.freeze({
  AT: always('20'),
  BE: always('21'),
  BG: always('20'),
  CY: always('19'),
  CZ: always('21'),
  DE: always('19'),
  DK: always('25'),
  EE: standardRate(['2024-01-01', '22', MEMORY], ['2025-07-01', '24']),
  ES: always('21'),
  FI: standardRate(['2024-01-01', '24', MEMORY], ['2024-09-01', '25.5']),
  FR: always('20'),
  GR: always('24'),
  HR: always('25'),
  HU: always('27'),
  IE: always('23'),
  IT: always('22'),
  LT: always('21'),
  LU: always('17'),
  LV: always('21'),
  MT: always('18'),
  NL: always('21'),
  PL: always('23'),
  PT: always('23'),
  RO: standardRate(['2024-01-01', '19', MEMORY], ['2025-08-01', '21']),
  SE: always('25'),
  SI: always('22'),
  SK: standardRate(['2024-01-01', '20', MEMORY], ['2025-01-01', '23']),
})

const threshold = (value: Minor, unverified?: string): Parameter<Minor> =>
  parameter({
    unit: 'amount',
    title:
      'What an enterprise may sell to private people elsewhere in the Union with the VAT of its own country',
    series: [
      {
        from: '2021-07-01',
        value,
        source: 'Directive 2006/112/EC, art. 59c(1)(c) and (5)',
        ...(unverified !== undefined && { unverified }),
      },
    ],
  })

/**
 * Electronic services to private people of all other Member States, net of VAT, up to which they bear the VAT of the seller's
 * country: neither this calendar year nor the last may pass it. Minor units, by currency.
 */
export const CONSUMER_THRESHOLDS: Readonly<Record<string, Parameter<Minor>>> = Object.freeze({
  EUR: threshold(10_000_00n),
  SEK: threshold(99_680_00n, 'The value in kronor is from memory.'),
  HUF: threshold(3_100_000_00n, 'The value in forints is from memory.'),
})

const CODE = 'one-stop-shop-'

/** The Member State whose VAT a treatment charges through the one-stop shop; undefined for a treatment at home. */
export const oneStopShopCountry = (code: string): string | undefined =>
  code.startsWith(CODE) ? code.slice(CODE.length) : undefined

/** Begins the code of every treatment that is declared in the one-stop shop and in no return at home. */
export const ONE_STOP_SHOP_CODE = CODE

/**
 * How an electronic service to a private person in another Member State is taxed by an enterprise that is registered for the
 * one-stop shop: at that state's standard rate.
 *
 * @throws NoLawError before the first rate known.
 */
export function taxedAtConsumer(country: string, on: IsoDate): VatTreatment {
  const rates = UNION_STANDARD_RATES[country]
  if (!rates) throw new RangeError(`${country} is no Member State`)
  return {
    code: CODE + country,
    rate: valueOn(`standard rate of VAT of ${country}`, rates, on).value,
    category: 'S',
    source: 'Directive 2006/112/EC, art. 58, 59c and 369a to 369k',
  }
}
