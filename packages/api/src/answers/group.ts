import { z } from 'zod'
import { currency, moment, money, period } from './common.ts'

const byOffice = z.record(z.string(), money)

export const consolidation = z
  .object({
    period,
    currency,
    offices: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        country: z.string(),
        currency,
        packNo: z.number().int(),
        hash: z.string(),
      }),
    ),
    missing: z.array(z.object({ slug: z.string(), name: z.string() })).meta({
      description: 'National offices whose pack for the period has not arrived',
    }),
    accounts: z.array(
      z.object({
        group: z.string(),
        name: z.string(),
        type: z.enum(['asset', 'liability', 'equity', 'income', 'expense']),
        byOffice,
        total: money,
        movementByOffice: byOffice.meta({ description: 'What the month itself added' }),
        movement: money,
      }),
    ),
    difference: money.meta({ description: 'Sum of all accounts: zero, or the packs do not balance' }),
    funds: z.array(
      z.object({
        office: z.string(),
        code: z.string(),
        contributed: money,
        recovered: money,
        available: money,
        advanced: money,
        lost: money,
        spent: money,
      }),
    ),
    statistics: z.array(
      z.object({
        office: z.string(),
        country: z.string(),
        sector: z.enum(['artistic', 'cultural-industry', 'other', 'all']),
        turnover: money,
        wages: money.nullable().meta({ description: 'Null where the count is' }),
        activeWorkers: z
          .number()
          .int()
          .nullable()
          .meta({ description: 'Null where fewer than five: suppressed' }),
      }),
    ),
  })
  .meta({ id: 'Consolidation' })

export const receivedPack = z
  .object({
    office: z.string(),
    packNo: z.number().int(),
    period,
    hash: z.string(),
    previousHash: z.string().nullable(),
    receivedAt: moment,
  })
  .meta({ id: 'ReceivedPack' })

export const drillDown = z
  .object({
    period,
    group: z.string(),
    name: z.string(),
    office: z.string(),
    currency,
    accounts: z.array(
      z.object({
        account: z.string(),
        number: z.string(),
        name: z.string(),
        amount: money,
        movement: money,
      }),
    ),
    total: money,
  })
  .meta({ id: 'DrillDown' })
