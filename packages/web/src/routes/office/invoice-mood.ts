import type { InvoiceState } from '../../api/office.ts'
import type { Mood } from '../../design/feedback.tsx'

/** The colour in which an invoice's state is shown. */
export const INVOICE_MOOD: Readonly<Record<InvoiceState, Mood>> = {
  open: 'brand',
  overdue: 'bad',
  'partly-paid': 'warn',
  paid: 'good',
  credited: 'plain',
  'written-off': 'plain',
}
