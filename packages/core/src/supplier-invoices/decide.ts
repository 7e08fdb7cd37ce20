import { activityById, freeBudgets, lockBudgets } from '../activities/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { readNumberAs } from '../context/index.ts'
import { formatAmount, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { type EquipmentPlan, registerAsset } from '../equipment/index.ts'
import { accountsOf, openAccounts, post } from '../ledger/index.ts'
import { conflict, invalid, Problem } from '../problem/index.ts'
import { firstOpenDay } from '../statements/index.ts'
import { type Booking, costOf, supplierInvoicePosting } from './postings.ts'
import { BY_HAND, isReverseCharged, type SupplierInvoice } from './supplier-invoice.ts'
import { changeSupplierInvoice, lockSupplierInvoices, supplierInvoiceById } from './supplier-invoice-store.ts'

/**
 * Says which activity a supplier invoice is for. May be said anew until somebody approves it; saying the same again changes nothing.
 *
 * @throws Problem `not-found`; `conflict` once it is decided, or when the activity belongs to another company.
 */
export async function assignSupplierInvoice(
  trx: Transaction,
  { officeId, by, now }: OfficeContext,
  { supplierInvoiceId, activityId }: { supplierInvoiceId: string; activityId: string },
): Promise<void> {
  const supplierInvoice = await undecided(trx, officeId, supplierInvoiceId)
  const activity = await activityById(trx, officeId, activityId)
  if (activity.legalEntityId !== supplierInvoice.legalEntityId)
    throw conflict(`${activity.name} belongs to another company than the supplier invoice is addressed to.`)
  if (supplierInvoice.activityId === activityId) return
  await changeSupplierInvoice(trx, officeId, supplierInvoiceId, {
    state: 'assigned',
    activity_id: activityId,
    assigned_by: by,
    assigned_at: now,
  })
}

export interface Approval {
  readonly supplierInvoiceId: string
  /** The part of the supplier invoice's VAT that comes back, minor units; all of it unless told. */
  readonly deductibleVat?: Minor | undefined
  /** VAT the office owes in the supplier's stead, minor units: must be told where the supplier invoice says reverse charge. */
  readonly selfAssessedVat?: Minor | undefined
  /** The account to pay to; the supplier invoice's own unless told. */
  readonly payTo?: string | undefined
  /** The supplier invoice breaks a rule and is taken all the same. */
  readonly despiteFindings?: boolean | undefined
  /** It buys a thing to keep: what the register of equipment says of it. */
  readonly equipment?: EquipmentPlan | undefined
}

/**
 * Takes a supplier invoice into the books: the activity's budget bears it, and from now on it can be paid. It belongs to the day it
 * was issued, or, when that month is closed, to the first day that is open. What it buys to keep enters the register of equipment at
 * what the activity bears.
 *
 * @throws Problem `not-found`; `conflict` when it is not assigned, decided already, or was entered by the same person; `invalid-field`; `refused` when the
 *   budget, less the wages it still owes, does not bear it, or the supplier invoice was paid before and so is an expense of a member.
 */
export async function approveSupplierInvoice(
  trx: Transaction,
  context: OfficeContext,
  approval: Approval,
): Promise<void> {
  const { officeId, plugin, by, now } = context
  const { supplierInvoiceId } = approval
  const supplierInvoice = await undecided(trx, officeId, supplierInvoiceId)
  const { activityId } = supplierInvoice
  if (activityId === null) throw conflict('Say first which activity the supplier invoice is for.')
  if (supplierInvoice.arrivedBy === BY_HAND && supplierInvoice.receivedBy === by)
    throw conflict(
      'There is no file of this supplier invoice: somebody else than who entered it approves it.',
    )
  if (approval.equipment && supplierInvoice.kind === 'credit-note')
    throw invalid(
      'equipment',
      'A credit note buys nothing: equipment that went back is disposed of on its own page.',
    )
  if (supplierInvoice.prepaid > 0n)
    throw new Problem(
      'refused',
      'A part of the supplier invoice was paid before: it is an expense of whoever paid it, and is not booked here.',
    )
  if (supplierInvoice.breaksRules && approval.despiteFindings !== true)
    throw invalid(
      'despiteFindings',
      'The supplier invoice breaks a rule: refuse it and ask for another, or say that you take it all the same.',
    )
  const payTo = accountOf(context, supplierInvoice, approval)
  const taxes = taxesOf(supplierInvoice, approval)
  const cost = costOf(supplierInvoice, taxes)
  await lockBudgets(trx, officeId)
  const budgetOf = await freeBudgets(trx, officeId, [activityId])
  const { holds, reserved, free } = budgetOf(activityId, supplierInvoice.currency)
  if (supplierInvoice.kind === 'invoice' && cost > free)
    throw new Problem(
      'refused',
      `The budget of ${supplierInvoice.activityName} holds ${formatAmount(holds)}, of which ${formatAmount(reserved)} is for wages: it does not bear ${formatAmount(cost)}.`,
    )
  const openDay = await firstOpenDay(trx, officeId)
  const { currency, legalEntityId, issuedOn, number } = supplierInvoice
  const assetId =
    approval.equipment &&
    (await registerAsset(trx, context, {
      ...approval.equipment,
      supplierInvoiceId,
      activityId,
      legalEntityId,
      currency,
      cost,
      vat: taxes.deductibleVat,
      boughtOn: issuedOn,
      reference: number,
    }))
  const booking: Booking = { ...taxes, activityId, bookedOn: openDay(issuedOn), assetId }
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
  await post(trx, officeId, [supplierInvoicePosting(supplierInvoice, booking)])
}

/** @throws Problem `invalid-field` for amounts that cannot be. */
function taxesOf(supplierInvoice: SupplierInvoice, approval: Approval) {
  const reverse = isReverseCharged(supplierInvoice)
  if (reverse && approval.selfAssessedVat === undefined)
    throw invalid(
      'selfAssessedVat',
      'Under reverse charge the office owes the VAT of this supplier invoice itself: say how much.',
    )
  const selfAssessedVat = approval.selfAssessedVat ?? 0n
  if (selfAssessedVat < 0n || selfAssessedVat > supplierInvoice.total || (!reverse && selfAssessedVat > 0n))
    throw invalid(
      'selfAssessedVat',
      'Only a supplier invoice under reverse charge has it, and at most its total.',
    )
  const deductibleVat = approval.deductibleVat ?? supplierInvoice.vat + selfAssessedVat
  if (deductibleVat < 0n || deductibleVat > supplierInvoice.vat + selfAssessedVat)
    throw invalid(
      'deductibleVat',
      `Lies within the VAT of ${formatAmount(supplierInvoice.vat + selfAssessedVat)}.`,
    )
  return { selfAssessedVat, deductibleVat }
}

function accountOf(
  { plugin }: OfficeContext,
  supplierInvoice: SupplierInvoice,
  approval: Approval,
): string | null {
  const told = approval.payTo ?? supplierInvoice.iban
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
  const supplierInvoice = await supplierInvoiceById(trx, officeId, supplierInvoiceId)
  if (supplierInvoice.state === 'approved' || supplierInvoice.state === 'refused')
    throw conflict(`The supplier invoice is ${supplierInvoice.state} already.`)
  return supplierInvoice
}
