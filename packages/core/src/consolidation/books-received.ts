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
  history.flatMap(({ account, currency, month, closing }) => {
    const kept = counterpartyOf(account)
    return kept?.role === 'intercompany'
      ? [
          {
            counterparty: kept.counterparty,
            month,
            closing: packAmount(closing, CURRENCY_DECIMALS[currency] ?? 2),
          },
        ]
      : []
  })

function booksOf(pack: ReceivedPack, history: readonly AccountHistory[]): OfficeBooks {
  const { currency, accounts } = pack.content
  const other = history.find((row) => row.currency !== currency)
  if (other)
    throw refused(
      `${pack.office} sent packs in ${other.currency} and in ${currency}: a change of currency is not consolidated yet.`,
    )
  const decimals = CURRENCY_DECIMALS[currency] ?? 2
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
  return { currency, standings, movements: movementsOf(history, decimals) }
}

/** A month moved what its pack closes with less what the pack before did; the first began with what it says. */
function movementsOf(history: readonly AccountHistory[], decimals: number): Movement[] {
  const firstMonth = history[0]?.firstMonth
  const before = new Map<string, Minor>()
  return history.flatMap(({ account, number, name, group, month, opening, closing }) => {
    const known = before.get(account)
    const ends = packAmount(closing, decimals)
    before.set(account, ends)
    const starts = known ?? (month === firstMonth ? packAmount(opening, decimals) : 0n)
    const line = { account, number, name, group, month }
    return [
      ...(known === undefined && starts !== 0n ? [{ ...line, joined: true, amount: starts }] : []),
      { ...line, joined: false, amount: ends - starts },
    ]
  })
}

const isHistorical = (group: string): boolean =>
  ['income', 'expense', 'equity'].includes(groupAccountType(group))
