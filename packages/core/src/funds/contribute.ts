import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { currentOffice } from '../ledger/index.ts'
import { conflict } from '../problem/index.ts'
import { allocate, ruleOn } from './allocate.ts'
import type { AllocationRule, Fund, FundFact } from './fund.ts'
import { listAllocationRules, listFunds } from './fund-store.ts'
import { type FundPosting, record } from './movements.ts'

/** The cooperative's share of a fee. */
export interface Levy extends FundFact {
  readonly activityId: string
  readonly invoiceId?: string
  readonly clientId?: string
  /** Minor units; negative for a credit note, which takes back from each fund what the invoice gave. */
  readonly amount: Minor
}

/**
 * Moves levies from the activities' budgets into the funds, by the allocation rule in force on each one's day.
 *
 * @returns the ledger transaction of each levy, in order.
 * @throws Problem `conflict` when no rule is in force; `refused` when a fund no longer has what a credit note takes back.
 */
export async function contribute(
  trx: Transaction,
  levies: readonly Levy[],
): Promise<{ transactionIds: readonly string[] }> {
  const officeId = await currentOffice(trx)
  const [funds, rules] = [await listFunds(trx), await listAllocationRules(trx)]
  const split = contributionOf(funds, rules)
  return { transactionIds: await record(trx, officeId, levies.map(split)) }
}

/** What a levy posts, for the office's funds and rules. Pure. */
export function contributionOf(
  funds: readonly Fund[],
  rules: readonly AllocationRule[],
): (levy: Levy) => FundPosting {
  const guarantees = new Set(
    funds.filter(({ kind }) => kind === 'wage-guarantee').map(({ fundId }) => fundId),
  )
  return (levy) => {
    const { sourceId, currency, amount, activityId, invoiceId, clientId } = levy
    const rule = ruleOn(rules, currency, levy.effectiveOn)
    if (!rule) throw conflict(`No allocation rule in ${currency} is in force on ${levy.effectiveOn}.`)
    const first = Math.max(
      0,
      rule.shares.findIndex(({ fundId }) => guarantees.has(fundId)),
    )
    const parts = allocate(
      amount,
      rule.shares.map(({ share }) => share),
      first,
    )
    const given = rule.shares
      .map(({ fundId }, index) => ({ fundId, amount: parts[index] as Minor }))
      .filter((part) => part.amount !== 0n)
    return {
      posting: {
        key: `levy:${sourceId}`,
        kind: 'levy',
        legalEntityId: levy.legalEntityId,
        effectiveOn: levy.effectiveOn,
        source: { kind: 'levy', id: sourceId },
        entries: [
          { account: 'activity-budget', subject: activityId, currency, amount },
          ...given.map((part) => ({
            account: 'fund-available',
            subject: part.fundId,
            currency,
            amount: -part.amount,
          })),
        ],
      },
      movements: given.map((part) => ({
        ...part,
        kind: 'contribution' as const,
        ...(invoiceId ? { invoiceId } : {}),
        ...(clientId ? { clientId } : {}),
      })),
    }
  }
}
