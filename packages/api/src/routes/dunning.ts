import { formatAmount } from '@samen/core/country'
import {
  AGEING_DAYS,
  addDunningRule,
  ageing,
  bookLatePayment,
  type DunningRule,
  decideLimit,
  dunningLetters,
  dunningProposal,
  dunningRules,
  LETTERS_MAX,
  LEVELS_MAX,
  ORDINARY_RULE,
  rateClients,
  recordStep,
  sendDunning,
} from '@samen/core/dunning'
import { Problem } from '@samen/core/problem'
import { z } from 'zod'
import {
  ageing as ageingAnswer,
  clientRatings,
  clientRisk,
  dunningLetter,
  dunningSent,
  lateReceipt,
  dunningProposal as proposalAnswer,
  recordedStep,
  dunningRules as rulesAnswer,
} from '../answers/dunning.ts'
import { only, STAFF } from '../auth/rights.ts'
import {
  clientRiskAnswer,
  historyAnswer,
  letterAnswer,
  letterToPrint,
  proposedLetter,
  stepAnswer,
} from '../queries/dunning.ts'
import {
  amountSchema,
  body,
  contextOf,
  daySchema,
  describe,
  idOf,
  pdfAnswer,
  query,
  routes,
  work,
} from './route.ts'

const tags = ['Clients who do not pay']

/** Decisions that end what an office does for a client: not for one person at the desk alone. */
const GRAVE: readonly string[] = ['hand-over', 'taken-back', 'insolvency', 'claim-filed']

const stepBody = z.strictObject({
  kind: z.enum([
    'promise',
    'dispute',
    'dispute-settled',
    'hand-over',
    'taken-back',
    'insolvency',
    'claim-filed',
  ]),
  invoiceId: z.uuid().optional(),
  happenedOn: daySchema,
  amount: amountSchema.optional(),
  untilOn: daySchema.optional(),
  reason: z.string().max(300),
  collectionStepId: z.uuid().optional().meta({ description: 'Makes telling it twice write it once' }),
})

