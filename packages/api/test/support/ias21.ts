/**
 * Consolidated figures worked out a second time, as a spreadsheet would, from the definitions of IAS 21 and from the
 * offices' journals alone: no pack, no balance kept by the product, none of its code.
 *
 * Amounts are cents; a quote is a whole number of ten-thousandths of the office's currency for one euro.
 */

/** One account's entries of one month, as a journal sums them. */
export interface JournalLine {
  /** `2026-03` */
  readonly month: string
  readonly account: string
  readonly group: string
  readonly type: 'asset' | 'liability' | 'equity' | 'income' | 'expense'
  readonly amount: bigint
}

/** Published figures by day, `2026-03-31`. Undefined for the group's own currency. */
export type Quotes = ReadonlyMap<string, bigint> | undefined

const TEN_THOUSANDTHS = 10_000n

/** IAS 21.8: the closing rate is the spot rate at the end of the period; on a day without one, the last one published. */
function closingRate(quotes: NonNullable<Quotes>, month: string): readonly [sum: bigint, count: bigint] {
  const days = [...quotes.keys()].filter((day) => day.slice(0, 7) <= month).sort()
  return [quotes.get(days[days.length - 1] as string) as bigint, 1n]
}

/** IAS 21.40: an average rate for the period. */
function averageRate(quotes: NonNullable<Quotes>, month: string): readonly [sum: bigint, count: bigint] {
  const published = [...quotes].filter(([day]) => day.slice(0, 7) === month).map(([, quote]) => quote)
  return [published.reduce((sum, quote) => sum + quote, 0n), BigInt(published.length)]
}

/** Home currency divided by units per euro, half a cent away from zero. */
function cell(home: bigint, [sum, count]: readonly [bigint, bigint]): bigint {
  const twice = (home < 0n ? -home : home) * TEN_THOUSANDTHS * count * 2n + sum
  const cents = twice / (2n * sum)
  return home < 0n ? -cents : cents
}

/** An office's column of the statement at the end of a month, by group account; what is zero is left out. */
export function column(journal: readonly JournalLine[], quotes: Quotes, month: string): Map<string, bigint> {
  const sheet = new Map<string, bigint>()
  const add = (group: string, cents: bigint) => sheet.set(group, (sheet.get(group) ?? 0n) + cents)
  const until = journal.filter((line) => line.month <= month)
  // 39 (a): assets and liabilities, each account's balance at the closing rate.
  const balances = new Map<string, { group: string; home: bigint }>()
  for (const { account, group, type, amount } of until) {
    if (type !== 'asset' && type !== 'liability') continue
    balances.set(account, { group, home: (balances.get(account)?.home ?? 0n) + amount })
  }
  for (const { group, home } of balances.values())
    add(group, quotes ? cell(home, closingRate(quotes, month)) : home)
  // 39 (b): income and expense at the rates of their months; of earlier years they are the accumulated result.
  for (const { month: moved, group, type, amount } of until) {
    if (type === 'asset' || type === 'liability') continue
    const earlier = type !== 'equity' && moved.slice(0, 4) < month.slice(0, 4)
    add(earlier ? 'G3800' : group, quotes ? cell(amount, averageRate(quotes, moved)) : amount)
  }
  // 39 (c): all resulting exchange differences are recognised in other comprehensive income.
  const difference = [...sheet.values()].reduce((sum, cents) => sum - cents, 0n)
  if (quotes) add('G3900', difference)
  return new Map([...sheet].filter(([, cents]) => cents !== 0n))
}
