import type { Minor } from '../country/index.ts'

/** A wage that must go out before its invoice is paid. */
export interface AdvanceWish {
  readonly payslipId: string
  readonly invoiceId: string
  readonly clientId: string
  readonly currency: string
  /** What the activity lacks, in minor units; positive. */
  readonly amount: Minor
  /** How much may be outstanding for this client at any moment; null: no limit. */
  readonly creditLimit: Minor | null
}

/** Granted in full or refused, and why; with the figures the decision rests on. */
export interface AdvanceDecision {
  readonly payslipId: string
  readonly invoiceId: string
  /** The whole amount, or zero. */
  readonly granted: Minor
  readonly reason: 'within-limits' | 'already-granted' | 'fund-exhausted' | 'client-limit'
  /** Available in the fund, and outstanding for the client, before this decision. */
  readonly available: Minor
  readonly exposure: Minor
}

/**
 * Decides wishes in the order given: a wage is lent whole or not at all, while the fund has it available and the
 * client's limit allows it. A smaller wish may pass after a larger one did not. Pure.
 *
 * @param available what the fund of each currency has.
 * @param exposure what is outstanding per client, by `exposureKey`.
 * @param existing amounts granted before, by `wishKey`: they stand.
 */
export function decideAdvances(
  wishes: readonly AdvanceWish[],
  available: ReadonlyMap<string, Minor>,
  exposure: ReadonlyMap<string, Minor>,
  existing: ReadonlyMap<string, Minor> = new Map(),
): AdvanceDecision[] {
  const left = new Map(available)
  const owed = new Map(exposure)
  const granted = new Map(existing)
  return wishes.map((wish) => {
    const { payslipId, invoiceId, currency, amount, creditLimit } = wish
    const client = exposureKey(wish)
    const figures = { available: left.get(currency) ?? 0n, exposure: owed.get(client) ?? 0n }
    const decide = (reason: AdvanceDecision['reason'], sum: Minor): AdvanceDecision => ({
      payslipId,
      invoiceId,
      granted: sum,
      reason,
      ...figures,
    })
    const before = granted.get(wishKey(wish))
    if (before !== undefined) return decide('already-granted', before)
    if (creditLimit !== null && figures.exposure + amount > creditLimit) return decide('client-limit', 0n)
    if (amount > figures.available) return decide('fund-exhausted', 0n)
    left.set(currency, figures.available - amount)
    owed.set(client, figures.exposure + amount)
    granted.set(wishKey(wish), amount)
    return decide('within-limits', amount)
  })
}

/** A wage and an invoice meet in one advance at most. */
export const wishKey = ({ payslipId, invoiceId }: Pick<AdvanceWish, 'payslipId' | 'invoiceId'>): string =>
  `${payslipId} ${invoiceId}`

export const exposureKey = ({ clientId, currency }: Pick<AdvanceWish, 'clientId' | 'currency'>): string =>
  `${clientId} ${currency}`
