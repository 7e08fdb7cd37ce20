/** A journal of the day book: what an accountant expects to find apart. */
export type Journal = 'sales' | 'bank' | 'payroll' | 'general'

const JOURNALS: Readonly<Record<string, Journal>> = {
  invoice: 'sales',
  deposit: 'sales',
  'credit-note': 'sales',
  receipt: 'bank',
  'wage-payment': 'bank',
  'bank-debit': 'bank',
  payslip: 'payroll',
}

/** The journal a transaction belongs to by its kind; levies, funds, reversals and the rest are general. */
export const journalOf = (kind: string): Journal => JOURNALS[kind] ?? 'general'
