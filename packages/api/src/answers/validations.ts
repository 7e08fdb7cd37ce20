import { z } from 'zod'
import { currency, day, id, moment, money } from './common.ts'

/** What the office was asked about a quote above its member's ceiling. */
export const validation = z
  .object({
    state: z.enum(['waiting', 'approved', 'rejected']),
    worth: money.meta({ description: 'What the contract comes to at most, with every option' }),
    why: z.enum(['per-contract', 'per-month']),
    ceiling: money,
    askedAt: moment,
    decidedAt: moment.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Validation' })

export const waitingValidation = validation
  .extend({
    contractId: id,
    reference: z.string(),
    title: z.string(),
    client: z.string(),
    member: z.object({ memberId: id, name: z.string() }),
    currency,
    startsOn: day,
    endsOn: day,
  })
  .meta({ id: 'WaitingValidation' })

export const memberCeiling = z
  .object({
    memberId: id,
    name: z.string(),
    perContract: money.nullable(),
    perMonth: money.nullable(),
    validFrom: day.nullable().meta({ description: 'Null: no ceiling was ever set' }),
    currency,
  })
  .meta({ id: 'MemberCeiling' })
