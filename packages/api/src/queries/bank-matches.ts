import { formatAmount } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { latestMatches } from '@samen/core/statements'
import type { z } from 'zod'
import type { receiptMatched } from '../answers/bank-matches.ts'
import type { Page } from '../answers/common.ts'
import type { PageQuery } from '../routes/route.ts'
import { namesOf } from './names.ts'
import { cursorOf, pageOf, rowsOf } from './page.ts'

/** Receipts that were given to invoices, the latest first. */
export async function matchesPage(
  trx: Transaction,
  officeId: string,
  query: PageQuery,
): Promise<Page<z.infer<typeof receiptMatched>>> {
  const after = cursorOf(query, ['id'])
  const rows = await latestMatches(trx, officeId, { limit: rowsOf(query), before: after?.[0] })
  const names = await namesOf(
    trx,
    rows.map(({ decidedBy }) => decidedBy),
  )
  return pageOf(
    rows,
    query,
    ({ bankMatchId }) => [bankMatchId],
    ({ clientId, clientName, amount, decidedBy, matchedAt, ...match }) => ({
      ...match,
      client: { clientId, name: clientName },
      amount: formatAmount(amount),
      decidedBy: names.get(decidedBy) ?? decidedBy,
      matchedAt: matchedAt.toISOString(),
    }),
  )
}
