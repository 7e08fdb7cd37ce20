import { z } from 'zod'
import { currency, day, id, moment, money } from './common.ts'

export const supplierInvoiceState = z.enum(['received', 'assigned', 'approved', 'refused'])

export const invoiceFinding = z.object({
  rule: z.string().meta({ examples: ['BR-CO-10'] }),
  level: z.enum(['fatal', 'warning']),
  place: z.string(),
  text: z.string(),
})

export const supplierInvoice = z
  .object({
    supplierInvoiceId: id,
    kind: z.enum(['invoice', 'credit-note']),
    supplier: z.object({
      name: z.string(),
      country: z.string().nullable(),
      vatNumber: z.string().nullable(),
    }),
    number: z.string(),
    issuedOn: day,
    dueOn: day.nullable(),
    credits: z.string().nullable().meta({ description: 'Number of the invoice a credit note takes back' }),
    currency,
    net: money,
    vat: money,
    total: money,
    prepaid: money.meta({ description: 'Paid before the invoice was written' }),
    vatParts: z.array(
      z.object({
        category: z.string().meta({ examples: ['S', 'AE'] }),
        rate: z.string().nullable(),
        base: money,
        amount: money,
        reason: z.string().nullable(),
      }),
    ),
    reverseCharge: z.boolean().meta({ description: 'The office owes the VAT in the supplier’s stead' }),
    iban: z.string().nullable(),
    paymentReference: z.string().nullable(),
    newAccount: z.boolean().meta({
      description: 'Earlier invoices of this supplier named another account: ask the supplier before you pay',
    }),
    syntax: z.string(),
    ruleSets: z.array(z.string()).meta({ description: 'The sets of rules it was checked by' }),
    breaksRules: z.boolean(),
    findings: z.array(invoiceFinding),
    arrivedBy: z.string().meta({ examples: ['upload', 'hand', 'peppol'] }),
    hasOriginal: z.boolean().meta({ description: 'There is a file; what came on paper has none' }),
    receivedAt: moment,
    receivedBy: z.string(),
    state: supplierInvoiceState,
    activity: z.object({ activityId: id, name: z.string() }).nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: moment.nullable(),
    reason: z.string().nullable().meta({ description: 'Why it was refused' }),
    deductibleVat: money.nullable(),
    selfAssessedVat: money.nullable(),
    cost: money.nullable().meta({ description: 'What the activity’s budget bears' }),
    assetId: id.nullable().meta({ description: 'The thing in the register of equipment that it bought' }),
    bookedOn: day.nullable(),
    payTo: z.string().nullable(),
    payment: z.enum(['none', 'prepared', 'released', 'paid']),
  })
  .meta({ id: 'SupplierInvoice' })

export const supplierPaymentOrder = z
  .object({
    supplierPaymentOrderId: id,
    currency,
    executeOn: day,
    state: z.enum(['prepared', 'released', 'discarded']),
    transfers: z.number().int(),
    total: money,
    preparedBy: z.string(),
    preparedAt: moment,
    releasedBy: z.string().nullable(),
    releasedAt: moment.nullable(),
    mayRelease: z.boolean().meta({ description: 'You are a second person with the right to release it' }),
    paymentFileId: id.nullable(),
  })
  .meta({ id: 'SupplierPaymentOrder' })

export const activityChoice = z.object({ activityId: id, name: z.string() }).meta({ id: 'ActivityChoice' })
