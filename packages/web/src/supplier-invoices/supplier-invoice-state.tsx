import type { SupplierInvoice } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { Badge, type Mood } from '../design/feedback.tsx'

const MOODS = {
  received: 'warn',
  assigned: 'brand',
  refused: 'plain',
  none: 'brand',
  prepared: 'brand',
  released: 'brand',
  paid: 'good',
} as const satisfies Record<string, Mood>

/** Where a supplier invoice stands: from its arrival to the day the bank confirms its payment. */
export function SupplierInvoiceState({ supplierInvoice }: { supplierInvoice: SupplierInvoice }) {
  const { t } = useTranslation('supplier-invoices')
  const step = supplierInvoice.state === 'approved' ? supplierInvoice.payment : supplierInvoice.state
  const paidLike = supplierInvoice.state === 'approved' ? `payments.${step}` : `states.${step}`
  return <Badge mood={MOODS[step]}>{t(paidLike)}</Badge>
}