export const dunning = routes()
  .get(
    '/dunning/ageing',
    only(...STAFF),
    describe('What clients owe by how late it is, those that owe most first', ageingAnswer, { tags }),
    query(
      z.object({
        limit: z
          .string()
          .regex(/^\d{1,3}$/, 'a limit is a whole number')
          .transform(Number)
          .optional(),
      }),
    ),
    async (c) => {
      const { officeId, today } = contextOf(c)
      const { currency } = c.var.office
      const { limit = 50 } = c.req.valid('query')
      const found = await work(c, (trx) => ageing(trx, officeId, { today, currency, limit }))
      return c.json({
        today,
        currency,
        total: formatAmount(found.total),
        debtors: found.debtors,
        buckets: found.buckets.map(({ amount, invoices }, at) => ({
          fromDays: AGEING_DAYS[at] ?? null,
          amount: formatAmount(amount),
          invoices,
        })),
        clients: found.clients.map(({ buckets, total, rating, ...client }) => ({
          ...client,
          rating: rating as z.infer<typeof clientRisk>['rating'],
          buckets: buckets.map((amount) => formatAmount(amount)),
          total: formatAmount(total),
        })),
      } satisfies z.infer<typeof ageingAnswer>)
    },
  )
  .get(
    '/dunning/proposal',
    only(...STAFF),
    describe('The letters that are due today; writes nothing', proposalAnswer, { tags }),
    async (c) => {
      const context = contextOf(c)
      const letters = await work(c, (trx) => dunningProposal(trx, context))
      return c.json({ today: context.today, letters: letters.map(proposedLetter) })
    },
  )
  .post(
    '/dunning/runs',
    only('approver', 'finance'),
    describe('Approve letters: they go to the outbox, each once', dunningSent, { tags, status: 201 }),
    body(
      z.strictObject({
        letters: z
          .array(
            z.strictObject({
              clientId: z.uuid(),
              legalEntityId: z.uuid(),
              level: z.int().min(1).max(LEVELS_MAX),
            }),
          )
          .min(1)
          .max(LETTERS_MAX),
      }),
    ),
    async (c) => {
      const { letters: chosen } = c.req.valid('json')
      const sent = await work(c, (trx) => sendDunning(trx, contextOf(c), chosen))
      return c.json({ ...sent, letters: sent.letters.map(letterAnswer) }, 201)
    },
  )
  .get(
    '/dunning/letters',
    only(...STAFF),
    describe('Letters sent, the latest first', z.object({ items: z.array(dunningLetter) }), { tags }),
    query(z.object({ clientId: z.uuid().optional() })),
    async (c) => {
      const { clientId } = c.req.valid('query')
      const items = await work(c, (trx) =>
        dunningLetters(trx, c.var.office.officeId, clientId === undefined ? {} : { clientId }),
      )
      return c.json({ items: items.map(letterAnswer) })
    },
  )
  .get(
    '/dunning/letters/:id/pdf',
    only(...STAFF),
    describe("The letter on paper, in the client's language", undefined, {
      tags,
      media: { 'application/pdf': 'PDF/A-3b' },
    }),
    async (c) =>
      pdfAnswer(
        c,
        await work(c, (trx) => letterToPrint(trx, c.var.office.officeId, idOf(c.req.param('id')))),
      ),
  )
  .get(
    '/dunning/rules',
    only(...STAFF),
    describe('When the office reminds, from which day on', rulesAnswer, { tags }),
    async (c) => {
      const rules = await work(c, (trx) => dunningRules(trx, c.var.office.officeId))
      return c.json({ currency: c.var.office.currency, rules: [ORDINARY_RULE, ...rules].map(ruleAnswer) })
    },
  )
  .post(
    '/dunning/rules',
    only('finance'),
    describe('Decide when the office reminds from a day on', rulesAnswer, { tags, status: 201 }),
    body(
      z.strictObject({
        from: daySchema,
        levels: z
          .array(z.strictObject({ daysAfterDue: z.int().min(1).max(365), fee: amountSchema }))
          .min(1)
          .max(LEVELS_MAX),
        recoveryCost: amountSchema.nullable().optional(),
      }),
    ),
    async (c) => {
      const { recoveryCost = null, ...given } = c.req.valid('json')
      const rule = await work(c, (trx) => addDunningRule(trx, contextOf(c), { ...given, recoveryCost }))
      return c.json({ currency: c.var.office.currency, rules: [ruleAnswer(rule)] }, 201)
    },
  )
  .post(
    '/dunning/ratings',
    only('approver', 'finance'),
    describe('Rate every client anew from how it paid', clientRatings, { tags }),
    async (c) => {
      const { rated, changed } = await work(c, (trx) => rateClients(trx, contextOf(c)))
      return c.json({
        rated,
        changed: changed.map(({ clientId, before, rating, ...rest }) => ({
          ...{ clientId, before, rating },
          ...historyAnswer(rest),
        })),
      })
    },
  )
  .get(
    '/clients/:id/risk',
    only(...STAFF),
    describe('How a client pays, what it owes with interest, what may be lent on it and why', clientRisk, {
      tags,
    }),
    async (c) => {
      const clientId = idOf(c.req.param('id'))
      return c.json(
        await work(c, (trx) => clientRiskAnswer(trx, contextOf(c), c.var.office.currency, clientId)),
      )
    },
  )
  .post(
    '/clients/:id/collection-steps',
    only(...STAFF),
    describe(
      'Write down a promise, a dispute, a hand-over, an insolvency or a claim filed; an insolvency writes off what is open',
      recordedStep,
      { tags, status: 201 },
    ),
    body(stepBody),
    async (c) => {
      const draft = c.req.valid('json')
      const { roles } = c.var.office
      if (GRAVE.includes(draft.kind) && !roles.some((role) => role === 'approver' || role === 'finance'))
        throw new Problem('forbidden', 'This needs the right approver or finance in the office.')
      const clientId = idOf(c.req.param('id'))
      const { step, writtenOff } = await work(c, (trx) =>
        recordStep(trx, contextOf(c), { ...draft, clientId }),
      )
      return c.json(
        {
          step: stepAnswer(step),
          writtenOff: writtenOff?.writtenOff.length ?? 0,
          postponed: writtenOff?.postponed.map(({ contractReference }) => contractReference) ?? [],
        },
        201,
      )
    },
  )
  .post(
    '/clients/:id/limits',
    only('approver', 'finance'),
    describe(
      'Decide how much may be lent on a client, or write down what an insurer covers until when',
      clientRisk,
      {
        tags,
        status: 201,
      },
    ),
    body(
      z.strictObject({
        kind: z.enum(['decided', 'insured']),
        amount: amountSchema,
        untilOn: daySchema.optional(),
        reason: z.string().max(200).meta({ description: 'Why; of a cover, who insures' }),
      }),
    ),
    async (c) => {
      const clientId = idOf(c.req.param('id'))
      const { untilOn = null, ...given } = c.req.valid('json')
      const answer = await work(c, async (trx) => {
        await decideLimit(trx, contextOf(c), clientId, { ...given, untilOn })
        return clientRiskAnswer(trx, contextOf(c), c.var.office.currency, clientId)
      })
      return c.json(answer, 201)
    },
  )
  .post(
    '/bank-transactions/:id/late-payment',
    only('staff', 'approver', 'finance'),
    describe(
      'Say that a receipt paid interest and costs of a late invoice: only now are they booked',
      lateReceipt,
      {
        tags,
        status: 201,
      },
    ),
    body(z.strictObject({ invoiceId: z.uuid(), amount: amountSchema.optional() })),
    async (c) => {
      const bankTransactionId = idOf(c.req.param('id'))
      const { invoiceId, amount } = c.req.valid('json')
      const booked = await work(c, (trx) =>
        bookLatePayment(trx, contextOf(c), { bankTransactionId, invoiceId, amount }),
      )
      return c.json(
        {
          bankTransactionId,
          invoiceId,
          amount: formatAmount(booked.amount),
          costs: formatAmount(booked.costs),
          interest: formatAmount(booked.interest),
          waiting: formatAmount(booked.left),
        },
        201,
      )
    },
  )

const ruleAnswer = ({ from, levels, recoveryCost }: DunningRule) => ({
  from,
  levels: levels.map(({ daysAfterDue, fee }) => ({ daysAfterDue, fee: formatAmount(fee) })),
  recoveryCost: recoveryCost === null ? null : formatAmount(recoveryCost),
})
