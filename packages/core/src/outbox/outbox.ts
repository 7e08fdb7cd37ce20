/** Who delivers a message: the group's pack, an issued invoice and its way out, the bank's payment file, an authority's declaration, a letter. */
export type OutboxKind = 'pack' | 'invoice' | 'delivery' | 'payment-file' | 'declaration' | 'letter'

/** What must reach the outside, written in the transaction that decided it. */
export interface OutboxMessage {
  readonly kind: OutboxKind
  /** Names the fact once for all time: written twice it is one message, and a receiver can tell a repetition by it. */
  readonly idempotencyKey: string
  /** JSON; no amounts as numbers. */
  readonly payload: Readonly<Record<string, unknown>>
}

export interface OutboxDelivery extends OutboxMessage {
  readonly outboxId: string
  /** Earlier attempts that failed. */
  readonly attempts: number
  readonly createdAt: Date
}

/** Failures after which nobody tries any more and a human must look. */
export const ATTEMPTS_MAX = 25

const FIRST_WAIT_S = 10
const LONGEST_WAIT_S = 6 * 3_600

/**
 * When to try again after so many failures: 10 s, then each wait twice the one before, six hours at most; undefined
 * when it is given up.
 */
export function nextAttempt(failures: number, now: Date): Date | undefined {
  if (failures >= ATTEMPTS_MAX) return undefined
  const wait_s = Math.min(FIRST_WAIT_S * 2 ** (failures - 1), LONGEST_WAIT_S)
  return new Date(now.getTime() + wait_s * 1_000)
}
