import { ACCOUNT_ROLES, type CountryPlugin, type IsoDate, type Minor } from '../country/index.ts'
import type { Entry, LedgerAccount } from '../ledger/index.ts'

/**
 * What stands between two offices of the group. Each office books its own side in its own currency; the group sets the
 * two against each other. Both write the same reference, so that people find what belongs together.
 */
export const INTERCOMPANY_KINDS = [
  /** Work or goods: income of who gives, expense of who receives. */
  'invoice',
  'interest',
  /** Premiums and ceded losses of guarantee funds. */
  'reinsurance',
  /** Money lent, or paid back. */
  'loan',
  /** Money that settles what is owed. */
  'payment',
  /** Shares of one office that the other subscribes. */
  'capital',
] as const
export type IntercompanyKind = (typeof INTERCOMPANY_KINDS)[number]

/** `given`: this office renders, lends, pays or subscribes. `received`: the other does. */
export const INTERCOMPANY_DIRECTIONS = ['given', 'received'] as const
export type IntercompanyDirection = (typeof INTERCOMPANY_DIRECTIONS)[number]

export interface IntercompanyDraft {
  /** Slug of the other office: `fr`. */
  readonly counterparty: string
  /** Names the fact on both sides, once between two offices; 1 to 100 characters. Booking it again changes nothing. */
  readonly reference: string
  readonly kind: IntercompanyKind
  readonly direction: IntercompanyDirection
  /** Minor units of the office's currency; a negative amount takes back, as a credit note does. */
  readonly amount: Minor
  readonly effectiveOn: IsoDate
  /** For the reader, at most 300 characters; empty unless told. */
  readonly description?: string
  /** The office's first company unless told. */
  readonly legalEntityId?: string
}

export interface IntercompanyItem extends Required<IntercompanyDraft> {
  readonly intercompanyItemId: string
  readonly currency: string
  readonly transactionId: string
  readonly bookedBy: string
  readonly bookedAt: Date
}

/** Roles that have an account per other office. */
export const COUNTERPARTY_ROLES = [
  'intercompany',
  'intercompany-income',
  'intercompany-expense',
  'participation',
] as const
export type CounterpartyRole = (typeof COUNTERPARTY_ROLES)[number]

export const counterpartyAccount = (role: CounterpartyRole, counterparty: string): string =>
  `${role}:${counterparty}`

/** The other office an account is kept for, and the role; undefined for any other account. */
export function counterpartyOf(
  account: string,
): { role: CounterpartyRole; counterparty: string } | undefined {
  const at = account.indexOf(':')
  // Asked of every line of the group's figures, of which few are kept for anybody.
  if (at < 0) return undefined
  const counterparty = account.slice(at + 1)
  const known = COUNTERPARTY_ROLES.find((one) => one.length === at && account.startsWith(one))
  return known && counterparty ? { role: known, counterparty } : undefined
}

/** Debit and credit of what is given; what is received is booked between `received`'s. `of`: kept per other office. */
const SIDES: Readonly<
  Record<
    IntercompanyKind,
    Readonly<Record<IntercompanyDirection, { readonly debit: Side; readonly credit: Side }>>
  >
> = (() => {
  const claim: Side = { of: 'intercompany' }
  const service = {
    given: { debit: claim, credit: { of: 'intercompany-income' } },
    received: { debit: { of: 'intercompany-expense' }, credit: claim },
  } as const
  const money = {
    given: { debit: claim, credit: { role: 'bank' } },
    received: { debit: { role: 'bank' }, credit: claim },
  } as const
  const capital = {
    given: { debit: { of: 'participation' }, credit: { role: 'bank' } },
    received: { debit: { role: 'bank' }, credit: { role: 'share-capital' } },
  } as const
  return { invoice: service, interest: service, reinsurance: service, loan: money, payment: money, capital }
})()

type Side = { readonly of: CounterpartyRole } | { readonly role: 'bank' | 'share-capital' }

type Fact = Pick<IntercompanyDraft, 'counterparty' | 'kind' | 'direction' | 'amount'>

/** The entries of a fact in the books of one side. Pure. */
export function intercompanyEntries({
  counterparty,
  kind,
  direction,
  amount,
  currency,
}: Fact & { readonly currency: string }): readonly [Entry, Entry] {
  const { debit, credit } = SIDES[kind][direction]
  const account = (side: Side) => ('of' in side ? counterpartyAccount(side.of, counterparty) : side.role)
  return [
    { account: account(debit), currency, amount },
    { account: account(credit), currency, amount: -amount },
  ]
}

/**
 * The accounts a fact needs, under the numbers of the country's chart: those per office are further accounts of the same
 * number. Pure.
 */
export function intercompanyAccounts(
  { chart }: Pick<CountryPlugin, 'chart'>,
  { counterparty, kind, direction }: Pick<Fact, 'counterparty' | 'kind' | 'direction'>,
): LedgerAccount[] {
  const { debit, credit } = SIDES[kind][direction]
  return [debit, credit].map((side) => {
    const role = 'of' in side ? side.of : side.role
    const line = chart.find((one) => one.role === role)
    const known = ACCOUNT_ROLES.find((one) => one.role === role)
    if (!line || !known) throw new RangeError(`the chart of accounts: ${role} is missing`)
    const { number, name } = line
    const { type, group } = known
    return 'of' in side
      ? {
          account: counterpartyAccount(side.of, counterparty),
          type,
          number,
          name: `${name} · ${counterparty.toUpperCase()}`,
          group,
        }
      : { account: role, type, number, name, group }
  })
}
