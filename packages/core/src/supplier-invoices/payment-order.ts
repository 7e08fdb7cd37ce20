import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { type IsoDate, isIsoDate, type Minor, smallestTransfer } from '../country/index.ts'
import { copyRows, type Transaction } from '../database/index.ts'
import { post } from '../ledger/index.ts'
import { type LegalEntity, legalEntities } from '../legal-entities/index.ts'
import { enqueue } from '../outbox/index.ts'
import {
  bankDayFrom,
  bankTerms,
  endToEndIdOf,
  insertSupplierPaymentFile,
  pain001,
} from '../payments/index.ts'
import { conflict, invalid, notFound } from '../problem/index.ts'
import { firstOpenDay } from '../statements/index.ts'
import { setOffPosting } from './postings.ts'
import { type Due, settle } from './set-off.ts'
import { lockSupplierInvoices } from './supplier-invoice-store.ts'

/** Supplier invoices of one company that are paid together. */
export interface SupplierPaymentOrder {
  readonly supplierPaymentOrderId: string
  readonly legalEntityId: string
  readonly currency: string
  readonly executeOn: IsoDate
  readonly state: 'prepared' | 'released' | 'discarded'
  readonly transfers: number
  readonly total: Minor
  readonly preparedBy: string
  readonly preparedAt: Date
  readonly releasedBy: string | null
  readonly releasedAt: Date | null
  readonly paymentFileId: string | null
}

/** Supplier invoices of one order, at most. */
export const ORDER_INVOICES_MAX = 500

interface Payable extends Due {
  readonly legalEntityId: string
  readonly currency: string
  readonly name: string
  readonly payTo: string | null
  readonly number: string
  readonly text: string
}

/**
 * Puts supplier invoices together to be paid: those named, or all approved ones that are due by the day and in no order yet. One order
 * per company; credit notes are set off against invoices of the same supplier. A second person releases it.
 *
 * @param executeOn the day the bank moves the money; moved to the next bank day.
 * @throws Problem `invalid-field`; `conflict` when a named supplier invoice is not approved, in an order already, or has no account to
 *   pay to; `not-found` when nothing is due.
 */
export async function prepareSupplierPayments(
  trx: Transaction,
  { officeId, plugin, by, now, today, id }: OfficeContext,
  { supplierInvoiceIds, executeOn = today }: { supplierInvoiceIds?: readonly string[]; executeOn?: IsoDate },
): Promise<string[]> {
  if (!isIsoDate(executeOn) || executeOn < today)
    throw invalid('executeOn', 'A day written YYYY-MM-DD, today or later.')
  if (supplierInvoiceIds && (supplierInvoiceIds.length < 1 || supplierInvoiceIds.length > ORDER_INVOICES_MAX))
    throw invalid('supplierInvoiceIds', `Names 1 to ${ORDER_INVOICES_MAX} supplier invoices.`)
  await lockSupplierInvoices(trx, officeId)
  const dues = await payables(trx, officeId, executeOn, supplierInvoiceIds)
  if (dues.length === 0) throw notFound('approved supplier invoice that is due')
  const on = bankDayFrom(plugin, executeOn)
  const orderIds: string[] = []
  for (const [legalEntityId, own] of Map.groupBy(dues, (due) => due.legalEntityId)) {
    const settled = settle(own)
    const total = settled.reduce((sum, { transfer }) => sum + transfer, 0n)
    const transfers = settled.filter(({ transfer }) => transfer > 0n)
    if (transfers.length === 0) continue
    for (const { due, transfer } of transfers) checkTransfer(due, transfer)
    const orderId = id()
    await sql`
      insert into samen.supplier_payment_order (office_id, supplier_payment_order_id, legal_entity_id, currency,
        execute_on, state, transfers, total, prepared_by, prepared_at)
      values (${officeId}, ${orderId}, ${legalEntityId}, ${plugin.currency}, ${on}, 'prepared',
        ${transfers.length}, ${total}, ${by}, ${now})`.execute(trx)
    await copyRows(
      trx,
      'supplier_payment',
      [
        'office_id',
        'supplier_invoice_id',
        'supplier_payment_order_id',
        'amount',
        'set_off',
        'end_to_end_id',
        'iban',
        'name',
      ],
      settled.map(({ due, transfer, setOff }) => [
        officeId,
        due.supplierInvoiceId,
        orderId,
        transfer,
        setOff,
        transfer > 0n ? endToEndIdOf(due.supplierInvoiceId) : null,
        transfer > 0n ? due.payTo : null,
        due.name,
      ]),
    )
    orderIds.push(orderId)
  }
  if (orderIds.length === 0) throw notFound('supplier invoice left to transfer: credit notes settle them all')
  return orderIds
}

