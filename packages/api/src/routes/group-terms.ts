import {
  approveAdjustment,
  BUDGET_LINES_MAX,
  type GroupActor,
  type GroupAdjustment,
  groupAdjustments,
  HOLDING_METHODS,
  proposeAdjustment,
  readTerms,
  shareText,
  withdrawAdjustment,
  writeBudget,
  writeHolding,
  writeMargin,
  writeTolerance,
} from '@samen/core/consolidation'
import { formatAmount, fraction, GROUP_CHART, rate } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import type { Context } from 'hono'
import { z } from 'zod'
import { budgetWritten, groupAdjustment, groupTerms as termsAnswer } from '../answers/group-terms.ts'
import { namesOf } from '../queries/names.ts'
import type { Env } from '../services.ts'
import { inGroup } from './group.ts'
import {
  amountSchema,
  body,
  describe,
  idOf,
  periodSchema,
  routes,
  signedAmountSchema,
  slugSchema,
} from './route.ts'

const tags = ['Group']

const shareSchema = z
  .string()
  .max(40)
  .transform((text, context) => {
    const [, numerator, denominator] = /^(\d{1,9})\/([1-9]\d{0,8})$/.exec(text) ?? []
    if (numerator && denominator) return fraction(BigInt(numerator), BigInt(denominator))
    if (/^[01](\.\d{1,8})?$/.test(text)) return rate(text)
    context.addIssue({
      code: 'custom',
      message: 'a share is a fraction such as 3/4, or a decimal such as 0.75',
    })
    return z.NEVER
  })
  .meta({ examples: ['3/4'] })

/** What the group writes down, by which packs become its figures. */
export const groupTerms = routes()
  .get(
    '/terms',
    describe('How offices enter the figures, the tolerance, margins held within the group', termsAnswer, {
      tags,
    }),
    async (c) => c.json(await terms(c)),
  )
  .post(
    '/holdings',
    describe('Write by which method and share an office enters the figures from a month on', termsAnswer, {
      tags,
      status: 201,
    }),
    body(
      z.strictObject({
        office: slugSchema,
        period: periodSchema,
        method: z.enum(HOLDING_METHODS),
        share: shareSchema,
        acquiredNetAssets: signedAmountSchema.nullable().optional(),
      }),
    ),
    async (c) => {
      const { acquiredNetAssets = null, ...holding } = c.req.valid('json')
      await inGroup(c, (trx) => writeHolding(trx, actorOf(c), { ...holding, acquiredNetAssets }))
      return c.json(await terms(c), 201)
    },
  )
  .post(
    '/tolerances',
    describe('Write how far two offices may be apart from a month on', termsAnswer, { tags, status: 201 }),
    body(z.strictObject({ period: periodSchema, amount: amountSchema })),
    async (c) => {
      const tolerance = c.req.valid('json')
      await inGroup(c, (trx) => writeTolerance(trx, actorOf(c), tolerance))
      return c.json(await terms(c), 201)
    },
  )
  .post(
    '/margins',
    describe(
      'State a seller’s margin in what a buyer within the group holds, from a month on; zero ends it',
      termsAnswer,
      { tags, status: 201 },
    ),
    body(
      z.strictObject({
        seller: slugSchema,
        buyer: slugSchema,
        group: z.string().max(10),
        period: periodSchema,
        amount: signedAmountSchema,
        reason: z.string().min(1).max(300),
      }),
    ),
    async (c) => {
      const margin = c.req.valid('json')
      await inGroup(c, (trx) => writeMargin(trx, actorOf(c), margin))
      return c.json(await terms(c), 201)
    },
  )
  .get(
    '/adjustments',
    describe('Entries of the group’s own, the latest first', z.object({ items: z.array(groupAdjustment) }), {
      tags,
    }),
    async (c) => {
      const items = await inGroup(c, async (trx, officeId) =>
        adjustmentAnswers(trx, c.var.user.id, await groupAdjustments(trx, officeId, { limit: 200 })),
      )
      return c.json({ items })
    },
  )
  .post(
    '/adjustments',
    describe(
      'Propose an entry of the group’s own; it counts once another person approves it',
      groupAdjustment,
      {
        tags,
        status: 201,
      },
    ),
    body(
      z.strictObject({
        groupAdjustmentId: z.uuid().optional(),
        period: periodSchema,
        reverses: z.boolean(),
        title: z.string().min(1).max(200),
        reason: z.string().min(1).max(1_000),
        lines: z
          .array(z.strictObject({ group: z.string().max(10), amount: signedAmountSchema }))
          .min(2)
          .max(50),
      }),
    ),
    async (c) => {
      const { groupAdjustmentId, ...draft } = c.req.valid('json')
      const made = await adjusted(c, (trx, actor) =>
        proposeAdjustment(trx, actor, { ...draft, ...(groupAdjustmentId && { groupAdjustmentId }) }),
      )
      return c.json(made, 201)
    },
  )
  .post(
    '/adjustments/:id/approval',
    describe('Approve an entry as the second person: it is part of the figures', groupAdjustment, { tags }),
    async (c) => {
      const id = idOf(c.req.param('id'))
      return c.json(await adjusted(c, (trx, actor) => approveAdjustment(trx, actor, id)))
    },
  )
  .post(
    '/adjustments/:id/withdrawal',
    describe('Take back a proposal nobody approved', groupAdjustment, { tags }),
    async (c) => {
      const id = idOf(c.req.param('id'))
      return c.json(await adjusted(c, (trx, actor) => withdrawAdjustment(trx, actor, id)))
    },
  )
  .post(
    '/budgets',
    describe('Write what is planned per office, account of income or expense, and month', budgetWritten, {
      tags,
      status: 201,
    }),
    body(
      z.strictObject({
        lines: z
          .array(
            z.strictObject({
              office: slugSchema,
              group: z.string().max(10),
              period: periodSchema,
              amount: signedAmountSchema.meta({
                description: 'As in the figures: income is negative, expense positive',
              }),
            }),
          )
          .min(1)
          .max(BUDGET_LINES_MAX),
      }),
    ),
    async (c) => {
      const { lines } = c.req.valid('json')
      return c.json({ changed: await inGroup(c, (trx) => writeBudget(trx, actorOf(c), lines)) }, 201)
    },
  )

