import {
  addDays,
  type IsoDate,
  type LatePayment,
  lumpSumOn,
  type Minor,
  NoLawError,
} from '../country/index.ts'
import type { OverdueInvoice } from './debts.ts'
import { type InterestPart, lateInterest } from './interest.ts'
import type { DunningRule } from './levels.ts'

/** What the law adds to a late invoice until a day. Minor units. */
export interface LateClaim {
  readonly interest: Minor
  readonly costs: Minor
  readonly parts: readonly InterestPart[]
  /** Why nothing, or less than elsewhere, can be asked for; null when everything is. */
  readonly without: 'no-law' | 'before-law' | 'not-reminded' | 'costs-in-other-currency' | null
}

/**
 * What may be asked for beside the invoice: interest, and between businesses a lump sum for the cost of recovery. A consumer
 * owes interest only from a first reminder on, where the law says so, and no lump sum. Pure.
 *
 * @param law the seller's country's: the contract's own law where nothing else was agreed (Rome I, art. 4).
 */
export function lateClaim(
  invoice: Pick<
    OverdueInvoice,
    'principal' | 'dueOn' | 'currency' | 'payments' | 'consumer' | 'firstRemindedOn'
  >,
  law: LatePayment | undefined,
  { recoveryCost }: Pick<DunningRule, 'recoveryCost'>,
  on: IsoDate,
): LateClaim {
  const nothing = { interest: 0n, costs: 0n, parts: [] }
  if (!law) return { ...nothing, without: 'no-law' }
  const terms = invoice.consumer ? law.consumer : law.business
  const { afterReminderDays, lumpSumCurrency } = terms
  if (afterReminderDays !== undefined && invoice.firstRemindedOn === null)
    return { ...nothing, without: 'not-reminded' }
  const startsAfter =
    afterReminderDays !== undefined && invoice.firstRemindedOn !== null
      ? addDays(invoice.firstRemindedOn, afterReminderDays)
      : invoice.dueOn
  const begins = addDays(invoice.dueOn, 1)
  const lump = begins > on ? undefined : lumpSumOn(terms, begins)
  const elsewhere = lumpSumCurrency !== undefined && lumpSumCurrency !== invoice.currency
  const costs = elsewhere ? (lump === undefined ? 0n : (recoveryCost ?? 0n)) : (lump ?? 0n)
  try {
    const { interest, parts } = lateInterest(invoice, terms, on, startsAfter)
    const lacks = elsewhere && lump !== undefined && recoveryCost === null
    return { interest, costs, parts, without: lacks ? 'costs-in-other-currency' : null }
  } catch (error) {
    if (!(error instanceof NoLawError)) throw error
    return { ...nothing, without: 'before-law' }
  }
}