function checkTransfer({ payTo, number, name, currency }: Payable, transfer: Minor): void {
  if (payTo === null)
    throw conflict(`Invoice ${number} of ${name} names no bank account: leave it out and pay it by hand.`)
  if (transfer % smallestTransfer(currency) !== 0n)
    throw conflict(`Banks do not move what is open on invoice ${number} of ${name}: pay it by hand.`)
}

async function payables(
  trx: Transaction,
  officeId: string,
  upTo: IsoDate,
  named: readonly string[] | undefined,
): Promise<Payable[]> {
  const { rows } = await sql<Payable & { state: string; isOrdered: boolean }>`
    select s.supplier_invoice_id as "supplierInvoiceId", s.supplier_key as "supplierKey", s.kind, s.total as amount,
           s.legal_entity_id as "legalEntityId", s.currency, s.supplier_name as name, s.pay_to as "payTo", s.number,
           coalesce(s.payment_reference, s.number) as text, s.state,
           exists (select from samen.supplier_payment p
                    where p.office_id = ${officeId} and p.supplier_invoice_id = s.supplier_invoice_id) as "isOrdered"
      from samen.supplier_invoice s
     where s.office_id = ${officeId}
       and ${
         named
           ? sql`s.supplier_invoice_id = any(${[...named]}::uuid[])`
           : sql`s.state = 'approved' and (s.kind = 'credit-note' or coalesce(s.due_on, s.issued_on) <= ${upTo})
                 and (s.kind = 'credit-note' or s.pay_to is not null)
                 and not exists (select from samen.supplier_payment p
                       where p.office_id = ${officeId} and p.supplier_invoice_id = s.supplier_invoice_id)`
       }
     order by coalesce(s.due_on, s.issued_on), s.supplier_invoice_id limit ${ORDER_INVOICES_MAX}`.execute(trx)
  if (!named) return rows
  if (rows.length < new Set(named).size) throw notFound('such supplier invoice')
  for (const row of rows) {
    if (row.state !== 'approved') throw conflict(`Invoice ${row.number} of ${row.name} is not approved.`)
    if (row.isOrdered) throw conflict(`Invoice ${row.number} of ${row.name} is in a payment order already.`)
  }
  return rows
}

/**
 * A second person releases an order: what credit notes settle is booked, and the file for the bank is written and put into
 * the outbox, in one transaction. Releasing a released order again changes nothing.
 *
 * @throws Problem `not-found`; `conflict` when the same person prepared it, or it was discarded, or its day has passed.
 */
