import { clientsById } from '@samen/core/clients'
import type { OfficeContext } from '@samen/core/context'
import type { AnyCountryPlugin } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import {
  deliveryConnections,
  deliveryRules,
  type InvoiceDelivery,
  invoiceDeliveries,
  unsentInvoices,
} from '@samen/core/delivery'
import { invoicesById, printedNumber } from '@samen/core/invoices'
import type { z } from 'zod'
import { asAnswer, type Page } from '../answers/common.ts'
import type { deliverySettings, invoiceDelivery, unsentInvoice } from '../answers/deliveries.ts'
import type { PageQuery } from '../routes/route.ts'
import { cursorOf, pageOf, rowsOf } from './page.ts'

type Answer = z.infer<typeof invoiceDelivery>

/** Deliveries, the latest first; of one state or invoice. */
export async function deliveriesPage(
  trx: Transaction,
  officeId: string,
  asked: PageQuery & { state?: InvoiceDelivery['state'] | undefined; invoiceId?: string | undefined },
): Promise<Page<Answer>> {
  const [beforeId] = cursorOf(asked, ['id']) ?? []
  const rows = await invoiceDeliveries(trx, officeId, {
    beforeId,
    limit: rowsOf(asked),
    ...(asked.state && { states: [asked.state] }),
    ...(asked.invoiceId && { invoiceIds: [asked.invoiceId] }),
  })
  const named = await invoiceNames(
    trx,
    officeId,
    rows.map(({ invoiceId }) => invoiceId),
  )
  const answerOf = ({ instructions: _instructions, invoiceId, ...delivery }: InvoiceDelivery): Answer => ({
    ...delivery,
    invoice: named(invoiceId),
    queuedAt: delivery.queuedAt.toISOString(),
    changedAt: delivery.changedAt.toISOString(),
  })
  return pageOf(rows, asked, ({ invoiceDeliveryId }) => [invoiceDeliveryId], answerOf)
}

export async function unsentAnswers(
  trx: Transaction,
  context: OfficeContext,
): Promise<z.infer<typeof unsentInvoice>[]> {
  const rows = await unsentInvoices(trx, context)
  const named = await invoiceNames(
    trx,
    context.officeId,
    rows.map(({ invoiceId }) => invoiceId),
  )
  return rows.map(({ invoiceId, detail, noticedAt }) => ({
    invoice: named(invoiceId),
    detail,
    noticedAt: noticedAt.toISOString(),
  }))
}

async function invoiceNames(trx: Transaction, officeId: string, invoiceIds: readonly string[]) {
  const invoices = await invoicesById(trx, officeId, [...new Set(invoiceIds)])
  const byId = new Map(invoices.map((invoice) => [invoice.invoiceId, invoice]))
  return (invoiceId: string) => {
    const invoice = byId.get(invoiceId)
    return {
      invoiceId,
      number: invoice ? printedNumber(invoice) : invoiceId,
      client: invoice?.document.buyer.name ?? '',
    }
  }
}

/** What the office has decided about how its invoices leave; keys to networks are not part of it. */
export async function deliverySettingsOf(
  trx: Transaction,
  officeId: string,
  { eInvoicing }: Pick<AnyCountryPlugin, 'eInvoicing'>,
): Promise<z.infer<typeof deliverySettings>> {
  const rules = await deliveryRules(trx, officeId)
  const clientIds = rules.flatMap(({ clientId }) => (clientId === null ? [] : [clientId]))
  const clients = new Map(
    (await clientsById(trx, officeId, clientIds)).map(({ clientId, name }) => [clientId, name]),
  )
  const connections = await deliveryConnections(trx, officeId)
  return asAnswer<typeof deliverySettings>({
    rules: rules.map(
      ({ deliveryRuleId, validFrom, clientId, clientCountry, channel, format, details, setAt }) => ({
        deliveryRuleId,
        validFrom,
        client: clientId === null ? null : { clientId, name: clients.get(clientId) ?? clientId },
        clientCountry,
        channel,
        format,
        details,
        setAt: setAt.toISOString(),
      }),
    ),
    connections: connections.map(({ channel, url, setAt }) => ({ channel, url, setAt: setAt.toISOString() })),
    obligations: (eInvoicing?.obligations ?? []).map(
      ({ formats = [], byAgreement = false, until = null, unverified = null, ...one }) => ({
        ...one,
        channels: [...one.channels],
        formats: [...formats],
        byAgreement,
        until,
        unverified,
      }),
    ),
  })
}
