import type { IsoDate, Minor } from '../country/index.ts'

/** How a client pays: `N` nobody knows yet, `A` on time … `E` not. */
export type Rating = 'N' | 'A' | 'B' | 'C' | 'D' | 'E'

/** What the books say about a client's way of paying over the last two years. */
export interface PaymentHistory {
  /** Invoices paid in full or in part. */
  readonly paidInvoices: number
  /** Days after the due day at which each euro arrived, on average, early payments counted as none. */
  readonly daysLate: number
  /** Of the invoices open today, the days of the latest one; zero when none is overdue. */
  readonly overdueDays: number
  /** Promises to pay that were not kept. */
  readonly brokenPromises: number
  /** Invoices written off of which not everything came back. */
  readonly lostInvoices: number
}

/** The worst a rating allows; what no row allows is an E. House rules, in docs/office/clients-who-do-not-pay.md. */
export const RATING_RULES: readonly {
  readonly rating: Rating
  readonly daysLate: number
  readonly overdueDays: number
  readonly brokenPromises: number
}[] = Object.freeze([
  { rating: 'A', daysLate: 5, overdueDays: 14, brokenPromises: 0 },
  { rating: 'B', daysLate: 15, overdueDays: 30, brokenPromises: 0 },
  { rating: 'C', daysLate: 30, overdueDays: 60, brokenPromises: 0 },
  { rating: 'D', daysLate: 60, overdueDays: 120, brokenPromises: 2 },
])

/** Below so many paid invoices good conduct is not known yet. */
export const KNOWN_FROM = 3

/** A client's rating from its payment history. Never better when anything in the history is worse. Pure. */
export function rate(history: PaymentHistory): Rating {
  if (history.lostInvoices > 0) return 'E'
  const found =
    RATING_RULES.find(
      (rule) =>
        history.daysLate <= rule.daysLate &&
        history.overdueDays <= rule.overdueDays &&
        history.brokenPromises <= rule.brokenPromises,
    )?.rating ?? 'E'
  return history.paidInvoices < KNOWN_FROM && (found === 'A' || found === 'B') ? 'N' : found
}

/** What bounds what the guarantee fund lends on a client. */
export interface CreditFacts {
  /** Decided by a human or the office's ordinary one, minor units. */
  readonly creditLimit: Minor
  readonly rating: Rating
  /** The day the rating became what it is. */
  readonly ratedOn: IsoDate | null
  /** What a credit insurer covers, and until when. */
  readonly insuredLimit: Minor | null
  readonly insuredUntil: IsoDate | null
  readonly handedOverOn: IsoDate | null
  readonly bankruptOn: IsoDate | null
}

export type LimitReason =
  | 'decided'
  | 'insured'
  | 'rating-halved'
  | 'rating-none'
  | 'handed-over'
  | 'insolvent'

/** The limit that holds, and which rule made it. */
export interface AdvanceLimit {
  readonly limit: Minor
  readonly reason: LimitReason
}

/**
 * How much the guarantee fund may have out for a client when it lends for work that began on a day, and why. For work that
 * begins after the client failed or was handed to a collector it lends nothing; after a D half of the decided limit, after
 * an E nothing; an insurer's cover on that day holds where it is more. Whoever began to work before is paid as was
 * promised then: bad news binds new work only. Pure.
 */
export function advanceLimit(facts: CreditFacts, startsOn: IsoDate): AdvanceLimit {
  const { bankruptOn, handedOverOn, insuredUntil, insuredLimit } = facts
  if (bankruptOn !== null && startsOn > bankruptOn) return { limit: 0n, reason: 'insolvent' }
  if (handedOverOn !== null && startsOn > handedOverOn) return { limit: 0n, reason: 'handed-over' }
  const own = ownLimit(facts, startsOn)
  const insured = insuredUntil !== null && insuredUntil >= startsOn ? (insuredLimit ?? 0n) : 0n
  return insured > own.limit ? { limit: insured, reason: 'insured' } : own
}

function ownLimit({ creditLimit, rating, ratedOn }: CreditFacts, startsOn: IsoDate): AdvanceLimit {
  const binds = ratedOn !== null && startsOn > ratedOn
  if (binds && rating === 'E') return { limit: 0n, reason: 'rating-none' }
  if (binds && rating === 'D') return { limit: creditLimit / 2n, reason: 'rating-halved' }
  return { limit: creditLimit, reason: 'decided' }
}
