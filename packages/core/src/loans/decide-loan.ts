import { sql } from 'kysely'
import { activityById } from '../activities/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { type IsoDate, isIsoDate, type Rate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { lend, listFunds } from '../funds/index.ts'
import { accountsOf, openAccounts } from '../ledger/index.ts'
import { conflict, invalid, notFound, refused } from '../problem/index.ts'
import { checkLoanDraft, type Loan, type LoanDraft } from './loan.ts'
import { loanById, lockLoans } from './loan-store.ts'

/**
 * Writes down what an activity asks to borrow; nothing is lent before a second person approves it. The wage-guarantee fund lends
 * to nobody: its money stands for wages.
 *
 * @throws Problem `invalid-field`; `not-found` for the activity or the fund; `refused` for the wage-guarantee fund or one in
 *   another currency; `conflict` when the id stands for another loan.
 */
export async function proposeLoan(trx: Transaction, context: OfficeContext, draft: LoanDraft): Promise<Loan> {
  const { officeId, plugin, by, now, today, id } = context
  checkLoanDraft(draft, today)
  const { loanId = id(), activityId, fundId, principal, firstDueOn, instalments, rate, purpose } = draft
  const { legalEntityId } = await activityById(trx, officeId, activityId)
  if (fundId !== null) {
    const fund = (await listFunds(trx)).find((one) => one.fundId === fundId)
    if (!fund) throw notFound('such fund')
    if (fund.kind === 'wage-guarantee')
      throw refused(
        'The wage-guarantee fund lends to nobody: its money stands for wages. Choose another fund.',
      )
    if (fund.currency !== plugin.currency) throw refused(`That fund holds ${fund.currency}.`)
  }
  const { rows } = await sql<{ id: string }>`
    insert into samen.activity_loan (office_id, loan_id, activity_id, legal_entity_id, fund_id, currency, principal,
      first_due_on, instalments, purpose, proposed_by, proposed_at)
    values (${officeId}, ${loanId}, ${activityId}, ${legalEntityId}, ${fundId}, ${plugin.currency}, ${principal},
      ${firstDueOn}, ${instalments}, ${purpose.trim()}, ${by}, ${now})
    on conflict do nothing returning loan_id as id`.execute(trx)
  if (rows.length === 0) {
    const standing = await loanById(trx, officeId, loanId)
    if (standing.activityId !== activityId || standing.principal !== principal)
      throw conflict('This id stands for another loan.', { loanId })
    return standing
  }
  await insertRate(trx, context, loanId, { from: '1900-01-01', rate })
  return loanById(trx, officeId, loanId)
}

/**
 * A second person approves: the money is the activity's to spend from today. Approving again changes nothing.
 *
 * @throws Problem `not-found`; `refused` for the person who proposed it, when the first instalment's day has come, or when the
 *   fund has less available; `conflict` for a withdrawn one.
 */
export async function approveLoan(trx: Transaction, context: OfficeContext, loanId: string): Promise<Loan> {
  const { officeId, plugin, by, today } = context
  await lockLoans(trx, officeId)
  const loan = await loanById(trx, officeId, loanId)
  if (loan.state === 'lent') return loan
  if (loan.state === 'withdrawn') throw conflict('This loan was withdrawn: propose it anew.')
  if (loan.proposedBy === by) throw refused('Another person than the one who proposed a loan approves it.')
  if (loan.firstDueOn <= today)
    throw refused('The first instalment is due already: withdraw the loan and propose it with a later day.')
  const { activityId, fundId, legalEntityId, currency, principal } = loan
  await openAccounts(trx, officeId, accountsOf(plugin))
  const fact = { sourceId: loanId, legalEntityId, currency, effectiveOn: today }
  await lend(trx, officeId, { ...fact, loanId, activityId, fundId, principal })
  await sql`
    update samen.activity_loan set state = 'lent', approved_by = ${by}, lent_on = ${today}
     where office_id = ${officeId} and loan_id = ${loanId}`.execute(trx)
  return loanById(trx, officeId, loanId)
}

/** Takes back a loan nobody approved. @throws Problem `not-found`; `conflict` for one that was lent. */
export async function withdrawLoan(
  trx: Transaction,
  { officeId }: OfficeContext,
  loanId: string,
): Promise<Loan> {
  await lockLoans(trx, officeId)
  const loan = await loanById(trx, officeId, loanId)
  if (loan.state === 'lent') throw conflict('This money was lent: it can be paid back early.')
  if (loan.state === 'proposed')
    await sql`
      update samen.activity_loan set state = 'withdrawn'
       where office_id = ${officeId} and loan_id = ${loanId}`.execute(trx)
  return loanById(trx, officeId, loanId)
}

/**
 * Lets another rate hold from a day to come. Setting the same again changes nothing.
 *
 * @throws Problem `invalid-field` for the day or the rate, `not-found`, `conflict` when a rate of that day or a later one stands.
 */
export async function setLoanRate(
  trx: Transaction,
  context: OfficeContext,
  loanId: string,
  { from, rate }: { from: IsoDate; rate: Rate },
): Promise<Loan> {
  const { officeId, today } = context
  if (!isIsoDate(from) || from <= today) throw invalid('from', 'A day to come, written YYYY-MM-DD.')
  if (rate.numerator < 0n || rate.numerator > rate.denominator)
    throw invalid('rate', 'From 0 to 100 percent a year.')
  await lockLoans(trx, officeId)
  const last = (await loanById(trx, officeId, loanId)).rates.at(-1)
  if (last && last.from >= from) {
    const isSame =
      last.from === from && last.rate.numerator * rate.denominator === rate.numerator * last.rate.denominator
    if (!isSame) throw conflict(`The rate of ${last.from} stands: another one begins later.`)
  } else await insertRate(trx, context, loanId, { from, rate })
  return loanById(trx, officeId, loanId)
}

const insertRate = (
  trx: Transaction,
  { officeId, by }: OfficeContext,
  loanId: string,
  { from, rate }: { from: IsoDate; rate: Rate },
) =>
  sql`insert into samen.activity_loan_rate (office_id, loan_id, valid_from, rate_numerator, rate_denominator, set_by)
    values (${officeId}, ${loanId}, ${from}, ${rate.numerator}, ${rate.denominator}, ${by})`.execute(trx)
