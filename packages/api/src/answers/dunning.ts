import { z } from 'zod'
import { clientMerge } from './client-merges.ts'
import { currency, day, id, money } from './common.ts'

const percent = z.string().meta({ description: 'In percent', examples: ['10.5'] })
const rating = z.enum(['N', 'A', 'B', 'C', 'D', 'E'])

const claim = {
  interest: money.meta({ description: 'Statutory interest until today, less what was paid of it' }),
  costs: money.meta({ description: 'Lump sum for the cost of recovery, less what was paid of it' }),
  without: z.enum(['no-law', 'before-law', 'not-reminded', 'costs-in-other-currency']).nullable(),
}

export const dunningProposal = z
  .object({
    today: day,
    letters: z.array(
      z.object({
        clientId: id,
        clientName: z.string(),
        language: z.string(),
        email: z.string().nullable(),
        consumer: z.boolean(),
        legalEntityId: id,
        currency,
        level: z.number().int(),
        levels: z.number().int(),
        open: money,
        interest: money,
        costs: money,
        fee: money,
        invoices: z.array(
          z.object({
            invoiceId: id,
            number: z.string(),
            dueOn: day,
            daysLate: z.number().int(),
            open: money,
            level: z.number().int().nullable(),
            ...claim,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'DunningProposal' })

export const dunningLetter = z
  .object({
    dunningLetterId: id,
    clientId: id,
    clientName: z.string(),
    level: z.number().int(),
    levels: z.number().int(),
    language: z.string(),
    sentOn: day,
    currency,
    open: money,
    interest: money,
    costs: money,
    fee: money,
  })
  .meta({ id: 'DunningLetter' })

export const dunningSent = z
  .object({
    dunningRunId: id.nullable(),
    letters: z.array(dunningLetter),
    passedOver: z
      .number()
      .int()
      .meta({ description: 'Chosen letters that are not due any more: paid, paused or sent meanwhile' }),
  })
  .meta({ id: 'DunningSent' })

export const dunningRules = z
  .object({
    currency,
    rules: z.array(
      z.object({
        from: day,
        levels: z.array(z.object({ daysAfterDue: z.number().int(), fee: money })),
        recoveryCost: money.nullable(),
      }),
    ),
  })
  .meta({ id: 'DunningRules' })

export const ageing = z
  .object({
    today: day,
    currency,
    total: money,
    debtors: z.number().int(),
    buckets: z.array(
      z.object({
        fromDays: z
          .number()
          .int()
          .nullable()
          .meta({ description: 'Days after the due day; null: not due yet' }),
        amount: money,
        invoices: z.number().int(),
      }),
    ),
    clients: z.array(
      z.object({
        clientId: id,
        name: z.string(),
        rating,
        bankruptOn: day.nullable(),
        handedOverOn: day.nullable(),
        invoices: z.number().int(),
        overdueDays: z.number().int(),
        buckets: z.array(money),
        total: money,
      }),
    ),
  })
  .meta({ id: 'Ageing' })

const history = {
  paidInvoices: z.number().int(),
  daysLate: z.number().int(),
  overdueDays: z.number().int(),
  brokenPromises: z.number().int(),
  lostInvoices: z.number().int(),
}

export const collectionStep = z
  .object({
    collectionStepId: id,
    kind: z.enum([
      'promise',
      'dispute',
      'dispute-settled',
      'hand-over',
      'taken-back',
      'insolvency',
      'claim-filed',
    ]),
    invoiceId: id.nullable(),
    happenedOn: day,
    amount: money.nullable(),
    untilOn: day.nullable(),
    reason: z.string(),
    recordedBy: z.string(),
  })
  .meta({ id: 'CollectionStep' })

export const recordedStep = z
  .object({
    step: collectionStep,
    writtenOff: z.number().int().meta({ description: 'Invoices written off with an insolvency' }),
    postponed: z.array(z.string()).meta({ description: 'Jobs whose workers are paid first' }),
  })
  .meta({ id: 'RecordedStep' })

const mergedName = z
  .string()
  .nullable()
  .meta({ description: 'The merged client it was about; null where it was this one' })

export const clientRisk = z
  .object({
    clientId: id,
    name: z.string(),
    consumer: z.boolean(),
    today: day,
    currency,
    rating,
    ratedOn: day.nullable(),
    history: z.object(history).nullable(),
    limit: z.object({
      decided: money,
      insured: money.nullable(),
      insuredUntil: day.nullable(),
      holds: money.meta({ description: 'For work that begins tomorrow' }),
      reason: z.enum(['decided', 'insured', 'rating-halved', 'rating-none', 'handed-over', 'insolvent']),
      exposure: money,
    }),
    bankruptOn: day.nullable(),
    handedOverOn: day.nullable(),
    overdue: z.array(
      z.object({
        invoiceId: id,
        number: z.string(),
        dueOn: day,
        daysLate: z.number().int(),
        open: money,
        level: z.number().int(),
        remindedOn: day.nullable(),
        pause: z.enum(['promise', 'dispute', 'handed-over', 'insolvent']).nullable(),
        pauseUntil: day.nullable(),
        pauseReason: z.string().nullable(),
        ...claim,
        parts: z.array(
          z.object({
            from: day,
            to: day,
            days: z.number().int(),
            balance: money,
            percent,
            yearDays: z.number().int(),
            source: z.string(),
            unverified: z.string().nullable(),
          }),
        ),
      }),
    ),
    ratings: z.array(z.object({ ratedOn: day, rating, of: mergedName, ...history })),
    limits: z.array(
      z.object({
        kind: z.enum(['decided', 'insured']),
        amount: money,
        untilOn: day.nullable(),
        reason: z.string(),
        decidedBy: z.string(),
        decidedOn: day,
        of: mergedName,
      }),
    ),
    steps: z.array(collectionStep),
    letters: z.array(dunningLetter),
    merged: z.array(clientMerge).meta({ description: 'Clients that were merged into it' }),
  })
  .meta({ id: 'ClientRisk' })

export const clientRatings = z
  .object({
    rated: z.number().int(),
    changed: z.array(z.object({ clientId: id, before: rating, rating, ...history })),
  })
  .meta({ id: 'ClientRatings' })

export const lateReceipt = z
  .object({
    bankTransactionId: id,
    invoiceId: id,
    amount: money,
    costs: money,
    interest: money,
    waiting: money,
  })
  .meta({ id: 'LateReceipt' })
