import { addDays, formatAmount, formatPercent, percent, type Rate } from '@samen/core/country'
import { newId } from '@samen/core/database'
import {
  addAllocationRule,
  addBoundsRule,
  approveTransfer,
  type FundTransfer,
  listAllocationRules,
  listBoundsRules,
  listTransfers,
  openOwnFund,
  previewAllocation,
  proposeTransfer,
  withdrawTransfer,
} from '@samen/core/funds'
import { invalid } from '@samen/core/problem'
import { z } from 'zod'
import { allocationPreview, fundRules, fundTransfer, ownFund } from '../answers/fund-decisions.ts'
import { only, STAFF } from '../auth/rights.ts'
import { amountSchema, body, contextOf, daySchema, describe, idOf, routes, work } from './route.ts'

const tags = ['Funds and books']

const FUNDS_MAX = 20
const shares = z
  .array(
    z.strictObject({
      fundId: z.uuid(),
      percent: z
        .string()
        .regex(/^\d{1,3}(\.\d{1,6})?$/, 'a percentage is written 50 or 12.5')
        .transform(percent),
    }),
  )
  .min(1)
  .max(FUNDS_MAX)
const bounds = z
  .array(
    z.strictObject({
      fundId: z.uuid(),
      floor: amountSchema,
      cap: amountSchema.nullable(),
      priority: z.int().min(1).max(99),
    }),
  )
  .max(FUNDS_MAX)

