import { CURRENCY_DECIMALS, formatAmount } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import {
  confirmWindUp,
  finishWindUp,
  isSettled,
  proposeWindUp,
  unsettled,
  windUpOf,
  withdrawWindUp,
} from '@samen/core/wind-up'
import { z } from 'zod'
import { windUp as answer } from '../answers/wind-up.ts'
import { only, STAFF } from '../auth/rights.ts'
import { namesOf } from '../queries/names.ts'
import { body, contextOf, daySchema, describe, type OfficeRequest, routes, work } from './route.ts'

const tags = ['Funds and books']

/** An office ends: its assembly's decision, a second person, what is left to settle, and the end. */
export const windUpRoutes = routes()
  .get(
    '/wind-up',
    only(...STAFF),
    describe('Whether the office is being wound up, and what is not settled yet', answer, { tags }),
    async (c) => c.json(await work(c, (trx) => seen(c, trx))),
  )
  .post(
    '/wind-up',
    only('finance'),
    describe('Write down that the assembly ends the office', answer, { tags, status: 201 }),
    body(
      z.strictObject({
        decidedOn: daySchema,
        endsOn: daySchema,
        minutes: z.string().max(500).meta({ description: 'Where the minutes say so' }),
      }),
    ),
    async (c) => {
      const decision = c.req.valid('json')
      const written = await work(c, async (trx) => {
        await proposeWindUp(trx, contextOf(c), decision)
        return seen(c, trx)
      })
      return c.json(written, 201)
    },
  )
  .post(
    '/wind-up/confirmation',
    only('approver', 'finance'),
    describe('Confirm it as the second person: from then on no job goes on after the last day', answer, {
      tags,
    }),
    async (c) => {
      await confirmWindUp(c.var.services.db, contextOf(c))
      return c.json(await work(c, (trx) => seen(c, trx)))
    },
  )
  .post(
    '/wind-up/withdrawal',
    only('approver', 'finance'),
    describe('Take it back, before it is finished', answer, { tags }),
    async (c) => {
      const withdrawn = await work(c, async (trx) => {
        await withdrawWindUp(trx, contextOf(c))
        return seen(c, trx)
      })
      return c.json(withdrawn)
    },
  )
  .post(
    '/wind-up/completion',
    only('finance'),
    describe(
      'End the office for good, once everything is settled: it can only be read from then on',
      answer,
      {
        tags,
      },
    ),
    async (c) => {
      await finishWindUp(c.var.services.db, contextOf(c))
      return c.json(await work(c, (trx) => seen(c, trx)))
    },
  )

async function seen(c: OfficeRequest, trx: Transaction): Promise<z.infer<typeof answer>> {
  const context = contextOf(c)
  const found = await windUpOf(trx, context.officeId)
  const names = await namesOf(trx, found ? [found.proposedBy, found.confirmedBy] : [])
  const nameOf = (by: string) => names.get(by) ?? by
  const left = await unsettled(trx, context)
  return {
    windUp: found
      ? {
          ...found,
          proposedBy: nameOf(found.proposedBy),
          confirmedBy: found.confirmedBy && nameOf(found.confirmedBy),
        }
      : null,
    lastDayIsOver: found !== undefined && context.today > found.endsOn,
    isSettled: isSettled(left),
    unsettled: {
      checks: left.checks.map(({ code, count, detail }) => ({ code, count, detail })),
      openJobs: left.openJobs,
      openMonths: { count: left.openMonths.count, first: left.openMonths.first?.slice(0, 7) ?? null },
      waitingPacks: left.waitingPacks,
      lastPackMissing: left.lastPackMissing,
      balances: left.balances.map(({ amount, ...one }) => ({
        ...one,
        amount: formatAmount(amount, CURRENCY_DECIMALS[one.currency] ?? 2),
      })),
    },
  }
}
