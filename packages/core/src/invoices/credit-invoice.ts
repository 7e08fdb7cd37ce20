import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { type Contract, lockContracts, recordStep } from '../contracts/index.ts'
import { formatAmount, type IsoDate, type Minor, smallestTransfer } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { contribute } from '../funds/index.ts'
import { balance, post } from '../ledger/index.ts'
import { lastNumberedDay, takeNumbers } from '../legal-entities/index.ts'
import { enqueue } from '../outbox/index.ts'
import { conflict, invalid, Problem, throwFaults } from '../problem/index.ts'
import { agreedOf, asBilled, noteAtHome } from './billed.ts'
import { draftCreditNote, type LeviedJob } from './credit-note.ts'
import { type Invoice, seriesOf, wholeNet } from './invoice.ts'
import { depositPosting, invoicePosting, levyOf } from './invoice-postings.ts'
import { creditedBy, insertInvoices, invoiceById, invoicesOfContracts, notesOf } from './invoice-store.ts'
import { keepBillingRecords } from './keep-billing-records.ts'

/**
 * Takes back an invoice or a deposit, wholly or over a net amount, with a credit note of its own number.
 *
 * @param net minor units of the invoice's currency; what is left of the invoice unless told.
 * @throws Problem `not-found`; `invalid-field` for an amount above the rest or an empty reason; `conflict` when nothing
 *   is left, or the invoice is itself a credit note; `refused` when the activity has spent the money, or the guarantee
 *   fund's advance would be left without an invoice that pays it back.
 */
export async function creditInvoice(
  trx: Transaction,
  context: OfficeContext,
  invoiceId: string,
  { net, reason, issuedOn }: { net?: Minor; reason: string; issuedOn?: IsoDate },
): Promise<Invoice> {
  const { officeId } = context
  const invoice = await invoiceById(trx, officeId, invoiceId)
  if (invoice.kind === 'credit-note')
    throw conflict('A credit note is not itself credited: issue an invoice.')
  // An invoice's row cannot be locked, since nobody may change it; its contract's row stands in.
  const [contract] = (await lockContracts(trx, officeId, [invoice.contractId])) as [Contract]
  const notes = await notesOf(trx, officeId, invoiceId)
  const billed = asBilled(invoice)
  const credited = creditedBy(notes.map(asBilled))
  const rest = billed.net - credited.net
  if (rest === 0n) throw conflict('This invoice is credited in full already.')
  const wanted = net ?? rest
  if (wanted <= 0n || wanted > rest)
    throw invalid('net', `Lies above zero and within the ${formatAmount(rest)} not yet credited.`)
  if (wanted % smallestTransfer(billed.currency) !== 0n)
    throw invalid(
      'net',
      `Banks move whole amounts of ${billed.currency}, so a credit note has none behind the point.`,
    )
  if (reason.trim().length < 1 || reason.length > 300)
    throwFaults([{ field: 'reason', reason: 'A credit note says why, in 1 to 300 characters.' }])

  const on = issuedOn ?? (await noEarlierThanLast(trx, context, invoice))
  if (on < invoice.issuedOn) throw invalid('issuedOn', `The invoice itself carries ${invoice.issuedOn}.`)
  const series = seriesOf('credit-note', on)
  const number = await takeNumbers(trx, officeId, invoice.legalEntityId, series, 1, on)
  const given = { invoiceId: context.id(), number, issuedOn: on, net: wanted, reason: reason.trim() }
  const job = await leviedJob(trx, officeId, invoice.contractId)
  const asRead = draftCreditNote(billed, credited, given, job)
  const note = invoice.document.billed
    ? noteAtHome(invoice, asRead, {
        billed: credited,
        home: creditedBy(notes),
        agreedNet: notes.reduce((sum, one) => sum + agreedOf(one), 0n),
      })
    : asRead
  // A deposit is nobody's budget before its job is invoiced: nothing of it can have been spent.
  const isEarned = job !== undefined
  if (isEarned) await refuseSpent(trx, officeId, contract, invoice, note)
  await insertInvoices(trx, officeId, [note])
  await post(trx, officeId, [isEarned ? invoicePosting(note, contract.activityId) : depositPosting(note)])
  if (note.levy > 0n) await contribute(trx, [levyOf(note, contract.activityId, job?.invoiceId)])
  await keepBillingRecords(trx, context, [note])
  const message = {
    kind: 'invoice',
    idempotencyKey: note.invoiceId,
    payload: { invoiceId: note.invoiceId },
  } as const
  await enqueue(trx, officeId, [message], { id: context.id })
  if (contract.state === 'invoiced' && job && job.credited.net + asBilled(note).net === job.net)
    await closeUnpaid(trx, context, invoice.contractId)
  return note
}

