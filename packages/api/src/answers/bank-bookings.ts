import { z } from 'zod'
import { currency, day, id, money } from './common.ts'

export const bookableAccount = z
  .object({
    account: z.string(),
    number: z.string().meta({ description: 'In the national chart of accounts' }),
    name: z.string(),
  })
  .meta({ id: 'BookableAccount' })

export const bankBooking = z
  .object({
    bankMatchId: id,
    bankTransactionId: id,
    account: bookableAccount,
    bookedOn: day,
    counterpartyName: z.string().nullable(),
    currency,
    amount: money.meta({ description: 'Below zero for money that left' }),
    words: z.string(),
    decidedBy: z.string(),
  })
  .meta({ id: 'BankBooking' })

export const booked = z
  .object({ bankMatchId: id, bankTransactionId: id, amount: money, waiting: money })
  .meta({ id: 'BookedByHand' })

export const bookingUndone = z
  .object({ bankMatchId: id, undone: z.literal(true) })
  .meta({ id: 'BookingUndone' })
