import { z } from 'zod'
import { currency, day, id, money } from './common.ts'

const instalment = z.object({
  instalment: z.number().int(),
  dueOn: day,
  principal: money,
  interest: money,
})

const loanShape = {
  loanId: id,
  activityId: id,
  activityName: z.string(),
  lender: z.object({ fundId: id, name: z.string() }).nullable().meta({ description: 'Null: the office' }),
  currency,
  principal: money,
  outstanding: money,
  interestPaid: money,
  firstDueOn: day,
  instalments: z.number().int(),
  paid: z.number().int().meta({ description: 'Instalments paid' }),
  rates: z.array(
    z.object({ from: day, percent: z.string().meta({ description: 'A year', examples: ['3.5'] }) }),
  ),
  purpose: z.string(),
  state: z.enum(['proposed', 'lent', 'withdrawn']),
  proposedBy: z.string(),
  approvedBy: z.string().nullable(),
  mayApprove: z.boolean().meta({ description: 'Whether you may: another person proposed it' }),
  lentOn: day.nullable(),
  next: instalment.nullable(),
}

export const loan = z.object(loanShape).meta({ id: 'Loan' })

export const loanStatement = z
  .object({
    ...loanShape,
    payments: z.array(
      z.object({
        paymentNo: z.number().int(),
        instalment: z.number().int().nullable().meta({ description: 'Null: paid back early' }),
        paidOn: day,
        principal: money,
        interest: money,
      }),
    ),
    schedule: z.array(instalment).meta({ description: 'What is to come, if nothing changes' }),
  })
  .meta({ id: 'LoanStatement' })

export const collected = z
  .object({
    currency,
    instalments: z.number().int(),
    principal: money,
    interest: money,
    overdue: z.number().int().meta({ description: 'Loans whose activity lacks the money of an instalment' }),
  })
  .meta({ id: 'CollectedInstalments' })
