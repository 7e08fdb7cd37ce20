import { addDays, CURRENCY_DECIMALS, type IsoDate, type Minor, monthOf } from '../country/index.ts'
import type { OfficeEntry, Transaction } from '../database/index.ts'
import { counterpartyOf } from '../intercompany/index.ts'
import { type AccountHistory, accountHistory, type ReceivedPack, receivedPacks } from '../packs/index.ts'
import { refused } from '../problem/index.ts'
import { type RateTable, ratesOf } from '../rates/index.ts'
import { packAmount } from './pack-amount.ts'
import { groupAccountType, HISTORICAL_GROUPS, type Movement, type OfficeBooks } from './translate.ts'

/** An office's pack of a month, with what its earlier packs say of income, expense and equity. */
export interface ReceivedBooks {
  readonly pack: ReceivedPack
  readonly books: OfficeBooks
  /** What stood between it and each other office at the end of each month, in the order of months. */
  readonly between: readonly StandingBetween[]
}

interface StandingBetween {
  readonly counterparty: string
  readonly month: IsoDate
  /** Minor units of the office's currency. */
  readonly closing: Minor
}

/** The books of all offices whose pack of a month is there, or of one of them, and the rates to translate them by. */
export async function booksReceived(
  trx: Transaction,
  { officeId, homeCurrency }: OfficeEntry,
  period: string,
  office?: string,
): Promise<{ currency: string; offices: ReceivedBooks[]; rates: RateTable }> {
  const currency = homeCurrency.trim()
  const packs = (
    await receivedPacks(trx, officeId, { period, ...(office && { office }), limit: 1_000 })
  ).toSorted((a, b) => (a.office < b.office ? -1 : 1))
  const history = Map.groupBy(
    await accountHistory(trx, officeId, {
      offices: packs.map((pack) => pack.office),
      upTo: `${period}-01`,
      groups: [...HISTORICAL_GROUPS, INTERCOMPANY],
    }),
    (row) => row.office,
  )
  const offices = packs.map((pack): ReceivedBooks => {
    const rows = history.get(pack.office) ?? []
    const kept = rows.filter(({ group }) => group !== INTERCOMPANY)
    return { pack, books: booksOf(pack, kept), between: standingsBetween(rows) }
  })
  const foreign = offices.filter(({ books }) => books.currency !== currency)
  const months = foreign.flatMap(({ books, between }) =>
    [...books.movements, ...between].map(({ month }) => month),
  )
  const first = months.reduce<IsoDate>((least, month) => (month < least ? month : least), `${period}-01`)
  const rates = await ratesOf(trx, officeId, {
    currencies: [...new Set([currency, ...foreign.map(({ books }) => books.currency)])],
    from: addDays(first, -1),
    to: monthOf(`${period}-01`).to,
  })
  return { currency, offices, rates }
}

const INTERCOMPANY = 'G2900'

const standingsBetween = (history: readonly AccountHistory[]): StandingBetween[] =>
  history.flatMap((row) => {
    const kept = counterpartyOf(row.account)
    if (kept?.role !== 'intercompany') return []
    const { counterparty } = kept
    return monthEnds(row).map(({ month, closing }) => ({ counterparty, month, closing }))
  })

function booksOf(pack: ReceivedPack, history: readonly AccountHistory[]): OfficeBooks {
  const { currency, accounts } = pack.content
  const other = history.find((row) => row.currency !== currency)
  if (other)
    throw refused(
      `${pack.office} sent packs in ${other.currency} and in ${currency}: a change of currency is not consolidated yet.`,
    )
  const decimals = decimalsOf(currency)
  const standings = accounts
    .filter(({ group }) => !isHistorical(group))
    .map(({ account, number, name, group, opening, closing }) => ({
      account,
      number,
      name,
      group,
      opening: packAmount(opening, decimals),
      closing: packAmount(closing, decimals),
    }))
  return { currency, standings, movements: movementsOf(history) }
}

/** A month moved what its pack closes with less what the pack before did; the first began with what it says. */
function movementsOf(history: readonly AccountHistory[]): Movement[] {
  return [...Map.groupBy(history, ({ account }) => account).values()].flatMap((named) => {
    const movements: Movement[] = []
    let before: Minor | undefined
    for (const { row, month, closing } of accountByMonth(named)) {
      const { account, number, name, group, firstMonth, opening, currency } = row
      const line = { account, number, name, group, month }
      const starts =
        before ?? (month === firstMonth && opening !== null ? packAmount(opening, decimalsOf(currency)) : 0n)
      if (before === undefined && starts !== 0n) movements.push({ ...line, joined: true, amount: starts })
      movements.push({ ...line, joined: false, amount: closing - starts })
      before = closing
    }
    return movements
  })
}

interface MonthEnd {
  readonly row: AccountHistory
  readonly month: IsoDate
  readonly closing: Minor
}

/** An account has several rows where packs gave it another name, number or group on the way. */
const accountByMonth = (named: readonly AccountHistory[]): MonthEnd[] =>
  named.length === 1 ? monthEnds(named[0] as AccountHistory) : named.flatMap(monthEnds).sort(byMonth)

function monthEnds(row: AccountHistory): MonthEnd[] {
  const decimals = decimalsOf(row.currency)
  const ends = row.closings.split(',').map((text) => {
    const [month = '', closing = ''] = text.split(' ')
    return { row, month, closing: packAmount(closing, decimals) }
  })
  return ends.sort(byMonth)
}

const byMonth = (one: MonthEnd, other: MonthEnd): number => (one.month < other.month ? -1 : 1)

const decimalsOf = (currency: string): number => CURRENCY_DECIMALS[currency] ?? 2

const isHistorical = (group: string): boolean =>
  ['income', 'expense', 'equity'].includes(groupAccountType(group))
