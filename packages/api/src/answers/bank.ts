import { z } from 'zod'
import { currency, day, id, moment, money } from './common.ts'

const fact = z.object({
  kind: z.enum([
    'reference',
    'bare-reference',
    'invoice-number',
    'rule',
    'known-account',
    'known-name',
    'same-name',
    'similar-name',
    'same-amount',
    'same-total',
    'only-invoice',
  ]),
  weight: z.number().int().meta({ description: 'Per cent: how sure this alone would make us' }),
  seen: z.string().meta({ description: 'What stood there: the reference, the name, the words of the rule' }),
})

/** Of an invoice in another currency: what is open in that. */
const billed = z.object({ currency, open: money }).nullable()

export const suggestion = z.object({
  client: z.object({ clientId: id, name: z.string() }),
  confidence: z
    .number()
    .int()
    .meta({ description: '1 to 99 per cent; what is certain is booked and is no suggestion' }),
  facts: z.array(fact).meta({ description: 'Why, the weightiest first' }),
  parts: z
    .array(z.object({ invoiceId: id, number: z.string(), dueOn: day, open: money, amount: money, billed }))
    .meta({ description: 'Which invoices, each with the part of the receipt it would take' }),
})

export const waitingTransaction = z
  .object({
    bankTransactionId: id,
    bookedOn: day,
    amount: money,
    currency,
    instructed: z
      .object({ currency, amount: money })
      .nullable()
      .meta({ description: 'What the payer’s bank was told to pay, where that was in another currency' }),
    counterpartyName: z.string().nullable(),
    counterpartyIban: z.string().nullable(),
    paymentReference: z.string().nullable(),
    remittance: z.string().nullable(),
    endToEndId: z.string().nullable(),
    reversal: z.boolean().meta({ description: 'Takes back an earlier booking, or returns a payment' }),
    waiting: money.meta({ description: 'The part a human still has to match' }),
    suggestions: z.array(suggestion).meta({ description: 'At most five, the likeliest first' }),
  })
  .meta({ id: 'WaitingTransaction' })

export const split = z
  .object({
    bankTransactionId: id,
    parts: z.array(z.object({ invoiceId: id, amount: money })),
    waiting: money,
  })
  .meta({ id: 'Split' })

export const bankRule = z
  .object({
    bankRuleId: id,
    contains: z.string().meta({ description: 'Words without accents, signs and case' }),
    client: z.object({ clientId: id, name: z.string() }),
    writtenBy: z.string(),
    writtenAt: moment,
  })
  .meta({ id: 'BankRule' })

export const bankPayer = z
  .object({
    bankPayerId: id,
    kind: z.enum(['iban', 'name']),
    value: z.string(),
    client: z.object({ clientId: id, name: z.string() }),
    times: z.number().int(),
    lastBy: z.string(),
    lastOn: day,
  })
  .meta({ id: 'BankPayer' })

export const gone = z.object({ gone: z.literal(true) })
