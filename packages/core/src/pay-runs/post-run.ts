import { sql } from 'kysely'
import { insertClaims, takeSetOffs } from '../claims/index.ts'
import { advanceLimits } from '../clients/index.ts'
import type { OfficeContext } from '../context/index.ts'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { receivedSql } from '../invoices/index.ts'
import { accountsOf, openAccounts, post } from '../ledger/index.ts'
import { type LegalEntity, legalEntities } from '../legal-entities/index.ts'
import { enqueue } from '../outbox/index.ts'
import { bankTerms, endToEndIdOf, insertPaymentFile, type PostalAddress, pain001 } from '../payments/index.ts'
import { conflict } from '../problem/index.ts'
import { closeContracts } from './close-contracts.ts'
import { postAdvances, postBearings } from './guarantee.ts'
import type { PayRun } from './pay-run.ts'
import { lockPayRun, moveRun } from './pay-run-store.ts'
import { claimPosting, type PayslipFigures, payslipPosting } from './postings.ts'

/**
 * Pays an approved run, in one transaction: the guarantee fund's advances, every payslip in the books, one pain.001 file
 * and its payments per company, the file into the outbox, jobs that owe nothing any more closed. Of a correction, what
 * funds bear is given to the budgets, and whoever was paid too much gets a claim instead of a payment. What a wage keeps back for
 * such a claim is not paid out. Posting a posted
 * run again changes nothing.
 *
 * @throws Problem `not-found`; `conflict` when the run is not approved or its month is closed; `refused` when the fund can
 *   no longer advance what the run needs (discard it and compute it anew).
 */
export async function postPayRun(
  trx: Transaction,
  context: OfficeContext,
  payRunId: string,
): Promise<PayRun> {
  const { officeId, plugin, by, now } = context
  const run = await lockPayRun(trx, officeId, payRunId)
  if (run.state === 'posted') return run
  if (run.state !== 'approved') throw conflict(`The pay run is ${run.state}: only an approved run is posted.`)
  await takeSetOffs(trx, context, run)
  const toPosting = payslipPosting(plugin)
  const costs = new Map<string, Minor>()
  const contractIds = new Set<string>()
  for (let after: string | undefined; ; ) {
    const payslips = await payslipsToPost(trx, officeId, payRunId, after)
    if (payslips.length === 0) break
    // What funds give comes first: a budget that was spent has it when the payslip is posted.
    await postBearings(trx, payslips)
    await postAdvances(trx, payslips, costs)
    // A difference in running totals alone moves no money.
    await post(
      trx,
      officeId,
      payslips.map(toPosting).filter(({ entries }) => entries.length > 0),
    )
    for (const { contractId } of payslips) contractIds.add(contractId)
    after = payslips.at(-1)?.payslipId
  }
  const results = await workerResults(trx, officeId, payRunId)
  await writeFiles(
    trx,
    context,
    run,
    results.filter(({ net }) => net > 0n),
  )
  await claimBack(
    trx,
    context,
    run,
    results.filter(({ net }) => net < 0n),
  )
  await moveRun(trx, officeId, payRunId, { state: 'posted', postedAt: now })
  await closeContracts(trx, officeId, [...contractIds], by, now)
  return { ...run, state: 'posted', postedAt: now }
}

/** A payslip on its way into the books and to the bank. */
export interface PayslipToPost extends PayslipFigures {
  readonly contractId: string
  readonly clientId: string
  readonly creditLimit: Minor
  readonly invoiceId: string
  readonly advance: Minor
  /** The part of the employer cost that funds bear, in all and by fund. */
  readonly borne: Minor
  readonly borneBy: Readonly<Record<string, string>>
  /** The job's invoice was written off. */
  readonly writtenOff: boolean
  /** What the job's budget carried of the wages of earlier runs, and what its client has paid by now. */
  readonly costBefore: Minor
  readonly received: Minor
}

/** Payslips posted at once: a run of a million passes through memory in pieces. */
const PAGE = 20_000

async function payslipsToPost(
  trx: Transaction,
  officeId: string,
  payRunId: string,
  after: string | undefined,
): Promise<PayslipToPost[]> {
  const { rows } = await sql<Omit<PayslipToPost, 'creditLimit'> & { startsOn: IsoDate }>`
    select p.payslip_id as "payslipId", p.pay_run_id as "payRunId", p.legal_entity_id as "legalEntityId",
           p.activity_id as "activityId", p.contract_id as "contractId", c.reference as "contractReference",
           c.client_id as "clientId", c.starts_on as "startsOn", i.invoice_id as "invoiceId", p.paid_on as "paidOn", p.currency, p.gross, p.net,
           p.employer_contributions as "employerContributions", p.employer_cost as "employerCost", p.mutualised, p.owed,
           p.advance, p.borne, p.borne_by as "borneBy", receipt.amount as received, wage.cost as "costBefore",
           exists (select from invoice_write_off w
                    where w.office_id = ${officeId} and w.invoice_id = i.invoice_id) as "writtenOff"
      from payslip p
     cross join lateral (select reference, client_id, starts_on from contract
                          where office_id = ${officeId} and contract_id = p.contract_id offset 0) c
     cross join lateral (select invoice_id from invoice
                          where office_id = ${officeId} and contract_id = p.contract_id and kind = 'invoice' offset 0) i
     cross join lateral ${receivedSql(officeId, sql`p.contract_id`)} receipt
     cross join lateral (select coalesce(sum(q.employer_cost - q.borne), 0)::int8 as cost from payslip q
                          where q.office_id = ${officeId} and q.contract_id = p.contract_id
                            and q.pay_run_id <> p.pay_run_id) wage
     where p.office_id = ${officeId} and p.pay_run_id = ${payRunId}
       and (${after ?? null}::uuid is null or p.payslip_id > ${after ?? null})
     order by p.payslip_id limit ${PAGE}`.execute(trx)
  const limits = await advanceLimits(trx, officeId, rows)
  return rows.map((row, at) => ({ ...row, creditLimit: limits[at]?.limit ?? 0n }))
}