/** A job that is taken back whole before any wage was made of it is over: it has no budget, and nobody waits for it any more. */
async function closeUnpaid(
  trx: Transaction,
  { officeId, by, now }: OfficeContext,
  contractId: string,
): Promise<void> {
  const { rows } = await sql`
    select from samen.payslip where office_id = ${officeId} and contract_id = ${contractId} limit 1`.execute(
    trx,
  )
  if (rows.length === 0) await recordStep(trx, officeId, [contractId], 'closed', by, now)
}

/**
 * What the levy of an invoiced job was taken of, and what notes on its invoice and its deposit took back since; undefined
 * before it is invoiced.
 */
async function leviedJob(
  trx: Transaction,
  officeId: string,
  contractId: string,
): Promise<(LeviedJob & { readonly invoiceId: string }) | undefined> {
  const documents = (await invoicesOfContracts(trx, officeId, [contractId])).map(asBilled)
  const invoice = documents.find(({ kind }) => kind === 'invoice')
  if (!invoice) return undefined
  const net = wholeNet(invoice)
  const stands = documents.reduce((sum, one) => sum + (one.kind === 'credit-note' ? -one.net : one.net), 0n)
  const levy = documents.reduce((sum, one) => sum + (one.kind === 'credit-note' ? one.levy : 0n), 0n)
  return { invoiceId: invoice.invoiceId, net, levy: invoice.levy, credited: { net: net - stands, levy } }
}

/** What wages have used, or the guarantee fund still waits for, a credit note cannot give back to the client. */
async function refuseSpent(
  trx: Transaction,
  officeId: string,
  { activityId, currency }: Contract,
  invoice: Invoice,
  note: Invoice,
): Promise<void> {
  const budget = (await balance(trx, 'activity-budget', activityId)).find(
    (line) => line.currency === currency,
  )
  const unspent = -(budget?.net ?? 0n)
  if (agreedOf(note) - note.levy > unspent)
    throw new Problem('refused', `The activity's budget holds ${formatAmount(unspent)}: the rest is spent.`, {
      field: 'net',
    })
  const { rows } = await sql<{ advanced: Minor; kept: Minor }>`
    select coalesce((select sum(amount - repaid - lost) from samen.fund_advance
                      where office_id = ${officeId} and invoice_id = ${invoice.invoiceId}), 0)::int8 as advanced,
           (${invoice.total}::int8 - ${note.total}::int8
             - coalesce((select sum(total) from samen.invoice
                          where office_id = ${officeId} and credits = ${invoice.invoiceId}), 0)
             - coalesce((select sum(amount) from samen.bank_match
                          where office_id = ${officeId} and invoice_id = ${invoice.invoiceId}), 0))::int8 as kept`.execute(
    trx,
  )
  const { advanced, kept } = rows[0] as (typeof rows)[0]
  if (advanced > 0n && kept < advanced)
    throw new Problem(
      'refused',
      `The guarantee fund has advanced ${formatAmount(advanced)} on this invoice: so much of it must stay owed.`,
      { field: 'net' },
    )
}

async function noEarlierThanLast(
  trx: Transaction,
  { officeId, today }: OfficeContext,
  { issuedOn }: Invoice,
): Promise<IsoDate> {
  const last = (await lastNumberedDay(trx, officeId, seriesOf('credit-note', today))) ?? today
  return [today, last, issuedOn].sort().at(-1) as IsoDate
}
