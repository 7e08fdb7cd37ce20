import { formatAmount, type Minor } from '../country/index.ts'
import { type BookYear, oneLine, openingLines } from './book-year.ts'

export const CSV_COLUMNS = [
  'transaction',
  'day',
  'recorded',
  'kind',
  'reference',
  'account',
  'account_name',
  'currency',
  'debit',
  'credit',
] as const

/**
 * A year's books as plain CSV (RFC 4180): comma, CR LF, UTF-8, a heading row; days as YYYY-MM-DD, amounts with a point
 * and two decimals, one of debit and credit always 0.00. The opening figures come first, of kind `opening`. Any currency.
 */
export async function* ledgerCsv(year: BookYear): AsyncGenerator<string> {
  const names = new Map(year.accounts.map(({ number, name }) => [number, name]))
  yield row([...CSV_COLUMNS])
  yield openingLines(year)
    .map(({ number, name, currency, amount }) =>
      row(['', year.from, '', 'opening', '', number, name, currency, ...sides(amount)]),
    )
    .join('')
  for await (const page of year.pages()) {
    let text = ''
    for (const { transactionId, effectiveOn, recordedOn, kind, reference, entries } of page)
      for (const { number, currency, amount } of entries)
        text += row([
          ...[transactionId, effectiveOn, recordedOn, kind, reference],
          ...[number, names.get(number) ?? '', currency, ...sides(amount)],
        ])
    yield text
  }
}

const sides = (amount: Minor) => [
  formatAmount(amount > 0n ? amount : 0n),
  formatAmount(amount < 0n ? -amount : 0n),
]

const row = (cells: readonly string[]) =>
  `${cells
    .map(oneLine)
    .map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')}\r\n`
