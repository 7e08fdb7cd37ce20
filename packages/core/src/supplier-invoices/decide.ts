import { activityById, freeBudgets, lockBudgets } from '../activities/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { readNumberAs } from '../context/index.ts'
import { formatAmount, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { accountsOf, openAccounts, post } from '../ledger/index.ts'
import { conflict, invalid, Problem } from '../problem/index.ts'
import { firstOpenDay } from '../statements/index.ts'
import { type Booking, billPosting, costOf } from './postings.ts'
import { isReverseCharged, type SupplierInvoice } from './supplier-invoice.ts'
import { changeSupplierInvoice, lockSupplierInvoices, supplierInvoiceById } from './supplier-invoice-store.ts'

/**
 * Says which activity a bill is for. May be said anew until somebody approves it; saying the same again changes nothing.
 *
 * @throws Problem `not-found`; `conflict` once it is decided, or when the activity belongs to another company.
 */
export async function assignSupplierInvoice(
  trx: Transaction,
  { officeId, by, now }: OfficeContext,
  { supplierInvoiceId, activityId }: { supplierInvoiceId: string; activityId: string },
): Promise<void> {
  const bill = await undecided(trx, officeId, supplierInvoiceId)
  const activity = await activityById(trx, officeId, activityId)
  if (activity.legalEntityId !== bill.legalEntityId)
    throw conflict(`${activity.name} belongs to another company than the bill is addressed to.`)
  if (bill.activityId === activityId) return
  await changeSupplierInvoice(trx, officeId, supplierInvoiceId, {
    state: 'assigned',
    activity_id: activityId,
    assigned_by: by,
    assigned_at: now,
  })
}

export interface Approval {
  readonly supplierInvoiceId: string
  /** The part of the bill's VAT that comes back, minor units; all of it unless told. */
  readonly deductibleVat?: Minor | undefined
  /** VAT the office owes in the supplier's stead, minor units: must be told where the bill says reverse charge. */
  readonly selfAssessedVat?: Minor | undefined
  /** The account to pay to; the bill's own unless told. */
  readonly payTo?: string | undefined
  /** The bill breaks a rule and is taken all the same. */
  readonly despiteFindings?: boolean | undefined
}

/**
 * Takes a bill into the books: the activity's budget bears it, and from now on it can be paid. It belongs to the day it
 * was issued, or, when that month is closed, to the first day that is open.
 *
 * @throws Problem `not-found`; `conflict` when it is not assigned or decided already; `invalid-field`; `refused` when the
 *   budget, less the wages it still owes, does not bear it, or the bill was paid before and so is an expense of a member.
 */
export async function approveSupplierInvoice(
  trx: Transaction,
  context: OfficeContext,
  approval: Approval,
): Promise<void> {
  const { officeId, plugin, by, now } = context
  const { supplierInvoiceId } = approval
  const bill = await undecided(trx, officeId, supplierInvoiceId)
  const { activityId } = bill
  if (activityId === null) throw conflict('Say first which activity the bill is for.')
  if (bill.prepaid > 0n)
    throw new Problem(
      'refused',
      'A part of the bill was paid before: it is an expense of whoever paid it, and is not booked here.',
    )
  if (bill.breaksRules && approval.despiteFindings !== true)
    throw invalid(
      'despiteFindings',
      'The bill breaks a rule: refuse it and ask for another, or say that you take it all the same.',
    )
  const payTo = accountOf(context, bill, approval)
  const taxes = taxesOf(bill, approval)
  const cost = costOf(bill, taxes)
  await lockBudgets(trx, officeId)
  const budgetOf = await freeBudgets(trx, officeId, [activityId])
  const { holds, reserved, free } = budgetOf(activityId, bill.currency)
  if (bill.kind === 'invoice' && cost > free)
    throw new Problem(
      'refused',
      `The budget of ${bill.activityName} holds ${formatAmount(holds)}, of which ${formatAmount(reserved)} is for wages: it does not bear ${formatAmount(cost)}.`,
    )
  const openDay = await firstOpenDay(trx, officeId)
  const booking: Booking = { ...taxes, activityId, bookedOn: openDay(bill.issuedOn) }
  // An office opened before these accounts existed gets them now.
  await openAccounts(trx, officeId, accountsOf(plugin))
  await changeSupplierInvoice(trx, officeId, supplierInvoiceId, {
    state: 'approved',
    decided_by: by,
    decided_at: now,
    deductible_vat: booking.deductibleVat,
    self_assessed_vat: booking.selfAssessedVat,
    cost,
    booked_on: booking.bookedOn,
    pay_to: payTo,
  })
  await post(trx, officeId, [billPosting(bill, booking)])
}

/** @throws Problem `invalid-field` for amounts that cannot be. */
function taxesOf(bill: SupplierInvoice, approval: Approval) {
  const reverse = isReverseCharged(bill)
  if (reverse && approval.selfAssessedVat === undefined)
    throw invalid(
      'selfAssessedVat',
      'Under reverse charge the office owes the VAT of this bill itself: say how much.',
    )
  const selfAssessedVat = approval.selfAssessedVat ?? 0n
  if (selfAssessedVat < 0n || selfAssessedVat > bill.total || (!reverse && selfAssessedVat > 0n))
    throw invalid('selfAssessedVat', 'Only a bill under reverse charge has it, and at most its total.')
  const deductibleVat = approval.deductibleVat ?? bill.vat + selfAssessedVat
  if (deductibleVat < 0n || deductibleVat > bill.vat + selfAssessedVat)
    throw invalid('deductibleVat', `Lies within the VAT of ${formatAmount(bill.vat + selfAssessedVat)}.`)
  return { selfAssessedVat, deductibleVat }
}

function accountOf({ plugin }: OfficeContext, bill: SupplierInvoice, approval: Approval): string | null {
  const told = approval.payTo ?? bill.iban
  if (told === null) return null
  const reading = readNumberAs(plugin, 'bank', told)
  if (reading.ok) return reading.value
  // What the file says and is no IBAN (a bankgiro number, say) is no account we could pay to.
  if (approval.payTo === undefined) return null
  throw invalid('payTo', reading.reason)
}

/** @throws Problem `not-found`; `conflict` when it is decided already; `invalid-field` for no reason. */
export async function refuseSupplierInvoice(
  trx: Transaction,
  { officeId, by, now }: OfficeContext,
  { supplierInvoiceId, reason }: { supplierInvoiceId: string; reason: string },
): Promise<void> {
  await undecided(trx, officeId, supplierInvoiceId)
  const why = reason.trim()
  if (why.length < 1 || why.length > 300)
    throw invalid('reason', 'A refusal says why, in 1 to 300 characters: the supplier reads it.')
  await changeSupplierInvoice(trx, officeId, supplierInvoiceId, {
    state: 'refused',
    decided_by: by,
    decided_at: now,
    reason: why,
  })
}

async function undecided(
  trx: Transaction,
  officeId: string,
  supplierInvoiceId: string,
): Promise<SupplierInvoice> {
  await lockSupplierInvoices(trx, officeId)
  const bill = await supplierInvoiceById(trx, officeId, supplierInvoiceId)
  if (bill.state === 'approved' || bill.state === 'refused')
    throw conflict(`The bill is ${bill.state} already.`)
  return bill
}
