import { formatAmount, type Identifier } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { type WaitingTransaction, waitingTransactions } from '@samen/core/statements'
import type { z } from 'zod'
import type { waitingTransaction } from '../answers/bank.ts'
import type { Page } from '../answers/common.ts'
import type { PageQuery } from '../routes/route.ts'
import { cursorOf, pageOf, rowsOf } from './page.ts'

/** What waits at the bank for a person, the oldest first, with suggestions. */
export async function workListPage(
  trx: Transaction,
  officeId: string,
  identifiers: readonly Identifier[],
  query: PageQuery,
): Promise<Page<z.infer<typeof waitingTransaction>>> {
  const after = cursorOf(query, ['day', 'id'])
  const rows = await waitingTransactions(trx, officeId, identifiers, {
    limit: rowsOf(query),
    after: after && { bookedOn: after[0] as string, bankTransactionId: after[1] as string },
  })
  return pageOf(rows, query, ({ bookedOn, bankTransactionId }) => [bookedOn, bankTransactionId], answerOf)
}

function answerOf({
  legalEntityId: _,
  amount,
  rest,
  instructedCurrency,
  instructedAmount,
  suggestions,
  ...transaction
}: WaitingTransaction): z.infer<typeof waitingTransaction> {
  return {
    ...transaction,
    amount: formatAmount(amount),
    waiting: formatAmount(rest),
    instructed:
      instructedCurrency === null || instructedAmount === null
        ? null
        : { currency: instructedCurrency, amount: formatAmount(instructedAmount) },
    suggestions: suggestions.map(({ clientId, clientName, confidence, facts, parts }) => ({
      client: { clientId, name: clientName },
      confidence,
      facts: [...facts],
      parts: parts.map(({ invoice, amount: part }) => ({
        invoiceId: invoice.invoiceId,
        number: invoice.number,
        dueOn: invoice.dueOn,
        open: formatAmount(invoice.open),
        amount: formatAmount(part),
        billed: invoice.billed && {
          currency: invoice.billed.currency,
          open: formatAmount(invoice.billed.open),
        },
      })),
    })),
  }
}
