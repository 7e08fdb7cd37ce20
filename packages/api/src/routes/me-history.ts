import { canonicalJson, type Json } from '@samen/core/canonical'
import { memberHistory } from '@samen/core/member-history'
import { only } from '../auth/rights.ts'
import { contextOf, describe, memberOf, routes, work } from './route.ts'

/** A member takes their history along, whatever becomes of the office. */
export const meHistory = routes().get(
  '/me/history',
  only('member'),
  describe(
    'Your whole history here, signed by the office: shares, jobs, every payslip with its lines',
    undefined,
    {
      tags: ['Member'],
      media: {
        'application/json':
          'format samen-member-history-1, with the office’s signature and keys; `samen office member-history --read` checks it',
      },
    },
  ),
  async (c) => {
    const context = contextOf(c)
    const signed = await work(c, (trx) => memberHistory(trx, context, memberOf(c)))
    return c.body(canonicalJson(signed as unknown as Json), 200, {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="history-${c.var.office.slug}-${context.today}.json"`,
    })
  },
)
