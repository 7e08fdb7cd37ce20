import { CURRENCY_DECIMALS, formatAmount, type Minor } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import {
  BY_HAND,
  isReverseCharged,
  type SupplierInvoice,
  type SupplierInvoiceState,
  type SupplierPaymentOrder,
  supplierInvoices,
  supplierPaymentOrders,
} from '@samen/core/supplier-invoices'
import { sql } from 'kysely'
import type { z } from 'zod'
import { asAnswer, type Page } from '../answers/common.ts'
import type { activityChoice, supplierInvoice, supplierPaymentOrder } from '../answers/supplier-invoices.ts'
import type { PageQuery } from '../routes/route.ts'
import type { RequestOffice } from '../services.ts'
import { namesOf } from './names.ts'
import { cursorOf, pageOf, rowsOf } from './page.ts'

type Answer = z.infer<typeof supplierInvoice>

/** Supplier invoices, the latest first: all of the office, or those a member may see. */
export async function supplierInvoicesPage(
  trx: Transaction,
  officeId: string,
  asked: PageQuery & { state?: SupplierInvoiceState | undefined },
  whose: { memberId?: string; broughtBy?: string } = {},
): Promise<Page<Answer>> {
  const [beforeId] = cursorOf(asked, ['id']) ?? []
  const rows = await supplierInvoices(trx, officeId, {
    ...whose,
    state: asked.state,
    beforeId,
    limit: rowsOf(asked),
  })
  const answers = await supplierInvoiceAnswers(trx, rows)
  return pageOf(
    answers,
    asked,
    ({ supplierInvoiceId }) => [supplierInvoiceId],
    (answer) => answer,
  )
}

export async function supplierInvoiceAnswers(
  trx: Transaction,
  shown: readonly SupplierInvoice[],
): Promise<Answer[]> {
  const names = await namesOf(
    trx,
    shown.flatMap(({ receivedBy, decidedBy }) => [receivedBy, decidedBy]),
  )
  const nameOf = (user: string) => names.get(user) ?? user
  return shown.map((one) => {
    const money = (amount: Minor) => formatAmount(amount, CURRENCY_DECIMALS[one.currency] ?? 2)
    const orNull = (amount: Minor | null) => (amount === null ? null : money(amount))
    return asAnswer<typeof supplierInvoice>({
      supplierInvoiceId: one.supplierInvoiceId,
      kind: one.kind,
      supplier: {
        name: one.supplierName,
        country: one.supplierCountry,
        vatNumber: one.supplierVatNumber,
      },
      number: one.number,
      issuedOn: one.issuedOn,
      dueOn: one.dueOn,
      credits: one.creditsNumber,
      currency: one.currency,
      net: money(one.net),
      vat: money(one.vat),
      total: money(one.total),
      prepaid: money(one.prepaid),
      vatParts: one.vatParts.map(({ category, rate, base, amount, reason }) => ({
        category,
        rate: rate ?? null,
        base: money(BigInt(base)),
        amount: money(BigInt(amount)),
        reason: reason ?? null,
      })),
      reverseCharge: isReverseCharged(one),
      iban: one.iban,
      paymentReference: one.paymentReference,
      newAccount: one.newAccount,
      syntax: one.syntax,
      ruleSets: one.ruleSets,
      breaksRules: one.breaksRules,
      findings: one.findings.map(({ rule, level, place, text }) => ({
        rule,
        level,
        place,
        text,
      })),
      arrivedBy: one.arrivedBy,
      hasOriginal: one.arrivedBy !== BY_HAND,
      receivedAt: one.receivedAt.toISOString(),
      receivedBy: nameOf(one.receivedBy),
      state: one.state,
      activity:
        one.activityId === null
          ? null
          : {
              activityId: one.activityId,
              name: one.activityName ?? one.activityId,
            },
      decidedBy: one.decidedBy === null ? null : nameOf(one.decidedBy),
      decidedAt: one.decidedAt?.toISOString() ?? null,
      reason: one.reason,
      deductibleVat: orNull(one.deductibleVat),
      selfAssessedVat: orNull(one.selfAssessedVat),
      cost: orNull(one.cost),
      assetId: one.assetId,
      bookedOn: one.bookedOn,
      payTo: one.payTo,
      payment: one.payment,
    })
  })
}

/** Payment orders as one user sees them: may they release? */
export async function paymentOrdersPage(
  trx: Transaction,
  office: RequestOffice,
  userId: string,
  asked: PageQuery,
): Promise<Page<z.infer<typeof supplierPaymentOrder>>> {
  const [beforeId] = cursorOf(asked, ['id']) ?? []
  const rows = await supplierPaymentOrders(trx, office.officeId, { beforeId, limit: rowsOf(asked) })
  const names = await namesOf(
    trx,
    rows.flatMap(({ preparedBy, releasedBy }) => [preparedBy, releasedBy]),
  )
  const answerOf = (order: SupplierPaymentOrder) => ({
    supplierPaymentOrderId: order.supplierPaymentOrderId,
    currency: order.currency,
    executeOn: order.executeOn,
    state: order.state,
    transfers: order.transfers,
    total: formatAmount(order.total, CURRENCY_DECIMALS[order.currency] ?? 2),
    preparedBy: names.get(order.preparedBy) ?? order.preparedBy,
    preparedAt: order.preparedAt.toISOString(),
    releasedBy: order.releasedBy === null ? null : (names.get(order.releasedBy) ?? order.releasedBy),
    releasedAt: order.releasedAt?.toISOString() ?? null,
    mayRelease:
      order.state === 'prepared' && order.preparedBy !== userId && office.roles.includes('approver'),
    paymentFileId: order.paymentFileId,
  })
  return pageOf(rows, asked, ({ supplierPaymentOrderId }) => [supplierPaymentOrderId], answerOf)
}

/** Activities whose name holds a text, to choose one from; fifty at most. */
export async function activityChoices(
  trx: Transaction,
  officeId: string,
  search: string,
): Promise<z.infer<typeof activityChoice>[]> {
  const { rows } = await sql<z.infer<typeof activityChoice>>`
    select activity_id as "activityId", name from samen.activity
     where office_id = ${officeId} and strpos(lower(name), lower(${search})) > 0
     order by lower(name), activity_id limit 50`.execute(trx)
  return rows
}
