import {
  askReopening,
  authorityMonths,
  closeChecklist,
  confirmReopening,
  lockMonth,
  type MonthEvent,
  type MonthState,
  monthEvents,
  monthStates,
  withdrawReopening,
} from '@samen/core/closes'
import { formatAmount } from '@samen/core/country'
import { z } from 'zod'
import { monthReview, monthState, months as monthsAnswer } from '../answers/months.ts'
import { only, STAFF } from '../auth/rights.ts'
import { body, contextOf, describe, periodSchema, routes, work } from './route.ts'

const tags = ['Funds and books']
const because = body(z.strictObject({ reason: z.string().min(1).max(300) }))

/** What a month may still take, who decided that, and what stands open in it. */
export const months = routes()
  .get(
    '/months',
    only(...STAFF),
    describe('The months and whether they are open, locked or closed, the latest first', monthsAnswer, {
      tags,
    }),
    async (c) => {
      const states = await work(c, (trx) => monthStates(trx, c.var.office.officeId))
      return c.json({ items: states.map((one) => stateAnswer(one, c.var.user.id)) })
    },
  )
  .get(
    '/months/:period',
    only(...STAFF),
    describe(
      'A month before it is closed: what stands open, and what is owed to each authority',
      monthReview,
      {
        tags,
      },
    ),
    async (c) => {
      const period = periodSchema.parse(c.req.param('period'))
      const context = contextOf(c)
      const { officeId } = context
      const first = `${period}-01`
      const found = await work(c, async (trx) => ({
        state: (await monthStates(trx, officeId)).find((month) => month.period === period) ?? {
          period,
          state: 'open' as const,
          asked: null,
        },
        checklist: await closeChecklist(trx, context, first),
        authorities: await authorityMonths(trx, context, first),
        events: await monthEvents(trx, officeId, period),
      }))
      return c.json({
        ...stateAnswer(found.state, c.var.user.id),
        currency: c.var.office.currency,
        checklist: found.checklist.map(({ code, blocks, count, detail }) => ({
          code,
          blocks,
          count,
          detail,
        })),
        authorities: found.authorities.map(({ code, name, kind, number, ...amounts }) => ({
          code,
          name,
          kind,
          number,
          opening: formatAmount(amounts.opening),
          payslips: formatAmount(amounts.payslips),
          booked: formatAmount(amounts.booked),
          other: formatAmount(amounts.other),
          closing: formatAmount(amounts.closing),
        })),
        events: found.events.map(eventAnswer),
      })
    },
  )
  .post(
    '/months/:period/lock',
    only('finance'),
    describe('Lock a month for everything but reversals and corrections', monthState, { tags }),
    because,
    async (c) => {
      const period = periodSchema.parse(c.req.param('period'))
      const { reason } = c.req.valid('json')
      const state = await work(c, (trx) => lockMonth(trx, contextOf(c), { period, locked: true, reason }))
      return c.json(stateAnswer(state, c.var.user.id))
    },
  )
  .post(
    '/months/:period/unlocking',
    only('finance'),
    describe('Take that lock off', monthState, { tags }),
    because,
    async (c) => {
      const period = periodSchema.parse(c.req.param('period'))
      const { reason } = c.req.valid('json')
      const state = await work(c, (trx) => lockMonth(trx, contextOf(c), { period, locked: false, reason }))
      return c.json(stateAnswer(state, c.var.user.id))
    },
  )
  .post(
    '/months/:period/reopening',
    only('finance'),
    describe('Ask that the latest closed month be opened again; a second person decides', monthState, {
      tags,
      status: 201,
    }),
    because,
    async (c) => {
      const period = periodSchema.parse(c.req.param('period'))
      const { reason } = c.req.valid('json')
      const state = await work(c, (trx) => askReopening(trx, contextOf(c), { period, reason }))
      return c.json(stateAnswer(state, c.var.user.id), 201)
    },
  )
  .post(
    '/months/:period/reopening/confirmation',
    only('approver', 'finance'),
    describe('Open a closed month again as the second person', monthState, { tags }),
    async (c) => {
      const period = periodSchema.parse(c.req.param('period'))
      return c.json(
        stateAnswer(await confirmReopening(c.var.services.db, contextOf(c), { period }), c.var.user.id),
      )
    },
  )
  .post(
    '/months/:period/reopening/withdrawal',
    only('approver', 'finance'),
    describe('Leave a month closed after all', monthState, { tags }),
    async (c) => {
      const period = periodSchema.parse(c.req.param('period'))
      return c.json(
        stateAnswer(await work(c, (trx) => withdrawReopening(trx, contextOf(c), { period })), c.var.user.id),
      )
    },
  )

const eventAnswer = ({ eventId, kind, by, reason, at }: MonthEvent) => ({
  eventId,
  kind,
  by,
  reason,
  at: at.toISOString(),
})

const stateAnswer = ({ period, state, asked }: MonthState, userId: string): z.infer<typeof monthState> => ({
  period,
  state,
  asked: asked && { ...eventAnswer(asked), mayConfirm: asked.by !== userId },
})
