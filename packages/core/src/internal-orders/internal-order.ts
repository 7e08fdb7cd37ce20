import { AMOUNT_MAX, type IsoDate, type Minor } from '../country/index.ts'
import { type Fault, throwFaults } from '../problem/index.ts'

/** Where an internal order stands. */
export const INTERNAL_ORDER_STATES = [
  'offered',
  'accepted',
  'declined',
  'withdrawn',
  'delivered',
  'settled',
  'returned',
] as const
export type InternalOrderState = (typeof INTERNAL_ORDER_STATES)[number]

/** What is done with an internal order, in the order it may happen. */
export const INTERNAL_ORDER_STEPS = ['accept', 'decline', 'withdraw', 'deliver', 'settle', 'return'] as const
export type InternalOrderStep = (typeof INTERNAL_ORDER_STEPS)[number]

/** Who does the work, and who pays for it. */
export type Side = 'seller' | 'buyer'

interface Rule {
  readonly from: readonly InternalOrderState[]
  readonly to: InternalOrderState
  /** Whose step it is; staff takes any. */
  readonly by: Side
  /** Somebody is let down, and is told why. */
  readonly asksReason?: true
}

/** Which step leads where. */
export const STEP_RULES: Readonly<Record<InternalOrderStep, Rule>> = {
  accept: { from: ['offered'], to: 'accepted', by: 'buyer' },
  decline: { from: ['offered'], to: 'declined', by: 'buyer', asksReason: true },
  withdraw: {
    from: ['offered', 'accepted', 'delivered'],
    to: 'withdrawn',
    by: 'seller',
    asksReason: true,
  },
  deliver: { from: ['accepted'], to: 'delivered', by: 'seller' },
  settle: { from: ['delivered'], to: 'settled', by: 'buyer' },
  return: { from: ['settled'], to: 'returned', by: 'seller', asksReason: true },
}

/** The state after the steps that were taken, in whatever order they are told. Pure. */
export function stateAfter(taken: readonly InternalOrderStep[]): InternalOrderState {
  const last = INTERNAL_ORDER_STEPS.findLast((step) => taken.includes(step))
  // Accepting and delivering may come before a withdrawal, which ends it all the same.
  return taken.includes('withdraw') ? 'withdrawn' : last ? STEP_RULES[last].to : 'offered'
}

/** Work that one activity offers to do for another of the same company. */
export interface InternalOrderDraft {
  /** Made by the caller, so that sending the same offer again changes nothing. */
  readonly internalOrderId?: string | undefined
  /** The activity that does the work. */
  readonly sellerId: string
  /** The activity that pays for it. */
  readonly buyerId: string
  readonly title: string
  /** Minor units of the office's currency. */
  readonly amount: Minor
}

export interface InternalOrder extends InternalOrderDraft {
  readonly internalOrderId: string
  readonly sellerName: string
  readonly buyerName: string
  readonly legalEntityId: string
  readonly currency: string
  readonly offeredOn: IsoDate
  readonly state: InternalOrderState
  /** In the order they may happen. */
  readonly steps: readonly TakenStep[]
}

export interface TakenStep {
  readonly step: InternalOrderStep
  readonly reason: string
  readonly takenOn: IsoDate
  /** Of the ledger, where money moved. */
  readonly transactionId: string | null
}

/** @throws Problem `invalid-field` naming every field at fault. */
export function checkInternalOrder({ sellerId, buyerId, title, amount }: InternalOrderDraft): void {
  const faults: Fault[] = []
  const length = title.trim().length
  if (length < 1 || length > 300) faults.push({ field: 'title', reason: 'Has 1 to 300 characters.' })
  if (amount <= 0n || amount > AMOUNT_MAX)
    faults.push({ field: 'amount', reason: 'More than zero, and at most 10 000 000 000.' })
  if (sellerId === buyerId)
    faults.push({ field: 'buyerId', reason: 'An activity orders nothing from itself.' })
  throwFaults(faults)
}
