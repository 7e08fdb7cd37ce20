import type { NewClaim } from '../claims/index.ts'
import type { AnyCountryPlugin, IsoDate, Minor } from '../country/index.ts'
import { authorityAccount, type Entry, type Posting } from '../ledger/index.ts'

/** What the books need to know of a payslip. */
export interface PayslipFigures {
  readonly payslipId: string
  readonly payRunId: string
  readonly legalEntityId: string
  readonly activityId: string
  readonly contractReference: string
  readonly paidOn: IsoDate
  readonly currency: string
  readonly gross: Minor
  readonly net: Minor
  readonly employerContributions: Minor
  readonly employerCost: Minor
  readonly mutualised: Minor
  /** Minor units by authority. */
  readonly owed: Readonly<Record<string, string>>
}

/**
 * A payslip in the books: what work cost (gross and employer contributions) stands against what is owed to the worker, to
 * each authority and to the mutual account; and the activity's budget has carried that cost.
 */
export function payslipPosting(plugin: AnyCountryPlugin): (payslip: PayslipFigures) => Posting {
  const accounts = new Map(
    plugin.authorities.map((authority) => [authority.code, authorityAccount(authority)]),
  )
  return (payslip) => {
    const { currency, payRunId, activityId, owed } = payslip
    const entries: Entry[] = []
    const add = (account: string, amount: Minor, subject?: string) => {
      if (amount !== 0n)
        entries.push(subject ? { account, currency, amount, subject } : { account, currency, amount })
    }
    add('gross-wages', payslip.gross)
    add('employer-contributions', payslip.employerContributions)
    add('net-payable', -payslip.net, payRunId)
    for (const code in owed) {
      const account = accounts.get(code)
      if (!account)
        throw new RangeError(
          `the payslip ${payslip.payslipId} owes money to ${code}, which ${plugin.name} does not know`,
        )
      add(account, -BigInt(owed[code] as string))
    }
    add('mutual-reductions', -payslip.mutualised)
    add('activity-budget', payslip.employerCost, activityId)
    add('budget-change', -payslip.employerCost)
    return {
      key: `payslip:${payslip.payslipId}`,
      kind: 'payslip',
      legalEntityId: payslip.legalEntityId,
      effectiveOn: payslip.paidOn,
      description: payslip.contractReference,
      source: { kind: 'payslip', id: payslip.payslipId },
      entries,
    }
  }
}

/** Of a run's net wages, what one worker was paid too much and now owes. */
export function claimPosting(claim: NewClaim): Posting {
  const { workerClaimId, payRunId, legalEntityId, memberId, aroseOn, currency, amount } = claim
  return {
    key: `worker-claim:${workerClaimId}`,
    kind: 'worker-claim',
    legalEntityId,
    effectiveOn: aroseOn,
    source: { kind: 'worker-claim', id: workerClaimId },
    entries: [
      { account: 'worker-claim', subject: memberId, currency, amount },
      { account: 'net-payable', subject: payRunId, currency, amount: -amount },
    ],
  }
}
