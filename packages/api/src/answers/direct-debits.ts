import { z } from 'zod'
import { day, id, moment, money } from './common.ts'

export const directDebitTerms = z
  .object({
    creditorIdentifier: z
      .string()
      .nullable()
      .meta({ examples: ['DE98ZZZ09999999999'], description: 'Null while the company has none' }),
  })
  .meta({ id: 'DirectDebitTerms' })

export const mandate = z
  .object({
    mandateId: id,
    clientId: id,
    clientName: z.string(),
    scheme: z.enum(['CORE', 'B2B']),
    reference: z.string(),
    signedOn: day,
    debtorName: z.string(),
    iban: z.string(),
    recurring: z.boolean(),
    noticeDays: z.number().int().meta({ description: 'Days between telling the client and collecting' }),
    hasPaper: z.boolean().meta({ description: 'Nothing is collected before the signed paper is on file' }),
    endedOn: day.nullable(),
    endReason: z.string().nullable(),
    lastCollectOn: day.nullable(),
  })
  .meta({ id: 'Mandate' })

export const directDebitProposal = z
  .object({
    collectOn: day,
    notifiedOn: day,
    items: z.array(
      z.object({
        invoiceId: id,
        number: z.string(),
        clientName: z.string(),
        dueOn: day,
        amount: money,
        mandateReference: z.string(),
        obstacle: z
          .enum([
            'promise',
            'dispute',
            'handed-over',
            'insolvent',
            'ended',
            'lapsed',
            'used',
            'no-paper',
            'in-collection',
            'notice',
          ])
          .nullable()
          .meta({ description: 'Why it is not collected; null where nothing stands in the way' }),
      }),
    ),
  })
  .meta({ id: 'DirectDebitProposal' })

export const directDebitOrder = z
  .object({
    directDebitOrderId: id,
    collectOn: day,
    notifiedOn: day,
    state: z.enum(['prepared', 'released', 'discarded']),
    debits: z.number().int(),
    total: money,
    collected: z.number().int(),
    failed: z.number().int().meta({ description: 'Came back, or were refused by the bank' }),
    preparedBy: z.string(),
    preparedAt: moment,
    releasedBy: z.string().nullable(),
    releasedAt: moment.nullable(),
    mayRelease: z.boolean().meta({ description: 'You are a second person with the right to release it' }),
  })
  .meta({ id: 'DirectDebitOrder' })

export const directDebit = z
  .object({
    invoiceId: id,
    number: z.string(),
    clientName: z.string(),
    mandateReference: z.string(),
    amount: money,
    state: z.enum(['waiting', 'collected', 'returned', 'refused']),
    outcomeOn: day.nullable(),
    outcomeReason: z.string().nullable(),
  })
  .meta({ id: 'DirectDebit' })
