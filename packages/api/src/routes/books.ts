import { closeMonth } from '@samen/core/closes'
import { formatAmount, monthOf } from '@samen/core/country'
import { accountEntries } from '@samen/core/ledger'
import { deliverPacks, packs, type SealedPack } from '@samen/core/packs'
import { z } from 'zod'
import { close, exposure, fundsOverview, ledgerEntry, trialBalance } from '../answers/books.ts'
import { fundCockpit, pool } from '../answers/cockpit.ts'
import { page } from '../answers/common.ts'
import { only, STAFF } from '../auth/rights.ts'
import { push } from '../federation/push.ts'
import { exposureOf, fundsOverviewOf, trialBalanceOf } from '../queries/books.ts'
import { cockpitOf, poolOf } from '../queries/cockpit.ts'
import { cursorOf, pageOf, rowsOf } from '../queries/page.ts'
import { body, contextOf, describe, pageQuery, periodSchema, query, routes, work } from './route.ts'

const tags = ['Funds and books']

export const books = routes()
  .get(
    '/funds',
    only(...STAFF),
    describe('The mutualised funds and their movements by month', fundsOverview, { tags }),
    async (c) => {
      const { officeId, currency } = c.var.office
      return c.json(await work(c, (trx) => fundsOverviewOf(trx, officeId, currency)))
    },
  )
  .get(
    '/pool',
    only('member', ...STAFF),
    describe('The funds as every member sees them, figures of fewer than five people withheld', pool, {
      tags,
    }),
    async (c) => {
      const { officeId, currency } = c.var.office
      const { today } = contextOf(c)
      return c.json(await work(c, (trx) => poolOf(trx, officeId, currency, today)))
    },
  )
  .get(
    '/funds/cockpit',
    only(...STAFF),
    describe('The guarantee fund as a board steers it: risk, history, and cash day by day', fundCockpit, {
      tags,
    }),
    async (c) => {
      const { currency } = c.var.office
      const { today } = contextOf(c)
      return c.json(await work(c, (trx) => cockpitOf(trx, currency, today)))
    },
  )
  .get(
    '/funds/exposure',
    only(...STAFF),
    describe('What the guarantee fund has advanced, by client', exposure, { tags }),
    async (c) => {
      const { officeId, currency } = c.var.office
      return c.json(await work(c, (trx) => exposureOf(trx, officeId, currency)))
    },
  )
  .get(
    '/ledger/trial-balance',
    only(...STAFF),
    describe('The trial balance of a month', trialBalance, { tags }),
    query(z.object({ period: periodSchema })),
    async (c) => {
      const { period } = c.req.valid('query')
      return c.json(await work(c, (trx) => trialBalanceOf(trx, period, c.var.office.currency)))
    },
  )
  .get(
    '/ledger/accounts/:account/entries',
    only(...STAFF),
    describe('The entries of an account, in the order of recording', page(ledgerEntry), { tags }),
    query(pageQuery.extend({ period: periodSchema.optional(), subject: z.uuid().optional() })),
    async (c) => {
      const asked = c.req.valid('query')
      const month = asked.period ? monthOf(`${asked.period}-01`) : undefined
      const [transactionId, entryNo] = cursorOf(asked, ['id', 'number']) ?? []
      const rows = await work(c, (trx) =>
        accountEntries(trx, {
          account: c.req.param('account') ?? '',
          limit: rowsOf(asked),
          ...(asked.subject && { subject: asked.subject }),
          ...(month && { effectiveFrom: month.from, effectiveTo: month.to }),
          ...(transactionId && {
            after: { transactionId, entryNo: Number(entryNo) },
          }),
        }),
      )
      const answer = pageOf(
        rows,
        asked,
        (row) => [row.transactionId, String(row.entryNo)],
        ({
          transactionId,
          entryNo,
          effectiveOn,
          recordedAt,
          kind,
          description,
          subject,
          amount,
          currency,
        }) => ({
          transactionId,
          entryNo,
          effectiveOn,
          recordedAt: recordedAt.toISOString(),
          kind,
          description,
          subject,
          amount: formatAmount(amount),
          currency,
        }),
      )
      return c.json(answer)
    },
  )
  .get(
    '/closes',
    only(...STAFF),
    describe('Closed periods and their packs, newest first', page(close), { tags }),
    query(pageQuery),
    async (c) => {
      const asked = c.req.valid('query')
      const [before] = cursorOf(asked, ['number']) ?? []
      const all = await work(c, (trx) => packs(trx, c.var.office.officeId, { limit: PACKS_MAX }))
      const rows = all.filter(({ packNo }) => before === undefined || packNo < Number(before))
      return c.json(
        pageOf(
          rows,
          asked,
          (row) => [String(row.packNo)],
          (pack) => closeAnswer(pack),
        ),
      )
    },
  )
  .post(
    '/closes',
    only('finance'),
    describe('Verify the ledger, close a period and seal its pack for the group', close, {
      tags,
      status: 201,
    }),
    body(z.strictObject({ period: periodSchema })),
    async (c) => {
      const { db, log } = c.var.services
      const { officeId } = c.var.office
      const { period } = c.req.valid('json')
      const { warnings } = await closeMonth(db, contextOf(c), { period })
      // The pack waits in the outbox whatever happens here: the delivery job tries again.
      await deliverPacks(db, officeId, { push }).catch((error) =>
        log.warn({ requestId: c.var.requestId, error: String(error) }, 'a pack was not delivered yet'),
      )
      const [pack] = await work(c, (trx) => packs(trx, officeId, { period }))
      return c.json(closeAnswer(pack as SealedPack, warnings), 201)
    },
  )

/** A pack a month: more than a lifetime of them. */
const PACKS_MAX = 1_200

function closeAnswer(
  {
    packNo,
    period,
    hash,
    previousHash,
    sealedAt,
    deliveredAt,
    supersedes,
    supersededBy,
    receipt,
    refusal,
  }: SealedPack,
  warnings: readonly { code: string; count: number; detail: string }[] = [],
): z.infer<typeof close> {
  return {
    packNo,
    period,
    hash,
    previousHash,
    sealedAt: sealedAt.toISOString(),
    deliveredAt: deliveredAt?.toISOString() ?? null,
    supersedes,
    supersededBy,
    receivedAt: receipt?.receivedAt ?? null,
    refusal: deliveredAt ? null : refusal,
    warnings: warnings.map(({ code, count, detail }) => ({ code, count, detail })),
  }
}
