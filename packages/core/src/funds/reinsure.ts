import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { currentOffice } from '../ledger/index.ts'
import type { FundFact } from './fund.ts'
import { lockFunds } from './fund-store.ts'
import { type Movement, type MovementKind, record } from './movements.ts'

/** What reinsurance does to a fund, on either side. */
export type ReinsuranceFact =
  | 'premium-paid'
  | 'ceded'
  | 'ceded-back'
  | 'premium-received'
  | 'assumed'
  | 'assumed-back'

/** What each fact is to a fund, and whether its money grows. */
const EFFECTS: Readonly<Record<ReinsuranceFact, { readonly kind: MovementKind; readonly grows: boolean }>> = {
  'premium-paid': { kind: 'spending', grows: false },
  ceded: { kind: 'recovery', grows: true },
  'ceded-back': { kind: 'spending', grows: false },
  'premium-received': { kind: 'contribution', grows: true },
  assumed: { kind: 'loss', grows: false },
  'assumed-back': { kind: 'recovery', grows: true },
}

export interface Reinsured extends FundFact {
  readonly fundId: string
  readonly fact: ReinsuranceFact
  /** Minor units, positive. */
  readonly amount: Minor
}

/**
 * Moves a fund by what was agreed with a reinsurer: the other half, income or expense between the offices, is booked as
 * intercompany. Once per source and fact. @throws Problem `refused` when the fund lacks the money.
 */
export async function reinsure(trx: Transaction, facts: readonly Reinsured[]): Promise<void> {
  const moved = facts.filter(({ amount }) => amount > 0n)
  if (moved.length === 0) return
  const officeId = await currentOffice(trx)
  await lockFunds(
    trx,
    moved.map(({ fundId }) => fundId),
  )
  await record(
    trx,
    officeId,
    moved.map(({ fundId, fact, amount, sourceId, currency, legalEntityId, effectiveOn }) => {
      const { kind, grows } = EFFECTS[fact]
      const movement: Movement = { fundId, kind, amount }
      return {
        posting: {
          key: `reinsurance:${fact}:${sourceId}`,
          kind: 'reinsurance',
          legalEntityId,
          effectiveOn: effectiveOn satisfies IsoDate,
          entries: [
            { account: 'budget-change', currency, amount: grows ? amount : -amount },
            { account: 'fund-available', subject: fundId, currency, amount: grows ? -amount : amount },
          ],
        },
        movements: [movement],
      }
    }),
  )
}
