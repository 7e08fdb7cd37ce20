import { planSetOffs } from '../claims/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { CURRENCY_DECIMALS, formatAmount, type IsoDate, isIsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { insertPayslips, type PayslipRow } from '../payslips/index.ts'
import { invalid } from '../problem/index.ts'
import { advanceDecider } from './advances.ts'
import { loadCandidates, loadTotals } from './candidates.ts'
import { advanceRoom } from './guarantee.ts'
import { type LeftOut, type PayRun, payDays } from './pay-run.ts'
import { insertPayRun, lockComputing, onTheTable, openPayRun, payRun, payRuns } from './pay-run-store.ts'
import { computeWages, type Wage } from './wages.ts'

/** What a run of a day would pay, with nothing stored. */
export interface PayRunPreview {
  readonly dueOn: IsoDate
  readonly paidOn: IsoDate
  readonly currency: string
  readonly payslips: number
  readonly gross: Minor
  readonly net: Minor
  readonly employerCost: Minor
  readonly advance: Minor
  /** What the guarantee fund has available before the run. */
  readonly fundAvailable: Minor
  readonly late: number
  readonly waiting: number
  readonly leftOut: readonly LeftOut[]
}

/** Computes a run without storing anything. @throws Problem `invalid-field` for a malformed day. */
export async function previewPayRun(
  trx: Transaction,
  context: OfficeContext,
  { dueOn }: { dueOn: IsoDate },
): Promise<PayRunPreview> {
  const { wages, tally, ...preview } = await compute(trx, context, dueOn)
  for (const _ of wages) {
    // Reading them computes them, and counts them in the tally.
  }
  return { ...preview, ...tally }
}

export interface ComputedRun {
  /** Absent when there is nothing to pay and no run of that day exists. */
  readonly run?: PayRun
  /** Whether this call made the run, or found it made before. */
  readonly isNew: boolean
  readonly leftOut: readonly LeftOut[]
  readonly waiting: number
}

/**
 * Computes all payslips due on a day and stores them as a run that waits for a second person. A run of that day already
 * on the table is answered as it stands; when everything due has been paid, the day's last run is. One run is on the
 * table at a time, because each payslip carries on from the worker's latest one.
 *
 * @throws Problem `conflict` while a correction, or a run of another day, waits to be posted or discarded.
 */
export async function computePayRun(
  trx: Transaction,
  context: OfficeContext,
  { dueOn }: { dueOn: IsoDate },
): Promise<ComputedRun> {
  const { officeId, by, now, id } = context
  checkDay(dueOn)
  await lockComputing(trx, officeId)
  const open = await openPayRun(trx, officeId)
  if (open && (open.kind !== 'wages' || open.dueOn !== dueOn)) throw onTheTable(open)
  if (open) return { run: open, isNew: false, leftOut: open.leftOut, waiting: open.waiting }
  const payRunId = id()
  const { wages, tally, paidOn } = await compute(trx, context, dueOn)
  await insertPayslips(trx, officeId, rowsOf(wages, { payRunId, paidOn, context }))
  const { leftOut, waiting } = tally
  if (tally.payslips === 0) {
    const last = (await payRuns(trx, officeId, { dueOn })).find(
      ({ state, kind }) => state === 'posted' && kind === 'wages',
    )
    return { ...(last && { run: last }), isNew: false, leftOut, waiting }
  }
  await insertPayRun(trx, officeId, {
    ...tally,
    kind: 'wages',
    payRunId,
    dueOn,
    paidOn,
    preparedBy: by,
    preparedAt: now,
  })
  await planSetOffs(trx, context, { payRunId, paidOn })
  return { run: await payRun(trx, officeId, payRunId), isNew: true, leftOut, waiting }
}

async function compute(trx: Transaction, { officeId, plugin }: OfficeContext, dueOn: IsoDate) {
  checkDay(dueOn)
  const { currency } = plugin
  const days = payDays(plugin, dueOn)
  const candidates = await loadCandidates(trx, officeId, days.nextRunOn)
  const totals = await loadTotals(trx, officeId, candidates)
  const room = await advanceRoom(trx, officeId, currency, candidates)
  const decimals = CURRENCY_DECIMALS[currency] ?? 2
  const decider = advanceDecider(room, (amount) => `${formatAmount(amount, decimals)} ${currency}`)
  const { wages, tally } = computeWages(plugin, candidates, days, totals, decider)
  return { wages, tally, dueOn, paidOn: days.paidOn, currency, fundAvailable: room.available }
}

function checkDay(dueOn: IsoDate): void {
  if (!isIsoDate(dueOn)) throw invalid('dueOn', 'A day is written YYYY-MM-DD and must exist.')
}

function* rowsOf(
  wages: Iterable<Wage>,
  { payRunId, paidOn, context }: { payRunId: string; paidOn: IsoDate; context: OfficeContext },
): Iterable<PayslipRow> {
  const { plugin, id } = context
  for (const { job, payslip, ...wage } of wages)
    yield {
      payslip_id: id(),
      pay_run_id: payRunId,
      legal_entity_id: job.legalEntityId,
      engagement_id: job.engagementId,
      contract_id: job.contractId,
      activity_id: job.activityId,
      member_id: job.memberId,
      period_from: wage.from,
      period_to: wage.to,
      paid_on: paidOn,
      currency: job.currency,
      fee: wage.fee,
      levy: wage.levy,
      budget: wage.budget,
      gross: payslip.gross,
      employee_contributions: payslip.employeeContributions,
      taxable: payslip.taxable,
      wage_tax: payslip.wageTax,
      net: payslip.net,
      employer_contributions: payslip.employerContributions,
      employer_cost: payslip.employerCost,
      mutualised: payslip.mutualised,
      owed: wage.owed,
      advance: wage.advance,
      situation: wage.situation,
      detail: wage.detail,
      to_date: JSON.stringify(wage.toDate),
      plugin_version: plugin.version,
      corrects: null,
      borne: 0n,
      borne_by: '{}',
    }
}
