import { sql } from 'kysely'
import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { advance, exposureKey, listFunds } from '../funds/index.ts'
import { balance } from '../ledger/index.ts'
import { refused } from '../problem/index.ts'
import { type AdvanceRoom, advanceNeeded } from './advances.ts'
import type { PayslipToPost } from './post-run.ts'

/** What the wage-guarantee fund can do for these clients' jobs now. An office without one can advance nothing. */
export async function advanceRoom(
  trx: Transaction,
  officeId: string,
  currency: string,
  jobs: readonly { readonly clientId: string }[],
): Promise<AdvanceRoom> {
  const fund = (await listFunds(trx)).find(
    (one) => one.kind === 'wage-guarantee' && one.currency === currency,
  )
  const [stands] = fund ? await balance(trx, 'fund-available', fund.fundId) : []
  const clients = [...new Set(jobs.map(({ clientId }) => clientId))]
  const { rows } = await sql<{ clientId: string; outstanding: Minor }>`
    select client_id as "clientId", sum(amount - repaid - lost)::int8 as outstanding from fund_advance
     where office_id = ${officeId} and currency = ${currency} and client_id = any(${clients}::uuid[])
       and repaid + lost < amount
     group by client_id`.execute(trx)
  const exposure = new Map(
    rows.map(({ clientId, outstanding }) => [exposureKey({ clientId, currency }), outstanding]),
  )
  return { currency, available: -(stands?.net ?? 0n), exposure }
}

/**
 * Posts the run's advances: what each wage lacks now, never more than was approved. A client that has paid since needs
 * less.
 *
 * @throws Problem `refused` when the fund can no longer lend what a wage lacks.
 */
export async function postAdvances(trx: Transaction, payslips: readonly PayslipToPost[]): Promise<void> {
  const costs = new Map<string, Minor>()
  const requests = payslips.flatMap((payslip) => {
    const { contractId, costBefore, employerCost, received } = payslip
    const before = costs.get(contractId) ?? costBefore
    costs.set(contractId, before + employerCost)
    const needed = advanceNeeded(before, employerCost, received)
    const amount = needed < payslip.advance ? needed : payslip.advance
    if (amount === 0n) return []
    const {
      payslipId,
      invoiceId,
      clientId,
      legalEntityId,
      creditLimit,
      currency,
      paidOn: effectiveOn,
    } = payslip
    return [{ payslipId, invoiceId, clientId, legalEntityId, creditLimit, currency, effectiveOn, amount }]
  })
  if (requests.length === 0) return
  const refusals = (await advance(trx, requests)).filter(
    ({ granted }, at) => granted !== requests[at]?.amount,
  )
  if (refusals.length > 0)
    throw refused(
      `The guarantee fund can no longer advance ${refusals.length} of the run's wages: discard the run and compute it anew.`,
      { payslips: refusals.slice(0, 50).map(({ payslipId, reason }) => ({ payslipId, reason })) },
    )
}
