import { type Minor, minimum } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { currentOffice } from '../ledger/index.ts'
import type { FundFact } from './fund.ts'
import { lockFunds } from './fund-store.ts'
import { type FundPosting, record } from './movements.ts'

/** An amount of one fund, minor units. */
export interface FundPart {
  readonly fundId: string
  readonly amount: Minor
}

/** Who bears a change of a job's cost: the budget's part and the funds' parts sum to it. Less cost gives something back. */
export interface CostShare {
  readonly budget: Minor
  readonly funds: readonly FundPart[]
}

/**
 * Splits a change of a job's cost. More cost falls on the job's unspent budget, then on the funds in their order, as far as
 * each has money available. Less cost gives back to the funds what they gave this job, the last to give first, and the
 * rest to the budget. Pure.
 *
 * @returns undefined when budget and funds together cannot bear it.
 */
export function shareCost(
  change: Minor,
  unspent: Minor,
  given: readonly FundPart[],
  available: readonly FundPart[],
): CostShare | undefined {
  if (change <= 0n) {
    const { parts, rest } = layAgainst([...given].reverse(), -change)
    return { budget: -rest, funds: parts.map(({ fundId, amount }) => ({ fundId, amount: -amount })) }
  }
  const budget = unspent > 0n ? minimum(change, unspent) : 0n
  const { parts, rest } = layAgainst(available, change - budget)
  return rest > 0n ? undefined : { budget, funds: parts }
}

function layAgainst(funds: readonly FundPart[], amount: Minor): { parts: FundPart[]; rest: Minor } {
  const parts: FundPart[] = []
  let rest = amount
  for (const fund of funds) {
    const part = minimum(rest, fund.amount)
    if (part <= 0n) continue
    parts.push({ fundId: fund.fundId, amount: part })
    rest -= part
  }
  return { parts, rest }
}

/** What a fund gives for a cost that no budget covers, or, where negative, gets back. `sourceId` is the payslip or claim. */
export interface Bearing extends FundFact, FundPart {
  /** The account that receives it. */
  readonly to: { readonly account: string; readonly subject: string }
  readonly payslipId?: string
  /** What comes back belongs to a job whose loss the fund has borne: it recovers part of that loss. */
  readonly recovers?: boolean
}

/** Posts what funds bear and get back, once per source and fund. @throws Problem `refused` when a fund lacks the money. */
export async function bear(trx: Transaction, bearings: readonly Bearing[]): Promise<void> {
  if (bearings.length === 0) return
  const officeId = await currentOffice(trx)
  await lockFunds(
    trx,
    bearings.map(({ fundId }) => fundId),
  )
  await record(trx, officeId, bearings.map(bearingPosting))
}

function bearingPosting({ fundId, amount, to, payslipId, recovers, ...fact }: Bearing): FundPosting {
  const { sourceId, currency, legalEntityId, effectiveOn } = fact
  const comesBack = amount < 0n && recovers === true
  return {
    posting: {
      key: `fund-bearing:${sourceId}:${fundId}`,
      kind: comesBack ? 'recovery' : 'fund-bearing',
      legalEntityId,
      effectiveOn,
      ...(payslipId && { source: { kind: 'payslip', id: payslipId } }),
      entries: [
        { account: 'fund-available', subject: fundId, currency, amount },
        { ...to, currency, amount: -amount },
      ],
    },
    movements: [
      {
        kind: comesBack ? 'recovery' : 'spending',
        fundId,
        amount: comesBack ? -amount : amount,
        ...(payslipId && { payslipId }),
      },
    ],
  }
}
