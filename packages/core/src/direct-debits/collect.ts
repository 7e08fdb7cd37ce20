import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { copyRows, type Transaction } from '../database/index.ts'
import { printedNumber } from '../invoices/index.ts'
import { type LegalEntity, legalEntities } from '../legal-entities/index.ts'
import { enqueue } from '../outbox/index.ts'
import { type DirectDebitBlock, endToEndIdOf, insertDirectDebitFile, pain008 } from '../payments/index.ts'
import { conflict, invalid, notFound } from '../problem/index.ts'
import { lockBank } from '../statements/index.ts'
import {
  type DirectDebitOrder,
  debitsOfOrder,
  directDebitOrders,
  markRefused,
  type OrderedDebit,
} from './direct-debit-store.ts'
import { directDebitTerms } from './mandate-store.ts'
import {
  type CollectionDays,
  firstCollectionDay,
  type ProposedDebit,
  proposeDirectDebits,
} from './propose.ts'

/** Collections of one order, at most. */
export const ORDER_DEBITS_MAX = 1000

/**
 * Puts collections together, one order per company: of the invoices named, or of all that nothing stands in the way of. A second
 * person releases them.
 *
 * @throws Problem `invalid-field` for the days or the names; `conflict` where something stands in the way of a named invoice, or the
 *   company has no creditor identifier; `not-found` when there is nothing to collect; `refused` where the office's money is not euro.
 */
export async function prepareDirectDebits(
  trx: Transaction,
  context: OfficeContext,
  { invoiceIds, ...days }: CollectionDays & { readonly invoiceIds?: readonly string[] | undefined },
): Promise<string[]> {
  const { officeId, by, now, id } = context
  if (invoiceIds && (invoiceIds.length < 1 || invoiceIds.length > ORDER_DEBITS_MAX))
    throw invalid('invoiceIds', `Names 1 to ${ORDER_DEBITS_MAX} invoices.`)
  await lockBank(trx, officeId)
  const proposed = await proposeDirectDebits(trx, context, days)
  const chosen = invoiceIds
    ? named(proposed, invoiceIds)
    : proposed.filter(({ obstacle }) => obstacle === null)
  if (chosen.length === 0) throw notFound('invoice that can be collected on that day')
  const orderIds: string[] = []
  for (const [legalEntityId, all] of Map.groupBy(chosen, (one) => one.legalEntityId)) {
    if (!(await directDebitTerms(trx, officeId, legalEntityId)))
      throw conflict('This company has no creditor identifier yet: enter the one it was given.')
    // What is beyond the limit waits for the next order.
    const own = all.slice(0, ORDER_DEBITS_MAX)
    const orderId = id()
    await sql`
      insert into samen.direct_debit_order (office_id, direct_debit_order_id, legal_entity_id, collect_on, notified_on,
        state, debits, total, prepared_by, prepared_at)
      values (${officeId}, ${orderId}, ${legalEntityId}, ${days.collectOn}, ${days.notifiedOn}, 'prepared',
        ${own.length}, ${own.reduce((sum, { amount }) => sum + amount, 0n)}, ${by}, ${now})`.execute(trx)
    await copyRows(
      trx,
      'direct_debit',
      [
        'office_id',
        'direct_debit_id',
        'direct_debit_order_id',
        'invoice_id',
        'mandate_id',
        'amount',
        'end_to_end_id',
        'block_id',
      ],
      own.map(({ invoiceId, mandate, amount }) => {
        const directDebitId = id()
        const blockId = `${endToEndIdOf(orderId)}-${mandate.scheme.charAt(0)}${mandate.recurring ? 'R' : 'O'}`
        return [
          ...[officeId, directDebitId, orderId, invoiceId, mandate.mandateId, amount],
          ...[endToEndIdOf(directDebitId), blockId],
        ]
      }),
    )
    orderIds.push(orderId)
  }
  return orderIds
}

function named(proposed: readonly ProposedDebit[], invoiceIds: readonly string[]): ProposedDebit[] {
  const byId = new Map(proposed.map((one) => [one.invoiceId, one]))
  return [...new Set(invoiceIds)].map((invoiceId) => {
    const one = byId.get(invoiceId)
    if (!one) throw notFound('such invoice that is due by that day, of a client with a mandate')
    if (one.obstacle !== null) throw conflict(`Invoice ${one.number} is not collected: ${one.obstacle}.`)
    return one
  })
}

/**
 * A second person releases an order: the file for the bank is written and put into the outbox, in one transaction. What was paid,
 * disputed or promised since is never collected: the order is then discarded and put together anew. Releasing a released order
 * again changes nothing.
 *
 * @throws Problem `not-found`; `conflict` when the same person prepared it, it was discarded, its day is too near, or something
 *   stands in the way of a collection by now.
 */
