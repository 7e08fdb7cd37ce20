import { sql } from 'kysely'
import { freeBudgets, lockBudgets } from '../activities/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { formatAmount, type IsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { type LoanPayment, repayLoans } from '../funds/index.ts'
import { conflict, invalid, refused } from '../problem/index.ts'
import type { Loan } from './loan.ts'
import { insertPayments, loanById, loansDue, lockLoans, type NewPayment } from './loan-store.ts'
import { type LoanTerms, nextInstalment } from './schedule.ts'

export interface Collected {
  /** Instalments paid now. */
  readonly instalments: number
  /** Minor units. */
  readonly principal: Minor
  readonly interest: Minor
  /** Loans whose activity does not have the money of an instalment that is due. */
  readonly overdue: number
}

/** Loans looked at in one go. */
const LOANS_MAX = 10_000

/**
 * Takes every instalment due until today out of the budgets, the oldest first, as far as each budget holds the whole of
 * it; one it does not hold stays due, and no later one is taken before it. Doing it again changes nothing. Loans, budgets,
 * postings and records are one statement each.
 *
 * @throws Problem `conflict` when today's month is closed or locked.
 */
export async function collectInstalments(
  trx: Transaction,
  { officeId, today }: OfficeContext,
): Promise<Collected> {
  await lockLoans(trx, officeId)
  await lockBudgets(trx, officeId)
  const loans = await loansDue(trx, officeId, today, LOANS_MAX)
  const budgets = await budgetsOf(trx, officeId, loans)
  const taken: { loan: Loan; payment: NewPayment }[] = []
  const overdue = new Set<string>()
  for (const loan of loans) {
    const key = budgetKey(loan)
    let { outstanding, paid } = loan
    for (
      let next = nextInstalment(termsOf(loan), { outstanding, paid });
      next && next.dueOn <= today;
      next = nextInstalment(termsOf(loan), { outstanding, paid })
    ) {
      const { instalment, principal, interest } = next
      const budget = budgets.get(key) ?? 0n
      if (budget < principal + interest) {
        overdue.add(loan.loanId)
        break
      }
      budgets.set(key, budget - principal - interest)
      outstanding -= principal
      paid = instalment
      const payment = { loanId: loan.loanId, instalment, requestId: null, paidOn: today, principal, interest }
      taken.push({ loan, payment })
    }
  }
  if (taken.length > 0) {
    const paying = taken.map(({ loan, payment }) =>
      paymentOf(loan, payment, `${loan.loanId}:${payment.instalment}`),
    )
    await repayLoans(trx, officeId, paying)
    await insertPayments(
      trx,
      officeId,
      taken.map(({ payment }) => payment),
    )
  }
  const sum = (part: 'principal' | 'interest') =>
    taken.reduce((total, { payment }) => total + payment[part], 0n)
  return {
    instalments: taken.length,
    principal: sum('principal'),
    interest: sum('interest'),
    overdue: overdue.size,
  }
}

/** How many loans have an instalment due by a day that is not paid. */
export const instalmentsDue = async (trx: Transaction, officeId: string, upTo: IsoDate): Promise<number> =>
  (await loansDue(trx, officeId, upTo, LOANS_MAX)).length

/**
 * Pays principal back before it is due; the instalments that are left become smaller, and none is left once all is paid.
 *
 * @param requestId names the payment: the same again changes nothing.
 * @throws Problem `invalid-field` for the amount, `not-found`; `refused` when the budget holds less; `conflict` when it is not lent, an
 *   instalment is due first, or the request was another payment.
 */
export async function repayEarly(
  trx: Transaction,
  { officeId, today }: OfficeContext,
  { loanId, amount, requestId }: { loanId: string; amount: Minor; requestId: string },
): Promise<Loan> {
  if (amount <= 0n) throw invalid('amount', 'More than zero.')
  await lockLoans(trx, officeId)
  const loan = await loanById(trx, officeId, loanId)
  const { rows } = await sql<{ principal: Minor }>`
    select principal from samen.activity_loan_payment
     where office_id = ${officeId} and loan_id = ${loanId} and request_id = ${requestId}`.execute(trx)
  if (rows[0]) {
    if (rows[0].principal !== amount) throw conflict('This request was another payment.', { requestId })
    return loan
  }
  if (loan.state !== 'lent') throw conflict('This loan was not lent.')
  if (amount > loan.outstanding)
    throw invalid('amount', `No more than what is owed: ${formatAmount(loan.outstanding)}.`)
  if (loan.next && loan.next.dueOn <= today)
    throw conflict('An instalment is due: it is collected before anything is paid back early.')
  await lockBudgets(trx, officeId)
  const budget = (await budgetsOf(trx, officeId, [loan])).get(budgetKey(loan)) ?? 0n
  if (budget < amount)
    throw refused(`Beyond wages, the activity's budget holds ${formatAmount(budget)} ${loan.currency}.`, {
      field: 'amount',
    })
  const payment = { loanId, instalment: null, requestId, paidOn: today, principal: amount, interest: 0n }
  await repayLoans(trx, officeId, [paymentOf(loan, payment, `${loanId}:${requestId}`)])
  await insertPayments(trx, officeId, [payment])
  return loanById(trx, officeId, loanId)
}

/** The terms of a loan that was lent. */
export const termsOf = ({ lentOn, firstDueOn, instalments, rates }: Loan): LoanTerms => ({
  lentOn: lentOn ?? firstDueOn,
  firstDueOn,
  instalments,
  rates,
})

const budgetKey = ({ activityId, currency }: Pick<Loan, 'activityId' | 'currency'>) =>
  `${activityId} ${currency}`

/** What each budget has beyond the wages it owes. */
async function budgetsOf(
  trx: Transaction,
  officeId: string,
  loans: readonly Loan[],
): Promise<Map<string, Minor>> {
  const budgetOf = await freeBudgets(
    trx,
    officeId,
    loans.map(({ activityId }) => activityId),
  )
  return new Map(loans.map((loan) => [budgetKey(loan), budgetOf(loan.activityId, loan.currency).free]))
}

const paymentOf = (
  { loanId, activityId, fundId, legalEntityId, currency }: Loan,
  { paidOn, principal, interest }: NewPayment,
  sourceId: string,
): LoanPayment => ({
  sourceId,
  loanId,
  activityId,
  fundId,
  legalEntityId,
  currency,
  effectiveOn: paidOn,
  principal,
  interest,
})
