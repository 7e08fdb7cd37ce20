import { sql } from 'kysely'
import { clientById, declareBankrupt } from '../clients/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { divide, type IsoDate, isIsoDate, type Minor, minimum } from '../country/index.ts'
import { copyRows, lockInOffice, type Transaction } from '../database/index.ts'
import { writeOff } from '../funds/index.ts'
import { billedSql } from '../invoices/index.ts'
import { closeContracts } from '../pay-runs/index.ts'
import { invalid } from '../problem/index.ts'

export interface WriteOffTables {
  invoice_write_off: {
    office_id: string
    invoice_id: string
    written_off_on: IsoDate
    unspent_budget: Minor
    vat_relief: Minor
    fund_loss: Minor
    uncovered: Minor
    reason: string
    decided_by: string
  }
}

/** Who bears an open invoice. The four parts sum to what was open. Minor units. */
export interface WrittenOff {
  readonly invoiceId: string
  readonly open: Minor
  readonly vatRelief: Minor
  readonly unspentBudget: Minor
  readonly fundLoss: Minor
  readonly uncovered: Minor
}

export interface ClientWrittenOff {
  readonly writtenOff: readonly WrittenOff[]
  /** Invoices whose workers still wait for their wage: they are paid first, then write the client off again. */
  readonly postponed: readonly { readonly invoiceId: string; readonly contractReference: string }[]
}

/**
 * A client will not pay: its open invoices are written off. The state gives the tax back, the activity the budget it has
 * not spent, and the guarantee fund bears the rest; no wage is touched. Repeating it writes off only what is open since.
 *
 * @param on the day from which the client counts as bankrupt and the loss belongs to the books.
 * @throws Problem `not-found`; `invalid-field` for a malformed day or an empty reason; `conflict` in a closed month.
 */
export async function writeOffClient(
  trx: Transaction,
  context: OfficeContext,
  { clientId, on, reason }: { clientId: string; on: IsoDate; reason: string },
): Promise<ClientWrittenOff> {
  const { officeId, by, now } = context
  if (!isIsoDate(on)) throw invalid('on', 'A day is written YYYY-MM-DD and must exist.')
  if (reason.trim().length < 1 || reason.length > 300)
    throw invalid('reason', 'A write-off says why, in 1 to 300 characters.')
  await lockReceipts(trx, officeId)
  const { bankruptOn } = await clientById(trx, officeId, clientId)
  if (bankruptOn === null) await declareBankrupt(trx, officeId, clientId, on)
  const invoices = await openInvoicesOf(trx, officeId, clientId)
  const ready = invoices.filter(({ unpaidWages }) => !unpaidWages)
  const shares = ready.map((invoice) => {
    const vat = divide(invoice.open * invoice.vat, invoice.total, 'half-up')
    const unspent = invoice.budgetLeft > 0n ? invoice.budgetLeft : 0n
    return {
      ...invoice,
      sourceId: invoice.invoiceId,
      effectiveOn: on,
      clientId,
      vat,
      takenBack: minimum(unspent, invoice.open - vat),
    }
  })
  const results = await writeOff(trx, shares)
  const writtenOff = shares.map(({ invoiceId, open, vat, takenBack }, at): WrittenOff => {
    const { fundLoss, uncovered } = results[at] as (typeof results)[0]
    return { invoiceId, open, vatRelief: vat, unspentBudget: takenBack, fundLoss, uncovered }
  })
  await copyRows(
    trx,
    'invoice_write_off',
    [
      'office_id',
      'invoice_id',
      'written_off_on',
      'unspent_budget',
      'vat_relief',
      'fund_loss',
      'uncovered',
      'reason',
      'decided_by',
    ],
    writtenOff.map((one) => [
      officeId,
      one.invoiceId,
      on,
      one.unspentBudget,
      one.vatRelief,
      one.fundLoss,
      one.uncovered,
      reason.trim(),
      by,
    ]),
  )
  await closeContracts(
    trx,
    officeId,
    ready.map(({ contractId }) => contractId),
    by,
    now,
  )
  const postponed = invoices
    .filter(({ unpaidWages }) => unpaidWages)
    .map(({ invoiceId, contractReference }) => ({ invoiceId, contractReference }))
  return { writtenOff, postponed }
}

interface OpenInvoice {
  readonly invoiceId: string
  readonly contractId: string
  readonly contractReference: string
  readonly activityId: string
  readonly legalEntityId: string
  readonly currency: string
  readonly vat: Minor
  readonly total: Minor
  readonly open: Minor
  /** Of the job's budget after levy and expenses, what its wages have not used. */
  readonly budgetLeft: Minor
  readonly unpaidWages: boolean
}

async function openInvoicesOf(trx: Transaction, officeId: string, clientId: string): Promise<OpenInvoice[]> {
  const { rows } = await sql<OpenInvoice>`
    select i.invoice_id as "invoiceId", c.contract_id as "contractId", c.reference as "contractReference",
           c.activity_id as "activityId", i.legal_entity_id as "legalEntityId", i.currency,
           (i.vat - credit.vat)::int8 as vat, (i.total - credit.total)::int8 as total,
           (i.total - credit.total - receipt.amount)::int8 as open,
           (billed.net - billed.levy - c.expenses
             - (select coalesce(sum(p.employer_cost - p.borne), 0) from payslip p
                 where p.office_id = ${officeId} and p.contract_id = c.contract_id))::int8 as "budgetLeft",
           exists (select from engagement e
                    where e.office_id = ${officeId} and e.contract_id = c.contract_id
                      and not exists (select from payslip p
                            join pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id
                           where p.office_id = ${officeId} and p.engagement_id = e.engagement_id
                             and r.state = 'posted')) as "unpaidWages"
      from invoice i
      join contract c on c.office_id = ${officeId} and c.contract_id = i.contract_id
     cross join lateral ${billedSql(officeId, sql`c.contract_id`)} billed
     cross join lateral (select coalesce(sum(n.vat), 0) as vat, coalesce(sum(n.total), 0) as total
                           from invoice n where n.office_id = ${officeId} and n.credits = i.invoice_id) credit
     cross join lateral (select coalesce(sum(b.amount), 0) as amount from bank_match b
                          where b.office_id = ${officeId} and b.invoice_id = i.invoice_id) receipt
     where i.office_id = ${officeId} and i.client_id = ${clientId} and i.kind = 'invoice'
       and i.total - credit.total - receipt.amount > 0
       and not exists (select from invoice_write_off w
                        where w.office_id = ${officeId} and w.invoice_id = i.invoice_id)
     order by i.issued_on, i.invoice_id`.execute(trx)
  return rows
}

/** The lock of the bank: no receipt is matched while it is decided what is open. */
async function lockReceipts(trx: Transaction, officeId: string): Promise<void> {
  await lockInOffice(trx, officeId, 'bank')
}