export async function releaseDirectDebits(
  trx: Transaction,
  context: OfficeContext,
  directDebitOrderId: string,
): Promise<void> {
  const { officeId, by, now, id } = context
  await lockBank(trx, officeId)
  const order = await orderById(trx, officeId, directDebitOrderId)
  if (order.state === 'released') return
  if (order.state === 'discarded') throw conflict('The collection was discarded.')
  if (order.preparedBy === by)
    throw conflict('Whoever put the collection together does not release it: ask somebody else.')
  if (order.collectOn < firstCollectionDay(context))
    throw conflict('The bank has no time left for this day: discard the collection and put another together.')
  const debits = await debitsOfOrder(trx, officeId, directDebitOrderId)
  checkStill(debits, await proposeDirectDebits(trx, context, order, directDebitOrderId))
  const entity = (await legalEntities(trx, officeId)).find(
    (one) => one.legalEntityId === order.legalEntityId,
  ) as LegalEntity
  const terms = await directDebitTerms(trx, officeId, order.legalEntityId)
  if (!terms) throw conflict('This company has no creditor identifier.')
  const messageId = `${endToEndIdOf(directDebitOrderId)}-D`
  const content = pain008({
    messageId,
    createdAt: order.preparedAt,
    collectOn: order.collectOn,
    creditor: { ...entity, ...terms, address: entity },
    blocks: [...Map.groupBy(debits, ({ blockId }) => blockId)].map(([blockId, own]) => blockOf(blockId, own)),
  })
  await sql`
    update samen.direct_debit_order set state = 'released', released_by = ${by}, released_at = ${now}
     where office_id = ${officeId} and direct_debit_order_id = ${directDebitOrderId}`.execute(trx)
  const paymentFileId = id()
  await insertDirectDebitFile(trx, officeId, {
    ...{ paymentFileId, directDebitOrderId, messageId, content },
    legalEntityId: order.legalEntityId,
    createdAt: order.preparedAt,
    payments: order.debits,
    total: order.total,
  })
  await enqueue(trx, officeId, [
    {
      kind: 'payment-file',
      idempotencyKey: `payment-file:${messageId}`,
      payload: { paymentFileId, messageId },
    },
  ])
}

function checkStill(debits: readonly OrderedDebit[], proposed: readonly ProposedDebit[]): void {
  const byInvoice = new Map(proposed.map((one) => [one.invoiceId, one]))
  const gone = debits.filter(({ invoiceId, mandateId, amount }) => {
    const now = byInvoice.get(invoiceId)
    // A one-off mandate counts this very collection as its use.
    const free = now?.obstacle === null || (now?.obstacle === 'used' && now.mandate.uses === 1)
    return !now || !free || now.mandate.mandateId !== mandateId || now.amount < amount
  })
  if (gone.length > 0)
    throw conflict(
      `${gone.length} of the invoices cannot be collected any more: they were paid, disputed or promised since, or their mandate has ended. Discard the collection and put another together.`,
      { invoices: gone.slice(0, 50).map((debit) => printed(debit)) },
    )
}

const printed = ({ series, serial }: OrderedDebit): string => printedNumber({ series, number: serial })

function blockOf(blockId: string, debits: readonly OrderedDebit[]): DirectDebitBlock {
  const { scheme, recurring } = debits[0] as OrderedDebit
  return {
    blockId,
    scheme,
    sequence: recurring ? 'RCUR' : 'OOFF',
    debits: debits.map((debit) => ({
      ...debit,
      name: debit.debtorName,
      text: `${printed(debit)} ${debit.paymentReference}`,
    })),
  }
}

/** Lets go of an order's invoices: they can be put into another one. @throws Problem `not-found`; `conflict` once released. */
export async function discardDirectDebits(
  trx: Transaction,
  { officeId }: OfficeContext,
  directDebitOrderId: string,
): Promise<void> {
  await lockBank(trx, officeId)
  const order = await orderById(trx, officeId, directDebitOrderId)
  if (order.state === 'discarded') return
  if (order.state === 'released')
    throw conflict('The collection was released: the file is with the bank. Say so if the bank refuses it.')
  await sql`
    delete from samen.direct_debit
     where office_id = ${officeId} and direct_debit_order_id = ${directDebitOrderId}`.execute(trx)
  await sql`
    update samen.direct_debit_order set state = 'discarded'
     where office_id = ${officeId} and direct_debit_order_id = ${directDebitOrderId}`.execute(trx)
}

/**
 * A person says that the bank refused collections before any money came: all of an order that have not come in, or those of the
 * invoices named. They can be collected anew. Said again it changes nothing.
 *
 * @throws Problem `not-found`; `invalid-field` for the reason; `conflict` for an order that was never released.
 */
export async function refuseDirectDebits(
  trx: Transaction,
  { officeId, today }: OfficeContext,
  {
    directDebitOrderId,
    invoiceIds,
    reason,
  }: { directDebitOrderId: string; invoiceIds?: readonly string[] | undefined; reason: string },
): Promise<number> {
  const why = reason.trim()
  if (why.length < 1 || why.length > 300)
    throw invalid('reason', 'Say what the bank wrote, in 1 to 300 characters.')
  await lockBank(trx, officeId)
  const order = await orderById(trx, officeId, directDebitOrderId)
  if (order.state !== 'released') throw conflict('Only what was released can be refused by the bank.')
  return markRefused(trx, officeId, {
    orderId: directDebitOrderId,
    invoiceIds: invoiceIds ?? null,
    on: today,
    reason: why,
  })
}

async function orderById(trx: Transaction, officeId: string, orderId: string): Promise<DirectDebitOrder> {
  const [order] = await directDebitOrders(trx, officeId, { orderId })
  if (!order) throw notFound('such collection')
  return order
}
