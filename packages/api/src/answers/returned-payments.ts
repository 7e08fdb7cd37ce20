import { z } from 'zod'
import { currency, day, id, money } from './common.ts'

export const returnedPayment = z
  .object({
    payslipId: id,
    attempt: z.number().int().meta({ description: 'Which payment of the payslip came back: 1 the first' }),
    memberName: z.string(),
    iban: z.string().meta({ description: 'The account it could not reach' }),
    memberIban: z.string().meta({ description: 'The account of the member today' }),
    amount: money,
    currency,
    returnedOn: day,
    reason: z
      .string()
      .nullable()
      .meta({ description: 'ISO 20022 return reason', examples: ['AC04'] }),
    repeat: z
      .object({
        iban: z.string(),
        state: z.enum(['proposed', 'released']),
        proposedBy: z.string(),
        releasedBy: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'The payment made again, as far as it is' }),
    mayRelease: z
      .boolean()
      .meta({ description: 'Whether who asks may release it: an approver who did not propose it' }),
  })
  .meta({ id: 'ReturnedPayment' })

export const myReturnedPayment = z
  .object({ payslipId: id, amount: money, currency, returnedOn: day, reason: z.string().nullable() })
  .meta({ id: 'MyReturnedPayment' })
