import { type IsoDate, isIsoDate } from '../country/index.ts'
import { invalid, type Problem } from '../problem/index.ts'
import { all, decodeXml, parseXml, type XmlElement, XmlError } from '../xml/index.ts'
import type { Quote, RateSource } from './rates.ts'

/** Files beyond this are refused before they are read: the ECB's whole history has some 7 MB. */
export const RATE_FILE_BYTES_MAX = 30 * 1024 * 1024
const QUOTES_MAX = 1_000_000

/** What the central banks publish, told by its first characters. */
export type RateFileFormat = 'ecb-csv' | 'ecb-xml' | 'mnb-xml'

export interface RateFile {
  readonly format: RateFileFormat
  readonly source: RateSource
  /** Every figure of the file, for one unit of the currency; currencies without a figure on a day are left out. */
  readonly quotes: readonly Quote[]
}

/**
 * Reads a file of reference rates: the ECB's `eurofxref-hist.csv`, `-hist.xml`, `-hist-90d.xml` or `-daily.xml`, or the
 * answer of the MNB's GetExchangeRates. All of it or nothing.
 *
 * @throws Problem `invalid-field` naming the line or day that cannot be read.
 */
export function readRateFile(bytes: Uint8Array): RateFile {
  if (bytes.length > RATE_FILE_BYTES_MAX) throw unreadable('it is larger than 30 MB.')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw unreadable('it is a ZIP archive: unpack it first.')
  try {
    const text = decodeXml(bytes).replace(/^\uFEFF/, '')
    const file = /^\s*</.test(text) ? readXml(parseXml(text)) : readEcbCsv(text)
    if (file.quotes.length === 0) throw unreadable('it holds no rate.')
    if (file.quotes.length > QUOTES_MAX) throw unreadable(`it holds more than ${QUOTES_MAX} rates.`)
    return file
  } catch (error) {
    if (error instanceof XmlError) throw unreadable(`line ${error.line}: ${error.message}.`)
    throw error
  }
}

function readEcbCsv(text: string): RateFile {
  const [head = '', ...lines] = text.split(/\r?\n/)
  const columns = head.split(',').map((cell) => cell.trim())
  if (columns[0] !== 'Date')
    throw unreadable(
      'it is neither the ECB’s CSV (its first column is Date) nor an XML file of the ECB or MNB.',
    )
  const quotes: Quote[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const cells = line.split(',').map((cell) => cell.trim())
    const day = dayOf(cells[0], `line ${index + 2}`)
    for (const [at, currency] of columns.entries()) {
      const cell = cells[at] ?? ''
      if (at === 0 || currency === '' || cell === '' || cell === 'N/A') continue
      quotes.push(quoteOf('ecb', currency, day, cell, `line ${index + 2}`))
    }
  }
  return { format: 'ecb-csv', source: 'ecb', quotes: distinct(quotes) }
}

function readXml(document: XmlElement): RateFile {
  if (/^MNB\w*ExchangeRates$/.test(document.name)) return readMnb(document)
  const days = all(all(document, 'Cube')[0], 'Cube')
  if (document.name !== 'Envelope' || days.length === 0)
    throw unreadable('this XML is not a file of reference rates of the ECB or the MNB.')
  const quotes = days.flatMap((cube) => {
    const day = dayOf(cube.attributes.time, 'a Cube')
    return all(cube, 'Cube').map(({ attributes: { currency = '', rate = '' } }) =>
      quoteOf('ecb', currency, day, rate, day),
    )
  })
  return { format: 'ecb-xml', source: 'ecb', quotes: distinct(quotes) }
}

/** `<Day date="2026-04-13"><Rate unit="100" curr="JPY">196,44</Rate></Day>`: a comma, and forints for so many units. */
function readMnb(document: XmlElement): RateFile {
  const quotes = all(document, 'Day').flatMap((element) => {
    const day = dayOf(element.attributes.date, 'a Day')
    return all(element, 'Rate').map(({ attributes: { curr = '', unit = '1' }, text }) => {
      const zeros = /^1(0{0,6})$/.exec(unit)?.[1]?.length
      if (zeros === undefined) throw unreadable(`${day}: ${curr} is quoted for ${unit} units.`)
      return quoteOf('mnb', curr, day, dividedByTen(text.replace(',', '.'), zeros), day)
    })
  })
  return { format: 'mnb-xml', source: 'mnb', quotes: distinct(quotes) }
}

/** The point moves; nothing is rounded. */
function dividedByTen(decimal: string, times: number): string {
  if (times === 0) return decimal
  const [whole = '', part = ''] = decimal.split('.')
  const digits = whole.padStart(times + 1, '0')
  return `${digits.slice(0, -times)}.${digits.slice(-times)}${part}`
}

function dayOf(text: string | undefined, where: string): IsoDate {
  if (text === undefined || !isIsoDate(text)) throw unreadable(`${where}: a day is written YYYY-MM-DD.`)
  return text
}

function quoteOf(source: RateSource, currency: string, day: IsoDate, quote: string, where: string): Quote {
  if (!/^[A-Z]{3}$/.test(currency))
    throw unreadable(`${where}: "${currency.slice(0, 20)}" is not a currency's code.`)
  if (!/^\d{1,10}(?:\.\d{1,10})?$/.test(quote) || !/[1-9]/.test(quote))
    throw unreadable(`${where}: the rate of ${currency} is not a positive decimal number.`)
  return { source, currency, day, quote }
}

function distinct(quotes: readonly Quote[]): readonly Quote[] {
  const known = new Set<string>()
  for (const { currency, day } of quotes) {
    const key = `${day} ${currency}`
    if (known.has(key)) throw unreadable(`${day}: ${currency} stands twice.`)
    known.add(key)
  }
  return quotes
}

const unreadable = (why: string): Problem => invalid('file', `The file of rates cannot be read: ${why}`)
