import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Amount } from '../api/money.ts'

/** English as Europe writes it: day before month, 24 hours. */
const TAGS: Record<string, string> = { en: 'en-IE' }
/** Decimals that always stand there: a forint has two in the books, and none where people are paid. */
const DECIMALS_SHOWN: Readonly<Record<string, number>> = { HUF: 0 }
/** `Intl` formats decimal text exactly; a float would not. */
type Exact = Intl.StringNumericLiteral

/** Numbers, money and days as the reader's language writes them. */
export function formats(language: string) {
  const tag = TAGS[language] ?? language
  const number = new Intl.NumberFormat(tag)
  const decimal = new Intl.NumberFormat(tag, { maximumFractionDigits: 6 })
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 4 })
  const share = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 })
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const shortDay = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(tag, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  const weekdayLetter = new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const shortMonth = new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' })
  const range = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const country = new Intl.DisplayNames(tag, { type: 'region' })
  const currencies = new Map<string, Intl.NumberFormat>()
  const currencyFormat = (currency: string, digits: number, compact = false) => {
    const key = `${currency}${digits}${compact}`
    let format = currencies.get(key)
    if (!format) {
      format = new Intl.NumberFormat(tag, {
        // Four figures are grouped too: in a column they stand under five.
        useGrouping: 'always',
        style: 'currency',
        currency,
        // Ft and kr: nobody who reads them thinks of another country's.
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: Math.min(digits, DECIMALS_SHOWN[currency] ?? digits),
        maximumFractionDigits: compact ? 1 : digits,
        ...(compact && { notation: 'compact' as const, minimumFractionDigits: 0 }),
      })
      currencies.set(key, format)
    }
    return format
  }
  const dateOf = (iso: string) => new Date(iso.length === 7 ? `${iso}-01` : iso)
  // The true minus sign stands as high as the figures; the hyphen does not.
  const written = (text: string) => text.replace('-', '−')
  return {
    /** To the cent. */
    money: (amount: Amount, currency: string) => written(currencyFormat(currency, 2).format(amount as Exact)),
    /** To the cent, a rise with its plus. */
    change: (amount: Amount, currency: string) => {
      const text = written(currencyFormat(currency, 2).format(amount as Exact))
      return /^-|^0*(\.0*)?$/.test(amount) ? text : `+${text}`
    },
    /** Whole units, for large totals where cents are noise. */
    wholeMoney: (amount: Amount, currency: string) =>
      written(currencyFormat(currency, 0).format(amount as Exact)),
    compactMoney: (amount: Amount, currency: string) =>
      written(currencyFormat(currency, 0, true).format(amount as Exact)),
    /** The currency's sign as the language writes it. */
    currencySign: (currency: string) =>
      currencyFormat(currency, 0)
        .formatToParts(0)
        .find(({ type }) => type === 'currency')?.value ?? currency,
    /** A country by its code, in the reader's language. */
    country: (code: string) => country.of(code) ?? code,
    number: (value: number) => number.format(value),
    /** A decimal text of up to six decimals, exactly. */
    decimal: (text: string) => written(decimal.format(text as Exact)),
    /** A rate as the server writes it, `"13.07%"`. */
    rate: (rate: string) => percent.format(Number(rate.replace('%', '')) / 100),
    share: (fraction: number) => share.format(fraction),
    day: (iso: string) => day.format(dateOf(iso)),
    shortDay: (iso: string) => shortDay.format(dateOf(iso)),
    weekday: (iso: string) => weekday.format(dateOf(iso)),
    weekdayLetter: (iso: string) => weekdayLetter.format(dateOf(iso)),
    days: (from: string, to: string) =>
      from === to ? range.format(dateOf(from)) : range.formatRange(dateOf(from), dateOf(to)),
    month: (period: string) => month.format(dateOf(period)),
    shortMonth: (period: string) => shortMonth.format(dateOf(period)),
    moment: (iso: string) => moment.format(new Date(iso)),
  }
}

export type Formats = ReturnType<typeof formats>

/** The formats of the reader's language, or of the language a piece of text is written in. */
export function useFormats(textLanguage?: string): Formats {
  const { i18n } = useTranslation()
  const language = textLanguage ?? i18n.language
  return useMemo(() => formats(language), [language])
}
