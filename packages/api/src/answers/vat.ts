import { z } from 'zod'
import { currency, day, id, money } from './common.ts'

const periodName = z
  .string()
  .meta({ description: 'Month, quarter or year', examples: ['2026-10', '2026-Q4', '2026'] })

/** By language of the country, as the authority's form has it. */
const title = z.record(z.string(), z.string())

const filed = z
  .object({ reference: z.string(), filedOn: day, filedBy: z.string() })
  .nullable()
  .meta({ description: 'Null while the period is open; a filed one never changes' })

const period = {
  period: periodName,
  from: day,
  to: day,
  previous: periodName,
  next: periodName,
  company: z.object({ entityNo: z.int(), name: z.string() }),
  companies: z.array(z.object({ entityNo: z.int(), name: z.string() })),
  currency,
  form: z
    .string()
    .nullable()
    .meta({ description: 'National name; null where the country has no form here yet' }),
  filed,
  canFile: z.boolean(),
}

export const vatReturn = z
  .object({
    ...period,
    dueOn: z.enum(['invoice', 'payment']).meta({ description: 'When VAT at a rate is due' }),
    boxes: z.array(
      z.object({
        code: z.string().meta({ examples: ['03'] }),
        title,
        amount: money.meta({ description: 'As the form rounds' }),
        exact: money.meta({ description: 'Before the form’s rounding' }),
        opens: z
          .boolean()
          .meta({ description: 'Whether documents stand behind it; a sum opens to its boxes' }),
        sums: z.array(z.string()),
        source: z.string(),
        unverified: z.string().nullable(),
      }),
    ),
    result: money.meta({ description: 'To be paid; negative where it comes back' }),
    treatments: z.array(
      z.object({
        code: z.string().meta({ examples: ['standard'] }),
        document: z.enum(['invoice', 'credit-note', 'relief', 'purchase', 'purchase-credit']),
        category: z.enum(['S', 'E', 'AE', 'O', 'B']),
        rate: z.string().meta({ description: 'Percent; empty for purchases' }),
        base: money,
        vat: money,
        lateBase: money.meta({ description: 'The part of it that belongs to periods filed before' }),
        lateVat: money,
        documents: z.int(),
      }),
    ),
    undeclared: z.array(z.object({ code: z.string(), reason: z.string() })),
    agreement: z
      .object({
        charged: z.object({ books: money, documents: money }),
        relieved: z.object({ books: money, documents: money }),
        recovered: money,
        deductible: money,
        agrees: z.boolean(),
      })
      .meta({ description: 'VAT of the period by the ledger, and by the documents behind it' }),
  })
  .meta({ id: 'VatReturn' })

export const salesList = z
  .object({
    ...period,
    serviceMark: z.string().nullable().meta({ description: 'How the form marks services' }),
    total: money,
    lines: z.array(
      z.object({
        country: z.string(),
        vatNumber: z.string(),
        name: z.string(),
        base: money,
        lateBase: money,
        documents: z.int(),
        checked: z
          .boolean()
          .meta({ description: 'Whether the register’s last recorded answer says that the number is valid' }),
      }),
    ),
  })
  .meta({ id: 'SalesList' })

export const oneStopShop = z
  .object({
    ...period,
    registered: z
      .boolean()
      .meta({ description: 'The company was registered on a day up to the period’s last' }),
    steps: z
      .array(z.object({ from: day, registered: z.boolean() }))
      .meta({ description: 'Its registrations and their ends, oldest first' }),
    rate: z.object({ rate: z.string(), day, source: z.string() }).nullable().meta({
      description: 'Euro for one unit of the office’s currency; null in euro, and while it is not known',
    }),
    vatEuro: money.nullable().meta({ description: 'To be paid, in euro; null while the rate is not known' }),
    lines: z.array(
      z.object({
        country: z.string().meta({ description: 'Member State to which it is owed' }),
        rate: z.string().meta({ description: 'Percent' }),
        unverified: z.string().nullable(),
        documents: z.int(),
        base: money,
        vat: money,
        lateBase: money,
        lateVat: money.meta({ description: 'The part of it that corrects periods filed before' }),
        baseEuro: money.nullable(),
        vatEuro: money.nullable(),
      }),
    ),
  })
  .meta({ id: 'OneStopShopReturn' })

export const vatItem = z
  .object({
    documentId: id,
    kind: z.string(),
    number: z.string(),
    date: day,
    client: z.string().nullable(),
    clientNumber: z.string().nullable(),
    contractId: id.nullable(),
    code: z.string(),
    rate: z.string(),
    base: money,
    vat: money,
    lateBase: money,
    lateVat: money,
  })
  .meta({ id: 'VatItem' })

export const vatFiling = z
  .object({ vatReturnId: id, from: day, to: day, reference: z.string(), filedOn: day })
  .meta({ id: 'VatFiling' })

export const vatSettings = z
  .object({
    period: z.enum(['month', 'quarter', 'year']),
    dueOn: z.enum(['invoice', 'payment']),
    periods: z.array(z.string()).meta({ description: 'Which the country’s form knows' }),
    mayChoose: z.boolean().meta({ description: 'Whether the law lets a cooperative choose when VAT is due' }),
    condition: z.string().nullable(),
    source: z.string().nullable(),
    chosen: z.array(z.object({ from: day, period: z.string(), dueOn: z.string(), by: z.string() })),
  })
  .meta({ id: 'VatSettings' })

export const vatCheck = z
  .object({
    vatCheckId: id,
    vatNumber: z.string(),
    checkedOn: day,
    result: z.enum(['valid', 'invalid', 'unavailable']),
    consultationNumber: z.string().nullable(),
    via: z.enum(['staff', 'service']),
    recordedBy: z.string(),
  })
  .meta({ id: 'VatCheck' })
