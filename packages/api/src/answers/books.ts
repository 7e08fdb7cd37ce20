import { z } from 'zod'
import { currency, day, id, moment, money, period } from './common.ts'

export const fundPosition = z.object({
  fundId: id,
  code: z.string(),
  name: z.string(),
  contributed: money,
  recovered: money,
  transferred: money,
  available: money,
  advanced: money,
  lost: money,
  spent: money,
})

export const fundsOverview = z
  .object({
    currency,
    funds: z.array(fundPosition),
    months: z.array(
      z.object({
        period,
        fundId: id,
        code: z.string(),
        contributed: money,
        advanced: money,
        repaid: money,
        recovered: money,
        lost: money,
        spent: money,
      }),
    ),
  })
  .meta({ id: 'FundsOverview' })

export const exposure = z
  .object({
    currency,
    advanced: money,
    clients: z.array(
      z.object({
        clientId: id,
        name: z.string(),
        advanced: money,
        creditLimit: money,
        bankrupt: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Exposure' })

export const bankTransaction = z
  .object({
    bankTransactionId: id,
    bookedOn: day,
    amount: money,
    currency,
    counterpartyName: z.string().nullable(),
    counterpartyIban: z.string().nullable(),
    paymentReference: z.string().nullable(),
    remittance: z.string().nullable(),
    endToEndId: z.string().nullable(),
    matched: money,
    waiting: money.meta({ description: 'The part a human still has to match' }),
  })
  .meta({ id: 'BankTransaction' })

export const statementReport = z
  .object({
    name: z.string(),
    alreadyImported: z.boolean(),
    statements: z.number().int(),
    transactions: z.number().int(),
    matched: z.number().int(),
    waiting: z.number().int().meta({ description: 'Transactions that wait, wholly or in part, for a human' }),
    received: money,
    wagesPaid: money,
    repaid: money.meta({ description: 'Advances the guarantee fund got back' }),
    recovered: money.meta({ description: 'Came back on invoices written off before' }),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'StatementReport' })

export const match = z.object({
  bankTransactionId: id,
  invoiceId: id,
  amount: money,
  waiting: money,
})

export const trialBalance = z
  .object({
    period,
    currency,
    accounts: z.array(
      z.object({
        account: z.string(),
        number: z.string(),
        name: z.string(),
        group: z.string(),
        groupName: z.string(),
        opening: money,
        debit: money,
        credit: money,
        closing: money.meta({ description: 'Debit positive, credit negative' }),
      }),
    ),
    debit: money,
    credit: money,
  })
  .meta({ id: 'TrialBalance' })

export const ledgerEntry = z
  .object({
    transactionId: id,
    entryNo: z.number().int(),
    effectiveOn: day,
    recordedAt: moment,
    kind: z.string(),
    description: z.string(),
    subject: id.nullable(),
    amount: money,
    currency,
  })
  .meta({ id: 'LedgerEntry' })

export const close = z
  .object({
    packNo: z.number().int(),
    period,
    hash: z.string(),
    previousHash: z.string().nullable(),
    sealedAt: moment,
    deliveredAt: moment.nullable(),
    supersedes: z.number().int().nullable().meta({ description: 'The pack this one corrects' }),
    supersededBy: z.number().int().nullable(),
    receivedAt: moment.nullable().meta({ description: 'When the group took it in, by its signed receipt' }),
    refusal: z.string().nullable().meta({ description: 'Why the group has not taken it, while it waits' }),
    warnings: z
      .array(z.object({ code: z.string(), count: z.number().int(), detail: z.string() }))
      .meta({ description: 'What the month was closed in spite of; said once, when it is closed' }),
  })
  .meta({ id: 'Close' })
