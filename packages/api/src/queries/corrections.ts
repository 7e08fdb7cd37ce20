import type { WorkerClaim } from '@samen/core/claims'
import type { OfficeContext } from '@samen/core/context'
import {
  type CorrectionPreview,
  type Figures,
  figuresSum,
  type StoredCorrection,
} from '@samen/core/corrections'
import { CURRENCY_DECIMALS, formatAmount, formatPercent, type Minor, valueOn } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { listFunds } from '@samen/core/funds'
import type { z } from 'zod'
import type { correction, workerClaim } from '../answers/corrections.ts'
import type { RequestOffice } from '../services.ts'

/** A correction, computed or stored, with its funds by name. */
export async function correctionAnswer(
  trx: Transaction,
  { country, currency }: RequestOffice,
  sums: CorrectionPreview | StoredCorrection,
): Promise<z.infer<typeof correction>> {
  const decimals = CURRENCY_DECIMALS[currency] ?? 2
  const money = (amount: Minor) => formatAmount(amount, decimals)
  const figures = (all: Figures) => ({
    employeeContributions: money(all.employeeContributions),
    taxable: money(all.taxable),
    wageTax: money(all.wageTax),
    net: money(all.net),
    employerContributions: money(all.employerContributions),
    employerCost: money(all.employerCost),
    mutualised: money(all.mutualised),
  })
  const change = ({ before, difference }: { before: Figures; difference: Figures }) => ({
    before: figures(before),
    now: figures(figuresSum(before, difference)),
    difference: figures(difference),
  })
  const funds = new Map((await listFunds(trx)).map(({ fundId, name }) => [fundId, name]))
  return {
    country,
    currency,
    payslips: sums.payslips,
    totalsOnly: sums.totalsOnly,
    workers: sums.workers,
    ...change(sums),
    toWorkers: money(sums.toWorkers),
    claims: money(sums.claims),
    budgets: money(sums.budgets),
    borne: money(sums.borne),
    borneBy: Object.entries(sums.borneBy).map(([fundId, amount]) => ({
      fundId,
      name: funds.get(fundId) ?? fundId,
      amount: money(amount),
    })),
    advance: money(sums.advance),
    authorities: sums.authorities.map(({ authority, before, difference }) => ({
      authority,
      before: money(before),
      now: money(before + difference),
      difference: money(difference),
    })),
    largest: sums.largest.map((worker) => ({
      memberId: worker.memberId,
      memberName: worker.memberName,
      legalEntityId: worker.legalEntityId,
      ...change(worker),
      payslips: worker.payslips.map((payslip) => ({
        payslipId: payslip.payslipId,
        contractReference: payslip.contractReference,
        periodFrom: payslip.periodFrom,
        periodTo: payslip.periodTo,
        ...change(payslip),
        lines: payslip.lines as z.infer<typeof correction>['largest'][0]['payslips'][0]['lines'],
      })),
    })),
  }
}

/** A claim, with what the country's law of today lets wages keep back for it. */
export const claimAnswerOf =
  ({ plugin, today }: Pick<OfficeContext, 'plugin' | 'today'>) =>
  (claim: WorkerClaim): z.infer<typeof workerClaim> => {
    const money = (amount: Minor) => formatAmount(amount, CURRENCY_DECIMALS[claim.currency] ?? 2)
    const law = plugin.wageSetOff && valueOn('wageSetOff', plugin.wageSetOff, today)
    return {
      ...claim,
      amount: money(claim.amount),
      open: money(claim.open),
      keeps: law
        ? { share: formatPercent(law.value), source: law.source, unverified: law.unverified ?? null }
        : null,
      history: claim.history.map((step) => ({ ...step, amount: money(step.amount) })),
    }
  }
