import type { OfficeContext } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { deletePayslips } from '../payslips/index.ts'
import { conflict } from '../problem/index.ts'
import type { PayRun } from './pay-run.ts'
import { lockPayRun, moveRun } from './pay-run-store.ts'

/**
 * A second person's consent. Approving again as the same person changes nothing.
 *
 * @throws Problem `not-found`; `conflict` when the run is not waiting for approval, or `context.by` prepared it.
 */
export async function approvePayRun(
  trx: Transaction,
  context: OfficeContext,
  payRunId: string,
): Promise<PayRun> {
  const { officeId, by, now } = context
  const run = await lockPayRun(trx, officeId, payRunId)
  if ((run.state === 'approved' || run.state === 'posted') && run.approvedBy === by) return run
  if (run.state !== 'computed') throw conflict(`The pay run is ${run.state}: it does not wait for approval.`)
  await moveRun(trx, officeId, payRunId, { state: 'approved', approvedBy: by, approvedAt: now })
  return { ...run, state: 'approved', approvedBy: by, approvedAt: now }
}

/**
 * Throws a run away that was not posted: its payslips go, its jobs wait for the next run, an approval is withdrawn.
 *
 * @throws Problem `not-found`, or `conflict` once it is posted: a paid wage is corrected, never undone.
 */
export async function discardPayRun(
  trx: Transaction,
  context: OfficeContext,
  payRunId: string,
): Promise<PayRun> {
  const { officeId } = context
  const run = await lockPayRun(trx, officeId, payRunId)
  if (run.state === 'discarded') return run
  if (run.state === 'posted') throw conflict('The pay run is posted: its wages are paid and stay so.')
  if (run.state === 'approved')
    await moveRun(trx, officeId, payRunId, { state: 'computed', approvedBy: null, approvedAt: null })
  await deletePayslips(trx, officeId, payRunId)
  await moveRun(trx, officeId, payRunId, { state: 'discarded' })
  return { ...run, state: 'discarded', approvedBy: null, approvedAt: null }
}
