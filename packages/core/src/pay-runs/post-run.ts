import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { post } from '../ledger/index.ts'
import { type LegalEntity, legalEntities } from '../legal-entities/index.ts'
import { enqueue } from '../outbox/index.ts'
import { endToEndIdOf, insertPaymentFile, type PostalAddress, pain001 } from '../payments/index.ts'
import { conflict } from '../problem/index.ts'
import { closeContracts } from './close-contracts.ts'
import { postAdvances } from './guarantee.ts'
import type { PayRun } from './pay-run.ts'
import { lockPayRun, moveRun } from './pay-run-store.ts'
import { type PayslipFigures, payslipPosting } from './postings.ts'

/**
 * Pays an approved run, in one transaction: the guarantee fund's advances, every payslip in the books, one pain.001 file
 * and its payments per company, the file into the outbox, jobs that owe nothing any more closed. Posting a posted run
 * again changes nothing.
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
  const payslips = await loadPayslips(trx, officeId, payRunId)
  await postAdvances(trx, payslips)
  await post(trx, officeId, payslips.map(payslipPosting(plugin)))
  await writeFiles(trx, context, run, payslips)
  await moveRun(trx, officeId, payRunId, { state: 'posted', postedAt: now })
  await closeContracts(
    trx,
    officeId,
    payslips.map(({ contractId }) => contractId),
    by,
    now,
  )
  return { ...run, state: 'posted', postedAt: now }
}

/** A payslip on its way into the books and to the bank. */
export interface PayslipToPost extends PayslipFigures {
  readonly contractId: string
  readonly clientId: string
  readonly creditLimit: Minor
  readonly invoiceId: string
  readonly memberName: string
  readonly iban: string
  readonly address: PostalAddress
  readonly advance: Minor
  /** The job's employer cost that went out with earlier runs, and what its client has paid by now. */
  readonly costBefore: Minor
  readonly received: Minor
}

async function loadPayslips(trx: Transaction, officeId: string, payRunId: string): Promise<PayslipToPost[]> {
  const { rows } = await sql<Omit<PayslipToPost, 'address'> & PostalAddress>`
    select p.payslip_id as "payslipId", p.pay_run_id as "payRunId", p.legal_entity_id as "legalEntityId",
           p.activity_id as "activityId", p.contract_id as "contractId", c.reference as "contractReference",
           c.client_id as "clientId", k.credit_limit as "creditLimit", i.invoice_id as "invoiceId", p.paid_on as "paidOn", p.currency, p.gross, p.net,
           p.employer_contributions as "employerContributions", p.employer_cost as "employerCost", p.mutualised, p.owed,
           p.advance, m.given_name || ' ' || m.family_name as "memberName", m.iban, m.street,
           m.post_code as "postCode", m.town, m.country,
           receipt.amount as received, wage.cost as "costBefore"
      from payslip p
     cross join lateral (select reference, client_id from contract
                          where office_id = ${officeId} and contract_id = p.contract_id offset 0) c
     cross join lateral (select credit_limit from client
                          where office_id = ${officeId} and client_id = c.client_id offset 0) k
     cross join lateral (select given_name, family_name, iban, street, post_code, town, country from member
                          where office_id = ${officeId} and member_id = p.member_id offset 0) m
     cross join lateral (select invoice_id from invoice
                          where office_id = ${officeId} and contract_id = p.contract_id and kind = 'invoice' offset 0) i
     cross join lateral (select coalesce(sum(amount), 0)::int8 as amount from bank_match
                          where office_id = ${officeId} and invoice_id = i.invoice_id) receipt
     cross join lateral (select coalesce(sum(q.employer_cost), 0)::int8 as cost from payslip q
                          where q.office_id = ${officeId} and q.contract_id = p.contract_id
                            and q.pay_run_id <> p.pay_run_id) wage
     where p.office_id = ${officeId} and p.pay_run_id = ${payRunId}
     order by p.payslip_id`.execute(trx)
  return rows.map(({ street, postCode, town, country, ...row }) => ({
    ...row,
    address: { street, postCode, town, country },
  }))
}

async function writeFiles(
  trx: Transaction,
  { officeId, id }: OfficeContext,
  run: PayRun,
  payslips: readonly PayslipToPost[],
): Promise<void> {
  // Approval is the moment the file was decided; so the same run always gives the same file.
  const createdAt = run.approvedAt as Date
  for (const entity of await legalEntities(trx, officeId)) {
    const own = payslips.filter(({ legalEntityId }) => legalEntityId === entity.legalEntityId)
    const [first] = own
    if (!first) continue
    const messageId = `${endToEndIdOf(run.payRunId)}-${entity.entityNo}`
    const content = pain001({
      messageId,
      createdAt,
      executeOn: run.paidOn,
      currency: first.currency,
      debtor: debtorOf(entity),
      transfers: own.map((payslip) => ({
        endToEndId: endToEndIdOf(payslip.payslipId),
        amount: payslip.net,
        name: payslip.memberName,
        iban: payslip.iban,
        address: payslip.address,
        text: payslip.contractReference,
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
      own.map((payslip) => ({
        payslipId: payslip.payslipId,
        endToEndId: endToEndIdOf(payslip.payslipId),
        iban: payslip.iban,
        name: payslip.memberName,
        amount: payslip.net,
        currency: payslip.currency,
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
