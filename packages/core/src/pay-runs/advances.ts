import type { AdvanceLimit, LimitReason } from '../clients/index.ts'
import { type Minor, maximum } from '../country/index.ts'
import { type AdvanceDecision, decideAdvances, exposureKey } from '../funds/index.ts'
import type { LeftOutReason } from './pay-run.ts'

/**
 * What the guarantee fund must lend so that one more wage of a job can go out. At every moment a job's outstanding
 * advance is what its wages have cost beyond what its client has paid, never less than nothing; so the advance of a new
 * wage is the rise of that difference.
 */
export function advanceNeeded(costBefore: Minor, cost: Minor, received: Minor): Minor {
  return maximum(0n, costBefore + cost - received) - maximum(0n, costBefore - received)
}

/** What the fund has, and what is outstanding with each client, before a run is computed. */
export interface AdvanceRoom {
  readonly currency: string
  readonly available: Minor
  readonly exposure: ReadonlyMap<string, Minor>
}

/** A wage that lacks money, of a job whose client may owe the fund so much at most. */
export interface WageWish {
  readonly clientId: string
  readonly creditLimit: Minor
  /** Which rule made the limit what it is; `decided` unless told. */
  readonly limitReason?: LimitReason
  readonly amount: Minor
}

export interface AdvanceRefusal {
  readonly reason: Extract<LeftOutReason, 'fund-cannot-advance' | 'client-limit'>
  readonly detail: string
}

export interface AdvanceDecider {
  /** All of these wages, or, changing nothing, the first that is refused and why. */
  take(wishes: readonly WageWish[]): { readonly at: number; readonly refusal: AdvanceRefusal } | undefined
  /** Counts what the fund gives away for good, or, where negative, gets back. */
  spend(amount: Minor): void
}

/** Keeps count of what a run takes from the fund, deciding as the fund itself will when the run is posted. */
export function advanceDecider(room: AdvanceRoom, format: (amount: Minor) => string): AdvanceDecider {
  const { currency } = room
  let available = room.available
  const exposure = new Map(room.exposure)
  const keyOf = ({ clientId }: WageWish) => exposureKey({ clientId, currency })
  return {
    take(all) {
      const wishes = all.flatMap((wish, at) =>
        wish.amount > 0n ? [{ ...wish, at, currency, payslipId: String(at), invoiceId: '' }] : [],
      )
      const decisions = decideAdvances(wishes, new Map([[currency, available]]), exposure)
      for (const [index, decision] of decisions.entries()) {
        const { at, amount, creditLimit, limitReason } = wishes[index] as (typeof wishes)[0]
        if (decision.granted !== amount)
          return {
            at,
            refusal: refusalOf(
              decision,
              amount,
              { limit: creditLimit, reason: limitReason ?? 'decided' },
              format,
            ),
          }
      }
      for (const wish of wishes) {
        available -= wish.amount
        exposure.set(keyOf(wish), (exposure.get(keyOf(wish)) ?? 0n) + wish.amount)
      }
      return undefined
    },
    spend(amount) {
      available -= amount
    },
  }
}

const BECAUSE: Readonly<Record<LimitReason, string>> = {
  decided: '',
  insured: ', which its insurer covers,',
  'rating-halved': ', half of what was decided because it pays very late (rated D),',
  'rating-none': ', because it does not pay (rated E),',
  'handed-over': ', because it is with a collector,',
  insolvent: ', because it is insolvent,',
}

function refusalOf(
  { reason, available, exposure }: AdvanceDecision,
  amount: Minor,
  { limit, reason: because }: AdvanceLimit,
  format: (amount: Minor) => string,
): AdvanceRefusal {
  const wage = `The client has not paid, and the wage needs ${format(amount)}`
  if (reason === 'client-limit')
    return {
      reason,
      detail: `${wage}: its credit limit of ${format(limit)}${BECAUSE[because]} leaves ${format(maximum(0n, limit - exposure))}.`,
    }
  return {
    reason: 'fund-cannot-advance',
    detail: `${wage}: the guarantee fund has ${format(available)} available.`,
  }
}