/** What a run means to one worker's bank account: a wage, or the sum of a correction's differences. */
interface WorkerResult {
  /** The payslip the payment names; of a correction, the last one of the worker. */
  readonly payslipId: string
  readonly legalEntityId: string
  readonly memberId: string
  readonly currency: string
  /** Negative: the worker was paid too much. */
  readonly net: Minor
  readonly contractReference: string
  readonly memberName: string
  readonly iban: string
  readonly address: PostalAddress
}

/** Every wage of a run; of a correction, one result per worker and company, because its differences belong together. */
async function workerResults(trx: Transaction, officeId: string, payRunId: string): Promise<WorkerResult[]> {
  const { rows } = await sql<Omit<WorkerResult, 'address'> & PostalAddress>`
    select p.payslip_id as "payslipId", p.legal_entity_id as "legalEntityId", p.member_id as "memberId", p.currency,
           p.net - kept.amount as net, c.reference as "contractReference", m.given_name || ' ' || m.family_name as "memberName", m.iban,
           m.street, m.post_code as "postCode", m.town, m.country
      from (select (array_agg(payslip_id order by payslip_id desc))[1] as payslip_id,
                   (array_agg(contract_id order by payslip_id desc))[1] as contract_id,
                   legal_entity_id, member_id, currency, sum(net)::int8 as net
              from payslip where office_id = ${officeId} and pay_run_id = ${payRunId}
             group by legal_entity_id, member_id, currency, case when corrects is null then payslip_id end
            having sum(net) <> 0 offset 0) p
     cross join lateral (select coalesce(sum(amount), 0)::int8 as amount from worker_claim_set_off
                          where office_id = ${officeId} and payslip_id = p.payslip_id) kept
     cross join lateral (select reference from contract
                          where office_id = ${officeId} and contract_id = p.contract_id offset 0) c
     cross join lateral (select given_name, family_name, iban, street, post_code, town, country from member
                          where office_id = ${officeId} and member_id = p.member_id offset 0) m
     order by p.payslip_id`.execute(trx)
  return rows.map(({ street, postCode, town, country, ...row }) => ({
    ...row,
    address: { street, postCode, town, country },
  }))
}

/** What workers were paid too much stands as a claim of its own. */
async function claimBack(
  trx: Transaction,
  { officeId, plugin, id }: OfficeContext,
  run: PayRun,
  results: readonly WorkerResult[],
): Promise<void> {
  if (results.length === 0) return
  // An office opened before this account existed gets it now.
  await openAccounts(trx, officeId, accountsOf(plugin))
  const claims = results.map(({ legalEntityId, memberId, currency, net }) => ({
    workerClaimId: id(),
    payRunId: run.payRunId,
    legalEntityId,
    memberId,
    aroseOn: run.paidOn,
    currency,
    amount: -net,
  }))
  await insertClaims(trx, officeId, claims)
  await post(trx, officeId, claims.map(claimPosting))
}

async function writeFiles(
  trx: Transaction,
  { officeId, id }: OfficeContext,
  run: PayRun,
  results: readonly WorkerResult[],
): Promise<void> {
  // Approval is the moment the file was decided; so the same run always gives the same file.
  const createdAt = run.approvedAt as Date
  const terms = await bankTerms(trx, officeId)
  for (const entity of await legalEntities(trx, officeId)) {
    const own = results.filter(({ legalEntityId }) => legalEntityId === entity.legalEntityId)
    const [first] = own
    if (!first) continue
    const messageId = `${endToEndIdOf(run.payRunId)}-${entity.entityNo}`
    const content = pain001({
      messageId,
      createdAt,
      executeOn: run.paidOn,
      currency: first.currency,
      debtor: debtorOf(entity),
      terms: terms.get(entity.legalEntityId),
      transfers: own.map((result) => ({
        endToEndId: endToEndIdOf(result.payslipId),
        amount: result.net,
        name: result.memberName,
        iban: result.iban,
        address: result.address,
        text: result.contractReference,
      })),
    })
    const paymentFileId = id()
    await insertPaymentFile(
      trx,
      officeId,
      {
        paymentFileId,
        payRunId: run.payRunId,
        messageId,
        legalEntityId: entity.legalEntityId,
        content,
        createdAt,
      },
      own.map((result) => ({
        payslipId: result.payslipId,
        endToEndId: endToEndIdOf(result.payslipId),
        iban: result.iban,
        name: result.memberName,
        amount: result.net,
        currency: result.currency,
      })),
    )
    await enqueue(trx, officeId, [
      {
        kind: 'payment-file',
        idempotencyKey: `payment-file:${messageId}`,
        payload: { paymentFileId, messageId },
      },
    ])
  }
}

function debtorOf({ name, iban, bic, companyNumber, street, postCode, town, country }: LegalEntity) {
  return { name, iban, bic, companyNumber, address: { street, postCode, town, country } }
}