const actorOf = (c: Context<Env>): GroupActor => ({
  groupOfficeId: c.var.groupOffice.officeId,
  by: c.var.user.id,
  now: c.var.services.now(),
})

async function terms(c: Context<Env>): Promise<z.infer<typeof termsAnswer>> {
  const { holdings, tolerances, margins } = await inGroup(c, readTerms)
  return {
    currency: c.var.groupOffice.currency.trim(),
    accounts: Object.entries(GROUP_CHART).map(([group, name]) => ({ group, name })),
    holdings: holdings.map(({ office, from, method, share, acquiredNetAssets }) => ({
      office,
      from: from.slice(0, 7),
      method,
      share: shareText(share),
      acquiredNetAssets: acquiredNetAssets === null ? null : formatAmount(acquiredNetAssets),
    })),
    tolerances: tolerances.map(({ from, amount }) => ({
      from: from.slice(0, 7),
      amount: formatAmount(amount),
    })),
    margins: margins.map(({ from, amount, ...margin }) => ({
      ...margin,
      from: from.slice(0, 7),
      amount: formatAmount(amount),
    })),
  }
}

/** Adjustments as one person sees them: people by name, and may this one approve? */
async function adjustmentAnswers(
  trx: Transaction,
  userId: string,
  adjustments: readonly GroupAdjustment[],
): Promise<z.infer<typeof groupAdjustment>[]> {
  const names = await namesOf(
    trx,
    adjustments.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]),
  )
  return adjustments.map(
    ({ month: _, reversedIn, lines, proposedBy, proposedAt, decidedBy, decidedAt, ...rest }) => ({
      ...rest,
      reversedIn: reversedIn?.slice(0, 7) ?? null,
      lines: lines.map(({ group, amount }) => ({ group, amount: formatAmount(amount) })),
      proposedBy: names.get(proposedBy) ?? proposedBy,
      proposedAt: proposedAt.toISOString(),
      decidedBy: decidedBy && (names.get(decidedBy) ?? decidedBy),
      decidedAt: decidedAt?.toISOString() ?? null,
      mayApprove: rest.state === 'proposed' && proposedBy !== userId,
    }),
  )
}

/** Does something with one adjustment and answers it. */
async function adjusted(
  c: Context<Env>,
  act: (trx: Transaction, actor: GroupActor) => Promise<GroupAdjustment>,
): Promise<z.infer<typeof groupAdjustment>> {
  const [answer] = await inGroup(c, async (trx) =>
    adjustmentAnswers(trx, c.var.user.id, [await act(trx, actorOf(c))]),
  )
  return answer as z.infer<typeof groupAdjustment>
}
