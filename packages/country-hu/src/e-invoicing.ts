import type { EInvoicing } from '@samen/core/country'

/** Every invoice is reported to NAV (Áfa tv., annex 10). */
export const eInvoicing: EInvoicing = {
  obligations: [
    {
      duty: 'report',
      to: 'anybody',
      channels: ['nav'],
      from: '2021-01-04',
      source: 'Áfa tv. (2007:CXXVII), annex 10: a report beside the invoice, not its delivery',
      unverified: 'The day is from memory.',
    },
  ],
}
