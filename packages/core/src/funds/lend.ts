import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import type { Entry } from '../ledger/index.ts'
import type { FundFact } from './fund.ts'
import { lockFunds } from './fund-store.ts'
import { type FundPosting, type Movement, record } from './movements.ts'

interface LoanParties {
  readonly loanId: string
  readonly activityId: string
  /** The fund that lends; null: the office. */
  readonly fundId: string | null
}

/** Money lent to an activity. `sourceId` is the loan. */
export interface Lending extends FundFact, LoanParties {
  /** Minor units, positive. */
  readonly principal: Minor
}

/** What an activity pays out of its budget. `sourceId` names the payment. */
export interface LoanPayment extends FundFact, LoanParties {
  /** Minor units, not negative, together positive. */
  readonly principal: Minor
  readonly interest: Minor
}

/**
 * Lends to an activity, once: its budget has more, and the office, or the fund, has a claim. A fund's money is advanced until
 * it comes back.
 *
 * @throws Problem `refused` when the fund does not have that much available.
 */
export async function lend(trx: Transaction, officeId: string, lending: Lending): Promise<void> {
  const { sourceId, loanId, activityId, fundId, currency, principal } = lending
  if (fundId !== null) await lockFunds(trx, [fundId])
  const entries: Entry[] = [
    { account: 'activity-loan', subject: loanId, currency, amount: principal },
    { account: 'activity-budget', subject: activityId, currency, amount: -principal },
  ]
  const movements: Movement[] = []
  if (fundId !== null) {
    entries.push(
      { account: 'fund-available', subject: fundId, currency, amount: principal },
      { account: 'fund-advanced', subject: fundId, currency, amount: -principal },
    )
    movements.push({ fundId, kind: 'advance', amount: principal, loanId })
  }
  await record(trx, officeId, [
    { posting: { ...headOf(lending), key: `loan:${sourceId}`, kind: 'loan', entries }, movements },
  ])
}

/**
 * Activities pay instalments, or pay back early, each payment once: the claim is smaller by the principal. Interest is income
 * of the office, or a contribution to the fund that lent.
 */
export async function repayLoans(
  trx: Transaction,
  officeId: string,
  payments: readonly LoanPayment[],
): Promise<void> {
  await record(trx, officeId, payments.map(paymentPosting))
}

function paymentPosting(payment: LoanPayment): FundPosting {
  const { sourceId, loanId, activityId, fundId, currency, principal, interest } = payment
  const lender: Entry[] =
    fundId === null
      ? [{ account: 'interest-income', currency, amount: -interest }]
      : [
          { account: 'fund-advanced', subject: fundId, currency, amount: principal },
          { account: 'fund-available', subject: fundId, currency, amount: -(principal + interest) },
        ]
  const entries: Entry[] = [
    { account: 'activity-budget', subject: activityId, currency, amount: principal + interest },
    { account: 'activity-loan', subject: loanId, currency, amount: -principal },
    ...lender,
  ]
  const movements: Movement[] =
    fundId === null
      ? []
      : [
          { fundId, kind: 'repayment', amount: principal, loanId },
          { fundId, kind: 'contribution', amount: interest, loanId },
        ]
  return {
    posting: {
      ...headOf(payment),
      key: `loan-payment:${sourceId}`,
      kind: 'loan-payment',
      entries: entries.filter(({ amount }) => amount !== 0n),
    },
    movements: movements.filter(({ amount }) => amount !== 0n),
  }
}

const headOf = ({ legalEntityId, effectiveOn, loanId }: FundFact & LoanParties) => ({
  legalEntityId,
  effectiveOn,
  source: { kind: 'loan', id: loanId },
})
