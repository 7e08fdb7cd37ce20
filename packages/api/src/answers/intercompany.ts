import { INTERCOMPANY_DIRECTIONS, INTERCOMPANY_KINDS } from '@samen/core/intercompany'
import { z } from 'zod'
import { currency, day, id, moment, money } from './common.ts'

export const intercompanyItem = z
  .object({
    intercompanyItemId: id,
    counterparty: z.string().meta({ description: 'Short name of the other office', examples: ['fr'] }),
    reference: z.string().meta({ description: 'The same on both sides' }),
    kind: z.enum(INTERCOMPANY_KINDS),
    direction: z.enum(INTERCOMPANY_DIRECTIONS).meta({
      description: '`given`: this office renders, lends, pays or subscribes; `received`: the other does',
    }),
    currency,
    amount: money.meta({ description: 'Negative takes back' }),
    effectiveOn: day,
    description: z.string(),
    legalEntityId: id,
    transactionId: id.meta({ description: 'In the ledger' }),
    bookedBy: z.string(),
    bookedAt: moment,
  })
  .meta({ id: 'IntercompanyItem' })