export const fundDecisions = routes()
  .get(
    '/funds/rules',
    only('member', ...STAFF),
    describe('How levies are split, and how full the funds should be, from which day on', fundRules, {
      tags,
    }),
    async (c) => {
      const { currency } = c.var.office
      const [rules, floors] = await work(c, async (trx) => [
        await listAllocationRules(trx),
        await listBoundsRules(trx),
      ])
      return c.json({
        currency,
        rules: rules
          .filter((rule) => rule.currency === currency)
          .map(({ from, shares }) => ({
            from,
            shares: shares.map(({ fundId, share }) => ({ fundId, percent: formatPercent(share) })),
          })),
        bounds: floors
          .filter((rule) => rule.currency === currency)
          .map(({ from, bounds }) => ({
            from,
            bounds: bounds.map(({ floor, cap, ...rest }) => ({
              ...rest,
              floor: formatAmount(floor),
              cap: cap === null ? null : formatAmount(cap),
            })),
          })),
      })
    },
  )
  .post(
    '/funds/rules/preview',
    only(...STAFF),
    describe(
      'Try a rule on the real levies of a period (the last year unless told); writes nothing',
      allocationPreview,
      {
        tags,
      },
    ),
    body(
      z.strictObject({
        shares,
        bounds: bounds.optional(),
        from: daySchema.optional(),
        to: daySchema.optional(),
      }),
    ),
    async (c) => {
      const { currency } = c.var.office
      const { today } = contextOf(c)
      const asked = c.req.valid('json')
      const { to = today } = asked
      const { from = addDays(to, -364) } = asked
      const preview = await work(c, (trx) =>
        previewAllocation(trx, {
          rule: { currency, from: today, shares: ruleShares(asked.shares) },
          from,
          to,
          ...(asked.bounds && { bounds: asked.bounds }),
        }),
      )
      const amounts = (sums: ReadonlyMap<string, bigint>) =>
        [...sums].map(([fundId, amount]) => ({ fundId, amount: formatAmount(amount) }))
      return c.json({
        currency,
        from,
        to,
        levies: preview.levies,
        total: formatAmount(preview.total),
        funds: preview.funds.map(({ fundId, kind, name, got, would, difference, availableThen }) => ({
          fundId,
          code: kind,
          name,
          got: formatAmount(got),
          would: formatAmount(would),
          difference: formatAmount(difference),
          availableThen: formatAmount(availableThen),
        })),
        months: preview.months.map(({ got, would, ...rest }) => ({
          ...rest,
          got: formatAmount(got),
          would: formatAmount(would),
        })),
        moves: preview.levelling.moves.map(({ amount, ...rest }) => ({
          ...rest,
          amount: formatAmount(amount),
        })),
        missing: amounts(preview.levelling.missing),
        over: amounts(preview.levelling.over),
      })
    },
  )
  .post(
    '/funds/rules',
    only('finance'),
    describe(
      'Write how levies are split from a day to come on, and how full the funds should be',
      fundRules,
      {
        tags,
        status: 201,
      },
    ),
    body(z.strictObject({ from: daySchema, shares, bounds: bounds.optional() })),
    async (c) => {
      const { currency } = c.var.office
      const { from, ...asked } = c.req.valid('json')
      if (from <= contextOf(c).today)
        throw invalid(
          'from',
          'A rule takes force on a day to come: the levies until today are split already.',
        )
      await work(c, async (trx) => {
        await addAllocationRule(trx, { currency, from, shares: ruleShares(asked.shares) })
        if (asked.bounds?.length) await addBoundsRule(trx, { currency, from, bounds: asked.bounds })
      })
      return c.json(
        {
          currency,
          rules: [
            {
              from,
              shares: asked.shares.map(({ fundId, percent: share }) => ({
                fundId,
                percent: formatPercent(share),
              })),
            },
          ],
          bounds: asked.bounds?.length
            ? [
                {
                  from,
                  bounds: asked.bounds.map(({ floor, cap, ...rest }) => ({
                    ...rest,
                    floor: formatAmount(floor),
                    cap: cap === null ? null : formatAmount(cap),
                  })),
                },
              ]
            : [],
        },
        201,
      )
    },
  )
  .post(
    '/funds',
    only('finance'),
    describe('Open a fund of the office’s own', ownFund, { tags, status: 201 }),
    body(z.strictObject({ name: z.string().min(1).max(200), fundId: z.uuid().optional() })),
    async (c) => {
      const { currency } = c.var.office
      const { name, fundId = newId() } = c.req.valid('json')
      const fund = await work(c, (trx) => openOwnFund(trx, { fundId, name, currency }))
      return c.json({ fundId, code: fund.kind, name: fund.name, currency }, 201)
    },
  )
  .get(
    '/funds/transfers',
    only(...STAFF),
    describe(
      'What assemblies moved between funds, the latest first',
      z.object({ items: z.array(fundTransfer) }),
      {
        tags,
      },
    ),
    async (c) => {
      const items = await work(c, (trx) => listTransfers(trx, c.var.office.officeId))
      return c.json({ items: items.map((one) => transferAnswer(one, c.var.user.id)) })
    },
  )
  .post(
    '/funds/transfers',
    only('finance'),
    describe('Write down a transfer an assembly decided; a second person approves it', fundTransfer, {
      tags,
      status: 201,
    }),
    body(
      z.strictObject({
        fromFundId: z.uuid(),
        toFundId: z.uuid(),
        amount: amountSchema,
        decidedOn: daySchema,
        minutes: z.string().min(1).max(300),
      }),
    ),
    async (c) => {
      const draft = c.req.valid('json')
      return c.json(
        transferAnswer(await work(c, (trx) => proposeTransfer(trx, contextOf(c), draft)), c.var.user.id),
        201,
      )
    },
  )
  .post(
    '/funds/transfers/:id/approval',
    only('approver', 'finance'),
    describe('Approve a transfer as the second person: it is posted', fundTransfer, { tags }),
    async (c) => {
      const id = idOf(c.req.param('id'))
      return c.json(
        transferAnswer(await work(c, (trx) => approveTransfer(trx, contextOf(c), id)), c.var.user.id),
      )
    },
  )
  .post(
    '/funds/transfers/:id/withdrawal',
    only('approver', 'finance'),
    describe('Take back a transfer nobody approved', fundTransfer, { tags }),
    async (c) => {
      const id = idOf(c.req.param('id'))
      return c.json(
        transferAnswer(await work(c, (trx) => withdrawTransfer(trx, contextOf(c), id)), c.var.user.id),
      )
    },
  )

const ruleShares = (given: readonly { fundId: string; percent: Rate }[]) =>
  given.map(({ fundId, percent: share }) => ({ fundId, share }))

function transferAnswer(transfer: FundTransfer, userId: string): z.infer<typeof fundTransfer> {
  const { fundTransferId, fromFundId, toFundId, currency, amount, decidedOn, minutes, state } = transfer
  const { proposedBy, proposedAt, approvedBy, approvedAt, effectiveOn } = transfer
  return {
    fundTransferId,
    fromFundId,
    toFundId,
    currency,
    amount: formatAmount(amount),
    decidedOn,
    minutes,
    state,
    proposedBy,
    proposedAt: proposedAt.toISOString(),
    approvedBy,
    approvedAt: approvedAt?.toISOString() ?? null,
    mayApprove: state === 'proposed' && proposedBy !== userId,
    effectiveOn,
  }
}
