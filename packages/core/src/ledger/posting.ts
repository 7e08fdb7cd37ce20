import { AMOUNT_MAX, type IsoDate, type Minor } from '../country/index.ts'
import { invalid } from '../problem/index.ts'

/** One line of a transaction. */
export interface Entry {
  /** Account of the office's books: `client-receivable`, `authority-payable:onss`. */
  readonly account: string
  /** What the amount is about: the activity, client, invoice, fund or pay run. */
  readonly subject?: string | null
  /** ISO 4217. */
  readonly currency: string
  /** Minor units; debit positive, credit negative, never zero. */
  readonly amount: Minor
}

/** What is to be written into the ledger: the entries sum to zero in each currency. */
export interface Posting {
  /** Names the fact behind it, once for all time in this office: `invoice-issued:<id>`. */
  readonly key: string
  /** What happened, in kebab case: `invoice`, `levy`, `payslip`, `advance`. */
  readonly kind: string
  readonly legalEntityId: string
  /** The day the fact happened; its month is the posting's period. */
  readonly effectiveOn: IsoDate
  readonly description?: string
  /** The row that explains it. */
  readonly source?: { readonly kind: string; readonly id: string }
  /** The transaction this one takes back; kind `reversal` and no other. */
  readonly reverses?: string
  readonly entries: readonly Entry[]
}

/** Transactions per call of `post`, and entries per transaction, at most. */
export const POSTINGS_MAX = 50_000
export const ENTRIES_MAX = 1_000

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const KIND = /^[a-z][a-z0-9-]{0,63}$/
const ACCOUNT = /^[a-z][a-z0-9-]*(?::[a-z0-9][a-z0-9-]*)?$/
const CURRENCY = /^[A-Z]{3}$/

/**
 * Refuses a posting the ledger could not take: unbalanced in a currency, fewer than two entries, a zero or oversized
 * amount, a malformed id, day, account or text.
 *
 * @param at where the posting stands in the caller's input, for the problem's `field`.
 * @throws Problem `invalid-field`
 */
export function checkPosting(posting: Posting, at = 'posting'): void {
  const { key, kind, legalEntityId, effectiveOn, description, source, reverses, entries } = posting
  if (key.length < 1 || key.length > 200 || !isPlain(key))
    throw invalid(`${at}.key`, 'A key has 1 to 200 characters.')
  if (!KIND.test(kind)) throw invalid(`${at}.kind`, 'A kind is one word in kebab case.')
  if (!UUID.test(legalEntityId)) throw invalid(`${at}.legalEntityId`, 'An id is a lower-case UUID.')
  if (!isDay(effectiveOn)) throw invalid(`${at}.effectiveOn`, 'A day is written YYYY-MM-DD.')
  if (description !== undefined && (description.length > 500 || !isPlain(description)))
    throw invalid(`${at}.description`, 'A description has at most 500 characters.')
  if (source && !(KIND.test(source.kind) && UUID.test(source.id)))
    throw invalid(`${at}.source`, 'A source is a kind and a lower-case UUID.')
  if ((kind === 'reversal') !== (reverses !== undefined) || (reverses !== undefined && !UUID.test(reverses)))
    throw invalid(`${at}.reverses`, 'A reversal, and nothing else, names the transaction it takes back.')
  if (entries.length < 2 || entries.length > ENTRIES_MAX)
    throw invalid(`${at}.entries`, `A transaction has 2 to ${ENTRIES_MAX} entries.`)
  for (const [index, entry] of entries.entries()) checkEntry(entry, `${at}.entries[${index}]`)
  const rest = imbalance(entries)
  if (rest)
    throw invalid(`${at}.entries`, `The entries miss zero by ${rest.amount} ${rest.currency} minor units.`)
}

function checkEntry({ account, subject, currency, amount }: Entry, at: string): void {
  if (!ACCOUNT.test(account))
    throw invalid(`${at}.account`, 'An account is a role, perhaps with a part after a colon.')
  if (subject != null && !UUID.test(subject)) throw invalid(`${at}.subject`, 'An id is a lower-case UUID.')
  if (subject == null && (account === 'fund-available' || account === 'fund-advanced'))
    throw invalid(`${at}.subject`, 'An entry on a fund names the fund.')
  if (!CURRENCY.test(currency)) throw invalid(`${at}.currency`, 'A currency is three capital letters.')
  if (amount === 0n || amount > AMOUNT_MAX || amount < -AMOUNT_MAX)
    throw invalid(`${at}.amount`, 'An amount is not zero and at most 10 000 000 000.')
}

/** The first currency in which the entries do not sum to zero, and by how much; undefined when they balance. */
export function imbalance(entries: readonly Entry[]): { currency: string; amount: Minor } | undefined {
  const sums = new Map<string, bigint>()
  for (const { currency, amount } of entries) sums.set(currency, (sums.get(currency) ?? 0n) + amount)
  for (const [currency, amount] of sums) if (amount !== 0n) return { currency, amount }
  return undefined
}

/** The first day of the month a day lies in. */
export const periodOf = (day: IsoDate): IsoDate => `${day.slice(0, 7)}-01`

function isDay(day: string): boolean {
  if (!DAY.test(day)) return false
  if (day.slice(8) <= '28') return true
  const date = new Date(`${day}T00:00:00Z`)
  return date.getUTCDate() === Number(day.slice(8))
}

/** PostgreSQL stores neither a null character nor half a surrogate pair. */
const isPlain = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')
