import { formatAmount } from '@samen/core/country'
import { balancesOf } from '@samen/core/ledger'
import { sql } from 'kysely'
import { z } from 'zod'
import { officeActivity } from '../answers/activities.ts'
import { page } from '../answers/common.ts'
import { only, STAFF } from '../auth/rights.ts'
import { cursorOf, pageOf, rowsOf } from '../queries/page.ts'
import { describe, pageQuery, query, routes, work } from './route.ts'

/** The activities of an office and what each may spend. */
export const activities = routes().get(
  '/activities',
  only(...STAFF),
  describe('Activities and their budgets, the latest opened first', page(officeActivity), {
    tags: ['Funds and books'],
  }),
  query(pageQuery.extend({ search: z.string().max(200).optional() })),
  async (c) => {
    const asked = c.req.valid('query')
    const [after] = cursorOf(asked, ['id']) ?? []
    const { officeId, currency } = c.var.office
    const found = await work(c, async (trx) => {
      const { rows } = await sql<{ activityId: string; name: string; kind: 'single' | 'team' }>`
        select activity_id as "activityId", name, kind from samen.activity
         where office_id = ${officeId}
           and (${after ?? null}::uuid is null or activity_id < ${after ?? null}::uuid)
           and (${asked.search ?? null}::text is null or strpos(lower(name), lower(${asked.search ?? ''})) > 0)
         order by activity_id desc limit ${rowsOf(asked)}`.execute(trx)
      const held = await balancesOf(
        trx,
        'activity-budget',
        rows.map(({ activityId }) => activityId),
      )
      const budgets = new Map(
        held.filter((one) => one.currency === currency).map(({ subject, net }) => [subject, -net]),
      )
      return rows.map((row) => ({ ...row, budget: formatAmount(budgets.get(row.activityId) ?? 0n) }))
    })
    return c.json(
      pageOf(
        found,
        asked,
        ({ activityId }) => [activityId],
        (row) => row,
      ),
    )
  },
)
