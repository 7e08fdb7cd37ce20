import type { OfficeContext } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { invalid, refused } from '../problem/index.ts'
import { type BookYear, compactDay } from './book-year.ts'
import { CP437_UPPER, encoderOf, LATIN9_UPPER } from './character-set.ts'
import { fec } from './fec.ts'
import { ledgerCsv } from './ledger-csv.ts'
import { type BookYearQuestion, readBookYear } from './read-book-year.ts'
import { sie } from './sie.ts'
import { xaf } from './xaf.ts'

export const EXPORT_FORMATS = ['fec', 'sie', 'xaf', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

interface Format {
  /** The country whose authority asks for it; none for a format of any country. */
  readonly country?: string
  readonly type: string
  readonly write: (year: BookYear) => AsyncIterable<string>
  readonly encode: (text: string) => Uint8Array
  readonly fileName: (year: BookYear) => string
}

const utf8 = new TextEncoder()

const FORMATS: Readonly<Record<ExportFormat, Format>> = {
  fec: {
    country: 'FR',
    type: 'text/tab-separated-values; charset=iso-8859-15',
    write: fec,
    encode: encoderOf(LATIN9_UPPER),
    // The SIREN is the first nine digits of a SIRET too.
    fileName: ({ entity, to }) =>
      `${entity.companyNumber.replace(/\D/g, '').slice(0, 9)}FEC${compactDay(to)}.txt`,
  },
  sie: {
    country: 'SE',
    type: 'application/octet-stream',
    write: sie,
    encode: encoderOf(CP437_UPPER),
    fileName: ({ entity, to }) => `${entity.companyNumber.replace(/\D/g, '')}-${to.slice(0, 4)}.se`,
  },
  xaf: {
    country: 'NL',
    type: 'application/xml; charset=utf-8',
    write: xaf,
    encode: (text) => utf8.encode(text),
    fileName: ({ entity, to }) => `${entity.companyNumber.replace(/\W/g, '')}-${to.slice(0, 4)}.xaf`,
  },
  csv: {
    type: 'text/csv; charset=utf-8',
    write: ledgerCsv,
    encode: (text) => utf8.encode(text),
    fileName: ({ entity, to }) => `${entity.companyNumber.replace(/\W/g, '')}-${to.slice(0, 4)}.csv`,
  },
}

/** The formats an office of this country can be exported in. */
export const exportFormatsOf = (country: string): ExportFormat[] =>
  EXPORT_FORMATS.filter((format) => (FORMATS[format].country ?? country) === country)

export interface BooksFile {
  readonly fileName: string
  /** Media type. */
  readonly type: string
  /** The file in pieces; read them before the database transaction ends. */
  readonly content: AsyncIterable<Uint8Array>
}

/**
 * A legal entity's books of a year as a file. Run it in a `repeatable read` transaction.
 *
 * @throws Problem `invalid-field` for a format of another country's authority, or as `readBookYear`; `refused` when the
 *   books hold another currency than the country's, which only CSV can show.
 */
export async function exportBooks(
  trx: Transaction,
  context: Pick<OfficeContext, 'officeId' | 'plugin' | 'today'>,
  { format, ...question }: BookYearQuestion & { readonly format: ExportFormat },
): Promise<BooksFile> {
  const { country, type, write, encode, fileName } = FORMATS[format]
  const own = context.plugin.country
  if (country !== undefined && country !== own)
    throw invalid('format', `${format} is for ${country}; books of ${own} go out as ${exportFormatsOf(own)}.`)
  const year = await readBookYear(trx, context, question)
  const foreign = year.balances.find(({ currency }) => currency !== year.currency)
  if (format !== 'csv' && foreign)
    throw refused(`The books hold ${foreign.currency}, which ${format} cannot show here: export csv instead.`)
  return { fileName: fileName(year), type, content: encoded(write(year), encode) }
}

async function* encoded(
  pieces: AsyncIterable<string>,
  encode: (text: string) => Uint8Array,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) if (piece !== '') yield encode(piece)
}
