import { formatAmount } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import {
  type CollectionDays,
  debitsOfOrder,
  directDebitOrders,
  type Mandate,
  type ProposedDebit,
} from '@samen/core/direct-debits'
import { printedNumber } from '@samen/core/invoices'
import type { z } from 'zod'
import { asAnswer, type Page } from '../answers/common.ts'
import type { directDebit, directDebitOrder, directDebitProposal, mandate } from '../answers/direct-debits.ts'
import type { PageQuery } from '../routes/route.ts'
import type { RequestOffice } from '../services.ts'
import { namesOf } from './names.ts'
import { cursorOf, pageOf, rowsOf } from './page.ts'

export const mandateAnswer = ({ legalEntityId: _, uses: __, ...shown }: Mandate) =>
  asAnswer<typeof mandate>(shown)

export const proposalAnswer = ({ collectOn, notifiedOn }: CollectionDays, items: readonly ProposedDebit[]) =>
  asAnswer<typeof directDebitProposal>({
    collectOn,
    notifiedOn,
    items: items.map(({ invoiceId, number, clientName, dueOn, amount, mandate, obstacle }) => ({
      ...{ invoiceId, number, clientName, dueOn, obstacle },
      amount: formatAmount(amount),
      mandateReference: mandate.reference,
    })),
  })

/** Collections as one user sees them: may they release? */
export async function directDebitOrdersPage(
  trx: Transaction,
  office: RequestOffice,
  userId: string,
  asked: PageQuery,
): Promise<Page<z.infer<typeof directDebitOrder>>> {
  const [beforeId] = cursorOf(asked, ['id']) ?? []
  const rows = await directDebitOrders(trx, office.officeId, { beforeId, limit: rowsOf(asked) })
  const names = await namesOf(
    trx,
    rows.flatMap(({ preparedBy, releasedBy }) => [preparedBy, releasedBy]),
  )
  return pageOf(
    rows,
    asked,
    ({ directDebitOrderId }) => [directDebitOrderId],
    ({ legalEntityId: _, paymentFileId: __, ...order }) => ({
      ...order,
      total: formatAmount(order.total),
      preparedBy: names.get(order.preparedBy) ?? order.preparedBy,
      preparedAt: order.preparedAt.toISOString(),
      releasedBy: order.releasedBy === null ? null : (names.get(order.releasedBy) ?? order.releasedBy),
      releasedAt: order.releasedAt?.toISOString() ?? null,
      mayRelease:
        order.state === 'prepared' && order.preparedBy !== userId && office.roles.includes('approver'),
    }),
  )
}

/** The collections of an order, and what became of each. */
export async function directDebitAnswers(
  trx: Transaction,
  officeId: string,
  orderId: string,
): Promise<z.infer<typeof directDebit>[]> {
  const debits = await debitsOfOrder(trx, officeId, orderId)
  return debits.map((debit) => ({
    invoiceId: debit.invoiceId,
    number: printedNumber({ series: debit.series, number: debit.serial }),
    clientName: debit.clientName,
    mandateReference: debit.mandateReference,
    amount: formatAmount(debit.amount),
    state: debit.outcome ?? (debit.collected ? 'collected' : 'waiting'),
    outcomeOn: debit.outcomeOn,
    outcomeReason: debit.outcomeReason,
  }))
}
