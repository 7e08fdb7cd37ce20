import { z } from 'zod'
import { currency, day, id, moment, money } from './common.ts'

export const receiptMatched = z
  .object({
    bankMatchId: id,
    bankTransactionId: id,
    bookedOn: day,
    counterpartyName: z.string().nullable(),
    counterpartyIban: z.string().nullable(),
    invoiceId: id,
    number: z.string(),
    client: z.object({ clientId: id, name: z.string() }),
    amount: money,
    currency,
    isLatePayment: z
      .boolean()
      .meta({ description: 'Pays the interest and costs of the invoice, not the invoice' }),
    matchedBy: z.enum(['reference', 'end-to-end', 'manual']),
    decidedBy: z
      .string()
      .meta({ description: 'Who matched it, or who imported the statement whose reference did' }),
    matchedAt: moment,
  })
  .meta({ id: 'ReceiptMatched' })

export const undoneMatch = z
  .object({
    bankTransactionId: id,
    invoiceId: id,
    amount: money.meta({ description: 'What waits for a person again' }),
    lentAgain: money.meta({ description: 'What the guarantee fund lends on the invoice again' }),
  })
  .meta({ id: 'UndoneMatch' })
