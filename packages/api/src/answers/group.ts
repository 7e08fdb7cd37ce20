import { z } from 'zod'
import { currency, day, id, moment, money, period } from './common.ts'

const groupAmounts = z.array(z.object({ group: z.string(), amount: money }))

const method = z.enum(['full', 'proportionate', 'equity'])
const share = z.string().meta({ description: 'A fraction', examples: ['1', '3/4'] })
const eliminationKind = z.enum(['balance', 'supply', 'participation', 'margin'])

const byOffice = z.record(z.string(), money)

export const rate = z
  .object({
    perUnit: z.string().meta({
      description:
        'Units of the office’s currency for one of the group’s, to six decimals; computed with the exact fraction',
      examples: ['366.9'],
    }),
    day: day.meta({ description: 'Day of a closing rate, last day of an average’s month' }),
    firstQuotedOn: day,
    lastQuotedOn: day,
    quotes: z.number().int().meta({ description: 'Published figures it rests on' }),
    source: z.enum(['ecb', 'mnb', 'demo']).meta({ description: '`demo` figures are invented' }),
  })
  .meta({ id: 'ExchangeRate' })

const home = z.record(z.string(), money.nullable()).meta({
  description: 'The amounts as the office stated them, in its own currency',
})

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
        closingRate: rate.nullable().meta({ description: 'Null in the group’s own currency' }),
        averageRate: rate.nullable(),
        translationDifference: money,
        method: method.meta({ description: 'How the office enters the figures' }),
        share: share.meta({ description: 'The group’s share, as a fraction' }),
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
        minority: money.meta({ description: 'What others own of offices that stand in the figures whole' }),
        eliminations: money.meta({ description: 'What offices did among themselves, taken out' }),
        adjustments: money.meta({ description: 'Entries of the group’s own' }),
        total: money.meta({ description: 'The sum of the columns' }),
        movementByOffice: byOffice.meta({
          description: 'What the month added; in another currency than the group’s also what its rate did',
        }),
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
        home,
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
        home,
      }),
    ),
    eliminations: z.array(
      z.object({
        kind: eliminationKind,
        offices: z.array(z.string()).meta({ description: 'Who supplied first; of shares, whose they are' }),
        lines: groupAmounts,
      }),
    ),
    adjustments: z.array(
      z.object({
        groupAdjustmentId: id,
        period,
        title: z.string(),
        reason: z.string(),
        proposedBy: z.string(),
        approvedBy: z.string(),
        lines: groupAmounts.meta({ description: 'What it does to this month’s figures' }),
      }),
    ),
    differences: z
      .array(
        z.object({
          kind: z.enum(['balance', 'supply']),
          first: z.string(),
          second: z.string(),
          firstSays: money,
          secondSays: money,
          difference: money,
          state: z.enum(['agrees', 'tolerated', 'differs', 'alone']),
          since: period.nullable().meta({ description: 'Null while the other’s pack is missing' }),
        }),
      )
      .meta({ description: 'What offices say of each other and do not agree about, furthest apart first' }),
    closedAt: moment.nullable().meta({ description: 'When the group closed the month' }),
    restated: z
      .array(
        z.object({
          office: z.string(),
          packNo: z.number().int(),
          supersedes: z.number().int(),
          receivedAt: moment,
        }),
      )
      .meta({ description: 'Packs that corrected others after the group had closed the month' }),
  })
  .meta({ id: 'Consolidation' })

export const openedFigure = z
  .object({
    period,
    currency,
    group: z.string(),
    name: z.string(),
    offices: z.array(z.object({ office: z.string(), method, share, amount: money })),
    minority: z.array(z.object({ office: z.string(), amount: money })),
    eliminations: z.array(z.object({ kind: eliminationKind, offices: z.array(z.string()), amount: money })),
    adjustments: z.array(z.object({ groupAdjustmentId: id, period, title: z.string(), amount: money })),
    total: money,
  })
  .meta({ id: 'OpenedFigure' })

export const receivedPack = z
  .object({
    office: z.string(),
    packNo: z.number().int(),
    period,
    hash: z.string(),
    previousHash: z.string().nullable(),
    supersedes: z.number().int().nullable().meta({ description: 'The pack this one corrects' }),
    receivedAt: moment,
  })
  .meta({ id: 'ReceivedPack' })

export const drillDown = z
  .object({
    period,
    group: z.string(),
    name: z.string(),
    office: z.string(),
    method,
    share,
    currency,
    homeCurrency: currency,
    accounts: z.array(
      z.object({
        account: z.string(),
        number: z.string(),
        name: z.string(),
        home: money.meta({ description: 'In the office’s currency' }),
        amount: money.meta({ description: 'In the group’s currency: the sum of the parts' }),
        movement: money,
        parts: z.array(
          z.object({
            basis: z.enum(['closing', 'average', 'joining', 'effect', 'rounding', 'share', 'change']).meta({
              description:
                'As it stands; what a month moved; what the first pack began with; of a translation difference, what the closing rate makes of a part beyond its older rate; what the cents leave; a share of what is translated already; a change of method or share within the year',
            }),
            day,
            home: money,
            rate: rate.nullable(),
            share,
            amount: money,
          }),
        ),
      }),
    ),
    total: money,
  })
  .meta({ id: 'DrillDown' })

export const knownRate = z
  .object({
    source: z.enum(['ecb', 'mnb', 'demo']),
    currency,
    days: z.number().int(),
    from: day,
    to: day,
  })
  .meta({ id: 'KnownRate' })

export const rateImport = z
  .object({
    source: z.enum(['ecb', 'mnb', 'demo']),
    quotes: z.number().int().meta({ description: 'Figures in the file' }),
    added: z.number().int(),
    corrected: z
      .number()
      .int()
      .meta({ description: 'Figures that differ from what was known; the new ones hold' }),
    currencies: z.array(currency),
    from: day,
    to: day,
  })
  .meta({ id: 'RateImport' })

export const packRefusal = z
  .object({
    office: z.string(),
    packNo: z.number().int(),
    period,
    hash: z.string(),
    problem: z.string().meta({ examples: ['pack-gap'] }),
    detail: z.string(),
    refusedAt: moment,
  })
  .meta({ id: 'PackRefusal' })

export const federationOffice = z
  .object({
    slug: z.string(),
    name: z.string(),
    country: z.string(),
    currency,
    hosted: z.boolean().meta({ description: 'On this server' }),
    keyNo: z.number().int().meta({ description: 'The key that signs its next pack' }),
    fingerprint: z.string(),
    pairedAt: moment,
    leftAt: moment.nullable(),
    lastPeriod: period.nullable().meta({ description: 'The last month of one that was wound up' }),
  })
  .meta({ id: 'FederationOffice' })

export const groupClose = z.object({ period, alreadyClosed: z.boolean() }).meta({ id: 'GroupClose' })
