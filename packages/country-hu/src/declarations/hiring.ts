import type { HiringDeclaration } from '@samen/core/country'

/**
 * Notice of the insured relation (T1041, from 2026 form 08E) before the work starts, on the first day at the latest.
 * Simplified employment is notified before each start (T1042E): the notice itself creates the relation.
 */
export const hiring: HiringDeclaration = {
  name: '08E (T1041)',
  authority: 'nav-tb',
  latestDaysAfter: 0,
  checklist: [
    {
      code: 'third-country',
      blocking: false,
      source: 'Efo tv. 1. §: no simplified employment (atakacs.hu 2026)',
    },
    {
      code: 'simplified-days',
      blocking: false,
      source: 'Efo tv. 1. §: 5 days running, 15 a month, 120 a year',
    },
    {
      code: 'tax-statements',
      blocking: false,
      source: 'Szja tv. 48. §: allowances are declared to the payer',
    },
  ],
  source: 'Art. (2017. évi CL.) 1. melléklet 3.; penzcentrum.hu 2025-11-27; sheet e',
}
