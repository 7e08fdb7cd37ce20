import { HOLDING_METHODS } from '@samen/core/consolidation'
import { z } from 'zod'
import { currency, id, moment, money, period } from './common.ts'

const from = period.meta({ description: 'The month from which it holds' })

export const groupTerms = z
  .object({
    currency,
    accounts: z
      .array(z.object({ group: z.string(), name: z.string() }))
      .meta({ description: 'The group chart' }),
    holdings: z.array(
      z.object({
        office: z.string(),
        from,
        method: z.enum(HOLDING_METHODS),
        share: z.string().meta({ description: 'The group’s share as a fraction', examples: ['1', '3/4'] }),
        acquiredNetAssets: money.nullable().meta({ description: 'On the day of joining' }),
      }),
    ),
    tolerances: z.array(z.object({ from, amount: money })),
    margins: z.array(
      z.object({ seller: z.string(), buyer: z.string(), group: z.string(), from, amount: money }),
    ),
  })
  .meta({ id: 'GroupTerms' })

export const groupAdjustment = z
  .object({
    groupAdjustmentId: id,
    period,
    reversedIn: period.nullable().meta({ description: 'The month that takes it back' }),
    title: z.string(),
    reason: z.string(),
    lines: z.array(z.object({ group: z.string(), amount: money })),
    state: z.enum(['proposed', 'approved', 'withdrawn']),
    proposedBy: z.string(),
    proposedAt: moment,
    decidedBy: z.string().nullable(),
    decidedAt: moment.nullable(),
    mayApprove: z.boolean().meta({ description: 'Whether you may: another person proposed it' }),
  })
  .meta({ id: 'GroupAdjustment' })

export const budgetWritten = z
  .object({ changed: z.number().int().meta({ description: 'Lines that are new or have another amount' }) })
  .meta({ id: 'BudgetWritten' })

const figure = z.object({
  end: money.meta({ description: 'At the month’s end; income and expense since 1 January' }),
  month: money.meta({ description: 'What the month itself added' }),
})

export const comparison = z
  .object({
    period,
    currency,
    previousMonth: period.nullable(),
    previousYear: period.nullable(),
    accounts: z.array(
      z.object({
        group: z.string(),
        name: z.string(),
        type: z.enum(['asset', 'liability', 'equity', 'income', 'expense']),
        now: figure,
        previousMonth: figure.nullable(),
        previousYear: figure.nullable(),
        budget: figure.nullable(),
      }),
    ),
    budgets: z.array(
      z.object({
        office: z.string(),
        group: z.string(),
        name: z.string(),
        planned: figure,
        actual: figure,
        deviation: figure,
      }),
    ),
  })
  .meta({ id: 'Comparison' })

const statementFigure = z.object({ amount: money, movement: money })
const statementPart = z.object({
  lines: z.array(statementFigure.extend({ group: z.string(), name: z.string() })),
  total: statementFigure,
})

export const groupStatement = z
  .object({
    period,
    currency,
    assets: statementPart,
    liabilities: statementPart,
    equity: statementPart.meta({ description: 'Without the result of the year' }),
    income: statementPart,
    expense: statementPart,
    result: statementFigure,
    minorityResult: statementFigure,
    groupResult: statementFigure,
  })
  .meta({ id: 'GroupStatement' })

export const groupFacts = z
  .object({
    documentInfo: z.object({
      documentType: z.literal('https://xbrl.org/2021/xbrl-json'),
      namespaces: z.record(z.string(), z.string()),
      taxonomy: z
        .array(z.string())
        .meta({ description: 'Relative to this address; our own concepts, of no authority’s taxonomy' }),
    }),
    facts: z.record(
      z.string().meta({ description: 'Account of the group chart' }),
      z.object({
        value: money.meta({ description: 'Positive on the concept’s own side' }),
        decimals: z.number().int(),
        dimensions: z.object({
          concept: z.string().meta({ examples: ['samen:G1100'] }),
          entity: z.string().meta({ examples: ['office:group'] }),
          period: z
            .string()
            .meta({ examples: ['2026-11-01T00:00:00', '2026-01-01T00:00:00/2026-11-01T00:00:00'] }),
          unit: z.string().meta({ examples: ['iso4217:EUR'] }),
        }),
      }),
    ),
  })
  .meta({ id: 'GroupFacts', description: 'xBRL-JSON (Open Information Model 1.0)' })
