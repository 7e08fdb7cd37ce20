import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { addDays, type IsoDate } from '../country/index.ts'
import { copyRows, lockInOffice, type Transaction } from '../database/index.ts'
import { QUOTE_AGE_DAYS_MAX, type Quote, type RateSource, RateTable } from './rates.ts'
import { type RateFileFormat, readRateFile } from './read-rate-file.ts'

export interface RateTables {
  exchange_rate: {
    office_id: string
    source: RateSource
    currency: string
    day: IsoDate
    recorded_at: Date
    quote: string
    file_sha256: Buffer
    recorded_by: string
  }
}

export interface RateImport {
  readonly source: RateSource
  readonly format?: RateFileFormat
  /** Figures in the file, those not known before, and those that correct one known before. */
  readonly quotes: number
  readonly added: number
  readonly corrected: number
  readonly currencies: readonly string[]
  readonly from: IsoDate
  readonly to: IsoDate
}

/**
 * Takes a central bank's file in for a group office, in a transaction of that office: all of it or nothing. What is known
 * already is passed over, so the whole history may come again every day; a figure that changed stands beside the old one
 * and holds from then on.
 *
 * @throws Problem `invalid-field` as `readRateFile`.
 */
export async function importRates(
  trx: Transaction,
  groupOfficeId: string,
  { bytes, by }: { bytes: Uint8Array; by: string },
): Promise<RateImport> {
  const { format, quotes } = readRateFile(bytes)
  const sha256 = createHash('sha256').update(bytes).digest()
  return { ...(await recordRates(trx, groupOfficeId, quotes, { sha256, by })), format }
}

/** Writes quotes of one source down, as `importRates`. There is at least one. */
export async function recordRates(
  trx: Transaction,
  groupOfficeId: string,
  quotes: readonly Quote[],
  { sha256, by }: { sha256: Buffer; by: string },
): Promise<RateImport> {
  const days = quotes.map(({ day }) => day).sort()
  const [{ source }, from, to] = [quotes[0] as Quote, days[0] as IsoDate, days.at(-1) as IsoDate]
  // Two who take files in at once would each find the other's figures missing.
  await lockInOffice(trx, groupOfficeId, 'rates')
  const { rows } = await sql<{ key: string; quote: string }>`
    select distinct on (currency, day) currency || ' ' || day as key, trim_scale(quote)::text as quote
      from samen.exchange_rate
     where office_id = ${groupOfficeId} and source = ${source} and day between ${from} and ${to}
     order by currency, day, recorded_at desc`.execute(trx)
  const known = new Map(rows.map(({ key, quote }) => [key, quote]))
  const changed = quotes.filter(
    ({ currency, day, quote }) => known.get(`${currency} ${day}`) !== trimmed(quote),
  )
  const corrected = changed.filter(({ currency, day }) => known.has(`${currency} ${day}`)).length
  const hex = `\\x${sha256.toString('hex')}`
  await copyRows(
    trx,
    'exchange_rate',
    ['office_id', 'source', 'currency', 'day', 'quote', 'file_sha256', 'recorded_by'],
    changed.map(({ currency, day, quote }) => [groupOfficeId, source, currency, day, quote, hex, by]),
  )
  const currencies = [...new Set(quotes.map(({ currency }) => currency))].sort()
  return {
    source,
    quotes: quotes.length,
    added: changed.length - corrected,
    corrected,
    currencies,
    from,
    to,
  }
}

/** As PostgreSQL's trim_scale writes it. */
function trimmed(quote: string): string {
  const [whole = '', part = ''] = quote.split('.')
  const decimals = part.replace(/0+$/, '')
  const units = whole.replace(/^0+(?=\d)/, '')
  return decimals ? `${units}.${decimals}` : units
}

/**
 * The rates of some currencies over some days, with the week before, in which the last quote may lie.
 *
 * @param sources whose; of everybody unless told.
 */
export async function ratesOf(
  trx: Transaction,
  groupOfficeId: string,
  {
    currencies,
    from,
    to,
    sources,
  }: { currencies: readonly string[]; from: IsoDate; to: IsoDate; sources?: readonly RateSource[] },
): Promise<RateTable> {
  const { rows } = await sql<Quote>`
    select distinct on (source, currency, day) source, currency, day, trim_scale(quote)::text as quote
      from samen.exchange_rate
     where office_id = ${groupOfficeId} and currency = any(${currencies}::text[])
       and (${sources ?? null}::text[] is null or source = any(${sources ?? null}::text[]))
       and day between ${addDays(from, -QUOTE_AGE_DAYS_MAX)} and ${to}
     order by source, currency, day, recorded_at desc`.execute(trx)
  return new RateTable(rows)
}

export interface KnownRates {
  readonly source: RateSource
  readonly currency: string
  readonly days: number
  readonly from: IsoDate
  readonly to: IsoDate
}

/** What the group has: by source and currency, the days it covers. */
export async function knownRates(trx: Transaction, groupOfficeId: string): Promise<KnownRates[]> {
  const { rows } = await sql<KnownRates>`
    select source, currency, count(distinct day)::int as days, min(day) as from, max(day) as to
      from samen.exchange_rate where office_id = ${groupOfficeId}
     group by source, currency order by source, currency`.execute(trx)
  return rows
}
