import { formatAmount, formatPercent, percent } from '@samen/core/country'
import {
  agreeTreaty,
  assumeMonth,
  type CessionStatement,
  cedeMonth,
  previewCession,
  reinsuranceAccounts,
  type Treaty,
  treaties,
} from '@samen/core/reinsurance'
import { z } from 'zod'
import { cession, treaty as treatyAnswerSchema, reinsurance as wholeAnswer } from '../answers/reinsurance.ts'
import { only, STAFF } from '../auth/rights.ts'
import { namesOf } from '../queries/names.ts'
import { amountSchema, body, contextOf, describe, periodSchema, query, routes, work } from './route.ts'

const tags = ['Funds and books']

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'an office is named by its short name, such as fr')
const share = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,6})?$/, 'a percentage is written 80 or 2.5')
  .transform(percent)
const amountText = z.string().regex(/^-?\d{1,11}\.\d{2}$/, 'an amount is decimal text with two decimals')
const LINES_MAX = 50

export const reinsurance = routes()
  .get(
    '/reinsurance',
    only(...STAFF),
    describe('What the guarantee fund cedes to and assumes from other offices', wholeAnswer, { tags }),
    async (c) => {
      const { officeId, currency } = c.var.office
      const [all, accounts, names] = await work(c, async (trx) => {
        const booked = await reinsuranceAccounts(trx, officeId)
        const people = await namesOf(
          trx,
          booked.map(({ bookedBy }) => bookedBy),
        )
        return [await treaties(trx, officeId), booked, people] as const
      })
      return c.json({
        treaties: all.map((one) => treatyAnswer(one, currency)),
        accounts: accounts.map(({ premium, statement, bookedBy, ...rest }) => ({
          ...rest,
          bookedBy: names.get(bookedBy) ?? bookedBy,
          premium: formatAmount(premium),
          statement: statementAnswer(statement),
        })),
      })
    },
  )
  .post(
    '/reinsurance/treaties',
    only('finance'),
    describe(
      'Write down terms both offices agreed on, from a year on; each writes its own side',
      treatyAnswerSchema,
      {
        tags,
        status: 201,
      },
    ),
    body(
      z.strictObject({
        counterparty: slug,
        direction: z.enum(['ceded', 'assumed']),
        fromYear: z.int().min(2000).max(2999),
        fundId: z.uuid(),
        retentionPerLoss: amountSchema,
        retentionPerYear: amountSchema,
        sharePercent: share,
        premiumPercent: share,
      }),
    ),
    async (c) => {
      const { sharePercent, premiumPercent, ...given } = c.req.valid('json')
      const agreed = await work(c, (trx) =>
        agreeTreaty(trx, contextOf(c), { ...given, share: sharePercent, premium: premiumPercent }),
      )
      return c.json(treatyAnswer(agreed, c.var.office.currency), 201)
    },
  )
  .get(
    '/reinsurance/cessions/preview',
    only(...STAFF),
    describe('What a month would cede; writes nothing', cession, { tags }),
    query(z.object({ counterparty: slug, period: periodSchema })),
    async (c) => {
      const asked = c.req.valid('query')
      return c.json(statementAnswer(await work(c, (trx) => previewCession(trx, contextOf(c), asked))))
    },
  )
  .post(
    '/reinsurance/cessions',
    only('finance'),
    describe(
      'Cede a month: booked here; the statement goes to the other office, which books its side',
      cession,
      {
        tags,
        status: 201,
      },
    ),
    body(z.strictObject({ counterparty: slug, period: periodSchema })),
    async (c) => {
      const asked = c.req.valid('json')
      return c.json(statementAnswer(await work(c, (trx) => cedeMonth(trx, contextOf(c), asked))), 201)
    },
  )
  .post(
    '/reinsurance/assumptions',
    only('finance'),
    describe('Book the statement of an office whose losses this fund takes on', cession, {
      tags,
      status: 201,
    }),
    body(
      z.strictObject({
        statement: z.strictObject({
          format: z.literal('samen-cession-1'),
          from: slug,
          to: slug,
          currency: z.string().regex(/^[A-Z]{3}$/),
          period: periodSchema,
          lines: z
            .array(
              z.strictObject({
                lossYear: z.int().min(2000).max(2999),
                gross: amountText,
                ceded: amountText,
                change: amountText,
              }),
            )
            .max(LINES_MAX),
          premium: amountText,
        }),
        own: z
          .strictObject({ changes: z.array(amountText).max(LINES_MAX), premium: amountText })
          .optional()
          .meta({
            description: 'What it comes to in this office’s currency, where the statement is in another',
          }),
      }),
    ),
    async (c) => {
      const { statement, own } = c.req.valid('json')
      const booked = await work(c, (trx) => assumeMonth(trx, contextOf(c), statement, own))
      return c.json(statementAnswer(booked), 201)
    },
  )

const statementAnswer = ({ lines, ...rest }: CessionStatement) => ({
  ...rest,
  lines: lines.map((line) => ({ ...line })),
})

const treatyAnswer = (
  { share: ceded, premium, retentionPerLoss, retentionPerYear, ...rest }: Treaty,
  currency: string,
) => ({
  ...rest,
  currency,
  retentionPerLoss: formatAmount(retentionPerLoss),
  retentionPerYear: formatAmount(retentionPerYear),
  sharePercent: formatPercent(ceded),
  premiumPercent: formatPercent(premium),
})
