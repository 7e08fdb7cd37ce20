import { SUPPLY_KINDS } from '@samen/core/country'
import { z } from 'zod'
import { currency, day, id, moment, money } from './common.ts'
import { promise } from './countries.ts'
import { invoiceState } from './invoices.ts'

export const contractState = z.enum([
  'quote',
  'order',
  'split',
  'started',
  'done',
  'invoiced',
  'closed',
  'cancelled',
])
export const supply = z.enum(SUPPLY_KINDS)

export const contract = z
  .object({
    contractId: id,
    reference: z.string(),
    title: z.string(),
    state: contractState,
    activity: z.object({ activityId: id, name: z.string() }),
    client: z.object({ clientId: id, name: z.string(), bankrupt: z.boolean() }),
    supply,
    fee: money,
    expenses: money,
    currency,
    startsOn: day,
    endsOn: day,
    region: z.string().nullable(),
    payBy: day,
    /** States the contract may be moved to now, by whoever asks. */
    nextStates: z.array(contractState),
    net: z.object({
      expected: money.nullable().meta({ description: 'Null when the law refuses to compute it' }),
      paid: money,
      paidOn: day.nullable(),
    }),
    invoice: z
      .object({
        invoiceId: id,
        number: z.string(),
        issuedOn: day,
        dueOn: day,
        total: money,
        open: money,
        state: invoiceState,
      })
      .nullable(),
  })
  .meta({ id: 'Contract' })

export const engagement = z.object({
  engagementId: id,
  memberId: id,
  name: z.string(),
  share: z.string().meta({ examples: ['1/2'] }),
  terms: z.record(z.string(), z.unknown()),
  payBy: day,
  hiringFiledAt: moment.nullable(),
  hiringReference: z.string().nullable(),
})

export const contractDetail = contract
  .extend({
    promise,
    engagements: z.array(engagement),
    steps: z.array(
      z.object({ stepNo: z.number().int(), state: contractState, takenAt: moment, takenBy: z.string() }),
    ),
    hiring: z.object({ name: z.string(), authority: z.string(), required: z.boolean() }).meta({
      description: 'The national declaration that, where required, must be filed before the job starts',
    }),
  })
  .meta({ id: 'ContractDetail' })

/** A member's own job, with its promise clock. */
export const memberContract = contract.extend({ promise }).meta({ id: 'MemberContract' })

export const importReport = z
  .object({
    name: z.string(),
    alreadyImported: z.boolean(),
    lines: z.number().int(),
    accepted: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
    contracts: z.number().int(),
    invoices: z.number().int(),
    members: z.number().int(),
    clients: z.number().int(),
    activities: z.number().int(),
    errors: z.array(z.object({ line: z.number().int(), field: z.string().nullable(), reason: z.string() })),
  })
  .meta({ id: 'ImportReport' })