export async function releaseSupplierPayments(
  trx: Transaction,
  context: OfficeContext,
  supplierPaymentOrderId: string,
): Promise<void> {
  const { officeId, by, now, today, id } = context
  await lockSupplierInvoices(trx, officeId)
  const order = await supplierPaymentOrder(trx, officeId, supplierPaymentOrderId)
  if (order.state === 'released') return
  if (order.state === 'discarded') throw conflict('The payment order was discarded.')
  if (order.preparedBy === by)
    throw conflict('Whoever put the order together does not release it: ask somebody else.')
  if (order.executeOn < today)
    throw conflict('The day of this order has passed: discard it and put another together.')
  const { rows } = await sql<{
    supplierInvoiceId: string
    kind: 'invoice' | 'credit-note'
    amount: Minor
    setOff: Minor
    endToEndId: string
    iban: string
    name: string
    text: string
  }>`
    select p.supplier_invoice_id as "supplierInvoiceId", s.kind, p.amount, p.set_off as "setOff",
           p.end_to_end_id as "endToEndId", p.iban, p.name, coalesce(s.payment_reference, s.number) as text
      from samen.supplier_payment p
      join samen.supplier_invoice s on s.office_id = p.office_id and s.supplier_invoice_id = p.supplier_invoice_id
     where p.office_id = ${officeId} and p.supplier_payment_order_id = ${supplierPaymentOrderId}
     order by p.supplier_invoice_id`.execute(trx)
  const entity = (await legalEntities(trx, officeId)).find(
    (one) => one.legalEntityId === order.legalEntityId,
  ) as LegalEntity
  const messageId = `${endToEndIdOf(supplierPaymentOrderId)}-S`
  const content = pain001({
    messageId,
    createdAt: order.preparedAt,
    executeOn: order.executeOn,
    currency: order.currency,
    purpose: 'SUPP',
    terms: (await bankTerms(trx, officeId)).get(order.legalEntityId),
    debtor: {
      name: entity.name,
      iban: entity.iban,
      bic: entity.bic,
      companyNumber: entity.companyNumber,
      address: {
        street: entity.street,
        postCode: entity.postCode,
        town: entity.town,
        country: entity.country,
      },
    },
    transfers: rows.filter(({ amount }) => amount > 0n),
  })
  await sql`
    update samen.supplier_payment_order set state = 'released', released_by = ${by}, released_at = ${now}
     where office_id = ${officeId} and supplier_payment_order_id = ${supplierPaymentOrderId}`.execute(trx)
  const paymentFileId = id()
  const { legalEntityId } = order
  await insertSupplierPaymentFile(trx, officeId, {
    paymentFileId,
    supplierPaymentOrderId,
    messageId,
    legalEntityId,
    content,
    createdAt: order.preparedAt,
    payments: order.transfers,
    total: order.total,
  })
  const cleared = rows
    .filter(({ setOff }) => setOff > 0n)
    .map(({ supplierInvoiceId, kind, setOff }) => ({
      supplierInvoiceId,
      amount: kind === 'invoice' ? setOff : -setOff,
    }))
  if (cleared.length > 0) {
    const openDay = await firstOpenDay(trx, officeId)
    await post(trx, officeId, [
      setOffPosting(supplierPaymentOrderId, legalEntityId, order.currency, openDay(today), cleared),
    ])
  }
  await enqueue(trx, officeId, [
    {
      kind: 'payment-file',
      idempotencyKey: `payment-file:${messageId}`,
      payload: { paymentFileId, messageId },
    },
  ])
}

/** Lets go of an order's supplier invoices: they can be put into another one. @throws Problem `not-found`; `conflict` once released. */
export async function discardSupplierPayments(
  trx: Transaction,
  { officeId }: OfficeContext,
  supplierPaymentOrderId: string,
): Promise<void> {
  await lockSupplierInvoices(trx, officeId)
  const order = await supplierPaymentOrder(trx, officeId, supplierPaymentOrderId)
  if (order.state === 'discarded') return
  if (order.state === 'released') throw conflict('The payment order was released: the file is with the bank.')
  await sql`
    delete from samen.supplier_payment
     where office_id = ${officeId} and supplier_payment_order_id = ${supplierPaymentOrderId}`.execute(trx)
  await sql`
    update samen.supplier_payment_order set state = 'discarded'
     where office_id = ${officeId} and supplier_payment_order_id = ${supplierPaymentOrderId}`.execute(trx)
}

/** Orders, the latest first; at most `limit`, 100 unless told. */
export async function supplierPaymentOrders(
  trx: Transaction,
  officeId: string,
  {
    orderId,
    beforeId,
    limit = 100,
  }: { orderId?: string; beforeId?: string | undefined; limit?: number } = {},
): Promise<SupplierPaymentOrder[]> {
  const { rows } = await sql<SupplierPaymentOrder>`
    select o.supplier_payment_order_id as "supplierPaymentOrderId", o.legal_entity_id as "legalEntityId", o.currency,
           o.execute_on as "executeOn", o.state, o.transfers, o.total, o.prepared_by as "preparedBy",
           o.prepared_at as "preparedAt", o.released_by as "releasedBy", o.released_at as "releasedAt",
           f.payment_file_id as "paymentFileId"
      from samen.supplier_payment_order o
      left join samen.payment_file f
        on f.office_id = o.office_id and f.supplier_payment_order_id = o.supplier_payment_order_id
     where o.office_id = ${officeId}
       and (${orderId ?? null}::uuid is null or o.supplier_payment_order_id = ${orderId ?? null})
       and (${beforeId ?? null}::uuid is null or o.supplier_payment_order_id < ${beforeId ?? null})
     order by o.supplier_payment_order_id desc limit ${Math.min(limit, 1000)}`.execute(trx)
  return rows
}

async function supplierPaymentOrder(
  trx: Transaction,
  officeId: string,
  orderId: string,
): Promise<SupplierPaymentOrder> {
  const [order] = await supplierPaymentOrders(trx, officeId, { orderId })
  if (!order) throw notFound('such payment order')
  return order
}
