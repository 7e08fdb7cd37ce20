import type { IsoDate, Minor } from '../country/index.ts'

/** How much a member agrees alone, net of VAT, minor units of the home currency; null: no ceiling of that kind. */
export interface Ceiling {
  readonly perContract: Minor | null
  /** Of all jobs that start in one calendar month. */
  readonly perMonth: Minor | null
  readonly validFrom: IsoDate
}

export type Why = 'per-contract' | 'per-month'

/** A quote above its member's ceiling, and what the office said. */
export interface Validation {
  readonly contractId: string
  readonly validationNo: number
  readonly memberId: string
  /** Of the quote. */
  readonly version: number
  /** What the contract comes to at most, with every option. */
  readonly worth: Minor
  readonly why: Why
  readonly ceiling: Minor
  readonly askedAt: Date
  readonly state: 'waiting' | 'approved' | 'rejected' | 'superseded'
  readonly decidedAt: Date | null
  readonly reason: string | null
}

/**
 * Which ceiling a contract is above, and how high that is; undefined where the member agrees it alone. Pure.
 *
 * @param worth the contract with every option; @param inMonth the member's other agreed or offered jobs of its month.
 */
export function aboveCeiling(
  { perContract, perMonth }: Pick<Ceiling, 'perContract' | 'perMonth'>,
  worth: Minor,
  inMonth: Minor,
): { readonly why: Why; readonly ceiling: Minor } | undefined {
  if (perContract !== null && worth > perContract) return { why: 'per-contract', ceiling: perContract }
  if (perMonth !== null && inMonth + worth > perMonth) return { why: 'per-month', ceiling: perMonth }
  return undefined
}
