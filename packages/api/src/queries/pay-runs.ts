import { CURRENCY_DECIMALS, formatAmount, formatPercent } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { type LeftOut, type PayRun, payRuns } from '@samen/core/pay-runs'
import { paidOut, payslip as readPayslip, type StoredPayslip } from '@samen/core/payslips'
import { notFound } from '@samen/core/problem'
import type { z } from 'zod'
import type { Page } from '../answers/common.ts'
import type { excludedWage, payRun, payslip, payslipDetail } from '../answers/pay-runs.ts'
import type { PageQuery } from '../routes/route.ts'
import type { RequestOffice } from '../services.ts'
import { namesOf } from './names.ts'
import { cursorOf, pageOf, rowsOf } from './page.ts'

/** Runs as one user sees them: may they approve? */
export async function payRunAnswers(
  trx: Transaction,
  office: RequestOffice,
  userId: string,
  runs: readonly PayRun[],
): Promise<z.infer<typeof payRun>[]> {
  const names = await namesOf(
    trx,
    runs.flatMap((run) => [run.preparedBy, run.approvedBy]),
  )
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? id))
  return runs.map((run) => ({
    payRunId: run.payRunId,
    kind: run.kind,
    correctsFrom: run.correctsFrom,
    dueOn: run.dueOn,
    paidOn: run.paidOn,
    runNo: run.runNo,
    state: run.state,
    payslips: run.payslips,
    late: run.late,
    waiting: run.waiting,
    currency: office.currency,
    gross: formatAmount(run.gross),
    net: formatAmount(run.net),
    employerCost: formatAmount(run.employerCost),
    advance: formatAmount(run.advance),
    borne: formatAmount(run.borne),
    preparedBy: nameOf(run.preparedBy) ?? '',
    preparedAt: run.preparedAt.toISOString(),
    approvedBy: nameOf(run.approvedBy),
    approvedAt: run.approvedAt?.toISOString() ?? null,
    postedAt: run.postedAt?.toISOString() ?? null,
    mayApprove: run.state === 'computed' && office.roles.includes('approver') && run.preparedBy !== userId,
    excluded: excludedOf(run.leftOut),
  }))
}

export const excludedOf = (leftOut: readonly LeftOut[]): z.infer<typeof excludedWage>[] =>
  leftOut.map(({ engagementId, contractReference, payBy, reason, detail }) => ({
    engagementId,
    contractReference,
    payBy,
    reason,
    detail,
  }))

/** Runs, the latest first. */
export async function payRunsPage(
  trx: Transaction,
  officeId: string,
  query: PageQuery,
): Promise<Page<PayRun>> {
  const [dueOn, runNo] = cursorOf(query, ['day', 'number']) ?? []
  const before = dueOn === undefined ? {} : { before: { dueOn, runNo: Number(runNo) } }
  const runs = await payRuns(trx, officeId, { limit: rowsOf(query), ...before })
  return pageOf(
    runs,
    query,
    (run) => [run.dueOn, String(run.runNo)],
    (run) => run,
  )
}

export function payslipAnswer(row: StoredPayslip): z.infer<typeof payslip> {
  const decimals = CURRENCY_DECIMALS[row.currency] ?? 2
  const money = (amount: bigint) => formatAmount(amount, decimals)
  return {
    payslipId: row.payslipId,
    payRunId: row.payRunId,
    payRunState: row.payRunState,
    contract: { contractId: row.contractId, reference: row.contractReference, title: row.contractTitle },
    member: { memberId: row.memberId, name: row.memberName },
    periodFrom: row.periodFrom,
    periodTo: row.periodTo,
    paidOn: row.paidOn,
    currency: row.currency,
    fee: money(row.fee),
    levy: money(row.levy),
    budget: money(row.budget),
    gross: money(row.gross),
    employeeContributions: money(row.employeeContributions),
    taxable: money(row.taxable),
    wageTax: money(row.wageTax),
    net: money(row.net),
    employerContributions: money(row.employerContributions),
    employerCost: money(row.employerCost),
    mutualised: money(row.mutualised),
    advance: money(row.advance),
    corrects: row.corrects,
    borne: money(row.borne),
  }
}

/** One payslip whole; a member sees their own only, and only once it was paid. @throws Problem `not-found` */
export async function payslipDetailOf(
  trx: Transaction,
  { officeId, country }: RequestOffice,
  payslipId: string,
  memberId?: string,
): Promise<z.infer<typeof payslipDetail>> {
  const full = await readPayslip(trx, officeId, payslipId)
  if (memberId !== undefined && (full.memberId !== memberId || full.payRunState !== 'posted'))
    throw notFound('such payslip')
  const money = (amount: bigint) => formatAmount(amount, CURRENCY_DECIMALS[full.currency] ?? 2)
  return {
    ...payslipAnswer(full),
    country,
    earnings: full.earnings as z.infer<typeof payslipDetail>['earnings'],
    lines: full.lines as z.infer<typeof payslipDetail>['lines'],
    figures: { ...full.figures },
    setOffs: full.setOffs.map(({ workerClaimId, aroseOn, amount, most, rate, source }) => ({
      workerClaimId,
      aroseOn,
      amount: money(amount),
      most: money(most),
      share: formatPercent(rate),
      source,
    })),
    paidOut: money(paidOut(full)),
    pluginVersion: full.pluginVersion,
  }
}
