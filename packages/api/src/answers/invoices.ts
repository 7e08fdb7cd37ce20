import { z } from 'zod'
import { currency, day, id, money } from './common.ts'

export const invoiceState = z.enum(['open', 'overdue', 'partly-paid', 'paid', 'credited', 'written-off'])

export const invoice = z
  .object({
    invoiceId: id,
    number: z.string().meta({ examples: ['INV-2026-000017'] }),
    kind: z.enum(['invoice', 'deposit', 'credit-note']),
    credits: id.nullable(),
    contractId: id,
    client: z.object({ clientId: id, name: z.string() }),
    issuedOn: day,
    dueOn: day,
    currency,
    net: money,
    vat: money,
    total: money,
    paid: money,
    open: money,
    state: invoiceState,
    paymentReference: z.string(),
    billed: z
      .object({ currency, total: money, open: money })
      .nullable()
      .meta({ description: 'What the client pays where that is in another currency than the office’s' }),
  })
  .meta({ id: 'Invoice' })

export const client = z
  .object({
    clientId: id,
    name: z.string(),
    country: z.string(),
    companyNumber: z.string().nullable(),
    vatNumber: z.string().nullable(),
    sector: z.string().nullable(),
    currency,
    paymentTermsDays: z.number().int(),
    bankruptOn: day.nullable(),
    open: money.meta({ description: 'Invoiced and not yet paid' }),
    overdue: money,
    exposure: money.meta({ description: "What the guarantee fund has advanced for this client's invoices" }),
    creditLimit: money,
  })
  .meta({ id: 'Client' })

export const writeOff = z
  .object({
    clientId: id,
    bankruptOn: day,
    invoices: z.array(
      z.object({
        invoiceId: id,
        number: z.string(),
        open: money,
        unspentBudget: money,
        vatRelief: money,
        fundLoss: money,
        uncovered: money,
      }),
    ),
    postponed: z.array(z.object({ invoiceId: id, contractReference: z.string() })).meta({
      description: 'Their workers still wait for their wage: they are paid first, then write off again',
    }),
  })
  .meta({ id: 'WriteOff' })
