import type { OfficeContext } from '../context/index.ts'
import { addDays, type IsoDate, isIsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { type OverdueInvoice, overdueInvoices, type Pause } from '../dunning/index.ts'
import { printedNumber } from '../invoices/index.ts'
import { bankDayFrom, isBankDay } from '../payments/index.ts'
import { invalid } from '../problem/index.ts'
import { livingDebits } from './direct-debit-store.ts'
import { type Mandate, type MandateFault, mandateFault, NOTICE_DAYS, noticeEnds } from './mandate.ts'
import { checkCurrency, mandates } from './mandate-store.ts'

/** Why an invoice is not collected although its client signed a mandate. */
export type Obstacle = Pause | MandateFault | 'in-collection' | 'notice'

/** An invoice that is due by the day of collection, and the mandate it is collected under. */
export interface ProposedDebit {
  readonly invoiceId: string
  readonly number: string
  readonly paymentReference: string
  readonly legalEntityId: string
  readonly clientId: string
  readonly clientName: string
  readonly dueOn: IsoDate
  /** Euro cents: all that is open. */
  readonly amount: Minor
  readonly mandate: Mandate
  readonly obstacle: Obstacle | null
}

export interface CollectionDays {
  /** The day the money is taken; a day on which euro are settled, after today. */
  readonly collectOn: IsoDate
  /** The day the clients were told. */
  readonly notifiedOn: IsoDate
}

/** Clients told today, and all of them collected from after the ordinary notice. */
export function ordinaryDays({ plugin, today }: Pick<OfficeContext, 'plugin' | 'today'>): CollectionDays {
  return { notifiedOn: today, collectOn: bankDayFrom(plugin, addDays(today, NOTICE_DAYS)) }
}

/** @throws Problem `invalid-field` for a day on which banks do not settle, that they have no time to prepare, or before clients are told. */
export function checkDays(
  { plugin, today }: Pick<OfficeContext, 'plugin' | 'today'>,
  { collectOn, notifiedOn }: CollectionDays,
): void {
  if (!isIsoDate(notifiedOn) || notifiedOn > today)
    throw invalid('notifiedOn', 'The day the clients were told, written YYYY-MM-DD: today or before.')
  if (!isIsoDate(collectOn) || collectOn > addDays(today, 365))
    throw invalid('collectOn', 'A day written YYYY-MM-DD, within a year.')
  if (!isBankDay(plugin, collectOn))
    throw invalid(
      'collectOn',
      `Banks do not settle on ${collectOn}: the next day is ${bankDayFrom(plugin, collectOn)}.`,
    )
  const earliest = firstCollectionDay({ plugin, today })
  if (collectOn < earliest)
    throw invalid('collectOn', `The bank has the file a bank day before: ${earliest} at the earliest.`)
}

/** The bank has a file a bank day before the money moves (EPC016-06, 4.3.1: D-1). */
export const firstCollectionDay = ({ plugin, today }: Pick<OfficeContext, 'plugin' | 'today'>): IsoDate =>
  bankDayFrom(plugin, addDays(today, 1))

/**
 * The invoices that are due by a day of clients who signed a mandate, each with what stands in the way: nothing is collected that is
 * paid, disputed or promised for later, that a collection on its way has already, or before the client was told in time.
 *
 * @param besides an order whose own collections do not stand in its way.
 * @throws Problem `invalid-field` for the days; `refused` where the office's money is not euro.
 */
export async function proposeDirectDebits(
  trx: Transaction,
  context: OfficeContext,
  days: CollectionDays,
  besides?: string,
): Promise<ProposedDebit[]> {
  checkCurrency(context)
  checkDays(context, days)
  const { officeId } = context
  const signed = await mandates(trx, officeId, { openOnly: true })
  if (signed.length === 0) return []
  // Overdue the day after: due by the day of collection, and promised for later than that.
  const due = await overdueInvoices(trx, officeId, addDays(days.collectOn, 1))
  return withMandates(due, signed, await livingDebits(trx, officeId, besides), days)
}

/**
 * Gives each due invoice the mandate of its client and company that can be used, the latest signed before others; a one-off one to
 * the first invoice due. Invoices of clients without a mandate, and those in another
 * currency, are left out. Pure.
 *
 * @param signed the latest signed of a client first.
 * @param living invoices in a collection that has not failed.
 */
export function withMandates(
  due: readonly OverdueInvoice[],
  signed: readonly Mandate[],
  living: ReadonlySet<string>,
  { collectOn, notifiedOn }: CollectionDays,
): ProposedDebit[] {
  const ownerOf = (one: { clientId: string; legalEntityId: string }) => `${one.clientId} ${one.legalEntityId}`
  const byOwner = Map.groupBy(signed, ownerOf)
  const usedUp = new Set<string>()
  return due.flatMap((invoice): ProposedDebit[] => {
    const own = byOwner.get(ownerOf(invoice)) ?? []
    const faultOf = (mandate: Mandate): MandateFault | null =>
      usedUp.has(mandate.mandateId) ? 'used' : mandateFault(mandate, collectOn)
    const mandate = own.find((one) => faultOf(one) === null) ?? own[0]
    if (!mandate || invoice.billed !== null) return []
    const { invoiceId, clientId, clientName, legalEntityId, dueOn, open, paymentReference } = invoice
    const obstacle: Obstacle | null =
      invoice.pause ??
      (living.has(invoiceId) ? 'in-collection' : null) ??
      faultOf(mandate) ??
      (noticeEnds(mandate, notifiedOn) > collectOn ? 'notice' : null)
    if (obstacle === null && !mandate.recurring) usedUp.add(mandate.mandateId)
    const number = printedNumber(invoice)
    return [
      {
        ...{
          invoiceId,
          number,
          paymentReference,
          legalEntityId,
          clientId,
          clientName,
          dueOn,
          mandate,
          obstacle,
        },
        amount: open,
      },
    ]
  })
}
