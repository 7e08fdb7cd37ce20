import { sql } from 'kysely'
import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { advance, bear, exposureKey, listFunds, repay } from '../funds/index.ts'
import { balance } from '../ledger/index.ts'
import { refused } from '../problem/index.ts'
import { type AdvanceRoom, advanceNeeded } from './advances.ts'
import type { PayslipToPost } from './post-run.ts'

/** What the wage-guarantee fund can do for these clients' jobs now, or for those of all. An office without one can advance nothing. */
export async function advanceRoom(
  trx: Transaction,
  officeId: string,
  currency: string,
  jobs?: readonly { readonly clientId: string }[],
): Promise<AdvanceRoom> {
  const fund = (await listFunds(trx)).find(
    (one) => one.kind === 'wage-guarantee' && one.currency === currency,
  )
  const [stands] = fund ? await balance(trx, 'fund-available', fund.fundId) : []
  const clients = jobs ? [...new Set(jobs.map(({ clientId }) => clientId))] : null
  const { rows } = await sql<{ clientId: string; outstanding: Minor }>`
    select client_id as "clientId", sum(amount - repaid - lost)::int8 as outstanding from fund_advance
     where office_id = ${officeId} and currency = ${currency}
       and (${clients}::uuid[] is null or client_id = any(${clients}::uuid[]))
       and repaid + lost < amount
     group by client_id`.execute(trx)
  const exposure = new Map(
    rows.map(({ clientId, outstanding }) => [exposureKey({ clientId, currency }), outstanding]),
  )
  return { currency, available: -(stands?.net ?? 0n), exposure }
}

/**
 * Posts the run's advances: what each wage lacks now, never more than was approved. A client that has paid since needs
 * less. A correction that lowers a job's cost gives back what was advanced for it and is not needed any more.
 *
 * @param costs what each job's budget carried of the wages before, by contract: kept by the caller from page to page.
 * @throws Problem `refused` when the fund can no longer lend what a wage lacks.
 */
export async function postAdvances(
  trx: Transaction,
  payslips: readonly PayslipToPost[],
  costs: Map<string, Minor>,
): Promise<void> {
  const changes = payslips.map((payslip) => {
    const { contractId, costBefore, employerCost, borne, received } = payslip
    const before = costs.get(contractId) ?? costBefore
    const cost = employerCost - borne
    costs.set(contractId, before + cost)
    const needed = advanceNeeded(before, cost, received)
    return { payslip, amount: needed < payslip.advance ? needed : payslip.advance }
  })
  const requests = changes
    .filter(({ amount }) => amount > 0n)
    .map(({ payslip, amount }) => {
      const { payslipId, invoiceId, clientId, creditLimit } = payslip
      return { payslipId, invoiceId, clientId, creditLimit, ...bookOf(payslip), amount }
    })
  if (requests.length > 0) {
    const refusals = (await advance(trx, requests)).filter(
      ({ granted }, at) => granted !== requests[at]?.amount,
    )
    if (refusals.length > 0)
      throw refused(
        `The guarantee fund can no longer advance ${refusals.length} of the run's wages: discard the run and compute it anew.`,
        { payslips: refusals.slice(0, 50).map(({ payslipId, reason }) => ({ payslipId, reason })) },
      )
  }
  await repay(
    trx,
    changes
      .filter(({ amount }) => amount < 0n)
      .map(({ payslip, amount }) => ({
        sourceId: payslip.payslipId,
        invoiceId: payslip.invoiceId,
        ...bookOf(payslip),
        amount: -amount,
      })),
  )
}

/** Posts what funds bear of the payslips' employer cost, into the budgets that carry it. */
export async function postBearings(trx: Transaction, payslips: readonly PayslipToPost[]): Promise<void> {
  await bear(
    trx,
    payslips.flatMap((payslip) =>
      Object.entries(payslip.borneBy).map(([fundId, amount]) => ({
        sourceId: payslip.payslipId,
        payslipId: payslip.payslipId,
        ...bookOf(payslip),
        fundId,
        amount: BigInt(amount),
        recovers: payslip.writtenOff,
        to: { account: 'activity-budget', subject: payslip.activityId },
      })),
    ),
  )
}

const bookOf = ({ legalEntityId, currency, paidOn }: PayslipToPost) => ({
  legalEntityId,
  currency,
  effectiveOn: paidOn,
})
