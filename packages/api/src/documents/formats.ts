/** English as Europe writes it: day before month, 24 hours. */
const TAGS: Readonly<Record<string, string>> = { en: 'en-IE' }
/** `Intl` formats decimal text exactly; a float would not. */
type Exact = Intl.StringNumericLiteral

/** Numbers, money, days and countries as a language writes them on paper. */
export interface PaperFormats {
  /** Of decimal text in major units, to the cent. */
  money(amount: string, currency: string): string
  /** Of a percentage as the law's tables write it: `"21"` or `"13.07%"`. */
  rate(percent: string): string
  /**
   * An amount as a column of a statement has it, without its currency: a negative one in parentheses where the language's
   * accountants write so, with a minus elsewhere; nothing as a dash.
   */
  entry(amount: string, currency: string): string
  number(value: number): string
  /** Of plain decimal text, exactly. */
  decimal(text: string): string
  day(iso: string): string
  days(from: string, to: string): string
  /** A month (`2026-10`) in full. */
  month(period: string): string
  /** Months in short, as the head of a column has them. */
  months(from: string, to: string): string
  /** A moment to the minute, in UTC and said so. */
  moment(iso: string): string
  country(code: string): string
  /** A currency's name. */
  currency(code: string): string
}

const made = new Map<string, PaperFormats>()

/** @param language one of the eight; `Intl` falls back on its own for any other. */
export function paperFormats(language: string): PaperFormats {
  let formats = made.get(language)
  if (!formats) {
    formats = newFormats(TAGS[language] ?? language)
    made.set(language, formats)
  }
  return formats
}

function newFormats(tag: string): PaperFormats {
  const number = new Intl.NumberFormat(tag)
  const rate = new Intl.NumberFormat(tag, { maximumFractionDigits: 6 })
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(tag, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  })
  const month = new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  const months = new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'short', timeZone: 'UTC' })
  const currencyNames = new Intl.DisplayNames(tag, { type: 'currency' })
  const countries = new Intl.DisplayNames(tag, { type: 'region' })
  const currencies = new Map<string, Intl.NumberFormat>()
  const currencyFormat = (currency: string, currencySign: 'standard' | 'accounting' = 'standard') => {
    let format = currencies.get(currency + currencySign)
    if (!format) {
      format = new Intl.NumberFormat(tag, {
        style: 'currency',
        currency,
        currencySign,
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
        // There are no coins of less than a forint, and nobody writes them.
        trailingZeroDisplay: currency === 'HUF' ? 'stripIfInteger' : 'auto',
      })
      currencies.set(currency + currencySign, format)
    }
    return format
  }
  const dateOf = (iso: string) => new Date(`${iso}T00:00:00Z`)
  // The true minus sign stands as high as the figures; the hyphen does not. Fonts of print lack the narrow space.
  const written = (text: string) => text.replaceAll('-', '−').replaceAll('\u202f', '\u00a0')
  // The percent sign stands where the language wants it, after the exact figure.
  const [percentSign = '%'] = new Intl.NumberFormat(tag, { style: 'percent' }).format(1).split('100').slice(1)
  return {
    money: (amount, currency) => written(currencyFormat(currency).format(amount as Exact)),
    rate: (percent) => written(rate.format(percent.replace('%', '') as Exact)) + written(percentSign),
    entry: (amount, currency) =>
      /^-?[0.]+$/.test(amount)
        ? '–'
        : written(
            currencyFormat(currency, 'accounting')
              .formatToParts(amount as Exact)
              .filter(({ type }) => type !== 'currency')
              .map(({ type, value }) => (type === 'literal' ? value.trim() : value))
              .join(''),
          ),
    number: (value) => written(number.format(value)),
    decimal: (text) => written(rate.format(text as Exact)),
    day: (iso) => day.format(dateOf(iso)),
    days: (from, to) => (from === to ? day.format(dateOf(from)) : day.formatRange(dateOf(from), dateOf(to))),
    month: (period) => month.format(dateOf(`${period}-01`)),
    months: (from, to) =>
      from === to
        ? months.format(dateOf(`${from}-01`))
        : months.formatRange(dateOf(`${from}-01`), dateOf(`${to}-01`)),
    moment: (iso) => moment.format(new Date(iso)).replaceAll('\u202f', '\u00a0'),
    country: (code) => countries.of(code) ?? code,
    currency: (code) => currencyNames.of(code) ?? code,
  }
}
